// Run hunalign as WebAssembly on three files, and print its ladder as its command does.
// usage: node hunalign.mjs PACKAGE/dist/index.js DICTIONARY EDITION BASE
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [path, ...files] = process.argv.slice(2);
const { create } = await import(pathToFileURL(path));
const hunalign = await create({ printErr: () => {} });
for (const rung of hunalign.run(...files.map((file) => readFileSync(file)))) console.log(rung.join("\t"));

"""Step 1b: rough Ukrainian versions of Russian originals, so that Ukrainian learns from the Russian news there is.

Uses the rule-based translator of Debian's package apertium-rus-ukr, step by step: its tagger crashes as packaged, so
the first reading that the constraint grammar leaves is taken. Words it does not know are carried over letter by letter.

usage: python training/starter/widen.py --pairs pairs.tsv --source wmt --output widened.tsv
Needs: apt-get install apertium apertium-rus-ukr
"""

from __future__ import annotations

import argparse
import re
import subprocess
from pathlib import Path

_FOLDER = Path("/usr/share/apertium/apertium-rus-ukr")
_STEPS = (
    "apertium-destxt",
    "lt-proc -e {folder}/rus-ukr.automorf.bin",
    "cg-proc -1 -n {folder}/rus-ukr.rlx.bin",
    "apertium-pretransfer",
    "lt-proc -b {folder}/rus-ukr.autobil.bin",
    "lrx-proc -m {folder}/rus-ukr.autolex.bin",
    "apertium-transfer -b {folder}/apertium-rus-ukr.rus-ukr.t1x {folder}/rus-ukr.t1x.bin",
    "apertium-interchunk {folder}/apertium-rus-ukr.rus-ukr.t2x {folder}/rus-ukr.t2x.bin",
    "apertium-postchunk {folder}/apertium-rus-ukr.rus-ukr.t3x {folder}/rus-ukr.t3x.bin",
    "lt-proc -g {folder}/rus-ukr.autogen.bin",
    "lt-proc -p {folder}/rus-ukr.autopgen.bin",
    "apertium-retxt",
)
_LETTERS = str.maketrans("ыэъиЫЭЪИ", "ие'іИЕ'І")
_UNKNOWN = re.compile(r"[*#@]([^\W_]+(?:[-'’][^\W_]+)*)")
_MOST_UNKNOWN = 0.34  # share of a sentence's words


def main() -> None:
    """Translate the Russian side of one source, keep what is mostly translated."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True)
    parser.add_argument("--source", default="wmt")
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    rows = [line.rstrip("\n").split("\t") for line in options.pairs.open(encoding="utf-8")]
    rows = [row for row in rows if row[0] == "ru" and row[1] == options.source]
    rough = translate([row[2] for row in rows])
    with options.output.open("w", encoding="utf-8") as out:
        for row, text in zip(rows, rough, strict=True):
            marks = len(_UNKNOWN.findall(text))
            if marks <= _MOST_UNKNOWN * len(text.split()):
                plain = _UNKNOWN.sub(lambda match: match.group(1).translate(_LETTERS), text)
                out.write(f"uk\t{options.source}-apertium\t{re.sub('[*#@]', '', plain)}\t{row[3]}\n")


def translate(sentences: list[str]) -> list[str]:
    """Translate Russian sentences; unknown words come back with a mark before them."""
    text = "\n".join(sentence.replace("\n", " ") for sentence in sentences) + "\n"
    for step in _STEPS:
        command = step.format(folder=_FOLDER).split()
        text = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    lines = text.split("\n")[: len(sentences)]
    # The analyser shows capitals only at the beginning of a name: a sentence begins with one.
    return [line[:1].upper() + line[1:] for line in lines]


if __name__ == "__main__":
    main()

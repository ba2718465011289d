"""Web pages as the text that a browser's copy would give, each block known to be the article's or the site's.

A block is the article's if its words stand in the true text; the headline is neither, for the true texts leave it out
and a reader wants it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit
from zlib import crc32

SITE, ARTICLE, EITHER = 1, 0, -1
FOLDS = 3
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "select", "object", "textarea"}
)
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "button", "center", "dd", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "label", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul", "video",
        "audio",
    )
)  # fmt: skip
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_SHARE_IN_ARTICLE = 0.8  # of a block's words in fours; a link inside may have been left out of the true text
_RUN = 4


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of one page, in order, and whose each is."""

    site: str
    language: str
    blocks: tuple[str, ...]
    labels: tuple[int, ...]


def read_pages(folder: Path) -> Iterator[Page]:
    """Read `truth.jsonl` and `pages/*.html`."""
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        html = (folder / "pages" / f"{row['id']}.html").read_bytes().decode("utf-8", "replace")
        reader = _Reader()
        reader.feed(html)
        reader.close()
        blocks = tuple(block for block in reader.blocks() if _WORD.search(block))
        site = urlsplit(row.get("url") or reader.address).netloc.removeprefix("www.") or row["id"]
        labels = list(_labels(blocks, row["articleBody"], reader.headlines()))
        _give_headline(blocks, labels, reader.headlines())
        yield Page(site, reader.language[:2].lower(), blocks, tuple(labels))


def fold_of(site: str) -> int:
    """Return the fold that a site belongs to, 0, 1 or 2; all its pages are in one."""
    return crc32(site.encode()) % FOLDS


def _give_headline(blocks: tuple[str, ...], labels: list[int], headlines: frozenset[str]) -> None:
    """The nearest headline above the article is the article's; elsewhere it may be a link."""
    above = range(labels.index(ARTICLE) - 1 if ARTICLE in labels else -1, -1, -1)
    for k in above:
        if labels[k] == EITHER and " ".join(_WORD.findall(blocks[k].lower())) in headlines:
            labels[k] = ARTICLE
            break


def _labels(blocks: tuple[str, ...], truth: str, headlines: frozenset[str]) -> Iterator[int]:
    words = _WORD.findall(truth.lower())
    text = f" {' '.join(words)} "
    runs = {tuple(words[k : k + _RUN]) for k in range(len(words) - _RUN + 1)}
    taken = 0  # what a short block says may stand in the article too; it counts only among the article's blocks
    for block in blocks:
        mine = _WORD.findall(block.lower())
        if " ".join(mine) in headlines:
            yield EITHER
        elif len(mine) <= _RUN:
            found = text.find(f" {' '.join(mine)} ", taken)
            near = 0 <= found - taken < 40 and taken > 0  # noqa: PLR2004  # characters
            taken = found + len(" ".join(mine)) if near else taken
            yield ARTICLE if near else SITE
        else:
            mine_runs = [tuple(mine[k : k + _RUN]) for k in range(len(mine) - _RUN + 1)]
            share = sum(run in runs for run in mine_runs) / len(mine_runs)
            found = text.find(" ".join(mine[-_RUN:]), max(0, taken - 1))
            if share >= _SHARE_IN_ARTICLE:
                taken = found + len(" ".join(mine[-_RUN:])) if found >= 0 else taken
            yield ARTICLE if share >= _SHARE_IN_ARTICLE else EITHER if share > 1 - _SHARE_IN_ARTICLE else SITE


class _Reader(HTMLParser):
    """Text in blocks, hidden parts left out; the language, the address and what may be the headline."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language, self.address = "", ""
        self._found: list[list[str]] = [[]]
        self._titles: list[list[str]] = []
        self._path: list[tuple[str, bool]] = []

    def blocks(self) -> list[str]:
        return [text for parts in self._found if (text := " ".join("".join(parts).split()))]

    def headlines(self) -> frozenset[str]:
        whole = (" ".join(_WORD.findall("".join(parts).lower())) for parts in self._titles)
        return frozenset(title for title in whole if title)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.language = given.get("lang", "")
        if tag == "meta" and given.get("property") in {"og:title", "og:url"}:
            if given["property"] == "og:title":
                self._titles.append([given.get("content", "")])
            else:
                self.address = given.get("content", "")
        if tag in _BLOCKS:
            self._found.append([])
        if tag in {"td", "th"}:  # a row is copied as one line
            self._found[-1].append("\t")
        if tag == "h1":
            self._titles.append([])
        if tag not in _VOID:
            hidden = tag in _UNSEEN or "hidden" in given or bool(_HIDDEN.search(given.get("style", "")))
            self._path.append((tag, hidden or (bool(self._path) and self._path[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._found.append([])
        for depth in range(len(self._path) - 1, -1, -1):
            if self._path[depth][0] == tag:
                del self._path[depth:]
                break

    def handle_data(self, data: str) -> None:
        if any(tag == "h1" for tag, _ in self._path[-6:]) and self._titles:
            self._titles[-1].append(data)
        if not (self._path and self._path[-1][1]):
            self._found[-1].append(data)

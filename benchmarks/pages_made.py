"""Web pages made of the stories of corpora/, laid out as sites in Russian and Ukrainian lay theirs out.

python benchmarks/pages_made.py PAGES_FOLDER [--layout NAME]
python benchmarks/extraction.py PAGES_FOLDER

Writes what benchmarks/extraction.py reads: truth.jsonl and pages/ID.html. For each layout, story and language there are
two pages: the whole story, and its first seven paragraphs, for on a page of short news most text is the site's.
A layout is a file of page_layouts/: {{next}} stands for the next paragraph of the story, what stands between
<!--rest--> and <!--/rest--> comes again until none is left, and any other {{name}} is a phrase of phrases.tsv, all of
it ours. So the pages tell how markup is read; they do not tell how well the words of real sites are known.
"""

from __future__ import annotations

import argparse
import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from polyglot_news.sources.encodings import decode
from polyglot_news.sources.plain import clean, split_paragraphs

_HERE = Path(__file__).parent
_LAYOUTS, _CORPORA = _HERE / "page_layouts", _HERE.parent / "corpora"
_LANGUAGES = ("ru", "uk")
_SLOT = re.compile(r"\{\{(\w+)\}\}")
_NEXT = "{{next}}"
_SHORT = 7  # paragraphs
_REST = re.compile(r"<!--rest-->(.*?)<!--/rest-->", re.DOTALL)
_EDGES = re.compile(r"<!--/?body-->\n?")
# What sites send: every third page of each language is in its old encoding.
_OLD, _EVERY = "cp1251", 3
_META = re.compile(r"charset=(\"?)utf-8", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Story:
    """A story in one language, without the boilerplate that corpora/ gives it."""

    name: str
    language: str
    title: str
    paragraphs: tuple[str, ...]


def main() -> None:
    """Write the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="PAGES_FOLDER")
    parser.add_argument("--layout", default="*", help="pages of this layout alone")
    asked = parser.parse_args()
    pages = asked.folder / "pages"
    pages.mkdir(parents=True, exist_ok=True)
    rows = []
    for place, (name, story, page) in enumerate(made_pages(asked.layout)):
        raw = page.encode()
        if place % _EVERY == 0:
            raw = _META.sub(r"charset=\1windows-1251", page).encode(_OLD, "xmlcharrefreplace")
        (pages / f"{name}.html").write_bytes(raw)
        rows.append(json.dumps({"id": name, "url": name, "articleBody": "\n\n".join(story.paragraphs)}))
    (asked.folder / "truth.jsonl").write_text("".join(f"{row}\n" for row in rows), "utf-8")
    print(f"{len(rows)} pages in {pages}")


def made_pages(layout: str = "*") -> Iterator[tuple[str, Story, str]]:
    """Yield each page with its name and the story that it tells."""
    texts = [(path.stem, path.read_text("utf-8")) for path in sorted(_LAYOUTS.glob(f"{layout}.html"))]
    for language in _LANGUAGES:
        phrases = phrases_in(language)
        for whole in stories_in(language):
            for story in (whole, replace(whole, name=f"{whole.name}-short", paragraphs=whole.paragraphs[:_SHORT])):
                for name, text in texts:
                    yield f"{name}.{story.name}.{language}", story, laid_out(text, story, phrases)


def stories_in(language: str) -> Iterator[Story]:
    """Yield the stories of corpora/ in one language."""
    for folder in sorted(path.parent for path in _CORPORA.glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        side = gold["base"] if language == "en" else gold["editions"][language]
        text = decode((folder / f"{language}.txt").read_bytes()) or ""
        told = [one for one in split_paragraphs(clean(text)) if one not in side["boilerplate"]]
        yield Story(folder.name, language, told[0], tuple(told[1:]))


def phrases_in(language: str) -> Mapping[str, str]:
    """Return the phrases of a site in one language, by name."""
    rows = [line.split("\t") for line in (_LAYOUTS / "phrases.tsv").read_text("utf-8").splitlines()]
    column = 1 + _LANGUAGES.index(language)
    return {row[0]: row[column] for row in rows}


def laid_out(layout: str, story: Story, phrases: Mapping[str, str]) -> str:
    """Put a story into a layout.

    Raises:
        ValueError: the layout has more places than the story has paragraphs, or names a phrase that there is not.
    """
    n_fixed = _REST.sub("", layout).count(_NEXT)
    n_rest = len(story.paragraphs) - n_fixed
    if n_rest < 0:
        raise ValueError(f"{story.name}: {len(story.paragraphs)} paragraphs for {n_fixed} places")
    whole = _EDGES.sub("", _REST.sub(lambda part: "\n".join([part[1]] * n_rest), layout))
    return _filled(whole, story.paragraphs, {**phrases, "title": story.title, "id": story.name})


def _filled(layout: str, paragraphs: Sequence[str], phrases: Mapping[str, str]) -> str:
    left = iter(paragraphs)

    def text_of(slot: re.Match[str]) -> str:
        name = slot[1]
        if name != "next" and name not in phrases:
            raise ValueError(f"{name}: no such phrase")
        return html.escape(next(left) if name == "next" else phrases[name])

    return _SLOT.sub(text_of, layout)


if __name__ == "__main__":
    main()

"""Articles with the text of sites around them, made from written lines and news sentences, and cut from web pages."""

from __future__ import annotations

import lzma
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from boilerplate_pages import ARTICLE, SITE, Page
from boilerplate_templates import HEADLINE, Slots, lines_of, slots_of, spin

LANGUAGES = ("en", "ru", "uk")
_KEEP = "article"
_ABOVE = (
    "navigation",
    "privacy",
    "share",
    "author",
    "caption",
    "player",
    "advertisement",
    "newsletter",
    "button",
    "letter",
)
_WITHIN = ("read also", "caption", "advertisement", "newsletter", "player", "read also", "related", "share", "donation")
_BELOW = (
    "tags", "author", "correction", "newsletter", "share", "read also", "related", "comments", "copyright",
    "navigation", "privacy", "advertisement", "donation", "letter", "button", "caption",
)  # fmt: skip
_LABEL_CHARS, _N_HEADLINES = 45, 2000


@dataclass(frozen=True, slots=True)
class Document:
    """Paragraphs in order; whose each is; and what it is, where that is known."""

    paragraphs: tuple[str, ...]
    labels: tuple[int, ...]
    reasons: tuple[str, ...]
    origins: tuple[tuple[str, ...], ...]  # of each paragraph, the site or the written lines that it comes from
    group: int  # 0 or 1: documents of different groups share no site and no written line


@dataclass(frozen=True, slots=True)
class Material:
    """What documents of one language are made of."""

    site: dict[str, list[str]]  # by reason
    article: list[str]
    sentences: list[str]
    slots: Slots


def read_written(*paths: Path) -> list[tuple[str, str]]:
    """Read lines of reason and text; the reason is `article` for what is to be kept, `=NAME` for what fills a slot."""
    rows = (line.split("\t") for path in paths for line in path.read_text("utf-8").splitlines())
    return [(reason, text) for reason, text in rows]


def read_sentences(folder: Path, language: str) -> list[str]:
    """Read news sentences in the order of their articles from `news.tsv.xz`: language, source, original, English."""
    with lzma.open(folder / "news.tsv.xz", "rt", encoding="utf-8") as file:
        rows = (line.rstrip("\n").split("\t") for line in file)
        found = [row[3] if language == "en" else row[2] for row in rows if row[0] == language or language == "en"]
    return list(dict.fromkeys(found))


def material(rows: Sequence[tuple[str, str]], sentences: list[str], group: int) -> Material:
    """Take the half of the written lines that belongs to a group."""
    return whole_material(
        [row for row in rows if row[0].startswith("=") or crc32(row[1].encode()) % 2 == group], sentences
    )


def whole_material(rows: Sequence[tuple[str, str]], sentences: list[str]) -> Material:
    """Take all written lines."""
    site: dict[str, list[str]] = {}
    for reason, text in lines_of(rows):
        site.setdefault(reason, []).append(text)
    rng = random.Random(len(sentences))
    headlines = [_headline(rng.choice(sentences), rng) for _ in range(_N_HEADLINES)]
    return Material(site, site.pop(_KEEP), sentences, {**slots_of(rows), HEADLINE: headlines})


def compose(source: Material, n: int, group: int, seed: int) -> Iterator[Document]:
    """Make `n` documents; three in ten hold nothing of a site."""
    rng = random.Random(seed)
    for _ in range(n):
        rows = _article(source, rng)
        if rng.random() < 0.7:  # noqa: PLR2004
            rows = _surrounded(rows, source, rng)
        texts, labels, reasons, origins = zip(*(row for row in rows if row[0]), strict=True)
        yield Document(texts, labels, reasons, origins, group)


def cuts(page: Page, n: int, seed: int) -> Iterator[Document]:
    """Cut a page as people copy it: whole, and `n` times from somewhat above the article to somewhat below it."""
    rng = random.Random(seed)
    group = crc32(page.site.encode() + b"group") % 2
    reasons, origins = ("",) * len(page.blocks), ((page.site,),) * len(page.blocks)
    yield Document(page.blocks, page.labels, reasons, origins, group)
    own = [k for k, label in enumerate(page.labels) if label == ARTICLE]
    for _ in range(n if own else 0):
        first = max(0, own[0] - rng.randint(0, 12))
        last = min(len(page.blocks), own[-1] + 1 + rng.randint(0, 14))
        part = slice(first, last)
        yield Document(page.blocks[part], page.labels[part], reasons[part], origins[part], group)


Row = tuple[str, int, str, tuple[str, ...]]


def _article(source: Material, rng: random.Random) -> list[Row]:
    start = rng.randrange(len(source.sentences) - 90)
    sentences = iter(source.sentences[start : start + 90])
    hard = [text for text in source.article if len(text) > _LABEL_CHARS]
    short = [text for text in source.article if len(text) <= _LABEL_CHARS]
    is_hard = rng.random() < 0.5  # noqa: PLR2004
    rows: list[Row] = []
    for _ in range(rng.choice((1, 2, 3, 5, 8, 10, 12, 15, 18))):
        rows.append(_plain(" ".join(next(sentences) for _ in range(rng.choice((1, 1, 1, 2, 2, 3))))))
        if is_hard and rng.random() < 0.4:  # noqa: PLR2004
            rows.append(_spun(rng.sample(hard, rng.choice((1, 1, 2))), source, rng))
        if rng.random() < 0.16:  # noqa: PLR2004
            label = _plain(_label(next(sentences), rng))
            rows.append(_spun([rng.choice(short)], source, rng) if rng.random() < 0.6 else label)  # noqa: PLR2004
    if rng.random() < 0.08:  # noqa: PLR2004
        place = rng.randint(0, len(rows))
        rows[place:place] = [_plain(text) for text in _table(sentences, rng)]
    if rng.random() < 0.04:  # noqa: PLR2004  # poems, lists, notes: nothing ends as a sentence does
        rows = [(text.rstrip(".!?"), label, reason, origins) for text, label, reason, origins in rows]
    if rng.random() < 0.9:  # noqa: PLR2004
        rows.insert(0, _plain(_headline(next(sentences), rng)))
    return rows


def _plain(text: str) -> Row:
    return text, ARTICLE, "", ()


def _spun(texts: Sequence[str], source: Material, rng: random.Random) -> Row:
    """Make one paragraph of written lines of articles."""
    return " ".join(spin(text, source.slots, rng) for text in texts), ARTICLE, "", tuple(texts)


def _label(sentence: str, rng: random.Random) -> str:
    """A heading inside the article."""
    text = " ".join(sentence.split()[: rng.randint(1, 6)]).strip(".,:;—- ")
    return rng.choice((text, text, text.upper(), text.title())) + rng.choice(("", "", "?", ":"))


def _table(sentences: Iterator[str], rng: random.Random) -> list[str]:
    """Names and numbers in rows."""
    n_numbers = rng.randint(1, 5)
    return [
        " ".join([*next(sentences).split()[:2], *(str(rng.randint(0, 999)) for _ in range(n_numbers))])
        for _ in range(rng.randint(3, 8))
    ]


def _headline(sentence: str, rng: random.Random) -> str:
    words = sentence.rstrip(".").split()[:14]
    if sentence.isascii() and rng.random() < 0.5:  # noqa: PLR2004  # as American papers write them
        words = [word[:1].upper() + word[1:] if len(word) > 3 else word for word in words]  # noqa: PLR2004
    return " ".join(words)


def _surrounded(rows: list[Row], source: Material, rng: random.Random) -> list[Row]:
    rate = rng.choice((0.1, 0.25, 0.5))
    above = [row for reason in _ABOVE if rng.random() < rate for row in _some(source, reason, rng)]
    below = [row for reason in _BELOW if rng.random() < rate * 1.3 for row in _some(source, reason, rng)]
    rng.shuffle(below)
    if rng.random() < rate:  # a letter, and what to press
        below += [row for reason in ("letter", "donation", "button") for row in _some(source, reason, rng, most=5)]
    middle = list(rows)
    if rng.random() < 0.3:  # noqa: PLR2004  # anything anywhere, also alone in the middle
        for reason in rng.sample(list(source.site), rng.randint(1, 4)):
            place = rng.randint(0, len(middle))
            middle[place:place] = _some(source, reason, rng, most=2)[:2]
    for reason in _WITHIN:
        if rng.random() < rate / 2 and len(middle) > 2:  # noqa: PLR2004
            place = rng.randint(1, len(middle) - 1)
            middle[place:place] = _some(source, reason, rng, most=2)
    title = 1 if rng.random() < 0.5 else 0  # noqa: PLR2004  # what is above stands over or under the headline
    return [*middle[:title], *above, *middle[title:], *below]


def _some(source: Material, reason: str, rng: random.Random, most: int = 3) -> list[Row]:
    known = source.site.get(reason, [])
    long_runs = {"navigation": 8, "related": 6, "button": 5, "letter": 4}
    n = min(len(known), rng.randint(1, max(most, long_runs.get(reason, most))))
    chosen = rng.sample(known, n) if reason in long_runs else rng.sample(known, min(n, rng.choice((1, 1, 2))))
    texts: list[tuple[str, tuple[str, ...]]] = [(spin(text, source.slots, rng), (text,)) for text in chosen]
    if reason == "related":  # headlines of other articles
        texts += [(rng.choice(source.sentences).rstrip(".")[:90], ()) for _ in range(rng.randint(0, 2))]
    if len(texts) > 1 and reason not in {"related", "navigation"} and rng.random() < 0.2:  # noqa: PLR2004
        texts = [(rng.choice((" ", " · ", " | ")).join(text for text, _ in texts), tuple(chosen))]
    return [(_varied(text, rng), SITE, reason, origins) for text, origins in texts]


def _varied(text: str, rng: random.Random) -> str:
    fate = rng.random()
    if fate < 0.05 and len(text) < _LABEL_CHARS:  # noqa: PLR2004
        return text.upper()
    if fate < 0.12:  # noqa: PLR2004
        return (
            text.rstrip(".!:") if text.endswith((".", "!", ":")) else f"{text}:" if len(text) < _LABEL_CHARS else text
        )
    return text

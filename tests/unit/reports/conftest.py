"""Reports built by hand, and one from a story of corpora/ with its gold links and differences."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from polyglot_news.model import (
    Alignment,
    Article,
    Comparison,
    Difference,
    DifferenceKind,
    Level,
    Link,
    Paragraph,
    Report,
    Role,
    Span,
    TranslatedParagraph,
    Translation,
    TranslationKind,
)

TESTS = Path(__file__).parents[2]
CORPORA = TESTS.parent / "corpora"


def article(texts: Sequence[str], language: str = "en", source: str = "") -> Article:
    """An article whose first paragraph is its title."""
    paragraphs = tuple(
        Paragraph(text, Role.TITLE if i == 0 else Role.BODY, language, (Span(i, 0, len(text)),))
        for i, text in enumerate(texts)
    )
    return Article(source or f"{language}.txt", language, 0.99, texts[0] if texts else "", paragraphs)


def translation(texts: Sequence[str]) -> Translation:
    paragraphs = tuple(TranslatedParagraph(text, ()) for text in texts)
    return Translation(TranslationKind.ARGOS, "en", "translate-ru_en-1_9", paragraphs, len(texts), 0, 1.5)


def untranslated(count: int) -> Translation:
    return Translation(TranslationKind.NONE, "en", None, (TranslatedParagraph("", ()),) * count)


def tell(
    base: Sequence[str],
    edition: Sequence[str],
    links: Sequence[Link],
    *,
    translated: Sequence[str] | None = None,
    differences: Sequence[Difference] = (),
) -> Report:
    """A report on one edition in Russian."""
    made = translation(translated) if translated is not None else untranslated(len(edition))
    return Report(
        article(base),
        (
            Comparison(
                article(edition, "ru"),
                made,
                Alignment(len(base), len(edition), tuple(links)),
                tuple(differences),
            ),
        ),
        "test",
    )


def find(texts: Sequence[str], quoted: str | None, among: Sequence[int]) -> Span | None:
    """The place of a quotation, in the first of these paragraphs that holds it."""
    places = ((k, texts[k].find(quoted)) for k in among if quoted)
    return next((Span(k, start, start + len(quoted or "")) for k, start in places if start >= 0), None)


# A small story that holds every kind of thing: kept, changed, moved, left out, added; no-break space in a number.
BASE = (
    "Storm cuts power to the coast",
    "A storm cut power to 16\u00a0000 homes on Friday night. No one was hurt.",
    "Repairs will take two days, the utility said.",
    "Schools stay closed on Monday.",
    "“We saw the roof go,” said Anna Hale, a teacher.",
)
EDITION = (
    "Шторм оставил побережье без света",
    "Рассказывает учительница Анна Хейл: «Мы видели, как сорвало крышу».",
    "В ночь на субботу без света остались 26\u00a0000 домов.",
    "Мэр обещал выплаты.",
    "Ремонт займёт два дня, сообщили энергетики.",
)
TRANSLATED = (
    "Storm left the coast without light",
    "The teacher Anna Hale tells: “We saw how the roof was torn off.”",
    "On the night to Saturday 26\u00a0000 homes were left without light.",
    "The mayor promised payments.",
    "Repairs will take two days, power engineers said.",
)


@pytest.fixture(scope="session")
def storm() -> Report:
    """One edition with a bit of everything."""
    links = (Link((0,), (0,), 0.8), Link((1,), (2,), 0.7), Link((2,), (4,), 0.9), Link((4,), (1,), 0.6, moved=True))
    number = Difference(
        DifferenceKind.NUMBER,
        Level.WORD,
        0.93,
        1,
        find(BASE, "16\u00a0000", [1]),
        find(EDITION, "26\u00a0000", [2]),
        find(TRANSLATED, "26\u00a0000", [2]),
        "",
    )
    omission = Difference(
        DifferenceKind.OMISSION, Level.SENTENCE, 0.71, 1, find(BASE, "No one was hurt.", [1]), None, None, ""
    )
    return tell(BASE, EDITION, links, translated=TRANSLATED, differences=(number, omission))


@pytest.fixture(scope="session")
def story() -> Callable[..., Report]:
    """Tell any story: `tell`."""
    return tell


@pytest.fixture(scope="session")
def cup_final() -> Report:
    """corpora/cup-final as its gold file describes it, without a translation."""
    folder = CORPORA / "cup-final"
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    base = _read(folder / "en.txt", "en")
    comparisons = (_gold(folder, language, base, gold["editions"][language]) for language in ("ru", "uk"))
    return Report(base, tuple(comparisons), "test")


def _read(path: Path, language: str) -> Article:
    return article(path.read_text("utf-8").strip().split("\n\n"), language, path.name)


def _gold(folder: Path, language: str, base: Article, gold: Mapping[str, Any]) -> Comparison:
    edition = _read(folder / f"{language}.txt", language)
    links = tuple(Link(tuple(one["base"]), tuple(one["edition"]), 0.8, one["moved"]) for one in gold["links"])
    ours = [paragraph.text for paragraph in base.paragraphs]
    theirs = [paragraph.text for paragraph in edition.paragraphs]
    differences = tuple(
        Difference(
            DifferenceKind(one["kind"]),
            Level(one["level"]),
            0.9,
            position,
            find(ours, one["base"], links[position].base),
            find(theirs, one["edition"], links[position].edition),
            None,
            one["note"],
        )
        for position, link in enumerate(gold["links"])
        for one in link["differences"]
    )
    alignment = Alignment(len(ours), len(theirs), links)
    return Comparison(edition, untranslated(len(theirs)), alignment, differences)

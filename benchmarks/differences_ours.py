"""polyglot-news on packed pairs: read, brought into English in one of three modes, aligned, and differences found."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from differences_pairs import Row, packed
from differences_scoring import CLEAN, Found, Pair, Place, Side
from ours import Translate, article, translating

from polyglot_news.alignment.aligner import align
from polyglot_news.differences.finding import find_differences
from polyglot_news.differences.settings import DifferenceSettings
from polyglot_news.model import Alignment, Article, Comparison, Difference, Span
from polyglot_news.sentences import split

_MEGABYTE = 1024 if sys.platform.startswith("linux") else 1024 * 1024  # of the unit of ru_maxrss


@dataclass(slots=True)
class Run:
    """What came of the pairs, and what it cost."""

    pairs: list[Pair] = field(default_factory=list)
    unlinked: int = 0  # pairs whose two paragraphs were not linked with each other alone
    shifted: int = 0  # pairs whose gold places do not fit the text as it is read
    reading_seconds: float = 0.0  # of the processor: reading and translating
    aligning_seconds: float = 0.0
    finding_seconds: float = 0.0
    n_timed: int = 0
    peak_megabytes: float = 0.0


@dataclass(frozen=True, slots=True)
class How:
    """How pairs are run."""

    mode: str = "provided"
    pack: int = 20
    model: Path | None = None

    @property
    def is_base_only(self) -> bool:
        """Whether the gold of the translation given says nothing of the one that is used, or of none."""
        return self.mode != "provided"


def difference_settings(model: Path | None) -> DifferenceSettings:
    """Ask for every difference, however unsure."""
    return DifferenceSettings(min_confidence=0.0, model=model)


def run(rows: Sequence[Row], how: How) -> Run:
    """Find the differences of every pair; the first article of a language twice, so that no loading is timed."""
    done, warm = Run(), set[str]()
    settings = difference_settings(how.model)
    with translating(how.mode) as by:
        for pack in packed(rows, how.pack):
            if pack[0].language not in warm:
                _run_article(pack, by, settings, Run())
                warm.add(pack[0].language)
            comparison = _run_article(pack, by, settings, done)
            _collect(pack, comparison, how, done)
    done.peak_megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
    return done


def _run_article(
    rows: Sequence[Row], by: Translate, settings: DifferenceSettings, done: Run
) -> tuple[Article, Comparison]:
    clocks = [time.process_time()]
    base = article([row.base for row in rows], "en")
    edition = article([row.original for row in rows], rows[0].language)
    translation = by(edition, [row.translation for row in rows])
    clocks.append(time.process_time())
    alignment = align(base, edition, translation)
    clocks.append(time.process_time())
    found = find_differences(base, edition, translation, alignment, settings)
    clocks.append(time.process_time())
    done.reading_seconds += clocks[1] - clocks[0]
    done.aligning_seconds += clocks[2] - clocks[1]
    done.finding_seconds += clocks[3] - clocks[2]
    done.n_timed += len(rows)
    return base, Comparison(edition, translation, alignment, found)


def _collect(rows: Sequence[Row], made: tuple[Article, Comparison], how: How, done: Run) -> None:
    base, comparison = made
    links = _own_links(comparison.alignment)
    for k, row in enumerate(rows):
        is_kept = base.paragraphs[k].text == row.base and _other_text(comparison, k, how) == _text_expected(row, how)
        if row.is_shifted or not is_kept:
            done.shifted += 1
        elif k not in links:
            done.unlinked += 1
        else:
            found = [one for one in comparison.differences if one.link == links[k]]
            done.pairs.append(pair_of(row, [_found(one, how) for one in found], how))


def _other_text(comparison: Comparison, k: int, how: How) -> str:
    return (comparison.edition if how.is_base_only else comparison.translation).paragraphs[k].text


def _text_expected(row: Row, how: How) -> str:
    return row.original if how.is_base_only else row.translation


def _own_links(alignment: Alignment) -> dict[int, int]:
    """Return for each paragraph that is linked with its own partner alone the place of that link."""
    return {
        link.base[0]: place
        for place, link in enumerate(alignment.links)
        if len(link.base) == 1 and link.base == link.edition
    }


def pair_of(row: Row, found: Sequence[Found], how: How) -> Pair:
    """Lay what was found beside the gold.

    Where the gold tells of the base alone, the edition of a clean pair is a second side: whatever is reported there is
    a false alarm, though its words are not counted.
    """
    sides = [Side(row.base, sentences_of(row.base, "en"), row.gold_base)]
    if not how.is_base_only:
        sides.append(Side(row.translation, sentences_of(row.translation, "en"), row.gold_translation))
    elif row.type == CLEAN:
        sides.append(Side(row.original, sentences_of(row.original, row.language), ()))
    kept = tuple(replace(one, places=one.places[: len(sides)]) for one in found)
    return Pair(row.type, row.language, row.tier, tuple(sides), kept, n_judged=1 if how.is_base_only else 2)


def sentences_of(text: str, language: str) -> tuple[Place, ...]:
    """Split a text as the program does."""
    return tuple(split(text, language))


def _found(one: Difference, how: How) -> Found:
    other = one.edition if how.is_base_only else one.translation
    return Found(one.kind.value, round(one.confidence, 3), (_place(one.base), _place(other)))


def _place(span: Span | None) -> Place | None:
    return (span.start, span.end) if span else None

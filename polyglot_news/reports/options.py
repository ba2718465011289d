"""What a reader may choose about a report, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from polyglot_news.errors import InputError
from polyglot_news.model import DifferenceKind

MOVED = "moved"
KINDS = (*(kind.value for kind in DifferenceKind), MOVED)  # what `only` may hold


class Layout(StrEnum):
    """How the terminal report lays the editions out."""

    AUTO = "auto"  # side by side where there is room for it
    SIDE_BY_SIDE = "side-by-side"
    INLINE = "inline"
    SUMMARY = "summary"  # one line a finding


class Unit(StrEnum):
    """What one entry of a translation memory or a bilingual file holds."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """The reader's choices; a format ignores what it has no use for.

    Raises:
        InputError: a kind that does not exist, a confidence outside 0..1, a width below 1.
    """

    width: int = 80  # columns of the screen
    colour: bool = False
    layout: Layout = Layout.AUTO
    show_original: bool = False  # beneath its translation
    only: frozenset[str] = frozenset()  # of KINDS; empty: everything
    min_confidence: float = 0.0  # 0..1
    hyperlinks: bool = False  # the screen knows OSC 8
    unit: Unit = Unit.SENTENCE  # TMX, XLIFF
    byte_order_mark: bool = False  # CSV: old spreadsheets read UTF-8 only with one

    def __post_init__(self) -> None:
        """Refuse what no report could honour."""
        if unknown := sorted(self.only - set(KINDS)):
            raise InputError(f"--only: no such kind: {', '.join(unknown)}", hint=f"the kinds are {', '.join(KINDS)}")
        if not 0.0 <= self.min_confidence <= 1.0:
            raise InputError(
                f"--min-confidence: {self.min_confidence} is not between 0 and 1",
                hint="0.5 is a good start; --sensitivity says it in a word",
            )
        if self.width < 1:
            raise InputError(f"width: {self.width} is less than one column", hint="80 suits most screens")

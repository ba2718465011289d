"""What is said on the page alone: signs as its elements, kinds that are counted, and how much text a difference has."""

from __future__ import annotations

from polyglot_news.model import DifferenceKind, Level
from polyglot_news.reports.html.markup import Html, element
from polyglot_news.reports.sequence import WHOLE, Mark
from polyglot_news.reports.words import CHANGED, KIND_NAMES, SIGNS, counted

LEVELS = {Level.SENTENCE: "a sentence", Level.CLAUSE: "a clause", Level.WORD: "words"}
_UNCOUNTED = frozenset({*WHOLE.values(), CHANGED, DifferenceKind.MODALITY.value, DifferenceKind.FRAMING.value})
_MARKS = {kind: mark for mark, kind in WHOLE.items()}


def sign(mark: Mark) -> Html:
    """Write the sign of a mark: for the eye, since words beside it say the same."""
    return element("i", Html(SIGNS[mark]), class_=f"sg {mark}", aria_hidden="true")


def sign_of_kind(kind: str) -> Html:
    """Write the sign of what a reader filters by, a key of KIND_NAMES."""
    return sign(_MARKS.get(kind, Mark.CHANGED))


def counted_kind(count: int, kind: str) -> str:
    """Write how many of a kind, a key of KIND_NAMES, there are."""
    name = KIND_NAMES[kind]
    return f"{count:,} {name}" if kind in _UNCOUNTED else counted(count, name)

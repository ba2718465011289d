"""The tables of differences.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from differences_scoring import (
    CLEAN,
    Outcome,
    Pair,
    Point,
    Ratio,
    Tally,
    at_most,
    average_precision,
    best_f1,
    between,
    calibration_error,
    curve,
    mean_confidence,
    outcomes,
    share_right,
    tally,
    total,
)

STRAYS = (3, 5, 10)  # false alarms in a hundred clean pairs
_BINS = ((0.0, 0.25), (0.25, 0.5), (0.5, 0.65), (0.65, 0.75), (0.75, 0.85), (0.85, 0.95), (0.95, 1.0))
_LENGTHS = (20, 40, 80)  # words of the base

_FIGURES = "word P / R / F1 | span P / R / F1 | touched | sentence P / R / F1 | whole P / R / F1 | AP | AP, clean too"
HEAD = (
    f"| system | {_FIGURES} | false / 100 clean | clean with any | false words / 100 |",
    f"|{' --- |' * 11}",
)


def figures(name: str, pairs: Sequence[Pair], confidence: float) -> Iterator[str]:
    """Yield one row: all figures at one confidence."""
    edited, clean = _both(pairs, confidence)
    points = curve(pairs)
    areas = f"{average_precision(points):.3f} | {average_precision(points, with_clean=True):.3f}"
    words = 100 * clean.wrong / max(1, clean.words)
    cells = [name, three(edited.word), three(edited.span), f"{edited.touched:.3f}", three(edited.sentence)]
    cells += [three(edited.whole), areas]
    yield f"| {' | '.join(cells)} | {clean.strays_per_hundred:.1f} | {clean.share_with_stray:.3f} | {words:.2f} |"


def three(ratio: Ratio) -> str:
    """Write precision, recall and F1."""
    return f"{ratio.precision:.3f} / {ratio.recall:.3f} / {ratio.f1:.3f}"


def points(curves: Mapping[str, Sequence[Point]]) -> Iterator[str]:
    """Yield the figures at the confidences down to which few clean pairs are flagged, and at the best F1."""
    names = ["system", "false / 100 clean at most", "confidence", "false / 100", "word P / R / F1", "span P / R / F1"]
    yield from _table([*names, "touched", "sentence F1", "whole sentence F1"])
    for system, held in curves.items():
        wanted = {str(strays): at_most(held, strays) for strays in STRAYS} if held[0].clean.pairs else {}
        for name, point in {**wanted, "best word F1": best_f1(held)}.items():
            if point.confidence > 1:
                yield f"| {system} | {name} |{' none |' * 7}"
                continue
            edited, strays = point.edited, f"{point.clean.strays_per_hundred:.1f}"
            cells = [system, name, f"{point.confidence:.3f}", strays, three(edited.word), three(edited.span)]
            cells += [f"{share:.3f}" for share in (edited.touched, edited.sentence.f1, edited.whole.f1)]
            yield f"| {' | '.join(cells)} |"


def groups(key: str, pairs: Sequence[Pair], confidence: float) -> Iterator[str]:
    """Yield a row for each type, language, tier or length."""
    of = GROUPS[key]
    names = [key, "pairs", "word P / R / F1", "span R", "touched", "half found", "sentence F1", "span F1"]
    yield from _table([*names, "clean pairs", "false / 100 clean"])
    for name in sorted({of(pair) for pair in pairs}):
        edited, clean = _both([pair for pair in pairs if of(pair) == name], confidence)
        shares = [edited.span.recall, edited.touched, edited.found_half / max(1, edited.pairs)]
        cells = [name, str(edited.pairs), three(edited.word), *(f"{share:.2f}" for share in shares)]
        cells += [f"{edited.sentence.f1:.3f}", f"{edited.span.f1:.3f}", str(clean.pairs)]
        yield f"| {' | '.join(cells)} | {clean.strays_per_hundred:.1f} |"


def kinds(pairs: Sequence[Pair], confidence: float) -> Iterator[str]:
    """Yield for each type of edit how often its place was reported as which kind, in hundredths of its pairs."""
    told = sorted({one.kind for pair in pairs for one in pair.found if one.confidence >= confidence})
    yield from _table(["reported as", "pairs", *told, "not at all"])
    for edit in sorted({pair.type for pair in pairs} - {CLEAN}):
        held = [pair for pair in pairs if pair.type == edit]
        counts = Counter(kind_reported(pair, confidence) for pair in held)
        shares = [f"{100 * counts[kind] / len(held):.0f}" if counts[kind] else "" for kind in (*told, "")]
        yield f"| {' | '.join([edit, str(len(held)), *shares])} |"


def kind_reported(pair: Pair, confidence: float) -> str:
    """Return the kind of the difference that shares most words with the gold; "" where none does."""
    best, kind = 0.0, ""
    for one in pair.found:
        shared = sum(
            len(side.inside(place) & side.inside(gold))
            for side, place in zip(pair.judged, one.places, strict=False)
            if place
            for gold in side.gold
        )
        if one.confidence >= confidence and shared + one.confidence / 2 > max(best, 1):
            best, kind = shared + one.confidence / 2, one.kind
    return kind


def reliability(pairs: Sequence[Pair]) -> Iterator[str]:
    """Yield how often differences of a confidence are right."""
    yield from _table(["confidence", "reported", "mean confidence", "right"])
    held = list(outcomes(pairs))
    rows = {f"{low:.2f} to {high:.2f}": between(held, low, high) for low, high in _BINS}
    for name, some in {**rows, "0.50 to 1.00": between(held, 0.5, 1.0), "all": held}.items():
        if some:
            yield f"| {name} | {len(some)} | {mean_confidence(some):.3f} | {share_right(some):.3f} |"
    yield f"\nECE {calibration_error(held):.3f}; of confidence .5 and more {_error_above(held):.3f}"


def as_json(pairs: Sequence[Pair], confidence: float) -> dict[str, Any]:
    """Return all figures of one system."""
    held, (edited, clean) = curve(pairs), _both(pairs, confidence)
    told = list(outcomes(pairs))
    return {
        **_figures(Point(confidence, edited, clean)),
        "average_precision": average_precision(held),
        "average_precision_with_clean": average_precision(held, with_clean=True),
        "at_false_spans": {str(strays): _figures(at_most(held, strays)) for strays in STRAYS if clean.pairs},
        "curve": [_figures(point) for point in _thinned(held)],
        "best_word_f1": _figures(best_f1(held)),
        "ece": calibration_error(told),
        "ece_from_half": _error_above(told),
        "bins": {f"{low}-{high}": _bin(between(told, low, high)) for low, high in _BINS},
        "by": {key: _by(of, pairs, confidence) for key, of in GROUPS.items()},
    }


def _thinned(held: Sequence[Point]) -> list[Point]:
    """Return the counts at 1.00, 0.95 and so on to 0."""
    steps = [k / 20 for k in range(20, -1, -1)]
    return [[point for point in held if point.confidence >= step][-1]._replace(confidence=step) for step in steps]


def _by(of: Callable[[Pair], str], pairs: Sequence[Pair], confidence: float) -> dict[str, Any]:
    parts = {name: [pair for pair in pairs if of(pair) == name] for name in sorted({of(pair) for pair in pairs})}
    return {name: _figures(Point(confidence, *_both(part, confidence))) for name, part in parts.items()}


def _figures(point: Point) -> dict[str, Any]:
    edited, clean = point.edited, point.clean
    return {
        "confidence": point.confidence,
        "edited_pairs": edited.pairs,
        "clean_pairs": clean.pairs,
        "word": _ratio(edited.word),
        "span": _ratio(edited.span),
        "sentence": _ratio(edited.sentence),
        "whole": _ratio(edited.whole),
        "touched": edited.touched,
        "half_found": edited.found_half / max(1, edited.pairs),
        "false_per_100_clean": clean.strays_per_hundred,
        "share_of_clean_with_false": clean.share_with_stray,
        "false_words_per_100": 100 * clean.wrong / max(1, clean.words),
    }


def _ratio(ratio: Ratio) -> dict[str, float]:
    return {"precision": ratio.precision, "recall": ratio.recall, "f1": ratio.f1}


def _bin(held: Sequence[Outcome]) -> dict[str, float]:
    return {"reported": len(held), "mean_confidence": mean_confidence(held), "right": share_right(held)}


def _error_above(held: Sequence[Outcome]) -> float:
    return calibration_error(between(held, 0.5, 1.0))


def _both(pairs: Sequence[Pair], confidence: float) -> tuple[Tally, Tally]:
    edited = total(tally(pair, confidence) for pair in pairs if not pair.is_clean)
    return edited, total(tally(pair, confidence) for pair in pairs if pair.is_clean)


def _table(names: Sequence[str]) -> Iterator[str]:
    yield from (f"| {' | '.join(names)} |", f"|{' --- |' * len(names)}")


def _length(pair: Pair) -> str:
    """Name how many words the base has, so that names sort by length."""
    n_words = len(pair.sides[0].words)
    low = max((limit for limit in (0, *_LENGTHS) if n_words >= limit), default=0)
    return f"from {low:2d} words"


GROUPS: Mapping[str, Callable[[Pair], str]] = {
    "type": lambda pair: pair.type,
    "language": lambda pair: pair.language,
    "tier": lambda pair: pair.tier,
    "length": _length,
}

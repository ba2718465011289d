"""pn translate --explain: how each sentence was translated, for a reader and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from polyglot_news.cli.console import defused
from polyglot_news.model import Article, Translation
from polyglot_news.translation.attempts import Attempt, Explanation


def explained_text(edition: Article, translation: Translation, told: Sequence[Explanation]) -> str:
    """Write what there is to say of every sentence, a line each; what could harm a screen is escaped."""
    blocks = []
    explanations = iter(told)
    for k, paragraph in enumerate(translation.paragraphs):
        for i, sentence in enumerate(paragraph.sentences):
            span = sentence.translation
            rows = [
                ("original", edition.text_of(sentence.original)),
                ("translation", paragraph.text[span.start : span.end]),
                *_rows(next(explanations)),
            ]
            lines = [f"  {name:<12}  {defused(value)}".rstrip() for name, value in rows]
            blocks.append("\n".join([f"paragraph {k + 1}, sentence {i + 1}", *lines]))
    return "\n\n".join(blocks) + "\n"


def explained_object(one: Explanation) -> dict[str, object]:
    """Return the same as an object for JSON."""
    return {
        "package": one.package,
        "parts": [
            {"pieces": list(part.pieces), "tokens": len(part.pieces), "padded_to": part.padded} for part in one.parts
        ],
        "attempts": [
            {
                "translation": attempt.text,
                "beam": attempt.beam_size,
                "score": round(attempt.score, 4),
                "tokens": attempt.n_tokens,
                "doubt": attempt.doubt or None,
                "cached": attempt.cached,
                "kept": i == one.kept,
            }
            for i, attempt in enumerate(one.attempts)
        ],
    }


def _rows(one: Explanation) -> Iterator[tuple[str, str]]:
    if one.package is None:
        yield "as it stands", "no model has seen it"
        return
    yield "package", one.package
    for i, part in enumerate(one.parts, start=1):
        number = f" {i} of {len(one.parts)}" if len(one.parts) > 1 else ""
        yield f"part{number}" if number else "pieces", " ".join(part.pieces)
        yield "", f"{len(part.pieces)} tokens, padded to {part.padded}"
    for i, attempt in enumerate(one.attempts):
        yield f"attempt {i + 1}", _told(attempt, is_kept=i == one.kept, is_only=len(one.attempts) == 1)
        if i != one.kept:
            yield "", attempt.text


def _told(attempt: Attempt, *, is_kept: bool, is_only: bool) -> str:
    said = [
        f"beam {attempt.beam_size}",
        f"score {attempt.score:.2f}",
        f"{attempt.n_tokens} tokens",
        f"in doubt: {attempt.doubt}" if attempt.doubt else "not in doubt",
    ]
    if attempt.cached:
        said.append("from the cache")
    if not is_only:
        said.append("kept" if is_kept else "put aside")
    return ", ".join(said)

"""Which language is this article, and each of its paragraphs. Deterministic; never an answer without a basis.

py3langid (Barbaresi, after langid.py of Lui & Baldwin 2012) over a list of candidate languages; measured beside others
in docs/decisions/0004-language-detection.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

# Wide enough that a third language is called by its name and not forced into Russian or Ukrainian.
CANDIDATES = (
    "en",
    "ru",
    "uk",
    "be",
    "bg",
    "mk",
    "sr",
    "kk",
    "pl",
    "cs",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "ro",
    "tr",
    "ka",
    "he",
    "ar",
    "zh",
)
NAMES = {
    "en": "English", "ru": "Russian", "uk": "Ukrainian", "be": "Belarusian", "bg": "Bulgarian", "mk": "Macedonian",
    "sr": "Serbian", "kk": "Kazakh", "pl": "Polish", "cs": "Czech", "de": "German", "fr": "French", "es": "Spanish",
    "it": "Italian", "pt": "Portuguese", "nl": "Dutch", "ro": "Romanian", "tr": "Turkish", "ka": "Georgian",
    "he": "Hebrew", "ar": "Arabic", "zh": "Chinese",
}  # fmt: skip
UNDETERMINED = "und"
# A paragraph is said to be in another language than its article only with this many letters and this much confidence:
# headlines and names are easily mistaken.
_ENOUGH_LETTERS, _ENOUGH_CONFIDENCE = 40, 0.95


@dataclass(frozen=True, slots=True)
class Detection:
    """A language and how sure that is."""

    language: str  # ISO 639-1, or "und" where there is nothing to judge by
    confidence: float  # 0..1


def name_of(language: str) -> str:
    """Return the English name of a language, or its code where the name is not known."""
    return NAMES.get(language, language)


def detect(text: str) -> Detection:
    """Tell the language of a text; "und" with confidence 0.0 where it holds no letters."""
    letters = sum(character.isalpha() for character in text)
    if not letters:
        return Detection(UNDETERMINED, 0.0)
    language, confidence = _identifier().classify(text)
    return Detection(language, round(float(confidence), 4))


def detect_article(paragraphs: Sequence[str]) -> tuple[Detection, tuple[str, ...]]:
    """Tell the language of an article, and of each of its paragraphs.

    Returns:
        The language in which most of the text is, and a code a paragraph: another language only where the paragraph is
        long enough and the detector sure, else that of the article.
    """
    each = [detect(paragraph) for paragraph in paragraphs]
    amount: Counter[str] = Counter()
    for detection, paragraph in zip(each, paragraphs, strict=True):
        if detection.language != UNDETERMINED:
            amount[detection.language] += len(paragraph)
    if not amount:
        return Detection(UNDETERMINED, 0.0), (UNDETERMINED,) * len(each)
    whole = detect("\n".join(paragraphs))
    language = amount.most_common(1)[0][0]
    if whole.language != language and amount[whole.language] * 2 > amount[language]:
        language = whole.language
    confidence = whole.confidence if whole.language == language else round(amount[language] / amount.total(), 4)
    return Detection(language, confidence), tuple(
        detection.language if _is_foreign(detection, paragraph, language) else language
        for detection, paragraph in zip(each, paragraphs, strict=True)
    )


def _is_foreign(detection: Detection, paragraph: str, language: str) -> bool:
    letters = sum(character.isalpha() for character in paragraph)
    sure = letters >= _ENOUGH_LETTERS and detection.confidence >= _ENOUGH_CONFIDENCE
    return sure and detection.language not in {language, UNDETERMINED}


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415  # heavy

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(CANDIDATES))
    chosen: _Identifier = identifier
    return chosen

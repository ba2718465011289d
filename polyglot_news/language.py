"""Which language is this article, and each of its paragraphs. Deterministic; never an answer without a basis.

Model and method are those of py3langid (Barbaresi, after langid.py of Lui & Baldwin 2012) over a list of candidate
languages; measured beside others in docs/decisions/0004-language-detection.md. What tells the candidates apart is kept
in data/language/ (training/language/reduce.py): py3langid itself takes half a second to unpack its hundred languages.
"""

from __future__ import annotations

import math
import unicodedata
from array import array
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MODEL = Path(__file__).parent / "data" / "language" / "model.npz"

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


class _Identifier:
    """Naive Bayes over sequences of bytes, which an automaton finds; it keeps the steps that texts have taken."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        """Take the arrays that training/language/reduce.py stored."""
        columns: list[str] = stored["languages"].tolist()  # one language may have several: Serbian has one a script
        self._languages = list(dict.fromkeys(columns))
        self._of_column = [self._languages.index(language) for language in columns]
        self._weights, self._priors = stored["weights"], stored["priors"]  # a feature a row, a language a column
        self._rows: list[int] = stored["rows"].tolist()  # of each state: which row of steps it has
        self._features: list[int] = stored["features"].tolist()  # of each state: what has been found there, or -1
        self._steps = _Steps(stored)

    def classify(self, text: str) -> tuple[str, float]:
        """Return the likeliest language and its share of the probability."""
        import numpy as np  # noqa: PLC0415  # heavy

        raw = unicodedata.normalize("NFC", text.lower() if text.isupper() else text).encode("utf-8", "surrogatepass")
        found = Counter(self._found(raw))
        scores = np.zeros(len(self._of_column), dtype=np.float32)
        if found:
            counts = np.fromiter(found.values(), dtype=np.float32, count=len(found))
            scores = np.log1p(counts) @ self._weights[list(found)] + self._priors
        scores *= 1.0 / math.sqrt(len(raw))  # else the longer a text, the surer every answer
        shares = np.exp(scores - scores.max())
        probabilities = np.zeros(len(self._languages), dtype=np.float32)
        np.add.at(probabilities, self._of_column, shares / shares.sum())
        best = int(probabilities.argmax())
        return self._languages[best], float(probabilities[best])

    def _found(self, raw: bytes) -> list[int]:
        rows, steps, features = self._rows, self._steps, self._features  # looked up once: a byte is a step
        state, found = 0, []
        for byte in raw:
            state = steps[rows[state]][byte]
            if features[state] >= 0:
                found.append(features[state])
        return found


class _Steps(dict[int, Sequence[int]]):
    """Rows of steps by number: where each byte leads. A row is laid out when a text first needs it."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        """Know no row yet."""
        super().__init__()
        self._usual, self._ends = stored["usual"], stored["ends"]
        self._bytes, self._steps = stored["bytes"], stored["steps"]

    def __missing__(self, number: int) -> Sequence[int]:
        differing = slice(self._ends[number - 1] if number else 0, self._ends[number])
        steps = self._usual.copy()
        steps[self._bytes[differing]] = self._steps[differing]
        self[number] = row = array("I", steps.tobytes())
        return row


@cache
def _identifier() -> _Identifier:
    import numpy as np  # noqa: PLC0415  # heavy

    with np.load(_MODEL) as stored:
        return _Identifier({name: stored[name] for name in stored.files})

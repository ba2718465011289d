"""Which language is this text, this article, each paragraph, a passage in it. Deterministic; no answer without a basis.

The script says at once which languages it cannot be; among those that share one, sequences of one to six letters within
words speak for and against each language, by weights that training/language/fit.py fitted (logistic regression over
hashed sequences, the method of Joulin et al. 2017 without its hidden layer). Measured beside others, and how far the
confidence can be trusted: docs/decisions/0004-language-detection.md.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MODEL = Path(__file__).parent / "data" / "language" / "model.npz"

# Wide enough that a third language is called by its name and not forced into Russian or Ukrainian.
NAMES = {
    "en": "English", "ru": "Russian", "uk": "Ukrainian", "be": "Belarusian", "bg": "Bulgarian", "mk": "Macedonian",
    "sr": "Serbian", "kk": "Kazakh", "ky": "Kyrgyz", "tg": "Tajik", "tt": "Tatar", "mn": "Mongolian", "pl": "Polish",
    "cs": "Czech", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese", "nl": "Dutch",
    "ro": "Romanian", "tr": "Turkish", "sv": "Swedish", "da": "Danish", "nb": "Norwegian", "fi": "Finnish",
    "hu": "Hungarian", "lt": "Lithuanian", "lv": "Latvian", "sk": "Slovak", "sl": "Slovene", "ca": "Catalan",
    "id": "Indonesian", "vi": "Vietnamese", "ka": "Georgian", "hy": "Armenian", "el": "Greek", "he": "Hebrew",
    "ar": "Arabic", "hi": "Hindi", "th": "Thai", "zh": "Chinese", "ja": "Japanese", "ko": "Korean",
}  # fmt: skip
CANDIDATES = tuple(NAMES)
UNDETERMINED = "und"
# Scripts of which one language alone is told; others that use it are called by its name, hence not quite sure.
_SOLE = {
    "georgian": "ka", "armenian": "hy", "greek": "el", "hebrew": "he", "arabic": "ar", "devanagari": "hi", "thai": "th",
    "han": "zh", "kana": "ja", "hangul": "ko",
}  # fmt: skip
_SOLE_CONFIDENCE = 0.9
# Where letters of a script begin, up to the next row; "" are no letters. Lower case suffices.
_RANGES = (
    (0x0, ""), (0x61, "latin"), (0x7B, ""), (0xDF, "latin"), (0xF7, ""), (0xF8, "latin"), (0x250, ""),
    (0x370, "greek"), (0x400, "cyrillic"), (0x482, ""), (0x48A, "cyrillic"), (0x530, ""), (0x561, "armenian"),
    (0x588, ""), (0x5D0, "hebrew"), (0x5EB, ""), (0x620, "arabic"), (0x64B, ""), (0x66E, "arabic"), (0x6D4, ""),
    (0x904, "devanagari"), (0x93A, ""), (0xE01, "thai"), (0xE31, ""), (0x10D0, "georgian"), (0x1100, "hangul"),
    (0x1200, ""), (0x1E00, "latin"), (0x1F00, "greek"), (0x2000, ""), (0x3041, "kana"), (0x3100, ""), (0x3400, "han"),
    (0xA000, ""), (0xAC00, "hangul"), (0xD7A4, ""),
)  # fmt: skip
_SCRIPTS = tuple(sorted({script for _, script in _RANGES}))
BITS = 17  # sequences are told apart by numbers of so many bits: 1.5 MB of weights as packed
_LONGEST = 6  # letters of a sequence, the edge of a word counted
_APOSTROPHES = (0x27, 0x2019, 0x2BC, 0x60)
# Latin letters that stand in a Cyrillic word for those that look the same: slips of a keyboard, or to deceive.
_LOOKALIKES = str.maketrans("aceopxyijs", "асеорхуіјѕ")
_MIXED = re.compile(r"[^\W\d_]*(?:[\u0400-\u04ff][a-z]|[a-z][\u0400-\u04ff])[^\W\d_]*")
# A paragraph is said to be in another language than its article only with this many letters and this much confidence:
# headlines and names are easily mistaken.
_ENOUGH_LETTERS, _ENOUGH_CONFIDENCE = 40, 0.95
# So is a passage; one that is set off by quotation marks or ends may be shorter.
_PASSAGE_LETTERS, _PASSAGE_WORDS, _PASSAGE_CONFIDENCE = 12, 3, 0.9
_QUOTED = re.compile(r"«[^«»]*(?:«[^«»]*»[^«»]*)*»|„[^„“”]*[“”]|“[^“”]*”|\"[^\"]*\"")
_PART = re.compile(r"(?:[^.!?…:]|[.!?…:](?!\s))*[.!?…:]*")
_MARKS = " \t\n\u00a0\u202f\"'“”„«»‘’()[]—–-,;:"


class Detection(NamedTuple):
    """A language and how sure that is."""

    language: str  # ISO 639-1, or "und" where there is nothing to judge by
    confidence: float  # 0..1; of answers with .9, nine in ten are right


class Passage(NamedTuple):
    """A part of a paragraph in another language than its article."""

    start: int
    end: int
    language: str
    confidence: float  # 0..1


def name_of(language: str) -> str:
    """Return the English name of a language, or its code where the name is not known."""
    return NAMES.get(language, language)


def detect(text: str) -> Detection:
    """Tell the language of a text; "und" with confidence 0.0 where it holds no letters of a script that is known."""
    shares = _shares(text)
    if not shares:
        return Detection(UNDETERMINED, 0.0)
    language = max(shares, key=shares.__getitem__)
    return Detection(language, round(shares[language], 4))


def detect_article(paragraphs: Sequence[str]) -> tuple[Detection, tuple[str, ...]]:
    """Tell the language of an article, and of each of its paragraphs.

    Returns:
        The language in which it is told, whatever language the quotations are in, and a code a paragraph: another
        language only where the paragraph is long enough and the detector sure, else that of the article. A paragraph
        counts as being in the language of most of it, its quotations too: that is what a translator must read.
    """
    told = [_untold_by_others(paragraph) for paragraph in paragraphs]
    amount: dict[str, float] = {}
    known = {text: detect(text) for text in told}
    for text in told:
        found = known[text]
        if found.language != UNDETERMINED:
            amount[found.language] = amount.get(found.language, 0.0) + _letters(text) * found.confidence
    if not amount:
        return Detection(UNDETERMINED, 0.0), (UNDETERMINED,) * len(told)
    language = max(amount, key=amount.__getitem__)
    whole = detect("\n".join(told))
    confidence = whole.confidence if whole.language == language else amount[language] / sum(amount.values())
    each = tuple(_language_of(paragraph, language, known) for paragraph in paragraphs)
    return Detection(language, round(confidence, 4)), each


def passages(text: str, language: str) -> tuple[Passage, ...]:
    """Find what is in another language inside a paragraph: quotations, sentences, what follows a colon.

    Args:
        text: the paragraph, untouched.
        language: that of the article.

    Returns:
        In order, disjoint, without the quotation marks around them; neighbours in one language are one passage. Names
        and phrases of a word or two are none.
    """
    found: list[Passage] = []
    for start, end in _parts(text):
        passage = _foreign(text, start, end, language)
        if passage is None:
            continue
        if found and found[-1].language == passage.language and not _letters(text[found[-1].end : passage.start]):
            before = found.pop()
            surer = max(before.confidence, passage.confidence)
            passage = Passage(before.start, passage.end, passage.language, surer)
        found.append(passage)
    return tuple(found)


def sequences(text: str) -> tuple[str, NDArray[Any]]:
    """Number the sequences of letters by which a text is judged.

    Returns:
        The script that the text is in, "" where it has no letters of a known one; and for every sequence of 1 to 6
        letters of that script within a word, whose edges count as letters, a number below 2 ** BITS.
    """
    import numpy as np  # noqa: PLC0415  # heavy

    codes, scripts = _read(text)
    if _is_mixed_within_words(scripts):
        codes, scripts = _read(_MIXED.sub(lambda word: word[0].translate(_LOOKALIKES), text.lower()))
    script = _prevailing(text, scripts)
    if not script:
        return "", np.zeros(0, dtype=np.uint32)
    letters = _words(codes, scripts == script)
    inside = letters != 0
    numbers, found = letters, [_spread(letters[inside])]
    unbroken = np.ones(len(letters), dtype=bool)
    for length in range(2, min(_LONGEST, len(letters)) + 1):
        numbers = numbers[:-1] * np.uint32(0x9E3779B1) + letters[length - 1 :] + np.uint32(length)
        unbroken = unbroken[:-1] & inside[length - 2 : -1] if length > 2 else unbroken[:-1]  # noqa: PLR2004  # the first and the last may be edges
        found.append(_spread(numbers[unbroken]))
    return _SCRIPTS[script], np.concatenate(found)


class _Weights(NamedTuple):
    """What the sequences of one script say for each of its languages."""

    languages: tuple[str, ...]
    rows: NDArray[Any]  # whole numbers, a row a sequence, a column a language
    scale: NDArray[Any]  # of each column
    bias: NDArray[Any]
    trust: NDArray[
        Any
    ]  # a, b: scores of a text of n sequences are divided by a + b * log n, so that shares can be trusted

    def shares(self, found: NDArray[Any]) -> NDArray[Any]:
        """Return the probability of each language."""
        import numpy as np  # noqa: PLC0415  # heavy

        rows = self.rows[found // ((1 << BITS) // len(self.rows))]
        scores = rows.sum(axis=0, dtype=np.int64) * self.scale / np.sqrt(len(found)) + self.bias
        scores /= max(self.trust[2], self.trust[0] + self.trust[1] * np.log(len(found)))
        likely = np.exp(scores - scores.max())
        shares: NDArray[Any] = likely / likely.sum()
        return shares


def _shares(text: str) -> dict[str, float]:
    """Return how likely each language is, of those that are written in the script of the text."""
    script, found = sequences(text)
    if script in _SOLE:
        return {_SOLE[script]: _SOLE_CONFIDENCE}
    if not script:
        return {}
    weights = _model()[script]
    return dict(zip(weights.languages, weights.shares(found).tolist(), strict=True))


def _read(text: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the code points of a text in lower case, and the number of each one's script."""
    import numpy as np  # noqa: PLC0415  # heavy

    raw = unicodedata.normalize("NFC", text.lower()).encode("utf-32-le", "surrogatepass")
    codes = np.frombuffer(raw, dtype="<u4").astype(np.uint32)
    starts, scripts = _ranges()
    return codes, scripts[np.searchsorted(starts, codes, side="right") - 1]


@cache
def _ranges() -> tuple[NDArray[Any], NDArray[Any]]:
    import numpy as np  # noqa: PLC0415  # heavy

    starts = np.array([start for start, _ in _RANGES], dtype=np.uint32)
    return starts, np.array([_SCRIPTS.index(script) for _, script in _RANGES], dtype=np.uint8)


def _is_mixed_within_words(scripts: NDArray[Any]) -> bool:
    together = scripts[1:].astype(int) * len(_SCRIPTS) + scripts[:-1]
    latin, cyrillic = _SCRIPTS.index("latin"), _SCRIPTS.index("cyrillic")
    return bool(
        (together == latin * len(_SCRIPTS) + cyrillic).any() or (together == cyrillic * len(_SCRIPTS) + latin).any()
    )


def _prevailing(text: str, scripts: NDArray[Any]) -> int:
    """Return the script of most letters; where two are near each other, names do not count; 0 where there are none."""
    import numpy as np  # noqa: PLC0415  # heavy

    counts = np.bincount(scripts, minlength=len(_SCRIPTS))
    counts[0] = 0
    han, kana = _SCRIPTS.index("han"), _SCRIPTS.index("kana")
    if counts[kana] * 4 > counts[han]:
        counts[han] = 0  # Japanese writes both
    second, first = np.sort(counts)[-2:].tolist()
    if second * 4 > first:
        common = " ".join(word for word in text.split() if word.strip(_MARKS)[:1].islower())
        without_names = np.bincount(_read(common)[1], minlength=len(_SCRIPTS))
        without_names[0] = 0
        counts = without_names if without_names.any() else counts
    return int(counts.argmax()) if counts.any() else 0


def _words(codes: NDArray[Any], wanted: NDArray[Any]) -> NDArray[Any]:
    """Return the letters that are wanted, a single 0 between words and at both ends; a word may hold apostrophes."""
    import numpy as np  # noqa: PLC0415  # heavy

    letters = np.zeros(len(codes) + 2, dtype=np.uint32)
    letters[1:-1] = np.where(wanted, codes, 0)
    apostrophes = np.flatnonzero(np.isin(codes, _APOSTROPHES)) + 1
    apostrophes = apostrophes[(letters[apostrophes - 1] != 0) & (letters[apostrophes + 1] != 0)]
    letters[apostrophes] = _APOSTROPHES[0]
    kept = np.ones(len(letters), dtype=bool)
    kept[1:] = (letters[1:] != 0) | (letters[:-1] != 0)
    return letters[kept]


def _spread(numbers: NDArray[Any]) -> NDArray[Any]:
    """Spread numbers evenly over 2 ** BITS, as the last steps of MurmurHash3 do."""
    import numpy as np  # noqa: PLC0415  # heavy

    numbers = numbers * np.uint32(0x85EBCA6B)
    numbers ^= numbers >> np.uint32(15)
    return (numbers * np.uint32(0xC2B2AE35)) >> np.uint32(32 - BITS)


@cache
def _model() -> Mapping[str, _Weights]:
    import numpy as np  # noqa: PLC0415  # heavy

    with np.load(_MODEL, allow_pickle=False) as stored:
        return {
            script: _Weights(
                tuple(stored[f"{script}_languages"].tolist()),
                *(stored[f"{script}_{name}"] for name in ("rows", "scale", "bias", "trust")),
            )
            for script in ("cyrillic", "latin")
        }


def _untold_by_others(paragraph: str) -> str:
    """Return a paragraph without its quotations, or whole where hardly anything else is in it."""
    rest = _QUOTED.sub(" ", paragraph)
    return rest if _letters(rest) >= _PASSAGE_LETTERS else paragraph


def _language_of(paragraph: str, language: str, known: Mapping[str, Detection]) -> str:
    if _letters(paragraph) < _ENOUGH_LETTERS:
        return language
    detection = known.get(paragraph) or detect(paragraph)
    is_foreign = detection.confidence >= _ENOUGH_CONFIDENCE and detection.language != UNDETERMINED
    return detection.language if is_foreign else language


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Cut a paragraph into quotations, and what is around them into sentences."""
    position = 0
    for quotation in _QUOTED.finditer(text):
        yield from _sentences(text, position, quotation.start())
        yield quotation.start() + 1, quotation.end() - 1
        position = quotation.end()
    yield from _sentences(text, position, len(text))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for part in _PART.finditer(text, start, end):
        if part[0]:
            yield part.span()


def _foreign(text: str, start: int, end: int, language: str) -> Passage | None:
    part = text[start:end]
    words = [word.strip(_MARKS) for word in part.split()]
    words = [word for word in words if word[:1].isalpha()]
    common = sum(word[0].islower() for word in words)
    if (
        len(words) < _PASSAGE_WORDS
        or (common * 2 <= len(words) and common < _PASSAGE_WORDS)
        or _letters(part) < _PASSAGE_LETTERS
    ):
        return None
    found = detect(part)
    if found.language in {language, UNDETERMINED} or found.confidence < _PASSAGE_CONFIDENCE:
        return None
    start += len(part) - len(part.lstrip(_MARKS))
    return Passage(start, start + len(part.strip(_MARKS)), found.language, found.confidence)


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)

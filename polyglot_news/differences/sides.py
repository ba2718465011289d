"""The three texts of a link as words: the base, the original edition, its translation; and which words answer which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from polyglot_news.differences.classes import TELLING, Class
from polyglot_news.differences.matching import Matching, match
from polyglot_news.differences.quantities import Quantity
from polyglot_news.differences.reading import Word, read
from polyglot_news.differences.texts import Texts
from polyglot_news.model import Link, Span
from polyglot_news.sentences import split

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Flags = NDArray[np.bool_]
    Vector = NDArray[np.float64]
    Places = NDArray[np.int64]


_Paragraph = tuple[int, str, str, Sequence[Span]]  # its place, text, language and sentences
_STANCE = frozenset({Class.MODAL, Class.HEDGE, Class.REPORT, Class.DEGREE})


class Side(NamedTuple):
    """One of the texts."""

    language: str
    words: tuple[Word, ...]
    paragraph: tuple[int, ...]  # of each word
    sentence: Places  # of each word, counted over the whole side
    sentences: tuple[Span, ...]
    group: Places  # of each word, the place of its sentence in Link.sentences; -1 where it is in none
    telling: Flags  # words that say something themselves
    rarity: Vector  # 0 for words that do not
    sorts: Flags  # words x (number, name, negation, stance)
    stanced: tuple[int, ...]  # words with a stance

    def place_of(self, quantity: Quantity, word: int) -> Span:
        """Where a number stands that begins with a word; it was read apart from its article, and knows no paragraph."""
        return Span(self.paragraph[word], quantity.place.start, quantity.place.end)


class LinkedTexts(NamedTuple):
    """A link read whole."""

    link: Link
    base: Side
    original: Side
    translated: Side  # without words where nothing was translated
    base_to_original: Matching
    base_to_translated: Matching
    translated_to_original: Matching
    doubtful: frozenset[int]  # paragraphs of the edition whose translation is in doubt
    base_held: Flags  # words of the base that the edition answers, in the original or in the translation
    original_held: Flags  # words of the original that the base answers, itself or through the translation
    translated_held: Flags  # words of the translation likewise, through the original


def read_link(texts: Texts, link: Link) -> LinkedTexts:
    """Read the three texts of a link and pair their words."""
    base, edition, told = texts.base, texts.edition, texts.translation
    ours = _side(
        [(i, base.paragraphs[i].text, base.paragraphs[i].language, base.paragraphs[i].sentences) for i in link.base],
        [one.base for one in link.sentences],
    )
    theirs = _side(
        [
            (j, edition.paragraphs[j].text, edition.paragraphs[j].language, edition.paragraphs[j].sentences)
            for j in link.edition
        ],
        [one.edition for one in link.sentences],
    )
    translated = _side(
        [
            (j, text, told.language, _split(j, text, told.language))
            for j in link.edition
            for text in [told.paragraphs[j].text]
        ],
        [one.translation for one in link.sentences],
    )
    to_original = match(ours.words, theirs.words, (ours.language, theirs.language))
    to_translated = match(ours.words, translated.words, (ours.language, translated.language))
    across = match(translated.words, theirs.words, (translated.language, theirs.language))
    original_held, translated_held = _held(to_original, to_translated, across)
    return LinkedTexts(
        link=link,
        base=ours,
        original=theirs,
        translated=translated,
        base_to_original=to_original,
        base_to_translated=to_translated,
        translated_to_original=across,
        doubtful=frozenset(j for j in link.edition if any(one.doubt for one in told.paragraphs[j].sentences)),
        base_held=(to_translated.partner >= 0) | (to_original.partner >= 0),
        original_held=original_held,
        translated_held=translated_held,
    )


def _held(to_original: Matching, to_translated: Matching, across: Matching) -> tuple[Flags, Flags]:
    """Words of the original and of the translation that the base answers, directly or through the other of the two."""
    import numpy as np  # noqa: PLC0415  # heavy

    original, translated = to_original.answering.copy(), to_translated.answering.copy()
    pairs = np.flatnonzero(across.partner >= 0)
    both = translated[pairs] | original[across.partner[pairs]]
    translated[pairs] |= both
    np.logical_or.at(original, across.partner[pairs], both)
    return original, translated


def _split(paragraph: int, text: str, language: str) -> tuple[Span, ...]:
    return tuple(Span(paragraph, start, end) for start, end in split(text, language))


def _side(paragraphs: Sequence[_Paragraph], groups: Sequence[Sequence[Span]]) -> Side:
    import numpy as np  # noqa: PLC0415  # heavy

    sentences = [span for *_, spans in paragraphs for span in spans]
    placed = list(
        _placed(paragraphs, [*enumerate(sentences)], [(n, span) for n, some in enumerate(groups) for span in some])
    )
    words = tuple(word for word, *_ in placed)
    telling = np.array([word.kind in TELLING for word in words], dtype=bool)
    sorts = [
        (word.quantity is not None, word.is_name, word.kind is Class.NEGATION, word.kind in _STANCE) for word in words
    ]
    return Side(
        language=paragraphs[0][2] if paragraphs else "",
        words=words,
        paragraph=tuple(paragraph for _, paragraph, *_ in placed),
        sentence=np.array([sentence for *_, sentence, _ in placed], dtype=int),
        sentences=tuple(sentences),
        group=np.array([group for *_, group in placed], dtype=int),
        telling=telling,
        rarity=np.where(telling, np.array([word.rarity for word in words], dtype=float), 0.0),
        sorts=np.array(sorts, dtype=bool).reshape(len(words), 4),
        stanced=tuple(k for k, word in enumerate(words) if word.stances),
    )


def _placed(
    paragraphs: Sequence[_Paragraph], sentences: Sequence[tuple[int, Span]], grouped: Sequence[tuple[int, Span]]
) -> Iterator[tuple[Word, int, int, int]]:
    """Each word with its paragraph, its sentence and its group."""
    n_units = 0
    for k, text, language, _ in paragraphs:
        here, linked = ([(n, span) for n, span in some if span.paragraph == k] for some in (sentences, grouped))
        n_before = n_units  # numbers and names are counted anew in every paragraph
        for word in read(text, language):
            own = word._replace(unit=n_before + word.unit) if n_before and word.unit >= 0 else word
            n_units = max(n_units, own.unit + 1)
            yield own, k, _home(word.start, here), _home(word.start, linked)


def _home(place: int, spans: Sequence[tuple[int, Span]]) -> int:
    """The number of the span that holds a place; -1 where none does."""
    return next((number for number, span in spans if span.start <= place < span.end), -1)

"""The nouns: frozen values that the rooms hand to each other. Nothing here opens a file or loads a model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is in its article."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"  # of a picture: shown, and neither omitted nor added


class TranslationKind(StrEnum):
    """Where a translation comes from."""

    ARGOS = "argos"
    PROVIDED = "provided"
    NONE = "none"


class DifferenceKind(StrEnum):
    """What sort of difference is reported."""

    OMISSION = "omission"
    ADDITION = "addition"
    NUMBER = "number"
    NAME = "name"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    MODALITY = "modality"
    FRAMING = "framing"


class Level(StrEnum):
    """How much text a difference is about."""

    SENTENCE = "sentence"
    CLAUSE = "clause"
    WORD = "word"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters [start, end) of one paragraph, as Python string indices. Every offset in the program is a Span."""

    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph as it stands in the edition, untouched."""

    text: str
    role: Role
    language: str  # ISO 639-1
    sentences: tuple[Span, ...]  # a sentence is a Span; there is no second copy of its text


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Text of the site that was set aside."""

    text: str
    reason: str  # the name of the rule that took it out


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page, a document or a feed says about its article; "" and () where it says nothing."""

    subtitle: str = ""
    date: str = ""  # ISO 8601: 2026-11-24, or with a time
    authors: tuple[str, ...] = ()
    site: str = ""
    address: str = ""  # canonical
    alternates: tuple[tuple[str, str], ...] = ()  # language, address of another edition


@dataclass(frozen=True, slots=True)
class Article:
    """One edition, cleaned: what is compared, and what was set aside and why."""

    source: str  # the path, URL or "-" that the user gave
    language: str
    language_confidence: float  # 0..1
    title: str
    paragraphs: tuple[Paragraph, ...]
    boilerplate: tuple[Boilerplate, ...] = ()
    metadata: Metadata = Metadata()

    def text_of(self, span: Span) -> str:
        """Return the text that `span` points to."""
        return self.paragraphs[span.paragraph].text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class TranslatedSentence:
    """One sentence, the way from its translation back to the original, and what is wrong with it."""

    original: Span
    translation: Span
    doubt: str = ""  # "" where the translation can be relied on, else the guard that failed: repetition, length, ...


@dataclass(frozen=True, slots=True)
class TranslatedParagraph:
    """One paragraph of the edition in the base's language; text is "" where nothing was translated."""

    text: str
    sentences: tuple[TranslatedSentence, ...]


@dataclass(frozen=True, slots=True)
class Translation:
    """One edition in the base's language, with as many paragraphs as the edition has."""

    kind: TranslationKind
    language: str
    package: str | None  # e.g. "translate-ru_en-1_9"; None where no package was used
    paragraphs: tuple[TranslatedParagraph, ...]
    sentences: int = 0  # how many were translated, cached ones included
    cached: int = 0
    seconds: float = 0.0
    is_starter: bool = False  # made by the package that polyglot-news brings along


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Sentences inside one link that tell the same; an empty side is a sentence left out or added."""

    base: tuple[Span, ...]
    edition: tuple[Span, ...]  # in the original
    translation: tuple[Span, ...]  # what `edition` became; empty where nothing was translated
    score: float  # 0..1; 0.0 where a side is empty


@dataclass(frozen=True, slots=True)
class Link:
    """An m-n bead, m, n >= 1."""

    base: tuple[int, ...]
    edition: tuple[int, ...]
    score: float  # 0..1, higher is more alike
    moved: bool = False
    sentences: tuple[SentenceLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links that share no paragraph; what no link holds is omitted or added (derived, so it cannot contradict them)."""

    base_size: int
    edition_size: int
    links: tuple[Link, ...]  # in the order of the base
    base_captions: tuple[int, ...] = ()  # of pictures: in no link, and no omissions
    edition_captions: tuple[int, ...] = ()  # and no additions

    @property
    def omitted(self) -> tuple[int, ...]:
        """Base paragraphs that no link holds, in order; captions are not asked for."""
        known = {i for link in self.links for i in link.base}.union(self.base_captions)
        return tuple(i for i in range(self.base_size) if i not in known)

    @property
    def added(self) -> tuple[int, ...]:
        """Edition paragraphs that no link holds, in order; captions are not asked for."""
        known = {j for link in self.links for j in link.edition}.union(self.edition_captions)
        return tuple(j for j in range(self.edition_size) if j not in known)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for or against a difference."""

    rule: str  # the rule's function name: what a reader and a test can ask for
    weight: float  # -1..1, for (+) or against (-) the difference
    note: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One omission, addition or change inside a link."""

    kind: DifferenceKind
    level: Level
    confidence: float  # 0..1
    link: int  # position in Alignment.links
    base: Span | None
    edition: Span | None  # in the original, not in its translation
    translation: Span | None
    note: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The base held against one edition."""

    edition: Article
    translation: Translation
    alignment: Alignment
    differences: tuple[Difference, ...]  # in the order of the links, then of the text


@dataclass(frozen=True, slots=True)
class Report:
    """All that a renderer needs. `signature` says how the result was made, so that it can be made again."""

    base: Article
    comparisons: tuple[Comparison, ...]
    signature: str

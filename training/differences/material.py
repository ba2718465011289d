"""What can be put into a paragraph: sentences, clauses, phrases, names and modifiers of other paragraphs."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from grammar import DETERMINERS, FUNCTION, PREPOSITIONS
from lists import word_set
from naming import Named, names
from reading import Reading, read
from rows import Pair

Sourced = tuple[str, str]  # the document it is from, the text
_SENTENCE = re.compile(r"[A-Z“\"].*[.!?][\"”]?")
_CLAUSE = re.compile(
    r", ((?:which|who|where|whose|while|although|because|after|before|when|but|and) [^,;:()\"“”.?!]{14,120})(?=[.,])"
)
_PHRASE = re.compile(
    r" ((?:in|on|at|during|after|under|with|without|for|near|despite|because of|due to|in front of|as part of) "
    r"(?:the |a |an )?[^\W\d_][\w\- ]{3,40})(?=[.])"
)
_ASIDE = re.compile(r"\(([A-Z0-9a-z][^()]{5,60})\)")
_VERB = re.compile(
    r"\b(?:is|was|are|were|has|have|had|will|would|can|could|may|must|should|do|does|did|[a-z]{3,}(?:ed|es)|said|went|came|"
    r"took|made|got|gave|began|became)\b"
)
_OPENS_BADLY = re.compile(r"(?:and|but) (?:that|also|to|then|not|even|with|in|for)\b")
_NOT_PHRASE = re.compile(
    r"\b(?:my|me|you|your|i|we|\w+ly|this|these|that|link|end|beginning|way|time|following)\b", re.IGNORECASE
)
_NO_MODIFIERS = word_set(
    "own same last next first other such former due right left only certain particular whole entire able"
)


@dataclass(frozen=True, slots=True)
class Material:
    """Texts by kind, each with the document that it is from."""

    sentences: tuple[Sourced, ...]
    clauses: tuple[Sourced, ...]
    phrases: tuple[Sourced, ...]
    asides: tuple[Sourced, ...]
    quotations: tuple[Sourced, ...]
    names: Mapping[Named, tuple[str, ...]]
    modifiers: Mapping[str, tuple[str, ...]]  # adjectives by the noun they stand before
    by_document: Mapping[str, tuple[str, ...]]  # sentences
    clauses_by_document: Mapping[str, tuple[str, ...]]

    def sentence(self, pair: Pair, rng: random.Random) -> str | None:
        """Draw a sentence, of the same document half the time, that the paragraph does not have."""
        own = self.by_document.get(pair.doc, ())
        if own and rng.random() < 0.5:  # noqa: PLR2004
            drawn = rng.choice(own)
        else:
            drawn = rng.choice(self.sentences)[1] if self.sentences else ""
        return drawn if drawn and drawn not in pair.en else None

    def clause(self, pair: Pair, rng: random.Random) -> str | None:
        """Draw a clause, of the same document half the time, that the paragraph does not have."""
        own = self.clauses_by_document.get(pair.doc, ())
        if own and rng.random() < 0.5:  # noqa: PLR2004
            drawn = rng.choice(own)
            return drawn if drawn not in pair.en else None
        return self.drawn(self.clauses, pair, rng)

    def drawn(self, texts: tuple[Sourced, ...], pair: Pair, rng: random.Random) -> str | None:
        """Draw one of `texts` that the paragraph does not have."""
        text = rng.choice(texts)[1] if texts else ""
        return text if text and text not in pair.en else None


def gather(pairs: Iterable[Pair]) -> Material:
    """Collect the material of many paragraphs."""
    found: dict[str, list[Sourced]] = defaultdict(list)
    named: dict[Named, set[str]] = defaultdict(set)
    modifiers: dict[str, set[str]] = defaultdict(set)
    documents: dict[str, list[str]] = defaultdict(list)
    for pair in pairs:
        en = read(pair.en)
        for start, end in en.sentences:
            _add_sentence(pair, pair.en[start:end], found, documents)
        for one in names(en):
            named[one.kind].add(one.text)
        for noun, adjective in _modifiers(en):
            modifiers[noun].add(adjective)
    clauses: dict[str, list[str]] = defaultdict(list)
    for doc, text in dict.fromkeys(found["clauses"]):
        clauses[doc].append(text)
    return Material(
        **{
            kind: tuple(dict.fromkeys(found[kind]))
            for kind in ("sentences", "clauses", "phrases", "asides", "quotations")
        },
        names={kind: tuple(sorted(texts)) for kind, texts in named.items()},
        modifiers={noun: tuple(sorted(texts)) for noun, texts in modifiers.items()},
        clauses_by_document={doc: tuple(texts) for doc, texts in clauses.items()},
        by_document={doc: tuple(dict.fromkeys(texts)) for doc, texts in documents.items()},
    )


def _add_sentence(pair: Pair, text: str, found: dict[str, list[Sourced]], documents: dict[str, list[str]]) -> None:
    n_words = text.count(" ") + 1
    whole = text.count('"') % 2 == 0 and text.count("“") == text.count("”")
    if 4 <= n_words <= 40 and whole and _SENTENCE.fullmatch(text):  # noqa: PLR2004
        documents[pair.doc].append(text)
        found["sentences"].append((pair.doc, text))
        if n_words <= 20 and not {'"', "“"} & set(text) and text[-1] == ".":  # noqa: PLR2004
            found["quotations"].append((pair.doc, text))
    for match in _CLAUSE.finditer(text):
        if _VERB.search(match[1]) and len(match[1].split()) > 3 and not _OPENS_BADLY.match(match[1]):  # noqa: PLR2004
            found["clauses"].append((pair.doc, match[1]))
    for match in _PHRASE.finditer(text):
        if not _VERB.search(match[1]) and 3 <= len(match[1].split()) < 7 and not _NOT_PHRASE.search(match[1]):  # noqa: PLR2004
            found["phrases"].append((pair.doc, match[1]))
    found["asides"] += [(pair.doc, match[1]) for match in _ASIDE.finditer(text) if match[1].count(" ") > 1]


def _modifiers(en: Reading) -> list[tuple[str, str]]:
    """Nouns at the end of their phrases, each with an adjective after an article or a preposition."""
    return [
        (en.lower[k + 1], en.lower[k])
        for k in range(1, len(en.words) - 1)
        if en.lower[k - 1] in DETERMINERS | PREPOSITIONS
        and en.words[k].text.islower()
        and en.is_adjective(k)
        and en.joined(k + 1)
        and en.words[k + 1].text.islower()
        and en.is_noun(k + 1)
        and not en.is_adjective(k + 1)
        and en.lower[k] not in _NO_MODIFIERS
        and (not en.joined(k + 2) or en.at(k + 2) in FUNCTION)
    ]

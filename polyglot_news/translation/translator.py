"""What the main job asks for a translation: an ArgosTranslator, or one of the two around and without it here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from polyglot_news.errors import InputError
from polyglot_news.language import name_of
from polyglot_news.lexicon.vocabulary import is_known
from polyglot_news.model import Article, Translation
from polyglot_news.translation.provided import provided, untranslated


class Translator(Protocol):
    """Puts editions into the base's language."""

    @property
    def signature(self) -> str:
        """How it translates, in one line, for the record of how a result was made; no times, no paths."""
        ...

    def translate(self, editions: Sequence[Article], into: str) -> tuple[Translation, ...]:
        """Return one translation for each edition, in their order, each with as many paragraphs as its edition."""
        ...


@dataclass(frozen=True, slots=True)
class NoTranslator:
    """Leaves every edition untranslated: the lexicon alone is the evidence."""

    @property
    def signature(self) -> str:
        """Say that nothing is translated."""
        return "none"

    def translate(self, editions: Sequence[Article], into: str) -> tuple[Translation, ...]:
        """Return an empty translation for each edition.

        Raises:
            InputError: the lexicon does not know the language of an edition, or `into`.
        """
        return tuple(_with_evidence(edition, untranslated(edition, into)) for edition in editions)


@dataclass(frozen=True, slots=True)
class ProvidedTranslator:
    """Takes the translations that the user brings, and asks another translator for the rest."""

    lines: Mapping[str, tuple[str, Sequence[str]]]  # Article.source -> (name of the file, its lines)
    otherwise: Translator

    @property
    def signature(self) -> str:
        """Name both."""
        return f"provided, {self.otherwise.signature}"

    def translate(self, editions: Sequence[Article], into: str) -> tuple[Translation, ...]:
        """Translate the editions for which there are no lines, all at once.

        Raises:
            InputError: lines and paragraphs of an edition differ in number; or all lines are empty, and the lexicon
                does not know the language.
        """
        rest = [edition for edition in editions if edition.source not in self.lines]
        translated = iter(self.otherwise.translate(rest, into) if rest else ())
        return tuple(
            self._provided(edition, into) if edition.source in self.lines else next(translated) for edition in editions
        )

    def _provided(self, edition: Article, into: str) -> Translation:
        source, lines = self.lines[edition.source]
        return _with_evidence(edition, provided(edition, lines, into, source))


def _with_evidence(edition: Article, translation: Translation) -> Translation:
    """Refuse what nothing could be told of: an untranslated edition, and no lexicon for its language or the base's."""
    into = translation.language
    if edition.language == into or any(paragraph.text for paragraph in translation.paragraphs):
        return translation
    hint = f"--translation {edition.source}=FILE brings a translation; without --no-translate an installed package "
    hint += "makes one: pn models install LANGUAGE"
    if not is_known(edition.language):
        name = name_of(edition.language)
        raise InputError(f"{edition.source}: is in {name}, for which there is no translation and no lexicon", hint=hint)
    if not is_known(into):
        name = name_of(into)
        raise InputError(f"{edition.source}: is not translated into {name}, for which there is no lexicon", hint=hint)
    return translation

"""One pair under the pen: its readings, what answers what, and the three ways to write into it."""

from __future__ import annotations

from dataclasses import dataclass

from inflection import article, cased
from matching import Matching, match
from material import Material
from reading import Reading, read
from rows import Edit, Pair, Span


@dataclass(frozen=True, slots=True)
class Scene:
    """A pair, ready to be edited."""

    pair: Pair
    en: Reading
    matching: Matching
    material: Material

    def swapped(self, kind: str, place: tuple[int, int], text: str, lost: Span | None) -> Edit:
        """Put `text` in the place of words first..last; the article before it follows, and a capital."""
        first, last = place
        if self.en.opens(first):
            text = cased(text, "A")
        start, before = self._with_article(first, text)
        told = (len(before), len(before) + len(text))
        return Edit(kind, start, self.en.words[last].end, before + text, (told,), (lost,) if lost else ())

    def removed(self, kind: str, place: tuple[int, int], lost: Span | None) -> Edit:
        """Take out words first..last and one of the blanks around them."""
        first, last = place
        if not self.en.joined(last + 1):
            start = self.en.words[first - 1].end if self.en.joined(first) else self.en.words[first].start
            return Edit(kind, start, self.en.words[last].end, "", (), (lost,) if lost else ())
        following = self.en.words[last + 1]
        text = cased(following.text, "A") if self.en.opens(first) else following.text
        start, before = self._with_article(first, text)
        return Edit(kind, start, following.end, before + text, (), (lost,) if lost else ())

    def before(self, kind: str, k: int, text: str) -> Edit:
        """Put `text` before word k, inside a sentence."""
        start, before = self._with_article(k, text)
        told = (len(before), len(before) + len(text))
        word = self.en.words[k]
        return Edit(kind, start, word.end, f"{before}{text} {word.text}", (told,))

    def after(self, kind: str, k: int, text: str) -> Edit:
        """Put `text` right after word k; it brings its own blank or comma, and no comma twice."""
        end = self.en.words[k].end
        if text.endswith(",") and self.en.gaps[k + 1].lstrip()[:1] in {",", ".", ";", ":", "!", "?"}:
            text = text[:-1]
        return Edit(kind, end, end, text, ((0, len(text)),))

    def _with_article(self, first: int, text: str) -> tuple[int, str]:
        """Where to begin so that "a" or "an" before word `first` can be changed, and the article as it must be."""
        if self.en.at(first - 1) in {"a", "an"} and self.en.joined(first):
            old = self.en.words[first - 1]
            return old.start, cased(article(text), old.text) + " "
        return self.en.words[first].start, ""


def scene(pair: Pair, material: Material) -> Scene:
    """Read a pair and match its words."""
    en = read(pair.en)
    return Scene(pair, en, match(en, read(pair.mt)), material)


def ends_of_sentences(en: Reading) -> list[int]:
    """Words after which a sentence can be made longer: the last ones, where a full stop or nothing follows."""
    return [
        last
        for first, last in en.runs
        if last - first > 2 and en.gaps[last + 1].strip() in {"", "."} and not en.in_quotes(last)  # noqa: PLR2004
    ]

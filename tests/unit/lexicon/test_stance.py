from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.lexicon.stance import Stance, StanceKind, find_stances, opposed, same_stance

CASES = Path(__file__).parents[2] / "cases" / "stance.txt"
WORDS = [
    "не",
    "ни",
    "никто",
    "n't",
    "not",
    "only",
    "May",
    "will",
    "може",
    "мати",
    "чуть",
    "нельзя",
    "пока",
    ",",
    ".",
    "cannot",
]


def cases() -> list[str]:
    return [line for line in CASES.read_text("utf-8").splitlines() if line and not line.startswith("#")]


def stance(text: str, language: str, kind: str) -> Stance:
    """Return the first stance of a kind in a text."""
    return next(one for one in find_stances(text, language) if one.kind == kind)


def share_a_group(a: tuple[str, str], b: tuple[str, str], kind: str) -> bool:
    """Whether two words, each of a language, are opposed in some group of a kind."""
    return any(
        opposed(one, other) for one in find_stances(*a) for other in find_stances(*b) if one.kind == other.kind == kind
    )


@pytest.mark.parametrize("case", cases())
def test_a_stance_is_found_with_its_value_and_its_words(case: str) -> None:
    given_text, _, expected = case.partition("->")
    head, _, text = given_text.partition(" | ")
    language, kind = head.split()

    stances = [one for one in find_stances(text.strip(), language) if one.kind == kind]
    found = list(dict.fromkeys(f'{one.value} "{one.text}"' for one in stances))
    found = [one for one in found if kind not in {"loaded", "antonym"} or one in expected] or found

    assert found == list(dict.fromkeys(part.strip() for part in expected.split(",") if part.strip()))


def test_the_case_file_covers_the_three_languages() -> None:
    assert len(cases()) >= 200
    assert {case[:2] for case in cases()} == {"en", "ru", "uk"}


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join), st.sampled_from(["en", "ru", "uk", "pl"]))
def test_stances_quote_the_text_in_order_and_those_of_one_kind_never_overlap_in_part(text: str, language: str) -> None:
    found = find_stances(text, language)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for kind in StanceKind:
        last = (0, 0)
        for one in (one for one in found if one.kind == kind):
            span = (one.start, one.end)
            assert span == last or one.start >= last[1]
            assert one.start < one.end
            assert text[one.start : one.end] == one.text
            last = span


@pytest.mark.parametrize("text", ["", " ", "—", "\x00\x1b[31m", "<b>[i]</b>", "'t", "n't"])
def test_a_text_without_words_is_no_trouble(text: str) -> None:
    assert all(one.text in text for language in ("en", "ru", "uk") for one in find_stances(text, language))


def test_other_languages_have_no_stances() -> None:
    assert find_stances("Nie przyszedł. He did not come.", "pl") == ()


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("He did not come", "en"), ("Он не пришёл", "ru"), "negation"),
        (("Nobody came", "en"), ("Ніхто не прийшов", "uk"), "negation"),
        (("He must go", "en"), ("Він мусить піти", "uk"), "modality"),
        (("allegedly", "en"), ("якобы", "ru"), "hedge"),
        (("according to him", "en"), ("по его словам", "ru"), "reporting"),
        (("at least", "en"), ("щонайменше", "uk"), "degree"),
        (("dictator", "en"), ("диктатор", "uk"), "loaded"),
        (("prices rose", "en"), ("цены выросли", "ru"), "antonym"),
    ],
)
def test_the_same_stance_is_the_same_in_every_language(one: tuple[str, str], other: tuple[str, str], kind: str) -> None:
    first, second = stance(*one, kind), stance(*other, kind)

    assert same_stance(first, second)
    assert same_stance(second, first)
    assert not opposed(first, second)


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        (("prices rose", "en"), ("цены упали", "ru"), "antonym"),
        (("before", "en"), ("після", "uk"), "antonym"),
        (("they supported it", "en"), ("они выступили против", "ru"), "antonym"),
        (("the president", "en"), ("диктатор", "ru"), "loaded"),
        (("invasion", "en"), ("спецоперация", "ru"), "loaded"),
        (("annexation", "en"), ("воссоединение", "ru"), "loaded"),
        (("liberation", "en"), ("окупація", "uk"), "loaded"),
        (("at least ten", "en"), ("не более десяти", "ru"), "degree"),
        (("he admits", "en"), ("он отрицает", "ru"), "reporting"),
        (("he said", "en"), ("він стверджує", "uk"), "reporting"),
        (("it will", "en"), ("може", "uk"), "modality"),
    ],
)
def test_stances_that_stand_against_each_other_are_opposed(
    one: tuple[str, str], other: tuple[str, str], kind: str
) -> None:
    assert share_a_group(one, other, kind)
    assert share_a_group(other, one, kind)


def test_what_is_possible_and_what_is_impossible_are_opposed() -> None:
    assert opposed(stance("possible", "en", "modality"), stance("невозможно", "ru", "negation"))
    assert opposed(stance("unable", "en", "negation"), stance("здатен", "uk", "modality"))
    assert not opposed(stance("must", "en", "modality"), stance("не", "uk", "negation"))


def test_stances_of_different_kinds_are_never_the_same() -> None:
    assert not same_stance(stance("not", "en", "negation"), stance("якобы", "ru", "hedge"))


def test_a_negation_and_its_concord_are_not_the_same() -> None:
    first, second = (one for one in find_stances("Никто не пришёл", "ru") if one.kind == StanceKind.NEGATION)

    assert second.value == "concord"
    assert not same_stance(first, second)


@given(
    st.lists(st.sampled_from(["not", "must", "said", "rose", "fell", "dictator", "president", "unable", "possible"]))
)
def test_opposition_goes_both_ways_and_excludes_sameness(drawn: list[str]) -> None:
    found = find_stances(". ".join(drawn), "en")
    for a in found:
        for b in found:
            assert opposed(a, b) == opposed(b, a)
            assert not (opposed(a, b) and same_stance(a, b))

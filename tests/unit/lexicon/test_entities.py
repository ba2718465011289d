from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.lexicon.entities import TABLES, entity_keys, find_entities, keys_of_spelling
from polyglot_news.lexicon.paradigms import LONGEST_ENDING, paradigm

CASES = Path(__file__).parents[2] / "cases" / "entities.txt"
DATA = Path(__file__).parents[3] / "polyglot_news" / "data" / "lexicon"
WORDS = st.sampled_from(
    ["United", "Nations", "США", "в", "Нью-Йорке", "U.S.", "«", "’s", "Путина", "Києва", "-", ". ", "\n"]
)


def cases() -> list[str]:
    return [line for line in CASES.read_text("utf-8").splitlines() if line and line[0] != "#"]


def table_rows() -> list[list[str]]:
    lines = [line for table in TABLES for line in (DATA / f"{table}.tsv").read_text("utf-8").splitlines()]
    return [line.split("\t") for line in lines if line[0] != "#"]


@pytest.mark.parametrize("case", cases())
def test_known_names_are_found_and_quoted(case: str) -> None:
    language, text = case.split(" ->", maxsplit=1)[0].split(" | ", 1)
    expected = [part.strip() for part in case.partition("->")[2].split(";") if part.strip()]

    found = find_entities(text, language)

    assert [f"{', '.join(sorted(one.keys))}: {one.text}" for one in found] == expected
    assert all(text[one.start : one.end] == one.text for one in found)


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=60) | st.lists(WORDS, max_size=8).map(" ".join), st.sampled_from(["en", "ru", "uk", "pl"]))
def test_found_names_lie_in_the_text_in_order_and_apart(text: str, language: str) -> None:
    ends = 0
    for one in find_entities(text, language):
        assert ends <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.text
        assert one.keys
        ends = one.end


@pytest.mark.parametrize(
    ("names"),
    [
        ("Russia", "Russian", "Russians", "Россия", "российский", "россияне", "РФ", "Росія", "росіянин"),
        ("UN", "United Nations", "the United Nations", "ООН", "Организация Объединённых Наций"),
        ("EU", "European Union", "ЕС", "Евросоюз", "ЄС"),
        ("GDP", "ВВП"),
        ("Foreign Ministry", "МИД", "МЗС"),
        ("UAE", "ОАЭ", "ОАЕ"),
        ("Zelenskyy", "Зеленским", "Зеленського"),
    ],
)
def test_names_of_one_thing_share_a_key(names: tuple[str, ...]) -> None:
    assert frozenset.intersection(*(keys_of_spelling(name) for name in names))


@pytest.mark.parametrize(
    ("a", "b"), [("Kremlin", "Moscow"), ("Киев", "Киевская область"), ("FSB", "ФБР"), ("НБУ", "Bank of Russia")]
)
def test_different_things_share_no_key(a: str, b: str) -> None:
    assert not keys_of_spelling(a) & keys_of_spelling(b)


@pytest.mark.parametrize(
    ("phrase", "language"), [("", "en"), ("house", "en"), ("США", "pl"), ("United", "en"), ("…", "ru")]
)
def test_other_words_have_no_keys(phrase: str, language: str) -> None:
    assert entity_keys(phrase, language) == frozenset()


def test_every_row_of_the_tables_names_a_thing_once() -> None:
    rows = table_rows()
    keys = [row[0] for row in rows]

    assert all(len(row) == 4 and all(row) for row in rows)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(("column", "language"), [(1, "en"), (2, "ru"), (3, "uk")])
def test_every_name_of_the_tables_is_found(column: int, language: str) -> None:
    missing = [
        name
        for row in table_rows()
        for name in row[column].split("|")
        if name != "-" and row[0] not in entity_keys(name.lstrip("!"), language)
    ]

    assert missing == []


@pytest.mark.parametrize(("column", "language"), [(2, "ru"), (3, "uk")])
def test_every_case_form_of_a_name_has_the_keys_of_the_name(column: int, language: str) -> None:
    missing = []
    for row in table_rows()[::7]:
        for name in row[column].lstrip("!").split("|"):
            stem = paradigm(name.lower().replace("ё", "е"), language) if name.isalpha() else None
            forms = [stem.letters + ending for ending in stem.endings if len(ending) <= LONGEST_ENDING] if stem else []
            spelled = [form.capitalize() for form in forms if form and name[1:].islower()]
            missing += [form for form in spelled if row[0] not in entity_keys(form, language)]

    assert missing == []


def test_a_name_of_several_words_is_found_in_any_case_form() -> None:
    found = find_entities("О визите в Организацию Объединённых Наций и об Организациях объединённой нации", "ru")

    assert [(one.text, one.keys) for one in found][:1] == [("Организацию Объединённых Наций", frozenset({"un"}))]


@pytest.mark.parametrize("word", ["s", "S", "'s", "ʼs", "1", "5G", "ö", "é.", "U.S", "ß"])
def test_odd_words_do_no_harm(word: str) -> None:
    assert find_entities(word, "en") == () or find_entities(word, "en")[0].text == word

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.language import CANDIDATES, NAMES, Passage, detect, detect_article, name_of, passages

CASES = [
    line.split(" | ", 1)
    for line in (Path(__file__).parents[1] / "cases" / "language.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
TEXTS = {language: [text for code, text in CASES if code == language and len(text) > 40][:5] for language, _ in CASES}


@pytest.mark.parametrize(("language", "text"), CASES)
def test_the_language_of_a_sentence_is_told(language: str, text: str) -> None:
    found = detect(text)

    assert found.language == language
    assert found.confidence > 0.8


# A name of one word may be in several languages.
@pytest.mark.parametrize("text", ["Москва", "Слуга народу", "BBC", "Kyiv"])
def test_what_may_be_in_several_languages_is_told_without_confidence(text: str) -> None:
    assert detect(text).confidence < 0.8


@pytest.mark.parametrize(
    ("odd", "plain"), [("ПРИВЕТ, ДРУЗЬЯ", "привет, друзья"), ("Привет — друзья!", "привет, друзья")]
)
def test_capitals_and_marks_do_not_change_the_answer(odd: str, plain: str) -> None:
    assert detect(odd) == detect(plain)


def test_one_sentence_composed_in_another_way_is_in_the_same_language() -> None:
    text = TEXTS["uk"][0]

    assert detect(unicodedata.normalize("NFD", text)) == detect(text)


@pytest.mark.parametrize("text", ["", " \n", "—", "12%, 5:40", "***", "€ 3.50 …", "🙂", "ሰላም"])
def test_what_holds_no_letters_of_a_known_script_is_in_no_language(text: str) -> None:
    assert (detect(text).language, detect(text).confidence) == ("und", 0.0)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80) | st.text("ab яї’'„“«» .!:одĄ가", max_size=40))
def test_the_same_text_has_always_the_same_language(text: str) -> None:
    first = detect(text)

    detect("Президент подписал указ.")

    assert detect(text) == first
    assert 0 <= first.confidence <= 1
    assert first.language in {*CANDIDATES, "und"}


def test_an_article_is_in_one_language() -> None:
    found, each = detect_article(TEXTS["ru"])

    assert found.language == "ru"
    assert found.confidence > 0.9
    assert each == ("ru",) * len(TEXTS["ru"])


@pytest.mark.parametrize("other", ["en", "uk", "be", "pl"])
def test_a_paragraph_in_another_language_is_called_by_its_own(other: str) -> None:
    found, each = detect_article([*TEXTS["ru"][:3], TEXTS[other][0], *TEXTS["ru"][3:]])

    assert found.language == "ru"
    assert each == ("ru", "ru", "ru", other, "ru", "ru")


def test_short_lines_go_with_their_article() -> None:
    _, each = detect_article(["Обама звонит Путину", *TEXTS["ru"], "Reuters", "12%"])

    assert set(each) == {"ru"}


def test_most_of_the_text_decides_and_not_most_of_the_paragraphs() -> None:
    found, _ = detect_article(["The end.", "Read on.", "By me.", " ".join(TEXTS["uk"])])

    assert found.language == "uk"


def test_an_article_without_letters_is_in_no_language() -> None:
    found, each = detect_article(["12", "—"])

    assert (found.language, each) == ("und", ("und", "und"))


def test_an_article_without_paragraphs_is_in_no_language() -> None:
    assert detect_article([])[0].language == "und"


def test_every_language_that_can_be_told_has_a_name() -> None:
    assert set(CANDIDATES) == set(NAMES)
    assert name_of("pl") == "Polish"


def test_a_language_without_a_name_is_called_by_its_code() -> None:
    assert name_of("xx") == "xx"


@pytest.mark.parametrize(("language", "other"), [("uk", "ru"), ("ru", "uk"), ("ru", "en"), ("en", "ru"), ("uk", "en")])
def test_an_article_is_in_the_language_in_which_it_is_told_however_long_its_quotations(
    language: str, other: str
) -> None:
    quoting = [f"{told} «{' '.join(TEXTS[other][:3])}»" for told in TEXTS[language][:4]]

    assert detect_article(quoting)[0].language == language


def test_a_paragraph_that_is_a_quotation_counts_as_one_of_its_own_language() -> None:
    found, each = detect_article([*TEXTS["uk"][:3], f"«{TEXTS['ru'][1]}»"])

    assert (found.language, each) == ("uk", ("uk", "uk", "uk", "ru"))


QUOTED = "Мы не знаем, кто стрелял, и вряд ли узнаем"
ENGLISH = "We will rebuild every house"


@pytest.mark.parametrize(
    ("language", "before", "passage", "after"),
    [
        ("uk", "Він нагадав: «", QUOTED, "». Потім усі пішли."),
        ("uk", "Він нагадав: “", QUOTED, "”, — і пішов."),
        ("uk", "", f"{QUOTED}.", " Так сказав гість, і всі пішли."),
        ("ru", 'Мэр сказал: "', ENGLISH, '", и толпа ответила криком.'),
        ("ru", "Мэр сказал: «", f"{ENGLISH}. Nobody will freeze.", "» И ушел."),
        ("en", "He said „", QUOTED, "“ and left."),
    ],
)
def test_a_passage_in_another_language_is_found_inside_a_paragraph(
    language: str, before: str, passage: str, after: str
) -> None:
    text = before + passage + after

    [found] = passages(text, language)

    assert text[found.start : found.end] == passage.rstrip()
    assert found.language == ("en" if passage.startswith(ENGLISH) else "ru")
    assert found.confidence > 0.9


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Об этом пишет The New York Times, а также Bank of America и «Manchester United»."),
        ("ru", "Партия «Слуга народу» победила на выборах в Раду."),
        ("uk", "Гурт «Кино» виступив у Києві. Пісня «Перемен» стала гімном."),
        ("en", "The band Okean Elzy sang “Obijmy” in Lviv."),
        ("uk", "Дата: 12.05.2023. Місце: Київ. Ціна: 5 грн."),
    ],
)
def test_names_are_no_passages(language: str, text: str) -> None:
    assert passages(text, language) == ()


@pytest.mark.parametrize("language", ["en", "ru", "uk", "be", "pl"])
def test_a_text_in_one_language_holds_no_passage(language: str) -> None:
    assert passages(" ".join(TEXTS[language]), language) == ()


PIECES = st.lists(st.sampled_from([f"«{QUOTED}»", QUOTED, ENGLISH, "“", "«", "»", '"', ". ", ": ", TEXTS["uk"][0]]))


@settings(deadline=None, max_examples=40)
@given(PIECES.map(" ".join))
def test_passages_are_in_order_disjoint_and_without_space_or_marks_around_them(text: str) -> None:
    found = passages(text, "uk")

    assert all(before.end <= after.start for before, after in pairwise(found))
    for passage in found:
        quoted = text[passage.start : passage.end]
        assert quoted
        assert quoted == quoted.strip(' «“"')
        assert isinstance(passage, Passage)
        assert passage.language != "uk"


@pytest.mark.parametrize(
    "text", ["«а" * 20_000, '"' * 20_001, "“a" * 20_000, ". " * 20_000, "«»" * 10_000, "„" * 20_000]
)
def test_quotations_without_an_end_are_read_in_one_pass(text: str) -> None:
    assert passages(text, "ru") == ()


def test_paragraphs_that_are_alike_are_told_alike() -> None:
    text = " ".join(TEXTS["ru"])
    article, each = detect_article([text, " ".join(TEXTS["en"]), text])

    assert article.language == "ru"
    assert each == ("ru", "en", "ru")

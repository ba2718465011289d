from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.language import CANDIDATES, NAMES, detect, detect_article, name_of

CASES = [
    line.split(" | ", 1)
    for line in (Path(__file__).parents[1] / "cases" / "language.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
TEXTS = {language: [text for code, text in CASES if code == language] for language, _ in CASES}


@pytest.mark.parametrize(("language", "text"), CASES)
def test_the_language_of_a_sentence_is_told(language: str, text: str) -> None:
    found = detect(text)

    assert found.language == language
    assert found.confidence > 0.8


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Курс доллара вырос", "ru"),
        ("Правительство ушло в отставку", "ru"),
        ("Уряд пішов у відставку", "uk"),
        ("Зеленський прилетів до Києва", "uk"),
        ("The government has resigned", "en"),
    ],
)
def test_the_language_of_a_short_headline_is_told(text: str, language: str) -> None:
    assert detect(text).language == language


ODD = ["ПРИВЕТ, МИР", "e\u0301té", "\ud800 слово", "q", "Здраво свима, kako ste", "한국어", "x" * 5000, "Її 25 🙂"]


@pytest.fixture(scope="module")
def theirs() -> Callable[[str], tuple[str, float]]:
    """py3langid, limited to the candidates."""
    langid = pytest.importorskip("py3langid.langid")
    identifier = langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE, norm_probs=True)
    identifier.set_languages(list(CANDIDATES))
    answer: Callable[[str], tuple[str, float]] = identifier.classify
    return answer


@pytest.mark.parametrize("text", [*(text for _, text in CASES), *ODD])
def test_answers_are_those_of_py3langid(theirs: Callable[[str], tuple[str, float]], text: str) -> None:
    language, confidence = theirs(text)

    assert (detect(text).language, detect(text).confidence) == (language, round(confidence, 4))


@pytest.mark.parametrize("text", ["", " \n", "—", "12%, 5:40", "***", "€ 3.50 …", "🙂"])
def test_what_holds_no_letters_is_in_no_language(text: str) -> None:
    assert (detect(text).language, detect(text).confidence) == ("und", 0.0)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=80))
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

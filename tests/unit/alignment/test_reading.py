import pytest

from polyglot_news.alignment.reading import Unit, read


def _things(text: str, language: str) -> set[str]:
    return {token.thing for token in read(text, language).tokens}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", ["Bank", "banks", "bank's"]),
        ("en", ["die", "dead", "died"]),
        ("ru", ["плотина", "Плотину", "плотиной"]),
        ("uk", ["гребля", "Греблі", "греблею"]),
    ],
)
def test_all_forms_of_a_word_are_one_thing(language: str, forms: list[str]) -> None:
    assert len(_things(" ".join(forms), language)) == 1


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("About 26,500 tonnes", "en", "=26500"),
        ("Около 26,5 тыс. тонн", "ru", "=26500"),
        ("Twelve people", "en", "=12"),
        ("Дванадцять людей", "uk", "=12"),
        ("двенадцать", "ru", "=12"),
        ("12.0", "en", "=12"),
    ],
)
def test_a_number_is_told_by_its_value(text: str, language: str, value: str) -> None:
    assert [thing for thing in _things(text, language) if thing.startswith("=")] == [value]


def test_what_a_number_is_written_with_is_no_word() -> None:
    assert _things("26,5 тыс. тонн", "ru") == {"=26500"} | _things("тонн", "ru")


def test_a_word_is_quoted_where_it_stands() -> None:
    text = "In Brussels the diplomats' talks went on."

    for token in read(text, "en").tokens:
        assert text[token.start :].startswith(token.text)


@pytest.mark.parametrize(("text", "language"), [("the bank", "en"), ("и банк", "ru"), ("та банк", "uk")])
def test_a_stopword_is_known_as_one(text: str, language: str) -> None:
    assert [token.is_stopword for token in read(text, language).tokens] == [True, False]


@pytest.mark.parametrize("text", ["", " ", "—", "..."])
def test_a_text_without_words_says_nothing(text: str) -> None:
    assert read(text, "en") == Unit((), "en", len(text))


def test_a_translation_is_read_in_the_language_that_it_is_in() -> None:
    unit = read("Двенадцать банков", "ru", "Twelve banks", "en")

    assert unit.translation == read("Twelve banks", "en").tokens
    assert unit.tokens == read("Двенадцать банков", "ru").tokens


def test_a_word_and_a_number_know_their_language() -> None:
    unit = read("Двенадцать банков", "ru", "Twelve banks", "en")

    assert [token.language for token in unit.tokens] == ["ru", "ru"]
    assert [token.language for token in unit.translation] == ["en", "en"]


def test_a_sentence_is_read_as_a_part_of_its_paragraph() -> None:
    russian, english = ("Мост упал.", "Пострадали семеро."), ("The bridge fell.", "Seven were hurt.")
    paragraph = read(" ".join(russian), "ru", " ".join(english))
    start, told = len(russian[0]) + 1, len(english[0]) + 1

    first = paragraph.part(0, len(russian[0]), (0, len(english[0])))
    second = paragraph.part(start, start + len(russian[1]), (told, told + len(english[1])))

    for found, text, translation in zip((first, second), russian, english, strict=True):
        alone = read(text, "ru", translation)
        assert (found.language, found.length) == ("ru", len(text))
        assert [token.thing for token in found.tokens] == [token.thing for token in alone.tokens]
        assert [token.thing for token in found.translation] == [token.thing for token in alone.translation]


def test_a_sentence_that_no_translation_tells_has_none() -> None:
    assert read("Мост упал.", "ru", "The bridge fell.").part(0, 10).translation == ()

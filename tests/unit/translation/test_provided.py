from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.errors import InputError
from polyglot_news.model import Article, Paragraph, Role, Span, Translation, TranslationKind
from polyglot_news.sentences import split
from polyglot_news.translation.provided import provided, untranslated

MakeArticle = Callable[..., Article]


def quoted(translation: Translation, k: int = 0) -> list[str]:
    paragraph = translation.paragraphs[k]
    return [paragraph.text[s.translation.start : s.translation.end] for s in paragraph.sentences]


def test_a_line_is_a_paragraph_and_sentences_pair_where_both_have_as_many(article: MakeArticle) -> None:
    edition = article("Кот спит", "Дом стоит. Он пуст!")

    translation = provided(edition, ["The cat is asleep\n", "  A house stands there. It is empty!"], "en", "ru.en.txt")

    assert (translation.kind, translation.package, translation.language) == (TranslationKind.PROVIDED, None, "en")
    assert [paragraph.text for paragraph in translation.paragraphs] == [
        "The cat is asleep",
        "A house stands there. It is empty!",
    ]
    assert quoted(translation, 1) == ["A house stands there.", "It is empty!"]
    assert translation.sentences == 3
    assert not translation.is_starter


def test_two_sentences_made_one_share_it(article: MakeArticle) -> None:
    edition = article("Дом стоит. Он пуст. Кот спит.")

    translation = provided(edition, ["The house stands empty. The cat sleeps."], "en", "x")

    assert quoted(translation) == ["The house stands empty.", "The house stands empty.", "The cat sleeps."]


def test_one_sentence_made_two_holds_both(article: MakeArticle) -> None:
    edition = article("Дом, который стоял у реки, был пуст. Кот спал.")

    translation = provided(edition, ["The house was by the river. It was empty. The cat slept."], "en", "x")

    assert quoted(translation) == ["The house was by the river. It was empty.", "The cat slept."]


def test_an_empty_line_leaves_a_paragraph_untranslated(article: MakeArticle) -> None:
    edition = article("Кот спит. Дом пуст.", "Да.")

    translation = provided(edition, ["", "Yes."], "en", "x")

    assert quoted(translation, 0) == ["", ""]
    assert translation.sentences == 1


def test_blank_lines_at_the_end_mean_nothing(article: MakeArticle) -> None:
    assert provided(article("Да."), ["Yes.", "", " \n"], "en", "x").paragraphs[0].text == "Yes."


@pytest.mark.parametrize("lines", [["Yes."], ["Yes.", "", "No."], []])
def test_other_numbers_of_lines_are_an_error_that_says_both(article: MakeArticle, lines: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        provided(article("Да.", "Нет."), lines, "en", "ru.en.txt")

    assert caught.value.message == f"ru.en.txt: has {len(lines)} lines, but ru.txt has 2 paragraphs"
    assert "one line for each paragraph" in caught.value.hint


def test_nothing_translated_has_an_empty_span_for_every_sentence(article: MakeArticle) -> None:
    translation = untranslated(article("Кот спит. Дом пуст.", "Да."), "en")

    assert (translation.kind, translation.sentences) == (TranslationKind.NONE, 0)
    assert [paragraph.text for paragraph in translation.paragraphs] == ["", ""]
    assert [len(paragraph.sentences) for paragraph in translation.paragraphs] == [2, 1]


TEXTS = st.lists(st.text("аб АБ.!? ", max_size=40), max_size=3)


@given(TEXTS, st.data())
def test_every_sentence_of_either_side_is_held_by_a_span_in_order(texts: list[str], data: st.DataObject) -> None:
    lines = [data.draw(st.text("ab AB.!? ", max_size=40)) for _ in texts]
    paragraphs = tuple(
        Paragraph(text, Role.BODY, "ru", tuple(Span(k, *place) for place in split(text, "ru")))
        for k, text in enumerate(texts)
    )

    translation = provided(Article("ru.txt", "ru", 1.0, "", paragraphs), lines, "en", "x")

    for original, paragraph in zip(paragraphs, translation.paragraphs, strict=True):
        spans = [sentence.translation for sentence in paragraph.sentences]
        assert [sentence.original for sentence in paragraph.sentences] == [*original.sentences]
        assert spans == sorted(spans)
        covered = {place for span in spans for place in range(span.start, span.end)}
        needed = {place for start, end in split(paragraph.text, "en") for place in range(start, end)}
        assert not spans or covered >= needed

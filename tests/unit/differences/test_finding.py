from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.differences.settings import DifferenceSettings
from polyglot_news.model import Article, Difference, DifferenceKind, Level, Span, Translation

Tell = Callable[..., Any]
CASES = Path(__file__).parents[2] / "cases" / "differences"
SENTENCES = (
    ("The president met 12 ministers in Berlin on Monday.", "Президент встретил 12 министров в Берлине в понедельник."),
    ("About 26,000 tonnes of wheat were lost.", "Потеряно около 16 тысяч тонн пшеницы."),
    ("“Nobody waits for the divers,” she said.", "«Никто не ждет водолазов», — сказала она."),
    ("The club received €9 million from Olena Kravets.", "Клуб получил 10 млн евро от Ирины Савчук."),
    ("No one was hurt in the fire.", "При пожаре никто не пострадал."),
    ("", ""),
)


def _cases(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _quoted(article: Article, span: Span | None) -> str:
    return article.text_of(span) if span else "-"


@pytest.mark.parametrize("case", _cases("words.txt"))
def test_changed_words_are_told_as_the_case_says(case: str, tell: Tell) -> None:
    sides, expected = case.split("->")
    language, base, edition, translation = (side.strip() for side in sides.split("|"))

    story = tell([base], [edition], [translation], language=language)

    found = [
        f"{one.kind}: {_quoted(story.base, one.base)} / {_quoted(story.edition, one.edition)}"
        for one in story.differences()
    ]
    assert ("; ".join(found) or "same") == expected.strip()


@pytest.mark.parametrize("case", _cases("passages.txt"))
def test_passages_are_told_as_the_case_says(case: str, tell: Tell) -> None:
    sides, expected = case.split("->")
    language, base, edition, translation = (side.strip() for side in sides.split("|"))

    story = tell([base], [edition], [translation], language=language)

    found = [
        f"{one.kind} {one.level}: {_quoted(story.base, one.base) if one.base else _quoted(story.edition, one.edition)}"
        for one in story.differences()
    ]
    assert ("; ".join(found) or "same") == expected.strip()


def test_a_sentence_told_in_another_paragraph_is_not_left_out(tell: Tell) -> None:
    lost = "The captain lost his cargo, his papers and all his money in the storm."
    base = [f"The captain thanked the rescuers. {lost}", "The weather was calm in Odesa on Friday."]
    edition = ["Капитан поблагодарил спасателей.", "В пятницу погода в Одессе была тихой."]
    translation = ["The captain thanked the rescuers.", "On Friday the weather in Odesa was calm."]
    told = "В шторм капитан потерял груз, документы и все деньги."

    without = tell(base, edition, translation)
    elsewhere = tell(
        base, [*edition, told], [*translation, "In the storm the captain lost cargo, papers and all money."]
    )

    assert [without.base.text_of(one.base) for one in without.differences()] == [lost]
    assert elsewhere.differences() == ()


def test_a_sentence_that_the_base_tells_in_another_paragraph_is_not_added(tell: Tell) -> None:
    base = ["The captain thanked the rescuers.", "In the storm the captain lost cargo, papers and all his money."]
    edition = ["Капитан поблагодарил спасателей. В шторм капитан потерял груз, документы и все деньги."]
    translation = ["The captain thanked the rescuers. In the storm the captain lost cargo, papers and all his money."]

    assert tell(base, edition, translation).differences() == ()
    assert len(tell(base[:1], edition, translation).differences()) == 1


def test_an_addition_that_the_translator_is_doubted_for_is_less_certain(tell: Tell) -> None:
    base = ["The captain thanked the rescuers."]
    edition = ["Капитан поблагодарил спасателей. Его судно дважды задерживали в порту из-за неисправных шлюпок."]
    translation = ["The captain thanked the rescuers. His ship was detained twice in port because of faulty boats."]

    sure = tell(base, edition, translation).differences(DifferenceSettings(min_confidence=0.0))
    doubted = tell(base, edition, translation, doubt="repetition").differences(DifferenceSettings(min_confidence=0.0))

    assert max(one.confidence for one in doubted) < max(one.confidence for one in sure)
    assert any(evidence.rule == "doubtful_translation" for one in doubted for evidence in one.evidence)


def test_a_note_says_both_numbers_and_evidence_says_why(tell: Tell) -> None:
    story = tell(
        ["The ship carried 26,000 tonnes of wheat."],
        ["Судно везло 16 тысяч тонн пшеницы."],
        ["The ship carried 16 thousand tonnes of wheat."],
    )

    (difference,) = story.differences()

    assert difference.note == "26,000 in the base, 16 тысяч in the edition"
    assert (
        story.translation.paragraphs[0].text[difference.translation.start : difference.translation.end] == "16 thousand"
    )
    assert {"values_differ", "translation_agrees"} <= {one.rule for one in difference.evidence}


def test_levels_that_are_not_asked_for_are_left_out(tell: Tell) -> None:
    story = tell(
        ["The ship carried 26,000 tonnes of wheat."],
        ["Судно везло 16 тысяч тонн пшеницы."],
        ["The ship carried 16 thousand tonnes of wheat."],
    )

    assert story.differences(DifferenceSettings(levels=frozenset({Level.SENTENCE}))) == ()


def test_a_higher_threshold_only_takes_differences_away(tell: Tell) -> None:
    story = tell(*([text] for text in ("Ten men and 3 dogs left Rome.", "Десять мужчин и 5 собак ушли.", "")))

    everything, sure = (story.differences(DifferenceSettings(min_confidence=least)) for least in (0.0, 0.5))

    assert set(sure) <= set(everything)
    assert all(one.confidence >= 0.5 for one in sure)


def test_paragraphs_that_no_link_holds_are_not_reported_here(tell: Tell) -> None:
    story = tell(["The captain lost his cargo, his papers and all his money."], ["Погода была тихой."], [""], links=[])

    assert story.differences() == ()


paragraphs = st.lists(st.lists(st.sampled_from(range(len(SENTENCES))), max_size=4).map(tuple), min_size=1, max_size=3)


@settings(max_examples=40, deadline=None)
@given(ours=paragraphs, theirs=paragraphs)
def test_spans_lie_in_the_paragraphs_of_their_link_and_differences_are_sorted(
    tell: Tell, ours: list[tuple[int, ...]], theirs: list[tuple[int, ...]]
) -> None:
    story = tell(
        [" ".join(SENTENCES[k][0] for k in one) for one in ours],
        [" ".join(SENTENCES[k][1] for k in one) for one in theirs],
        [" ".join(SENTENCES[k][0] for k in one) for one in theirs],
    )

    found = story.differences(DifferenceSettings(min_confidence=0.0))

    assert [one.link for one in found] == sorted(one.link for one in found)
    assert all(_lies_in_its_link(one, story.base, story.edition, story.translation) for one in found)
    assert all(0.0 <= one.confidence <= 1.0 and one.note and "\n" not in one.note for one in found)
    assert story.differences(DifferenceSettings(min_confidence=0.0)) == found
    for link in range(len(story.alignment.links)):
        starts = [one.base.start for one in found if one.link == link and one.base]
        assert starts == sorted(starts)


def _lies_in_its_link(one: Difference, base: Article, edition: Article, translation: Translation) -> bool:
    texts = (
        base.paragraphs[one.link].text,
        edition.paragraphs[one.link].text,
        translation.paragraphs[one.link].text,
    )
    return any((one.base, one.edition)) and all(
        span is None or (span.paragraph == one.link and 0 <= span.start < span.end <= len(text))
        for span, text in zip((one.base, one.edition, one.translation), texts, strict=True)
    )


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(
        st.one_of(st.text(max_size=60), st.sampled_from([one for one, _ in SENTENCES])), min_size=1, max_size=4
    )
)
def test_an_article_against_itself_has_no_difference(tell: Tell, texts: list[str]) -> None:
    story = tell(texts, texts, texts, language="en")

    assert story.differences() == ()


@settings(max_examples=40, deadline=None)
@given(ours=st.text(max_size=80), theirs=st.text(max_size=80), translated=st.text(max_size=80))
def test_no_text_breaks_the_search(tell: Tell, ours: str, theirs: str, translated: str) -> None:
    story = tell([ours], [theirs], [translated], language="uk")

    assert all(
        isinstance(one.kind, DifferenceKind) for one in story.differences(DifferenceSettings(min_confidence=0.0))
    )

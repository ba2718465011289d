import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.differences.quantities import agree, contradict, implied, quantities


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [
        ("90 minutes", "полтора часа", "ru"),
        ("two weeks", "14 дней", "ru"),
        ("26,500 tonnes", "26,5 тыс. тонн", "ru"),
        ("61,400 people", "61 тысяча человек", "ru"),
        ("3.14 million", "3,1 миллиона", "ru"),
        ("5 p.m.", "17 часов", "ru"),
        ("24 months", "два роки", "uk"),
    ],
)
def test_quantities_that_say_the_same_agree(english: str, other: str, language: str) -> None:
    (one,), (another,) = quantities(english, 0, "en"), quantities(other, 0, language)

    assert agree(one, another)
    assert agree(another, one)


@pytest.mark.parametrize(
    ("english", "other", "language"),
    [
        ("70 minutes", "полтора часа", "ru"),
        ("61,400 people", "64 тысячи человек", "ru"),
        ("26,000 tonnes", "16 тысяч тонн", "ru"),
        ("58%", "61%", "ru"),
        ("in 1985", "в 1981 году", "ru"),
        ("20 minutes", "хвилин десять", "uk"),
        ("six days", "шість тижнів", "uk"),
    ],
)
def test_quantities_that_differ_do_not_agree(english: str, other: str, language: str) -> None:
    (one,), (another,) = quantities(english, 0, "en"), quantities(other, 0, language)

    assert not agree(one, another)


def test_percent_and_euros_measure_different_things() -> None:
    (share,), (sum_,) = quantities("5%", 0, "en"), quantities("7 евро", 0, "ru")

    assert contradict(share, sum_)


@pytest.mark.parametrize(
    ("english", "text", "language"),
    [
        ("six months", "Он выбыл на полгода.", "ru"),
        ("two ministers", "Оба министра подписали.", "ru"),
        ("3 times", "в третий раз", "ru"),
        ("two days", "дводенний візит", "uk"),
        ("one hour", "за час", "ru"),
    ],
)
def test_words_that_are_no_numbers_may_imply_one(english: str, text: str, language: str) -> None:
    one = next(iter(quantities(english, 0, "en")), None)

    assert one is None or implied(one, text, language)


@given(st.text(max_size=80), st.sampled_from(["en", "ru", "uk", "de"]))
def test_quantities_quote_their_text(text: str, language: str) -> None:
    assert all(text[one.place.start : one.place.end] == one.text for one in quantities(text, 3, language))

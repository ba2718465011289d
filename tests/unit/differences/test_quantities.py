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
        ("60 miles", "около 100 километров", "ru"),
        ("220 pounds", "100 кг", "ru"),
        ("68 °F", "20 °C", "ru"),
        ("80 degrees", "27 градусів Цельсія", "uk"),
        ("100 acres", "40 гектаров", "ru"),
        ("50 mph", "80 км/ч", "ru"),
        ("a third of", "33%", "ru"),
        ("two dozen", "два десятка", "ru"),
        ("at 5:47", "в 17:47", "ru"),
        ("5:47 p.m.", "о 17.47", "uk"),
        ("July 25, 2020", "25 июля", "ru"),
        ("in July", "у липні", "uk"),
        ("in July", "25 июля 2020 года", "ru"),
        ("2020", "25.07.2020", "uk"),
        ("on Tuesday", "во вторник", "ru"),
        ("on Tuesday", "вчера", "ru"),
        ("yesterday", "учора", "uk"),
        ("Saturday's", "субботний", "ru"),
        ("tens of thousands", "десятки тысяч", "ru"),
        ("thousands", "5000 человек", "ru"),
        ("the 80s", "1980-е", "ru"),
        ("aged 34", "34-летний", "ru"),
        ("half an hour", "полчаса", "ru"),
        ("a year and a half", "півтора року", "uk"),
        ("minus 5 degrees Celsius", "-5 °C", "ru"),
        ("£100", "100 фунтов", "ru"),
        ("for the seventh time", "в седьмой раз", "ru"),
        ("a fifth of it", "пятую часть", "ru"),
        ("the fifth part", "п'яту частину", "uk"),
        ("20 percent", "пятую часть", "ru"),
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
        ("5 miles", "5 километров", "ru"),
        ("2 percentage points", "2 процента", "ru"),
        ("$100", "100 евро", "ru"),
        ("July 25", "26 июля", "ru"),
        ("July 25", "25 июня", "ru"),
        ("in July", "в июне", "ru"),
        ("on Tuesday", "у середу", "uk"),
        ("on Tuesday", "25 июля", "ru"),
        ("yesterday", "сегодня", "ru"),
        ("tens of thousands", "сотни", "ru"),
        ("5:47 p.m.", "в 5:47", "ru"),
        ("5 degrees Celsius", "-5 °C", "ru"),
        ("a third of", "четверть", "ru"),
        ("a quarter of", "п'яту частину", "uk"),
        ("the sixth part", "пятую часть", "ru"),
        ("the 12th", "13-й", "ru"),
        ("twice", "втрое", "ru"),
    ],
)
def test_quantities_that_differ_do_not_agree(english: str, other: str, language: str) -> None:
    (one,), (another,) = quantities(english, 0, "en"), quantities(other, 0, language)

    assert not agree(one, another)


def test_percent_and_euros_measure_different_things() -> None:
    (share,), (sum_,) = quantities("5%", 0, "en"), quantities("7 евро", 0, "ru")

    assert contradict(share, sum_)


@pytest.mark.parametrize(
    ("english", "other", "language", "is_other"),
    [
        ("in July", "в июне", "ru", False),
        ("in July", "во вторник", "ru", True),
        ("July 25", "26 человек", "ru", True),
        ("5 miles", "7 км", "ru", False),
        ("5 miles", "7 кг", "ru", True),
        ("5 miles", "7", "ru", False),
        ("thousands", "200", "ru", False),
        ("thousands", "7%", "ru", True),
    ],
)
def test_only_quantities_of_one_kind_can_be_told_differently(
    english: str, other: str, language: str, *, is_other: bool
) -> None:
    (one,), (another,) = quantities(english, 0, "en"), quantities(other, 0, language)

    assert contradict(one, another) is is_other
    assert contradict(another, one) is is_other


def test_yesterday_may_be_any_day_of_the_calendar() -> None:
    (one,), (another,) = quantities("yesterday", 0, "en"), quantities("24 июля", 0, "ru")

    assert agree(one, another)


@pytest.mark.parametrize(
    ("text", "language", "amounts"),
    [("3-4 miles", "en", [4828, 6437]), ("3-4 км", "ru", [3000, 4000]), ("від 3 до 4 км", "uk", [3000, 4000])],
)
def test_both_ends_of_a_range_have_its_unit(text: str, language: str, amounts: list[float]) -> None:
    assert [one.amount for one in quantities(text, 0, language)] == pytest.approx(amounts, rel=1e-3)


@pytest.mark.parametrize(
    ("english", "text", "language"),
    [
        ("25 years", "двадцатипятилетний", "ru"),
        ("today", "в настоящее время", "ru"),
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

import pytest

from polyglot_news.lexicon.units import currency, measure_behind, unit_before, unit_of


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("5 miles", "en", "mile"),
        ("5-mile", "en", "mile"),
        ("5 square miles", "en", "mile²"),
        ("5 sq. m.", "en", "m²"),
        ("5 mph", "en", "mph"),
        ("5 miles per hour", "en", "mile/h"),
        ("5 km/h", "en", "km/h"),
        ("5 cubic metres", "en", "m³"),
        ("5 °C", "en", "C"),
        ("5 degrees Fahrenheit", "en", "F"),
        ("5 hectares", "en", "ha"),
        ("5 nautical miles", "en", "nmi"),
        ("5 км", "ru", "km"),
        ("5 километров в час", "ru", "km/h"),
        ("5 кв. км", "ru", "km²"),
        ("5 градусов Цельсия", "ru", "C"),
        ("5 тонн", "ru", "tonne"),
        ("5-километровый", "ru", "km"),
        ("5 лет", "ru", "year"),
        ("5-летний", "ru", "year"),
        ("5 км/год", "uk", "km/h"),
        ("5 кілометрів на годину", "uk", "km/h"),
        ("5 гектарів", "uk", "ha"),
        ("5 років", "uk", "year"),
        ("5-річний", "uk", "year"),
        ("5 °С", "uk", "C"),
        ("5 км²", "uk", "km²"),
    ],
)
def test_the_unit_behind_a_number_is_read(text: str, language: str, name: str) -> None:
    unit = measure_behind(text, 1, language)

    assert unit is not None
    assert unit.name == name


@pytest.mark.parametrize(
    ("text", "language"), [("5 people", "en"), ("5 in all", "en"), ("5", "en"), ("5 человек", "ru"), ("5 осіб", "uk")]
)
def test_what_is_only_counted_is_no_unit(text: str, language: str) -> None:
    assert measure_behind(text, 1, language) is None


def test_a_unit_may_stand_before_an_approximate_number() -> None:
    unit = unit_before("минут 10", 6, "ru")

    assert unit is not None
    assert unit.name == "minute"


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("$", "USD"),
        ("dollars", "USD"),
        ("руб", "RUB"),
        ("рублей", "RUB"),
        ("гривень", "UAH"),
        ("юаней", "CNY"),
        ("євро", "EUR"),
        ("pounds", "pound"),
        ("рубеж", None),
        ("european", None),
        ("rubber", None),
    ],
)
def test_money_is_known_by_its_forms_and_nothing_like_them(word: str, code: str | None) -> None:
    assert currency(word) == code


def test_units_of_one_dimension_convert() -> None:
    mile, kilometre = unit_of("miles", "en"), unit_of("километров", "ru")

    assert mile is not None
    assert kilometre is not None
    assert mile.dimension == kilometre.dimension
    assert mile.factor / kilometre.factor == pytest.approx(1.609344)

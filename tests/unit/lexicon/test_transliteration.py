import pytest
from hypothesis import given
from hypothesis import strategies as st

from polyglot_news.lexicon.transliteration import sound_likeness, sound_skeletons

ENDINGS = frozenset({"а", "у", "ом", "ого"})


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Scholz", "Шольца"),
        ("Trudeau", "Трюдо"),
        ("Johnson", "Джонсоном"),
        ("Zhang", "Чжан"),
        ("Schröder", "Шрёдер"),
        ("Łukasz", "Лукаш"),
    ],
)
def test_what_sounds_alike_is_alike_and_meets(latin: str, cyrillic: str) -> None:
    assert sound_likeness(latin, cyrillic, ENDINGS) > 0.85
    assert sound_skeletons(latin, ENDINGS) & sound_skeletons(cyrillic, ENDINGS)


@pytest.mark.parametrize(
    ("latin", "cyrillic"), [("Putin", "Шольц"), ("Iran", "Ирак"), ("A", "А"), ("", "Путин"), ("Putin", "")]
)
def test_what_sounds_otherwise_is_not_alike(latin: str, cyrillic: str) -> None:
    assert sound_likeness(latin, cyrillic, ENDINGS) < 0.5


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_a_share_whatever_the_letters(a: str, b: str) -> None:
    assert 0 <= sound_likeness(a, b, ENDINGS) <= 1
    assert sound_skeletons(a, ENDINGS)

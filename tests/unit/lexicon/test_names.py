import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.lexicon.names import capitalised, find_names, name_similarity, skeletons

# From which evidence takes two spellings for one name.
SAME = 0.75
NAMES = st.sampled_from(
    ["Zelensky", "Зеленского", "Путин", "Putin", "Kyiv", "Київ", "O’Neill", "Обамой", "X", "", "Ван", "Щербина"]
)


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Зеленский", "Zelensky"),
        ("Зеленського", "Zelenskyy"),
        ("Путину", "Putin"),
        ("Обаме", "Obama"),
        ("Лаврова", "Lavrov"),
        ("Керри", "Kerry"),
        ("Кравець", "Kravets"),
        ("Янукович", "Yanukovych"),
        ("Щербина", "Shcherbyna"),
        ("Яценюк", "Yatsenyuk"),
        ("Хрущев", "Khrushchev"),
        ("Шмидт", "Schmidt"),
        ("Цой", "Tsoi"),
        ("Макрона", "Macron"),
        ("Меркель", "Merkel's"),
        ("Київ", "Kyiv"),
        ("Киев", "Kyiv"),
        ("Киева", "Kiev"),
        ("Харків", "Kharkiv"),
        ("Харьков", "Kharkiv"),
        ("Одесса", "Odesa"),
        ("Луганск", "Luhansk"),
        ("Москва", "Moscow"),
        ("Россия", "Russia"),
    ],
)
def test_one_name_in_two_scripts_is_one_name(cyrillic: str, latin: str) -> None:
    assert name_similarity(cyrillic, latin) >= SAME
    assert skeletons(cyrillic) & skeletons(latin)


@pytest.mark.parametrize(
    ("a", "b"), [("Зеленский", "Зеленський"), ("Киев", "Київ"), ("Zelensky", "Zelenskyy"), ("Сергей", "Сергій")]
)
def test_spellings_in_one_script_are_one_name(a: str, b: str) -> None:
    assert name_similarity(a, b) >= SAME


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Путин", "Obama"),
        ("Лавров", "Kerry"),
        ("Киев", "Kharkiv"),
        ("Кремль", "Merkel"),
        ("Ли", "Xi"),
        ("Иран", "Iraq"),
    ],
)
def test_two_names_are_not_taken_for_one(a: str, b: str) -> None:
    assert name_similarity(a, b) < SAME


@settings(deadline=None, max_examples=60)
@given(NAMES, NAMES)
def test_it_does_not_matter_which_name_comes_first(a: str, b: str) -> None:
    assert name_similarity(a, b) == pytest.approx(name_similarity(b, a), abs=0.1)
    assert 0 <= name_similarity(a, b) <= 1
    assert name_similarity(a, a) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mayor Olena Kravets met O’Neill.", ["The", "Olena", "Kravets", "O’Neill"]),
        ("the U.S. envoy to NATO", ["U.S.", "NATO"]),
        ("мэр Нью-Йорка и ООН", ["Нью-Йорка", "ООН"]),
        ("про Ґонту, Їжака й Єву", ["Ґонту", "Їжака", "Єву"]),
        ("no name at all, 12 в", []),
        ("", []),
    ],
)
def test_capitalised_words_are_names(text: str, names: list[str]) -> None:
    assert [name.text for name in find_names(text)] == names


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Kravets met Smith.", ["Kravets"]),
        ("He left. Kravets met Smith.", ["He", "Kravets"]),
        ("«Газпром» и Путин", ["Газпром"]),
        ("он сказал: Трамп прав, Путин нет", ["Трамп"]),
    ],
)
def test_capitals_prove_nothing_where_a_sentence_opens(text: str, opening: list[str]) -> None:
    assert [name.text for name in find_names(text) if name.starts_sentence] == opening


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=60) | st.lists(NAMES, max_size=6).map(" ".join))
def test_a_name_quotes_its_text(text: str) -> None:
    found = find_names(text)

    assert all(text[name.start : name.end] == name.text != "" for name in found)
    assert capitalised(text) == {name.start: name.text for name in found}

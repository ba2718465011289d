import pytest

from polyglot_news.lexicon.paradigms import paradigm


@pytest.mark.parametrize(
    ("word", "language", "forms"),
    [
        ("россия", "ru", "россия россии россию россией"),
        ("российский", "ru", "российский российского российская российских российскими"),
        ("украинец", "ru", "украинец украинца украинцы украинцев украинка украинок"),
        ("китаец", "ru", "китаец китайца китайцев китайцам"),
        ("россиянин", "ru", "россиянин россияне россиян россиянка"),
        ("филиппины", "ru", "филиппины филиппин филиппинах"),
        ("египт", "ru", "египта египте"),
        ("київ", "uk", "київ києва києві києвом"),
        ("львів", "uk", "львів львова львові"),
        ("прага", "uk", "прага прагу празі"),
        ("америка", "uk", "америка америці америкою"),
        ("українець", "uk", "українець українця українці українців українка"),
        ("український", "uk", "український українського українська українські українських"),
    ],
)
def test_case_forms_follow_from_the_end_of_the_word(word: str, language: str, forms: str) -> None:
    stem = paradigm(word, language)

    assert [form for form in forms.split() if form[len(stem.letters) :] not in stem.endings] == []
    assert all(form.startswith(stem.letters) for form in forms.split())


@pytest.mark.parametrize(("word", "language"), [("баку", "ru"), ("тбилиси", "en"), ("nato", "en"), ("", "ru")])
def test_other_words_have_one_form(word: str, language: str) -> None:
    assert paradigm(word, language) == (word, frozenset({""}))

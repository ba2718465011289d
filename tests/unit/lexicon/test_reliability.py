import pytest

from polyglot_news.lexicon.reliability import reliability

ORIGINAL = "Президент подписал закон о бюджете, министр финансов доволен, страна ждет."
GOOD = "The president signed the law on the budget, the finance minister is content, the country waits."
BAD = "The fish fish the red table of a cat, and the cat is a table of fish."


def test_a_translation_that_says_what_the_original_says_is_trusted() -> None:
    assert reliability([(ORIGINAL, "ru", GOOD)]) > 0.9


@pytest.mark.parametrize("translation", [BAD, ""])
def test_a_translation_that_says_something_else_is_hardly_trusted(translation: str) -> None:
    assert 0 < reliability([(ORIGINAL, "ru", translation)]) < 0.2


def test_an_article_is_judged_as_a_whole() -> None:
    both = reliability([(ORIGINAL, "ru", GOOD), (ORIGINAL, "ru", BAD)])

    assert reliability([(ORIGINAL, "ru", BAD)]) < both <= reliability([(ORIGINAL, "ru", GOOD)])


@pytest.mark.parametrize("pairs", [[], [("Wojna w kraju.", "pl", "Fish.")], [("", "ru", "")]])
def test_where_the_lexicon_cannot_tell_the_translation_is_trusted(pairs: list[tuple[str, str, str]]) -> None:
    assert reliability(pairs) == 1.0

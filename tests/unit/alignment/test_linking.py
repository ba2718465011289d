import pytest

from polyglot_news.alignment.evidence import Unit, bags
from polyglot_news.alignment.linking import best_links
from polyglot_news.alignment.settings import SENTENCES, AlignmentSettings


@pytest.mark.parametrize("settings", [AlignmentSettings(), SENTENCES])
def test_units_without_common_words_are_not_linked(settings: AlignmentSettings) -> None:
    found = bags([Unit("The dam broke.", "en")], [Unit("Арбитр назначил пенальти.", "ru")], "en")

    assert best_links(found, found.weights(1.0), settings) == ()


@pytest.mark.parametrize(("base", "edition"), [([], ["Арбитр."]), (["The dam broke."], []), ([], [])])
def test_where_a_side_is_empty_there_are_no_links(base: list[str], edition: list[str]) -> None:
    found = bags([Unit(text, "en") for text in base], [Unit(text, "ru", text) for text in edition], "en")

    assert best_links(found, found.weights(1.0), AlignmentSettings()) == ()


def test_what_is_told_twice_is_linked_where_more_of_it_is_told() -> None:
    texts = ["The dam broke on Monday.", "The dam broke on Monday near Kyiv, the minister said."]
    found = bags([Unit(texts[1], "en")], [Unit("", "ru", text) for text in texts], "en")

    (link,) = best_links(found, found.weights(1.0), AlignmentSettings())

    assert link.edition[-1] == 1

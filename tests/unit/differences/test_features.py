from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from polyglot_news.differences.features import measure_base, measure_original, measure_translation
from polyglot_news.differences.network import model
from polyglot_news.differences.sides import LinkedTexts, read_link
from polyglot_news.differences.texts import Texts

Tell = Callable[..., Any]
TELLINGS = (
    (
        "The president met 12 ministers in Berlin.",
        "Президент встретил 12 министров в Берлине.",
        "The president met 12.",
    ),
    ("“Nobody waits,” she said.", "«Никто не ждет», — сказала она.", "“Nobody waits,” she said."),
    ("About 26,000 tonnes of wheat were lost.", "Потеряно около 16 тысяч тонн.", "About 16 thousand tonnes were lost."),
    ("The UN may not act.", "ООН может не вмешаться.", "The UN may not interfere."),
    ("", "Да.", "Yes."),
)
TEXTS = st.one_of(
    st.text(max_size=50), st.lists(st.sampled_from([one for told in TELLINGS for one in told])).map(" ".join)
)


def _linked(story: Any) -> list[LinkedTexts]:  # noqa: ANN401  # a story of conftest.py
    texts = Texts(story.base, story.edition, story.translation)
    return [read_link(texts, link) for link in story.alignment.links]


def _measured(linked: LinkedTexts) -> dict[str, NDArray[np.float64]]:
    return {
        "base": measure_base(linked),
        "translation": measure_translation(linked),
        "original": measure_original(linked),
    }


@settings(max_examples=50)
@given(base=TEXTS, edition=TEXTS, translation=TEXTS, doubt=st.sampled_from(["", "length"]))
def test_every_word_of_any_text_has_one_row_of_finite_numbers(
    tell: Tell, base: str, edition: str, translation: str, doubt: str
) -> None:
    (linked,) = _linked(tell([base], [edition], [translation], doubt=doubt))

    measured = _measured(linked)

    sizes = {"base": linked.base, "translation": linked.translated, "original": linked.original}
    assert {side: len(rows) for side, rows in measured.items()} == {side: len(one.words) for side, one in sizes.items()}
    assert all(np.isfinite(rows).all() for rows in measured.values())
    # half precision is what pairs are stored in to be fitted on
    assert all(np.abs(rows).max(initial=0.0) < 1000 for rows in measured.values())


@pytest.mark.parametrize("side", ["base", "translation", "original"])
def test_words_are_measured_in_as_many_numbers_as_the_networks_read(tell: Tell, side: str) -> None:
    (linked,) = _linked(tell(*([one] for one in TELLINGS[0])))

    assert _measured(linked)[side].shape[1] == len(model().networks[side].shift) == len(model().networks[side].scale)


def _stacked(stories: Sequence[tuple[str, str, str]], tell: Tell) -> list[dict[str, NDArray[np.float64]]]:
    base, edition, translation = zip(*stories, strict=True)
    return [_measured(one) for one in _linked(tell(base, edition, translation))]


@settings(max_examples=15)
@given(order=st.permutations(TELLINGS))
def test_what_is_measured_in_a_link_does_not_depend_on_the_other_links(
    tell: Tell, order: list[tuple[str, str, str]]
) -> None:
    together = _stacked(order, tell)

    for told, one in zip(order, together, strict=True):
        (alone,) = _stacked([told], tell)
        assert all(np.array_equal(one[side], rows) for side, rows in alone.items())


def test_a_number_that_the_other_side_changed_is_measured_otherwise_than_one_that_it_kept(tell: Tell) -> None:
    base, edition = "The ship carried 26 tonnes of wheat.", "Судно везло {} тонн пшеницы."
    kept, changed = (
        measure_base(*_linked(tell([base], [edition.format(n)], [f"The ship carried {n} tonnes of wheat."])))
        for n in (26, 16)
    )

    assert not np.array_equal(kept[3], changed[3])


def test_an_empty_translation_leaves_what_is_measured_against_the_original(tell: Tell) -> None:
    base, edition, _ = TELLINGS[0]
    same, other = (measure_base(*_linked(tell([base], [text], [""]))) for text in (edition, "Погода была тихой."))

    assert not np.array_equal(same, other)

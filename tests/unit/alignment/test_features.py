from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polyglot_news.alignment.answers import Dictionary
from polyglot_news.alignment.cells import Cells, Group, likely_cells
from polyglot_news.alignment.evidence import Evidence, gather, weigh
from polyglot_news.alignment.features import FEATURES, features, likeness
from polyglot_news.alignment.reading import Unit, read

Measured = dict[str, dict[str, float]]  # "i j n_base n_edition" -> what was measured

COVERED = [name for name in FEATURES if "covered" in name or "lesser" in name]
SHARES = [*COVERED, *(name for name in FEATURES if "loss" in name)]
WORDS = st.sampled_from(["bank", "rate", "Kyiv", "the", "of", "12", "12%", "fire.", "мост"])
TEXTS = st.lists(st.lists(WORDS, max_size=5).map(" ".join), max_size=4)
BANK, BUS, FARMERS = (
    "The central bank raised its key rate to 19 percent.",
    "Seven people were hurt when a bus fell from a bridge.",
    "Farmers blocked the road to the port with tractors.",
)


def _evidence(base: Sequence[Unit], edition: Sequence[Unit], reliability: float = 1.0) -> Evidence:
    return gather(base, edition, weigh(base, edition, reliability), Dictionary(base))


def _measured(base: Sequence[Unit], edition: Sequence[Unit], reliability: float = 1.0) -> Measured:
    whole = [Group(range(len(base)), range(len(edition)))]
    cells, rows = features(_evidence(base, edition, reliability), _cells(whole), whole, 3)
    return {
        " ".join(map(str, cell[:4])): dict(zip(FEATURES, row, strict=True))
        for cell, row in zip(cells.rows.tolist(), rows.tolist(), strict=True)
    }


def _cells(groups: Sequence[Group], max_span: int = 3) -> Cells:
    """All cells: of so few units each is likely."""
    sizes = (sum(len(one.base) for one in groups), sum(len(one.edition) for one in groups))
    return likely_cells(np.zeros(sizes), groups, max_span)


def _english(*texts: str) -> list[Unit]:
    return [read(text, "en") for text in texts]


def _translated(*texts: str) -> list[Unit]:
    return [read("", "ru", text) for text in texts]


@settings(max_examples=20)
@given(TEXTS, TEXTS, st.floats(0, 1), st.booleans())
def test_what_is_covered_is_a_share(
    base: list[str],
    edition: list[str],
    reliability: float,
    is_translated: bool,  # noqa: FBT001  # drawn
) -> None:
    theirs = [read(text, "ru", text if is_translated else "") for text in edition]

    for row in _measured(_english(*base), theirs, reliability).values():
        assert all(-1e-9 <= row[name] <= 1 + 1e-9 for name in SHARES)
        assert all(np.isfinite([*row.values()]))


@pytest.mark.parametrize("cell", ["0 0 1 1", "1 1 1 1", "0 0 2 2"])
def test_a_text_covers_itself(cell: str) -> None:
    units = [read(text, "en", text) for text in (BANK, BUS)]

    row = _measured(units, units)[cell]

    assert [row[name] for name in COVERED] == pytest.approx([1.0] * len(COVERED))


def test_texts_that_share_nothing_cover_nothing() -> None:
    row = _measured(_english("Banks vote."), _translated("Farmers protest."))["0 0 1 1"]

    assert [row[name] for name in SHARES] == [0.0] * len(SHARES)


def test_a_sentence_that_the_edition_drops_leaves_the_base_half_covered() -> None:
    row = _measured(_english(f"{BANK} {BUS}", FARMERS), _translated(BANK, FARMERS))["0 0 1 1"]

    assert 0.2 < row["base covered, both"] < 0.8
    assert row["edition covered, both"] == pytest.approx(row["translation covered by the base"] * 0.6)
    assert row["translation covered by the base"] == pytest.approx(1.0)
    assert row["lesser of both"] == min(row["base covered, both"], row["edition covered, both"])


def test_of_a_merge_every_part_is_covered_and_missed() -> None:
    row = _measured(_english(BANK, BUS), _translated(f"{BANK} {BUS}"))["0 0 2 1"]

    assert row["least covered part, translation"] == pytest.approx(1.0)
    assert row["least loss without a part, translation"] > 0.2


@pytest.mark.parametrize("sides", ["base", "edition"])
def test_a_stranger_in_a_link_is_neither(sides: str) -> None:
    longer, shorter, cell = (BANK, FARMERS), (BANK,), "0 0 2 1" if sides == "base" else "0 0 1 2"
    base, edition = (longer, shorter) if sides == "base" else (shorter, longer)

    row = _measured(_english(*base), _translated(*edition))[cell]

    assert row["least covered part, translation"] < 0.2  # "the" is in both
    assert row["least loss without a part, translation"] == pytest.approx(0.0)


def test_of_two_paragraphs_that_say_the_same_neither_is_missed() -> None:
    row = _measured(_english(BANK, BANK), _translated(BANK))["0 0 2 1"]

    assert row["least covered part, translation"] == pytest.approx(1.0)
    assert row["least loss without a part, translation"] == pytest.approx(0.0)


def test_a_break_that_stands_elsewhere_is_covered_two_to_two() -> None:
    base, edition = _english(BANK, f"{BUS} {FARMERS}"), _translated(f"{BANK} {BUS}", FARMERS)

    found = _measured(base, edition)

    assert found["0 0 2 2"]["base covered by the translation"] == pytest.approx(1.0)
    assert found["1 1 1 1"]["base covered by the translation"] < 0.8


def test_without_a_translation_the_original_alone_covers() -> None:
    row = _measured(_english("The bridge fell."), [read("Мост упал.", "ru")])["0 0 1 1"]

    assert row["is translated"] == 0
    assert row["base covered by the translation"] == row["translation covered by the base"] == 0
    assert row["base covered, both"] == row["base covered by the original"] > 0.5


@pytest.mark.parametrize("reliability", [0.0, 0.4, 1.0])
def test_the_less_a_translation_is_trusted_the_more_the_original_counts(reliability: float) -> None:
    row = _measured(_english("The bridge."), [read("Мост", "ru", "The orchestra")], reliability)["0 0 1 1"]

    assert (row["is translated"], row["reliability of the translation"]) == (1, reliability)
    by_translation, by_original = row["base covered by the translation"], row["base covered by the original"]
    assert by_translation < row["base covered, both"] or reliability == 0
    assert row["base covered, both"] == pytest.approx(
        (by_translation * 0.6 * reliability + by_original * 0.4) / (0.6 * reliability + 0.4)
    )


def test_lengths_are_compared_as_shares_of_their_texts() -> None:
    base, edition = _english("a" * 10, "b" * 20, "c" * 30), _english("d" * 20, "e" * 40, "f" * 60)

    found = _measured(base, edition)

    assert all(found[f"{k} {k} 1 1"]["length difference"] == pytest.approx(0.0) for k in range(3))
    assert found["0 0 2 1"]["length ratio"] == pytest.approx(np.log(3))
    assert found["0 0 1 2"]["length ratio"] == pytest.approx(-np.log(3))
    assert found["0 0 1 2"]["length difference"] == pytest.approx(np.log(3))


def test_what_is_measured_of_sentences_does_not_depend_on_those_of_other_links() -> None:
    base, edition = _english(BANK, BUS, FARMERS, "A dam broke."), _translated(BUS, BANK, "Dam breaks.", FARMERS)
    known, groups = weigh(base, edition, 0.8), [Group(range(2), range(2)), Group(range(2, 4), range(2, 4))]
    dictionary, parts = Dictionary(base), [Group(range(2), range(2))]

    cells, together = features(gather(base, edition, known, dictionary), _cells(groups), groups, 3)

    for number, group in enumerate(groups):
        ours, theirs = (slice(side.start, side.stop) for side in (group.base, group.edition))
        _, alone = features(gather(base[ours], edition[theirs], known, dictionary), _cells(parts), parts, 3)
        assert together[cells.rows[:, 4] == number] == pytest.approx(alone)


def test_units_are_counted() -> None:
    for cell, row in _measured(_english("a", "b", "c"), _english("d", "e", "f")).items():
        assert cell.split()[2:] == [f"{row[name]:g}" for name in ("units of the base", "units of the edition")]


def test_what_stands_at_the_same_height_is_on_the_diagonal() -> None:
    found = _measured(_english(*"abcd"), _english(*"efgh"))

    assert [found[f"{k} {k} 1 1"]["distance from the diagonal"] for k in range(4)] == [0.0] * 4
    assert found["0 0 2 2"]["distance from the diagonal"] == 0
    assert found["0 3 1 1"]["distance from the diagonal"] == pytest.approx(0.75)
    assert found["3 0 1 1"]["distance from the diagonal"] == pytest.approx(0.75)


def test_height_is_that_within_the_group() -> None:
    units = _english(*"abcdef")
    groups = [Group(range(2), range(4)), Group(range(2, 6), range(4, 6))]

    cells, rows = features(_evidence(units, units), _cells(groups, 2), groups, 2)

    heights = rows[:, FEATURES.index("distance from the diagonal")]
    whole_groups = [list(cell) in ([0, 0, 1, 2, 0], [0, 1, 1, 2, 0], [2, 4, 2, 1, 1]) for cell in cells.rows]
    assert heights[whole_groups].tolist() == pytest.approx([0.0, 0.25, 0.0])
    assert heights.max() < 1


def test_the_same_cells_come_back() -> None:
    units, whole = _english(BANK, BUS, FARMERS), [Group(range(3), range(3))]
    cells = _cells(whole)
    shuffled = Cells(np.random.default_rng(3).permutation(cells.rows))

    (found, rows), (_, expected) = (features(_evidence(units, units), one, whole, 3) for one in (shuffled, cells))

    order, straight = (np.lexsort(one.rows.T) for one in (found, cells))
    assert found.rows[order].tolist() == cells.rows[straight].tolist()
    assert len(rows) == len(found)
    assert rows[order] == pytest.approx(expected[straight])


def test_no_cells_have_no_features() -> None:
    cells, rows = features(_evidence([], []), _cells([]), [], 3)

    assert len(cells) == 0
    assert rows.shape == (0, len(FEATURES))


def test_likeness_tells_the_right_pairs_from_the_wrong_ones() -> None:
    base = _english("The bridge fell.", "The orchestra played.", "War divided the country.")
    edition = [read(text, "uk") for text in ("Війна розділила країну.", "Міст упав.", "Оркестр зіграв.")]

    found = likeness(_evidence(base, edition))

    assert found.argmax(axis=1).tolist() == [1, 2, 0]
    assert found.argmax(axis=0).tolist() == [2, 0, 1]
    assert 0 <= found.min() <= found.max() <= 2


def test_a_text_is_wholly_like_itself() -> None:
    units = [read(text, "en", text) for text in (BANK, BUS)]

    assert np.diag(likeness(_evidence(units, units))).tolist() == pytest.approx([2.0, 2.0])

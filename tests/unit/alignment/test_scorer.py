from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from polyglot_news.alignment.answers import Dictionary
from polyglot_news.alignment.cells import Cells, Group
from polyglot_news.alignment.context import CONTEXT
from polyglot_news.alignment.evidence import Evidence, gather, weigh
from polyglot_news.alignment.features import FEATURES, features
from polyglot_news.alignment.reading import Unit, read
from polyglot_news.alignment.scorer import MODEL, Member, Network, networks, score_paragraphs, score_sentences
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.errors import PackageDamagedError

SETTINGS = AlignmentSettings()
WORDS = st.sampled_from(["bank", "rate", "Kyiv", "the", "of", "12", "2014", "fire.", "мост"])
TEXTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=5)


def _evidence(base: Sequence[Unit], edition: Sequence[Unit]) -> Evidence:
    return gather(base, edition, weigh(base, edition), Dictionary(base))


def _whole(evidence: Evidence) -> Group:
    n_base, n_edition = evidence.sizes
    return Group(range(n_base), range(n_edition))


def _by_cell(cells: Cells, probability: Sequence[float]) -> dict[tuple[int, ...], float]:
    return dict(zip(map(tuple, cells.rows[:, :4].tolist()), probability, strict=True))


def _listed(scored: tuple[Cells, NDArray[np.float64]]) -> tuple[Cells, list[float]]:
    return scored[0], scored[1].tolist()


def _units(texts: Sequence[str], language: str = "en") -> list[Unit]:
    return [read(text, language) for text in texts]


@settings(max_examples=20)
@given(TEXTS, TEXTS, st.sampled_from(["ru", "uk", "pl"]))
def test_scores_are_probabilities(base: list[str], edition: list[str], language: str) -> None:
    found = _evidence(_units(base), [read(text, language, text) for text in edition])

    for cells, probability in (
        score_paragraphs(found, _whole(found), SETTINGS),
        score_sentences(found, [_whole(found)], SETTINGS),
    ):
        assert len(cells) == len(probability)
        assert all(0 <= one <= 1 for one in probability)


@pytest.mark.parametrize("kind", ["paragraphs", "sentences"])
def test_the_right_links_are_likelier_than_the_wrong_ones(
    english: Sequence[Unit], russian: Sequence[Unit], kind: str
) -> None:
    found = _evidence(english[:3], russian[:3])
    scored = (
        score_paragraphs(found, _whole(found), AlignmentSettings(max_span=1))
        if kind == "paragraphs"
        else score_sentences(found, [_whole(found)], AlignmentSettings(max_span=1))
    )

    likely = _by_cell(scored[0], scored[1].tolist())

    right = [likely[k, k, 1, 1] for k in range(3)]
    assert min(right) > 0.5
    assert all(one < 0.2 for cell, one in likely.items() if cell[0] != cell[1])


def test_what_shares_nothing_is_no_link_wherever_it_stands() -> None:
    found = _evidence(_units(["The dam broke."]), _units(["Арбитр назначил пенальти."], "ru"))

    assert len(score_paragraphs(found, _whole(found), SETTINGS)[0]) == 0
    assert len(score_sentences(found, [_whole(found)], SETTINGS)[0]) == 0


def test_what_has_only_a_common_word_in_common_is_no_link() -> None:
    base = _units(["The dam broke near the village.", "The harvest was poor."])
    edition = [read("", "ru", text) for text in ("The referee gave a penalty.", "The orchestra plays.")]
    found = _evidence(base, edition)

    assert len(score_paragraphs(found, _whole(found), SETTINGS)[0]) == 0
    assert len(score_sentences(found, [_whole(found)], SETTINGS)[0]) == 0


@settings(max_examples=20)
@given(TEXTS, TEXTS)
def test_of_a_link_each_side_covers_some_of_the_other(base: list[str], edition: list[str]) -> None:
    found = _evidence(_units(base), [read(text, "ru", text) for text in edition])
    whole = _whole(found)

    cells, _ = score_paragraphs(found, whole, SETTINGS)

    _, measured = features(found, cells, [whole], 3)
    assert (measured[:, FEATURES.index("lesser of both")] > 0.03).all()


@pytest.mark.parametrize(("n_base", "n_edition"), [(0, 0), (0, 2), (2, 0)])
def test_where_a_side_is_empty_nothing_is_weighed(
    english: Sequence[Unit], russian: Sequence[Unit], n_base: int, n_edition: int
) -> None:
    found = _evidence(english[:n_base], russian[:n_edition])

    for cells, probability in (
        score_paragraphs(found, _whole(found), SETTINGS),
        score_sentences(found, [_whole(found)], SETTINGS),
    ):
        assert len(cells) == len(probability) == 0


def test_sentences_are_weighed_within_their_groups(english: Sequence[Unit], russian: Sequence[Unit]) -> None:
    found = _evidence(english[:3], [*russian[1:3], russian[0]])
    groups = [Group(range(1), range(2)), Group(range(1, 3), range(2, 3))]

    cells, _ = score_sentences(found, groups, SETTINGS)

    for i, j, n_base, n_edition, number in cells.rows.tolist():
        assert set(range(i, i + n_base)) <= set(groups[number].base)
        assert set(range(j, j + n_edition)) <= set(groups[number].edition)


def test_a_sentence_is_scored_the_same_whatever_the_other_links_say(
    english: Sequence[Unit], russian: Sequence[Unit]
) -> None:
    base = [*english[:3], read("The war began.", "en")]
    edition = [*russian[:3], read("Война началась в 2014 году.", "ru")]
    known, dictionary = weigh(base, edition), Dictionary(base)
    groups = [Group(range(2), range(2)), Group(range(2, 4), range(2, 4))]

    together = _by_cell(*_listed(score_sentences(gather(base, edition, known, dictionary), groups, SETTINGS)))

    alone: dict[tuple[int, ...], float] = {}
    for start in (0, 2):
        found = gather(base[start : start + 2], edition[start : start + 2], known, dictionary)
        scored = _by_cell(*_listed(score_sentences(found, [_whole(found)], SETTINGS)))
        alone |= {(i + start, j + start, *shape): one for (i, j, *shape), one in scored.items()}
    assert together == pytest.approx(alone)


@pytest.mark.parametrize("kind", ["paragraphs", "sentences"])
def test_the_stored_networks_take_what_is_measured(kind: str) -> None:
    alone, in_context = networks()[kind]

    for network, n_measured in ((alone, len(FEATURES)), (in_context, len(CONTEXT) + len(FEATURES))):
        assert network.members
        for member in network.members:
            sizes = [n_measured, *(weights.shape[1] for weights, _ in member.layers)]
            assert member.shift.shape == member.scale.shape == (n_measured,)
            assert [weights.shape[0] for weights, _ in member.layers] == sizes[:-1]
            assert [bias.shape for _, bias in member.layers] == [(size,) for size in sizes[1:]]
            assert sizes[-1] == 1
            assert np.isfinite(member.score(np.zeros((2, n_measured)))).all()


def test_the_stored_networks_were_fitted_to_what_is_measured_in_this_order() -> None:
    with np.load(MODEL, allow_pickle=False) as stored:
        assert stored["features"].tolist() == list(FEATURES)
        assert stored["context"].tolist() == list(CONTEXT)


def _objects() -> bytes:
    stored = BytesIO()
    np.savez(stored, **{"paragraphs/alone/shift": np.array([{}], dtype=object)})  # type: ignore[arg-type]  # as above
    return stored.getvalue()


@pytest.mark.parametrize("kind", ["empty", "truncated", "text", "objects"])
def test_damaged_networks_are_named_in_one_line(kind: str, tmp_path: Path) -> None:
    whole = MODEL.read_bytes()
    path = tmp_path / "links.npz"
    path.write_bytes(
        {"empty": b"", "truncated": whole[: len(whole) // 2], "text": b"no networks", "objects": _objects()}[kind]
    )

    with pytest.raises(PackageDamagedError, match=r"links\.npz") as caught:
        networks(path)
    assert "\n" not in caught.value.message


def test_a_member_is_linear_layers_with_nothing_below_zero_between() -> None:
    member = Member(
        shift=np.array([1.0, 0.0]),
        scale=np.array([2.0, 1.0]),
        layers=(
            (np.array([[1.0, -1.0], [0.0, 1.0]]), np.array([0.0, 0.5])),
            (np.array([[10.0], [100.0]]), np.array([-1.0])),
        ),
    )

    # (2, 0) -> (2, 0) -> (2, -1.5) -> (2, 0) -> 19; (0, 3) -> (-2, 3) -> (-2, 5.5) -> (0, 5.5) -> 549
    assert member.score(np.array([[2.0, 0.0], [0.0, 3.0]])).tolist() == [19.0, 549.0]


def test_a_member_without_hidden_layers_may_go_below_zero() -> None:
    assert _times(1.0).score(np.array([[-3.0]])).tolist() == [-3.0]


def test_a_network_says_what_its_members_say_on_average() -> None:
    network = Network((_times(1.0), _times(2.0), _times(6.0)))

    assert network.score(np.array([[1.0], [-2.0]])).tolist() == [3.0, -6.0]


def _times(factor: float) -> Member:
    return Member(np.zeros(1), np.ones(1), ((np.array([[factor]]), np.array([0.0])),))

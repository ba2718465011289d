from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from polyglot_news.errors import PackageDamagedError
from polyglot_news.sources.boilerplate_features import FEATURES, REASONS, measure
from polyglot_news.sources.boilerplate_scorer import WEIGHTS, read_scorer, score, shipped

Arrays = dict[str, NDArray[Any]]
NEWS = "The dam above the town broke on Monday morning, the ministry said."


def test_each_paragraph_has_a_probability_and_a_reason() -> None:
    scores, reasons = score([NEWS, "Subscribe to our newsletter", NEWS], shipped())

    assert all(0 <= likely <= 1 for likely in scores)
    assert scores[1] > scores[0]
    assert set(reasons) <= set(REASONS)


def test_no_paragraphs_no_scores() -> None:
    assert score([], shipped()) == ([], [])


@pytest.mark.parametrize("text", ["", " ", "—", "©", "\u200b", "a" * 5000, "« « «", "123"])
def test_anything_can_be_measured(text: str) -> None:
    assert {len(row) for row in measure([text, text])} == {len(FEATURES)}


def test_words_in_quotation_marks_do_not_speak_for_the_site() -> None:
    words = FEATURES.index("site words")
    said, meant = measure(["“Subscribe to our newsletter”, he said.", "Subscribe to our newsletter, he said."])

    assert said[words] < meant[words]


def _stored() -> Arrays:
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}


def _without_features(arrays: Arrays) -> None:
    del arrays["features"]


def _with_an_object(arrays: Arrays) -> None:
    arrays["reasons"] = np.array([{}], dtype=object)


def _of_other_features(arrays: Arrays) -> None:
    arrays["features"] = np.array([name.replace("newsletter", "letters") for name in arrays["features"]])


def _without_a_network(arrays: Arrays) -> None:
    del arrays["look/shift"]


@pytest.mark.parametrize("change", [_without_features, _with_an_object, _of_other_features, _without_a_network])
def test_weights_of_another_version_are_refused(tmp_path: Path, change: Callable[[Arrays], None]) -> None:
    path, arrays = tmp_path / "weights.npz", _stored()
    change(arrays)
    np.savez(path, **arrays)  # type: ignore[arg-type]  # the names are those of arrays

    with pytest.raises(PackageDamagedError, match=r"weights\.npz"):
        read_scorer(path)


@pytest.mark.parametrize("kept", [0, 100, 0.5])
def test_weights_that_are_cut_off_are_refused(tmp_path: Path, kept: float) -> None:
    path, whole = tmp_path / "weights.npz", WEIGHTS.read_bytes()
    path.write_bytes(whole[: int(kept * len(whole)) if kept < 1 else int(kept)])

    with pytest.raises(PackageDamagedError, match=r"weights\.npz"):
        read_scorer(path)


def test_weights_that_are_not_there_are_named(tmp_path: Path) -> None:
    with pytest.raises(PackageDamagedError, match=r"weights\.npz"):
        read_scorer(tmp_path / "weights.npz")

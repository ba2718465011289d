from pathlib import Path

import numpy as np
import pytest

from polyglot_news.arrays import UNREADABLE, read_arrays


def test_arrays_are_read_by_their_names(tmp_path: Path) -> None:
    np.savez(tmp_path / "some.npz", ours=np.arange(3), theirs=np.array(["a", "б"]))

    found = read_arrays(tmp_path / "some.npz")

    assert {name: array.tolist() for name, array in found.items()} == {"ours": [0, 1, 2], "theirs": ["a", "б"]}


def test_a_pickle_is_never_read(tmp_path: Path) -> None:
    np.savez(tmp_path / "objects.npz", some=np.array([{"a": 1}], dtype=object))

    with pytest.raises(UNREADABLE):
        read_arrays(tmp_path / "objects.npz")


@pytest.mark.parametrize("keep", [0, 3, 60, -30])
def test_a_file_that_is_not_whole_is_refused(tmp_path: Path, keep: int) -> None:
    np.savez(tmp_path / "whole.npz", some=np.arange(50))
    (tmp_path / "part.npz").write_bytes((tmp_path / "whole.npz").read_bytes()[:keep])

    with pytest.raises(UNREADABLE):
        read_arrays(tmp_path / "part.npz")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UNREADABLE):
        read_arrays(tmp_path / "none.npz")

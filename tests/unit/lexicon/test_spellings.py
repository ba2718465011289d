from pathlib import Path

import pytest

from polyglot_news.lexicon.names import name_similarity, skeletons

CASES = Path(__file__).parents[2] / "cases"
SAME = 0.75  # name_similarity from which evidence takes two spellings for one name


def pairs(name: str, sign: str) -> list[tuple[str, str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [(a, b) for a, found, b in (line.partition(f" {sign} ") for line in lines if line[:1] != "#") if found]


@pytest.mark.parametrize(("a", "b"), pairs("names.txt", "="))
def test_spellings_of_one_name_are_alike_and_meet(a: str, b: str) -> None:
    assert name_similarity(a, b) >= SAME
    assert skeletons(a) & skeletons(b)


@pytest.mark.parametrize(("a", "b"), pairs("names.txt", "≠"))
def test_other_names_are_not_alike(a: str, b: str) -> None:
    assert name_similarity(a, b) < SAME

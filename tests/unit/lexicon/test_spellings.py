from pathlib import Path

import pytest

from polyglot_news.lexicon.names import name_similarity, skeletons
from polyglot_news.lexicon.persons import same_person

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


@pytest.mark.parametrize(("a", "b"), pairs("persons.txt", "="))
def test_names_of_one_person_are_known_as_one(a: str, b: str) -> None:
    assert same_person(a, b) >= 0.6
    assert same_person(b, a) >= 0.6


@pytest.mark.parametrize(("a", "b"), pairs("persons.txt", "≠"))
def test_a_surname_in_common_does_not_make_one_person(a: str, b: str) -> None:
    assert same_person(a, b) == same_person(b, a) == 0


def test_a_surname_alone_says_less_than_the_whole_name() -> None:
    assert same_person("Putin", "Владимир Путин") < same_person("Vladimir Putin", "Владимир Путин") == 1


@pytest.mark.parametrize("name", ["", "...", "Mr", "12"])
def test_nothing_is_no_person(name: str) -> None:
    assert same_person(name, "Путин") == 0

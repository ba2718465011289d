"""The recipe's real steps on a tiny slice: minutes of data, seconds of training. Needs what `.[training]` installs."""

import json
import lzma
import subprocess
import sys
from pathlib import Path

import pytest

from polyglot_news.translation.decoding import EngineSettings
from polyglot_news.translation.engine import Engine
from polyglot_news.translation.store import PackageStore

RECIPE = Path(__file__).parents[2] / "training" / "starter"
WRITTEN = RECIPE.parent / "written"

pytest.importorskip("torch")


def step(name: str, *arguments: object) -> str:
    command = [sys.executable, str(RECIPE / f"{name}.py"), *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("training")
    slice_of_written = folder / "written"
    slice_of_written.mkdir()
    (slice_of_written / "a.tsv").write_bytes((WRITTEN / "politics-01.tsv").read_bytes())
    with lzma.open(folder / "more.tsv.xz", "wt", encoding="utf-8") as file:
        file.write("ru\twmt\tДа, это так.\tYes, that is so.\nru\twmt\tYes\tYes\nru\tunknown\tДа\tYes\n")
    step("collect", "--data", folder, "--written", slice_of_written, "--output", folder / "pairs.tsv")
    step("tokenise", "--pairs", folder / "pairs.tsv", "--output", folder / "numbered", "--pieces", 700)
    return folder


def test_only_what_is_a_translation_of_a_known_source_is_collected(numbered: Path) -> None:
    rows = [line.split("\t") for line in (numbered / "pairs.tsv").read_text("utf-8").splitlines()]

    assert [row for row in rows if row[1] != "written"] == [["ru", "wmt", "Да, это так.", "Yes, that is so."]]


def test_a_run_goes_on_where_it_was_and_ends_in_two_packages_that_translate(numbered: Path) -> None:
    run, starter = numbered / "run", numbered / "starter"
    step("train", "--data", numbered / "numbered", "--run", run, "--minutes", 0.05)

    second = step("train", "--data", numbered / "numbered", "--run", run, "--minutes", 0.1)
    step("export", "--run", run, "--data", numbered / "numbered", "--version", "0.9", "--output", starter)

    assert "goes on from step" in second
    store = PackageStore(numbered / "none", starter)
    assert [package.name for package in store.starters()] == ["translate-ru_en-0_9", "translate-uk_en-0_9"]
    with Engine(store.find("uk", "en"), EngineSettings()) as engine:
        assert len(engine.translate(["Президент підписав закон."])) == 1


def test_training_can_go_on_from_a_package_alone(numbered: Path) -> None:
    run, starter, reopened = numbered / "run2", numbered / "starter2", numbered / "reopened"
    step("train", "--data", numbered / "numbered", "--run", run, "--minutes", 0.02)
    step("export", "--run", run, "--data", numbered / "numbered", "--output", starter)
    step("reopen", "--starter", starter, "--output", reopened)
    pairs, pieces = numbered / "pairs.tsv", reopened / "sentencepiece.model"
    step("tokenise", "--pairs", pairs, "--output", reopened, "--vocabulary", pieces)

    step(
        "train",
        "--data",
        reopened,
        "--run",
        numbered / "run3",
        "--minutes",
        0.02,
        "--weights",
        reopened / "weights.npz",
    )

    metadata = json.loads((starter / "translate-ru_en-0_1" / "metadata.json").read_text("utf-8"))
    assert metadata["shares"] == ".."
    assert (numbered / "run3" / "checkpoint.pt").exists()

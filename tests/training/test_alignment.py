"""The real steps of fitting the aligner's networks, on twelve stories. Needs what `.[training]` installs."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from polyglot_news.alignment.context import CONTEXT
from polyglot_news.alignment.features import FEATURES
from polyglot_news.alignment.scorer import networks

TRAINING = Path(__file__).parents[2] / "training"

pytest.importorskip("torch")


def step(name: str, *arguments: object) -> str:
    command = [sys.executable, str(TRAINING / "alignment" / f"{name}.py"), *map(str, arguments)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def news(n_stories: int) -> list[dict[str, object]]:
    """Stories of eight paragraphs; the translation is the English text itself."""
    lines = (TRAINING / "written" / "politics-01.tsv").read_text("utf-8").splitlines()
    lines += (TRAINING / "written" / "world-01.tsv").read_text("utf-8").splitlines()
    told = [{"ref": [en], "src": [ru], "mt": [en]} for en, ru, _ in (line.split("\t") for line in lines)]
    return [{"id": f"story {k}", "lang": "ru", "paras": told[8 * k : 8 * k + 8]} for k in range(n_stories)]


def test_the_networks_are_fitted_to_edited_stories_and_written_as_numbers(tmp_path: Path) -> None:
    stories, translated, examples, output = (tmp_path / name for name in ("n.json", "t.json", "e.npz", "links.npz"))
    stories.write_text(json.dumps(news(12)), "utf-8")
    translated.write_text("{}", "utf-8")
    step("collect", "--news", stories, "--translated", translated, "--output", examples, "--rounds", 8)

    told = step("fit", "--examples", examples, "--output", output, "--without", 0)

    widths = {
        (kind, name): len(network.members[0].layers[0][0])
        for kind, pair in networks(output).items()
        for name, network in zip(("alone", "in context"), pair, strict=True)
    }
    assert widths == {
        (kind, name): width
        for kind in ("paragraphs", "sentences")
        for name, width in (("alone", len(FEATURES)), ("in context", len(CONTEXT) + len(FEATURES)))
    }
    losses = [float(line.split("loss ")[1].split(",")[0]) for line in told.splitlines() if "left out" in line]
    assert len(losses) == 2
    assert max(losses) < 0.4  # without looking, a guess costs .5 and more

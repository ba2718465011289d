"""differences.py as it is run: on pairs made by hand, beside simpler ways."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "benchmarks" / "differences.py"), *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    """Sentences and their translations; every third of the base has a sentence that the edition lacks."""
    lines = (ROOT / "training" / "written" / "world-01.tsv").read_text("utf-8").splitlines()
    added = " The captain of the yellow bus refused to comment on Friday."
    rows = []
    for k, (english, russian, _) in enumerate(line.split("\t") for line in lines[:12]):
        is_edited = k % 3 == 0
        gold = [[len(english) + 1, len(english) + len(added)]] if is_edited else []
        text = english + added if is_edited else english
        own = {"src": russian, "mt": english, "en": text, "gold_en": gold, "gold_mt": []}
        rows.append({"type": "ins_sent" if is_edited else "clean", "lang": "ru", "doc": f"d{k}", "tier": "mid", **own})
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def test_figures_are_printed_and_written(pairs: Path, tmp_path: Path) -> None:
    written = tmp_path / "figures.json"

    done = run(pairs, "--by", "type", "kind", "length", "--peers", "--json", written)

    assert done.returncode == 0, done.stderr
    assert "| polyglot-news | " in done.stdout
    assert "| ins_sent | 4 | " in done.stdout
    figures = json.loads(written.read_text("utf-8"))["pairs.jsonl"]["provided"]
    assert (figures["pairs"], figures["unlinked"], figures["shifted"]) == (12, 0, 0)
    assert figures["polyglot-news"]["word"]["recall"] > 0.9
    assert figures["polyglot-news"]["false_per_100_clean"] == 0
    assert figures["difflib on words"]["word"]["f1"] == 1.0
    assert len(figures["polyglot-news"]["curve"]) == 21


def test_without_a_translation_the_base_alone_is_counted(pairs: Path, tmp_path: Path) -> None:
    written = tmp_path / "figures.json"

    done = run(pairs, "--mode", "lexicon", "--json", written)

    assert done.returncode == 0, done.stderr
    assert json.loads(written.read_text("utf-8"))["pairs.jsonl"]["lexicon"]["polyglot-news"]["edited_pairs"] == 4


def test_folds_of_documents_share_nothing_and_leave_nothing_out(pairs: Path, tmp_path: Path) -> None:
    counted = 0
    for fold in range(2):
        written = tmp_path / f"{fold}.json"
        done = run(pairs, "--documents", f"{fold}/2", "--json", written)
        assert done.returncode == 0, done.stderr
        counted += json.loads(written.read_text("utf-8"))["pairs.jsonl"]["provided"]["pairs"]

    assert counted == 12


def test_a_fold_beyond_the_last_is_refused(pairs: Path) -> None:
    done = run(pairs, "--documents", "2/2")

    assert done.returncode == 2
    assert "2/2: the first fold is 0" in done.stderr

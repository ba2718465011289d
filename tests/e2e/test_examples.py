"""What docs/examples/ shows is what is rendered, and the commands told there make it."""

from __future__ import annotations

import importlib.util
import re
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from polyglot_news.cli.app import run

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
MAKING = "make.py", "README.md", "grain-ship.ru.en.txt", "grain-ship.uk.en.txt"
ANEW = "run `python docs/examples/make.py`, and read the diff"
VERSION = re.compile(rb'(polyglot-news[ :]|"polyglot-news",\s+"version": "|tool-?version=")\d+\.\d[\w.+]*')


@pytest.fixture(scope="module")
def make() -> ModuleType:
    name = "docs_examples_make"
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def rendered(make: ModuleType) -> Mapping[str, bytes]:
    contents: Mapping[str, bytes] = make.render_examples()
    return contents


def unversioned(content: bytes) -> bytes:
    """A release changes the version and nothing else, and is not to wait for new examples."""
    return VERSION.sub(rb"\1VERSION", content)


def test_every_example_is_what_is_rendered(rendered: Mapping[str, bytes]) -> None:
    missing = [name for name in rendered if not (EXAMPLES / name).exists()]
    assert not missing, f"{', '.join(missing)}: not there: {ANEW}"

    old = [name for name, new in rendered.items() if unversioned((EXAMPLES / name).read_bytes()) != unversioned(new)]
    assert not old, f"{', '.join(old)}: not what is rendered now: {ANEW}"


def test_there_is_no_file_that_nothing_makes(rendered: Mapping[str, bytes]) -> None:
    there = {path.name for path in EXAMPLES.iterdir() if path.is_file()}

    assert there == {*rendered, *MAKING}


def test_every_format_has_an_example(make: ModuleType) -> None:
    from polyglot_news.reports.registry import OURS  # noqa: PLC0415  # others' formats are no matter of ours

    assert {example.form for example in make.EXAMPLES} == set(OURS)


def test_the_readme_tells_how_each_was_made(make: ModuleType) -> None:
    readme = (EXAMPLES / "README.md").read_text("utf-8")
    compare = readme.split("```sh\n")[1].split("```")[0].replace(" \\\n ", "").strip()

    for example in make.EXAMPLES:
        (row,) = (line for line in readme.splitlines() if line.startswith(f"| [{example.file}]({example.file}) |"))
        assert f"`{example.choices}`" in row
        assert (f"`COLUMNS={example.columns}`" in row) == (example.columns is not None)
        assert ("without the Ukrainian edition" in row) == (example.editions == ("ru",))
    whole = next(example for example in make.EXAMPLES if example.form == "json")
    assert whole.command == f"{compare} {whole.choices}"


@pytest.mark.parametrize("name", ["terminal-160.txt", "summary.txt", "report.html", "en-ru.xlf"])
def test_the_command_makes_the_same_file(
    name: str, make: ModuleType, rendered: Mapping[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (example,) = (one for one in make.EXAMPLES if one.file == name)
    *settings, arguments = example.command.partition("pn ")[::2]
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("COLUMNS", raising=False)
    for variable, _, value in (one.partition("=") for one in "".join(settings).split()):
        monkeypatch.setenv(variable, value)
    made = tmp_path / name

    code = run([*shlex.split(arguments)[:-1], str(made)])

    assert code == 0
    assert made.read_bytes() == rendered[name]


def test_examples_hold_no_time_and_no_path_of_who_made_them(rendered: Mapping[str, bytes]) -> None:
    for content in rendered.values():
        assert str(ROOT).encode() not in content
        assert set(re.findall(rb'"seconds": ([\d.]+)', content)) <= {b"0.0"}

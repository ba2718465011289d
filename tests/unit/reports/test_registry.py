"""Formats by name: ours, and those of other packages, which are real ones here, in a folder of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from polyglot_news.errors import InputError
from polyglot_news.model import Report
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.registry import ENTRY_POINTS, OURS, Renderer, find_renderer, formats, render

COMMAND = Path(sys.executable).with_name("polyglot-news")
GUIDE = Path(__file__).parents[3] / "docs" / "how-to" / "add-a-report-format.md"
ENGLISH = "Storm cuts power\n\nA storm cut power to 16,000 homes on Friday. No one was hurt.\n"
RUSSIAN = "Шторм оставил без света\n\nВ пятницу шторм оставил без света 26 тысяч домов.\n"
THEIRS = """
def render(report, options):
    editions = [one.edition.language for one in report.comparisons]
    return f"{report.base.title}: {editions}, {options.layout}, only {sorted(options.only)}\\n"

def render_bytes(report, options):
    return b"\\x00\\xff theirs"

nothing = None
"""

Install = Callable[..., dict[str, str]]


@pytest.fixture
def install(tmp_path: Path) -> Install:
    """Put a package with formats where Python finds it, and return the environment that has it."""

    def install(module: str, **values: str) -> dict[str, str]:
        (tmp_path / "their_formats.py").write_text(module, "utf-8")
        described = tmp_path / "their_formats-1.0.dist-info"
        described.mkdir()
        (described / "METADATA").write_text("Metadata-Version: 2.1\nName: their-formats\nVersion: 1.0\n", "utf-8")
        points = "".join(f"{name} = {value}\n" for name, value in values.items())
        (described / "entry_points.txt").write_text(f"[{ENTRY_POINTS}]\n{points}", "utf-8")
        (tmp_path / "en.txt").write_text(ENGLISH, "utf-8")
        (tmp_path / "ru.txt").write_text(RUSSIAN, "utf-8")
        return {**os.environ, "PYTHONPATH": str(tmp_path), "HOME": str(tmp_path)}

    return install


def compare(name: str, environment: dict[str, str], *options: str) -> tuple[int, bytes, str]:
    """Run the installed command: its exit code, what it prints and what it says."""
    arguments = ("compare", "en.txt", "ru.txt", "--no-translate", "--format", name, *options)
    folder = environment["PYTHONPATH"]
    done = subprocess.run([COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr.decode()


@pytest.mark.parametrize("name", OURS)
def test_every_format_renders_ends_its_last_line_and_is_deterministic(name: str, cup_final: Report) -> None:
    if name == "xliff2":  # holds one target language
        cup_final = Report(cup_final.base, cup_final.comparisons[:1], cup_final.signature)
    first, second = (find_renderer(name)(cup_final, ReportOptions()) for _ in range(2))

    assert first == second
    assert first[-1:] in {"\n", b"\n"}


def test_an_unknown_format_is_refused_and_the_known_ones_are_named(storm: Report) -> None:
    with pytest.raises(InputError, match="no such format: docx") as refusal:
        render(storm, "docx", ReportOptions())

    assert all(name in refusal.value.hint for name in formats())


def test_rich_is_imported_only_for_the_terminal() -> None:
    probe = (
        "import sys; from polyglot_news.reports.registry import find_renderer; find_renderer('json');"
        "before = 'rich' in sys.modules; find_renderer('terminal'); print(before, 'rich' in sys.modules)"
    )

    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout.split()

    assert answer == ["False", "True"]


def test_a_format_of_another_package_renders_with_the_options_of_the_reader(install: Install) -> None:
    environment = install(THEIRS, theirs="their_formats:render")

    said = compare("theirs", environment, "--only", "number", "--layout", "inline")

    assert said == (0, b"Storm cuts power: ['ru'], inline, only ['number']\n", "")


def test_bytes_of_another_package_are_written_as_they_stand(install: Install) -> None:
    environment = install(THEIRS, theirs="their_formats:render_bytes")

    assert compare("theirs", environment) == (0, b"\x00\xff theirs", "")


def test_formats_of_other_packages_are_named_after_ours_where_there_is_no_such_format(install: Install) -> None:
    environment = install(THEIRS, zebra="their_formats:render", antelope="their_formats:render")

    code, printed, said = compare("docx", environment)

    assert (code, printed) == (2, b"")
    listed = f"{', '.join(OURS)}, antelope, zebra"
    assert said == f"polyglot-news: --format: no such format: docx\n  hint: the formats are {listed}\n"


def test_a_package_cannot_put_its_format_in_the_place_of_one_of_ours(install: Install) -> None:
    environment = install(THEIRS, jsonl="their_formats:render", terminal="their_formats:render")

    code, printed, said = compare("jsonl", environment)
    _, _, listed = compare("docx", environment)

    assert (code, said) == (0, "")
    assert printed.startswith(b'{"schema_version"')
    assert listed.count("jsonl") == listed.count("terminal") == 1


@pytest.mark.parametrize(
    ("module", "value", "reason"),
    [
        (THEIRS, "no_such_module:render", "ModuleNotFoundError: No module named 'no_such_module'"),
        (THEIRS, "their_formats:no_such_function", "AttributeError: module 'their_formats' has no attribute"),
        ("def render(:", "their_formats:render", "SyntaxError: "),
        ("raise RuntimeError('two\\nlines \\x1b[31m')", "their_formats:render", r"RuntimeError: two\nlines \x1b[31m"),
        ("render = 1", "their_formats:render", "their_formats:render is no function"),
        (THEIRS, "their_formats", "their_formats is no function"),
        (THEIRS, "!!", "its entry point is malformed"),
    ],
)
def test_a_format_that_cannot_be_loaded_costs_one_line_that_names_it_and_where_it_comes_from(
    install: Install, module: str, value: str, reason: str
) -> None:
    environment = install(module, theirs=value)

    code, printed, said = compare("theirs", environment)

    what, hint = said.splitlines()
    assert (code, printed) == (2, b"")
    assert what.startswith(f"polyglot-news: --format: theirs cannot be loaded: {reason}")
    assert hint == f"  hint: it comes from {value}; update or remove that package"


@pytest.mark.parametrize(
    ("body", "reason"), [("raise ValueError('no')", "ValueError: no"), ("return None", "it returned no text")]
)
def test_a_format_that_fails_is_said_to_be_the_one_that_failed(install: Install, body: str, reason: str) -> None:
    environment = install(f"def render(report, options):\n    {body}\n", theirs="their_formats:render")

    code, printed, said = compare("theirs", environment)

    what, hint = said.splitlines()
    assert (code, printed) == (2, b"")
    assert what == f"polyglot-news: --format: theirs failed: {reason}"
    assert hint == "  hint: it comes from their_formats:render; update or remove that package"


def test_a_broken_format_costs_those_who_ask_for_another_one_nothing(install: Install) -> None:
    environment = install("raise RuntimeError('broken')", theirs="their_formats:render")

    assert compare("jsonl", environment)[::2] == (0, "")


def test_the_worked_example_of_the_guide_is_a_package_that_renders_what_it_shows(
    storm: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings, digest = block("toml", "pyproject.toml"), load(block("python", "newsroom_digest.py"), monkeypatch)
    options = ReportOptions(min_confidence=0.9)
    renderer: Renderer = digest.render

    (module, _, function) = tomllib.loads(settings)["project"]["entry-points"][ENTRY_POINTS]["digest"].partition(":")
    assert (module, function) == (digest.__name__, "render")
    shown = str(renderer(storm, ReportOptions()))
    assert "ru.txt: 2 differences, 1 paragraph left out, 1 added, 1 moved" in shown
    promised = GUIDE.read_text("utf-8").split("--format digest --min-confidence 0.9\n")[1].split("```")[0]
    assert str(renderer(storm, options)).replace("\u00a0", " ") == promised


def test_the_second_example_of_the_guide_tells_every_paragraph_of_both_sides_once(
    storm: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = load(block("python", "newsroom_texts.py"), monkeypatch)

    rows = [row.split("\t") for row in str(texts.render(storm, ReportOptions())).splitlines()]

    assert [row[0] for row in rows] == ["kept", "changed", "added", "kept", "omitted", "moved"]
    assert sorted(row[1] for row in rows if row[1]) == sorted(one.text for one in storm.base.paragraphs)
    assert sorted(row[2] for row in rows if row[2]) == sorted(
        one.text for one in storm.comparisons[0].edition.paragraphs
    )


def block(language: str, file: str) -> str:
    """A block of the guide, by the file name in its first line."""
    (found,) = re.findall(
        rf"^```{language}\n(# {re.escape(file)}\n.*?)^```", GUIDE.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return str(found)


def load(source: str, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    name = source.split("\n", 1)[0].removeprefix("# ").removesuffix(".py")
    module = ModuleType(name)
    monkeypatch.setitem(sys.modules, name, module)
    exec(compile(source, f"{GUIDE.name}:{name}", "exec"), vars(module))  # noqa: S102  # our own guide
    return module

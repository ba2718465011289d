import subprocess
import sys
from pathlib import Path

import pytest

from polyglot_news.cli.app import run

LATE = ("pydantic", "polyglot_news.sources.web", "numpy.ma", "rich")
EN = "The mayor of the town opened a new bridge on Monday.\n\nIt cost 12 million euros."
RU = "Мэр города открыл в понедельник новый мост.\n\nОн стоил 12 миллионов евро."


def loaded_by(folder: Path, *arguments: str) -> set[str]:
    """Return which of the modules that a command does not need it has loaded."""
    probe = (
        f"import sys; from polyglot_news.cli.app import run; run({[*arguments]}); print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", probe], cwd=folder, capture_output=True, text=True, check=True)
    return {*LATE} & {*done.stderr.split()}


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    (tmp_path / "en.txt").write_text(EN, "utf-8")
    (tmp_path / "ru.txt").write_text(RU, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("compare", "en.txt", "ru.txt", "--format", "json", "--no-translate"),
        ("compare", "en.txt", "ru.txt", "--no-translate", "--layout", "summary", "--language", "ru.txt=ru"),
        ("align", "en.txt", "ru.txt", "--no-translate"),
        ("detect", "en.txt"),
        ("models", "path"),
    ],
    ids=lambda arguments: " ".join(arguments[:2]),
)
def test_a_command_loads_nothing_that_is_slow_and_not_asked_for(editions: Path, arguments: tuple[str, ...]) -> None:
    assert loaded_by(editions, *arguments) - ({"rich"} if "summary" in arguments else set()) == set()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--layout", "sumary"), "--layout: 'sumary' is not one of"),
        (("--min-confidence", "x"), "--min-confidence: x is not a number"),
        (("--sensitivity", "STRICT"), "--sensitivity: 'STRICT' is not one of"),
    ],
)
def test_a_wrong_value_is_still_told(
    editions: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, str], said: str
) -> None:
    code = run(["compare", str(editions / "en.txt"), str(editions / "ru.txt"), *given])

    assert code == 2
    assert said in capsys.readouterr().err


def test_a_file_may_be_named_by_any_text_that_can_be_shown(editions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = editions / "Київ = «мост» 1.txt"
    odd.write_text(RU, "utf-8")

    assert run(["detect", str(odd)]) == 0
    assert odd.name in capsys.readouterr().out


def test_no_edition_at_all_is_a_missing_argument(editions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["compare", str(editions / "en.txt")]) == 2
    assert "EDITION is missing" in capsys.readouterr().err

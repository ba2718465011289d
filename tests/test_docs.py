"""What the README promises is what is run and shipped."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_ci_runs_the_two_set_up_commands_of_the_readme() -> None:
    commands = [line for line in README.splitlines() if ".venv/bin/pip install" in line]

    assert len(commands) == 2
    assert (ROOT / ".ci" / "run").read_text("utf-8").splitlines()[-2:] == commands


@pytest.mark.parametrize("name", ["en.txt", "ru.txt", "uk.txt"])
def test_the_demonstration_is_a_story_of_the_corpora(name: str) -> None:
    bundled = ROOT / "polyglot_news" / "data" / "demo" / name

    assert bundled.read_bytes() == (ROOT / "corpora" / "crimea-call" / name).read_bytes()


@pytest.mark.parametrize(
    "page", sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]), ids=lambda page: page.name
)
def test_every_link_to_a_page_of_ours_leads_somewhere(page: Path) -> None:
    links = [part.split(")")[0] for part in page.read_text("utf-8").split("](")[1:]]

    missing = [link for link in links if "://" not in link and not (page.parent / link.partition("#")[0]).exists()]

    assert missing == []


def test_the_readme_shows_what_its_command_prints(own_cache: Path) -> None:
    command = ["compare", *(f"corpora/grain-ship/{code}.txt" for code in ("en", "ru", "uk"))]
    shown = README.split(f"`pn {' '.join(command)}`\n\n```\n")[1].split("```\n")[0]
    settings = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "POLYGLOT_NEWS_CACHE": str(own_cache)}

    printed = subprocess.run(
        [sys.executable, "-m", "polyglot_news", *command], cwd=ROOT, env=settings, capture_output=True, check=True
    ).stdout.decode()

    for part in shown.split("\n[...]\n"):
        assert part.strip("\n") in printed

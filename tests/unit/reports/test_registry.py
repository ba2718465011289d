import subprocess
import sys

import pytest

from polyglot_news.errors import InputError
from polyglot_news.model import Report
from polyglot_news.reports.options import ReportOptions
from polyglot_news.reports.registry import find_renderer, formats, render


@pytest.mark.parametrize("name", formats())
def test_every_format_renders_ends_its_last_line_and_is_deterministic(name: str, cup_final: Report) -> None:
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

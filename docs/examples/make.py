"""Render a story of corpora/ in every format: `python docs/examples/make.py`.

Run it after a change that shows in a report, and read the diff as the report's reader would. tests/e2e/test_examples.py
compares these files byte for byte with what is rendered, but for the version that they name: a new version alone breaks
nothing, and the next run of this script writes it in.
"""  # noqa: INP001  # a script beside what it makes

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from polyglot_news.comparison import compare
from polyglot_news.differences.settings import DifferenceSettings
from polyglot_news.model import Article, Report
from polyglot_news.reports.options import Layout, ReportOptions
from polyglot_news.reports.registry import render
from polyglot_news.sources.articles import load_article
from polyglot_news.translation.argos import ArgosTranslator
from polyglot_news.translation.store import PackageStore
from polyglot_news.translation.translator import ProvidedTranslator

FOLDER = Path(__file__).resolve().parent
ROOT = FOLDER.parents[1]
_STORY = "corpora/grain-ship"
_HERE = "docs/examples"
_UNLIMITED = 100_000  # columns, as pn compare gives the summary where no screen limits it


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One file, and what is typed to make it."""

    file: str
    form: str = "terminal"
    editions: tuple[str, ...] = ("ru", "uk")
    layout: Layout = Layout.AUTO
    columns: int | None = None
    show_original: bool = False

    @property
    def choices(self) -> str:
        """The options of pn compare that make this file what it is."""
        said = [f"--format {self.form}"] if self.form != "terminal" else []
        if self.layout is not Layout.AUTO:
            said.append(f"--layout {self.layout}")
        if self.show_original:
            said.append("--show-original")
        return " ".join([*said, f"--output {_HERE}/{self.file}"])

    @property
    def command(self) -> str:
        """The whole command, for a shell in the root of the repository."""
        files = " ".join(f"{_STORY}/{language}.txt" for language in ("en", *self.editions))
        given = " ".join(f"--translation {_STORY}/{one}.txt={_HERE}/{_translation(one)}" for one in self.editions)
        columns = f"COLUMNS={self.columns} " if self.columns else ""
        return f"{columns}pn compare {files} {given} {self.choices}"

    @property
    def options(self) -> ReportOptions:
        """The same for the library."""
        return ReportOptions(
            width=self.columns or _UNLIMITED,
            layout=self.layout,
            show_original=self.show_original,
            min_confidence=DifferenceSettings().min_confidence,
        )


EXAMPLES = (
    Example(file="terminal-100.txt", columns=100),
    Example(file="terminal-160.txt", columns=160, show_original=True),
    Example(file="summary.txt", layout=Layout.SUMMARY),
    Example(file="report.html", form="html"),
    Example(file="report.md", form="markdown"),
    Example(file="findings.csv", form="csv"),
    Example(file="findings.jsonl", form="jsonl"),
    Example(file="report.json", form="json"),
    Example(file="memory.tmx", form="tmx"),
    Example(file="en-ru-uk.xlf", form="xliff"),
    Example(file="en-ru.xlf", form="xliff2", editions=("ru",)),  # XLIFF 2.1 holds one target language
)


def render_examples() -> Mapping[str, bytes]:
    """Return every file's contents by its name."""
    report = _compare()
    contents = {}
    for example in EXAMPLES:
        asked = tuple(one for one in report.comparisons if one.edition.language in example.editions)
        rendered = render(replace(report, comparisons=asked), example.form, example.options)
        contents[example.file] = rendered.encode() if isinstance(rendered, str) else rendered
    return contents


def main() -> None:
    """Write the files."""
    for name, content in render_examples().items():
        (FOLDER / name).write_bytes(content)


def _compare() -> Report:
    base, *editions = (_load(f"{_STORY}/{language}.txt") for language in ("en", "ru", "uk"))
    translations = {}
    for edition in editions:
        file = FOLDER / _translation(edition.language)
        translations[edition.source] = (file.name, file.read_text("utf-8").splitlines())
    with ArgosTranslator(PackageStore()) as nothing_to_do:  # as pn compare has it for editions without a translation
        return compare(base, *editions, translator=ProvidedTranslator(translations, nothing_to_do))


def _load(source: str) -> Article:
    """Load a file from wherever this is run, under the name that is typed in the root of the repository."""
    return replace(load_article(str(ROOT / source)), source=source)


def _translation(language: str) -> str:
    return f"grain-ship.{language}.en.txt"


if __name__ == "__main__":
    main()

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from polyglot_news.translation.licences import licence_of
from polyglot_news.translation.packages import Package, read_package


@pytest.fixture
def own(russian: Package, tmp_path: Path) -> Package:
    return read_package(Path(shutil.copytree(russian.folder, tmp_path / russian.name)))


@pytest.mark.parametrize(
    ("file", "text", "licence"),
    [
        ("README.md", "# Russian\n\nLicense: CC BY-SA 4.0\n", "CC BY-SA 4.0 (README.md)"),
        ("README.md", "## Licence\n\nThis package is given under the MIT License.", "MIT (README.md)"),
        ("README.md", "Trained at MIT.\n\nSee the data.", ""),
        ("README.md", "", ""),
        ("LICENSE", "MIT License\n\nCopyright ...", "MIT (LICENSE)"),
        ("LICENSE.txt", "                 Apache License\n   Version 2.0", "see LICENSE.txt"),
        ("LICENCE", "All rights reserved.", "see LICENCE"),
        ("README.md", "License: CC0 1.0 \x1b[2J", "CC0 1.0 (README.md)"),
    ],
)
def test_a_licence_is_what_its_file_names(own: Package, file: str, text: str, licence: str) -> None:
    (own.folder / file).write_text(text, "utf-8")

    assert licence_of(own) == licence


def test_the_metadata_goes_before_any_file(own: Package) -> None:
    (own.folder / "LICENSE").write_text("MIT License", "utf-8")

    assert licence_of(replace(own, licence="CC BY 4.0")) == "CC BY 4.0"

import os
import stat
from pathlib import Path

import pytest

from polyglot_news.cli.output import require_apart, require_place, write_result
from polyglot_news.errors import InputError


def test_text_and_bytes_go_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    write_result("Київ\n", "-")
    write_result(b"bytes\n", "-")

    assert capsys.readouterr().out == "Київ\nbytes\n"


def test_a_new_file_has_the_permissions_that_new_files_have(home: Path) -> None:
    (home / "other").touch()

    write_result("text", "report")

    assert (home / "report").read_text("utf-8") == "text"
    assert stat.S_IMODE((home / "report").stat().st_mode) == stat.S_IMODE((home / "other").stat().st_mode)


def test_a_file_that_is_replaced_keeps_its_permissions(home: Path) -> None:
    (home / "report").touch(mode=0o640)
    (home / "report").chmod(0o640)

    write_result("text", "report")

    assert stat.S_IMODE((home / "report").stat().st_mode) == 0o640
    assert (home / "report").read_text("utf-8") == "text"


def test_a_link_goes_on_pointing_to_its_file(home: Path) -> None:
    (home / "real").touch()
    (home / "link").symlink_to("real")

    write_result("text", "link")

    assert (home / "link").is_symlink()
    assert (home / "real").read_text("utf-8") == "text"


def test_nothing_but_the_file_is_left_behind(home: Path) -> None:
    before = {path.name for path in home.iterdir()}

    write_result("text", "report")

    assert {path.name for path in home.iterdir()} == before | {"report"}


def test_a_device_is_written_and_stays_one() -> None:
    write_result("text", os.devnull)

    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_a_failure_leaves_nothing_and_keeps_what_was_there(home: Path) -> None:
    (home / "folder").mkdir()
    before = sorted(home.rglob("*"))

    for place in ("folder", "nowhere/report", "en.txt/report", "n" * 300):
        with pytest.raises(InputError, match=f"^{place}: cannot be written: "):
            write_result("text", place)

    assert sorted(home.rglob("*")) == before


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (".", r"\.: is a folder"),
        ("nowhere/report", "nowhere/report: cannot be written: there is no folder nowhere"),
        ("en.txt/report", "en.txt/report: cannot be written: there is no folder en.txt"),
        ("n" * 300, "n+: cannot be written: file name too long"),
    ],
)
def test_a_place_that_cannot_be_written_is_told_before_the_work(place: str, said: str) -> None:
    with pytest.raises(InputError, match=f"^{said}$"):
        require_place(place)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_told_before_the_work(home: Path) -> None:
    (home / "locked").mkdir(mode=0o500)

    with pytest.raises(InputError, match=r"^locked/report: cannot be written: permission denied$"):
        require_place("locked/report")


@pytest.mark.parametrize("place", ["-", "report", "en.txt", "./report", os.devnull])
def test_a_place_that_can_be_written_is_fine(place: str) -> None:
    require_place(place)


def test_a_result_does_not_take_the_place_of_what_it_is_made_from(home: Path) -> None:
    (home / "link").symlink_to("en.txt")

    for output in ("en.txt", "./en.txt", "link"):
        with pytest.raises(InputError, match=rf"^--output {output}: would overwrite en\.txt$"):
            require_apart(output, "-", "missing.txt", "en.txt")

    require_apart("new.txt", "en.txt")
    require_apart("-", "-")

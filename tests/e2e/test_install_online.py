"""Packages from an index, over a real connection: chosen, fetched, trusted, updated; and what a bad network does."""

from __future__ import annotations

import json
import re
import signal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from polyglot_news.translation.packages import read_package

if TYPE_CHECKING:
    from tests.e2e.conftest import Run, Start

NAME, UKRAINIAN = "translate-ru_en-1_8", "translate-uk_en-1_8"
NEWER = b'{"from_code": "ru", "to_code": "en", "from_name": "Russian", "to_name": "English", "package_version": "2.0"}'
Pack = Callable[..., bytes]


@dataclass
class Site:
    """An index and the files it speaks of."""

    address: str
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)  # path, Range
    stop_at: int | None = None  # say no more after so many bytes of a package
    goes_on: Event = field(default_factory=Event)  # and then wait for this

    def offers(self, *entries: Mapping[str, object]) -> None:
        self.files["/index.json"] = json.dumps(entries).encode()

    def offer(self, code: str, version: str, **more: object) -> Mapping[str, object]:
        link = f"{self.address}/translate-{code}_en-{version.replace('.', '_')}.argosmodel"
        codes = {"from_code": code, "to_code": "en", "from_name": code.title(), "to_name": "English"}
        return {**codes, "package_version": version, "argos_version": "1.9", "links": ["ipfs://Qm", link], **more}


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
            begin = int(asked[1]) if asked else 0
            served.asked.append((self.path, self.headers.get("Range")))
            content = served.files.get(self.path)
            self.send_response(404 if content is None else 206 if begin else 200)
            if content is not None:
                self.send_header("ETag", f'"{len(content)}"')
                self.send_header("Content-Length", str(len(content) - begin))
            if content and begin:
                self.send_header("Content-Range", f"bytes {begin}-{len(content) - 1}/{len(content)}")
            self.end_headers()
            stop = served.stop_at if self.path.endswith(".argosmodel") else None
            self.wfile.write((content or b"")[begin:stop])
            self.wfile.flush()
            if stop:
                served.goes_on.wait(30)

        def log_message(self, *_arguments: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_arguments: object) -> None:
            """A client that hangs up is what is tested."""

    with Quiet(("127.0.0.1", 0), Handler) as httpd:
        served = Site(f"http://127.0.0.1:{httpd.server_address[1]}")
        thread = Thread(target=httpd.serve_forever, args=(0.01,))
        thread.start()
        yield served
        served.goes_on.set()
        httpd.shutdown()
        thread.join()


@pytest.fixture
def packed(packages_folder: Path, pack: Callable[..., Path], tmp_path: Path) -> Pack:
    """A small package as bytes, with changes; 1.8, as the hash of what Argos calls translate-ru_en 1.9 comes along."""

    def packed(name: str, changes: Mapping[str, bytes | None] | None = None) -> bytes:
        package = read_package(packages_folder / name.replace("1_8", "1_9"))
        contents: dict[str, bytes | None] = {}
        for path in filter(Path.is_file, package.folder.rglob("*")):
            inside = path.relative_to(package.folder).as_posix()
            content = path.read_bytes()
            contents[f"{package.name}/{inside}"] = None
            contents[f"{name}/{inside}"] = content.replace(b"1.9", b"1.8") if inside == "metadata.json" else content
        return pack(package, tmp_path / "packed.argosmodel", {**contents, **(changes or {})}).read_bytes()

    return packed


@pytest.fixture
def models(pn: Run, site: Site, packed: Pack, monkeypatch: pytest.MonkeyPatch) -> Run:
    """pn models with an index of two packages."""
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.setenv(name, "127.0.0.1")
    site.offers(site.offer("ru", "1.8"), site.offer("uk", "1.8"), site.offer("ru", "1.0"))
    site.files[f"/{NAME}.argosmodel"] = packed(NAME)
    site.files[f"/{UKRAINIAN}.argosmodel"] = packed(UKRAINIAN)
    return partial(pn, "models", settings={"ARGOS_PACKAGE_INDEX": site.address})


def test_two_languages_are_installed_from_the_index_that_the_environment_names(
    models: Run, site: Site, home: Path
) -> None:
    installed = models("install", "ru", "uk")

    assert (installed.code, installed.out) == (0, "")
    assert re.search(r"translate-ru_en 1\.8: [\d.]+ MB from 127\.0\.0\.1\n", installed.err)
    assert f"installed {UKRAINIAN} (Ukrainian to English) in {home / 'packages' / UKRAINIAN}\n" in installed.err
    assert [path for path, _ in site.asked] == ["/index.json", f"/{NAME}.argosmodel", f"/{UKRAINIAN}.argosmodel"]
    assert sorted(path.name for path in (home / "packages").iterdir()) == [NAME, UKRAINIAN]
    assert [*home.rglob("*.part*")] == []

    listed = {one["name"]: one for one in models("list", "--format", "json").json()}
    assert listed[NAME]["origin"]["source"] == f"{site.address}/{NAME}.argosmodel"
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", listed[NAME]["origin"]["date"])
    assert f"{site.address}/{NAME}.argosmodel, 20" in models("list").out


def test_what_is_there_and_whole_is_not_fetched_again_and_what_is_damaged_is(
    models: Run, site: Site, home: Path
) -> None:
    models("install", "ru")
    site.asked.clear()

    again = models("install", "ru_en")
    assert (again.code, again.err) == (0, "translate-ru_en 1.8: it or a newer one is installed already\n")
    assert [path for path, _ in site.asked] == ["/index.json"]

    model = home / "packages" / NAME / "model" / "model.bin"
    content = bytearray(model.read_bytes())
    content[len(content) // 2] ^= 1  # one bit of a weight: the package loads and translates
    model.write_bytes(bytes(content))
    verified = models("verify", NAME)
    assert (verified.code, verified.out) == (3, f"BAD  {NAME}: not as it was installed: model/model.bin\n")
    models("install", "ru:en")
    assert models("verify", NAME).code == 0


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("ka", "ka: the index has no package that translates ka into en"),
        ("russian", "russian: is neither a language, nor a pair of them, nor a file"),
        ("missing.argosmodel", "missing.argosmodel: no such file"),
    ],
)
def test_what_there_is_not_is_bad_input_before_anything_is_fetched(
    models: Run, site: Site, home: Path, wanted: str, said: str
) -> None:
    refused = models("install", "ru", wanted)

    refused.assert_refused(2, said)
    assert {path for path, _ in site.asked} <= {"/index.json"}
    assert not (home / "packages").exists()
    assert wanted != "ka" or "into en it has ru, uk" in refused.err


def test_without_a_network_one_line_says_so_and_how_to_carry_a_file_over(pn: Run) -> None:
    refused = pn("models", "install", "ru", "--index", "http://127.0.0.1:9")

    refused.assert_refused(3, "http://127.0.0.1:9/index.json: 127.0.0.1 refuses the connection")
    assert "fetch the .argosmodel file on another computer, then pn models install FILE" in refused.err


@pytest.mark.parametrize("given", ["ftp://argos.example/", "file:///etc/passwd", "https://me:secret@argos.example/"])
def test_an_address_that_is_none_is_bad_input_and_a_password_is_not_shown(pn: Run, given: str) -> None:
    for option in (["--index", given], ["--mirror", given]):
        refused = pn("models", "install", "ru", *option)
        refused.assert_refused(2, f"{option[0]}: is no address of the web")
        assert "secret" not in refused.err


def test_a_package_that_is_not_there_is_taken_from_a_mirror(models: Run, site: Site) -> None:
    site.files[f"/mirror/{NAME}.argosmodel"] = site.files.pop(f"/{NAME}.argosmodel")

    refused = models("install", "ru", "--quiet")
    installed = models("install", "ru", "--mirror", f"{site.address}/nothing/", "--mirror", f"{site.address}/mirror")

    refused.assert_refused(3, "translate-ru_en 1.8: cannot be downloaded: 127.0.0.1 does not have it (404)")
    assert installed.code == 0


def test_a_file_that_is_not_what_the_index_says_is_refused(models: Run, site: Site, home: Path) -> None:
    site.files[f"/{UKRAINIAN}.argosmodel"] = site.files[f"/{NAME}.argosmodel"]
    models("install", "uk", "--quiet").assert_refused(
        3, "translate-uk_en 1.8 from 127.0.0.1: is translate-ru_en 1.8 instead"
    )

    site.offers(site.offer("ru", "1.8", sha256="0" * 64))
    models("install", "ru", "--quiet").assert_refused(3, "another SHA-256 than the one that is known")
    assert [*home.glob("packages/*")] == []


def test_a_hostile_package_is_refused_and_nothing_of_it_is_left(
    models: Run, site: Site, home: Path, packed: Pack
) -> None:
    site.files[f"/{NAME}.argosmodel"] = packed(NAME, {f"{NAME}/../../evil.txt": b"x"})

    models("install", "ru", "--quiet").assert_refused(3, "holds a path that leads out of the package")

    assert [*home.glob("packages/*")] == []
    assert [*home.rglob("*.part*")] == []
    assert [*home.rglob("evil.txt")] == []


def test_another_package_under_the_same_name_and_version_is_refused(
    models: Run, site: Site, home: Path, packed: Pack
) -> None:
    models("install", "ru")
    other = packed(NAME, {f"{NAME}/metadata.json": NEWER.replace(b"2.0", b"1.8")})  # without argos_version
    (home / "other.argosmodel").write_bytes(other)

    refused = models("install", "other.argosmodel")
    refused.assert_refused(3, "translate-ru_en 1.8: is not the package that was installed before")
    assert "--accept-new-hash" in refused.err
    assert models("verify", NAME).code == 0

    assert models("install", "other.argosmodel", "--accept-new-hash").code == 0
    models("remove", NAME)
    assert models("install", "ru").code == 0
    assert len(site.asked) == 4


def test_another_file_than_the_one_whose_hash_comes_along_is_refused_until_it_is_accepted(
    models: Run, site: Site, packages_folder: Path, pack: Callable[..., Path], tmp_path: Path
) -> None:
    site.offers(site.offer("ru", "1.9"))
    file = pack(read_package(packages_folder / "translate-ru_en-1_9"), tmp_path / "other.argosmodel")
    site.files["/translate-ru_en-1_9.argosmodel"] = file.read_bytes()

    listed = models("list", "--available").out
    refused = models("install", "ru", "--quiet")
    accepted = models("install", "ru", "--accept-new-hash")

    assert listed == "translate-ru_en  1.9  Ru to English  156 MB\n"
    refused.assert_refused(3, "another SHA-256 than the one that is known")
    assert "--accept-new-hash" in refused.err
    assert accepted.code == 0


def test_an_exported_package_is_the_same_package(models: Run) -> None:
    models("install", "ru")
    models("export", NAME, "carried.argosmodel")

    assert models("install", "carried.argosmodel").code == 0


def test_a_newer_version_takes_the_place_of_the_older(models: Run, site: Site, home: Path, packed: Pack) -> None:
    models("install", "ru", "uk")
    site.offers(site.offer("ru", "2.0"), site.offer("ru", "1.8"), site.offer("uk", "1.8"))
    newer = {
        f"translate-ru_en-2_0/{path.relative_to(home / 'packages' / NAME).as_posix()}": path.read_bytes()
        for path in (home / "packages" / NAME).rglob("*")
        if path.is_file()
    }
    old = {name.replace("translate-ru_en-2_0", NAME): None for name in newer}
    site.files["/translate-ru_en-2_0.argosmodel"] = packed(
        NAME, {**old, **newer, "translate-ru_en-2_0/metadata.json": NEWER}
    )

    planned = models("update", "--dry-run")
    still = sorted(path.name for path in (home / "packages").iterdir())
    updated = models("update")

    assert (planned.code, planned.err) == (0, f"{NAME}: 2.0 is newer than 1.8\n")
    assert still == [NAME, UKRAINIAN]
    assert updated.code == 0
    assert sorted(path.name for path in (home / "packages").iterdir()) == ["translate-ru_en-2_0", UKRAINIAN]
    assert models("update").err == "nothing is newer than what is installed\n"
    models("update", "nothing").assert_refused(2, "nothing: no such package is installed")


def test_the_index_is_listed(models: Run) -> None:
    models("install", "ru")

    listed = models("list", "--available")
    as_json = models("list", "--available", "--format", "json").json()

    assert listed.out.splitlines() == [
        "translate-ru_en  1.8  Ru to English    installed: 1.8",
        "translate-uk_en  1.8  Uk to English",
    ]
    assert [(one["name"], one["installed"]) for one in as_json] == [
        ("translate-ru_en", ["1.8"]),
        ("translate-uk_en", []),
    ]


def test_nothing_else_goes_to_the_network(models: Run, site: Site) -> None:
    for command in (["list"], ["verify"], ["path"], ["remove", NAME]):
        models(*command)

    assert site.asked == []


def test_a_download_that_is_killed_goes_on_in_the_next_run(models: Run, start: Start, site: Site, home: Path) -> None:
    site.stop_at = 100_000
    process = start("models", "install", "ru", "--index", site.address)
    while not any(part.stat().st_size == site.stop_at for part in home.rglob("*.part")):
        assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert not (home / "packages").exists()
    site.stop_at = None
    site.asked.clear()

    installed = models("install", "ru")

    assert installed.code == 0
    assert site.asked[1:] == [(f"/{NAME}.argosmodel", "bytes=100000-")]
    assert models("verify", NAME).code == 0


def test_two_installs_at_one_time_take_turns_and_both_succeed(
    start: Start, site: Site, models: Run, home: Path
) -> None:
    site.stop_at = 100_000
    first = start("models", "install", "ru", "--index", site.address)
    while not any(part.stat().st_size == site.stop_at for part in home.rglob("*.part")):
        assert first.poll() is None
    second = start("models", "install", "ru", "--index", site.address)
    assert second.stderr
    assert second.stderr.readline() == b"translate-ru_en 1.8: another pn fetches it: waiting\n"
    site.stop_at = None
    site.goes_on.set()

    said = [process.communicate()[1].decode() for process in (first, second)]

    assert (first.returncode, second.returncode) == (0, 0), said
    assert "is installed already" in said[1]
    assert models("verify", NAME).code == 0
    assert [path.name for path in (home / "packages").iterdir()] == [NAME]

"""The cache as processes use it: the next one knows what the last one did, however that ended."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from polyglot_news.translation.cache import TranslationCache

if TYPE_CHECKING:
    from tests.e2e.conftest import Run, Start

COMPARE = ("compare", "en.txt", "ru.txt", "--format", "json")
HEAVY = ("ctranslate2", "sentencepiece", "sacremoses")


def without_times(text: str) -> str:
    return re.sub(r'"(seconds|cached)": [\d.]+', "", text)


def test_a_second_run_prints_the_same_bytes_as_the_first_and_as_one_without_a_cache(pn: Run) -> None:
    plain, first, second = pn(*COMPARE, "--no-cache"), pn(*COMPARE), pn(*COMPARE)

    assert first.json()["editions"][0]["translation"]["cached"] == 0
    translation = second.json()["editions"][0]["translation"]
    assert translation["cached"] == translation["sentences"] > 0
    assert without_times(plain.out) == without_times(first.out) == without_times(second.out)


def test_a_run_that_translates_nothing_loads_no_model_and_no_tokenizer(pn: Run, home: Path) -> None:
    pn(*COMPARE)
    probe = f"import sys; from polyglot_news.cli.app import run; run({list(COMPARE)}); "
    probe += f"print(sorted({set(HEAVY)} & set(sys.modules)), file=sys.stderr)"

    done = subprocess.run(
        [sys.executable, "-c", probe], cwd=home, capture_output=True, text=True, check=True, env=_env(home)
    )

    assert done.stderr == "[]\n"


def test_what_was_translated_before_an_interrupt_or_a_kill_is_known_to_the_next_run(
    start: Start, home: Path, own_cache: Path
) -> None:
    told = [f"Мост номер {k} открыли в понедельник, он обошелся в {k} евро." for k in range(2_000)]
    (home / "long.txt").write_text("\n".join(told), "utf-8")
    known = [0]
    for number in (signal.SIGINT, signal.SIGKILL):
        ours, theirs = os.openpty()
        with start("translate", "long.txt", "--lines", stderr=theirs) as process:
            os.close(theirs)
            shown = b""
            # The sentences that are known count at once; wait for one batch more.
            while not any(int(n) > known[-1] + 20 for n in re.findall(rb"(\d+)/2000", shown)):
                shown += os.read(ours, 4_096)
            process.send_signal(number)
        os.close(ours)
        with TranslationCache(own_cache) as cache:
            known.append(cache.contents().n_entries)
            assert cache.trouble == ""

    assert 0 < known[1] < known[2] < 2_000
    connection = sqlite3.connect(own_cache / "translations.sqlite3")
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_runs_at_the_same_time_share_it(start: Callable[..., subprocess.Popen[bytes]], pn: Run) -> None:
    runs = [start(*COMPARE, "--verbose") for _ in range(3)]
    outputs = [process.communicate(timeout=300) for process in runs]

    assert [process.returncode for process in runs] == [0, 0, 0]
    assert len({without_times(out.decode()) for out, _ in outputs}) == 1
    assert not any(b"not cached" in said for _, said in outputs)
    translation = pn(*COMPARE).json()["editions"][0]["translation"]
    assert translation["cached"] == translation["sentences"]


@pytest.mark.parametrize("garbage", [b"", b"garbage" * 1_000])
def test_a_damaged_file_costs_a_translation_and_nothing_else(pn: Run, own_cache: Path, garbage: bytes) -> None:
    first = pn(*COMPARE)
    (own_cache / "translations.sqlite3").write_bytes(garbage)

    second, third = pn(*COMPARE), pn(*COMPARE)

    assert (second.code, second.err) == (0, first.err)
    assert [one.json()["editions"][0]["translation"]["cached"] for one in (second, third)] == [0, 4]


def _env(home: Path) -> dict[str, str]:
    return {**os.environ, "HOME": str(home), "ARGOS_PACKAGES_DIR": str(home / "packages")}

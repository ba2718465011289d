"""What the recipe of the language model made, and what it leaves out to measure it."""

import subprocess
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
BROUGHT = ROOT / "polyglot_news" / "data" / "language" / "model.npz"


def test_the_model_that_is_brought_along_is_small_and_plain_numbers() -> None:
    assert BROUGHT.stat().st_size < 3_200_000  # as it is read; half of it in the wheel, which is packed
    with np.load(BROUGHT, allow_pickle=False) as stored:
        for script in ("cyrillic", "latin"):
            n = len(stored[f"{script}_languages"])
            assert stored[f"{script}_rows"].dtype == np.int8
            assert stored[f"{script}_rows"].shape[1] == len(stored[f"{script}_scale"]) == n
            assert (1 << 17) % len(stored[f"{script}_rows"]) == 0


def test_texts_of_one_template_are_fitted_or_held_out_together() -> None:
    assert _said("part_of", "Деклинација објекта је + 9° 4' 46") == _said("part_of", "Деклинација објекта је - 66° 51'")


def test_serbian_is_measured_in_latin_letters_too() -> None:
    assert _said("latin", "Љубљана је далеко") == "Ljubljana je daleko"


def _said(function: str, text: str) -> str:
    command = f"import language, sys; print(language.{function}(sys.argv[1]))"
    run = [sys.executable, "-X", "utf8", "-c", command, text]
    return subprocess.run(
        run, cwd=ROOT / "benchmarks", check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()

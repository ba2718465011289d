"""The real reduction of the language model. Needs py3langid, whose model is reduced."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).parents[2]

pytest.importorskip("py3langid")


@pytest.mark.skipif(not version("py3langid").startswith("0.4."), reason="other versions have other models")
def test_the_model_that_is_brought_along_is_what_the_recipe_makes(tmp_path: Path) -> None:
    output, ours = tmp_path / "model.npz", ROOT / "polyglot_news" / "data" / "language" / "model.npz"

    subprocess.run([sys.executable, ROOT / "training" / "language" / "reduce.py", "--output", output], check=True)

    with np.load(output) as made, np.load(ours) as brought:
        assert made.files == brought.files
        assert all(np.array_equal(made[name], brought[name]) for name in made.files)

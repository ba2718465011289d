"""What benchmarks/ does in the same way: taken from there, so that it is done in one place.

A script finds modules in its own folder alone; here that of the benchmarks is put behind it.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from news import fold_of  # found by the line above
from ours import article

__all__ = ["article", "fold_of"]

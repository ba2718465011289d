"""What benchmarks/ does in the same way: taken from there, so that it is done in one place.

A script finds modules in its own folder alone; here that of the benchmarks is put behind it.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[2] / "benchmarks"))

from boilerplate_documents import (  # found by the line above
    LANGUAGES,
    Document,
    compose,
    cuts,
    material,
    read_sentences,
    read_written,
)
from boilerplate_pages import ARTICLE, EITHER, FOLDS, SITE, Page, fold_of, read_pages
from boilerplate_templates import HEADLINE, Slots, lines_of, slots_of, spin

__all__ = [
    "ARTICLE",
    "EITHER",
    "FOLDS",
    "HEADLINE",
    "LANGUAGES",
    "SITE",
    "Document",
    "Page",
    "Slots",
    "compose",
    "cuts",
    "fold_of",
    "lines_of",
    "material",
    "read_pages",
    "read_sentences",
    "read_written",
    "slots_of",
    "spin",
]

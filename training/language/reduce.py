"""Keep of py3langid's model what tells the candidate languages apart, stored so that it is read quickly.

usage: python training/language/reduce.py --output polyglot_news/data/language/model.npz
Nothing is fitted and nothing rounded: the weights of the other languages are left out, and of the automaton that finds
the features only those steps are written down that differ from the steps of its first state, where most steps lead.
py3langid 0.4 is needed, whose model is read by its own code; see polyglot_news/data/language/LICENSE.txt.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from polyglot_news.language import CANDIDATES

_BYTES = 256


def main() -> None:
    """Read, reduce, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", type=Path, required=True)
    options = parser.parse_args()
    whole = LanguageIdentifier.from_model_file(MODEL_FILE)
    whole.set_languages(list(CANDIDATES))
    steps = np.asarray(whole.tk_nextmove).reshape(-1, _BYTES)
    rows = np.asarray(whole.tk_row)
    usual = steps[rows[0]]
    differs = steps != usual
    options.output.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        options.output,
        languages=np.array(whole.nb_classes),
        weights=whole.nb_ptc,
        priors=whole.nb_pc,
        rows=rows,
        features=np.asarray(whole.tk_output, dtype=np.int32),
        usual=usual,
        ends=differs.sum(axis=1).cumsum().astype(np.uint32),
        bytes=np.nonzero(differs)[1].astype(np.uint8),
        steps=steps[differs].astype(np.uint32),
    )
    print(f"{len(whole.nb_classes)} languages, {len(whole.nb_ptc)} features, {options.output.stat().st_size} bytes")


if __name__ == "__main__":
    main()

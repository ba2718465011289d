"""What the starter package is made of: data and how often each source is seen, sizes, rates."""

from __future__ import annotations

from dataclasses import dataclass

# Copies of each source in one pass over the data; below 1.0: that share of it, drawn anew in each pass. News is what
# the package is for; interface text and documentation only widen the vocabulary. "systems" has few English sentences,
# each with many Russian or Ukrainian versions.
COPIES: dict[tuple[str, str], float] = {
    ("ru", "wmt"): 3.0,
    ("uk", "wmt"): 6.0,
    ("uk", "wmt-apertium"): 1.0,
    ("uk", "speeches-2022"): 2.0,
    ("ru", "wmt-systems"): 0.5,
    ("uk", "wmt-systems"): 0.7,
    ("ru", "tatoeba-test-sets"): 0.7,
    ("uk", "tatoeba-test-sets"): 1.0,
    ("ru", "mlqe-pe"): 1.0,
    ("ru", "tico19-test"): 1.0,
    ("ru", "xquad"): 1.0,
    ("ru", "openrussian-others"): 0.5,
    ("ru", "debian-webwml"): 0.1,
    ("uk", "debian-webwml"): 0.5,
    ("uk", "freecodecamp"): 0.02,
    ("uk", "gnome-user-docs"): 0.1,
    ("ru", "gnome-user-docs"): 0.1,
    ("ru", "wof-ua-placenames"): 0.3,
    ("uk", "wof-ua-placenames"): 0.5,
    ("uk", "prozorro-classifiers"): 0.1,
    ("ru", "prozorro-classifiers"): 0.1,
    ("ru", "written"): 4.0,
    ("uk", "written"): 4.0,
    ("uk", "lexicon"): 0.5,
    ("ru", "lexicon"): 0.5,
}


NEWS = ("wmt", "written", "speeches-2022")  # what --focus gives more room


@dataclass(frozen=True, slots=True)
class Shape:
    """The transformer: deep encoder, shallow decoder, pre-norm (Vaswani et al. 2017; Kasai et al. 2021)."""

    width: int = 256
    heads: int = 4
    inner: int = 1024
    encoder_layers: int = 6
    decoder_layers: int = 2


@dataclass(frozen=True, slots=True)
class Recipe:
    """How it is trained."""

    vocabulary: int = (
        10_000  # joint pieces of Russian, Ukrainian and English; the target side keeps those English needs
    )
    longest_tokens: int = 100  # a side; longer pairs are left out
    batch_tokens: int = 2_500  # target tokens a step
    dropout: float = 0.0  # a run of an hour sees nothing often enough to learn it by heart; not measured apart
    label_smoothing: float = 0.1
    matrix_rate: float = 0.008  # Muon; 0.02 is quicker for the first 800 steps and noisy after them
    vector_rate: float = 1e-3  # Adam: embeddings, norms, biases
    warmup_steps: int = 100
    cooldown: float = 0.5  # the last share of the run, in which the rate falls linearly to nothing
    focus: float = 1.0  # copies of news are multiplied by it, all others divided; more than 1.0 to end a run with
    seed: int = 20261124

"""All peers, in the order of the tables: without a model first."""

from __future__ import annotations

from peers.bertalign import Bertalign
from peers.bleualign import Bleualign
from peers.embedding import LABSE, MINILM
from peers.greedy import Greedy
from peers.hunalign import Hunalign
from peers.lengths import Lengths
from peers.peer import Peer
from peers.vecalign import Vecalign

PEERS: tuple[Peer, ...] = (
    Greedy(),
    Lengths(),
    Hunalign(has_dictionary=False),
    Hunalign(has_dictionary=True),
    Bleualign(),
    Vecalign(MINILM),
    Vecalign(LABSE),
    Bertalign(MINILM),
    Bertalign(LABSE),
)

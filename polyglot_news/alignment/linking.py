"""From what units hold to the links between them: the same for paragraphs and for sentences."""

from __future__ import annotations

from polyglot_news.alignment.candidates import candidates, likeness
from polyglot_news.alignment.evidence import Bags, Weights, evidence
from polyglot_news.alignment.gaps import extend, fill
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate, choose


def best_links(found: Bags, weights: Weights, settings: AlignmentSettings) -> tuple[Candidate, ...]:
    """Choose the links that explain most, let them take in neighbours, fill the gaps; in the order of the base."""
    views = evidence(found, weights)
    if not views or not found.base:
        return ()
    alike = likeness(views, settings.max_span)
    return fill(extend(choose(candidates(alike, settings)), alike, settings), alike, settings)

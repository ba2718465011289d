"""What the best set of links left over, and links may still claim: neighbours to take in, and gaps to fill."""

from __future__ import annotations

from polyglot_news.alignment.candidates import Likeness
from polyglot_news.alignment.settings import AlignmentSettings
from polyglot_news.alignment.solver import Candidate


def fill(chosen: tuple[Candidate, ...], alike: Likeness, settings: AlignmentSettings) -> tuple[Candidate, ...]:
    """Link what stands alone between the same two neighbours on both sides, at a lower threshold, in order.

    Args:
        chosen: disjoint links.
        alike: similarity of runs of paragraphs.
        settings: `gap_threshold` is used.

    Returns:
        The links, old and new, ordered by the base.
    """
    similarity = alike.by_shape[1, 1]
    n_base, n_edition = similarity.shape
    base_of = {j: link for link in chosen for j in link.edition}
    edition_of = {i: link for link in chosen for i in link.base}
    found = list(chosen)
    for base_run in _runs_without(set(edition_of), n_base):
        before, after = edition_of.get(base_run[0] - 1), edition_of.get(base_run[-1] + 1)
        start = before.edition[-1] + 1 if before else 0
        end = after.edition[0] if after else n_edition
        edition_run = [j for j in range(start, end) if j not in base_of]
        if edition_run and len(edition_run) == end - start:
            found += _monotone(base_run, edition_run, alike, settings)
    return tuple(sorted(found, key=lambda one: (one.base, one.edition)))


def extend(chosen: tuple[Candidate, ...], alike: Likeness, settings: AlignmentSettings) -> tuple[Candidate, ...]:
    """Take an unlinked neighbour into a link, where what it says is in the link's other side and nobody else says it.

    Args:
        chosen: disjoint links, ordered by the base.
        alike: similarity of runs of paragraphs.
        settings: `extension_threshold` and `max_span` are used.

    Returns:
        The links, in the same order; some of them longer.
    """
    n_base, n_edition = alike.by_shape[1, 1].shape
    held_base = {i for link in chosen for i in link.base}
    held_edition = {j for link in chosen for j in link.edition}
    found = []
    for link in chosen:
        longer = _longer(link, (held_base, held_edition), (n_base, n_edition), settings.max_span)
        worth = [(alike.weakest_part(base, edition), base, edition) for base, edition in longer]
        share, base, edition = max(worth, default=(0.0, link.base, link.edition))
        if share > settings.extension_threshold:
            held_base |= set(base)
            held_edition |= set(edition)
            found.append(Candidate(base, edition, link.gain, alike.of(base, edition)))
        else:
            found.append(link)
    return tuple(sorted(found, key=lambda one: (one.base, one.edition)))


def _longer(
    link: Candidate, held: tuple[set[int], set[int]], sizes: tuple[int, int], max_span: int
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The links that one more free neighbour would make, on the side that may grow."""
    longer = []
    for side, other in ((0, 1), (1, 0)):
        own, across = (link.base, link.edition)[side], (link.base, link.edition)[other]
        if len(across) > 1 or len(own) >= max_span:
            continue
        for place in (own[0] - 1, own[-1] + 1):
            if 0 <= place < sizes[side] and place not in held[side]:
                grown = tuple(sorted((*own, place)))
                longer.append((grown, across) if side == 0 else (across, grown))
    return longer


def _runs_without(held: set[int], size: int) -> list[list[int]]:
    runs: list[list[int]] = []
    for i in range(size):
        if i in held:
            continue
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _monotone(base: list[int], edition: list[int], alike: Likeness, settings: AlignmentSettings) -> list[Candidate]:
    """Best 1-1 links of two short runs in order: dynamic programming after Gale & Church (1993), gains for costs."""
    best: dict[tuple[int, int], tuple[float, list[Candidate]]] = {}
    for i in range(len(base) + 1):
        for j in range(len(edition) + 1):
            options: list[tuple[float, list[Candidate]]] = [(0.0, [])]
            if i:
                options.append(best[i - 1, j])
            if j:
                options.append(best[i, j - 1])
            if i and j:
                value = alike.of((base[i - 1],), (edition[j - 1],))
                gain = 2 * (value - settings.gap_threshold)
                if gain > 0:
                    total, links = best[i - 1, j - 1]
                    options.append((total + gain, [*links, Candidate((base[i - 1],), (edition[j - 1],), gain, value)]))
            best[i, j] = max(options, key=lambda option: option[0])
    return best[len(base), len(edition)][1]

"""Head to head as a cross-check of the ranking: where jurors who scored both say otherwise than the ranking."""

from collections.abc import Iterator
from dataclasses import dataclass

from nominate_tui.jury.count import Count
from nominate_tui.ranking.schulze import DEPTH, IN_COMMON, HeadToHead, contrary, duels, head_to_head


@dataclass(frozen=True, slots=True)
class Contrary:
    """A pair of which the ranking has one first, and head to head the other."""

    before: str
    """Who is first in the ranking."""
    behind: str
    """Who beats it head to head."""
    for_before: int
    """How many of the jurors who scored both gave the first more."""
    for_behind: int
    """How many gave the second more."""
    even: int
    """How many gave both the same."""


def cross_check(count: Count) -> tuple[Contrary, ...]:
    """The contrary pairs among the best twenty with three jurors in common, in the order of the ranking."""
    return tuple(_contrary(count))


def _contrary(count: Count) -> Iterator[Contrary]:
    ranked = [(row.nomination, row.rank) for row in count.ranking.standings if row.rank is not None][:DEPTH]
    if len(ranked) < 2:
        return
    ids, ranks = [id for id, _rank in ranked], [rank for _id, rank in ranked]
    found = head_to_head(duels(count.tally.reviews, [count.tally.places[id] for id in ids]))
    for a, b in contrary(found, ranks):
        if found.duels.common[a, b] >= IN_COMMON:
            yield _pair(found, ids, a, b)


def _pair(found: HeadToHead, ids: list[str], a: int, b: int) -> Contrary:
    for_a, for_b = int(found.duels.votes[a, b]), int(found.duels.votes[b, a])
    return Contrary(ids[a], ids[b], for_a, for_b, int(found.duels.common[a, b]) - for_a - for_b)

"""Head to head as a cross-check of the ranking: Schulze's method with winning votes, over jurors who scored both.

M. Schulze (2011), "A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
election method", Social Choice and Welfare 36:267; arXiv:1804.02973. It orders by who was placed before whom, not by
how far. It is a cross-check and no method of the ranking: with unequal assignments most pairs have few jurors in common.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.ranking.arrays import Places, Reviews

Votes = NDArray[np.int32]

IN_COMMON: Final = 3
"""How many jurors must have scored both for a pair to be a duel at all."""
DEPTH: Final = 20
"""How many nominations, from the best down, are looked at."""


@dataclass(frozen=True)
class Duels:
    """How often jurors who scored both placed one before the other."""

    votes: Votes
    """Shape (M, M): how many jurors gave the nomination of the row a higher score than that of the column."""
    common: Votes
    """Shape (M, M): how many jurors scored both."""


@dataclass(frozen=True, slots=True)
class Duel:
    """One pair that enough jurors have in common."""

    a: int
    """The place of one, in the order of the duels."""
    b: int
    """The place of the other, further down."""
    for_a: int
    """How many jurors gave the first the higher score."""
    for_b: int
    """How many gave it to the second."""
    even: int
    """How many gave both the same."""


@dataclass(frozen=True)
class HeadToHead:
    """What the duels say, by Schulze's method."""

    duels: Duels
    paths: Votes
    """Shape (M, M): the strength of the strongest path from the row to the column."""
    ranks: tuple[int, ...]
    """From 1, in the order of the duels; those whom as many nominations beat share a rank, and the next are left out."""


def duels(reviews: Reviews, nominations: Sequence[int]) -> Duels:
    """The duels of some nominations, by their places in `reviews`; each place once.

    A juror's scores for two nominations are compared as they are, so that strict and mild jurors count alike.
    """
    rows, of = _rows(reviews, nominations)
    by, score = reviews.juror[rows], reviews.score[rows]
    table = np.full((reviews.jurors, len(nominations)), np.nan)
    table[by, of] = score
    votes = np.zeros((len(nominations), len(nominations)), dtype=np.int32)
    common = np.zeros_like(votes)
    ends = np.searchsorted(of, np.arange(len(nominations) + 1)).tolist()
    for nomination, (begin, end) in enumerate(pairwise(ends)):
        # A comparison with NaN is false: whoever did not score the other casts no vote.
        others = table.take(by[begin:end], axis=0)
        np.sum(score[begin:end, None] > others, axis=0, dtype=np.int32, out=votes[nomination])
        np.sum(~np.isnan(others), axis=0, dtype=np.int32, out=common[nomination])
    return Duels(votes, common)


def _rows(reviews: Reviews, nominations: Sequence[int]) -> tuple[NDArray[np.intp], Places]:
    """The rows on some nominations, those on one together in their order, and the index of the nomination of each."""
    place = np.full(reviews.nominations, -1, dtype=np.int32)
    place[list(nominations)] = np.arange(len(nominations))
    index = place.take(reviews.nomination)
    rows = np.flatnonzero(index >= 0)
    rows = rows[np.argsort(index[rows], kind="stable")]
    return rows, index[rows]


def head_to_head(found: Duels) -> HeadToHead:
    """Order the nominations of duels; pairs with fewer than `IN_COMMON` jurors in common count as not held."""
    paths = strongest_paths(np.where(found.common >= IN_COMMON, found.votes, 0))
    return HeadToHead(found, paths, tuple(ranks(paths)))


def held(found: Duels) -> list[Duel]:
    """The pairs that at least `IN_COMMON` jurors scored both of, by place."""
    pairs = np.argwhere(np.triu(found.common >= IN_COMMON, 1))
    return [_duel(found, int(a), int(b)) for a, b in pairs]


def _duel(found: Duels, a: int, b: int) -> Duel:
    for_a, for_b = int(found.votes[a, b]), int(found.votes[b, a])
    return Duel(a, b, for_a, for_b, int(found.common[a, b]) - for_a - for_b)


def strongest_paths(votes: Votes) -> Votes:
    """p, shape (M, M): how strong the strongest path between two is; a path is as strong as its weakest step.

    A step from a to b has the strength d(a, b) where d(a, b) > d(b, a) ("winning votes"), otherwise none.
    Computed by p(b, c) := max(p(b, c), min(p(b, a), p(a, c))) for every a in turn (Floyd and Warshall).
    """
    paths = np.where(votes > votes.T, votes, 0).astype(np.int32)
    through = np.empty_like(paths)
    for a in range(len(paths)):
        np.minimum(paths[:, a, None], paths[a], out=through)
        np.maximum(paths, through, out=paths)
    np.fill_diagonal(paths, 0)
    return paths


def ranks(paths: Votes) -> list[int]:
    """The ranks that strongest paths give: a beats b where p(a, b) > p(b, a).

    To beat is transitive (Schulze, section 4.1), but not to be even, so that ranks count by how many each is beaten:
    whoever beats another has a better rank, since it is beaten by a part of those who beat the other.
    """
    beaten_by = np.count_nonzero(paths > paths.T, axis=0)
    in_order = np.sort(beaten_by)
    return [1 + int(before) for before in np.searchsorted(in_order, beaten_by)]


def contrary(found: HeadToHead, ranking: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs (a, b) where the ranking has a before b and head to head b beats a; `ranking` are the ranks of M.

    By place, in the order of the ranking.
    """
    beats = found.paths > found.paths.T
    before = np.asarray(ranking)[:, None] < np.asarray(ranking)
    pairs = np.argwhere(beats.T & before)
    return sorted(
        ((int(a), int(b)) for a, b in pairs), key=lambda pair: (ranking[pair[0]], ranking[pair[1]], pair)
    )

"""Whose absence would change the shortlist: the ranking again, without one juror after the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from nominate_tui.ranking.arrays import Reviews

Shortlist = Callable[[Reviews], Sequence[int]]
"""From reviews to the places of the nominations that are in the shortlist, the best first."""


@dataclass(frozen=True, slots=True)
class Absence:
    """How the shortlist differs without one juror."""

    juror: int
    """The place of the juror."""
    out: tuple[int, ...]
    """The places of those who would leave, in the order of the shortlist that stands."""
    into: tuple[int, ...]
    """The places of those who would come in, in the order of the other shortlist."""


def leave_one_out(reviews: Reviews, shortlist: Shortlist) -> tuple[Absence, ...]:
    """The jurors whose absence would change who is in the shortlist, by place.

    The jackknife of M. H. Quenouille (Biometrika 43:353, 1956) over jurors. `shortlist` is the method that ranks,
    whichever it is; it is asked once for all reviews and once for each juror who has any.
    """
    standing = shortlist(reviews)
    present = np.flatnonzero(reviews.per_juror)
    changes = (
        _change(int(juror), standing, shortlist(reviews.without_juror(int(juror)))) for juror in present
    )
    return tuple(change for change in changes if change.out or change.into)


def _change(juror: int, standing: Sequence[int], other: Sequence[int]) -> Absence:
    before, after = set(standing), set(other)
    return Absence(
        juror,
        tuple(place for place in standing if place not in after),
        tuple(place for place in other if place not in before),
    )

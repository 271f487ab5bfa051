"""Who is to score what, as arrays: a review nobody gave is missing where it was asked for, and otherwise unassigned."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nominate_tui.model.rules import Rules
from nominate_tui.ranking.arrays import Places

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Asked:
    """Of the jurors who are to score a part of the nominations only: which nominations they were given or judged."""

    part: Flags
    """Shape (J,): whether a juror is one of them."""
    nomination: Places
    """Shape (a,): the place of a nomination that one of them was given, or said something of all the same."""
    juror: Places
    """Shape (a,): the place of that juror. No pair of both stands here twice."""


def asked(rules: Rules, nominations: Sequence[str], jurors: Sequence[str], said: Places) -> Asked | None:
    """Who is to score what; `None` where everybody is to score everything.

    `nominations` and `jurors` are ids in the order of their places; `said` has shape (2 or more, n): the places of both
    for every review in which something was said. What a juror was given and the round has not is passed over.
    """
    if not rules.in_parts:
        return None
    parts = {juror.id: juror.nominations for juror in rules.jurors if juror.nominations is not None}
    place = {id: number for number, id in enumerate(nominations)}
    given = [
        place[id] * len(jurors) + number
        for number, juror in enumerate(jurors)
        for id in parts.get(juror, ())
        if id in place
    ]
    key = said[0].astype(np.int64) * len(jurors) + said[1]
    pairs = np.unique(np.concatenate((np.array(given, dtype=np.int64), key)))
    nomination, juror = np.divmod(pairs, len(jurors))
    part = np.array([id in parts for id in jurors], dtype=np.bool_)
    here = part[juror]
    return Asked(part, nomination[here].astype(np.int32), juror[here].astype(np.int32))


def unassigned(known: Asked, targets: Places, inside: Flags, heard: Flags) -> NDArray[np.intp]:
    """For how many jurors a nomination or group is unassigned, by place, shape (N,).

    These are the jurors with a part who were given none of its members and said nothing of any. `targets`, shape (N,),
    is the place of the nomination that stands for one, `inside`, shape (N,), whether it is in a group of several, and
    `heard`, shape (J,), who is in the jury.
    """
    jurors, size = len(heard), len(targets)
    here = heard[known.juror]
    grouped = here & inside[known.nomination]
    alone = known.nomination[here & ~grouped]
    several = targets[known.nomination[grouped]].astype(np.int64) * jurors + known.juror[grouped]
    found = np.bincount(alone, minlength=size) + np.bincount(np.unique(several) // jurors, minlength=size)
    return np.count_nonzero(heard & known.part) - found

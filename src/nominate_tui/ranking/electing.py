"""Which collected reviews count, for whom, and how many jurors are in each state: the rules of the round applied."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.duplicate import Group
from nominate_tui.model.rules import Rules
from nominate_tui.ranking.arrays import Places
from nominate_tui.ranking.asked import unassigned
from nominate_tui.ranking.collecting import STATES, Codes, Collected
from nominate_tui.ranking.counting import carries_half, may_count

_RECUSED: Final = STATES.index(ReviewState.RECUSED)
_MISSING: Final = STATES.index(ReviewState.MISSING)
_UNASSIGNED: Final = STATES.index(ReviewState.UNASSIGNED)


@dataclass(frozen=True)
class Elected:
    """The rows that count, and the states of all."""

    rows: NDArray[np.intp]
    """Shape (m,): which rows of the collected reviews count, in their order."""
    out: NDArray[np.intp]
    """Shape (n - m,): the others, in their order."""
    target: Places
    """Shape (m,): the place of the nomination a row counts for: its own, or the primary of its duplicate group."""
    targets: Places
    """Shape (N,): the same by nomination."""
    juror: Places
    """Shape (m,): the place of the juror."""
    grouped: NDArray[np.bool_]
    """Shape (m,): whether the row's nomination is in a duplicate group, so that its juror may have another row there."""
    states: NDArray[np.intp]
    """Shape (N, 6): how many jurors are in each state (in the order of `STATES`) for a target."""


@dataclass(frozen=True)
class _Groups:
    """Where reviews count for another nomination than their own."""

    target: Places
    """Shape (N,)."""
    inside: NDArray[np.bool_]
    """Shape (N,): whether a nomination is in a group of several."""

    def of_row(
        self, collected: Collected, rows: NDArray[np.intp] | slice
    ) -> tuple[Places, NDArray[np.bool_]]:
        """Both for the nominations of some rows."""
        nomination = collected.nomination[rows]
        return self.target.take(nomination), self.inside.take(nomination)


def elect(
    collected: Collected, rules: Rules, groups: Sequence[Group], without: Collection[str] = ()
) -> Elected:
    """Apply the rules.

    `groups` are the chair's, and share no member; `without` are the ids of jurors who are left out of the jury.
    Whoever is recused for one member of a group is out for all of them.
    """
    kept = _kept(collected, without)
    grouped = _grouped(collected, groups)
    states, recused = _states(collected, grouped, kept)
    if collected.asked:
        heard = _heard(collected, without)
        states[:, _UNASSIGNED] = unassigned(collected.asked, grouped.target, grouped.inside, heard)
    states[:, _MISSING] += len(collected.jurors) - len(set(without)) - states.sum(axis=1)
    counted = kept & ~recused & _countable(collected, rules)
    rows = np.flatnonzero(counted)
    target, inside = grouped.of_row(collected, rows)
    out, juror = np.flatnonzero(~counted), collected.juror.take(rows)
    return Elected(rows, out, target, grouped.target, juror, inside, states)


def _kept(collected: Collected, without: Collection[str]) -> NDArray[np.bool_]:
    if not without:
        return np.ones(len(collected), dtype=np.bool_)
    return _heard(collected, without).take(collected.juror)


def _heard(collected: Collected, without: Collection[str]) -> NDArray[np.bool_]:
    """Who is in the jury, shape (J,)."""
    return np.array([juror not in without for juror in collected.jurors], dtype=np.bool_)


def _grouped(collected: Collected, groups: Sequence[Group]) -> _Groups:
    places = {id: place for place, id in enumerate(collected.nominations)}
    targets = np.arange(len(places), dtype=np.int32)
    inside = np.zeros(len(places), dtype=np.bool_)
    for group in groups:
        members = [places[member] for member in group.members]
        targets[members] = places[group.primary]
        inside[members] = len(members) > 1
    return _Groups(targets, inside)


def _countable(collected: Collected, rules: Rules) -> NDArray[np.bool_]:
    by_state = np.array([may_count(state, rules) for state in STATES], dtype=np.bool_)
    by_pattern = np.array([carries_half(ids, rules.criteria) for ids in collected.patterns], dtype=np.bool_)
    return by_state.take(collected.state) & by_pattern.take(collected.pattern)


def _states(
    collected: Collected, grouped: _Groups, kept: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The jurors in each state, shape (N, 6), and the rows that a recusal for their group takes out."""
    target, inside = grouped.of_row(collected, slice(None))
    several = np.flatnonzero(kept & inside)
    pairs, pair, state = _joined(collected, target, several)
    out = np.zeros(len(collected), dtype=np.bool_)
    out[several] = (state == _RECUSED)[pair]
    states = _by_row(collected, np.flatnonzero(inside | ~kept))
    np.add.at(states, (pairs // len(collected.jurors), state), 1)
    return states, out


def _joined(
    collected: Collected, target: Places, rows: NDArray[np.intp]
) -> tuple[NDArray[np.int64], NDArray[np.intp], Codes]:
    """Every pair of target and juror in some rows (target · J + juror), which of them each row has, and its state."""
    key = target[rows].astype(np.int64) * len(collected.jurors) + collected.juror[rows]
    pairs, pair = np.unique(key, return_inverse=True)
    state = np.full(len(pairs), len(STATES), dtype=np.int8)
    np.minimum.at(state, pair, collected.state[rows])
    return pairs, pair, state


def _by_row(collected: Collected, less: NDArray[np.intp]) -> NDArray[np.intp]:
    """How many rows of each nomination are in each state, shape (N, 6), those of `less` left out."""
    cells = collected.nomination * np.int32(len(STATES)) + collected.state
    number = len(collected.nominations) * len(STATES)
    # Few are left out: to take them away is faster than to pick all others.
    found = np.bincount(cells, minlength=number) - np.bincount(cells[less], minlength=number)
    return found.reshape(-1, len(STATES))

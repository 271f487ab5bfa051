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
from nominate_tui.ranking.collecting import STATES, Collected
from nominate_tui.ranking.counting import carries_half, may_count

_RECUSED: Final = STATES.index(ReviewState.RECUSED)
_MISSING: Final = STATES.index(ReviewState.MISSING)


@dataclass(frozen=True)
class Elected:
    """The rows that count, and the states of all."""

    rows: NDArray[np.intp]
    """Shape (m,): which rows of the collected reviews count, sorted by target, then pattern."""
    target: Places
    """Shape (m,): the place of the nomination a row counts for: its own, or the primary of its duplicate group."""
    grouped: NDArray[np.bool_]
    """Shape (m,): whether the row's nomination is in a duplicate group, so that its juror may have another row there."""
    states: NDArray[np.intp]
    """Shape (N, 5): how many jurors are in each state (in the order of `STATES`) for a target."""


@dataclass(frozen=True)
class _Groups:
    """Where rows count for another nomination than their own."""

    target: Places
    """Shape (n,): by row."""
    inside: NDArray[np.bool_]
    """Shape (n,): whether the row's nomination is in a group of several."""


def elect(
    collected: Collected, rules: Rules, groups: Sequence[Group], without: Collection[str] = ()
) -> Elected:
    """Apply the rules.

    `groups` are the chair's, and share no member; `without` are the ids of jurors who are left out of the jury.
    Whoever is recused for one member of a group is out for all of them.
    """
    kept = _kept(collected, without)
    grouped = _grouped(collected, groups)
    states, out = _states(collected, grouped, kept)
    states[:, _MISSING] += len(collected.jurors) - len(set(without)) - states.sum(axis=1)
    rows = np.flatnonzero(kept & ~out & _countable(collected, rules))
    target = grouped.target[rows]
    if grouped.inside.any():
        order = np.lexsort((collected.juror[rows], collected.pattern[rows], target))
        rows, target = rows[order], target[order]
    return Elected(rows, target, grouped.inside[rows], states)


def _kept(collected: Collected, without: Collection[str]) -> NDArray[np.bool_]:
    heard = np.array([juror not in without for juror in collected.jurors], dtype=np.bool_)
    return heard[collected.juror]


def _grouped(collected: Collected, groups: Sequence[Group]) -> _Groups:
    places = {id: place for place, id in enumerate(collected.nominations)}
    targets = np.arange(len(places), dtype=np.int32)
    inside = np.zeros(len(places), dtype=np.bool_)
    for group in groups:
        members = [places[member] for member in group.members]
        targets[members] = places[group.primary]
        inside[members] = len(members) > 1
    return _Groups(targets[collected.nomination], inside[collected.nomination])


def _countable(collected: Collected, rules: Rules) -> NDArray[np.bool_]:
    by_state = np.array([may_count(state, rules) for state in STATES], dtype=np.bool_)
    by_pattern = np.array([carries_half(ids, rules.criteria) for ids in collected.patterns], dtype=np.bool_)
    return by_state[collected.state] & by_pattern[collected.pattern]


def _states(
    collected: Collected, grouped: _Groups, kept: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """The jurors in each state, shape (N, 5), and the rows that a recusal for their group takes out."""
    alone = kept & ~grouped.inside
    several = np.flatnonzero(kept & grouped.inside)
    key = _key(grouped.target[several], collected.juror[several], collected)
    order = np.lexsort((collected.state[several], key))
    pairs, first, inverse = np.unique(key[order], return_index=True, return_inverse=True)
    state = collected.state[several][order][first]
    out = np.zeros(len(collected), dtype=np.bool_)
    out[several[order]] = (state == _RECUSED)[inverse]
    cells = np.concatenate(
        (
            collected.nomination[alone] * len(STATES) + collected.state[alone],
            pairs // len(collected.jurors) * len(STATES) + state,
        )
    )
    counted = np.bincount(cells, minlength=len(collected.nominations) * len(STATES))
    return counted.reshape(-1, len(STATES)), out


def _key(target: Places, juror: Places, collected: Collected) -> NDArray[np.int64]:
    """One number for each pair of target and juror."""
    return target.astype(np.int64) * len(collected.jurors) + juror

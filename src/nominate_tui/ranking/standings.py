"""The rows of a ranking: everything that is told about each nomination, once its rank is known."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, partial
from typing import Final

from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.duplicate import Group
from nominate_tui.ranking.collecting import STATES
from nominate_tui.ranking.line import Line
from nominate_tui.ranking.result import Standing
from nominate_tui.ranking.scoring import Scored
from nominate_tui.ranking.tally import Tally
from nominate_tui.ranking.ties import Level

_STATES: Final = tuple(ReviewState)


def standings(
    tally: Tally, by_place: Mapping[int, Scored], found: Iterable[Level], drawn: Line
) -> Iterator[Standing]:
    """The rows that are ranked, level by level, then the others in the order of the round.

    `by_place` is what the method says of those that are ranked; those of a level share a rank, and the next level's
    leaves out as many as they are.
    """
    told = _Told(tally, by_place, drawn)
    by_primary = {group.primary: group for group in tally.ranked}
    first = 1
    for level in found:
        shared = len(level.rows) > 1
        for number, row in enumerate(level.rows):
            behind = level.separated_by if number == 0 else None
            yield told.row(by_primary.pop(row.nomination), first, shared=shared, behind=behind)
        first += len(level.rows)
    yield from (told.row(group, None, shared=False, behind=None) for group in by_primary.values())


@dataclass(frozen=True)
class _Told:
    """What is the same for all rows, worked out once."""

    tally: Tally
    by_place: Mapping[int, Scored]
    drawn: Line

    def row(self, group: Group, rank: int | None, *, shared: bool, behind: str | None) -> Standing:
        """The row of a nomination or group."""
        tally, place = self.tally, self.tally.places[group.primary]
        found, n = self.by_place.get(place), self._number[place]
        return Standing(
            nomination=group.primary,
            rank=rank,
            shared=shared,
            overall=found.overall if found else "",
            score=found.score if found else None,
            mean=self._means.get(place),
            gauge=found.gauge if found else None,
            n=n,
            below_quorum=n < self._quorum,
            in_shortlist=group.primary in self._inside,
            states=self._states[place],
            criteria=self._criteria[place],
            disagreement=self._apart[place] if n > 1 else None,
            separated_by=behind,
            duplicates=_others(group) if len(group.members) > 1 else (),
            said=partial(tally.counted, place),
        )

    @cached_property
    def _means(self) -> Mapping[int, Fraction]:
        return self.tally.exact.means

    @cached_property
    def _quorum(self) -> int:
        return self.tally.round.rules.quorum

    @cached_property
    def _inside(self) -> frozenset[str]:
        return frozenset(self.drawn.shortlist)

    @cached_property
    def _number(self) -> list[int]:
        number: list[int] = self.tally.number.tolist()
        return number

    @cached_property
    def _apart(self) -> list[float]:
        apart: list[float] = self.tally.disagreement.tolist()
        return apart

    @cached_property
    def _criteria(self) -> list[dict[str, Fraction | None]]:
        ids = self.tally.collected.criteria
        return [
            dict(zip(ids, means, strict=True))
            for means in zip(*self.tally.exact.criterion_means, strict=True)
        ]

    @cached_property
    def _states(self) -> list[dict[ReviewState, int]]:
        in_order = [STATES.index(state) for state in _STATES]
        return [
            dict(zip(_STATES, states, strict=True))
            for states in self.tally.elected.states[:, in_order].tolist()
        ]


def _others(group: Group) -> tuple[str, ...]:
    return tuple(member for member in group.members if member != group.primary)

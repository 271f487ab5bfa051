"""A round of which most was compared before: who came or changed since, and where the others are now."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from nominate_tui.duplicates.index import Index
from nominate_tui.duplicates.reading import Places

_NOTHING: frozenset[str] = frozenset()

Value = TypeVar("Value", bound=np.generic)


@dataclass(frozen=True)
class Since:
    """What is kept of a round, and the round as it is now; who stayed is in the same order in both."""

    index: Index
    now: NDArray[np.int64]
    """Shape (nominations then,): the place of each now; -1 of whoever went or changed."""
    late: NDArray[np.bool_]
    """Shape (nominations now,): who came or changed."""

    @classmethod
    def of(cls, index: Index, then: Sequence[str], now: Sequence[str], late: Set[str]) -> "Since":
        """What is kept of the nominations of some ids, in the order of the round then and now; who is late has changed or come."""
        place = {id: number for number, id in enumerate(now) if id not in late}
        return cls(
            index,
            np.array([place.get(id, -1) for id in then], np.int64),
            np.array([id in late for id in now], np.bool_),
        )

    @cached_property
    def places(self) -> list[int]:
        """The places of those who came or changed."""
        return np.flatnonzero(self.late).tolist()

    @property
    def gone(self) -> bool:
        """Whether somebody went or changed."""
        return bool((self.now < 0).any())

    def those(self, then: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Which of some entries, given by the places of their nominations then, are of one who stayed, and its place now."""
        now = self.now[then]
        stayed = np.flatnonzero(now >= 0)
        return stayed, now[stayed]

    def held(
        self, things: Sequence[str], then: NDArray[np.integer], late: Sequence[frozenset[str]]
    ) -> list[frozenset[str]]:
        """What each nomination has: things that are kept, with the places then of whoever has them, and what the late have."""
        found = dict(zip(self.places, late, strict=True))
        which, places = self.those(then)
        for thing, place in zip(which.tolist(), places.tolist(), strict=True):
            found[place] = found.get(place, _NOTHING) | {things[thing]}
        return [found.get(place, _NOTHING) for place in range(len(self.late))]

    def spliced(
        self, then: NDArray[Value], starts: Places, late: NDArray[Value], late_starts: Places
    ) -> NDArray[Value]:
        """Rows of every nomination then, and of those who are late, as rows of every nomination now.

        `starts` and `late_starts` tell where each row begins, and where the last ends.
        """
        parts = [
            late[late_starts[first] : late_starts[end]] if new else then[starts[first] : starts[end]]
            for new, first, end in self._runs
        ]
        return np.concatenate([then[:0], *parts])

    @cached_property
    def _runs(self) -> Sequence[tuple[bool, int, int]]:
        """The nominations now as rows in a row: of those who are late or not, the first, and the one after the last."""
        row = np.cumsum(self.late) - 1
        stayed = np.flatnonzero(self.now >= 0)
        row[self.now[stayed]] = stayed
        new = np.flatnonzero((np.diff(row) != 1) | np.diff(self.late)) + 1
        first = np.concatenate((np.zeros(min(1, len(row)), np.int64), new))
        end = np.concatenate((new, np.full(min(1, len(row)), len(row))))
        return [
            (bool(self.late[a]), int(row[a]), int(row[b - 1]) + 1)
            for a, b in zip(first.tolist(), end.tolist(), strict=True)
        ]

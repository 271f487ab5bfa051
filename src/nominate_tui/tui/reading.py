"""Where a juror is: which nomination, which criterion, which search. A value that knows no widget."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Reading:
    """The place in the round."""

    ids: tuple[str, ...]
    """The nominations in the list: all of them, or those that a search found."""
    criteria: tuple[str, ...]
    """The criteria, in their order."""
    nomination: str
    """The one that is read."""
    criterion: str
    """The one in focus."""

    def move(self, steps: int) -> "Reading":
        """So many nominations on (or back, below zero), and no further than the list goes."""
        if self.nomination not in self.ids:
            return self.go(self.ids[0]) if self.ids else self
        place = self.ids.index(self.nomination) + steps
        return self.go(self.ids[max(0, min(place, len(self.ids) - 1))])

    def go(self, nomination: str) -> "Reading":
        """At a nomination, on its first criterion."""
        return replace(self, nomination=nomination, criterion=self.criteria[0])

    def next_of(self, wanted: Container[str]) -> "Reading":
        """At the next nomination that is wanted, from the beginning again after the last; here if there is none."""
        place = self.ids.index(self.nomination) if self.nomination in self.ids else -1
        around = (*self.ids[place + 1 :], *self.ids[: place + 1])
        found = next((id for id in around if id in wanted), None)
        return self if found is None else self.go(found)

    def turn(self, steps: int) -> "Reading":
        """So many criteria on (or back), around the end."""
        place = self.criteria.index(self.criterion) + steps
        return replace(self, criterion=self.criteria[place % len(self.criteria)])

    def on(self, criterion: str) -> "Reading":
        """On a criterion of the same nomination."""
        return replace(self, criterion=criterion)

    def after_score(self, unscored: Sequence[str]) -> "Reading":
        """On the next criterion; from the last one on the first that has no score, if there is one."""
        if self.criterion != self.criteria[-1]:
            return self.turn(1)
        return self.on(unscored[0]) if unscored else self

    def among(self, ids: tuple[str, ...]) -> "Reading":
        """With another list, at the same nomination if it is in it, or else at the first of it."""
        there = replace(self, ids=ids)
        return there if self.nomination in ids or not ids else there.go(ids[0])

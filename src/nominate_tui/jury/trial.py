"""A what-if as it is put together step by step: each step gives a new one, and none is kept anywhere."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Final

from nominate_tui.jury.sight import Sight
from nominate_tui.model.in_force import set_aside
from nominate_tui.model.round import Round
from nominate_tui.model.rules import METHODS, Method
from nominate_tui.model.what_if import Pairs, WhatIf

POINT: Final = Fraction(1, 100)
"""One percentage point of the whole weight."""

_STEP: Final = 10**6
"""Weights are whole numbers of one by this: so many decimals a file gives back exactly."""


@dataclass(frozen=True)
class Trial:
    """What would hold if this were adopted, all of it."""

    round: Round = field(repr=False)
    """The round in force, from which it began."""
    shares: Mapping[str, Fraction]
    """By criterion id, 0 to 1; they add up to 1."""
    method: Method
    shortlist: int
    left_out: frozenset[str]
    set_aside: Pairs
    aside_so_far: Pairs
    """The pairs of the verdicts that are set aside already."""
    pairs: Pairs
    """The pairs of all duplicate verdicts, whether they count or not."""

    @property
    def what(self) -> WhatIf:
        """What of it differs from the round in force."""
        rules, out = self.round.rules, self.round.deliberation.left_out
        return WhatIf(
            weights=self._weights(),
            method=None if self.method == rules.method else self.method,
            shortlist=None if self.shortlist == rules.shortlist else self.shortlist,
            left_out=None if self.left_out == out else self.left_out,
            set_aside=None if self.set_aside == self.aside_so_far else self.set_aside,
        )

    def heavier(self, criterion: str, points: int) -> "Trial":
        """A criterion so many percentage points heavier (or lighter); the others keep their proportions.

        The same again where it would then have no weight, or all of it.
        """
        before = self.shares[criterion]
        after = before + points * POINT
        if not 0 < after < 1 or before == 1:
            return self
        rest = (1 - after) / (1 - before)
        shares = {id: after if id == criterion else share * rest for id, share in self.shares.items()}
        return replace(self, shares=shares)

    def with_method(self, steps: int) -> "Trial":
        """With the method so many further on in the order in which they are named, around the end."""
        return replace(self, method=METHODS[(METHODS.index(self.method) + steps) % len(METHODS)])

    def longer(self, places: int) -> "Trial":
        """With so many places more (or fewer) in the shortlist, from one to as many as there are nominations."""
        most = max(len(self.round.nominations), self.round.rules.shortlist)
        return replace(self, shortlist=min(max(self.shortlist + places, 1), most))

    def with_or_without(self, juror: str) -> "Trial":
        """With a juror left out, or in again; the same again where nobody would be left."""
        left_out = self.left_out ^ {juror}
        if left_out >= {each.id for each in self.round.rules.jurors}:
            return self
        return replace(self, left_out=left_out)

    def with_or_without_verdict(self, pair: frozenset[str]) -> "Trial":
        """With a duplicate verdict set aside, or counted again."""
        return replace(self, set_aside=self.set_aside ^ {pair})

    def _weights(self) -> dict[str, Fraction]:
        """The weights that differ, in the unit of the round, to six decimals."""
        rules = self.round.rules
        if all(self.shares[criterion.id] == rules.share(criterion) for criterion in rules.criteria):
            return {}
        rounded = {id: _rounded(share * rules.total_weight) for id, share in self.shares.items()}
        return {c.id: rounded[c.id] for c in rules.criteria if rounded[c.id] != c.weight}


def begin(sight: Sight) -> Trial:
    """What holds now."""
    rules, aside = sight.round.rules, set_aside(sight.stored)
    shares = {criterion.id: rules.share(criterion) for criterion in rules.criteria}
    out = sight.round.deliberation.left_out
    pairs = frozenset(verdict.pair for verdict in sight.stored.verdicts if verdict.kind == "duplicate")
    return Trial(sight.round, shares, rules.method, rules.shortlist, out, aside & pairs, aside & pairs, pairs)


def _rounded(weight: Fraction) -> Fraction:
    # Never to nothing: a weight is above zero.
    return Fraction(max(round(weight * _STEP), 1), _STEP)

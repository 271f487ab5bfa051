"""A result as it is worked out from its basis, once for all of the files that tell it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from nominate_tui.duplicates.groups import groups
from nominate_tui.export.basis import Basis
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.ranking.assessing import assess
from nominate_tui.ranking.certainty import Certainty
from nominate_tui.ranking.collecting import collect
from nominate_tui.ranking.cross_check import CrossCheck, cross_check
from nominate_tui.ranking.rank import ranking
from nominate_tui.ranking.result import Ranking
from nominate_tui.ranking.tally import Tally, tally


@dataclass(frozen=True)
class Outcome:
    """What follows from a basis; each part is worked out when it is first asked for, and once."""

    basis: Basis

    @property
    def round(self) -> Round:
        """The round, with jurors by pseudonym."""
        return self.basis.round

    @property
    def ballots(self) -> Mapping[str, Ballot]:
        """The ballots by pseudonym."""
        return self.basis.ballots

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The duplicate groups that follow from the verdicts."""
        return groups(self.round.verdicts, self.round.nominations.ids)

    @cached_property
    def counted(self) -> Tally:
        """What the jury says, as far as it counts."""
        return tally(self.round, collect(self.round, self.ballots), self.groups)

    @cached_property
    def ranking(self) -> Ranking:
        """The ranking."""
        return ranking(self.counted)

    @cached_property
    def certainty(self) -> Certainty:
        """How sure it is."""
        return assess(self.counted, self.ranking)

    @cached_property
    def head_to_head(self) -> CrossCheck:
        """What head to head says of the best."""
        return cross_check(self.counted, self.ranking)

    @cached_property
    def heard(self) -> Mapping[str, frozenset[str]]:
        """By nomination, the jurors who count for it or for its duplicate group."""
        found: dict[str, set[str]] = {id: set() for id in self.round.nominations.ids}
        joined, collected = self.counted.joined, self.counted.collected
        for target, juror in zip(joined.target.tolist(), joined.juror.tolist(), strict=True):
            found[collected.nominations[target]].add(collected.jurors[juror])
        for group in self.groups:
            found |= dict.fromkeys(group.members, found[group.primary])
        return {id: frozenset(jurors) for id, jurors in found.items()}

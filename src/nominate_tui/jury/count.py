"""What follows from the reviews of a round under one choice of rules: the ranking, and how sure it is."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from nominate_tui.duplicates.groups import groups
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.ranking.certainty import Certainty
from nominate_tui.ranking.result import Ranking

# What ranks needs numpy, which a juror's commands need not wait for: it is imported where it is used.
if TYPE_CHECKING:
    from nominate_tui.ranking.collecting import Collected
    from nominate_tui.ranking.tally import Tally


@dataclass(frozen=True)
class Count:
    """A value: what follows from it is worked out when it is first asked for, and once."""

    round: Round
    """The round in force: rules and verdicts as they count."""
    collected: "Collected"
    """Its reviews, which are the same whatever the weights, the method, the places and the verdicts."""

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The duplicate groups that follow from the verdicts."""
        return groups(self.round.verdicts, self.round.nominations.ids)

    @cached_property
    def tally(self) -> "Tally":
        """What the jury says, as far as it counts."""
        from nominate_tui.ranking.tally import tally

        return tally(self.round, self.collected, self.groups)

    @cached_property
    def ranking(self) -> Ranking:
        """The ranking; where the method does not hold, it says so."""
        from nominate_tui.ranking.rank import ranking

        return ranking(self.tally)

    @cached_property
    def certainty(self) -> Certainty:
        """How sure the ranking is; this may take a second."""
        from nominate_tui.ranking.assessing import assess

        return assess(self.tally, self.ranking)

    @property
    def known_certainty(self) -> Certainty | None:
        """The same where it was worked out already, and otherwise `None`, at once."""
        known = vars(self).get("certainty")
        return known if isinstance(known, Certainty) else None

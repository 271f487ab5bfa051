"""What the chair sees at one moment: the round, the ballots, and everything that follows from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from nominate_tui.duplicates.groups import by_member, contradictions, groups
from nominate_tui.errors import NotAllowed, Problem
from nominate_tui.jury.count import Count
from nominate_tui.jury.judged_twice import Reliability, reliability
from nominate_tui.jury.progress import Progress, progress, regrouped
from nominate_tui.jury.voices import Voice, voices, without_notes
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.duplicate import Group, Verdict
from nominate_tui.model.in_force import in_force, tried
from nominate_tui.model.round import Round
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.result import Ranking
from nominate_tui.store.contract import Store

if TYPE_CHECKING:
    from nominate_tui.ranking.collecting import Collected


@dataclass(frozen=True)
class Sight:
    """A value: what follows from it is worked out when it is first asked for, and once."""

    stored: Round
    """The round as it is kept: the rules that were agreed before scores were seen, and every verdict."""
    ballots: Mapping[str, Ballot]
    """By juror id, without private notes."""
    unread: tuple[Problem, ...]
    """What keeps something in the ballots from being read; it counts nowhere until it is mended."""
    misfits: tuple[Problem, ...]
    """The errors in the round's own files: what names nobody, and what contradicts itself."""
    before: tuple[Progress, tuple[Group, ...]] | None = field(default=None, repr=False, compare=False)
    """How far the jury was, with which groups, where only verdicts have changed since."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, the round's own files first."""
        return (*self.misfits, *self.unread)

    @cached_property
    def round(self) -> Round:
        """The round as it counts, with what the meeting adopted: all that is shown, ranked and exported comes from it."""
        return in_force(self.stored)

    @cached_property
    def collected(self) -> "Collected":
        """The reviews as arrays."""
        # Imported here: it needs numpy, which a juror's commands need not wait for.
        from nominate_tui.ranking.collecting import collect

        return collect(self.stored, self.ballots)

    @cached_property
    def count(self) -> Count:
        """What follows from the reviews in the round in force."""
        return Count(self.round, self.collected)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The duplicate groups that follow from the verdicts."""
        return groups(self.round.verdicts, self.round.nominations.ids)

    @cached_property
    def group_of(self) -> Mapping[str, Group]:
        """The duplicate group that a nomination is in, by the ids of those that are in one."""
        return by_member(self.groups)

    @cached_property
    def reliability(self) -> Reliability:
        """What the duplicate groups tell of how reliable scores are."""
        return reliability(self.round, self.ballots, self.groups)

    @cached_property
    def contradictions(self) -> tuple[tuple[Verdict, Group], ...]:
        """The verdicts that call two nominations distinct that other verdicts put into one group, with that group."""
        return contradictions(self.round.verdicts)

    @property
    def ranking(self) -> Ranking:
        """The ranking of what has been scored so far."""
        return self.count.ranking

    @cached_property
    def progress(self) -> Progress:
        """How far the jury is."""
        if self.before is None:
            return progress(self.round, self.ballots, self.groups, len(self.problems))
        known, were = self.before
        return regrouped(known, self.round, self.ballots, (were, self.groups), len(self.problems))

    def group(self, nomination: str) -> Group:
        """The duplicate group that a nomination is in; itself alone where it is in none."""
        return self.group_of.get(nomination) or Group((nomination,), nomination)

    def voices(self, nomination: str) -> tuple[Voice, ...]:
        """What every juror says of a nomination, and of the others in its duplicate group."""
        return voices(self.round, self.ballots, self.group(nomination).members)

    def with_verdicts(self, verdicts: Iterable[Verdict]) -> "Sight":
        """The same with other verdicts in the place of all that are kept."""
        return self.with_round(replace(self.stored, verdicts=tuple(verdicts)))

    def with_round(self, stored: Round) -> "Sight":
        """The same ballots in a round that is kept otherwise."""
        same = replace(stored, verdicts=self.stored.verdicts) == self.stored
        known = vars(self).get("progress")
        before = (known, self.groups) if isinstance(known, Progress) else self.before
        return replace(self, stored=stored, before=before if same else None)

    def tried(self, what: WhatIf) -> Count:
        """What would follow if `what` were adopted; nothing is kept, and no ballot is read again."""
        return Count(tried(self.stored, what), self.collected)

    def tried_verdicts(self, verdicts: Iterable[Verdict]) -> Count:
        """What would follow from other verdicts in the place of all that are kept."""
        return Count(in_force(replace(self.stored, verdicts=tuple(verdicts))), self.collected)

    def tied(self, nomination: str) -> tuple[str, ...]:
        """Those that the chair may put in an order with a nomination: see `ChairDesk.tied`."""
        asked = self.round.rules.tie_break
        if "chair" not in asked:
            raise NotAllowed(_("The rules of this round leave no tie to the chair"))
        rules = replace(self.round.rules, tie_break=asked[: asked.index("chair")])
        ranking = Count(replace(self.round, rules=rules), self.collected).ranking
        row = ranking.standing(nomination)
        if row is None or not row.shared:
            raise NotAllowed(_("No other nomination shares the rank of {id}").format(id=nomination))
        return tuple(other.nomination for other in ranking.standings if other.rank == row.rank)


def look(store: Store) -> Sight:
    """Read a round and all of its ballots.

    Raises:
        BadInput: The round is not as it must be. Ballots that are not are told by `unread`.
    """
    round = store.round()
    collected = store.ballots()
    ballots = {juror: without_notes(ballot) for juror, ballot in collected.ballots.items()}
    return Sight(round, ballots, collected.problems, misfits(store))


def misfits(store: Store) -> tuple[Problem, ...]:
    """The errors in the round's own files; what is only a warning is left to `check`."""
    return tuple(problem for problem in store.settled_problems() if problem.severity == "error")

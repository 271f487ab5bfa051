"""What the chair sees at one moment: the round, the ballots, and everything that follows from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from nominate_tui.duplicates.groups import contradictions, groups
from nominate_tui.errors import NotAllowed, Problem
from nominate_tui.jury.progress import Progress, progress
from nominate_tui.jury.voices import Voice, voices, without_notes
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.duplicate import Group, Verdict
from nominate_tui.model.round import Round
from nominate_tui.ranking.rank import rank
from nominate_tui.ranking.result import Ranking
from nominate_tui.store.contract import Store


@dataclass(frozen=True)
class Sight:
    """A value: what follows from it is worked out when it is first asked for, and once."""

    round: Round
    ballots: Mapping[str, Ballot]
    """By juror id, without private notes."""
    unread: tuple[Problem, ...]
    """What keeps something in the ballots from being read; it counts nowhere until it is mended."""
    misfits: tuple[Problem, ...]
    """The errors in the round's own files: what names nobody, and what contradicts itself."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong, the round's own files first."""
        return (*self.misfits, *self.unread)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The duplicate groups that follow from the verdicts."""
        return groups(self.round.verdicts, self.round.nominations.ids)

    @cached_property
    def contradictions(self) -> tuple[tuple[Verdict, Group], ...]:
        """The verdicts that call two nominations distinct that other verdicts put into one group, with that group."""
        return contradictions(self.round.verdicts)

    @cached_property
    def ranking(self) -> Ranking:
        """The ranking of what has been scored so far."""
        return rank(self.round, self.ballots, self.groups)

    @cached_property
    def progress(self) -> Progress:
        """How far the jury is."""
        return progress(self.round, self.ballots, self.groups, len(self.problems))

    def group(self, nomination: str) -> Group:
        """The duplicate group that a nomination is in; itself alone where it is in none."""
        alone = Group((nomination,), nomination)
        return next((group for group in self.groups if nomination in group.members), alone)

    def voices(self, nomination: str) -> tuple[Voice, ...]:
        """What every juror says of a nomination, and of the others in its duplicate group."""
        return voices(self.round, self.ballots, self.group(nomination).members)

    def with_verdict(self, pair: Iterable[str], verdict: Verdict | None) -> "Sight":
        """The same with a verdict in the place of the one on the pair; with `None`, with the pair open."""
        asked = frozenset(pair)
        others = (other for other in self.round.verdicts if other.pair != asked)
        return self.with_round(replace(self.round, verdicts=(*others, *([verdict] if verdict else []))))

    def with_round(self, round: Round) -> "Sight":
        """The same ballots in a changed round."""
        return replace(self, round=round)

    def tied(self, nomination: str) -> tuple[str, ...]:
        """Those that the chair may put in an order with a nomination: see `ChairDesk.tied`."""
        asked = self.round.rules.tie_break
        if "chair" not in asked:
            raise NotAllowed(_("The rules of this round leave no tie to the chair"))
        rules = replace(self.round.rules, tie_break=asked[: asked.index("chair")])
        ranking = self.with_round(replace(self.round, rules=rules)).ranking
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

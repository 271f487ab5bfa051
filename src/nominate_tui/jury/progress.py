"""How far the jury is: who has scored what, and which nominations have enough reviews."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from nominate_tui.model.ballot import FINISHED, Ballot, ReviewState
from nominate_tui.model.duplicate import Group
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.model.outdated import outdated
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Juror
from nominate_tui.ranking.counting import counts


@dataclass(frozen=True, slots=True)
class JurorProgress:
    """How far one juror is."""

    juror: Juror
    states: Mapping[ReviewState, int]
    """How many nominations of the round are in each state; every state is named."""
    given: int
    """How many nominations are the juror's to score."""
    unfinished: tuple[str, ...]
    """Those of them that something is left to do for, in the order of the round."""
    confirmed: datetime | None
    """When the ballot was confirmed, in UTC; `None` while it is not."""
    changed: datetime | None
    """When a review last changed, in UTC; `None` where nothing was ever said."""
    outdated: tuple[str, ...]
    """The nominations whose text changed after the juror scored them, in the order of the round."""

    @property
    def finished(self) -> int:
        """For how many of the nominations that are the juror's to score nothing is left to do."""
        return self.given - len(self.unfinished)

    @property
    def done(self) -> bool:
        """Whether nothing more is to be waited for: everything is finished and confirmed."""
        return not self.unfinished and self.confirmed is not None


@dataclass(frozen=True, slots=True)
class NominationProgress:
    """How far the jury is with one nomination."""

    nomination: str
    states: tuple[ReviewState, ...]
    """Each juror's own review of it, in the order of the jury."""
    n: int
    """How many jurors count for it; for a member of a duplicate group, for the whole group."""
    asked: int
    """How many jurors are to score it, or said something of it all the same; for a member, again for the whole group."""
    quorum_met: bool
    """Whether that is as many as the round asks for."""
    primary: str
    """The nomination that stands for it in the ranking; its own id where none does."""
    outdated: Mapping[str, Change]
    """By the ids of those jurors who scored it before its text changed, in the order of the jury, what changed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the jury is with the round."""

    jurors: tuple[JurorProgress, ...]
    """In the order of the jury."""
    nominations: tuple[NominationProgress, ...]
    """In the order of the round."""
    problems: int
    """How many errors there are in the round's own files and its ballots."""

    @property
    def confirmed(self) -> int:
        """How many ballots are confirmed."""
        return sum(juror.confirmed is not None for juror in self.jurors)

    @property
    def outdated(self) -> tuple[NominationProgress, ...]:
        """The nominations that somebody scored before their text changed."""
        return tuple(row for row in self.nominations if row.outdated)

    @property
    def below_quorum(self) -> tuple[str, ...]:
        """The nominations that are ranked and have too few reviews."""
        ranked = (row for row in self.nominations if row.primary == row.nomination)
        return tuple(row.nomination for row in ranked if not row.quorum_met)

    @property
    def missing(self) -> tuple[JurorProgress, ...]:
        """The jurors who still have something to score or to confirm."""
        return tuple(juror for juror in self.jurors if not juror.done)


def progress(
    round: Round, ballots: Mapping[str, Ballot], groups: Sequence[Group], problems: int = 0
) -> Progress:
    """How far the jury is; `ballots` by juror id, where a juror without one has said nothing."""
    states = {juror.id: _states(round, juror.id, ballots.get(juror.id)) for juror in round.rules.jurors}
    rows = _of_nominations(round, ballots, groups, states, round.nominations.ids)
    jurors = (
        _of_juror(juror, round.given(juror.id), states[juror.id], ballots.get(juror.id), rows)
        for juror in round.rules.jurors
    )
    return Progress(tuple(jurors), rows, problems)


def regrouped(
    before: Progress,
    round: Round,
    ballots: Mapping[str, Ballot],
    groups: tuple[Sequence[Group], Sequence[Group]],
    problems: int = 0,
) -> Progress:
    """The same in a fraction of the time, where only the duplicate groups have changed since: as they were, and as they are."""
    changed = frozenset(groups[0]) ^ frozenset(groups[1])
    ids = frozenset(member for group in changed for member in group.members)
    rows = {row.nomination: row for row in before.nominations if row.nomination in ids}
    states = {
        juror.id: {id: row.states[place] for id, row in rows.items()}
        for place, juror in enumerate(round.rules.jurors)
    }
    anew = _of_nominations(round, ballots, groups[1], states, rows)
    found = {row.nomination: row for row in anew}
    return Progress(
        before.jurors, tuple(found.get(row.nomination, row) for row in before.nominations), problems
    )


def _states(round: Round, juror: str, ballot: Ballot | None) -> dict[str, ReviewState]:
    recused = round.recused(juror)
    said = ballot or Ballot(round.rules.id, juror)
    criteria, given = round.rules.criteria, round.given(juror)
    return {
        id: said.review(id).state(criteria, recused=id in recused, assigned=id in given)
        for id in round.nominations.ids
    }


def _of_juror(
    juror: Juror,
    given: Nominations,
    states: Mapping[str, ReviewState],
    ballot: Ballot | None,
    rows: Sequence[NominationProgress],
) -> JurorProgress:
    tally = Counter(states.values())
    changes = [review.changed for review in ballot.reviews.values() if review.changed] if ballot else []
    return JurorProgress(
        juror,
        {state: tally[state] for state in ReviewState},
        len(given),
        tuple(id for id in given.ids if states[id] not in FINISHED),
        ballot.confirmed if ballot else None,
        max(changes, default=None),
        tuple(row.nomination for row in rows if juror.id in row.outdated),
    )


def _of_nominations(
    round: Round,
    ballots: Mapping[str, Ballot],
    groups: Sequence[Group],
    states: Mapping[str, Mapping[str, ReviewState]],
    ids: Iterable[str],
) -> tuple[NominationProgress, ...]:
    group_of = {member: group for group in groups for member in group.members}
    rows = []
    for id in ids:
        group = group_of.get(id, Group((id,), id))
        n = sum(_counts(round, ballots, juror, of, group.members) for juror, of in states.items())
        asked = sum(_asked(of, group.members) for of in states.values())
        each = tuple(of[id] for of in states.values())
        before = outdated(round, ballots, round.nominations[id])
        rows.append(NominationProgress(id, each, n, asked, n >= round.rules.quorum, group.primary, before))
    return tuple(rows)


def _asked(states: Mapping[str, ReviewState], members: Sequence[str]) -> bool:
    return any(states[member] is not ReviewState.UNASSIGNED for member in members)


def _counts(
    round: Round,
    ballots: Mapping[str, Ballot],
    juror: str,
    states: Mapping[str, ReviewState],
    members: Sequence[str],
) -> bool:
    """Whether a juror counts for a group. The ranking says the same (a test holds both to it), at a greater cost."""
    of_members = [states[member] for member in members]
    ballot = ballots.get(juror)
    if ballot is None or ReviewState.RECUSED in of_members or juror in round.deliberation.left_out:
        return False
    said = (ballot.reviews[member] for member in members if member in ballot.reviews)
    return any(counts(review, round.rules) for review in said)

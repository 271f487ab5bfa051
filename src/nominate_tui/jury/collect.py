"""Brings what jurors hand in together with what is stored, and tells everything that would be lost by it."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from nominate_tui.errors import Problem
from nominate_tui.jury.score_table import TableRow
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot, Review


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one juror's ballot."""

    stored: Ballot
    """As it was before."""
    ballot: Ballot
    """As it is to be stored."""
    losses: tuple[Problem, ...] = ()
    """What was said and would be lost; with any, the ballot may only be stored when that is wished."""

    def then(self, later: "Received") -> "Received":
        """What becomes of it with what is received later, which was held against this ballot."""
        return Received(self.stored, later.ballot, (*self.losses, *later.losses))

    @property
    def added(self) -> int:
        """How many scores were not there before."""
        return len(_scores(self.ballot).keys() - _scores(self.stored).keys())

    @property
    def replaced(self) -> int:
        """How many scores were another number before."""
        return len(self._kept()) - self.same

    @property
    def same(self) -> int:
        """How many scores were there already."""
        before, after = _scores(self.stored), _scores(self.ballot)
        return sum(before[place] == after[place] for place in self._kept())

    @property
    def removed(self) -> int:
        """How many scores, abstentions, comments, notes and declared conflicts are there no more."""
        return len(_said(self.stored) - _said(self.ballot))

    @property
    def unconfirmed(self) -> bool:
        """Whether the ballot was confirmed and is no more."""
        return bool(self.stored.confirmed and not self.ballot.confirmed)

    def _kept(self) -> Set[tuple[str, str]]:
        """The places that have a score before and after."""
        return _scores(self.stored).keys() & _scores(self.ballot).keys()


def receive_scores(stored: Ballot, rows: Iterable[TableRow], at: datetime) -> Received:
    """A juror's stored ballot with the scores of a table, which must be this juror's and fit the round.

    A confirmed ballot that changes is no longer confirmed: what the juror confirmed was another one.
    """
    given = {(row.nomination, row.criterion): row for row in rows}
    ballot = stored
    for row in given.values():
        review = ballot.review(row.nomination)
        if review.scores.get(row.criterion) != row.score:
            scored = review.with_score(row.criterion, row.score)
            ballot = ballot.with_review(scored.scored_now(at))
    if ballot != stored:
        ballot = replace(ballot, confirmed=None)
    return Received(stored, ballot, tuple(_overwritten(stored, given.values())))


def receive_ballot(stored: Ballot, handed_in: Ballot, where: str, before: str = "") -> Received:
    """A ballot that a juror hands in, in the place of the stored one.

    Review by review, the one that changed later stands; a review that did not change later, or has no time, must
    have everything that the stored one has. A confirmation is only taken back by a later change.

    `before` names the file that the stored ballot comes from, where that was handed in too and is not stored yet.
    """
    return Received(stored, handed_in, tuple(_lost(stored, handed_in, where, before)))


def without_asking(loss: Problem) -> Problem:
    """A loss that is wished, as a warning."""
    return replace(loss, severity="warning", todo=_("it was given up, as `--replace` says"))


def _scores(ballot: Ballot) -> dict[tuple[str, str], int]:
    return {
        (review.nomination, criterion): value
        for review in ballot.reviews.values()
        for criterion, value in review.scores.items()
    }


def _said(ballot: Ballot) -> set[tuple[str, str, str]]:
    """Everything that was said, without what: nomination, kind, and criterion where there is one."""
    return {
        (review.nomination, kind, criterion)
        for review in ballot.reviews.values()
        for kind, criterion in _kinds(review)
    }


def _kinds(review: Review) -> Iterator[tuple[str, str]]:
    yield from (("score", criterion) for criterion in review.scores)
    yield from (("abstention", criterion) for criterion in review.abstained)
    texts = {"comment": review.comment, "note": review.note, "conflict": review.conflict}
    yield from ((kind, "") for kind, said in texts.items() if said)


def _overwritten(stored: Ballot, rows: Iterable[TableRow]) -> Iterator[Problem]:
    for row in rows:
        review = stored.review(row.nomination)
        before = review.scores.get(row.criterion)
        if before == row.score:
            continue
        if before is not None:
            yield _loss(row, _("{juror} gave {before}, the table says {after}"), before)
        elif row.criterion in review.abstained:
            yield _loss(row, _("{juror} abstained, the table says {after}"))
        elif stored.confirmed:
            yield _loss(row, _("{juror} confirmed the ballot without a score here, the table says {after}"))


def _loss(row: TableRow, message: str, before: int | None = None) -> Problem:
    told = message.format(juror=row.juror, before=before, after=row.score)
    return Problem("error", row.where, f"{row.nomination}.{row.criterion}", told, _ask_to_replace())


def _lost(stored: Ballot, handed_in: Ballot, where: str, before: str) -> Iterator[Problem]:
    todo = _("hand in only one of the two files") if before else _ask_to_replace()
    for id, review in stored.reviews.items():
        after = handed_in.review(id)
        if not _keeps(review, after) and not _is_later(review, after):
            message = _review_lost(id, before)
            yield Problem("error", where, f"review {id}", message, todo)
    if stored.confirmed and not handed_in.confirmed and _last_change(handed_in) <= stored.confirmed:
        yield Problem("error", where, "confirmed", _confirmation_lost(before), todo)


def _review_lost(nomination: str, before: str) -> str:
    if before:
        message = _("the review of {nomination} in {file} has something that this ballot does not have")
    else:
        message = _("the stored review of {nomination} has something that this ballot does not have")
    return message.format(nomination=nomination, file=before)


def _confirmation_lost(before: str) -> str:
    if before:
        return _("the ballot in {file} is confirmed; this one is not, and no later").format(file=before)
    return _("the stored ballot is confirmed; this one is not, and no later")


def _last_change(ballot: Ballot) -> datetime:
    changes = (review.changed for review in ballot.reviews.values())
    return max((change for change in changes if change), default=datetime.min.replace(tzinfo=UTC))


def _ask_to_replace() -> str:
    return _("ask the juror; `--replace` takes what is handed in")


def _is_later(before: Review, after: Review) -> bool:
    return before.changed is not None and after.changed is not None and after.changed > before.changed


def _keeps(before: Review, after: Review) -> bool:
    """Whether nothing that was said before is missing or different now."""
    return (
        _has_all(before.scores, after.scores)
        and before.abstained <= after.abstained
        and before.comment in ("", after.comment)
        and before.note in ("", after.note)
        and before.conflict in (None, after.conflict)
    )


def _has_all(before: Mapping[str, int], after: Mapping[str, int]) -> bool:
    return all(after.get(criterion) == value for criterion, value in before.items())

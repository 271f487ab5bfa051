"""Brings what jurors hand in together with what is stored, and tells everything that would be lost by it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from nominate_tui.errors import Problem
from nominate_tui.jury.score_table import TableRow
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot, Review


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one juror's ballot."""

    ballot: Ballot
    """As it is to be stored."""
    added: int = 0
    """Scores that were not there before."""
    replaced: int = 0
    """Scores that were another number before."""
    same: int = 0
    """Scores that were there already."""
    losses: tuple[Problem, ...] = ()
    """What was stored and would be lost; with any, the ballot may only be stored when that is wished."""

    def then(self, later: "Received") -> "Received":
        """The later ballot, and what became of both."""
        return Received(
            later.ballot,
            self.added + later.added,
            self.replaced + later.replaced,
            self.same + later.same,
            (*self.losses, *later.losses),
        )


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
            ballot = ballot.with_review(replace(scored, changed=at))
    if ballot != stored:
        ballot = replace(ballot, confirmed=None)
    return _received(stored, ballot, tuple(_overwritten(stored, given.values())))


def receive_ballot(stored: Ballot, handed_in: Ballot, where: str) -> Received:
    """A ballot that a juror hands in, in the place of the stored one.

    Review by review, the one that changed later stands; a review that did not change later, or has no time, must
    have everything that the stored one has. A confirmation is only taken back by a later change.
    """
    return _received(stored, handed_in, tuple(_lost(stored, handed_in, where)))


def _received(stored: Ballot, ballot: Ballot, losses: tuple[Problem, ...]) -> Received:
    before, after = _scores(stored), _scores(ballot)
    kept = before.keys() & after.keys()
    same = sum(before[place] == after[place] for place in kept)
    return Received(ballot, len(after) - len(kept), len(kept) - same, same, losses)


def _scores(ballot: Ballot) -> dict[tuple[str, str], int]:
    return {
        (review.nomination, criterion): value
        for review in ballot.reviews.values()
        for criterion, value in review.scores.items()
    }


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


def _lost(stored: Ballot, handed_in: Ballot, where: str) -> Iterator[Problem]:
    for id, before in stored.reviews.items():
        after = handed_in.review(id)
        if _keeps(before, after) or _is_later(before, after):
            continue
        message = _("the stored review of {nomination} has something that this ballot does not have")
        told = message.format(nomination=id)
        yield Problem("error", where, f"review {id}", told, _ask_to_replace())

    if stored.confirmed and not handed_in.confirmed and _last_change(handed_in) <= stored.confirmed:
        message = _("the stored ballot is confirmed; this one is not, and no later")
        yield Problem("error", where, "confirmed", message, _ask_to_replace())


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

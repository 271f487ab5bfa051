"""What a result rests on, as far as it may leave the jury: jurors by pseudonym, no reasons, no contacts, no texts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import BudgetRules, DuplicateRules, IntakeRules, Juror, Rules
from nominate_tui.ranking.pseudonyms import pseudonyms


@dataclass(frozen=True, slots=True)
class Basis:
    """Everything that decides a result, and nothing else: who has it can work the result out again."""

    round: Round
    """Its jurors are J1, J2 …; its nominations have an id, a title, an organisation, and when their texts changed."""
    ballots: Mapping[str, Ballot]
    """By pseudonym: scores, abstentions, the kinds of conflicts of interest, and after which change of a text a review
    was given, as the time of that change. None of the reviews is empty."""


def basis_of(round: Round, ballots: Mapping[str, Ballot]) -> Basis:
    """The basis of a round; `ballots` are by juror id. The order of ballots and of the roster changes nothing.

    The basis of a basis is the same again.
    """
    names = pseudonyms(round.rules)
    anonymous = Round(
        _rules(round.rules, names),
        Nominations(tuple(map(_nomination, round.nominations))),
        tuple(_recusals(round, names)),
        round.verdicts,
        round.deliberation.named(names),
    )
    given = {name: ballots[id] for id, name in names.items() if id in ballots}
    return Basis(anonymous, {name: _ballot(anonymous, name, ballot) for name, ballot in given.items()})


def scored_after(changes: Sequence[Change], since: int) -> datetime | None:
    """The last change of a text before a review that `since` changes followed; `None` where none was before it."""
    whens = sorted(change.when for change in changes)
    return whens[len(whens) - since - 1] if since < len(whens) else None


def changes_since(nomination: Nomination, review: Review) -> int:
    """How many changes of a nomination's text followed the scores and abstentions of a review."""
    at = review.scored_at
    return sum(at is None or change.when > at for change in nomination.changes) if review.judged else 0


def _rules(rules: Rules, names: Mapping[str, str]) -> Rules:
    """The rules without what decides nothing: how documents are taken in, how duplicates are found, what costs what."""
    given = {juror.id: juror.nominations for juror in rules.jurors}
    return replace(
        rules,
        jurors=tuple(Juror(name, name, nominations=_in_order(given[id])) for id, name in names.items()),
        pseudonym_key="",
        duplicates=DuplicateRules(),
        intake=IntakeRules(),
        budget=BudgetRules(),
    )


def _in_order(ids: Iterable[str] | None) -> tuple[str, ...] | None:
    return None if ids is None else tuple(sorted(ids))


def _nomination(nomination: Nomination) -> Nomination:
    return Nomination(
        nomination.id, nomination.title, nomination.organisation, changes=tuple(nomination.changes)
    )


def _recusals(round: Round, names: Mapping[str, str]) -> Iterable[Recusal]:
    """The recusals set by others, by pseudonym, then in the order of the nominations, without their reasons."""
    juror = {id: place for place, id in enumerate(names)}
    nomination = {id: place for place, id in enumerate(round.nominations.ids)}
    known = [r for r in round.recusals if r.juror in juror and r.nomination in nomination]
    for recusal in sorted(known, key=lambda r: (juror[r.juror], nomination[r.nomination])):
        kind = Conflict(recusal.conflict.kind, "")
        yield replace(recusal, juror=names[recusal.juror], conflict=kind)


def _ballot(round: Round, name: str, ballot: Ballot) -> Ballot:
    given = (nomination for nomination in round.nominations if nomination.id in ballot.reviews)
    reviews = (_review(ballot.review(nomination.id), nomination) for nomination in given)
    return Ballot(round.rules.id, name, {review.nomination: review for review in reviews if not review.empty})


def _review(review: Review, nomination: Nomination) -> Review:
    conflict = Conflict(review.conflict.kind, "") if review.conflict else None
    after = scored_after(nomination.changes, changes_since(nomination, review)) if review.judged else None
    return Review(review.nomination, review.scores, review.abstained, conflict=conflict, changed=after)

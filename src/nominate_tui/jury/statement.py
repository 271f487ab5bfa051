"""What a juror says of a nomination in one go: all of it is checked before any of it reaches the ballot."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from nominate_tui.errors import BadInput, NotAllowed, Problem
from nominate_tui.jury import ruling
from nominate_tui.jury.admission import must_be_given
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale.catalogue import _
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.rules import Rules
from nominate_tui.notation.clean import clean, clean_line


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said of one nomination; what is absent stays as it is."""

    nomination: str
    scores: Mapping[str, int] = field(default_factory=dict)
    """By criterion id."""
    abstained: tuple[str, ...] = ()
    """The criteria that get no score on purpose."""
    cleared: tuple[str, ...] = ()
    """The criteria whose score or abstention is taken back."""
    still_holds: bool = False
    """Whether the scores hold for the text as it is now, which changed after they were given."""
    comment: str | None = None
    """For the chair; an empty string takes it back."""
    note: str | None = None
    """Private; an empty string takes it back."""
    flagged: bool | None = None
    """Whether to come back to it."""
    conflict: Conflict | None = None
    """A conflict of interest to declare."""
    no_conflict: bool = False
    """Whether a declared conflict is taken back."""


def state(desk: JurorDesk, said: Statement) -> None:
    """Put a statement into a juror's ballot, and return when it is on the disk.

    Raises:
        BadInput: The nomination, a criterion or a score does not exist in the round; nothing was changed.
        NotAllowed: The ballot may not be changed, or the juror is out for this nomination.
        CannotStore: The disk did not take it.
        ChangedMeanwhile: Another session wrote the ballot; what was said is kept beside it.
    """
    problems = tuple(_problems(desk, said))
    if problems:
        raise BadInput(problems)
    _must_be_in(desk, said)
    if said.no_conflict:
        desk.declare_conflict(said.nomination, None)
    _judge(desk, said)
    _write(desk, said)
    _keep(desk)


def confirm(desk: JurorDesk) -> None:
    """Confirm a ballot, and return when that is on the disk.

    Raises:
        NotAllowed: The ballot is confirmed already or may not be changed.
        CannotStore: The disk did not take it.
        ChangedMeanwhile: Another session wrote the ballot.
    """
    _must_be_open(desk)
    desk.confirm()
    _keep(desk)


def reopen(desk: JurorDesk) -> None:
    """Take the confirmation back, and return when that is on the disk; raises what `confirm` raises."""
    desk.reopen()
    _keep(desk)


def _keep(desk: JurorDesk) -> None:
    desk.flush()
    if desk.failure:
        raise desk.failure


def _must_be_open(desk: JurorDesk) -> None:
    if desk.ballot.confirmed and not desk.round.deliberation.locked:
        message = _("The ballot of {juror} is confirmed").format(juror=desk.juror.id)
        todo = _("to change it: nominate-tui reopen --as {juror}").format(juror=desk.juror.id)
        raise NotAllowed(message, todo=todo)
    if desk.closed_because:
        raise NotAllowed(desk.closed_because)


def _problems(desk: JurorDesk, said: Statement) -> Iterator[Problem]:
    rules = desk.round.rules
    if said.nomination not in desk.round.nominations:
        message = _("There is no nomination {nomination}").format(nomination=said.nomination)
        yield Problem("error", "", "", message, _("`nominate-tui ballot` lists them"))
    yield from _unknown_criteria(rules, said)
    yield from _off_the_scale(rules, said)
    if said.conflict:
        yield from _wrong_reason(said.conflict.reason)


def _wrong_reason(reason: str) -> Iterator[Problem]:
    try:
        ruling.said(reason)
    except NotAllowed as refused:
        yield Problem("error", "", "", refused.message, refused.todo)


def _unknown_criteria(rules: Rules, said: Statement) -> Iterator[Problem]:
    known = ", ".join(criterion.id for criterion in rules.criteria)
    for criterion in (*said.scores, *said.abstained, *said.cleared):
        if rules.criterion(criterion) is None:
            message = _("There is no criterion {criterion}").format(criterion=criterion)
            yield Problem("error", "", "", message, _("choose one of: {names}").format(names=known))


def _off_the_scale(rules: Rules, said: Statement) -> Iterator[Problem]:
    scale = rules.scale
    for criterion, value in said.scores.items():
        if value not in scale:
            todo = _("the scale goes from {min} to {max}").format(min=scale.min, max=scale.max)
            yield Problem("error", "", criterion, _("{value} is not on the scale").format(value=value), todo)


def _must_be_in(desk: JurorDesk, said: Statement) -> None:
    """Nothing may be changed before it is known that all of it may."""
    _must_be_open(desk)
    judged = said.scores or said.abstained or said.cleared or said.still_holds
    if said.scores or said.abstained:
        must_be_given(desk.nominations, said.nomination)
    if judged and desk.recusal_by_chair(said.nomination):
        raise NotAllowed(_("The chair has recused you from this nomination"))
    nomination, review = desk.round.nominations[said.nomination], desk.review(said.nomination)
    if said.still_holds and not replace(review, conflict=None).outdated_by(nomination):
        raise NotAllowed(_("The text has not changed since you scored it"))


def _judge(desk: JurorDesk, said: Statement) -> None:
    if said.still_holds:
        desk.still_holds(said.nomination)
    for criterion, value in said.scores.items():
        desk.score(said.nomination, criterion, value)
    for criterion in said.abstained:
        # To abstain again would take the abstention back.
        if criterion not in desk.review(said.nomination).abstained:
            desk.abstain(said.nomination, criterion)
    for criterion in said.cleared:
        desk.clear(said.nomination, criterion)


def _write(desk: JurorDesk, said: Statement) -> None:
    if said.comment is not None:
        desk.comment(said.nomination, clean(said.comment))
    if said.note is not None:
        desk.note(said.nomination, clean(said.note))
    if said.flagged not in (None, desk.review(said.nomination).flagged):
        desk.flag(said.nomination)
    if said.conflict is not None:
        reason = clean_line(said.conflict.reason)
        desk.declare_conflict(said.nomination, Conflict(said.conflict.kind, reason))

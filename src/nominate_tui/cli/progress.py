"""`nominate-tui progress`: who has scored what, and which nominations have enough reviews."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import click

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.options import despite_option, format_option, language_option, round_argument
from nominate_tui.cli.reading import chair_with_results
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.jury.progress import JurorProgress, NominationProgress, Progress
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.round import Round
from nominate_tui.tui.chair_words import when
from nominate_tui.tui.words import OUTDATED, SIGNS, STATES, is_told, read_before


@click.command(
    help=_("Tell how far each juror is, and which nominations have as many reviews as the round asks for.")
)
@round_argument
@format_option
@language_option
@despite_option
def progress(folder: Path, format: str, language: str | None, *, despite_problems: bool) -> None:
    """Tell how far the jury is."""
    desk = chair_with_results(folder, language, despite_problems=despite_problems)
    show(_answer(desk.round, desk.progress()), format)


def _answer(round: Round, told: Progress) -> Answer:
    return Answer(data=_data(round, told), sheet=_sheet(round, told), parts=list(_parts(round, told)))


def _data(round: Round, told: Progress) -> Mapping[str, object]:
    locked = round.deliberation.locked
    return {
        "quorum": round.rules.quorum,
        "locked": _iso(locked),
        "confirmed": told.confirmed,
        "below_quorum": list(told.below_quorum),
        "jurors": [_juror(juror) for juror in told.jurors],
        "nominations": [_nomination(round, row) for row in told.nominations],
        "problems": told.problems,
    }


def _juror(told: JurorProgress) -> dict[str, object]:
    return {
        "juror": told.juror.id,
        "name": told.juror.name,
        "states": {state.value: count for state, count in told.states.items()},
        "given": told.given,
        "unfinished": list(told.unfinished),
        "confirmed": _iso(told.confirmed),
        "changed": _iso(told.changed),
        "outdated": list(told.outdated),
    }


def _nomination(round: Round, row: NominationProgress) -> dict[str, object]:
    states = zip(round.rules.jurors, row.states, strict=True)
    return {
        "nomination": row.nomination,
        "title": round.nominations[row.nomination].title,
        "n": row.n,
        "quorum_met": row.quorum_met,
        "primary": row.primary,
        "states": {juror.id: state.value for juror, state in states},
        "outdated": {juror: _iso(change.when) for juror, change in row.outdated.items()},
    }


def _iso(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat().replace("+00:00", "Z")


def _sheet(round: Round, told: Progress) -> Sheet:
    """A row for each juror and nomination."""
    rows = [
        (juror.id, row.nomination, row.states[place].value, _changed(row, juror.id))
        for place, juror in enumerate(round.rules.jurors)
        for row in told.nominations
    ]
    return Sheet([Column(id, id) for id in ("juror", "nomination", "state", "text_changed")], rows)


def _changed(row: NominationProgress, juror: str) -> str | None:
    """When the text changed after the juror scored it; `None` where it did not."""
    change = row.outdated.get(juror)
    return _iso(change.when) if change else None


def _parts(round: Round, told: Progress) -> Iterator[Sheet | str]:
    states = [state for state in SIGNS if is_told(state, round.rules)]
    yield _jurors(told, states)
    yield _nominations(round, told)
    yield "  ".join(f"{SIGNS[state]} {_(STATES[state])}" for state in states)
    yield from _outdated(round, told)
    if told.below_quorum:
        message = _("Fewer reviews than the {quorum} that are asked for: {ids}")
        yield message.format(quorum=round.rules.quorum, ids=", ".join(told.below_quorum))
    if round.deliberation.locked:
        yield _("The round is locked since {time}").format(time=when(round.deliberation.locked))


def _outdated(round: Round, told: Progress) -> Iterator[str]:
    """A line for each nomination that was scored before its text changed."""
    for row in told.outdated:
        last = max(row.outdated.values(), key=lambda change: change.when)
        head = f"{OUTDATED} {row.nomination} {round.nominations[row.nomination].title}"
        yield f"{head}: {read_before(last)}: {', '.join(row.outdated)}"


def _jurors(told: Progress, states: Sequence[ReviewState]) -> Sheet:
    columns = [
        Column("", _("Juror")),
        *(Column("", _(STATES[state]), right=True, wanted=1) for state in states),
        Column("", _("Finished"), right=True),
        Column("", _("Confirmed")),
    ]
    return Sheet(columns, [_juror_row(juror, states) for juror in told.jurors])


def _juror_row(told: JurorProgress, states: Sequence[ReviewState]) -> Sequence[Cell]:
    return (
        f"{told.juror.name} ({told.juror.id})",
        *(told.states[state] for state in states),
        f"{told.finished}/{told.given}",
        when(told.confirmed) if told.confirmed else _("not yet"),
    )


def _nominations(round: Round, told: Progress) -> Sheet:
    jurors = [Column("", juror.id, wanted=1) for juror in round.rules.jurors]
    reviews, quorum = Column("", _("Reviews"), right=True), Column("", _("Quorum"))
    columns = [Column("", _("No."), right=True), Column("", _("Title")), *jurors, reviews, quorum]
    return Sheet(columns, [_nomination_row(round, row) for row in told.nominations])


def _nomination_row(round: Round, row: NominationProgress) -> Sequence[Cell]:
    stood_for = row.primary != row.nomination
    return (
        row.nomination,
        round.nominations[row.nomination].title,
        *_signs(round, row),
        row.n,
        _("under {primary}").format(primary=row.primary) if stood_for else row.quorum_met,
    )


def _signs(round: Round, row: NominationProgress) -> Iterator[str]:
    for juror, state in zip(round.rules.jurors, row.states, strict=True):
        yield SIGNS[state] + (OUTDATED if juror.id in row.outdated else "")

"""`nominate-tui ballot`: a juror's own ballot, and nobody else's."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.options import format_option, juror_option, language_option, round_argument
from nominate_tui.cli.reading import juror_at
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.ballot import Review
from nominate_tui.model.rounding import printed
from nominate_tui.model.rules import in_language
from nominate_tui.tui.chair_words import when
from nominate_tui.tui.standing_line import beyond_told
from nominate_tui.tui.words import STATES


@click.command(
    help=_("Print a juror's own ballot: every nomination, what is scored, and what is left to do.")
)
@round_argument
@juror_option
@format_option
@language_option
def ballot(folder: Path, juror: str, format: str, language: str | None) -> None:
    """Print a ballot."""
    with juror_at(folder, juror, language) as desk:
        show(_answer(desk), format)


def _answer(desk: JurorDesk) -> Answer:
    criteria = [criterion.id for criterion in desk.round.rules.criteria]
    ids = ("nomination", "title", "state", *(f"criterion_{id}" for id in criteria), "weighted", "flagged")
    nominations = (*desk.nominations.ids, *desk.own.beyond)
    confirmed = desk.ballot.confirmed
    return Answer(
        data={
            "juror": desk.juror.id,
            "confirmed": confirmed.isoformat().replace("+00:00", "Z") if confirmed else None,
            "finished": desk.own.finished,
            "given": len(desk.nominations),
            "reviews": [_review(desk, id) for id in nominations],
        },
        sheet=Sheet([Column(id, id) for id in ids], [_csv_row(desk, id) for id in nominations]),
        parts=list(_parts(desk)),
    )


def _review(desk: JurorDesk, id: str) -> dict[str, object]:
    review = desk.review(id)
    conflict = review.conflict or desk.recusal_by_chair(id)
    return {
        "nomination": id,
        "title": desk.round.nominations[id].title,
        "state": desk.state(id).value,
        "scores": dict(review.scores),
        "abstained": sorted(review.abstained),
        "weighted": _weighted(desk, id) or None,
        "comment": review.comment,
        "note": review.note,
        "conflict": {"kind": conflict.kind, "reason": conflict.reason} if conflict else None,
        "flagged": review.flagged,
    }


def _csv_row(desk: JurorDesk, id: str) -> Sequence[Cell]:
    review = desk.review(id)
    scores = (review.scores.get(criterion.id) for criterion in desk.round.rules.criteria)
    title = desk.round.nominations[id].title
    return (id, title, desk.state(id).value, *scores, _weighted(desk, id), review.flagged)


def _weighted(desk: JurorDesk, id: str) -> str:
    """The weighted score over what is scored so far, as it is printed; empty where nothing is."""
    weighted = desk.own.weighted_score(id)
    return "" if weighted is None else printed(weighted, desk.round.rules.decimals)


def _parts(desk: JurorDesk) -> Iterator[Sheet | str]:
    columns = [
        Column("", _("No."), right=True),
        Column("", _("Title")),
        Column("", _("State")),
        Column("", _("Scores")),
        Column("", _("Weighted score"), right=True),
        Column("", _("Flagged"), wanted=1),
    ]
    yield Sheet(columns, [_row(desk, id) for id in (*desk.nominations.ids, *desk.own.beyond)])
    labels = (in_language(criterion.label, catalogue.language()) for criterion in desk.round.rules.criteria)
    yield _("Scores, in this order: {criteria} (· not scored, – abstained)").format(
        criteria=", ".join(labels)
    )
    told = _("{juror}: {finished} of {all} finished")
    yield told.format(juror=desk.juror.name, finished=desk.own.finished, all=len(desk.nominations))
    if beyond := beyond_told(desk):
        yield beyond
    if desk.ballot.confirmed:
        yield _("Confirmed {time}").format(time=when(desk.ballot.confirmed))


def _row(desk: JurorDesk, id: str) -> Sequence[Cell]:
    review = desk.review(id)
    scores = " ".join(_score(review, criterion.id) for criterion in desk.round.rules.criteria)
    title = desk.round.nominations[id].title
    weighted = decimal(_weighted(desk, id))
    return (id, title, _(STATES[desk.state(id)]), scores, weighted, _("flagged") if review.flagged else "")


def _score(review: Review, criterion: str) -> str:
    return "–" if criterion in review.abstained else str(review.scores.get(criterion, "·"))

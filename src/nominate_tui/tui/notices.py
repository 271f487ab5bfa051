"""What a juror has to know of a nomination beside its text, in a line each."""

from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale.catalogue import _
from nominate_tui.locale.dates import day_and_month
from nominate_tui.tui.words import OUTDATED, fields_told


def notices(desk: JurorDesk, nomination: str) -> tuple[str, ...]:
    """That the juror is out, that the text changed since it was scored, that others are like it: what is so."""
    told = (out_because(desk, nomination), _outdated(desk, nomination), _alike(desk, nomination))
    return tuple(notice for notice in told if notice)


def out_because(desk: JurorDesk, nomination: str) -> str:
    """Why the juror is out for a nomination; empty for one who is not."""
    if by_chair := desk.recusal_by_chair(nomination):
        return _("× recused by the chair: {reason}").format(reason=by_chair.reason)
    conflict = desk.review(nomination).conflict
    return _("× conflict of interest: {reason}").format(reason=conflict.reason) if conflict else ""


def _outdated(desk: JurorDesk, nomination: str) -> str:
    change = desk.outdated(nomination)
    if change is None:
        return ""
    told = _("{sign} The text changed on {day} after you scored it (h: my scores still hold): {fields}")
    fields = fields_told(desk.round, change.fields)
    return told.format(sign=OUTDATED, day=day_and_month(change.when), fields=fields)


def _alike(desk: JurorDesk, nomination: str) -> str:
    alike = ", ".join(desk.lookalikes(nomination))
    return _("≈ Also nominated: {ids} · d shows them side by side").format(ids=alike) if alike else ""

"""How a juror's ballot stands, in the few words of the line at the top."""

from datetime import datetime

from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale.catalogue import _


def standing(desk: JurorDesk) -> str:
    """Who is judging what."""
    return f"{desk.juror.name} · {desk.round.rules.title}"


def saved(desk: JurorDesk) -> str:
    """How many are finished, and whether the last change is on the disk."""
    finished = _("{finished} of {all} finished").format(finished=desk.own.finished, all=len(desk.nominations))
    return f"{finished} · {_kept(desk)}"


def beyond_told(desk: JurorDesk) -> str:
    """What the juror judged without being asked to, which counts all the same; empty where there is nothing."""
    told = _("You were not asked to score {ids}; what you gave there is kept, and counts as any other.")
    return told.format(ids=", ".join(desk.own.beyond)) if desk.own.beyond else ""


def _kept(desk: JurorDesk) -> str:
    if desk.failure:
        return _("NOT SAVED: {reason}").format(reason=desk.failure.message)
    if desk.closed_because:
        return _("confirmed") if desk.ballot.confirmed else _("only to read")
    if not desk.all_saved:
        return _("saving …")
    return _("saved {time}").format(time=_clock(desk.saved)) if desk.saved else _("all saved")


def _clock(at: datetime) -> str:
    return at.astimezone().strftime("%H:%M:%S")

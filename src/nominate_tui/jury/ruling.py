"""What a decision of the chair must have: a reason, and nominations that are there."""

from dataclasses import replace

from nominate_tui.errors import NotAllowed
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.round import Round


def said(reason: str) -> str:
    """The reason, tidied.

    Raises:
        NotAllowed: It is empty.
    """
    if reason.strip():
        return reason.strip()
    raise NotAllowed(_("A reason is needed"), todo=_("say it in a sentence, for whoever asks a year later"))


def must_have(round: Round, *nominations: str) -> None:
    """Raise `NotAllowed` for a nomination that the round does not have."""
    for id in nominations:
        if id not in round.nominations:
            raise NotAllowed(_("There is no nomination {nomination}").format(nomination=id))


def verdict(round: Round, meant: Verdict) -> Verdict:
    """A verdict as it can stand: of duplicates the first is the primary where none was named.

    Raises:
        NotAllowed: It is about a nomination and itself or about one that is not there, its primary is neither
            of the two, or it has no reason.
    """
    must_have(round, meant.a, meant.b)
    if meant.a == meant.b:
        raise NotAllowed(_("A nomination is not a duplicate of itself"))
    if meant.kind != "duplicate":
        return replace(meant, reason=said(meant.reason), primary="")
    if meant.primary not in ("", meant.a, meant.b):
        raise NotAllowed(
            _("{primary} is neither {a} nor {b}").format(primary=meant.primary, a=meant.a, b=meant.b),
            todo=_("choose the primary among the two"),
        )
    return replace(meant, reason=said(meant.reason), primary=meant.primary or meant.a)

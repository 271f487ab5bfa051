"""Who may sit down at a juror's desk, whether the ballot may be written there, and what may be scored."""

from nominate_tui.errors import CannotStore, InUse, NotAllowed
from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Juror
from nominate_tui.store.contract import Hold, Store


def member(round: Round, juror: str) -> Juror:
    """The juror of that id.

    Raises:
        NotAllowed: The round has no such juror.
    """
    if found := round.rules.juror(juror):
        return found
    names = ", ".join(known.id for known in round.rules.jurors)
    raise NotAllowed(
        _("{juror} is not a juror of this round").format(juror=juror),
        todo=_("choose one of: {names}").format(names=names),
    )


def must_be_given(nominations: Nominations, nomination: str) -> None:
    """Raise `NotAllowed` for a nomination that is not among those a juror is to score."""
    if nomination not in nominations:
        raise NotAllowed(
            _("Nomination {id} is not among those that you are to score").format(id=nomination),
            todo=_("`nominate-tui ballot` lists them"),
        )


def hold(store: Store, juror: str) -> tuple[Hold | None, str]:
    """The right to write a ballot, or why it can only be read."""
    try:
        return store.hold(juror), ""
    except InUse:
        return None, _("This ballot is open in another window; here it can only be read")
    except CannotStore as error:
        return None, _("Nothing can be written here, so it can only be read: {reason}").format(reason=error)

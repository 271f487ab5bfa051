"""Names on the command line that a round does not have: then the command was wrong, and what there is is told."""

from collections.abc import Sequence

import click

from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import Rules


def wrong(message: str) -> click.UsageError:
    """The command was wrong: a whole sentence of ours, since what click writes before one may be in another language."""
    return click.UsageError(message, click.get_current_context())


def need_nominations(nominations: Nominations, *ids: str) -> None:
    """Raise a usage error for the first id that no nomination has."""
    for id in ids:
        if id not in nominations:
            known = ", ".join(nominations.ids) or _("none yet")
            raise wrong(_("there is no nomination {id}; there are: {known}").format(id=id, known=known))


def need_juror(rules: Rules, juror: str) -> None:
    """Raise a usage error for an id that no juror has."""
    if rules.juror(juror) is None:
        known = ", ".join(member.id for member in rules.jurors) or _("none yet")
        raise wrong(_("there is no juror {id}; there are: {known}").format(id=juror, known=known))


def need_criteria(rules: Rules, *ids: str) -> None:
    """Raise a usage error for the first id that no criterion has."""
    for id in ids:
        if rules.criterion(id) is None:
            known = ", ".join(criterion.id for criterion in rules.criteria)
            raise wrong(_("there is no criterion {id}; there are: {known}").format(id=id, known=known))


def need_form(known: Sequence[str], name: str) -> None:
    """Raise a usage error for a form that is not among the known ones."""
    if name not in known:
        message = _("there is no form {name}; there are: {known}")
        raise wrong(message.format(name=name, known=", ".join(known)))

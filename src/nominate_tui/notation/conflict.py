"""Reads the conflict of interest in a ballot or in a recusal: its kind, and the reason for the record."""

from nominate_tui.locale.catalogue import _
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict
from nominate_tui.notation.reader import Table


def conflict_in(entry: Table) -> Conflict:
    """The conflict in a table with the keys `kind` and `reason`, both of which must be there."""
    if "kind" not in entry:
        todo = _("write one of: {words}").format(words=", ".join(CONFLICT_KINDS))
        entry.problem("kind", _("{key} is missing").format(key="kind"), todo)
    return Conflict(entry.choice("kind", CONFLICT_KINDS, "other"), _reason(entry))


def _reason(entry: Table) -> str:
    if "reason" not in entry:
        message = _("{key} is missing").format(key="reason")
        entry.problem("reason", message, _("say the reason in a few words"))
    return entry.text("reason")

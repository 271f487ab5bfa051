"""Reads and writes a `[[juror]]` of `scoring.toml`: who scores, and which nominations."""

from collections import Counter
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.rules import Juror
from nominate_tui.notation.reader import Table
from nominate_tui.notation.wording import shown
from nominate_tui.notation.writing import table

JUROR_KEYS: Final = ("id", "name", "panel", "nominations")
"""What a `[[juror]]` may say."""


def read_juror(entry: Table) -> Juror:
    """A juror as the table says; whether the round has the nominations is not known here."""
    id = entry.identifier("id")
    return Juror(id, entry.filled("name", id), entry.line("panel"), _nominations(entry))


def juror_written(juror: Juror) -> str:
    """A juror as a table; what is absent when it is read is left out."""
    fields = {"id": juror.id, "name": juror.name, "panel": juror.panel or None}
    return table("[[juror]]", {**fields, "nominations": juror.nominations})


def _nominations(entry: Table) -> tuple[str, ...] | None:
    """What the juror is to score; `None`, which is everything, where nothing is said."""
    if "nominations" not in entry:
        return None
    ids = entry.lines("nominations")
    if entry.holds_nothing("nominations"):
        todo = _("name what this juror is to score; without the line it is all of them")
        entry.problem("nominations", _("{key} is empty").format(key="nominations"), todo)
    for id, times in Counter(ids).items():
        if times > 1:
            message = _("{id} stands here a second time").format(id=shown(id))
            entry.problem("nominations", message, _("name each nomination once"))
    return ids

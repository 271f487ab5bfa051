"""Reads and amends `data/recusals.toml`: who was taken out for which nomination by the chair or the secretariat."""

from collections.abc import Iterable, Mapping
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.conflict import Recusal
from nominate_tui.notation.clean import clean
from nominate_tui.notation.conflict import conflict_in
from nominate_tui.notation.reader import Document, Table

_RECUSAL: Final = ("juror", "nomination", "kind", "reason", "by", "at")
_BY: Final = ("chair", "secretariat")


def read_recusals(text: str | bytes, where: str) -> tuple[Recusal, ...]:
    """The recusals of a file, in its order; `where` is its name.

    Raises:
        BadInput: Something in it is not as it must be; every problem has its line and key path.
    """
    read = Document(text, where, ("recusal",))
    found: dict[tuple[str, str], Recusal] = {}
    for entry in read.root.tables("recusal", _RECUSAL):
        recusal = _recusal(entry)
        if _key(recusal) in found:
            message = _("this juror is taken out for this nomination already")
            entry.problem("nomination", message, _("keep one of the two recusals"))
        found[_key(recusal)] = recusal
    read.finish()
    return tuple(found.values())


def amend_recusals(text: str | bytes, where: str, recusals: Iterable[Recusal]) -> str:
    """The file with these recusals in the place of those in it; a person's comments and unchanged entries stay.

    Raises:
        BadInput: What is in the file is not as it must be.
    """
    # Imported here: tomlkit takes longer to load than all else that is needed to begin.
    from nominate_tui.notation.amend import amend

    old = [(_key(recusal), _fields(recusal)) for recusal in read_recusals(text, where)]
    new = [(_key(recusal), _fields(recusal)) for recusal in recusals]
    return amend(text, "recusal", old, new)


def _recusal(entry: Table) -> Recusal:
    return Recusal(
        juror=entry.needed("juror", 'juror = "anna"'),
        nomination=entry.needed("nomination", 'nomination = "15"'),
        conflict=conflict_in(entry),
        by=entry.choice("by", _BY, "chair"),
        at=entry.needed_moment("at"),
    )


def _key(recusal: Recusal) -> tuple[str, str]:
    return recusal.juror, recusal.nomination


def _fields(recusal: Recusal) -> Mapping[str, object]:
    return {
        "juror": recusal.juror,
        "nomination": recusal.nomination,
        "kind": recusal.conflict.kind,
        "reason": clean(recusal.conflict.reason),
        "by": recusal.by,
        "at": recusal.at,
    }

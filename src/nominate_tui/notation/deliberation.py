"""Reads and amends `data/deliberation.toml`: the lock of the round, the ties that were decided, what was adopted."""

from collections.abc import Mapping
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.deliberation import Deliberation, TieDecision
from nominate_tui.notation.amendments import AMENDMENT, amendment_fields, read_amendment
from nominate_tui.notation.clean import clean
from nominate_tui.notation.reader import Document, Table

_TIE: Final = ("order", "reason", "at")


def read_deliberation(text: str | bytes, where: str) -> Deliberation:
    """The decisions in a file; `where` is its name.

    Raises:
        BadInput: Something in it is not as it must be; every problem has its line and key path.
    """
    read = Document(text, where, ("locked", "tie", "amendment"))
    ties = _ties(read.root)
    amendments = tuple(map(read_amendment, read.root.tables("amendment", AMENDMENT)))
    locked = read.root.moment("locked")
    read.finish()
    return Deliberation(locked, ties, amendments)


def amend_deliberation(text: str | bytes, where: str, deliberation: Deliberation) -> str:
    """The file with these decisions in the place of those in it; a person's comments and unchanged entries stay.

    Raises:
        BadInput: What is in the file is not as it must be.
    """
    # Imported here: tomlkit takes longer to load than all else that is needed to begin.
    from nominate_tui.notation.amend import amend

    before = read_deliberation(text, where)
    top = {} if before.locked == deliberation.locked else {"locked": deliberation.locked}
    with_ties = amend(text, "tie", _all(before.ties), _all(deliberation.ties), top)
    # What was adopted is never taken out, so that its number is what it is found again by.
    old, new = (list(enumerate(map(amendment_fields, each.amendments))) for each in (before, deliberation))
    return amend(with_ties, "amendment", old, new)


def _ties(root: Table) -> tuple[TieDecision, ...]:
    found: list[TieDecision] = []
    for entry in root.tables("tie", _TIE):
        tie = _tie(entry)
        if tie in found:
            entry.problem("order", _("this decision stands here already"), _("keep one of the two"))
        found.append(tie)
    return tuple(found)


def _all(ties: tuple[TieDecision, ...]) -> list[tuple[TieDecision, Mapping[str, object]]]:
    return [(tie, _fields(tie)) for tie in ties]


def _tie(entry: Table) -> TieDecision:
    order = entry.lines("order")
    if len(order) < 2 or len(set(order)) < len(order):
        todo = _("write two or more different ids, the best first: {example}")
        message = _("this is not an order of nominations")
        entry.problem("order", message, todo.format(example='order = ["15", "3"]'))
    return TieDecision(order, entry.text("reason"), entry.needed_moment("at"))


def _fields(tie: TieDecision) -> Mapping[str, object]:
    return {"order": tie.order, "reason": clean(tie.reason), "at": tie.at}

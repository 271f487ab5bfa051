"""What a juror has to know of a nomination beside its text, in a line each."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from nominate_tui.jury.alike import Lookalike
from nominate_tui.jury.juror import JurorDesk
from nominate_tui.locale.catalogue import _, later
from nominate_tui.locale.dates import day_and_month
from nominate_tui.tui.words import OUTDATED, fields_told

_ALIKE: Final = {
    ("duplicate", True): later("Also nominated as {others}"),
    ("duplicate", False): later("Perhaps the same initiative: {others}"),
    ("related", True): later("Related: {others}"),
    ("related", False): later("Perhaps related: {others}"),
}
"""How look-alikes are told by their kind and by whether the chair settled it, in this order."""

_FEW: Final = 4
"""Look-alikes of one kind that are named on a juror's line, which may be narrow; of more, the first."""


def notices(desk: JurorDesk, nomination: str) -> tuple[str, ...]:
    """That the juror is out, that the text changed since it was scored, that others are like it: what is so."""
    told = (out_because(desk, nomination), _outdated(desk, nomination), *_alike(desk, nomination))
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


def alike_told(
    alike: Iterable[Lookalike], named: Callable[[str], str] = str, most: int | None = None
) -> Iterator[str]:
    """Look-alikes, a line for each kind; `named` gives the words for an id, `most` is how many of a kind are named."""
    found = tuple(alike)
    for kind, told in _ALIKE.items():
        if others := [named(each.id) for each in found if (each.kind, each.settled) == kind]:
            more = " …" if len(others) > len(others[:most]) else ""
            yield _(told).format(others=", ".join(others[:most]) + more)


def _alike(desk: JurorDesk, nomination: str) -> Iterator[str]:
    """Look-alikes by their ids, and at the end the key that shows them."""
    told = [*alike_told(desk.alike(nomination), most=_FEW)]
    yield from (f"≈ {line}" for line in told[:-1])
    yield from (_("≈ {told} (d: look)").format(told=line) for line in told[-1:])

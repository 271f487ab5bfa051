"""Reads and tells what was adopted in `data/deliberation.toml`: the entries `[[amendment]]`."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.model.deliberation import Amendment, Signed
from nominate_tui.model.rules import METHODS
from nominate_tui.model.what_if import Pairs, WhatIf
from nominate_tui.notation.clean import clean, clean_line
from nominate_tui.notation.reader import Table
from nominate_tui.notation.rules import weight_written

_WHAT: Final = ("weights", "method", "shortlist", "left_out", "set_aside")
_SIGNED: Final = ("by", "reason", "at")

AMENDMENT: Final = (*_WHAT, "before", "scored", *_SIGNED, "taken_back")
"""The keys of an entry."""

_ONE: Final = Fraction(1)


def read_amendment(entry: Table) -> Amendment:
    """One entry; what is wrong with it is noted in its document."""
    what = _what(entry)
    if what.empty:
        message = _("this amendment changes nothing")
        entry.problem("by", message, _("write one of: {words}").format(words=", ".join(_WHAT)))
    taken_back = _signed(entry.table("taken_back", _SIGNED)) if "taken_back" in entry else None
    scored = entry.whole("scored", 0, low=0) if "scored" in entry else None
    return Amendment(what, _what(entry.table("before", _WHAT)), _signed(entry), taken_back, scored)


def amendment_fields(amendment: Amendment) -> Mapping[str, object]:
    """What an entry says by key; `None` for a key that is absent."""
    back = amendment.taken_back
    return {
        **what_fields(amendment.what),
        "before": _there(what_fields(amendment.before)),
        "scored": amendment.scored,
        **_signed_fields(amendment.signed),
        "taken_back": None if back is None else _signed_fields(back),
    }


def what_fields(what: WhatIf) -> Mapping[str, object]:
    """What is tried or adopted as plain values, by key; `None` where it stays as it is."""
    aside = what.set_aside
    return {
        "weights": {id: weight_written(weight) for id, weight in what.weights.items()} or None,
        "method": what.method,
        "shortlist": what.shortlist,
        "left_out": None if what.left_out is None else sorted(what.left_out),
        "set_aside": None if aside is None else sorted(sorted(pair) for pair in aside),
    }


def _what(entry: Table) -> WhatIf:
    weights = entry.table("weights")
    return WhatIf(
        weights={id: weights.positive(id, _ONE) for id in weights},
        method=entry.choice("method", METHODS, "mean") if "method" in entry else None,
        shortlist=entry.whole("shortlist", 1, low=1) if "shortlist" in entry else None,
        left_out=frozenset(entry.lines("left_out")) if "left_out" in entry else None,
        set_aside=_pairs(entry) if "set_aside" in entry else None,
    )


def _pairs(entry: Table) -> Pairs:
    pairs = entry.groups("set_aside")
    if any(len(pair) != 2 or len(set(pair)) != 2 for pair in pairs):
        todo = _("write pairs of two different ids: {example}").format(example='set_aside = [["3", "11"]]')
        entry.problem("set_aside", _("not each of these is a pair of nominations"), todo)
    return frozenset(frozenset(pair) for pair in pairs)


def _signed(entry: Table) -> Signed:
    return Signed(entry.needed("by", 'by = "Karen Holm"'), entry.text("reason"), entry.needed_moment("at"))


def _signed_fields(signed: Signed) -> Mapping[str, object]:
    return {"by": clean_line(signed.by), "reason": clean(signed.reason), "at": signed.at}


def _there(fields: Mapping[str, object]) -> Mapping[str, object]:
    return {key: value for key, value in fields.items() if value is not None}

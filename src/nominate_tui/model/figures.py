"""Figures in a nomination: a small table of amounts, and how one amount is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

_WRITTEN: Final = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(?:-(-?[0-9]+(?:\.[0-9]+)?))?")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or a range of numbers, in the unit of its table."""

    low: Decimal
    high: Decimal
    """The same as `low` where it is no range."""

    def __str__(self) -> str:
        """`0.6`, or `1.0-3.0`; with a decimal point, and as many decimals as were written."""
        # As "f": `str` of a very small number has an exponent.
        return f"{self.low:f}" if self.low == self.high else f"{self.low:f}-{self.high:f}"


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of amounts: a line each, a column each."""

    unit: str
    """What is counted, as the form says it (`mio. kr.`)."""
    columns: tuple[str, ...]
    """What the columns are (`2026`)."""
    rows: Mapping[str, tuple[Amount | None, ...]] = field(default_factory=dict)
    """By the name of the line, one amount for each column; `None` for an empty cell, which is not zero."""


def amount_of(written: str) -> Amount | None:
    """The amount that a text writes in the manner of `str(Amount)`; `None` for any other text."""
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        return None
    return Amount(Decimal(found[1]), Decimal(found[2] or found[1]))

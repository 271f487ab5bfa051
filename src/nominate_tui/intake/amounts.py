"""Reads an amount as people write it in Danish and English forms."""

import re
from decimal import Decimal
from typing import Final

from nominate_tui.model.figures import Amount

_NUMBER: Final = r"-?[0-9]+(?:[.,][0-9]+)*"
_UNIT: Final = r"\s?(?:mio|mill)\b\.?(?:\s?kr\b\.?)?"

AMOUNT: Final = rf"{_NUMBER}(?:\s?[-–—]\s?{_NUMBER})?(?:{_UNIT})?"
"""An amount, or a range of amounts, with its unit or without: `0,6`, `1,0-3,0`, `0,9 mio.`."""

_WRITTEN: Final = re.compile(rf"({_NUMBER})(?:\s?[-–—]\s?({_NUMBER}))?(?:{_UNIT})?", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+")
_SEVERAL: Final = re.compile(AMOUNT, re.IGNORECASE)

EMPTY: Final = frozenset(("", "-", "–", "—"))
"""What a cell without an amount holds."""


def read_amount(written: str) -> Amount | None:
    """The amount that a person wrote; `None` where it is none.

    A comma is the decimal sign. A point is one too, unless three digits follow each: then it parts thousands.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        return None
    low = _decimal(found[1])
    high = _decimal(found[2]) if found[2] else low
    return None if low is None or high is None else Amount(low, high)


def amounts_in(text: str) -> tuple[str, ...]:
    """The amounts that stand one behind the other on a line."""
    return tuple(_SEVERAL.findall(text))


def _decimal(number: str) -> Decimal | None:
    if "," in number:
        whole, _comma, part = number.rpartition(",")
        return Decimal(f"{whole.replace('.', '')}.{part}") if part.isdecimal() and "," not in whole else None
    if _THOUSANDS.fullmatch(number):
        return Decimal(number.replace(".", ""))
    return Decimal(number) if number.count(".") <= 1 else None

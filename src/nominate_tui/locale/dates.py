"""Days in words, in the language spoken now."""

from datetime import datetime
from typing import Final

from nominate_tui.locale.catalogue import _, later

_MONTHS: Final = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)


def day_and_month(at: datetime) -> str:
    """The day of a moment on the wall, without the year: `22 November`."""
    local = at.astimezone()
    return _("{day} {month}").format(day=local.day, month=_(_MONTHS[local.month - 1]))

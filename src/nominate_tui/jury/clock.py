"""The time of day, asked in one place so that tests can say what time it is."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Tells the time, in UTC."""


def now() -> datetime:
    """The time in UTC, to the second: files are read by people."""
    return datetime.now(UTC).replace(microsecond=0)

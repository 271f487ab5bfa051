"""Tells keys, values and places in messages: clean, on one line, and short."""

from collections.abc import Collection
from datetime import date, time
from typing import Final

from nominate_tui.locale.catalogue import _
from nominate_tui.notation.clean import clean_line
from nominate_tui.notation.toml import KeyPath

_LONGEST: Final = 40
"""How many characters of a value or key a message repeats."""

_MOST_DIGITS: Final = 30
"""How many digits of a whole number are printed; one of thousands of digits cannot be printed at all."""


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that was probably meant; `None` where none is near."""
    # Imported here: difflib is needed only when something is wrong.
    from difflib import get_close_matches

    return next(iter(get_close_matches(word[:_LONGEST], known, n=1)), None)


def told(path: KeyPath) -> str:
    """A key path for a person, who counts from 1: `review[3].scores.spread` is in the third review."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{shown_key(part)}" for part in path)
    return "".join(parts).removeprefix(".")


def shown_key(key: str) -> str:
    """A key for a message: clean, on one line and short."""
    return _short(clean_line(key)) or '""'


def shown(value: object) -> str:
    """A value for a message: clean, on one line and short."""
    if isinstance(value, str):
        return f'"{_short(clean_line(value))}"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _whole(value)
    return str(value) if isinstance(value, float | date | time) else _kind(value)


def _whole(value: int) -> str:
    if abs(value) < 10**_MOST_DIGITS:
        return str(value)
    return _("a number of more than {count} digits").format(count=_MOST_DIGITS)


def _kind(value: object) -> str:
    return _("a list") if isinstance(value, list) else _("a table")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"

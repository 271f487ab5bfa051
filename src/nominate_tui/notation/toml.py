"""Parses TOML so that every way to fail is one clear problem with its line."""

from typing import Final

import tomli

from nominate_tui.errors import BadInput, Problem
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.clean import clean_line

KeyPath = tuple[str | int, ...]
"""Where a value stands: keys, and for elements of a list their place from 0: `("review", 3, "scores")`."""

BOM: Final = "\ufeff"
"""The byte order mark that some editors write before a text."""


def parse(text: str | bytes, where: str) -> dict[str, object]:
    """The values of a TOML document; `where` is the name of its file.

    Raises:
        BadInput: It is no TOML, or no UTF-8 text: one problem, with its line where that is known.
    """
    text = decoded(text, where)
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise _unreadable(f"{where}:{error.lineno}", error.msg) from None
    except (RecursionError, ValueError) as error:  # nested too deep; a number of thousands of digits
        raise _unreadable(where, str(error)) from None


def decoded(text: str | bytes, where: str) -> str:
    """The document as text, without a byte order mark.

    Raises:
        BadInput: It is no UTF-8.
    """
    if isinstance(text, str):
        return text.removeprefix(BOM)
    try:
        return text.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise _not_utf8(f"{where}:{line}") from None


def _unreadable(where: str, reason: str) -> BadInput:
    message = _("this is not valid TOML: {reason}").format(reason=clean_line(reason)[:200])
    return BadInput(
        [Problem("error", where, "", message, _("mend the file by hand, or put back a copy of it"))]
    )


def _not_utf8(where: str) -> BadInput:
    message = _("this is not UTF-8 text")
    return BadInput([Problem("error", where, "", message, _("save the file again with the encoding UTF-8"))])

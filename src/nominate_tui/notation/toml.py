"""Parses TOML so that every way to fail is one clear problem with its line."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

import tomli

from nominate_tui.errors import BadInput, Problem
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.clean import clean_line

KeyPath = tuple[str | int, ...]
"""Where a value stands: keys, and for elements of a list their place from 0: `("review", 3, "scores")`."""

BOM: Final = "\ufeff"
"""The byte order mark that some editors write before a text."""

_DEEPEST: Final = 400
"""How many brackets on one line are surely too many; the parser stops at so many levels, or at 1,000 parts of a key."""

_ALONE: Final = re.compile(r"\r(?!\n)")
"""A carriage return that belongs to no line end of TOML."""

_ENDLESS: Final = re.compile(r"[0-9_]{4301,}")
"""A whole number of more digits than Python reads."""


def parse(text: str | bytes, where: str) -> dict[str, object]:
    """The values of a TOML document; `where` is the name of its file.

    Raises:
        BadInput: It is no TOML, or no UTF-8 text: one problem, with its line where that is known.
    """
    text = decoded(text, where)
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise _invalid(text, where, error) from None
    except RecursionError:
        reason = _("values are nested too deep, or a key has too many parts")
        raise _unreadable(f"{where}:{_deepest_line(text)}", reason) from None
    except ValueError:
        raise _unreadable(f"{where}:{_line_of(text, _ENDLESS)}", _("a number has too many digits")) from None


def decoded(text: str | bytes, where: str) -> str:
    """The document as text, without a byte order mark.

    Raises:
        BadInput: It is no UTF-8.
    """
    if isinstance(text, str):
        return text.removeprefix(BOM)
    if _is_utf16(text):
        message, todo = _("this is saved as UTF-16"), _("save the file again with the encoding UTF-8")
        raise BadInput([Problem("error", where, "", message, todo)])
    try:
        return text.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = text.count(b"\n", 0, error.start) + 1
        raise _not_utf8(f"{where}:{line}") from None


def _is_utf16(text: bytes) -> bool:
    """Whether bytes begin as UTF-16 does: with its mark, or with a letter of which one byte is empty."""
    return text.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or text[:2].count(0) == 1


def _invalid(text: str, where: str, error: tomli.TOMLDecodeError) -> BadInput:
    """What the parser says; or, where it stumbled over a line end that TOML does not have, that."""
    alone = _ALONE.search(text)
    if alone and (line := _line_at(text, alone.start())) <= error.lineno:
        message = _("a line ends with CR alone, as on old Macs, which TOML does not know")
        todo = _("save the file again with line ends of today: LF or CRLF")
        return BadInput([Problem("error", f"{where}:{line}", "", message, todo)])
    return _unreadable(f"{where}:{error.lineno}", error.msg)


def _line_at(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _line_of(text: str, pattern: re.Pattern[str]) -> int:
    """The line of the first place that a pattern fits; 1 where none does."""
    found = pattern.search(text)
    return _line_at(text, found.start()) if found else 1


def _deepest_line(text: str) -> int:
    """The first line with very many brackets or points; 1 where the depth is spread over lines."""
    lines = enumerate(text.split("\n"), start=1)
    return next((number for number, line in lines if sum(map(line.count, "[{.")) >= _DEEPEST), 1)


def _unreadable(where: str, reason: str) -> BadInput:
    message = _("this is not valid TOML: {reason}").format(reason=clean_line(reason)[:200])
    return BadInput(
        [Problem("error", where, "", message, _("mend the file by hand, or put back a copy of it"))]
    )


def _not_utf8(where: str) -> BadInput:
    message = _("this is not UTF-8 text")
    return BadInput([Problem("error", where, "", message, _("save the file again with the encoding UTF-8"))])

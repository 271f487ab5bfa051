"""Finds out in which encoding a text was written, and decodes it; what was guessed or is wrong is told.

In this order: a byte order mark says what it is; NUL bytes at every other place are UTF-16 (which in English is
UTF-8 too, so this is looked at before); what is UTF-8 throughout is UTF-8, since hardly any text in another
encoding happens to be. Of the rest, a text that is UTF-8 at most of its places that could tell has a few wrong
bytes. Else it is read as Windows-1252 where that has a character for each byte and these are sprinkled as in
western text: three letters beyond ASCII in a row are rare there, and the rule in Greek, Russian or garbage. What
is left is no encoding that is known. Wrong bytes become U+FFFD and are named.
"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Iterator
from itertools import islice
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.locale.catalogue import _

_MARKS: Final = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 stands before UTF-16, whose mark it begins with."""

_UNREADABLE: Final = "\ufffd"

_MOST_NAMED: Final = 10
"""How many wrong places a warning names."""

_NULS_OF_UTF16: Final = 0.3
"""The share of characters below U+0100, and so with a NUL, from which on a text may be UTF-16: western text has nine
in ten."""

_LETTERS: Final = re.compile(rb"[\xc0-\xff]+")
"""Where Windows-1252 has its letters beyond ASCII."""
_MOST_IN_A_ROW: Final = 2


def decoded(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text of these bytes, without a byte order mark, and a warning where it was guessed or has wrong bytes.

    `name` is the document's, clean. A wrong byte of UTF-8, and a wrong character of UTF-16 and UTF-32, is one U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _as(name, data[len(mark) :], encoding)
    if utf16 := _utf16_without_mark(data):
        return _as(name, data, utf16)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _no_utf8(name, data)


def _as(name: str, body: bytes, encoding: str) -> tuple[str, tuple[Problem, ...]]:
    """The text in an encoding that is known."""
    try:
        return body.decode(encoding), ()
    except UnicodeDecodeError:
        return body.decode(encoding, "replace"), (_wrong(name, body, encoding),)


def _utf16_without_mark(data: bytes) -> str | None:
    """The byte order of UTF-16, by the halves of its characters that are NUL."""
    if b"\0" not in data:
        return None
    first, second = data[0::2].count(0), data[1::2].count(0)
    most, least = max(first, second), min(first, second)
    if most * 2 <= len(data) * _NULS_OF_UTF16 or least * 10 > most:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _no_utf8(name: str, data: bytes) -> tuple[str, tuple[Problem, ...]]:
    if not _is_mostly_utf8(data) and _is_western(data):
        try:
            return data.decode("cp1252"), (_guessed(name),)
        except UnicodeDecodeError:
            pass  # Windows-1252 has no character for five of the bytes
    return _as(name, data, "utf-8")


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether at least as many characters beyond ASCII are right in UTF-8 as are wrong."""
    right = data.decode("utf-8", "ignore")
    beyond = len(right) - len(right.encode("ascii", "ignore"))
    return beyond > 0 and beyond >= _marks_put(data, "utf-8")


def _is_western(data: bytes) -> bool:
    runs = [len(run) for run in _LETTERS.findall(data)]
    return 2 * sum(length for length in runs if length > _MOST_IN_A_ROW) <= sum(runs)


def _guessed(name: str) -> Problem:
    message = _("the text is no UTF-8 and was read as Windows-1252, which is a guess")
    return Problem("warning", name, "", message, _("look whether letters such as æ, ø and é are right"))


def _wrong(name: str, body: bytes, encoding: str) -> Problem:
    """The warning that names each line with wrong bytes."""
    lines: dict[int, bytes] = {}
    named = 0
    for start, wrong in islice(_wrong_places(body, encoding), _MOST_NAMED):
        line = _line_at(body[:start], encoding)
        lines[line] = lines.get(line, b"") + wrong
        named += 1
    told = [_("line {line}: {bytes}").format(line=line, bytes=_hex(wrong)) for line, wrong in lines.items()]
    if more := _marks_put(body, encoding) - named:
        told.append(_("and {count} more").format(count=more))
    message = _("bytes that are not {encoding} were replaced by \N{REPLACEMENT CHARACTER} ({places})")
    return Problem(
        "warning",
        f"{name}:{next(iter(lines))}",
        "",
        message.format(encoding=encoding[:6].upper().rstrip("-"), places="; ".join(told)),
        _("save the document as plain text in UTF-8 and take it in again"),
    )


def _wrong_places(body: bytes, encoding: str) -> Iterator[tuple[int, bytes]]:
    """Where bytes are wrong, and which, in order."""
    start = 0
    while start < len(body):
        try:
            body[start:].decode(encoding)
        except UnicodeDecodeError as error:
            end = max(error.end, error.start + 1)
            yield start + error.start, error.object[error.start : end]
            start += end
        else:
            return


def _marks_put(body: bytes, encoding: str) -> int:
    """How many U+FFFD stand for wrong bytes; the text may have had some of its own."""
    own = body.decode(encoding, "ignore").count(_UNREADABLE)
    return body.decode(encoding, "replace").count(_UNREADABLE) - own


def _line_at(before: bytes, encoding: str) -> int:
    """The number of the line that what stands before ends in."""
    text = before.decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    return text.count("\n") + 1


def _hex(wrong: bytes) -> str:
    return wrong.hex(" ").upper()

"""Reads a plain text document: its lines, where each stands, and the digest of the whole."""

import hashlib
import math
import re
from collections.abc import Sequence
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.document import CELL, PAGE_BREAK, Document
from nominate_tui.intake.readers.encoding import decoded
from nominate_tui.intake.readers.mend import mended
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean_line

_SIGNATURES: Final = (
    (0, b"\x89PNG", later("a PNG picture")),
    (0, b"\xff\xd8\xff", later("a JPEG picture")),
    (0, b"GIF8", later("a GIF picture")),
    (0, b"II*\0", later("a TIFF picture")),
    (0, b"MM\0*", later("a TIFF picture")),
    (8, b"WEBP", later("a WebP picture")),
    (4, b"ftyphei", later("a HEIC picture")),
    (0, b"%PDF-", later("a PDF document")),
    (0, b"PK\x03\x04", later("a Word document, a spreadsheet or a ZIP archive")),
    (0, b"\xd0\xcf\x11\xe0", later("an old Word document or spreadsheet")),
    (0, b"{\\rtf", later("a document in RTF")),
    (0, b"\x1f\x8b", later("a compressed file")),
)
"""What files that are no text have at a certain byte."""

_BLANK: Final = "\ufeff \t\r\n\f\0"

_MOST_NULS: Final = 0.05
_MOST_UNREADABLE: Final = 0.25
"""The shares of NUL and of unreadable characters from which on a file is no text."""

_FEED: Final = re.compile(r"(\S[^\S\f]*)?\f")
_BREAK: Final = re.compile("[\u2028\u2029]")
"""Line separator and paragraph separator end a line that an editor does not count."""

_MARKER: Final = re.compile(r"[^\w\s]|\(?(?:[0-9]{1,3}|[A-Za-z])(?:\.[0-9]{1,2})*[.)]")
"""What stands before an item of a list, with a tab behind it that is no cell's."""


def read_text(name: str, data: bytes, limits: Limits) -> tuple[Document, ...]:
    """The document that these bytes are; always one.

    A form feed is read as `PAGE_BREAK` blank lines. Tabs at the ends of a line and behind the marker of a list
    item are white space; other tabs stay, a row of them as one, since text that was copied from a table has them
    between its cells (`CELL`). What was guessed, mended or left out is in the notices.

    Raises:
        BadInput: The document is too large, is empty or is no text.
    """
    name = clean_line(name)
    text, notices = text_of(name, data, limits)
    lines, places = _lines(text)
    if "\t" in text:
        lines = [_in_cells(line) if "\t" in line else line for line in lines]
    whole, repairs = mended(name, lines, places)
    sha256 = hashlib.sha256(data).hexdigest()
    return (Document(name, sha256, whole, places, notices=(*notices, *repairs)),)


def text_of(name: str, data: bytes, limits: Limits) -> tuple[str, tuple[Problem, ...]]:
    """The text that these bytes are, not clean yet, and what is to be said about its encoding. `name` is clean.

    Raises:
        BadInput: They are too many, nothing, or no text.
    """
    _refuse_too_large(name, data, limits)
    _refuse_other_kinds(name, data)
    if data and not data.strip(b"\0"):
        message = _("the document has nothing but NUL characters, as a copy has that was broken off")
        raise refused(name, message, _("get the document once more, and take that in"))
    text, notices = decoded(name, data)
    if not text.strip(_BLANK):
        raise refused(name, _("the document is empty"), _("take in the document that has the nominations"))
    strange = text.count("\0") / _MOST_NULS + text.count("\N{REPLACEMENT CHARACTER}") / _MOST_UNREADABLE
    if strange > len(text):
        raise _no_text(name, _("a binary file"))
    return text, notices


def _refuse_too_large(name: str, data: bytes, limits: Limits) -> None:
    if len(data) > limits.document_bytes:
        message = _("the document has {size} MB, and at most {most} MB are read")
        message = message.format(size=math.ceil(len(data) / 10**6), most=limits.document_mb)
        raise refused(name, message, _("divide it into several documents, and take in all of them at once"))


def _refuse_other_kinds(name: str, data: bytes) -> None:
    for start, signature, kind in _SIGNATURES:
        if data.startswith(signature, start):
            raise _no_text(name, _(kind))


def _no_text(name: str, kind: str) -> BadInput:
    message = _("the document is not plain text but {kind}").format(kind=kind)
    return refused(name, message, _("save it as plain text in UTF-8 and take that in"))


def _lines(text: str) -> tuple[Sequence[str], Sequence[int]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not any(sign in text for sign in "\f\u2028\u2029"):
        return lines, range(1, len(lines) + 1)
    return _numbered_apart(lines)


def _numbered_apart(lines: list[str]) -> tuple[Sequence[str], Sequence[int]]:
    """Lines that an editor counts as one, and a reader sees as several, keep the one number."""
    numbered = [(part, number) for number, line in enumerate(lines, start=1) for part in _parts(line)]
    return [part for part, _number in numbered], [number for _part, number in numbered]


def _parts(line: str) -> Sequence[str]:
    return _BREAK.split(_FEED.sub(_page_end, line) if "\f" in line else line)


def _page_end(feed: re.Match[str]) -> str:
    """A page's end, in separators; one more ends the line that the feed stands on."""
    return f"{feed[1]}\u2028" + "\u2028" * PAGE_BREAK if feed[1] else "\u2028" * PAGE_BREAK


def _in_cells(line: str) -> str:
    cells = [cell for cell in (part.strip(" \xa0") for part in line.split("\t")) if cell]
    if len(cells) > 1 and _MARKER.fullmatch(cells[0]):
        cells[:2] = [f"{cells[0]} {cells[1]}"]
    return CELL.join(cells)

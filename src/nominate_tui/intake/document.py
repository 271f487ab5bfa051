"""Reads a plain text document: its lines, where each stands, and the digest of the whole."""

import hashlib
import math
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.locale.catalogue import _, later
from nominate_tui.notation.clean import clean, is_ordinary
from nominate_tui.store.regular import other_kind

MOST_BYTES: Final = 20_000_000
"""The size of the largest document that is read: ten thousand pages of text."""

PAGE_BREAK: Final = 3
"""The number of blank lines that a converter writes between two pages; a form feed is read as so many."""

_SIGNATURES: Final = (
    (b"\x89PNG", later("a PNG picture")),
    (b"\xff\xd8\xff", later("a JPEG picture")),
    (b"GIF8", later("a GIF picture")),
    (b"%PDF-", later("a PDF document")),
    (b"PK\x03\x04", later("a Word document, a spreadsheet or a ZIP archive")),
    (b"\xd0\xcf\x11\xe0", later("an old Word document or spreadsheet")),
    (b"\x1f\x8b", later("a compressed file")),
    (BOM_UTF32_LE, later("text in UTF-32")),
    (BOM_UTF32_BE, later("text in UTF-32")),
)
"""How files that are no text begin. UTF-32 stands before UTF-16, whose mark it starts with."""

_ENCODINGS: Final = ((BOM_UTF8, "utf-8"), (BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be"))

_BREAK: Final = re.compile("[\f\u2028\u2029]")
"""Form feed, line separator, paragraph separator: they end a line that an editor does not count."""

_MOST_NULS: Final = 0.05
"""The share of NUL signs from which on a file is no text: UTF-16 without its mark has a half."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document as lines of clean text."""

    name: str
    """The name of the file, without its folder."""
    sha256: str
    """The digest of the whole file, in hexadecimal digits."""
    lines: tuple[str, ...]
    """Without the white space around them; a blank line is an empty string."""
    numbers: Sequence[int]
    """For each of `lines` its number in the file, from 1."""

    def where(self, index: int) -> str:
        """The address of a line, by its index in `lines`: `file.txt:12`."""
        return f"{self.name}:{self.numbers[index]}"


def read_document(path: Path) -> Document:
    """The document in a file.

    Raises:
        BadInput: The file cannot be read, is too large, is empty or is no text in UTF-8 or UTF-16.
    """
    try:
        _refuse_unread(path)
        data = path.read_bytes()
    except OSError as error:
        raise _refused(
            path.name,
            _("the document cannot be read: {reason}").format(reason=error.strerror or error),
            _("check the name and whether you may read the file"),
        ) from error
    return document_of(path.name, data)


def _refuse_unread(path: Path) -> None:
    """Refuse what is not worth reading, or would never end: a pipe, a device, a file that is too large."""
    name = clean(path.name)
    if kind := other_kind(path):
        message = _("this is not a document but {kind}").format(kind=kind)
        raise _refused(name, message, _("name the file of a document"))
    if (size := path.stat().st_size) > MOST_BYTES:
        message = _("the document has {size} MB, and at most {most} MB are read")
        message = message.format(size=math.ceil(size / 10**6), most=MOST_BYTES // 10**6)
        raise _refused(name, message, _("divide it into several documents, and take in all of them at once"))


def document_of(name: str, data: bytes) -> Document:
    """The document that these bytes are.

    Raises:
        BadInput: The bytes are empty or no text in UTF-8 or UTF-16.
    """
    shown = clean(name)
    _refuse_other_kinds(shown, data)
    text = _decoded(shown, data)
    if data and not data.strip(b"\0"):
        message = _("the document has nothing but NUL characters, as a copy has that was broken off")
        raise _refused(shown, message, _("get the document once more, and take that in"))
    if not text.strip("\ufeff \t\r\n\f\0"):
        raise _refused(shown, _("the document is empty"), _("take in the document that has the nominations"))
    if text.count("\0") > len(text) * _MOST_NULS:
        raise _no_text(shown, _("a binary file"))
    lines, numbers = _lines(text)
    return Document(shown, hashlib.sha256(data).hexdigest(), lines, numbers)


def _refuse_other_kinds(name: str, data: bytes) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise _no_text(name, _(kind))


def _no_text(name: str, kind: str) -> BadInput:
    message = _("the document is not plain text but {kind}").format(kind=kind)
    return _refused(name, message, _("save it as plain text in UTF-8 and take that in"))


def _refused(where: str, message: str, todo: str) -> BadInput:
    return BadInput([Problem("error", where, "", message, todo)])


def _decoded(name: str, data: bytes) -> str:
    mark, encoding = next(
        ((mark, kind) for mark, kind in _ENCODINGS if data.startswith(mark)), (b"", "utf-8")
    )
    body = data[len(mark) :]
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, body, encoding, error) from error


def _undecodable(name: str, body: bytes, encoding: str, error: UnicodeDecodeError) -> BadInput:
    before = body[: error.start].decode(encoding)
    line = len(before.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    wrong = body[error.start : max(error.end, error.start + 1)].hex(" ").upper()
    message = _("the bytes {bytes} are not {encoding}").format(
        bytes=wrong, encoding=encoding[:6].upper().rstrip("-")
    )
    return _refused(
        f"{name}:{line}", message, _("save the document as plain text in UTF-8 and take it in again")
    )


def _lines(text: str) -> tuple[tuple[str, ...], Sequence[int]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _BREAK.search(text):
        cleaned = lines if is_ordinary(text) else map(clean, lines)
        return tuple(map(str.strip, cleaned)), range(1, len(lines) + 1)
    return _numbered_apart(lines)


def _numbered_apart(lines: list[str]) -> tuple[tuple[str, ...], Sequence[int]]:
    """Lines that an editor counts as one, and a reader sees as several, keep the one number."""
    numbered = [
        (clean(part).strip(), number)
        for number, line in enumerate(lines, start=1)
        for part in _BREAK.split(line.replace("\f", "\f" * PAGE_BREAK))
    ]
    return tuple(part for part, _number in numbered), tuple(number for _part, number in numbered)

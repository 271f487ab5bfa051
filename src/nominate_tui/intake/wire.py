"""What the process that reads documents and the one that asks it say to each other: JSON, in frames of known length.

What comes from the reading process is not trusted, since it handled files of strangers: every shape is checked,
and all text is cleaned once more. Text that is ordinary, which most is, passes that with one search over the
whole document, a fifth of a second for 30 MB.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import IO, Final

from nominate_tui.errors import BadInput, Problem, Severity
from nominate_tui.intake.beyond import broken_off
from nominate_tui.intake.document import Document, Read, Ready, Row, Sheet
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean, clean_line, is_ordinary

_LENGTH: Final = struct.Struct(">Q")
"""How the length of a frame is written, in bytes, before the frame."""

_SEVERITIES: Final[Mapping[str, Severity]] = {"error": "error", "warning": "warning"}
_DIGITS: Final = frozenset("0123456789abcdef")

_NO_ANSWER: Final = (ValueError, TypeError, KeyError, OverflowError, RecursionError, BadInput)
"""What is raised where bytes are not of the shape of an answer."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reading process is told once, before anything else."""

    limits: Limits
    language: str
    """The language of its messages, as its ISO 639-1 code."""


@dataclass(frozen=True, slots=True)
class Request:
    """One document to be read."""

    path: str
    """Where the file lies, from the root of the disk."""
    name: str
    """What the file is called: in problems, and in what is read."""
    member: str | None = None
    """The name of a document in the archive that the file is; `None` for the file itself."""

    @property
    def document(self) -> str:
        """What the document asked for is called: `form.pdf`, or `archive.zip/form.pdf`."""
        return self.name if self.member is None else f"{self.name}/{self.member}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a document."""

    reads: tuple[Read, ...] = ()
    problems: tuple[Problem, ...] = ()
    members: tuple[str, ...] = ()
    """Of an archive the names of the documents in it, to be asked for one by one."""
    last: bool = False
    """Whether the process came to its end with this answer."""


# Frames


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Send some bytes so that the other side knows where they end.

    Raises:
        OSError: Nobody is listening any more.
    """
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes], most: int) -> bytes | None:
    """The next bytes that were sent, at most so many; `None` where no more come, or more than that."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    length: int = _LENGTH.unpack(head)[0]
    if length > most:
        return None
    data = stream.read(length)
    return data if len(data) == length else None


# To the reading process, which trusts what it is told


def settings_packed(settings: Settings) -> bytes:
    """The settings as bytes."""
    return json.dumps(asdict(settings)).encode()


def settings_in(data: bytes) -> Settings:
    """The settings in bytes of `settings_packed`."""
    found = json.loads(data)
    return Settings(Limits(**found["limits"]), found["language"])


def request_packed(request: Request) -> bytes:
    """A request as bytes; a path that is no Unicode (`os.fsdecode`) comes through."""
    return json.dumps(asdict(request)).encode()


def request_in(data: bytes) -> Request:
    """The request in bytes of `request_packed`."""
    return Request(**json.loads(data))


# From the reading process


def answer_packed(answer: Answer) -> bytes:
    """An answer as bytes."""
    packed = {
        "reads": [_read_packed(read) for read in answer.reads],
        "problems": [asdict(problem) for problem in answer.problems],
        "members": answer.members,
        "last": answer.last,
    }
    return json.dumps(packed, ensure_ascii=False).encode()


def answer_in(data: bytes, name: str) -> Answer:
    """The answer in bytes of `answer_packed`; `name` is that of the document.

    Raises:
        BadInput: The bytes are no answer.
    """
    try:
        found = _table(json.loads(data.decode()))
        return Answer(
            tuple(map(_read, _list(found["reads"]))),
            tuple(map(_problem, _list(found["problems"]))),
            _cleaned(_list(found["members"])),
            _flag(found["last"]),
        )
    except _NO_ANSWER as error:
        raise BadInput([broken_off(name, _("its answer is none"))]) from error


def _read_packed(read: Read) -> Mapping[str, object]:
    notices = [asdict(notice) for notice in read.notices]
    return {"name": read.name, "sha256": read.sha256, "notices": notices, **_content(read)}


def _content(read: Read) -> Mapping[str, object]:
    """The content in few pieces, since each costs time: lines as one text, cells row after row."""
    if isinstance(read, Document):
        lines = "\n".join(read.lines)
        return {"lines": lines, "places": _places_packed(read.places), "wrapped": read.wrapped}
    if isinstance(read, Sheet):
        return {
            "header": read.header,
            "header_place": read.header_place,
            "places": [row.place for row in read.rows],
            "cells": [cell for row in read.rows for cell in row.cells],
        }
    # Imported here: the notation loads much that few documents need.
    from nominate_tui.notation.nominations import write_nominations

    return {"toml": write_nominations(read.nominations)}


def _places_packed(places: Sequence[int | str]) -> object:
    if isinstance(places, range):
        return {"first": places.start, "count": len(places)}
    return tuple(places)


def _read(value: object) -> Read:
    found = _table(value)
    name = clean_line(_text(found["name"]))
    sha256 = _digest(found["sha256"])
    notices = tuple(map(_problem, _list(found["notices"])))
    if "lines" in found:
        places = _places(found["places"])
        lines = _lines(_text(found["lines"]), len(places))
        return Document(name, sha256, lines, places, _flag(found["wrapped"]), notices)
    if "cells" in found:
        header = _cleaned(_list(found["header"]))
        rows = _rows(_list(found["places"]), _list(found["cells"]), len(header))
        return Sheet(name, sha256, header, _place(found["header_place"]), rows, notices)
    # Imported here, as above.
    from nominate_tui.notation.nominations import read_nominations

    return Ready(name, sha256, read_nominations(_text(found["toml"]), name), notices)


def _lines(text: str, count: int) -> tuple[str, ...]:
    lines = text.split("\n") if count else []
    if len(lines) != count:
        raise ValueError(count)
    return tuple(lines) if is_ordinary(text) else tuple(map(clean, lines))


def _rows(places: list[object], cells: list[object], width: int) -> tuple[Row, ...]:
    if len(cells) != len(places) * width:
        raise ValueError(len(cells))
    cleaned = _cleaned(cells)
    starts = range(0, len(cells), width or 1)
    return tuple(
        Row(_place(place), cleaned[start : start + width])
        for place, start in zip(places, starts, strict=True)
    )


def _places(value: object) -> Sequence[int | str]:
    if isinstance(value, dict):
        first = _whole(value["first"])
        return range(first, first + _whole(value["count"]))
    return tuple(map(_place, _list(value)))


def _place(value: object) -> int | str:
    return value if type(value) is int else clean_line(_text(value))


def _problem(value: object) -> Problem:
    found = _table(value)
    where, field, message, todo = (
        clean_line(_text(found[key])) for key in ("where", "field", "message", "todo")
    )
    return Problem(_SEVERITIES[_text(found["severity"])], where, field, message, todo)


def _cleaned(values: list[object]) -> tuple[str, ...]:
    """Texts that are cleaned; most need no cleaning, so they are looked at together."""
    texts = tuple(text for text in values if isinstance(text, str))
    if len(texts) != len(values):
        raise TypeError(len(values))
    return texts if is_ordinary("\n".join(texts)) else tuple(map(clean, texts))


def _digest(value: object) -> str:
    text = _text(value)
    if len(text) != 64 or not _DIGITS.issuperset(text):
        raise ValueError(text)
    return text


def _table(value: object) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    raise TypeError(value)


def _list(value: object) -> list[object]:
    if isinstance(value, list):
        return value
    raise TypeError(value)


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise TypeError(value)


def _whole(value: object) -> int:
    if type(value) is int:
        return value
    raise TypeError(value)


def _flag(value: object) -> bool:
    if isinstance(value, bool):
        return value
    raise TypeError(value)

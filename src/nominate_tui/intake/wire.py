"""What the process that reads documents and the one that asks it say to each other: JSON, in frames of known length.

Behind the JSON of an answer stand the texts of its documents as they are, which takes a tenth of the time.

What comes from the reading process is not trusted, since it handled files of strangers: every shape is checked,
and all text is cleaned once more. Text that is ordinary, which most is, passes that with one search over the
whole document, a tenth of a second for 30 MB.
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

_HEAD_ENDS: Final = b"\n"
"""What stands behind the JSON of an answer, which has no end of a line itself."""

_CELL_ENDS: Final = "\x1f"
"""What stands between the cells of a sheet: no clean text has it."""

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
    texts = [_text_of(read).encode() for read in answer.reads]
    head = {
        "reads": [_read_packed(read, len(text)) for read, text in zip(answer.reads, texts, strict=True)],
        "problems": [asdict(problem) for problem in answer.problems],
        "members": answer.members,
        "last": answer.last,
    }
    return b"".join((json.dumps(head, ensure_ascii=False).encode(), _HEAD_ENDS, *texts))


def answer_in(data: bytes, name: str) -> Answer:
    """The answer in bytes of `answer_packed`; `name` is that of the document.

    Raises:
        BadInput: The bytes are no answer.
    """
    end = max(0, data.find(_HEAD_ENDS))
    try:
        found = _table(json.loads(data[:end].decode()))
        return Answer(
            _reads(_list(found["reads"]), memoryview(data)[end + 1 :]),
            tuple(map(_problem, _list(found["problems"]))),
            _cleaned(_list(found["members"])),
            _flag(found["last"]),
        )
    except _NO_ANSWER as error:
        raise BadInput([broken_off(name, _("its answer is none"))]) from error


def _text_of(read: Read) -> str:
    """All text of a document, or the cells of a sheet row after row."""
    if isinstance(read, Document):
        return "\n".join(read.lines)
    if isinstance(read, Sheet):
        return _CELL_ENDS.join(cell for row in read.rows for cell in row.cells)
    # Imported here: the notation loads much that few documents need.
    from nominate_tui.notation.nominations import write_nominations

    return write_nominations(read.nominations)


def _read_packed(read: Read, size: int) -> Mapping[str, object]:
    """What is told of a document, and how many bytes its text has."""
    notices = [asdict(notice) for notice in read.notices]
    return {"name": read.name, "sha256": read.sha256, "notices": notices, "size": size, **_form_of(read)}


def _form_of(read: Read) -> Mapping[str, object]:
    if isinstance(read, Document):
        return {"places": _places_packed(read.places), "wrapped": read.wrapped}
    if isinstance(read, Sheet):
        places = [row.place for row in read.rows]
        return {"header": read.header, "header_place": read.header_place, "places": places}
    return {}


def _places_packed(places: Sequence[int | str]) -> object:
    if isinstance(places, range):
        return {"first": places.start, "count": len(places)}
    return tuple(places)


def _reads(values: list[object], texts: memoryview) -> tuple[Read, ...]:
    reads: list[Read] = []
    start = 0
    for found in map(_table, values):
        end = start + _whole(found["size"])
        if not start <= end <= len(texts):
            raise ValueError(end)
        reads.append(_read(found, str(texts[start:end], "utf-8")))
        start = end
    if start != len(texts):
        raise ValueError(start)
    return tuple(reads)


def _read(found: Mapping[str, object], text: str) -> Read:
    name = clean_line(_text(found["name"]))
    sha256 = _digest(found["sha256"])
    notices = tuple(map(_problem, _list(found["notices"])))
    if "wrapped" in found:
        places = _places(found["places"])
        lines = _lines(text, len(places))
        return Document(name, sha256, lines, places, _flag(found["wrapped"]), notices)
    if "header" in found:
        header = _cleaned(_list(found["header"]))
        rows = _rows(_list(found["places"]), text, len(header))
        return Sheet(name, sha256, header, _place(found["header_place"]), rows, notices)
    # Imported here, as above.
    from nominate_tui.notation.nominations import read_nominations

    return Ready(name, sha256, read_nominations(text, name), notices)


def _lines(text: str, count: int) -> tuple[str, ...]:
    lines = text.split("\n") if count else []
    if len(lines) != count:
        raise ValueError(count)
    return tuple(lines) if is_ordinary(text) else tuple(map(clean, lines))


def _rows(places: list[object], text: str, width: int) -> tuple[Row, ...]:
    cells = tuple(text.split(_CELL_ENDS)) if places else ()
    if len(cells) != len(places) * width:
        raise ValueError(len(cells))
    if not is_ordinary(text.replace(_CELL_ENDS, "\n")):
        cells = tuple(map(clean, cells))
    starts = range(0, len(cells), width or 1)
    return tuple(
        Row(_place(place), cells[start : start + width]) for place, start in zip(places, starts, strict=True)
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

"""Reads records in JSON and TOML, with the headings as keys, and nominations in this program's own notation."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NoReturn

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.document import Ready, Row, Sheet
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.intake.readers.table import empty, listed, refuse_huge, sheet_of, warning
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean, clean_line
from nominate_tui.notation.nominations import read_nominations
from nominate_tui.notation.places import lines_of, nearest_line
from nominate_tui.notation.toml import KeyPath, decoded, parse
from nominate_tui.notation.wording import shown, shown_key, told

_RECORDS: Final = "nominations"
"""The key under which an object may have its records, beside other keys."""

_NESTED: Final = "answers"
"""The key under which a record may have a table of its own; its keys become `answers.purpose`."""

Pairs = Sequence[tuple[str, object]]
"""A table of TOML, or an object of JSON with all of its keys, also one that stands twice."""

Addresses = Callable[[Iterable[KeyPath]], list[str]]
"""Tells where key paths stand in a document."""


@dataclass(frozen=True, slots=True)
class _Record:
    """A record as it stands in the document."""

    path: KeyPath
    place: str
    """`[3]` for the third of a list; empty for one that is the whole document."""
    value: object


def read_json(name: str, data: bytes, limits: Limits) -> tuple[Sheet]:
    """The records of a JSON document as a sheet, whose headings are the keys in the order in which they come.

    It is a list of objects, an object that has one under `nominations` or under its only key, or one record. Values
    are texts; numbers stay as they are written, `null` is empty, and `answers` may be an object of such values.
    Places are `[3]` for the third record, and empty where there is one alone.

    Raises:
        BadInput: It is no JSON in UTF-8, has no record, or passes a limit; or values are not as they must be.
    """
    name = clean_line(name)

    def addresses(paths: Iterable[KeyPath]) -> list[str]:
        places = (tuple(part for part in path if isinstance(part, int)) for path in paths)
        return [f"{name}:{told(place[:1])}" if place else name for place in places]

    return (_sheet(name, data, _parsed(decoded(data, name), name), limits, addresses),)


def read_toml(name: str, data: bytes, limits: Limits) -> tuple[Sheet | Ready]:
    """The nominations of a file in our own notation (`[[nomination]]`), or the records of another as in `read_json`.

    Raises:
        BadInput: It is no TOML in UTF-8, has no record, or passes a limit; or values are not as they must be.
    """
    name = clean_line(name)
    values = parse(data, name)
    if isinstance(values.get("nomination"), list):
        return (Ready(name, _digest(data), read_nominations(data, name)),)

    def addresses(paths: Iterable[KeyPath]) -> list[str]:
        lines = lines_of(decoded(data, name))
        return [f"{name}:{nearest_line(lines, path)}" for path in paths]

    return (_sheet(name, data, values, limits, addresses),)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _parsed(text: str, name: str) -> object:
    """The values of a JSON document: objects as tuples of pairs, numbers as they are written."""

    def refuse(constant: str) -> NoReturn:
        raise _invalid(name, _("{value} is no number of JSON").format(value=constant))

    if not text.strip():
        raise empty(name)
    try:
        return json.loads(
            text, object_pairs_hook=tuple, parse_int=str, parse_float=str, parse_constant=refuse
        )
    except json.JSONDecodeError as error:
        reason = _("{reason}, at character {column}").format(reason=error.msg, column=error.colno)
        raise _invalid(f"{name}:{error.lineno}", reason) from None
    except RecursionError:
        raise _invalid(name, _("values are nested too deep")) from None


def _invalid(where: str, reason: str) -> BadInput:
    message = _("this is not valid JSON: {reason}").format(reason=clean_line(reason))
    return refused(where, message, _("mend the file by hand, or put back a copy of it"))


def _sheet(name: str, data: bytes, top: object, limits: Limits, addresses: Addresses) -> Sheet:
    """The records as a sheet."""
    records, left = _records(name, top)
    reading = _Reading()
    rows = [(record.place, reading.texts(record)) for record in records]
    reading.finish(addresses)
    rows = [(place, texts) for place, texts in rows if any(texts.values())]
    if not rows:
        raise empty(name)
    header = tuple(dict.fromkeys(key for _place, texts in rows for key in texts))
    refuse_huge(name, len(rows), len(header), limits)
    cells = (Row(place, tuple(texts.get(key, "") for key in header)) for place, texts in rows)
    blank = Sheet(name, _digest(data), (), "", ())
    return replace(sheet_of(blank, [Row("", header), *cells], limits), notices=tuple(_left_out(name, left)))


def _records(name: str, top: object) -> tuple[list[_Record], list[str]]:
    """The records of a document, and the keys beside them.

    Raises:
        BadInput: It is a single value.
    """
    if isinstance(top, list):
        return _numbered((), top), []
    pairs = _pairs(top)
    if pairs is None:
        message = _("the document has no records, but one single value")
        raise refused(name, message, _("take in the document that has the nominations"))
    for key, value in pairs:
        if isinstance(value, list) and (key == _RECORDS or (len(pairs) == 1 and all(map(_is_table, value)))):
            return _numbered((key,), value), [other for other, _value in pairs if other != key]
    return [_Record((), "", top)], []


def _numbered(path: KeyPath, values: list[object]) -> list[_Record]:
    return [_Record((*path, index), told((index,)), value) for index, value in enumerate(values)]


def _pairs(value: object) -> Pairs | None:
    """The keys and values of an object or a table; `None` where a value is none."""
    if isinstance(value, dict):
        return tuple(value.items())
    return value if isinstance(value, tuple) else None


def _is_table(value: object) -> bool:
    return isinstance(value, dict | tuple)


def _left_out(name: str, keys: list[str]) -> Iterator[Problem]:
    if keys:
        message = _("keys beside the records are left out: {keys}").format(
            keys=listed([*map(shown_key, keys)])
        )
        yield warning(name, message, _("look whether they belong to the nominations"))


class _Reading:
    """Makes texts of the values of records, and collects what is wrong with them."""

    def __init__(self) -> None:
        """Begin with nothing wrong."""
        self._wrong: list[tuple[KeyPath, str, str]] = []

    def texts(self, record: _Record) -> dict[str, str]:
        """The texts of a record by their headings, in its order, clean and without white space around them."""
        found: dict[str, str] = {}
        for heading, path, value in self._values(record):
            if heading in found:
                message = _("the key {key} stands here a second time").format(key=shown_key(heading))
                self._wrong.append((path, message, _("give each key one value")))
            found[heading] = self._text(path, value)
        return found

    def finish(self, addresses: Addresses) -> None:
        """End the reading.

        Raises:
            BadInput: Something was wrong; every problem is in it, in the order of the document.
        """
        if self._wrong:
            wheres = addresses(path for path, _message, _todo in self._wrong)
            raise BadInput(
                Problem("error", where, told(path), message, todo)
                for where, (path, message, todo) in zip(wheres, self._wrong, strict=True)
            )

    def _values(self, record: _Record) -> Iterator[tuple[str, KeyPath, object]]:
        """Each value of a record with its heading and its key path; nested ones in their place."""
        pairs = _pairs(record.value)
        if pairs is None:
            message = _("{value} does not fit here").format(value=shown(record.value))
            self._wrong.append((record.path, message, _("write a record: a table of keys and texts")))
        for key, value in pairs or ():
            path = (*record.path, key)
            nested = _pairs(value) if key == _NESTED else None
            if nested is None:
                yield _heading(key), path, value
            for inner, one in nested or ():
                yield _heading(f"{key}.{inner}"), (*path, inner), one

    def _text(self, path: KeyPath, value: object) -> str:
        if value is None or value in ((), [], {}):
            return ""
        text = _told(value)
        if text is None:
            message = _("{value} does not fit here").format(value=shown(value))
            self._wrong.append((path, message, _("write text, in quotes")))
        return text or ""


def _told(value: object) -> str | None:
    """A value as text; `None` where it is none: a list, a table, a number of thousands of digits."""
    if isinstance(value, str):
        return clean(value).strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list) or _is_table(value):
        return None
    try:
        return str(value)
    except ValueError:  # Python prints no number of more than 4,300 digits
        return None


def _heading(key: str) -> str:
    return clean_line(key).strip()

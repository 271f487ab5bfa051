"""What differs between a bundle as it lies there and what follows from its basis."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count, islice, zip_longest
from typing import Final

from nominate_tui.errors import BadInput
from nominate_tui.export.table import delimiter
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.toml import parse
from nominate_tui.notation.wording import shown, shown_key

_NAMED_BY: Final = ("nomination", "juror", "id", "name")
"""By which of its keys a table in a list is found again; the first that all of them have."""
_MOST: Final = 100
"""How many differences of one file are told."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in a bundle that does not hold."""

    file: str
    place: str
    """Where in the file: `nomination 15, overall`, `line 3, score`; empty where it is the whole file."""
    message: str
    """What is wrong, in a sentence without a full stop."""
    recorded: str = ""
    """What stands there; empty where there is nothing, or it is not about a value."""
    recomputed: str = ""
    """What should."""


def compared(
    file: str, recorded: bytes, expected: bytes, language: str, *, more_allowed: bool
) -> Iterator[Difference]:
    """What differs between the file that lies there and the one that should; nothing where the bytes are the same.

    `more_allowed` says that the one that should be there may have keys, columns and other forms of the same values that
    the recorded one has not, since another version of the program wrote that.
    """
    if recorded == expected:
        return
    found = list(islice(_values(file, recorded, expected, language, more_allowed=more_allowed), _MOST))
    yield from found
    if not found and not more_allowed:
        yield Difference(
            file, _first_line(recorded, expected), _("its bytes are not those that the program writes")
        )


def _values(
    file: str, recorded: bytes, expected: bytes, language: str, *, more_allowed: bool
) -> Iterator[Difference]:
    if file.endswith(".toml"):
        yield from _of_toml(file, recorded, expected, more_allowed=more_allowed)
    elif file.endswith(".csv"):
        yield from _of_csv(file, recorded, expected, language, more_allowed=more_allowed)


# TOML


def _of_toml(file: str, recorded: bytes, expected: bytes, *, more_allowed: bool) -> Iterator[Difference]:
    try:
        there = parse(recorded, file)
    except BadInput as error:
        yield from (
            Difference(file, p.where.removeprefix(file).lstrip(":"), p.message) for p in error.problems
        )
        return
    yield from _of_value(file, "", there, parse(expected, file), more_allowed=more_allowed)


def _of_value(
    file: str, place: str, recorded: object, expected: object, *, more_allowed: bool
) -> Iterator[Difference]:
    if isinstance(recorded, Mapping) and isinstance(expected, Mapping):
        pairs = [
            (shown_key(str(key)), recorded.get(key), expected.get(key)) for key in _keys(recorded, expected)
        ]
    elif isinstance(recorded, list) and isinstance(expected, list) and (by := _named_by(recorded, expected)):
        pairs = _by_name(by, recorded, expected)
    else:
        if not _same(recorded, expected):
            yield _differs(file, place, recorded, expected)
        return
    for name, there, wanted in pairs:
        where = f"{place}, {name}" if place else name
        if there is None or wanted is None:
            if there is not None or not more_allowed:
                yield _differs(file, where, there, wanted)
        else:
            yield from _of_value(file, where, there, wanted, more_allowed=more_allowed)


def _keys(recorded: Mapping[str, object], expected: Mapping[str, object]) -> Iterable[str]:
    return dict.fromkeys((*expected, *recorded))


def _named_by(recorded: Sequence[object], expected: Sequence[object]) -> str:
    """The key by which the tables of two lists are told apart; empty where these are no such tables."""
    both = (*recorded, *expected)
    if not both or not all(isinstance(table, Mapping) for table in both):
        return ""
    for key in _NAMED_BY:
        names = [[_name(table, key) for table in tables] for tables in (recorded, expected)]
        if all(all(each) and len(set(each)) == len(each) for each in names):
            return key
    return ""


def _name(table: object, key: str) -> str:
    value = table.get(key) if isinstance(table, Mapping) else None
    return value if isinstance(value, str) else ""


def _by_name(
    key: str, recorded: Sequence[object], expected: Sequence[object]
) -> list[tuple[str, object, object]]:
    there = {_name(table, key): table for table in recorded}
    wanted = {_name(table, key): table for table in expected}
    return [
        (f"{key} {shown_key(name)}", there.get(name), wanted.get(name))
        for name in dict.fromkeys((*wanted, *there))
    ]


def _same(recorded: object, expected: object) -> bool:
    """Whether two values are the same; 1 is neither 1.0 nor true, and what is no number is itself."""
    if isinstance(recorded, list) and isinstance(expected, list):
        return len(recorded) == len(expected) and all(map(_same, recorded, expected))
    if type(recorded) is not type(expected):
        return False
    return recorded == expected or (recorded != recorded and expected != expected)


def _differs(file: str, place: str, recorded: object, expected: object) -> Difference:
    message = _("another value follows from the scores and rules")
    if recorded is None:
        message = _("it is missing")
    elif expected is None:
        message = _("it does not belong there")
    return Difference(file, place, message, _told(recorded), _told(expected))


def _told(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return ", ".join(map(shown_key, value))
    return value.isoformat() if isinstance(value, datetime) else _short(value)


def _short(value: object) -> str:
    return shown(value) if not isinstance(value, str) else shown_key(value)


# CSV


def _of_csv(
    file: str, recorded: bytes, expected: bytes, language: str, *, more_allowed: bool
) -> Iterator[Difference]:
    try:
        there = _rows(recorded, language)
    except (UnicodeDecodeError, csv.Error) as error:
        yield Difference(file, "", _("this is no table that an export wrote: {reason}").format(reason=error))
        return
    wanted = _rows(expected, language)
    places = {name: place for place, name in enumerate(wanted[0])}
    names = there[0] if there else []
    if not set(names) <= set(places) or (not more_allowed and names != wanted[0]):
        yield _differs(file, _("line {n}").format(n=1), names, wanted[0])
        return
    lines = [(number, row) for number, row in enumerate(there[1:], start=2) if row]
    for number in sorted(set(range(2, len(there) + 1)) - {number for number, _row in lines}):
        yield Difference(file, _("line {n}").format(n=number), _("it does not belong there"))
    after = count(len(there) + 1)
    for line, other in zip_longest(lines, wanted[1:]):
        number, row = line or (next(after), None)
        wanted_row = [other[places[name]] for name in names] if other else None
        yield from _of_row(file, number, names, row, wanted_row)


def _of_row(
    file: str, number: int, names: Sequence[str], recorded: list[str] | None, expected: list[str] | None
) -> Iterator[Difference]:
    line = _("line {n}").format(n=number)
    if recorded is None or expected is None or len(recorded) != len(expected):
        yield _differs(file, line, recorded, expected)
        return
    for name, there, wanted in zip(names, recorded, expected, strict=True):
        if there != wanted:
            yield _differs(file, f"{line}, {shown_key(name)}", there, wanted)


def _rows(data: bytes, language: str) -> list[list[str]]:
    text = data.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(language), strict=True))


def _first_line(recorded: bytes, expected: bytes) -> str:
    """The first line of a text in which the two differ."""
    lines = zip_longest(recorded.split(b"\n"), expected.split(b"\n"))
    number = next((n for n, (there, wanted) in enumerate(lines, start=1) if there != wanted), 1)
    return _("line {n}").format(n=number)

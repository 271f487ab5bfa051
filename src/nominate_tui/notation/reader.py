"""Reads the values of a TOML document strictly and kindly: every problem is collected, with its line and key path."""

import math
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime
from fractions import Fraction
from typing import Final, TypeGuard, TypeVar

from nominate_tui.errors import BadInput, Problem
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.clean import clean, clean_line
from nominate_tui.notation.toml import KeyPath, decoded, parse
from nominate_tui.notation.wording import nearest, shown, shown_key, told

Word = TypeVar("Word", bound=str)

_GUESSES: Final = 100
"""How many problems get a guess at what was meant; a file with more is another kind of file."""

_LIMIT: Final = 10**9
"""No count and no weight is larger; keeps figures printable."""

_JUROR_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


class Document:
    """One TOML file while it is read: its values, and what is wrong with them so far."""

    def __init__(self, text: str | bytes, where: str, keys: Collection[str]) -> None:
        """Parse a file. `keys` are those that may stand at its top; `where` is its name.

        Raises:
            BadInput: It is no TOML at all.
        """
        self._text = decoded(text, where)
        self._where = where
        self._lines: dict[KeyPath, int] | None = None
        self.problems: list[Problem] = []
        self.root = Table(self, parse(self._text, where), (), keys)

    def problem(self, path: KeyPath, message: str, todo: str) -> None:
        """Note that something is wrong at a key path."""
        line = self._line(path)
        self.problems.append(Problem("error", f"{self._where}:{line}", told(path), message, todo))

    def _line(self, path: KeyPath) -> int:
        # Imported here: most files are as they must be.
        from nominate_tui.notation.places import lines_of, nearest_line

        if self._lines is None:
            self._lines = lines_of(self._text)
        return nearest_line(self._lines, path)

    def finish(self) -> None:
        """End the reading.

        Raises:
            BadInput: Something was wrong; every problem is in it, in the order of the file.
        """
        if self.problems:
            raise BadInput(sorted(self.problems, key=_line))


class Table:
    """One table of a document. A value that is not as it must be is a problem, and its default is the answer."""

    __slots__ = ("_document", "_values", "path")

    def __init__(
        self,
        document: Document,
        values: Mapping[str, object],
        path: KeyPath,
        keys: Collection[str] | None = None,
    ) -> None:
        """Take a table to read; a key that is not among `keys` is a problem (`None`: any key may stand there)."""
        self._document = document
        self._values = values
        self.path = path
        if keys is not None:
            self._refuse_unknown(keys)

    def __contains__(self, key: str) -> bool:
        """Whether a key stands in it."""
        return key in self._values

    def holds_nothing(self, key: str) -> bool:
        """Whether a key is absent, or holds an empty list or table."""
        return self._values.get(key) in (None, [], {})

    def holds_table(self, key: str) -> bool:
        """Whether a key holds a table."""
        return isinstance(self._values.get(key), dict)

    def __iter__(self) -> Iterator[str]:
        """Its keys, in the order of the file."""
        return iter(self._values)

    def problem(self, key: str, message: str, todo: str) -> None:
        """Note that something is wrong with a key."""
        self._document.problem((*self.path, key), message, todo)

    # Values

    def text(self, key: str, default: str = "") -> str:
        """A text of any number of lines, cleaned."""
        value = self._values.get(key, default)
        return clean(value) if isinstance(value, str) else self._not_text(key, value, default)

    def line(self, key: str, default: str = "") -> str:
        """A text that is shown on one line, cleaned."""
        value = self._values.get(key, default)
        return clean_line(value) if isinstance(value, str) else self._not_text(key, value, default)

    def filled(self, key: str, default: str) -> str:
        """A text on one line that may be absent, and is then the default, but not blank."""
        value = self.line(key, default)
        if not value.strip() and isinstance(self._values.get(key), str):
            message = _("{key} is empty").format(key=shown_key(key))
            self.problem(key, message, _("write a text, or take the line out"))
        return value

    def needed(self, key: str, example: str) -> str:
        """A text on one line that must be there and may not be blank; `example` is what one could write."""
        value = self.line(key)
        if not value.strip() and isinstance(self._values.get(key, ""), str):
            message = _("{key} is missing") if key not in self else _("{key} is empty")
            self.problem(
                key, message.format(key=key), _("write for example {example}").format(example=example)
            )
        return value

    def identifier(self, key: str) -> str:
        """The id of a juror: letters, digits, `-` and `_`; it becomes a file name."""
        value = self.needed(key, f'{key} = "anna"')
        if value.strip() and not is_identifier(value):
            message = _("{value} cannot be an id").format(value=shown(value))
            self.problem(key, message, _("write at most 64 letters a to z, digits, - and _"))
        return value

    def choice(self, key: str, allowed: Collection[Word], default: Word) -> Word:
        """One of a few words."""
        value = self._values.get(key, default)
        for word in allowed:
            if word == value:
                return word
        self._refuse(key, value, _("write one of: {words}").format(words=", ".join(allowed)))
        return default

    def whole(self, key: str, default: int, low: int = -_LIMIT, high: int = _LIMIT) -> int:
        """A whole number from `low` to `high`, both included; `true` and `3.0` are none."""
        value = self._values.get(key, default)
        if type(value) is int and low <= value <= high:
            return value
        self._refuse(key, value, _("write a whole number from {low} to {high}").format(low=low, high=high))
        return default

    def positive(self, key: str, default: Fraction) -> Fraction:
        """A number above 0 and at most 10⁹, exactly as it is written: 0.1 is one tenth."""
        value = self._values.get(key, default)
        if isinstance(value, Fraction):
            return value
        if is_number(value) and 0 < value <= _LIMIT:
            return Fraction(str(value))
        todo = _("write a number above 0, at most {high}, with a point for decimals").format(high=_LIMIT)
        self._refuse(key, value, todo)
        return default

    def share(self, key: str, default: float) -> float:
        """A number from 0 to 1, both included."""
        value = self._values.get(key, default)
        if is_number(value) and 0 <= value <= 1:
            return float(value)
        self._refuse(key, value, _("write a number from 0 to 1, with a point for decimals"))
        return default

    def flag(self, key: str, *, default: bool = False) -> bool:
        """`true` or `false`."""
        value = self._values.get(key, default)
        if isinstance(value, bool):
            return value
        self._refuse(key, value, _("write true or false, without quotes"))
        return default

    def moment(self, key: str) -> datetime | None:
        """A time with its zone, as UTC; `None` where the key is absent or wrong."""
        value = self._values.get(key)
        if value is None:
            return None
        if isinstance(value, datetime) and value.tzinfo:
            try:
                return value.astimezone(UTC)
            except OverflowError:  # in the first or last hours that a calendar has
                pass
        self._refuse(key, value, _("write date, time and zone without quotes: 2026-11-22T10:00:00Z"))
        return None

    def needed_moment(self, key: str) -> datetime:
        """A time that must be there, as UTC; the beginning of the calendar where it is wrong."""
        if key not in self:
            todo = _("write for example {example}").format(example=f"{key} = 2026-11-22T10:00:00Z")
            self.problem(key, _("{key} is missing").format(key=key), todo)
        return self.moment(key) or datetime.min.replace(tzinfo=UTC)

    # Lists and tables

    def lines(self, key: str) -> tuple[str, ...]:
        """A list of texts, each on one line; none where the key is absent."""
        return _lines_in(self._document, (*self.path, key), self._values.get(key, []))

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists of texts; none where the key is absent."""
        path = (*self.path, key)
        items = _list_in(self._document, path, self._values.get(key, []))
        return tuple(_lines_in(self._document, (*path, place), item) for place, item in enumerate(items))

    def table(self, key: str, keys: Collection[str] | None = None) -> "Table":
        """A table in it, which may have these keys (`None`: any); an empty one where it is absent."""
        value = self._values.get(key, {})
        if isinstance(value, dict):
            return Table(self._document, value, (*self.path, key), keys)
        self._refuse(key, value, _("write a table: {example}").format(example=f"{key} = {{ … }}"))
        return Table(self._document, {}, (*self.path, key))

    def tables(self, key: str, keys: Collection[str]) -> Iterator["Table"]:
        """The tables of a list of tables (`[[key]]`), each of which may have these keys."""
        value = self._values.get(key, [])
        if not isinstance(value, list):
            self._refuse(key, value, _("begin each one with a line [[{key}]]").format(key=key))
            return
        for place, item in enumerate(value):
            path = (*self.path, key, place)
            if isinstance(item, dict):
                yield Table(self._document, item, path, keys)
            else:
                todo = _("begin each one with a line [[{key}]]").format(key=key)
                self._document.problem(path, _wrong(item), todo)

    # What is wrong

    def _refuse_unknown(self, keys: Collection[str]) -> None:
        for key in self._values:
            if key not in keys:
                message = _("the key {key} is not known here").format(key=shown_key(key))
                guess = nearest(key, keys) if len(self._document.problems) < _GUESSES else None
                self.problem(key, message, _advice(guess, keys))

    def _not_text(self, key: str, value: object, default: str) -> str:
        self._refuse(key, value, _("write text, in quotes"))
        return default

    def _refuse(self, key: str, value: object, todo: str) -> None:
        self.problem(key, _wrong(value), todo)


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number to reckon with; `true`, `nan` and `inf` are none."""
    return type(value) is int or (type(value) is float and math.isfinite(value))


def is_identifier(text: str) -> bool:
    """Whether a text may be the id of a juror, and with it a file name."""
    return _JUROR_ID.fullmatch(text) is not None


def _wrong(value: object) -> str:
    return _("{value} does not fit here").format(value=shown(value))


def _advice(guess: str | None, keys: Collection[str]) -> str:
    if guess:
        return _("did you mean {key}?").format(key=guess)
    return _("take it out; known here: {keys}").format(keys=", ".join(keys))


def _list_in(document: Document, path: KeyPath, value: object) -> list[object]:
    if isinstance(value, list):
        return value
    document.problem(path, _wrong(value), _("write a list, in square brackets"))
    return []


def _lines_in(document: Document, path: KeyPath, value: object) -> tuple[str, ...]:
    found = []
    for place, item in enumerate(_list_in(document, path, value)):
        if isinstance(item, str):
            found.append(clean_line(item))
        else:
            document.problem((*path, place), _wrong(item), _("write text, in quotes"))
    return tuple(found)


def _line(problem: Problem) -> int:
    return int(problem.where.rpartition(":")[2])

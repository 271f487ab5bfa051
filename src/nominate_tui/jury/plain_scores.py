"""Reads a long table of scores fast, where nothing in it needs a closer look.

A table of a million lines is read in about a second. The first thing that is not plain (a column more, a line that is
too short, a number that is none, a character that would have to be cleaned) ends it, and `read_score_table`, which is
slower, says what is wrong and in which line.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, repeat
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.jury.score_table import COLUMNS, TableRow
from nominate_tui.notation.clean import clean_line
from nominate_tui.ranking.arrays import Places

_SEPARATORS: Final = (",", ";", "\t")
_AT_ONCE: Final = 1 << 22
"""About how many characters are turned into columns together."""
_WHOLE: Final = re.compile(r"([+-]?[0-9]{1,9})(?:[.,]0+)?")


@dataclass(frozen=True)
class Words:
    """A column of few different words."""

    words: tuple[str, ...]
    """Each word once, in the order they first come."""
    number: Places
    """Shape (n,): which of them stands in each line."""

    def renumbered(self, words: Sequence[str]) -> Places:
        """Which of other words stands in each line; -1 for one that is not among them."""
        places = {word: place for place, word in enumerate(words)}
        return np.array([places.get(word, -1) for word in self.words], dtype=np.int32)[self.number]

    def of_lines(self, kept: NDArray[np.bool_]) -> "Words":
        """The column without other lines, and without words that stand in those only."""
        if kept.all():
            return self
        used, first, number = np.unique(self.number[kept], return_index=True, return_inverse=True)
        order = np.argsort(first)
        words = tuple(self.words[place] for place in used[order])
        return Words(words, np.argsort(order)[number].astype(np.int32))


@dataclass(frozen=True)
class ScoreColumns:
    """The lines of a score table that have a score."""

    juror: Words
    nomination: Words
    criterion: Words
    score: NDArray[np.int64]
    """Shape (n,)."""


def columns_of(rows: Sequence[TableRow]) -> ScoreColumns:
    """The columns of lines that were read one by one."""
    return ScoreColumns(
        _words([row.juror for row in rows]),
        _words([row.nomination for row in rows]),
        _words([row.criterion for row in rows]),
        np.array([row.score for row in rows], dtype=np.int64),
    )


def plain_columns(data: bytes) -> ScoreColumns | None:
    """The columns of a table; `None` where something in it needs a closer look."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    heading, _end, rows = text.partition("\n")
    separator = next((sign for sign in _SEPARATORS if sorted(heading.split(sign)) == sorted(COLUMNS)), None)
    if separator is None or '"' in rows or "\r" in rows:
        return None
    columns = _columns(rows, separator)
    order = heading.split(separator)
    if columns is None:
        return None
    return _scored({title: columns[order.index(title)] for title in COLUMNS})


def _columns(rows: str, separator: str) -> list[Words] | None:
    """The four columns; `None` where a line has not as many cells."""
    numbers = [defaultdict[str, int](count().__next__) for _column in COLUMNS]
    parts: list[list[Places]] = [[np.zeros(0, dtype=np.int32)] for _column in COLUMNS]
    for lines in _pieces(rows):
        if set(map(str.count, lines, repeat(separator))) != {len(COLUMNS) - 1}:
            return None
        # One long list of texts: a list for each line would cost the most of all.
        cells = separator.join(lines).split(separator)
        for place, (number, part) in enumerate(zip(numbers, parts, strict=True)):
            column = cells[place :: len(COLUMNS)]
            part.append(np.fromiter(map(number.__getitem__, column), dtype=np.int32, count=len(column)))
    return [Words(tuple(number), np.concatenate(part)) for number, part in zip(numbers, parts, strict=True)]


def _pieces(rows: str) -> Iterator[list[str]]:
    """The lines that are not blank, some at a time."""
    begin = 0
    while begin < len(rows):
        end = rows.find("\n", begin + _AT_ONCE)
        end = len(rows) if end < 0 else end
        lines = list(filter(str.strip, rows[begin:end].split("\n")))
        begin = end + 1
        if lines:
            yield lines


def _scored(columns: dict[str, Words]) -> ScoreColumns | None:
    """The columns without the lines whose score is empty; `None` where a cell is not as it must be."""
    names = [columns[title] for title in COLUMNS[:3]]
    scores = [_score(word) for word in columns["score"].words]
    if None in scores or not all(map(_is_plain, {word for column in names for word in column.words})):
        return None
    values = np.array([0 if score == "" else score for score in scores], dtype=np.int64)
    given = np.array([score != "" for score in scores], dtype=np.bool_)[columns["score"].number]
    juror, nomination, criterion = (column.of_lines(given) for column in names)
    return ScoreColumns(juror, nomination, criterion, values[columns["score"].number][given])


def _is_plain(word: str) -> bool:
    return bool(word) and clean_line(word).strip() == word


def _score(word: str) -> int | str | None:
    """A score; an empty text where there is none, and `None` where it is no whole number."""
    if not word:
        return ""
    found = _WHOLE.fullmatch(word)
    return int(found[1]) if found else None


def _words(column: Sequence[str]) -> Words:
    number = defaultdict[str, int](count().__next__)
    numbers = np.fromiter(map(number.__getitem__, column), dtype=np.int32, count=len(column))
    return Words(tuple(number), numbers)

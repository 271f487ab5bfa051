"""Finds the kinds of lines that nominations may begin with in a document of an unknown form."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.intake.document import CELL
from nominate_tui.intake.form import heading_key

LABELLED: Final = re.compile(r"(?P<label>[^\W\d_][^:?\t{}]{0,60})(?::(?:\s+|\Z)|\t)(?P<text>.*)")
"""A label with a colon, or alone in the first cell of a table's row, and what stands beside it."""

_NUMBERED: Final = re.compile(
    r"(?P<words>[^\W\d_](?:[^\d\t:?{}]{0,38}[^\s\d\t:?{}])?)?+\s*+(?P<number>[0-9]{1,4})(?![0-9])"
    r"(?P<sign>[.):]|\s?[–—-])?(?!\S)\s*+(?P<title>.*)"
)

_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_NO_BRACES: Final = str.maketrans("{}", "()")
"""Braces in a document would have a meaning in a form file."""

_MOST: Final = 5
"""How many kinds of lines of each sort are worth a look."""

_MOST_WORDS: Final = 4
"""How many words stand before the number of a nomination at most; a sentence has more."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A kind of line that nominations may begin with."""

    begins: tuple[str, ...]
    """How a form file writes it: `Indstilling {number}: {title}`."""
    lines: tuple[int, ...]
    """The indices of those lines in the document."""

    @property
    def has_number(self) -> bool:
        """Whether a number tells nominations apart."""
        return any("{number}" in line for line in self.begins)


def openings(lines: Sequence[str]) -> tuple[Opening, ...]:
    """The kinds of lines that stand more than once: first those with rising numbers, the most numerous first.

    Then those with a label and a colon, in the order of the document.
    """
    numbered = sorted(_several(_numbered(enumerate(lines))), key=lambda one: -len(one.lines))
    return (*numbered[:_MOST], *_several(_labelled(lines))[:_MOST])


def only_opening(lines: Sequence[str], heading: int) -> Opening:
    """How the only nomination of a document begins; `heading` is the index of the first line that looks like a heading.

    It is the first line of the document, if that has a number that is no year; else the heading, if it is a label; else
    the first line as it stands.
    """
    first = next(index for index, line in enumerate(lines) if line)
    numbered = _NUMBERED.fullmatch(lines[first])
    if numbered and _may_begin(numbered) and not _YEAR.fullmatch(numbered["number"]):
        return Opening((_begins(numbered),), (first,))
    if labelled := LABELLED.fullmatch(lines[heading]):
        return Opening((f"{labelled['label']}: {{title}}",), (heading,))
    return Opening((lines[first].replace(CELL, ": ", 1).translate(_NO_BRACES),), (first,))


def rising(values: Sequence[int]) -> list[int]:
    """The places of the longest row of values that rise, in order."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for place, value in enumerate(values):
        length = bisect_left(ends, value)
        before.append(last[length - 1] if length else None)
        ends[length : length + 1] = [value]
        last[length : length + 1] = [place]
    row: list[int] = []
    step = last[-1] if last else None
    while step is not None:
        row.append(step)
        step = before[step]
    return row[::-1]


def _several(found: Iterable[Opening]) -> list[Opening]:
    return [one for one in found if len(one.lines) > 1]


def _numbered(lines: Iterable[tuple[int, str]]) -> Iterator[Opening]:
    """The kinds of lines that have a number, as long as it rises, behind the same words or none."""
    kinds: defaultdict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for index, line in lines:
        found = _NUMBERED.fullmatch(line)
        if found and _may_begin(found):
            kinds[heading_key(found["words"] or "")].append((index, found))
    for kind in kinds.values():
        row = [kind[place] for place in rising([int(found["number"]) for _index, found in kind])]
        begins = dict.fromkeys(_begins(found) for _index, found in row)
        # A line without a sign behind the number stands last: it would be read into every other.
        yield Opening(tuple(sorted(begins, key=_has_no_sign)), tuple(index for index, _found in row))


def _may_begin(found: re.Match[str]) -> bool:
    words = found["words"]
    return len(words.split()) <= _MOST_WORDS if words else bool(found["sign"])


def _begins(found: re.Match[str]) -> str:
    words = f"{' '.join(found['words'].split())} " if found["words"] else ""
    sign = (found["sign"] or "").replace("\N{NO-BREAK SPACE}", " ")
    return f"{words}{{number}}{sign} {{title}}"


def _has_no_sign(begins: str) -> bool:
    return "{number} {title}" in begins


def _labelled(lines: Sequence[str]) -> Iterator[Opening]:
    """The kinds of lines that have a label."""
    kinds: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for index, line in enumerate(lines):
        if found := LABELLED.fullmatch(line):
            kinds[heading_key(found["label"])].append((index, found["label"]))
    for kind in kinds.values():
        yield Opening((f"{kind[0][1]}: {{title}}",), tuple(index for index, _label in kind))

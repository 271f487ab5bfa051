"""Finds the form's own words in a document: lines that are neither headings nor answers."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from nominate_tui.intake.form import pattern_of

_MOST_LINES: Final = 5
"""How many lines one wording may be wrapped over."""

_LONGEST: Final = 2_000
"""Beyond so many characters nothing is wording: `{any}` would be looked for at every place of an endless line."""

_BULLET = re.compile(r"\W*")


def own_words(lines: Sequence[str], wording: Sequence[str]) -> frozenset[int]:
    """The indices of the lines that are, alone or with those right below, one of a form's wordings."""
    wanted = [(_first_word(each), _whole(each)) for each in wording]
    return frozenset(index for found in _found(lines, wanted) for index in found)


def _found(lines: Sequence[str], wanted: Sequence[tuple[str, re.Pattern[str]]]) -> Iterator[range]:
    if not wanted:
        return
    first_words = frozenset(word for word, _pattern in wanted)
    for index, line in enumerate(lines):
        if line and (first_words & {"", _first_word(line)}) and (end := _end(lines, index, wanted)):
            yield range(index, end)


def _end(lines: Sequence[str], start: int, wanted: Sequence[tuple[str, re.Pattern[str]]]) -> int:
    """The index behind the shortest wording that begins on a line; 0 where none does."""
    text = ""
    for count, line in enumerate(_block(lines, start), start=1):
        text = f"{text}\n{line}" if text else line
        if len(text) > _LONGEST:
            return 0
        if any(pattern.fullmatch(text) for _word, pattern in wanted):
            return start + count
    return 0


def _block(lines: Sequence[str], start: int) -> Sequence[str]:
    """The line and those right below it, as far as one wording may go."""
    block = lines[start : start + _MOST_LINES]
    return block[: block.index("")] if "" in block else block


def _whole(wording: str) -> re.Pattern[str]:
    return re.compile(rf"\W*{pattern_of(wording).pattern}\W*", re.IGNORECASE | re.DOTALL)


def _first_word(text: str) -> str:
    """The first word as it is compared; empty where any word may stand first."""
    words = _BULLET.sub("", text, count=1).split(maxsplit=1)
    return "" if not words or words[0].startswith("any}") else words[0].casefold().rstrip("?:.,;")

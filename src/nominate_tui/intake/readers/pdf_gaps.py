"""Tells from the distances between the lines of a PDF where blank lines stood."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from nominate_tui.intake.readers.pdf_parts import Line

_USUAL: Final = 1.25
"""The distance of lines, in sizes of the font, in documents that have too few lines to tell."""

_CLOSEST: Final = 1.7
"""Lines that stand farther apart, in sizes of the font, are not taken for usual where none is seen to be wrapped."""

_FEWEST: Final = 5
"""From how many pairs of lines the usual distance is told."""

_ALIKE: Final = 0.04
"""How far distances that are the same may differ, as a share."""

_COMMON: Final = 0.2
"""The share of wrapped lines from which on another distance is usual too, as in quotations."""

_GAP: Final = 1.3
"""From how many usual distances on a blank line stood between two lines."""

_WIDE_GAP: Final = 2.6
"""From how many on it were two."""


def usual_distances(pages: Sequence[Sequence[Line]]) -> tuple[float, ...]:
    """The distances, in sizes of the font, that wrapped lines keep: the most common one, and others if there are."""
    pairs = [pair for lines in pages for pair in _wrapped(lines)]
    if len(pairs) < _FEWEST:
        every = (_distance(upper, lower) for lines in pages for upper, lower in pairwise(lines))
        pairs = [distance for distance in every if 0 < distance <= _CLOSEST]
    if len(pairs) < _FEWEST:
        return (_USUAL,)
    counts = Counter(round(distance, 2) for distance in pairs)
    times = {distance: _times(counts, distance) for distance in counts}
    most = max(times, key=lambda distance: (times[distance], counts[distance]))
    enough = max(_FEWEST, _COMMON * len(pairs))
    return most, *(other for other in times if other > _GAP * most and times[other] >= enough)


def _times(counts: Counter[float], distance: float) -> int:
    """How often a distance, or one that is almost the same, was met."""
    return sum(times for other, times in counts.items() if abs(other - distance) <= _ALIKE * distance)


def _wrapped(lines: Sequence[Line]) -> Iterator[float]:
    """The distances below lines in whose column the first word of the next line had no room."""
    rights: dict[int, float] = {}
    for line in lines:
        column = round(line.left / 4)
        rights[column] = max(line.right, rights.get(column, 0.0))
    for upper, lower in pairwise(lines):
        distance = _distance(upper, lower)
        reach = upper.right + _first_word(lower)
        if lower.blanks is None and distance > 0 and reach > rights[round(upper.left / 4)]:
            yield distance


def _first_word(line: Line) -> float:
    """About how wide the first word of a line is, with a space."""
    letters = len(line.text.split(maxsplit=1)[0]) + 1
    return letters * (line.right - line.left) / max(len(line.text), letters)


def _distance(upper: Line, lower: Line) -> float:
    """From the feet of a line to those of the next, in sizes of the font; larger letters need more room above them."""
    return (upper.base - lower.base) / (upper.size / 4 + lower.size * 3 / 4)


def blanks_between(upper: Line, lower: Line, usual: Sequence[float]) -> int:
    """How many blank lines stand between two lines: 0, 1 or 2, if the lower one does not say itself."""
    if lower.blanks is not None:
        return lower.blanks
    distance = _distance(upper, lower)
    if distance < 0 or any(abs(distance - other) <= _ALIKE * other for other in usual):
        return 0
    return int(distance > _GAP * usual[0]) + int(distance > _WIDE_GAP * usual[0])

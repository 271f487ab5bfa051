"""Tells the columns of a PDF's page: text that is set in two or more is read column by column."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from nominate_tui.intake.readers.pdf_grid import Band
from nominate_tui.intake.readers.pdf_parts import Level, Run

Element = Run | Band

_GUTTER: Final = 8.0
"""How wide, in points, the empty strip between two columns is at least."""

_FEWEST: Final = 6
"""How many lines begin at the left edge of a column at least."""

_MOST_OF_PAGE: Final = 0.5
"""How much of the height of the text the columns take up at least."""

_LETTERS: Final = 20
"""How long half of the lines of a column are at least: shorter ones are the cells of a table."""

_FILLED: Final = 0.7
"""How much of its width half of the lines of a column fill at least: the labels of a form do not."""

_TOGETHER: Final = 0.6
"""From which share on of its paragraphs beginning beside one of the other column two columns are a table."""

_NEW: Final = 1.6
"""From how many sizes of the font on a line stands so far below another that it begins a paragraph."""


class Block(NamedTuple):
    """A part of a page that is read on its own."""

    elements: Sequence[Element]
    beside: bool
    """Whether it is the next column of the block before, so that a paragraph may go on in it."""


def blocks_of(elements: Sequence[Element], levels: Sequence[Level]) -> list[Block]:
    """The parts of a page in reading order: what stands above columns, the columns from the left, what follows."""
    for gutter in _gutters(elements):
        blocks = _divided(elements, levels, gutter)
        if len(blocks) > 1:
            return blocks
    return [Block(elements, beside=False)]


def _gutters(elements: Sequence[Element]) -> list[float]:
    """Where a second column may begin: so many lines begin there, and it is not near the edge of the text."""
    if len(elements) < 2 * _FEWEST:
        return []
    left, right = min(one.left for one in elements), max(one.right for one in elements)
    edges = Counter(round(one.left) for one in elements)
    inner = (edge for edge, times in edges.items() if edge > left + (right - left) / 5 and times >= _FEWEST)
    return sorted(edge - 1.0 for edge in inner)


def _divided(elements: Sequence[Element], levels: Sequence[Level], gutter: float) -> list[Block]:
    bases = [one.base for one in elements]
    tall = _MOST_OF_PAGE * (max(bases) - min(bases))
    blocks: list[Block] = []
    plain: list[Element] = []
    for stretch, across in _stretches(elements, levels, gutter):
        left = [one for one in stretch if one.left < gutter]
        right = [one for one in stretch if one.left >= gutter]
        if _are_columns(left, right, tall):
            blocks += _columns(plain, left, right, levels)
            plain = []
        else:
            plain += stretch
        plain += across
    return [*blocks, Block(plain, beside=False)] if plain else blocks


def _columns(
    above: Sequence[Element], left: Sequence[Element], right: Sequence[Element], levels: Sequence[Level]
) -> Iterator[Block]:
    if above:
        yield Block(above, beside=False)
    yield from blocks_of(left, levels)
    first, *others = blocks_of(right, levels)
    yield Block(first.elements, beside=True)
    yield from others


def _stretches(
    elements: Iterable[Element], levels: Iterable[Level], gutter: float
) -> Iterator[tuple[list[Element], list[Element]]]:
    """What stands on both sides of a gutter until something goes across it; and what does, except for ruled lines."""
    stretch: list[Element] = []
    crossing = [level for level in levels if level.left < gutter - _GUTTER and level.right > gutter + _GUTTER]
    for one in sorted([*elements, *crossing], key=_height, reverse=True):
        if isinstance(one, Level):
            yield stretch, []
            stretch = []
        elif one.left < gutter < one.right + _GUTTER:
            yield stretch, [one]
            stretch = []
        else:
            stretch.append(one)
    yield stretch, []


def _height(one: Element | Level) -> float:
    return one.y if isinstance(one, Level) else one.base


def _are_columns(left: Sequence[Element], right: Sequence[Element], tall: float) -> bool:
    """Whether these are columns of running text, and not the labels of a form and what was answered beside them."""
    first = [one for one in left if isinstance(one, Run)]
    second = [one for one in right if isinstance(one, Run)]
    if min(len(first), len(second)) < _FEWEST - 1:
        return False
    bases = [one.base for one in [*left, *right]]
    widths = [run.right - run.left for run in first]
    return (
        max(bases) - min(bases) >= tall
        and all(median(len(run.text) for run in runs) >= _LETTERS for runs in (first, second))
        and median(widths) >= _FILLED * max(widths)
        and not _has_cells(first)
        and not _begin_together(first, second)
    )


def _has_cells(runs: Sequence[Run]) -> bool:
    """Whether several of these runs stand beside one another."""
    rows = sorted(runs, key=lambda run: run.base)
    beside = sum(lower.base + lower.size / 2 > upper.base for lower, upper in pairwise(rows))
    return beside * 5 > len(rows)


def _begin_together(first: Sequence[Run], second: Sequence[Run]) -> bool:
    """Whether the paragraphs of two columns begin beside one another, as the cells of a table do."""
    starts, others = _starts(first), _starts(second)
    together = sum(any(abs(start - other) < _GUTTER / 2 for other in others) for start in starts)
    return together > 0 and together >= _TOGETHER * len(starts)


def _starts(runs: Sequence[Run]) -> list[float]:
    """The heights at which a paragraph begins, but for the first."""
    rows = sorted(runs, key=lambda run: -run.base)
    return [lower.base for upper, lower in pairwise(rows) if upper.base - lower.base > _NEW * lower.size]

"""Places the values of form fields among the text of a PDF's page: on the line that a reader sees them on."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nominate_tui.intake.readers.pdf_parts import Field, Run, Word

_MARGIN: Final = 2.0
"""The room, in points, between the edge of a field and its text."""

_LETTER: Final = 0.5
"""The width of a letter, in sizes of the font."""

_LONG: Final = 100
"""A line of more letters is a paragraph that the field wraps; a blank line stands behind it."""


def runs_of(fields: Iterable[Field], runs: Sequence[Run]) -> list[Run]:
    """A run for each field, to stand beside the runs of the page."""
    return [_run(field, runs) for field in fields]


def _run(field: Field, runs: Sequence[Run]) -> Run:
    first, *others = _lines(field.text)
    left, _bottom, right, _top = field.box
    left = min(left + _MARGIN, right)
    words = [Word(word, left, left) for word in first.split()]
    end = min(right, left + len(first) * _LETTER * field.size)
    words[-1] = words[-1]._replace(right=end)
    return Run(tuple(words), _base(field, runs, len(others)), field.size, tuple(others))


def _lines(text: str) -> Iterator[str]:
    """The lines of a value from its first words on; at most two blank ones in a row, one behind each paragraph."""
    blanks = 0
    begun = False
    for line in text.strip().split("\n"):
        told = " ".join(line.split())
        blanks = 0 if told else blanks + 1
        if told or (begun and blanks < 2):
            yield told
        begun = True
        if len(told) > _LONG:
            yield ""
            blanks = 1


def _base(field: Field, runs: Sequence[Run], others: int) -> float:
    """The height that its first line stands on: that of the text beside it, as of its label, if there is any."""
    left, bottom, right, top = field.box
    beside = [
        run.base for run in runs if bottom <= run.middle <= top and (run.right <= left or run.left >= right)
    ]
    if beside:
        return max(beside)
    if others:
        return top - _MARGIN - field.size
    return (bottom + top) / 2 - field.size / 4

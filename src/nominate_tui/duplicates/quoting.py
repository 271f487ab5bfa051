"""Words of a nomination as they are written, found by their number."""

from collections.abc import Iterable
from typing import Final

from nominate_tui.duplicates.corpus import MARKS
from nominate_tui.duplicates.fold import words

QUOTED: Final = 12
"""Words of a passage that are quoted at most."""


def quote(answers: Iterable[str], start: int, end: int) -> str:
    """The first words between two places of a text, within one answer, as they are written.

    Places count folded words, and `MARKS` after each answer, as a corpus does.
    """
    for answer in answers:
        length = len(words(answer))
        if start < length:
            return " ".join(chunk for chunk in _written(answer)[start : min(end, start + QUOTED)] if chunk)
        start, end = start - length - MARKS, end - length - MARKS
    return ""


def _written(answer: str) -> list[str]:
    """For every folded word of an answer what is written there; of several in one ("and/or") the first has it all."""
    written: list[str] = []
    for chunk in answer.split():
        count = len(words(chunk))
        written += [chunk, *[""] * count][:count]
    return written

"""Reads boxes of a form: which of them are marked, and with what."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.intake.document import CELL
from nominate_tui.intake.form import heading_key

_MARK: Final = re.compile(r"[xX×✓✔☒☑■●]|\[[xX]\]|[0-9]{1,3}\s?/\s?[0-9]{1,3}|[0-9]{1,3}(?:[.,][0-9]+)?\s?%")
_EMPTY: Final = re.compile(r"[☐□○]|\[\s?\]|[-–—]|")
_CROSSES: Final = frozenset(("x", "×", "✓", "✔", "☒", "☑", "■", "●", "[x]"))


@dataclass(frozen=True, slots=True)
class Choices:
    """The boxes among some lines."""

    marked: Mapping[str, str]
    """By the label of the box as the form has it: `x`, or the share that was written (`1/3`, `40 %`)."""
    lines: frozenset[int]
    """The indices of the lines that the boxes take up; the others are not understood."""


def read_choices(lines: Sequence[str], boxes: Sequence[str]) -> Choices:
    """The boxes that are marked, each on a line with its label before or behind the mark."""
    marked: dict[str, str] = {}
    taken = set()
    for index, line in enumerate(lines):
        for label in boxes:
            mark = _mark_beside(line.replace(CELL, " "), label) if line else None
            if mark is not None:
                taken.add(index)
                if mark:
                    marked[label] = mark
    return Choices({label: marked[label] for label in boxes if label in marked}, frozenset(taken))


def _mark_beside(line: str, label: str) -> str | None:
    """The mark on the line of a box; empty where it has none, `None` where the line is not that box's."""
    folded, key = " ".join(line.split()), heading_key(label)
    if heading_key(folded[: len(key)]) == key:
        rest = folded[len(key) :]
    elif heading_key(folded).endswith(key):
        rest = folded.rstrip("?:. ")[: -len(key)]
    else:
        return None
    sign = rest.strip(" :.")
    if _EMPTY.fullmatch(sign):
        return ""
    found = _MARK.fullmatch(sign)
    return None if found is None else "x" if sign.casefold() in _CROSSES else sign

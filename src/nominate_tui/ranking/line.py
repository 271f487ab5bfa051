"""Where the line of the shortlist falls, and what becomes of a tie across it."""

from collections.abc import Iterable
from dataclasses import dataclass

from nominate_tui.model.rules import TieAtLine
from nominate_tui.ranking.ties import Level


@dataclass(frozen=True, slots=True)
class Line:
    """The shortlist that the line leaves."""

    shortlist: tuple[str, ...]
    """The ids, the best first."""
    tied: tuple[str, ...]
    """The ids of those who share a rank across the line; empty where nobody does."""


def line(found: Iterable[Level], k: int, tie: TieAtLine) -> Line:
    """The shortlist of `k` places.

    A level that begins at or before place `k` and ends behind it is a tie at the line: all of it is in where `tie` is
    `extend`, and nobody of it where it is left to the chair.
    """
    inside: list[str] = []
    for level in found:
        ids = [row.nomination for row in level.rows]
        if len(inside) + len(ids) > k:
            return Line((*inside, *(ids if tie == "extend" else ())), tuple(ids))
        inside += ids
        if len(inside) == k:
            break  # the rest need not be worked out
    return Line(tuple(inside), ())

"""Tells how a line begins: as an item of a list, or as ordinary text."""

import re
from dataclasses import dataclass
from typing import Literal

_BULLETS = frozenset("•·‣▪▫●○◦◆◇➢➤►▶✓✔")
_DASHED = re.compile(r"[-–—*+]\s")
_NUMBERED = re.compile(r"([0-9]{1,2})[.)]\s|([a-z])\)\s")


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item of a list."""

    kind: Literal["bullet", "dash", "number"]
    """A bullet is never anything else; a dash may be one in a sentence, a number a date or the end of a sentence."""
    ordinal: int = 0
    """Which number it is, from 1; letters count from `a`."""


def marker_of(line: str) -> Marker | None:
    """The marker that a line begins with, if it does; the line has no white space around it."""
    if line[0] in _BULLETS and len(line) > 1:
        return Marker("bullet")
    if _DASHED.match(line):
        return Marker("dash")
    if found := _NUMBERED.match(line):
        return Marker("number", int(found[1]) if found[1] else ord(found[2]) - ord("a") + 1)
    return None

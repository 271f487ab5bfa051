"""Tells how a line begins: as an item of a list, or as ordinary text."""

import re
from dataclasses import dataclass
from typing import Literal

_MARKED = re.compile(r"(?P<bullet>[•·‣▪▫●○◦◆◇➢➤►▶✓✔].)|(?P<dash>[-–—*+]\s)|([0-9]{1,2})[.)]\s|([a-z])\)\s")


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item of a list."""

    kind: Literal["bullet", "dash", "number"]
    """A bullet is never anything else; a dash may be one in a sentence, a number a date or the end of a sentence."""
    ordinal: int = 0
    """Which number it is, from 1; letters count from `a`."""


def marker_of(line: str) -> Marker | None:
    """The marker that a line begins with, if it does; the line has no white space around it."""
    if line[:1].isalpha() and line[1:2] != ")":
        return None  # as most lines
    found = _MARKED.match(line)
    if found is None:
        return None
    if found["bullet"]:
        return Marker("bullet")
    if found["dash"]:
        return Marker("dash")
    return Marker("number", int(found[3]) if found[3] else ord(found[4]) - ord("a") + 1)

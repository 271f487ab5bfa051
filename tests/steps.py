"""Counts work instead of taking its time, which says little on a machine that others use too."""

import sys
import threading
from collections.abc import Callable
from itertools import count
from types import FrameType
from typing import Self


class _Lines:
    """Is told of every line of Python that is run."""

    def __init__(self) -> None:
        self._numbers = count()

    def __call__(self, _frame: FrameType, event: str, _arg: object) -> Self:
        if event == "line":
            next(self._numbers)  # in one step, since several threads may count
        return self

    @property
    def told(self) -> int:
        return next(self._numbers)


def steps(work: Callable[[], object]) -> int:
    """How many lines of Python some work runs, in threads that it starts too; it is done once before, to load what it needs."""
    work()
    lines, before = _Lines(), sys.gettrace()
    threading.settrace(lines)
    sys.settrace(lines)
    try:
        work()
    finally:
        sys.settrace(before)
        threading.settrace(None)
    return lines.told

"""What can go wrong, said in three parts: what is wrong, where, and what to do about it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]
"""An error stops what was asked; a warning is told and the work goes on."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file or a document, with its address."""

    severity: Severity
    """Whether it stops the work."""
    where: str
    """File and line (`anna.toml:12`), page or cell; an empty string where there is no such place."""
    field: str
    """The key path or field it is about (`review[3].scores.spread`); may be empty."""
    message: str
    """What is wrong, in a sentence without a full stop."""
    todo: str
    """What the reader can do about it, in a sentence without a full stop."""

    def __str__(self) -> str:
        """The problem on one line: place, field, what, what to do."""
        place = " ".join(part for part in (self.where, self.field) if part)
        told = f"{place}: {self.message}" if place else self.message
        return f"{told} → {self.todo}" if self.todo else told


class NominateError(Exception):
    """The root of every error that the program knows. It is shown as a message, never as a traceback."""

    def __init__(self, message: str, where: str = "", todo: str = "") -> None:
        """Say what is wrong, where, and what to do."""
        super().__init__(message)
        self.message = message
        self.where = where
        self.todo = todo

    def __str__(self) -> str:
        """The error as one line for a person."""
        return str(Problem("error", self.where, "", self.message, self.todo))


class BadInput(NominateError):
    """Something that was read is not as it must be: all of its problems are collected, none is dropped."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep every problem; the first one stands for the rest in the message."""
        self.problems = tuple(problems)
        first = self.problems[0]
        super().__init__(first.message, first.where, first.todo)

    def __str__(self) -> str:
        """Every problem, one a line."""
        return "\n".join(str(problem) for problem in self.problems)


class NotAllowed(NominateError):
    """What was asked is against the rules of the round: it is locked, or this person may not do it."""


class ChangedMeanwhile(NominateError):
    """Somebody else wrote the file since it was last read; nothing was overwritten."""


class InUse(NominateError):
    """Another session has the ballot open."""


class CannotStore(NominateError):
    """The store could not be read or written: the disk is full, the folder is gone, a right is missing."""

"""What the chair's widgets and workers say upward."""

from dataclasses import dataclass

from textual.message import Message

from nominate_tui.errors import NominateError
from nominate_tui.jury.sight import Sight


class PickedRow(Message):
    """Another row of a list was picked, by key or by pointer."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest counts."""
        return isinstance(message, PickedRow)


@dataclass
class ComparedSoFar(Message):
    """Comparing goes on."""

    share: float
    """How far it is, 0 to 1."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest counts."""
        return isinstance(message, ComparedSoFar)


class ComparingEnded(Message):
    """The nominations were compared, or that was stopped: the desk knows which."""


class Assessed(Message):
    """How sure the ranking is was worked out: the desk knows it."""


@dataclass
class Looked(Message):
    """The round and its ballots were read again."""

    seen: Sight
    instead_of: Sight
    """What was shown when the reading began."""


@dataclass
class Failed(Message):
    """What was asked for could not be done."""

    error: NominateError

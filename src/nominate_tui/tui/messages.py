"""What widgets and workers say upward."""

from dataclasses import dataclass

from textual.message import Message


class Kept(Message):
    """Something was saved, or could not be: look at the desk."""

    def can_replace(self, message: Message) -> bool:
        """Only the latest counts."""
        return isinstance(message, Kept)


class ChangedByChair(Message):
    """The chair locked the round, recused the juror or settled a pair, or took that back: look at the desk."""


class LookalikesFound(Message):
    """The nominations were compared."""


@dataclass
class Picked(Message):
    """A nomination was clicked in the list."""

    nomination: str


@dataclass
class CriterionPicked(Message):
    """A criterion was clicked, with a value where one was."""

    criterion: str
    value: int | None

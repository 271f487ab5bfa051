"""The promise of a store. One test suite (`tests/store/test_contract.py`) holds every store to it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from nominate_tui.errors import Problem
from nominate_tui.model.ballot import Ballot
from nominate_tui.model.conflict import Recusal
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Contact, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Rules


@dataclass(frozen=True, slots=True)
class Seen:
    """A ballot as it was last read or written, and the mark by which a later change is noticed."""

    ballot: Ballot
    mark: str
    """Changes whenever the stored ballot does; empty for a ballot that was never stored."""


@dataclass(frozen=True, slots=True)
class Collected:
    """All ballots that could be read, and what was wrong with the others."""

    ballots: Mapping[str, Ballot]
    """By juror id, in the order of the rules; a juror without a stored ballot is not in it."""
    problems: tuple[Problem, ...] = ()


class Hold(Protocol):
    """The right to write one ballot, or the nominations, held by one session at a time."""

    def release(self) -> None:
        """Give it up; a second call does nothing."""


class Store(Protocol):
    """Where a round is kept.

    Every method raises `CannotStore` when the place cannot be reached, and `BadInput` (with all problems
    and their addresses) when what lies there is not as it must be.
    """

    def rules(self) -> Rules:
        """The rules of the round."""

    def round(self) -> Round:
        """Everything that everybody may see: no ballot and no contact is read."""

    def nominations(self) -> Nominations:
        """What is judged; none before the first intake."""

    def contacts(self) -> tuple[Contact, ...]:
        """How to reach those who nominated."""

    def ballot(self, juror: str) -> Seen:
        """One juror's ballot, and no other; an empty one where nothing is stored.

        Raises:
            BadInput: The ballot is not as it must be, or the round has no such juror.
        """

    def save_ballot(self, ballot: Ballot, mark: str) -> str:
        """Keep a ballot, whole and synced to the disk when this returns; the answer is the new mark.

        Raises:
            ChangedMeanwhile: What is stored has another mark than `mark`; nothing was overwritten.
        """

    def set_aside(self, ballot: Ballot) -> str:
        """Keep a ballot that may not overwrite the stored one beside it; the answer says where.

        A later one of the same juror from the same session takes the place of the earlier.
        """

    def hold(self, juror: str) -> Hold:
        """Take the right to write a juror's ballot; it ends with the session, however that ends.

        Raises:
            InUse: Another session has it.
        """

    def hold_nominations(self) -> Hold:
        """Take the right to write the nominations, as soon as another intake is done; it ends with the session.

        Raises:
            InUse: Another intake has it for longer than one takes.
        """

    def ballots(self) -> Collected:
        """Every juror's ballot, for the chair and the secretariat.

        One that is not as it must be, and what lies among the ballots and is none, is told in the problems.

        Raises:
            BadInput: The rules or the nominations are not as they must be.
        """

    def save_nominations(self, nominations: Nominations, contacts: Iterable[Contact]) -> None:
        """Keep these nominations and contacts in the place of those stored."""

    def save_verdicts(self, verdicts: Iterable[Verdict]) -> None:
        """Keep these verdicts in the place of those stored; a person's comments stay."""

    def compared(self) -> str | None:
        """What was kept of comparing the nominations, as it was given; `None` where nothing is, or no text."""

    def keep_compared(self, text: str) -> None:
        """Keep what was found by comparing the nominations, in the place of what is kept.

        Raises:
            ChangedMeanwhile: Another session kept something else at the same moment; nothing was overwritten.
        """

    def compared_index(self) -> bytes | None:
        """What was kept so that a large round need not be read again, as it was given; `None` where nothing is."""

    def keep_compared_index(self, content: bytes | None) -> None:
        """Keep that in the place of what is kept, whatever it was; `None` leaves nothing."""

    def save_recusals(self, recusals: Iterable[Recusal]) -> None:
        """Keep these recusals in the place of those stored; a person's comments stay."""

    def save_deliberation(self, deliberation: Deliberation) -> None:
        """Keep these decisions in the place of those stored; a person's comments stay."""

    def settled_problems(self) -> tuple[Problem, ...]:
        """The same as `problems`, without those of the ballots: no ballot is read."""

    def problems(self) -> tuple[Problem, ...]:
        """Everything that is wrong in the round, each with its address; never raises `BadInput`."""

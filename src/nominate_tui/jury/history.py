"""What a juror did to a ballot, step by step, so that each step can be taken back and done again."""

from dataclasses import dataclass, field

from nominate_tui.model.ballot import Review


@dataclass(frozen=True, slots=True)
class Step:
    """One change to one review."""

    before: Review
    after: Review
    criterion: str = ""
    """The criterion it was about; empty for the review as a whole."""


@dataclass(slots=True)
class History:
    """The steps of this session."""

    _past: list[Step] = field(default_factory=list)
    _future: list[Step] = field(default_factory=list)

    def add(self, step: Step, *, goes_on: bool = False) -> None:
        """A new step; what was undone before it can no longer be redone.

        One that `goes_on` from the last makes one step with it: a text that is written bit by bit.
        """
        if goes_on and self._past and self._past[-1].after == step.before:
            step = Step(self._past.pop().before, step.after, step.criterion)
        self._past.append(step)
        self._future.clear()

    def undo(self) -> Step | None:
        """The last step, now taken back; `None` where there is none."""
        if not self._past:
            return None
        self._future.append(self._past.pop())
        return self._future[-1]

    def redo(self) -> Step | None:
        """The step taken back last, now done again; `None` where there is none."""
        if not self._future:
            return None
        self._past.append(self._future.pop())
        return self._past[-1]

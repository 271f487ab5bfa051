"""What a juror is told of look-alikes: what the chair settled at once, and what is suggested once it was looked for."""

from nominate_tui.duplicates.lookalikes import Lookalikes
from nominate_tui.jury.comparing import Comparing
from nominate_tui.model.duplicate import Suggestion, Verdict
from nominate_tui.model.round import Round
from nominate_tui.store.contract import Store


class Alike:
    """The look-alikes of a juror's round. Where the chair compared it before, a juror is shown just what the chair was.

    Else the round is compared here, without contacts, which jurors do not read: a pair that only contacts give away
    is then not among them.
    """

    def __init__(self, store: Store) -> None:
        """Nothing was looked for yet."""
        self._comparing = Comparing(store, for_chair=False)
        self._suggestions: tuple[Suggestion, ...] = ()
        self._verdicts: tuple[Verdict, ...] = ()
        self._lookalikes = Lookalikes((), ())

    def find(self, round: Round) -> None:
        """Learn what is suggested; it takes a moment where it was not kept, so screens do it in a thread.

        Raises:
            Stopped: Somebody called `stop` before or meanwhile.
        """
        found = self._comparing.suggestions(round)
        self._lookalikes = Lookalikes(found, self._verdicts)
        self._suggestions = found

    def of(self, nomination: str, verdicts: tuple[Verdict, ...]) -> tuple[str, ...]:
        """The ids of a nomination's look-alikes, by these verdicts and what was found so far."""
        if verdicts != self._verdicts:
            self._lookalikes = Lookalikes(self._suggestions, verdicts)
            self._verdicts = verdicts
        return self._lookalikes.of(nomination)

    def stop(self) -> None:
        """End looking, soon and for good."""
        self._comparing.stop()

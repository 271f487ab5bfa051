"""What a juror is told of look-alikes: what the chair settled at once, and what is suggested once it was looked for."""

from dataclasses import dataclass
from typing import Literal

from nominate_tui.duplicates.groups import joined
from nominate_tui.duplicates.lookalikes import Lookalikes
from nominate_tui.jury.comparing import Comparing
from nominate_tui.model.duplicate import Suggestion
from nominate_tui.model.round import Round
from nominate_tui.store.contract import Store


@dataclass(frozen=True, slots=True)
class Lookalike:
    """A nomination that is like another one."""

    id: str
    kind: Literal["duplicate", "related"]
    settled: bool
    """Whether the chair said so, of just these two or over others; where not, it is only suggested."""


class Alike:
    """The look-alikes of a juror's round. Where the chair compared it before, a juror is shown just what the chair was.

    Else the round is compared here, without contacts, which jurors do not read: a pair that only contacts give away
    is then not among them.
    """

    def __init__(self, store: Store) -> None:
        """Nothing was looked for yet."""
        self._comparing = Comparing(store, for_chair=False)
        self._suggestions: tuple[Suggestion, ...] = ()
        self._told: _Told | None = None

    def find(self, round: Round) -> None:
        """Learn what is suggested; it takes a moment where it was not kept, so screens do it in a thread.

        Raises:
            Stopped: Somebody called `stop` before or meanwhile.
        """
        self._suggestions = self._comparing.suggestions(round)
        self._told = _Told(round, self._suggestions)

    def of(self, nomination: str, round: Round) -> tuple[Lookalike, ...]:
        """A nomination's look-alikes in a round, by its verdicts and what was found so far, the most alike first."""
        told = self._told
        # Another thread may have found something since: then it is worked out here again.
        if told is None or told.round is not round or told.suggestions is not self._suggestions:
            told = self._told = _Told(round, self._suggestions)
        return told.of(nomination)

    def stop(self) -> None:
        """End looking, soon and for good."""
        self._comparing.stop()


class _Told:
    """The look-alikes of a round by its verdicts and some suggestions; what names a nomination that is gone is left out."""

    def __init__(self, round: Round, suggestions: tuple[Suggestion, ...]) -> None:
        self.round = round
        self.suggestions = suggestions
        here = round.nominations
        verdicts = [each for each in round.verdicts if each.a in here and each.b in here]
        found = [each for each in suggestions if each.a in here and each.b in here]
        self._lookalikes = Lookalikes(found, verdicts)
        self._verdicts = {each.pair: each.kind for each in verdicts}
        self._suggested = {each.pair: each.suggested for each in found}
        groups = joined(each.pair for each in verdicts if each.kind == "duplicate")
        self._group = {id: ids for ids in groups for id in ids}

    def of(self, nomination: str) -> tuple[Lookalike, ...]:
        return tuple(self._lookalike(nomination, id) for id in self._lookalikes.of(nomination))

    def _lookalike(self, nomination: str, id: str) -> Lookalike:
        pair = frozenset((nomination, id))
        if id in self._group.get(nomination, ()):
            return Lookalike(id, "duplicate", settled=True)
        if pair in self._verdicts or self._lookalikes.apart.between(nomination, id):
            return Lookalike(id, "related", settled=True)
        # What is like it only over others hangs together with it by duplicates.
        return Lookalike(id, self._suggested.get(pair, "duplicate"), settled=False)

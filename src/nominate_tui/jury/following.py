"""What the chair follows: the round, how far the jury is, its ranking, and pairs that may be one initiative."""

from nominate_tui.duplicates.suggested_groups import suggested_groups
from nominate_tui.errors import Problem
from nominate_tui.jury.clock import Clock, now
from nominate_tui.jury.comparing import Comparing, Told
from nominate_tui.jury.judged_twice import Reliability
from nominate_tui.jury.pairs import Pair, pairs
from nominate_tui.jury.progress import JurorProgress, Progress
from nominate_tui.jury.sight import Sight, look
from nominate_tui.jury.voices import Voice
from nominate_tui.model.duplicate import Group, Grouping, Suggestion
from nominate_tui.model.round import Round
from nominate_tui.ranking.result import Ranking
from nominate_tui.store.contract import Store


class Following:
    """A round, its ballots and what follows from them, as they were seen last. No private note of a juror is in it."""

    def __init__(self, store: Store, clock: Clock = now) -> None:
        """Open a round.

        Raises:
            BadInput: The round is not as it must be. Ballots that are not are told by `problems`.
        """
        self._store = store
        self._clock = clock
        self._comparing = Comparing(store, for_chair=True)
        self.sight: Sight = look(store)
        """What was seen last; it changes when the chair decides something or looks again."""

    def refresh(self) -> None:
        """Read the round and all ballots again: jurors go on writing while the chair looks."""
        self.sight = look(self._store)

    def look_again(self) -> Sight:
        """Read and rank everything anew, without showing it yet; may be called in a thread. See `take`.

        Where nothing has changed, the answer is what was seen before.
        """
        before, seen = self.sight, look(self._store)
        if seen == before:
            return before
        _ranked = seen.ranking
        return seen

    def take(self, seen: Sight, *, instead_of: Sight) -> bool:
        """Go on with what was read, unless the chair decided something since; the answer says which."""
        if self.sight is not instead_of:
            return False
        self.sight = seen
        return True

    # What is

    @property
    def round(self) -> Round:
        """The round as it was seen last."""
        return self.sight.round

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every error in the round's own files, and what keeps something in the ballots from being read."""
        return self.sight.problems

    def progress(self) -> Progress:
        """How far the jury is."""
        return self.sight.progress

    def missing(self) -> tuple[JurorProgress, ...]:
        """The jurors who still have something to score or to confirm."""
        return self.sight.progress.missing

    def ranking(self) -> Ranking:
        """The ranking of what has been scored so far."""
        return self.sight.ranking

    def groups(self) -> tuple[Group, ...]:
        """The duplicate groups that follow from the verdicts."""
        return self.sight.groups

    def voices(self, nomination: str) -> tuple[Voice, ...]:
        """What every juror says of a nomination, and of the others in its duplicate group."""
        return self.sight.voices(nomination)

    def suggestions(self, progress: Told | None = None) -> tuple[Suggestion, ...]:
        """The pairs that are worth a look; the first call takes a moment, so screens make it in a thread.

        `progress` is told how far it is, 0 to 1, in that thread. What was found is kept in the round.

        Raises:
            Stopped: The desk was closed meanwhile.
        """
        return self._comparing.suggestions(self.round, progress)

    @property
    def compared(self) -> bool:
        """Whether the round as it was seen last is compared: `suggestions`, `pairs` and `grouping` answer at once."""
        return self._comparing.known(self.round) is not None

    def pairs(self) -> tuple[Pair, ...]:
        """The suggested pairs and the settled ones, each with its verdict."""
        return pairs(self.round, self.suggestions(), self.sight.group_of)

    def pairs_so_far(self) -> tuple[Pair, ...]:
        """What is known before the round is compared: the settled pairs, and what need not be compared again."""
        return pairs(self.round, self._comparing.so_far(self.round), self.sight.group_of)

    def grouping(self) -> Grouping:
        """The groups that the suggestions speak for beyond the settled ones, and the chains that are none."""
        return suggested_groups(self.suggestions(), self.round.verdicts, self.round.nominations.ids)

    def reliability(self) -> Reliability:
        """How far jurors lie apart on what was judged twice: the members of the duplicate groups."""
        return self.sight.reliability

    def persons_named(self, reason: str | None = None) -> tuple[Problem, ...]:
        """A warning for each reason of a decision that names a person; with `reason`, for those that are this text."""
        # Imported here: what finds telephone numbers in texts is wanted when something was decided.
        from nominate_tui.jury.persons_named import persons_named

        return persons_named(self._store, self.sight.stored, reason)

    def close(self) -> None:
        """End comparing, where that goes on in a thread; everything else is done when its method returns."""
        self._comparing.stop()

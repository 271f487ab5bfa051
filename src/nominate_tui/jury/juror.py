"""The juror's door: one juror reads, scores and confirms. No other juror's ballot is ever read here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from nominate_tui.errors import NominateError, NotAllowed
from nominate_tui.jury.admission import hold, member, must_be_given
from nominate_tui.jury.alike import Alike, Lookalike
from nominate_tui.jury.clock import Clock, now
from nominate_tui.jury.history import History, Step
from nominate_tui.jury.own import Own
from nominate_tui.jury.ruling import said
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.conflict import Conflict
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.model.round import Round
from nominate_tui.store.contract import Store
from nominate_tui.store.writer import BallotWriter


class JurorDesk:
    """One juror's evening with a round.

    Every change is kept in memory at once and on the disk within 400 ms; `saved` and `failure` say how far
    that is. Methods that change something raise `NotAllowed` while the ballot may not be changed.
    """

    def __init__(self, store: Store, juror: str, clock: Clock = now) -> None:
        """Open a juror's ballot; where another session has it open, only to read.

        Raises:
            NotAllowed: The round has no such juror.
            BadInput: The round or the ballot is not as it must be.
        """
        self._store = store
        self._clock = clock
        self.round: Round = store.round()
        self.juror = member(self.round, juror)
        self._hold, self._only_to_read = hold(store, juror)
        seen = store.ballot(juror)
        self._ballot = seen.ballot
        self._own = Own(self.round, self._ballot)
        self._history = History()
        self._alike = Alike(store)
        self._listener: Callable[[], None] = _nobody
        self.saved: datetime | None = None
        """When this session's last change reached the disk, in UTC; `None` before the first."""
        self.failure: NominateError | None = None
        """Why the last change could not be kept; `None` while all is well."""
        self._kept: Ballot = seen.ballot
        self._writer = BallotWriter(store, seen, self._on_saved, self._on_failed, clock=clock)

    # What is

    @property
    def ballot(self) -> Ballot:
        """The juror's ballot as it is now."""
        return self._ballot

    @property
    def all_saved(self) -> bool:
        """Whether everything that was changed is on the disk."""
        return self._kept is self._ballot and self.failure is None

    @property
    def closed_because(self) -> str:
        """Why the ballot may not be changed now, in a sentence; empty while it may."""
        if self._only_to_read:
            return self._only_to_read
        if self.round.deliberation.locked:
            return _("The chair has locked the round; scores can no longer be changed")
        if self._ballot.confirmed:
            return _("Your ballot is confirmed; press b to reopen it")
        return ""

    @property
    def own(self) -> Own:
        """The juror's own figures: states, progress, weighted scores, distribution."""
        if self._own.ballot is not self._ballot or self._own.round is not self.round:
            self._own = Own(self.round, self._ballot, self._own)
        return self._own

    @property
    def nominations(self) -> Nominations:
        """What the juror is to score, in the order of the round."""
        return self.own.nominations

    @property
    def last_touched(self) -> str:
        """The nomination whose review changed last, also in an earlier session; empty where nothing was said yet."""
        touched = (review for review in self._ballot.reviews.values() if review.changed)
        known = [review for review in touched if review.nomination in self.nominations]
        return max(known, key=lambda review: str(review.changed)).nomination if known else ""

    def review(self, nomination: str) -> Review:
        """The review of a nomination; an empty one where nothing was said yet."""
        return self._ballot.review(nomination)

    def state(self, nomination: str) -> ReviewState:
        """How far the review of a nomination is."""
        return self.own.state(nomination)

    def recusal_by_chair(self, nomination: str) -> Conflict | None:
        """The conflict for which the chair took this juror out for a nomination; `None` where nobody did."""
        mine = (r for r in self.round.recusals if r.juror == self.juror.id and r.nomination == nomination)
        recusal = next(mine, None)
        return recusal.conflict if recusal else None

    def outdated(self, nomination: str) -> Change | None:
        """What changed in the text of a nomination after it was scored; `None` where nothing did."""
        recused = self.recusal_by_chair(nomination) is not None
        return self.review(nomination).outdated_by(self.round.nominations[nomination], recused=recused)

    def look_again(self) -> bool:
        """Learn what happened meanwhile: the lock, recusals, verdicts, texts taken in anew. Whether there was anything.

        It reads the round, so screens call it in a thread. What cannot be read just now stays as it was known, and
        so do the texts where a nomination that is known here is gone.
        """
        try:
            now = self._store.round()
        except NominateError:
            return False
        known = self.round
        gone = any(id not in now.nominations for id in known.nominations.ids)
        self.round = replace(
            now, rules=known.rules, nominations=known.nominations if gone else now.nominations
        )
        if self.round == known:
            self.round = known
        return self.round is not known

    # What a juror does

    def score(self, nomination: str, criterion: str, value: int) -> None:
        """Give a score on one criterion."""
        if value not in self.round.rules.scale:
            scale = self.round.rules.scale
            raise NotAllowed(
                _("{value} is not on the scale").format(value=value), todo=f"{scale.min}-{scale.max}"
            )
        must_be_given(self.nominations, nomination)
        self._must_judge(nomination)
        self._judge(self.review(nomination).with_score(criterion, value), criterion)

    def abstain(self, nomination: str, criterion: str) -> None:
        """Give no score on one criterion, on purpose; said again, the abstention is taken back."""
        must_be_given(self.nominations, nomination)
        self._must_judge(nomination)
        review = self.review(nomination)
        taken_back = criterion in review.abstained
        self._judge(review.without(criterion) if taken_back else review.with_abstention(criterion), criterion)

    def clear(self, nomination: str, criterion: str) -> None:
        """Take back the score or abstention on one criterion, so that it is unscored again."""
        self._must_judge(nomination)
        review = self.review(nomination)
        if criterion in review.scores or criterion in review.abstained:
            self._judge(review.without(criterion), criterion)

    def still_holds(self, nomination: str) -> None:
        """Say that the scores hold for the text as it is now, which changed after they were given."""
        self._must_be_open()
        self._must_judge(nomination)
        if self.outdated(nomination) is None:
            raise NotAllowed(_("The text has not changed since you scored it"))
        self._judge(self.review(nomination))

    def declare_conflict(self, nomination: str, conflict: Conflict | None) -> None:
        """Declare a conflict of interest with its reason, or take it back; the scores are kept either way."""
        declared = replace(conflict, reason=said(conflict.reason)) if conflict else None
        self._change(replace(self.review(nomination), conflict=declared))

    def comment(self, nomination: str, text: str, *, goes_on: bool = False) -> None:
        """Write the comment for the chair; what `goes_on` from the last writing is undone together with it."""
        self._change(replace(self.review(nomination), comment=text.strip()), goes_on=goes_on)

    def note(self, nomination: str, text: str, *, goes_on: bool = False) -> None:
        """Write the private note; what `goes_on` from the last writing is undone together with it."""
        self._change(replace(self.review(nomination), note=text.strip()), goes_on=goes_on)

    def flag(self, nomination: str) -> None:
        """Flag a nomination to come back to, or take the flag off."""
        review = self.review(nomination)
        self._change(replace(review, flagged=not review.flagged))

    def undo(self) -> Step | None:
        """Take the last step back; the answer tells which, `None` where there is none."""
        self._must_be_open()
        if step := self._history.undo():
            self._put(self._ballot.with_review(step.before.changed_now(self._clock())))
        return step

    def redo(self) -> Step | None:
        """Do the step again that was taken back last; `None` where there is none."""
        self._must_be_open()
        if step := self._history.redo():
            self._put(self._ballot.with_review(step.after.changed_now(self._clock())))
        return step

    def confirm(self) -> None:
        """Say that the ballot is done, with whatever is unfinished left out."""
        self.look_again()
        self._must_be_open()
        self._put(replace(self._ballot, confirmed=self._clock()))
        self._writer.flush()

    def reopen(self) -> None:
        """Take the confirmation back, as long as the chair has not locked the round."""
        self.round = replace(self._store.round(), rules=self.round.rules)
        if self._only_to_read or self.round.deliberation.locked:
            raise NotAllowed(self.closed_because)
        self._put(replace(self._ballot, confirmed=None))
        self._writer.flush()

    # Look-alikes

    def find_lookalikes(self) -> None:
        """Learn which nominations are alike; takes a moment, so screens call it in a thread. `close` ends it.

        Raises:
            Stopped: The desk was closed meanwhile.
        """
        self._alike.find(self.round)

    def alike(self, nomination: str) -> tuple[Lookalike, ...]:
        """What is like a nomination, and how; before it was looked for, what the chair settled."""
        return self._alike.of(nomination, self.round)

    def lookalikes(self, nomination: str) -> tuple[str, ...]:
        """The ids of what `alike` answers."""
        return tuple(each.id for each in self.alike(nomination))

    # Keeping it

    def listen(self, listener: Callable[[], None]) -> None:
        """Call a function, from the writer's thread, whenever something was saved or could not be."""
        self._listener = listener

    def save_soon(self) -> None:
        """Write what is not on the disk yet, now and without waiting for it."""
        self._writer.flush(0)

    def flush(self) -> bool:
        """Return when everything is on the disk; where that cannot be, the answer is no and `failure` says why."""
        return self._writer.flush()

    def close(self, timeout: float | None = None) -> None:
        """Keep everything and let the ballot go; with a timeout in seconds, waiting for the disk ends then."""
        self._alike.stop()
        self._writer.close(timeout)
        if self._hold:
            self._hold.release()

    def _must_be_open(self) -> None:
        if self.closed_because:
            raise NotAllowed(self.closed_because)

    def _must_judge(self, nomination: str) -> None:
        if self.recusal_by_chair(nomination):
            raise NotAllowed(_("The chair has recused you from this nomination"))
        if self.review(nomination).conflict:
            raise NotAllowed(_("You declared a conflict of interest here; press x to take it back"))

    def _judge(self, review: Review, criterion: str = "") -> None:
        """Keep what was said on a criterion; the same again holds for a text that changed meanwhile."""
        self._must_be_open()
        if review != self.review(review.nomination) or self.outdated(review.nomination):
            self._take(review.scored_now(self._clock()), criterion)

    def _change(self, review: Review, *, goes_on: bool = False) -> None:
        """Keep what says nothing of the scores: they are as old as they were."""
        self._must_be_open()
        if review != self.review(review.nomination):
            self._take(review.changed_now(self._clock()), goes_on=goes_on)

    def _take(self, after: Review, criterion: str = "", *, goes_on: bool = False) -> None:
        before = self.review(after.nomination)
        self._history.add(Step(before, after, criterion), goes_on=goes_on)
        self._put(self._ballot.with_review(after))

    def _put(self, ballot: Ballot) -> None:
        self._ballot = ballot
        self._writer.put(ballot)

    def _on_saved(self, ballot: Ballot, at: datetime) -> None:
        self._kept, self.saved, self.failure = ballot, at, None
        self._listener()

    def _on_failed(self, error: NominateError) -> None:
        self.failure = error
        self._listener()


def _nobody() -> None:
    """Nobody listens yet."""

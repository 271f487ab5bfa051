"""The chair's door: follow the jury, settle duplicates, rank, decide ties, lock and export."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from nominate_tui.errors import BadInput, NotAllowed, Problem
from nominate_tui.jury.clock import Clock, now
from nominate_tui.jury.moves import Move, moves
from nominate_tui.jury.pairs import Pair, pairs
from nominate_tui.jury.progress import JurorProgress, Progress
from nominate_tui.jury.ruling import must_have, must_not_contradict, said, verdict
from nominate_tui.jury.sight import Sight, look, misfits
from nominate_tui.jury.voices import Voice
from nominate_tui.locale.catalogue import _
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.deliberation import TieDecision
from nominate_tui.model.duplicate import Group, Kind, Suggestion, Verdict
from nominate_tui.model.round import Round
from nominate_tui.ranking.result import Ranking
from nominate_tui.store.contract import Store


class ChairDesk:
    """The chair's evening with a round. No private note of a juror is ever in it.

    Every decision is in the store, with its time, when the method that takes it returns. Methods that decide
    something raise `NotAllowed` where the decision is against the rules, before anything is written.
    """

    def __init__(self, store: Store, clock: Clock = now) -> None:
        """Open a round.

        Raises:
            BadInput: The round is not as it must be. Ballots that are not are told by `problems`.
        """
        self._store = store
        self._clock = clock
        self._compared: tuple[object, tuple[Suggestion, ...]] | None = None
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

    def suggestions(self) -> tuple[Suggestion, ...]:
        """The pairs that are worth a look; the first call takes a moment, so screens make it in a thread."""
        # Imported here: comparing is not needed to follow the jury.
        from nominate_tui.duplicates.suggest import suggest

        texts = (self.round.nominations, self.round.rules.duplicates)
        if self._compared is None or self._compared[0] != texts:
            self._compared = (texts, suggest(*texts))
        return self._compared[1]

    def pairs(self) -> tuple[Pair, ...]:
        """The suggested pairs and the settled ones, each with its verdict."""
        return pairs(self.round, self.suggestions())

    def must_allow(self, a: str, b: str, kind: Kind) -> None:
        """Raise `NotAllowed` for a verdict that would be refused whatever its reason, as far as is known here."""
        must_not_contradict(self.round, self._verdict(a, b, kind, kind, ""))

    def effect(self, a: str, b: str, kind: Kind | None, primary: str = "") -> tuple[Move, ...]:
        """What a verdict would change in the ranking; with `None`, what to withdraw it would change."""
        tried = self._verdict(a, b, kind, kind, primary) if kind else None
        return moves(self.ranking(), self.sight.with_verdict((a, b), tried).ranking)

    # What the chair decides

    def settle(self, a: str, b: str, kind: Kind, reason: str, primary: str = "") -> tuple[Move, ...]:
        """Decide about two nominations, also when the round is locked; the answer tells what moved.

        `primary` is the one that stands for both where they are duplicates; without it, `a`.

        Raises:
            NotAllowed: Another verdict says otherwise of these two, or what it must have is not there.
        """
        return self._decide_pair(a, b, self._verdict(a, b, kind, reason, primary))

    def withdraw(self, a: str, b: str) -> tuple[Move, ...]:
        """Take a verdict back, so that the pair is open again; the answer tells what moved."""
        if self.round.verdict((a, b)) is None:
            raise NotAllowed(_("There is no verdict on {a} and {b}").format(a=a, b=b))
        return self._decide_pair(a, b, None)

    def tied(self, nomination: str) -> tuple[str, ...]:
        """Those that the chair may put in an order with a nomination, itself among them, in the order of the round.

        They share a rank by all rules that the round asks before the chair; a decision that stands can be
        taken anew.

        Raises:
            NotAllowed: The round leaves no tie to the chair, or nothing is tied with it.
        """
        return self.sight.tied(nomination)

    def decide_tie(self, order: Sequence[str], reason: str) -> None:
        """Put tied nominations in an order, the best first.

        Raises:
            NotAllowed: There is no reason, the round leaves no tie to the chair, or these are not tied.
        """
        must_have(self.round, *order)
        if len(order) < 2 or len(set(order)) < len(order) or not set(order) <= set(self.tied(order[0])):
            raise NotAllowed(_("Only nominations that share a rank can be put in an order"))
        decision = TieDecision(tuple(order), said(reason), self._clock())
        deliberation = self._store.round().deliberation
        self._store.save_deliberation(replace(deliberation, ties=(*deliberation.ties, decision)))
        self.refresh()

    def recuse(self, juror: str, nomination: str, conflict: Conflict) -> None:
        """Take a juror out for a nomination; a recusal that stands already is replaced."""
        must_have(self.round, nomination)
        if self.round.rules.juror(juror) is None:
            raise NotAllowed(_("{juror} is not a juror of this round").format(juror=juror))
        declared = replace(conflict, reason=said(conflict.reason))
        self._save_recusals(juror, nomination, Recusal(juror, nomination, declared, "chair", self._clock()))

    def unrecuse(self, juror: str, nomination: str) -> None:
        """Let a juror in again whom the chair or the secretariat took out; a conflict declared by the juror stays."""
        if nomination not in self.round.recused(juror):
            message = _("Nobody took {juror} out for nomination {nomination}")
            raise NotAllowed(message.format(juror=juror, nomination=nomination))
        self._save_recusals(juror, nomination)

    def lock(self) -> None:
        """Lock the round: no ballot may change any more. A lock that stands keeps its time."""
        self._lock(locked=True)

    def unlock(self) -> None:
        """Open the round again."""
        self._lock(locked=False)

    def export(self, folder: Path, *, with_names: bool = False, leave_out: bool = False) -> tuple[Path, ...]:
        """Write the result, as it is in the store now, into a folder; the answer names the files.

        Raises:
            BadInput: Something in the round or the ballots is wrong, and `leave_out` does not say to do without it.
            CannotStore: The folder cannot be written.
        """
        # Imported here: a bundle is written once in a round.
        from nominate_tui.export.bundle import write_bundle

        self.refresh()
        if not leave_out and any(problem.severity == "error" for problem in self.problems):
            raise BadInput(self.problems)
        seen = self.sight
        return write_bundle(folder, seen.round, seen.ballots, seen.ranking, with_names=with_names)

    def _decide_pair(self, a: str, b: str, given: Verdict | None) -> tuple[Move, ...]:
        before, stored = self.ranking(), self._store.round()
        if given:
            must_not_contradict(stored, given)
        after = self.sight.with_round(stored).with_verdict((a, b), given)
        self._store.save_verdicts(after.round.verdicts)
        self.sight = after
        self.sight = replace(after, misfits=misfits(self._store))
        return moves(before, self.ranking())

    def _verdict(self, a: str, b: str, kind: Kind, reason: str, primary: str) -> Verdict:
        return verdict(self.round, Verdict(a, b, kind, reason, self._clock(), primary))

    def _save_recusals(self, juror: str, nomination: str, *new: Recusal) -> None:
        stored = self._store.round().recusals
        others = (r for r in stored if (r.juror, r.nomination) != (juror, nomination))
        self._store.save_recusals((*others, *new))
        self.refresh()

    def _lock(self, *, locked: bool) -> None:
        deliberation = self._store.round().deliberation
        if (deliberation.locked is not None) != locked:
            at = self._clock() if locked else None
            self._store.save_deliberation(replace(deliberation, locked=at))
        self.refresh()

"""The chair's door: follow the jury, settle duplicates, rank, decide ties, adopt, lock and export."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from nominate_tui.errors import BadInput, NotAllowed
from nominate_tui.jury.count import Count
from nominate_tui.jury.following import Following
from nominate_tui.jury.moves import Move, moves
from nominate_tui.jury.ruling import must_have, must_not_contradict, said, verdict
from nominate_tui.jury.settling import Verdicts, Word, as_group, put, replaced, with_verdict, without
from nominate_tui.jury.sight import misfits
from nominate_tui.jury.what_if import adopted, taken_back, try_out
from nominate_tui.locale.catalogue import _
from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.deliberation import Deliberation, Signed, TieDecision
from nominate_tui.model.duplicate import Kind, Verdict
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.outdated import noted
from nominate_tui.model.round import Round
from nominate_tui.model.what_if import WhatIf


class ChairDesk(Following):
    """The chair's evening with a round. No private note of a juror is ever in it.

    Every decision is in the store, with its time, when the method that takes it returns. Methods that decide
    something raise `NotAllowed` where the decision is against the rules, before anything is written.
    """

    # What a decision would change

    def must_allow(self, a: str, b: str, kind: Kind) -> None:
        """Raise `NotAllowed` for a verdict that would be refused whatever its reason, as far as is known here."""
        self._must_allow(self.sight.stored, a, b, kind)

    def _must_allow(self, stored: Round, a: str, b: str, kind: Kind) -> None:
        # Who stands for both is asked later, and changes nothing in whether the two can be one.
        primary = a if kind == "duplicate" else ""
        must_not_contradict(stored, verdict(stored, Verdict(a, b, kind, kind, self._clock(), primary)))

    def effect(self, a: str, b: str, kind: Kind | None, primary: str = "") -> tuple[Move, ...]:
        """What a verdict would change in the ranking; with `None`, what to withdraw it would change."""
        stored = self.sight.stored
        if kind is None:
            return self._effect(replaced(stored.verdicts, (a, b)))
        return self._effect(put(stored, verdict(stored, Verdict(a, b, kind, kind, self._clock(), primary))))

    def effect_of_group(self, members: Sequence[str], primary: str = "") -> tuple[Move, ...]:
        """What `settle_group` would change in the ranking; it refuses what that would refuse."""
        return self._effect(as_group(self.sight.stored, members, Word("?", self._clock(), primary)))

    def effect_of_taking_out(self, member: str, primary: str = "") -> tuple[Move, ...]:
        """What `take_out` would change in the ranking; it refuses what that would refuse."""
        return self._effect(without(self.sight.stored, member, "distinct", Word("?", self._clock(), primary)))

    # What the chair decides

    def settle(
        self,
        a: str,
        b: str,
        kind: Kind,
        reason: str,
        primary: str = "",
        seen: Nominations | None = None,
    ) -> tuple[Move, ...]:
        """Decide about two nominations, also when the round is locked; the answer tells what moved.

        `seen` are the texts that the chair read, as those of the following methods are; without them, those that were
        seen last. Where one is another in the round by now, the verdict is outdated at once.

        `primary` is the one that stands for both where they are duplicates, and for the groups that they are in;
        without it, the primary of the group that one of them is in, or else `a`.

        Raises:
            NotAllowed: Another verdict says otherwise of these two, they are in two groups and no primary is named,
                or what it must have is not there.
        """
        meant = Verdict(a, b, kind, reason, self._clock(), primary)

        def decided(stored: Round) -> Verdicts:
            self._must_allow(stored, a, b, kind)
            return with_verdict(stored, verdict(stored, meant))

        return self._settle(decided, seen)

    def settle_group(
        self, members: Sequence[str], reason: str, primary: str = "", seen: Nominations | None = None
    ) -> tuple[Move, ...]:
        """Decide that some nominations are one initiative, all at once; the answer tells what moved.

        Without a primary, that of the group which some of them are in stands for all, or else the first of them.

        Raises:
            NotAllowed: A verdict calls two of them distinct, they are in two groups and no primary is named, or what
                the decision must have is not there.
        """
        word = Word(reason, self._clock(), primary)
        return self._settle(lambda stored: as_group(stored, members, word), seen)

    def take_out(
        self,
        member: str,
        reason: str,
        kind: Literal["distinct", "related"] = "distinct",
        primary: str = "",
        seen: Nominations | None = None,
    ) -> tuple[Move, ...]:
        """Take a nomination out of its duplicate group, the others of which stay one; the answer tells what moved.

        It is distinct from each of them then, or related. Where it was their primary, `primary` is, or without it the
        one that the latest verdict among them names, or else the first in the round.

        Raises:
            NotAllowed: It is in no group, or what the decision must have is not there.
        """
        word = Word(reason, self._clock(), primary)
        return self._settle(lambda stored: without(stored, member, kind, word), seen)

    def withdraw(self, a: str, b: str) -> tuple[Move, ...]:
        """Take a verdict back, so that the pair is open again; the answer tells what moved."""
        if self.sight.stored.verdict((a, b)) is None:
            raise NotAllowed(_("There is no verdict on {a} and {b}").format(a=a, b=b))
        return self._settle(lambda stored: replaced(stored.verdicts, (a, b)))

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

    def try_out(self, what: WhatIf) -> Count:
        """What would follow if `what` were adopted; nothing is kept.

        Raises:
            NotAllowed: It names what the round does not have, or leaves nothing to rank by.
        """
        return try_out(self.sight, what)

    def adopt(self, what: WhatIf, by: str, reason: str) -> tuple[Move, ...]:
        """Rank by `what` from now on, also when the round is locked; the answer tells what moved.

        Raises:
            NotAllowed: It does not fit, nothing is different, the method does not hold, or name or reason is not there.
        """
        stored = self._store.round()
        return self._decide(adopted(self.sight, stored, what, Signed(by, reason, self._clock())))

    def take_back(self, by: str, reason: str) -> tuple[Move, ...]:
        """Take the latest amendment back that stands: what held before it holds again; the answer tells what moved.

        Raises:
            NotAllowed: None stands, or name or reason is not there.
        """
        decided = self._store.round().deliberation
        return self._decide(taken_back(decided, Signed(by, reason, self._clock())))

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
        return write_bundle(folder, seen.round, seen.ballots, with_names=with_names)

    def _decide(self, deliberation: Deliberation) -> tuple[Move, ...]:
        before = self.ranking()
        self._store.save_deliberation(deliberation)
        self.refresh()
        return moves(before, self.ranking())

    def _effect(self, tried: Verdicts) -> tuple[Move, ...]:
        return moves(self.ranking(), self.sight.tried_verdicts(tried).ranking)

    def _settle(
        self, decided: Callable[[Round], Verdicts], seen: Nominations | None = None
    ) -> tuple[Move, ...]:
        """Put what was decided on the round as it is stored now in the place of its verdicts.

        A verdict that is new notes the texts that were seen; one of which only the primary is another keeps its own.
        """
        before, stored = self.ranking(), self._store.round()
        texts = self.sight.stored.nominations if seen is None else seen
        verdicts = (
            verdict if verdict.texts or _is_carried(verdict, stored) else noted(verdict, texts)
            for verdict in decided(stored)
        )
        after = self.sight.with_round(stored).with_verdicts(verdicts)
        self._store.save_verdicts(after.stored.verdicts)
        self.sight = after
        self.sight = replace(after, misfits=misfits(self._store))
        return moves(before, self.ranking())

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


def _is_carried(verdict: Verdict, stored: Round) -> bool:
    """Whether a verdict is one that stands, or the same with another primary: nobody looked at its texts again."""
    known = stored.verdict(verdict.pair)
    return known is not None and replace(known, primary=verdict.primary, at=verdict.at) == verdict

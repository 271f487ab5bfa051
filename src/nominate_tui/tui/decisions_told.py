"""Every decision of the chair as a line: when, what, about whom, why."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from nominate_tui.duplicates.groups import groups
from nominate_tui.locale.catalogue import _
from nominate_tui.model.deliberation import Amendment, TieDecision
from nominate_tui.model.duplicate import Group, Verdict
from nominate_tui.model.outdated import changed_after
from nominate_tui.model.round import Round
from nominate_tui.ranking.what_if_told import amendment_told
from nominate_tui.tui.chair_words import KIND_SIGNS, KIND_WORDS, stands_for
from nominate_tui.tui.words import OUTDATED


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision, told."""

    at: datetime
    what: str
    reason: str


def decisions(round: Round) -> tuple[Decision, ...]:
    """The decisions that stand, the latest first."""
    return tuple(sorted(_told(round), key=lambda decision: decision.at, reverse=True))


def _told(round: Round) -> Iterator[Decision]:
    if locked := round.deliberation.locked:
        yield Decision(locked, _("The round is locked"), _("no ballot may change any more"))
    yield from (_tie(tie) for tie in round.deliberation.ties)
    for amendment in round.deliberation.amendments:
        yield from _amendment(round, amendment)
    group_of = {id: group for group in groups(round.verdicts, round.nominations.ids) for id in group.members}
    for verdict in round.verdicts:
        told = _verdict(verdict, group_of.get(verdict.a))
        outdated = changed_after(verdict, round.nominations)
        yield replace(told, what=f"{told.what} {OUTDATED}") if outdated else told
    for recusal in round.recusals:
        juror = round.rules.juror(recusal.juror)
        name = juror.name if juror else recusal.juror
        what = _("{juror} is out for {nomination}").format(juror=name, nomination=recusal.nomination)
        yield Decision(recusal.at, f"× {what}", recusal.conflict.reason)


def _amendment(round: Round, amendment: Amendment) -> Iterator[Decision]:
    """What was adopted, by whom; and that it was taken back, where it was."""
    told, by = amendment_told(round, amendment), _("{what} (by {name})")
    what = _("Adopted: {changes}").format(changes=told)
    signed, back = amendment.signed, amendment.taken_back
    yield Decision(signed.at, by.format(what=what, name=signed.by), signed.reason)
    if back:
        what = _("Taken back: {changes}").format(changes=told)
        yield Decision(back.at, by.format(what=what, name=back.by), back.reason)


def _tie(tie: TieDecision) -> Decision:
    what = _("Tie decided: {order}").format(order=" > ".join(tie.order))
    return Decision(tie.at, what, tie.reason)


def _verdict(verdict: Verdict, group: Group | None) -> Decision:
    what = f"{KIND_SIGNS[verdict.kind]} {verdict.a}–{verdict.b} {_(KIND_WORDS[verdict.kind])}"
    stands = stands_for(verdict, group) if group else ""
    return Decision(verdict.at, f"{what}, {stands}" if stands else what, verdict.reason)

"""What the chair is asked before a decision is taken, and the decision itself. Each answer is a line to show."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from textual.screen import Screen

from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.jury.voices import Voice
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict
from nominate_tui.model.duplicate import Kind
from nominate_tui.tui.chair_words import KIND_WORDS, effect, waited_for
from nominate_tui.tui.dialogs.ask import AskLine, Choose
from nominate_tui.tui.words import CONFLICTS


async def settle(screen: Screen[None], desk: ChairDesk, pair: Pair, kind: Kind) -> str:
    """Ask which of two stands for both, and why; the answer is the effect, empty where nothing was decided."""
    primary = await _primary(screen, desk, pair) if kind == "duplicate" else ""
    if primary is None:
        return ""
    foreseen = effect(await asyncio.to_thread(desk.effect, pair.a, pair.b, kind, primary))
    title = _("{a}–{b} {kind}: why?").format(a=pair.a, b=pair.b, kind=_(KIND_WORDS[kind]))
    before = pair.verdict.reason if pair.verdict else ""
    body = _("Effect: {effect}").format(effect=foreseen)
    reason = await screen.app.push_screen_wait(AskLine(title, before, body=body, required=True))
    if not reason:
        return ""
    return effect(desk.settle(pair.a, pair.b, kind, reason, primary))


async def _primary(screen: Screen[None], desk: ChairDesk, pair: Pair) -> str | None:
    options = []
    for id in (pair.a, pair.b):
        foreseen = effect(await asyncio.to_thread(desk.effect, pair.a, pair.b, "duplicate", id))
        options.append((id, f"{id}  {desk.round.nominations[id].title}\n    {foreseen}"))
    body = _("The reviews of both count for it; the other is listed under it and not ranked.")
    return await screen.app.push_screen_wait(Choose(_("Which of the two stands for both?"), options, body))


async def withdraw(screen: Screen[None], desk: ChairDesk, pair: Pair) -> str:
    """Ask whether a verdict shall be taken back; the answer is the effect, empty where nothing was decided."""
    if pair.verdict is None:
        return ""
    foreseen = effect(await asyncio.to_thread(desk.effect, pair.a, pair.b, None))
    title = _("Take the verdict on {a}–{b} back?").format(a=pair.a, b=pair.b)
    if not await _sure(screen, title, _("Yes, take it back"), _("Effect: {effect}").format(effect=foreseen)):
        return ""
    return effect(desk.withdraw(pair.a, pair.b))


async def decide_tie(screen: Screen[None], desk: ChairDesk, nomination: str) -> bool:
    """Ask for the order of those that are tied with a nomination, and why; whether it was decided."""
    order = await _order(screen, desk, desk.tied(nomination))
    if order is None:
        return False
    title = _("{order}: why?").format(order=" > ".join(order))
    reason = await screen.app.push_screen_wait(AskLine(title, required=True))
    if not reason:
        return False
    desk.decide_tie(order, reason)
    return True


async def _order(screen: Screen[None], desk: ChairDesk, tied: Sequence[str]) -> tuple[str, ...] | None:
    left = list(tied)
    order: list[str] = []
    while len(left) > 1:
        options = [(id, f"{id}  {desk.round.nominations[id].title}") for id in left]
        so_far = " > ".join(order)
        best = await screen.app.push_screen_wait(Choose(_("Which of them comes first?"), options, so_far))
        if best is None:
            return None
        order.append(best)
        left.remove(best)
    return (*order, *left)


async def recuse(screen: Screen[None], desk: ChairDesk, nomination: str) -> bool:
    """Ask which juror is out for a nomination and why, or is let in again; whether it was decided."""
    voices = [voice for voice in desk.voices(nomination) if voice.nomination == nomination]
    options = [(voice.juror.id, _who(voice)) for voice in voices]
    title = _("Who is out for {nomination}?").format(nomination=nomination)
    juror = await screen.app.push_screen_wait(Choose(title, options))
    if juror is None:
        return False
    if any(voice.by_chair for voice in voices if voice.juror.id == juror):
        desk.unrecuse(juror, nomination)
        return True
    conflict = await _conflict(screen)
    if conflict:
        desk.recuse(juror, nomination, conflict)
    return conflict is not None


def _who(voice: Voice) -> str:
    if voice.by_chair:
        return _("{juror}: let in again").format(juror=voice.juror.name)
    return voice.juror.name


async def _conflict(screen: Screen[None]) -> Conflict | None:
    kinds = [(kind, _(CONFLICTS[kind])) for kind in CONFLICT_KINDS]
    chosen = await screen.app.push_screen_wait(Choose(_("What is the conflict of interest?"), kinds))
    if chosen is None:
        return None
    reason = await screen.app.push_screen_wait(
        AskLine(_("Why? In a few words, for the record"), required=True)
    )
    kind = next(kind for kind in CONFLICT_KINDS if kind == chosen)
    return Conflict(kind, reason) if reason else None


async def lock(screen: Screen[None], desk: ChairDesk) -> bool:
    """Ask whether the round shall be locked, or opened again; whether it was decided."""
    if desk.round.deliberation.locked:
        body = _("Jurors can then change and reopen their ballots again.")
        sure = await _sure(screen, _("Open the round again?"), _("Yes, open it"), body)
        if sure:
            desk.unlock()
        return sure
    sure = await _sure(screen, _("Lock the round?"), _("Yes, lock it"), _what_a_lock_means(desk))
    if sure:
        desk.lock()
    return sure


def _what_a_lock_means(desk: ChairDesk) -> str:
    told = _("No juror can then change a score. You can open it again.")
    waiting = [f"{each.juror.name}: {waited_for(each)}" for each in desk.missing()]
    return "\n".join([told, "", *waiting]) if waiting else told + "\n" + _("All jurors are done.")


async def export(screen: Screen[None], desk: ChairDesk, place: Path) -> tuple[Path, ...]:
    """Ask where to, and under which names; the answer are the files written, none where nothing was."""
    title = _("Write the result into which folder?")
    folder = await screen.app.push_screen_wait(AskLine(title, str(place), required=True))
    if not folder:
        return ()
    names = await screen.app.push_screen_wait(
        Choose(
            _("How shall the jurors be named in scores.csv?"),
            [
                ("pseudonyms", _("Under pseudonyms: J1, J2 …")),
                ("names", _("With their names")),
            ],
        )
    )
    if names is None or not await _with_problems(screen, desk):
        return ()
    to, named, leave_out = Path(folder).expanduser(), names == "names", bool(desk.problems)
    return desk.export(to, with_names=named, leave_out=leave_out)


async def _with_problems(screen: Screen[None], desk: ChairDesk) -> bool:
    n = len(desk.problems)
    if not n:
        return True
    title = ngettext(
        "{n} problem in the ballots: what is wrong does not count. Write the result without it?",
        "{n} problems in the ballots: what is wrong does not count. Write the result without it?",
        n,
    ).format(n=n)
    return await _sure(screen, title, _("Yes, without what is wrong"), "\n".join(map(str, desk.problems[:5])))


async def _sure(screen: Screen[None], title: str, yes: str, body: str) -> bool:
    options = [("no", _("No, leave it as it is")), ("yes", yes)]
    return await screen.app.push_screen_wait(Choose(title, options, body)) == "yes"

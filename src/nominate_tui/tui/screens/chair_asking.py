"""What the chair is asked before a decision is taken, and the decision itself.

The functions ask their first question at once, and answer with what can be awaited: a line to show, or nothing.
"""

from collections.abc import Awaitable, Callable, Container, Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from textual.screen import Screen

from nominate_tui.errors import Problem
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.jury.voices import Voice
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict, ConflictKind
from nominate_tui.model.duplicate import Kind
from nominate_tui.tui.chair_words import KIND_WORDS, effect, waited_for
from nominate_tui.tui.dialogs.ask import AskLine, Choose
from nominate_tui.tui.screens.chair_answers import (
    asked,
    called,
    decided,
    decided_with_reason,
    effect_and_persons,
    effect_told,
    in_body,
    which_stands,
)
from nominate_tui.tui.words import CONFLICTS

T = TypeVar("T")


def settle(screen: Screen[None], desk: ChairDesk, pair: Pair, kind: Kind) -> Awaitable[str | None]:
    """Ask which of two stands for both, and why; the answer is the effect, `None` where nothing was decided.

    Raises:
        NotAllowed: Another verdict says otherwise of these two; nothing is asked.
    """
    desk.must_allow(pair.a, pair.b, kind)
    if kind == "duplicate":
        return _settle_duplicate(screen, desk, pair, _primary(screen, desk, pair))
    return _settle(screen, desk, pair, kind)


async def _settle_duplicate(
    screen: Screen[None], desk: ChairDesk, pair: Pair, asked_primary: Awaitable[str | None]
) -> str | None:
    primary = await asked_primary
    return await _settle(screen, desk, pair, "duplicate", primary) if primary else None


def _settle(
    screen: Screen[None], desk: ChairDesk, pair: Pair, kind: Kind, primary: str = ""
) -> Awaitable[str | None]:
    title = _("{a}–{b} {kind}: why?").format(a=pair.a, b=pair.b, kind=_(KIND_WORDS[kind]))
    if pair.verdict and pair.verdict.kind != kind:
        stands = _(KIND_WORDS[pair.verdict.kind])
        title = _("{a}–{b} {kind}, and no longer {stands}: why?").format(
            a=pair.a, b=pair.b, kind=_(KIND_WORDS[kind]), stands=stands
        )
    # What was said for another verdict is no reason for this one.
    before = pair.verdict.reason if pair.verdict and pair.verdict.kind == kind else ""
    seen = desk.round.nominations  # They may change before the question is answered.
    question = AskLine(title, before, body=effect_told(), required=True)
    foreseen = in_body(question, lambda: desk.effect(pair.a, pair.b, kind, primary))
    return decided_with_reason(
        screen,
        desk,
        title,
        asked(screen, question, [foreseen]),
        lambda reason: effect_and_persons(
            desk, desk.settle(pair.a, pair.b, kind, reason, primary, seen), reason
        ),
    )


def _primary(screen: Screen[None], desk: ChairDesk, pair: Pair) -> Awaitable[str | None]:
    """Ask for one of the two, or who stands for their groups, with the effect of each; the likeliest comes first."""
    title = _("Which of the two stands for both?")
    body = _("The reviews of both count for it; the other is listed under it and not ranked.")
    if whole := {id for group in pair.groups.values() for id in group.members} - pair.ids:
        title = _("Which of the {n} stands for all?").format(n=len(whole | pair.ids))
        body = _("The reviews of all count for it; the others are listed under it and not ranked.")
    ids = _who_may_stand(pair)
    return which_stands(
        screen, (title, body), called(desk, ids), lambda id: desk.effect(pair.a, pair.b, "duplicate", id)
    )


def _who_may_stand(pair: Pair) -> Sequence[str]:
    """Who stands for the groups of the two so far, that of the larger group first; then the two themselves."""
    settled = sorted(pair.groups.values(), key=lambda group: -len(group.members))
    return tuple(dict.fromkeys((*(group.primary for group in settled), pair.a, pair.b)))


def withdraw(screen: Screen[None], desk: ChairDesk, pair: Pair) -> Awaitable[str | None]:
    """Ask whether a verdict shall be taken back; the answer is the effect, `None` where nothing was decided."""
    title = _("Take the verdict on {a}–{b} back?").format(a=pair.a, b=pair.b)
    question = _sure(title, _("Yes, take it back"), effect_told())
    foreseen = in_body(question, lambda: desk.effect(pair.a, pair.b, None))
    answer = asked(screen, question, [foreseen])
    return _if_sure(desk, answer, lambda: effect(desk.withdraw(pair.a, pair.b)))


async def _if_sure(desk: ChairDesk, answer: Awaitable[str | None], decide: Callable[[], T]) -> T | None:
    return await decided(desk, decide) if await answer == "yes" else None


def decide_tie(screen: Screen[None], desk: ChairDesk, nomination: str) -> Awaitable[None]:
    """Ask for the order of those that are tied with a nomination, and why.

    Raises:
        NotAllowed: Nothing is tied with it; nothing is asked.
    """
    left = desk.tied(nomination)
    return _order(screen, desk, left, asked(screen, _next(desk, left, ())))


async def _order(
    screen: Screen[None], desk: ChairDesk, tied: Sequence[str], answer: Awaitable[str | None]
) -> None:
    order: tuple[str, ...] = ()
    left = list(tied)
    while best := await answer:
        order = (*order, best)
        left.remove(best)
        if len(left) < 2:
            await _why_so(screen, desk, (*order, *left))
            return
        answer = asked(screen, _next(desk, left, order))


def _next(desk: ChairDesk, left: Iterable[str], order: Iterable[str]) -> Choose:
    options = [(id, f"{id}  {desk.round.nominations[id].title}") for id in left]
    return Choose(_("Which of them comes first?"), options, " > ".join(order))


def _why_so(screen: Screen[None], desk: ChairDesk, order: Sequence[str]) -> Awaitable[None]:
    title = _("{order}: why?").format(order=" > ".join(order))
    answer = asked(screen, AskLine(title, required=True))

    def decide(reason: str) -> Sequence[Problem]:
        desk.decide_tie(order, reason)
        return desk.persons_named(reason)

    return _warned(screen, decided_with_reason(screen, desk, title, answer, decide))


async def _warned(screen: Screen[None], answer: Awaitable[Sequence[Problem] | None]) -> None:
    """Decide, and tell what should be known of the reason."""
    for problem in await answer or ():
        screen.notify(str(problem), severity="warning", markup=False)


def recuse(screen: Screen[None], desk: ChairDesk, nomination: str) -> Awaitable[None]:
    """Ask which juror is out for a nomination and why, or is let in again."""
    voices = [voice for voice in desk.voices(nomination) if voice.nomination == nomination]
    title = _("Who is out for {nomination}?").format(nomination=nomination)
    answer = asked(screen, Choose(title, [(voice.juror.id, _who(voice)) for voice in voices]))
    out = {voice.juror.id for voice in voices if voice.by_chair}
    return _recuse(screen, desk, nomination, out, answer)


def _who(voice: Voice) -> str:
    if voice.by_chair:
        return _("{juror}: let in again").format(juror=voice.juror.name)
    return voice.juror.name


async def _recuse(
    screen: Screen[None], desk: ChairDesk, nomination: str, out: Container[str], answer: Awaitable[str | None]
) -> None:
    juror = await answer
    if juror is None:
        return
    if juror in out:
        await decided(desk, lambda: desk.unrecuse(juror, nomination))
        return
    kinds = {kind: _(CONFLICTS[kind]) for kind in CONFLICT_KINDS}
    chosen = await asked(screen, Choose(_("What is the conflict of interest?"), [*kinds.items()]))
    for kind in (kind for kind in CONFLICT_KINDS if kind == chosen):
        await _why_out(screen, desk, juror, nomination, kind)


def _why_out(
    screen: Screen[None], desk: ChairDesk, juror: str, nomination: str, kind: ConflictKind
) -> Awaitable[None]:
    title = _("Why? In a few words, for the record")
    answer = asked(screen, AskLine(title, required=True))
    return decided_with_reason(
        screen, desk, title, answer, lambda reason: desk.recuse(juror, nomination, Conflict(kind, reason))
    )


def lock(screen: Screen[None], desk: ChairDesk) -> Awaitable[None]:
    """Ask whether the round shall be locked, or opened again."""
    if desk.round.deliberation.locked:
        body = _("Jurors can then change and reopen their ballots again.")
        question = _sure(_("Open the round again?"), _("Yes, open it"), body)
        return _if_sure(desk, asked(screen, question), desk.unlock)
    question = _sure(_("Lock the round?"), _("Yes, lock it"), _what_a_lock_means(desk))
    return _if_sure(desk, asked(screen, question), desk.lock)


def _what_a_lock_means(desk: ChairDesk) -> str:
    told = _("No juror can then change a score. You can open it again.")
    waiting = [f"{each.juror.name}: {waited_for(each)}" for each in desk.missing()]
    return "\n".join([told, "", *waiting]) if waiting else told + "\n" + _("All jurors are done.")


def export(screen: Screen[None], desk: ChairDesk, place: Path) -> Awaitable[tuple[Path, ...]]:
    """Ask where to, and under which names; the answer are the files written, none where nothing was."""
    title = _("Write the result into which folder?")
    return _export(screen, desk, asked(screen, AskLine(title, str(place), required=True)))


async def _export(screen: Screen[None], desk: ChairDesk, answer: Awaitable[str | None]) -> tuple[Path, ...]:
    folder = await answer
    names = await asked(screen, _under_which_names()) if folder else None
    if not folder or names is None or not await _with_problems(screen, desk):
        return ()
    to, named, leave_out = Path(folder).expanduser(), names == "names", bool(desk.problems)
    return await decided(desk, lambda: desk.export(to, with_names=named, leave_out=leave_out))


def _under_which_names() -> Choose:
    options = [("pseudonyms", _("Under pseudonyms: J1, J2 …")), ("names", _("With their names"))]
    return Choose(_("How shall the jurors be named in scores.csv?"), options)


async def _with_problems(screen: Screen[None], desk: ChairDesk) -> bool:
    n = len(desk.problems)
    if not n:
        return True
    title = ngettext(
        "{n} problem in the round: what is wrong does not count. Write the result without it?",
        "{n} problems in the round: what is wrong does not count. Write the result without it?",
        n,
    ).format(n=n)
    body = "\n".join(map(str, desk.problems[:5]))
    return await asked(screen, _sure(title, _("Yes, without what is wrong"), body)) == "yes"


def _sure(title: str, yes: str, body: str) -> Choose:
    return Choose(title, [("no", _("No, leave it as it is")), ("yes", yes)], body)

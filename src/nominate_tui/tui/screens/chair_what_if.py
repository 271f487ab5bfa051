"""How the chair tries another ranking, adopts it, takes that back, and reads how sure the ranking is."""

from collections.abc import Awaitable, Callable

from textual.screen import Screen

from nominate_tui.errors import NotAllowed
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.moves import moves
from nominate_tui.locale.catalogue import _
from nominate_tui.model.in_force import before
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.what_if_told import amendment_told, as_sentence, changes_told
from nominate_tui.tui.chair_words import effect
from nominate_tui.tui.dialogs.ask import AskLine
from nominate_tui.tui.screens.chair_answers import asked, decided_with_reason, effect_and_persons


def how_sure(screen: Screen[None], desk: ChairDesk) -> Awaitable[None]:
    """Show how sure the ranking is; what takes a moment is worked out in a thread."""
    # Imported here: the page is wanted later than the desk.
    from nominate_tui.tui.certainty_told import sure_told
    from nominate_tui.tui.dialogs.how_sure import HowSure
    from nominate_tui.tui.told_lines import Line

    page, count = HowSure(desk.round.rules.title), desk.sight.count
    told: list[Line] = []

    def work_out() -> str:
        told.extend(sure_told(count))
        return ""

    return asked(screen, page, [(work_out, lambda _nothing: page.tell(told))])


def what_if(screen: Screen[None], desk: ChairDesk) -> Awaitable[str | None]:
    """Try another ranking; what is to be adopted is asked for name and reason. The answer is the effect.

    Who does not say who decides, or why, goes on with the trial.
    """
    # Imported here: it is wanted later than the desk.
    from nominate_tui.tui.dialogs.trying import Trying

    first = Trying(desk)
    answer = asked(screen, first)

    async def until_decided(page: Trying, answer: Awaitable[WhatIf | None]) -> str | None:
        while (what := await answer) is not None:
            if done := await _adopt(screen, desk, what):
                return done
            page = Trying(desk, page.trial)
            answer = asked(screen, page)
        return None

    return until_decided(first, answer)


def _adopt(screen: Screen[None], desk: ChairDesk, what: WhatIf) -> Awaitable[str | None]:
    """Ask who adopts it and why."""
    changed = "; ".join(changes_told(desk.round, before(desk.sight.stored, what), what))
    moved = effect(moves(desk.ranking(), desk.try_out(what).ranking))
    body = f"{as_sentence(changed)}\n" + _("Effect: {effect}").format(effect=moved)
    return _signed(
        screen,
        desk,
        _("Rank by this from now on"),
        body,
        lambda by, why: effect_and_persons(desk, desk.adopt(what, by, why), why),
    )


def take_back(screen: Screen[None], desk: ChairDesk) -> Awaitable[str | None]:
    """Take back what was adopted last; the answer is the effect.

    Raises:
        NotAllowed: Nothing stands that was adopted; nothing is asked.
    """
    standing = desk.round.deliberation.standing
    if not standing:
        raise NotAllowed(_("No amendment stands that could be taken back"))
    told = amendment_told(desk.sight.stored, standing[-1])
    title = _("Take back what was adopted last")
    return _signed(
        screen,
        desk,
        title,
        as_sentence(told),
        lambda by, why: effect_and_persons(desk, desk.take_back(by, why), why),
    )


def _signed(
    screen: Screen[None], desk: ChairDesk, title: str, body: str, decide: Callable[[str, str], str]
) -> Awaitable[str | None]:
    """Ask who decides it and why, then decide."""
    who = _("{title}: who decides it? A name, for the record").format(title=title)
    answer = asked(screen, AskLine(who, _last_name(desk), body=body, required=True))
    return _with_reason(screen, desk, title, body, answer, decide)


async def _with_reason(
    screen: Screen[None],
    desk: ChairDesk,
    title: str,
    body: str,
    answer: Awaitable[str | None],
    decide: Callable[[str, str], str],
) -> str | None:
    by = await answer
    if not by:
        return None
    why = _("{title}: why?").format(title=title)
    reason = asked(screen, AskLine(why, body=body, required=True))
    return await decided_with_reason(screen, desk, why, reason, lambda said: decide(by, said))


def _last_name(desk: ChairDesk) -> str:
    """Who decided the last time; that is who does so now, most often."""
    amendments = desk.round.deliberation.amendments
    return (amendments[-1].taken_back or amendments[-1].signed).by if amendments else ""

"""How the chair is asked: a question is on the screen at once, and what was typed into it is not lost.

A key typed ahead of a question is never taken for a command, since nothing is waited for before the question is
shown. What takes a moment is worked out in a thread meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from textwrap import shorten
from typing import Final, TypeVar

from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from nominate_tui.errors import NominateError
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.moves import Move
from nominate_tui.locale.catalogue import _
from nominate_tui.tui.chair_words import effect
from nominate_tui.tui.dialogs.ask import AskLine, Choose

T = TypeVar("T")

_OWNER: Final = 60
"""Characters of an organisation that are told beside a title."""
_NOT_YET: Final = "…"
"""What stands in the place of an effect until it is known."""

Foreseen = tuple[Callable[[], str], Callable[[str], None]]
"""What works a text out, in a thread, and what then shows it in the question."""


def asked(
    screen: Screen[None], question: Screen[T], foreseen: Iterable[Foreseen] = ()
) -> "asyncio.Future[T | None]":
    """Put a question on the screen now; its answer can be awaited. What is foreseen is shown once it is known."""
    answer: asyncio.Future[T | None] = asyncio.get_running_loop().create_future()
    mounted = screen.app.push_screen(question, answer.set_result)
    screen.run_worker(_show(mounted, tuple(foreseen)), group="foresee", exclusive=True)
    return answer


async def _show(mounted: Awaitable[None], foreseen: Iterable[Foreseen]) -> None:
    await mounted
    for work_out, show in foreseen:
        try:
            show(await asyncio.to_thread(work_out))
        except NominateError as error:
            show(str(error))


def effect_told(foreseen: str = _NOT_YET) -> str:
    """What a decision would change, in a line; without it, that it is being worked out."""
    return _("Effect: {effect}").format(effect=foreseen)


def in_body(question: Screen[T], foresee: Callable[[], Sequence[Move]]) -> Foreseen:
    """Work out what a decision would change, and show it in the body of a question."""

    def show(foreseen: str) -> None:
        for body in question.query(".body").results(Static):
            body.update(Content(effect_told(foreseen)))

    return (lambda: effect(foresee())), show


def called(desk: ChairDesk, ids: Iterable[str]) -> dict[str, str]:
    """What nominations are called, and whose they are, by id: duplicates have one title more often than not."""
    several = ((id, desk.round.nominations[id]) for id in ids)
    return {
        id: " · ".join(filter(None, (each.title, shorten(each.organisation, _OWNER, placeholder=" …"))))
        for id, each in several
    }


def which_stands(
    screen: Screen[None],
    question: tuple[str, str],
    nominations: dict[str, str],
    foresee: Callable[[str], Sequence[Move]],
) -> "asyncio.Future[str | None]":
    """Ask which nomination stands for the others, with the effect of each; the answer is its id.

    `question` is the title and what is told below it, `nominations` are what they are called by id, the likeliest first.
    """
    heads = {id: f"{id}  {title}" for id, title in nominations.items()}
    title, body = question
    choose = Choose(title, [(id, f"{head}\n    {_NOT_YET}") for id, head in heads.items()], body)

    def of(id: str) -> Foreseen:
        def show(foreseen: str) -> None:
            for listed in choose.query(OptionList):
                listed.replace_option_prompt(id, Content(f"{heads[id]}\n    {foreseen}"))

        return (lambda: effect(foresee(id))), show

    return asked(screen, choose, [of(id) for id in heads])


def effect_and_persons(desk: ChairDesk, moved: Sequence[Move], reason: str) -> str:
    """What a decision changed, and that its reason names a person, where it does."""
    named = dict.fromkeys(problem.message for problem in desk.persons_named(reason))
    return ". ! ".join((effect(moved), *named))


async def decided(desk: ChairDesk, decide: Callable[[], T]) -> T:
    """Decide in a thread, and work out there what the views will ask for."""

    def work() -> T:
        answer = decide()
        desk.ranking()
        desk.progress()
        return answer

    return await asyncio.to_thread(work)


async def decided_with_reason(
    screen: Screen[None],
    desk: ChairDesk,
    title: str,
    answer: Awaitable[str | None],
    decide: Callable[[str], T],
) -> T | None:
    """Decide with the reason that is the answer to a question; `None` where nothing was decided.

    Where it is refused or cannot be kept, the same is asked again, with what was typed.
    """
    while reason := await answer:
        try:
            return await decided(desk, partial(decide, reason))
        except NominateError as error:
            told = _("Not decided: {error}").format(error=error)
            answer = asked(screen, AskLine(title, reason, body=told, required=True))
    return None

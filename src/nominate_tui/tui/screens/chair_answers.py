"""How the chair is asked: a question is on the screen at once, and what was typed into it is not lost.

A key typed ahead of a question is never taken for a command, since nothing is waited for before the question is
shown. What takes a moment is worked out in a thread meanwhile.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TypeVar

from textual.screen import Screen

from nominate_tui.errors import NominateError
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.locale.catalogue import _
from nominate_tui.tui.dialogs.ask import AskLine

T = TypeVar("T")

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
        show(await asyncio.to_thread(work_out))


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

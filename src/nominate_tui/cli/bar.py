"""Shows somebody who watches a terminal that something is going on, and how far it is."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Timer
from typing import Final

import click

_STEPS: Final = 1000
_SOON: Final = 0.7
"""Seconds after which somebody wonders whether anything is happening."""
_ERASED: Final = "\r\x1b[2K"
"""Takes away the line that a terminal is at: also what was typed there, as "^C"."""


@contextmanager
def bar(label: str) -> Iterator[Callable[[float], None] | None]:
    """A bar on the error stream, to be told shares from 0 to 1; `None` where that is no terminal.

    It is drawn when it is first told, and full when what is done inside ends well.
    """
    if not sys.stderr.isatty():
        yield None
        return
    drawn: list[Callable[[float], None]] = []
    with ExitStack() as stack:

        def told(share: float) -> None:
            if not drawn:
                drawn.append(_draw(label, stack))
            drawn[0](share)

        yield told
        if drawn:
            told(1)


def _draw(label: str, stack: ExitStack) -> Callable[[float], None]:
    shown = stack.enter_context(
        click.progressbar(length=_STEPS, file=sys.stderr, label=label, show_eta=False)
    )
    return lambda share: shown.update(round(share * _STEPS) - shown.pos)


@contextmanager
def waiting(label: str) -> Iterator[None]:
    """Words on the error stream for what takes long and cannot tell how far it is; they are gone when it is done.

    What takes less than a moment says nothing, and nothing is said where that is no terminal.
    """
    if not sys.stderr.isatty():
        yield
        return
    said: list[str] = []

    def say() -> None:
        said.append(label)
        print(label, end="", file=sys.stderr, flush=True)  # noqa: T201  it is taken away again

    timer = Timer(_SOON, say)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if said:
            print(_ERASED, end="", file=sys.stderr, flush=True)  # noqa: T201

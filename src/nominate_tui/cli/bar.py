"""A bar that shows how far something is, for somebody who watches a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Final

import click

_STEPS: Final = 1000


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

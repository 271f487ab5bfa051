"""Long work in parts, side by side where there are cores, that tells how far it is and can be stopped."""

import gc
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from sys import getswitchinterval, setswitchinterval
from threading import Event, Lock
from time import monotonic
from typing import Final, TypeVar

Progress = Callable[[float], None]
"""Told from 0 to 1 how far work is; what it raises stops the work, and goes to whoever asked for it."""

One = TypeVar("One")
Other = TypeVar("Other")
Item = TypeVar("Item")

_THREADS: Final = 2
"""Items that are worked on at once; more cores than that have not paid, for much is done between the items."""
_TURN: Final = 0.0002
"""Seconds of a thread's turn: far less than is usual."""
_EVERY: Final = 0.2
"""Seconds between two tellings."""
_LOOKS: Final = 500
"""Items between two looks whether somebody wants the rest."""


class StoppedWorkError(Exception):
    """Ends a part of work that was stopped. It never leaves `Steps.both`, which raises what stopped it."""


class Steps:
    """How far work is, from 0 to 1. Parts of the work may run anywhere; `progress` is told in the thread that asks for it."""

    def __init__(self, progress: Progress | None = None, *, aside: bool = True) -> None:
        """Begin with nothing done. Where not `aside`, parts run one after the other: work so short that threads cost more."""
        self._aside = aside
        self._progress = progress or _silent
        self._told = monotonic()
        self._done = 0.0
        self._lock = Lock()
        self._stopped = Event()

    def did(self, share: float) -> None:
        """So much more of the work (0 to 1) is done. May be called from any thread.

        Raises:
            StoppedWorkError: Nobody wants the rest.
        """
        with self._lock:
            self._done += share
        if self._stopped.is_set():
            raise StoppedWorkError

    def go_on(self) -> None:
        """Called again and again in long work. May be called from any thread.

        Raises:
            StoppedWorkError: Nobody wants the rest.
        """
        self.did(0.0)

    def both(self, one: Callable[[], One], other: Callable[[], Other]) -> tuple[One, Other]:
        """What two functions return that run side by side; where progress raises, both end with their next step."""
        if not self._aside:
            return self.alone(one), self.alone(other)
        with ThreadPoolExecutor(2) as pool, self._stopping():
            first, second = pool.submit(one), pool.submit(other)
            return self._awaited(first), self._awaited(second)

    def alone(self, one: Callable[[], One]) -> One:
        """What a function returns that runs while progress is told; where it raises, the function ends with its next step."""
        if not self._aside:
            done = one()
            self._tell()
            return done
        with ThreadPoolExecutor(1) as pool, self._stopping():
            return self._awaited(pool.submit(one))

    @contextmanager
    def _stopping(self) -> Iterator[None]:
        """Let no part go on when what waits for it does not."""
        try:
            yield
        except BaseException:
            self._stopped.set()
            raise

    def _awaited(self, part: Future[Item]) -> Item:
        while wait((part,), _EVERY).not_done:
            self._tell()
        return part.result()

    def each(self, items: Sequence[Item], share: float) -> Iterator[Item]:
        """Every item, one after the other; all of them are so much of the work."""
        for item in items:
            yield item
            self._done += share / len(items)
            if monotonic() - self._told > _EVERY:
                self._tell()

    def _tell(self) -> None:
        self._told = monotonic()
        self._progress(min(1.0, self._done))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let long work go on without what takes a third of its time, and is not needed in it.

    Threads take turns so often that one which needs Python now and then is not held up by one that always does; and
    nobody looks for garbage among the millions of objects of a large round, which are all in use.
    """
    turn, collecting = getswitchinterval(), gc.isenabled()
    setswitchinterval(min(turn, _TURN))
    gc.disable()
    try:
        yield
    finally:
        if turn > _TURN:
            setswitchinterval(turn)
        if collecting:
            gc.enable()


def looking(items: Iterable[Item], looked: Callable[[], None]) -> Iterator[Item]:
    """Every item, in order; `looked` is called now and then, and what it raises goes through."""
    for number, item in enumerate(items):
        if number % _LOOKS == 0:
            looked()
        yield item


def ahead(function: Callable[[Item], One], items: Iterable[Item]) -> Generator[One]:
    """What a function makes of each item, in order, while threads already work on the next ones."""
    with ThreadPoolExecutor(_THREADS) as pool:
        waiting: deque[Future[One]] = deque()
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) > _THREADS:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _silent(_done: float) -> None:
    """Tell nobody."""

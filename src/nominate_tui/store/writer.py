"""Writes a ballot in a thread of its own soon after each change, so that keys never wait for the disk."""

import math
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from nominate_tui.errors import ChangedMeanwhile, NominateError
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot
from nominate_tui.store.contract import Seen, Store

_RETRY: Final = 3.0
"""Seconds until a ballot that could not be written is tried again."""

_LAST_CALL: Final = 1.0
"""Seconds that closing waits for a listener that is still being told."""


def _now() -> datetime:
    return datetime.now(UTC)


class BallotWriter:
    """Keeps one juror's ballot, the newest version only.

    A thread lives while something is unsaved; there is never more than one. It is no daemon: a program that
    ends without `close` still writes what was put. Listeners are called from that thread when the ballot is on
    the disk and `flush` no longer waits; they must not wait for a thread that calls `close`.
    """

    def __init__(
        self,
        store: Store,
        seen: Seen,
        on_saved: Callable[[Ballot, datetime], None],
        on_failed: Callable[[NominateError], None],
        delay: float = 0.4,
        clock: Callable[[], datetime] = _now,
    ) -> None:
        """Begin with the ballot as it was last read; a change is written at most `delay` seconds after it was put."""
        self._store = store
        self._mark = seen.mark
        self._on_saved = on_saved
        self._on_failed = on_failed
        self._delay = delay
        self._clock = clock
        # The lock is re-entrant: a signal handler may flush while the same thread is in the midst of a put.
        self._changed = threading.Condition(threading.RLock())
        self._unsaved: Ballot | None = None
        self._due = math.inf
        """When the unsaved ballot must be written, by the monotonic clock; never while that goes on."""
        self._failures = 0
        self._in_vain = False
        """Whether a write failed since something was last asked for."""
        self._apart = ""
        """Where the ballot is kept since the stored one turned out to be another; empty before."""
        self._closed = False
        self._thread: threading.Thread | None = None

    def put(self, ballot: Ballot) -> None:
        """Keep this version instead of all before it, soon."""
        with self._changed:
            self._unsaved = ballot
            self._write_at(time.monotonic() + self._delay)

    def flush(self, timeout: float | None = None) -> bool:
        """Write now, and return when that is done: whether everything that was put is stored in its place.

        Why it is not, the listener of failures is told. With a timeout in seconds, waiting ends then.
        """
        with self._changed:
            if self._unsaved is not None:
                before = self._failures
                self._write_at(0)
                self._changed.wait_for(lambda: self._is_done() or self._failures > before, timeout)
            return self._unsaved is None and not self._apart

    def close(self, timeout: float | None = None) -> bool:
        """Write what is unsaved and end the thread; the answer is that of `flush`."""
        self._closed = True
        kept = self.flush(timeout)
        thread = self._thread
        if kept and thread and thread is not threading.current_thread():
            thread.join(_LAST_CALL)
        return kept

    def _write_at(self, due: float) -> None:
        self._due = min(self._due, due)
        self._in_vain = False
        if self._thread is None or not self._thread.is_alive():
            thread = threading.Thread(target=self._work, name="ballot writer")
            self._thread = thread
            thread.start()
        self._changed.notify_all()

    def _is_done(self) -> bool:
        return self._unsaved is None or self._thread is None or not self._thread.is_alive()

    # In the thread

    def _work(self) -> None:
        try:
            while ballot := self._next():
                self._attempt(ballot)
        finally:
            self._leave()

    def _next(self) -> Ballot | None:
        """The ballot to write, once it is due; `None` where nothing is left to do, and the thread ends."""
        with self._changed:
            # Where a signal handler came between, another thread may have been started in the place of this one.
            while self._thread is threading.current_thread() and self._has_work():
                if (wait := self._due - time.monotonic()) <= 0:
                    self._due = math.inf
                    return self._unsaved
                self._changed.wait(min(wait, _RETRY))
            self._leave()  # before the lock is let go: a put that comes now starts another thread
            return None

    def _leave(self) -> None:
        with self._changed:
            if self._thread is threading.current_thread():
                self._thread = None
            self._changed.notify_all()

    def _has_work(self) -> bool:
        """Whether something is unsaved and it is worth trying again."""
        ending = self._closed or not threading.main_thread().is_alive()
        return self._unsaved is not None and not (self._in_vain and ending)

    def _attempt(self, ballot: Ballot) -> None:
        try:
            conflict = self._keep(ballot)
        except NominateError as error:
            self._end(ballot, kept=False)
            self._on_failed(error)
            return
        self._end(ballot, kept=True)
        if conflict:
            self._on_failed(conflict)
        elif not self._apart:
            self._on_saved(ballot, self._clock())

    def _keep(self, ballot: Ballot) -> ChangedMeanwhile | None:
        """Store a ballot, or keep it apart where another is stored; the answer is what to tell the first time."""
        if self._apart:
            self._apart = self._store.set_aside(ballot)
            return None
        try:
            self._mark = self._store.save_ballot(ballot, self._mark)
        except ChangedMeanwhile:
            self._apart = self._store.set_aside(ballot)
            message = _(
                "your ballot was changed by another program meanwhile; your version is kept in {file}"
            )
            todo = _("close this window, compare the two, and keep what is right in your ballot")
            return ChangedMeanwhile(message.format(file=self._apart), self._apart, todo)
        return None

    def _end(self, ballot: Ballot, *, kept: bool) -> None:
        """Note how a write ended, and let those go on who wait for it."""
        with self._changed:
            if not kept:
                self._failures += 1
                self._in_vain = True
                self._due = min(self._due, time.monotonic() + _RETRY)
            elif self._unsaved is ballot:
                self._unsaved = None
                self._due = math.inf
            self._changed.notify_all()

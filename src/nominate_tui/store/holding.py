"""Lets one session at a time write a ballot, or take nominations in: a lock on a file, which the system lets go when a session dies."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from nominate_tui.errors import InUse
from nominate_tui.locale.catalogue import _
from nominate_tui.store.files import telling

if TYPE_CHECKING:
    from filelock import BaseFileLock


_PATIENCE: Final = 20
"""Seconds that one intake waits for another: so long takes the writing of a very large round."""


class FileHold:
    """The right to write one ballot or the nominations, until it is released or the process ends."""

    def __init__(self, lock: "BaseFileLock") -> None:
        """Keep a lock that was taken."""
        self._lock = lock

    def release(self) -> None:
        """Give it up; a second call does nothing."""
        self._lock.release(force=True)


def hold(path: Path, juror: str) -> FileHold:
    """Take the lock file at a path, at once or not at all.

    Raises:
        InUse: Another session has it.
        CannotStore: It cannot be written.
    """
    message = _("the ballot of {juror} is open in another window").format(juror=juror)
    return _hold(path, 0, message, _("go on there, or close it first"))


def hold_nominations(path: Path) -> FileHold:
    """Take the lock file at a path, as soon as another intake is done with it.

    Raises:
        InUse: Another intake has it for longer than one takes.
        CannotStore: It cannot be written.
    """
    message = _("another intake is writing the nominations of this round")
    return _hold(path, _PATIENCE, message, _("wait until it is done, and try again"))


def _hold(path: Path, seconds: float, message: str, todo: str) -> FileHold:
    # Imported here: whoever only reads a round need not wait for it.
    from filelock import FileLock, Timeout

    lock = FileLock(path, timeout=seconds, thread_local=False)
    with telling(path):
        try:
            lock.acquire()
        except Timeout:
            raise InUse(message, str(path), todo) from None
    return FileHold(lock)

"""Lets one session at a time write a ballot: a lock on a file, which the system lets go when a session dies."""

from pathlib import Path
from typing import TYPE_CHECKING

from nominate_tui.errors import InUse
from nominate_tui.locale.catalogue import _
from nominate_tui.store.files import telling

if TYPE_CHECKING:
    from filelock import BaseFileLock


class FileHold:
    """The right to write one ballot, until it is released or the process ends."""

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
    # Imported here: whoever only reads a round need not wait for it.
    from filelock import FileLock, Timeout

    lock = FileLock(path, timeout=0, thread_local=False)
    with telling(path):
        try:
            lock.acquire()
        except Timeout:
            message = _("the ballot of {juror} is open in another window").format(juror=juror)
            raise InUse(message, str(path), _("go on there, or close it first")) from None
    return FileHold(lock)

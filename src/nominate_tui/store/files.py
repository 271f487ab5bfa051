"""Reads and writes single files so that a file on the disk is always whole: the one from before, or the new one."""

import contextlib
import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from nominate_tui.errors import CannotStore, ChangedMeanwhile
from nominate_tui.locale.catalogue import _

_DAY: Final = 24 * 60 * 60
"""After so many seconds a temporary file was left over by a session that is gone."""

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE: Final = frozenset({errno.ENOENT, errno.ENOTDIR})
_CANNOT_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF})


def read(path: Path) -> bytes | None:
    """The bytes of a file; `None` where there is none.

    Raises:
        CannotStore: It is there and cannot be read.
    """
    with telling(path):
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None


def mark(content: bytes | None) -> str:
    """The SHA-256 digest of a file's bytes, by which a later change is noticed; empty where there is no file."""
    return "" if content is None else hashlib.sha256(content).hexdigest()


def replace(path: Path, content: bytes, seen: str) -> str:
    """Put a file in the place of the one with the mark `seen` (empty: of none); the answer is the new mark.

    When this returns, the file is whole on the disk. It keeps the permissions of the old one, and where `path`
    is a symbolic link, the file it points to is replaced. To write again what is there already does nothing.

    Raises:
        ChangedMeanwhile: The file there has another mark; nothing was overwritten.
        CannotStore: It cannot be written.
    """
    target = Path(os.path.realpath(path))
    with telling(path):
        temporary = _written(target, content)
        try:
            _put(temporary, target, mark(content), seen)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(target.parent)
        _tidy(target)
    return mark(content)


def make_folder(path: Path) -> None:
    """Make a folder, where there is none, in one that must be there.

    Raises:
        CannotStore: It cannot be made.
    """
    with telling(path):
        path.mkdir(exist_ok=True)


@contextlib.contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn an error of the system inside into `CannotStore`, which names the file and says what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = _("{name} could not be read or written: {reason}").format(name=path.name, reason=reason)
        raise CannotStore(message, str(path), _advice(error.errno)) from error


def _advice(number: int | None) -> str:
    if number in _FULL:
        return _("make room on the disk")
    if number in _FORBIDDEN:
        return _("ask whoever owns the folder for the right to read and write it")
    if number in _GONE:
        return _("see whether the folder was moved, or its drive is away")
    return _("see whether the disk is in order")


def _written(target: Path, content: bytes) -> Path:
    """A temporary file beside the target that holds the content, synced to the disk."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    try:
        with temporary.open("xb") as file:
            _copy_permissions(target, temporary)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _copy_permissions(target: Path, temporary: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        temporary.chmod(stat.S_IMODE(target.stat().st_mode))


def _put(temporary: Path, target: Path, new: str, seen: str) -> None:
    """Rename into place, if what is there is what was seen last: asked as late as can be."""
    there = mark(read(target))
    if there == new:
        return
    if there != seen:
        raise ChangedMeanwhile(
            _("{name} was changed by somebody else since it was read").format(name=target.name),
            str(target),
            _("open the round again; nothing was overwritten"),
        )
    temporary.replace(target)


def _sync_folder(folder: Path) -> None:
    """Bring the rename itself to the disk, where the platform can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(descriptor)


def _tidy(target: Path) -> None:
    """Take away temporary files of this file that a killed session left, once they are a day old."""
    oldest = time.time() - _DAY
    for entry in os.scandir(target.parent):
        if entry.name.startswith(f".{target.name}.") and entry.name.endswith(".tmp"):
            with contextlib.suppress(OSError):
                if entry.stat().st_mtime < oldest:
                    Path(entry.path).unlink()

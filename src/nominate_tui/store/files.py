"""Reads and writes single files so that a file on the disk is always whole: the one from before, or the new one."""

import contextlib
import errno
import hashlib
import os
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from nominate_tui.errors import CannotStore, ChangedMeanwhile
from nominate_tui.locale.catalogue import _, later
from nominate_tui.store.regular import other_kind

_DAY: Final = 24 * 60 * 60
"""After so many seconds a temporary file was left over by a session that is gone."""

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM})
_GONE: Final = frozenset({errno.ENOENT})
_IN_THE_WAY: Final = frozenset({errno.EEXIST, errno.ENOTDIR, errno.EISDIR})
_READ_ONLY: Final = frozenset({errno.EROFS})
_ADVICE: Final = (
    (_FULL, later("make room on the disk")),
    (_FORBIDDEN, later("ask whoever owns the folder for the right to read and write it")),
    (_GONE, later("see whether the folder was moved, or its drive is away")),
    (_IN_THE_WAY, later("something else of that name is in the way: move it away, or use another folder")),
    (_READ_ONLY, later("this disk can only be read: use a folder on another one")),
)
_CANNOT_SYNC: Final = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EBADF})


def read(path: Path) -> bytes | None:
    """The bytes of a file; `None` where there is none.

    Raises:
        CannotStore: It is there and cannot be read, or is no file: a folder, a pipe, a device.
    """
    with telling(path):
        try:
            _refuse_other_kinds(path)
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
        _refuse_other_kinds_if_there(target)
        temporary = _written(target, content)
        try:
            _put(temporary, target, mark(content), seen)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(target.parent)
        _tidy(target)
    return mark(content)


def replace_all(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Put files in the place of those of their names in a folder, whatever these held; the answer names them.

    None is put in its place before all are whole on the disk, so that old and new ones do not come to lie side
    by side because the disk was full. Permissions and symbolic links are kept as by `replace`.

    Raises:
        CannotStore: One of them cannot be written.
    """
    targets = {name: Path(os.path.realpath(folder / name)) for name in contents}
    for name, target in targets.items():
        with telling(folder / name):
            _refuse_other_kinds_if_there(target)
    with telling(folder):
        _put_all([(targets[name], content) for name, content in contents.items()])
        _sync_folder(folder)
        for target in targets.values():
            _tidy(target)
    return tuple(folder / name for name in contents)


def remove(path: Path) -> None:
    """Leave no file there.

    Raises:
        CannotStore: It cannot be removed.
    """
    with telling(path):
        path.unlink(missing_ok=True)


def make_folder(path: Path, *, parents: bool = False) -> None:
    """Make a folder, where there is none, in one that must be there; with `parents` those around it too.

    Raises:
        CannotStore: It cannot be made.
    """
    with telling(path):
        path.mkdir(parents=parents, exist_ok=True)


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
    return next(
        (_(todo) for numbers, todo in _ADVICE if number in numbers), _("see whether the disk is in order")
    )


def _refuse_other_kinds(path: Path) -> None:
    """Refuse what is no file, before it is opened: to open a pipe may take for ever."""
    if kind := other_kind(path):
        message = _("{name} is not a file but {kind}").format(name=path.name, kind=kind)
        raise CannotStore(message, str(path), _("move it away, or put the file there"))


def _refuse_other_kinds_if_there(path: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        _refuse_other_kinds(path)


def _put_all(contents: Sequence[tuple[Path, bytes]]) -> None:
    """Write every temporary file, then rename all of them into place."""
    temporaries: list[Path] = []
    try:
        for target, content in contents:
            temporaries.append(_written(target, content))
        for temporary, (target, _content) in zip(temporaries, contents, strict=True):
            temporary.replace(target)
    finally:
        for temporary in temporaries:
            temporary.unlink(missing_ok=True)


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

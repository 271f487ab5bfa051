"""Takes from this process what the reading of a document does not need: memory, time, writing, the net, programs.

Two lines: the limits of the system, which hold for all code, where the system has them (POSIX); and everywhere a
hook of Python's own (PEP 578), which stops what Python code tries. Neither can be undone by this process.
"""

import contextlib
import os
import sys
import time
from typing import Final

_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_FILES: Final = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate")
_RIGHTS: Final = (
    "os.chmod",
    "os.chown",
    "os.utime",
    "os.setxattr",
    "os.removexattr",
    "os.chflags",
    "os.lockf",
)
_PROGRAMS: Final = (
    *("os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "pty.spawn"),
    *("os.startfile", "os.startfile/2", "os.kill", "os.killpg", "subprocess.Popen", "_winapi.CreateProcess"),
)
_NET: Final = (
    "socket.__new__",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "urllib.Request",
    "webbrowser.open",
)
_REGISTRIES: Final = (
    *("sqlite3.connect", "_winapi.CreateFile", "winreg.CreateKey", "winreg.DeleteKey"),
    *("winreg.DeleteValue", "winreg.SetValue"),
)

_REFUSED: Final = frozenset((*_FILES, *_RIGHTS, *_PROGRAMS, *_NET, *_REGISTRIES))
"""The events of Python that are refused whatever they are about (table of audit events, Python's library)."""


def confine(memory_mb: int) -> None:
    """Limit this process for as long as it lives: it may read files, and take up so much memory.

    Where the system has no such limits (Windows), or does not keep to them (macOS), memory is not limited.
    """
    if sys.platform != "win32":
        import resource

        memory = memory_mb * 1_000_000
        _limit(resource.RLIMIT_AS, memory)
        _limit(resource.RLIMIT_DATA, memory)
        _limit(resource.RLIMIT_FSIZE, 0)
        _limit(resource.RLIMIT_CORE, 0)
    sys.addaudithook(_refuse)


def allow_seconds(seconds: int) -> None:
    """Let the process compute for so much longer, where the system limits that; then the system ends it.

    The second line of the limit on time: it holds also where nobody is left who would end the process.
    """
    if sys.platform != "win32":
        import resource

        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        until = int(time.process_time()) + seconds + 1
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (until, most))


def _limit(kind: int, most: int) -> None:
    """Set a limit that cannot be raised again; one that the system refuses is left out."""
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(kind, (most, most))


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Stop what a reader has no business to do; Python calls this before it does any of these things."""
    if event in _REFUSED or (event == "open" and _writes(arguments)):
        raise PermissionError(f"a reader may only read: {event}")


def _writes(arguments: tuple[object, ...]) -> bool:
    """Whether a file is opened for writing, by the arguments of the event: path, mode, flags."""
    flags = arguments[2]
    return isinstance(flags, int) and bool(flags & _WRITING)

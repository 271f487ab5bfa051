"""The whole program in a terminal of its own, as a person starts it. POSIX only."""

import contextlib
import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_ESCAPES: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")

_LAUNCH: Final = (
    "import fcntl, os, sys, termios\n"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0)\n"  # so that the program is hung up when the terminal goes
    "os.execv(sys.executable, [sys.executable, '-m', 'nominate_tui', *sys.argv[1:]])\n"
)


class Terminal:
    """One run of the program. Everything it writes is kept."""

    def __init__(self, arguments: list[str], home: Path, size: tuple[int, int] = (120, 40)) -> None:
        """Start it with settings below `home`."""
        import fcntl
        import pty
        import termios

        self._fd, terminal = pty.openpty()
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-c", _LAUNCH, *arguments],
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            start_new_session=True,
            env=_environment(home),
        )
        os.close(terminal)
        self.raw = b""

    @property
    def text(self) -> str:
        """What was written so far, without what only moves and colours."""
        return _ESCAPES.sub(b"", self.raw).decode(errors="replace")

    def wait_for(self, wanted: str, since: int = 0) -> int:
        """Read on until a text was written after a place; the answer is the place after all that was read."""
        deadline = time.monotonic() + 60
        while wanted not in self.text[since:]:
            if time.monotonic() > deadline or not self._read(deadline - time.monotonic()):
                raise AssertionError(f"{wanted!r} was not written: {self.text[-1500:]!r}")
        return len(self.text)

    def press(self, keys: str, wanted: str) -> None:
        """Press keys, and wait until a text is written after them, and until nothing more is."""
        since = len(self.text)
        os.write(self._fd, keys.encode())
        self.wait_for(wanted, since)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing has been written for a moment, longer than Escape is waited for to be more than a key."""
        while self._read(0.15):
            pass

    def type(self, keys: str) -> None:
        """Press keys, and wait for nothing."""
        os.write(self._fd, keys.encode())

    def kill(self, number: int) -> None:
        """Send a signal."""
        os.kill(self.process.pid, number)

    def hang_up(self) -> None:
        """Take the terminal away, as when a window is closed or a line is cut."""
        os.close(self._fd)
        self._fd = -1

    def ended(self) -> int:
        """The exit code, once the program has ended; what it still writes is read meanwhile."""
        deadline = time.monotonic() + 60
        while self.process.poll() is None and time.monotonic() < deadline:
            if self._fd >= 0:
                self._read(0.05)
            else:
                time.sleep(0.01)
        return self.process.wait(timeout=1)

    def close(self) -> None:
        """End the program, however it is."""
        if self.process.poll() is None:
            self.kill(signal.SIGKILL)
            self.process.wait(timeout=60)
        if self._fd >= 0:
            os.close(self._fd)

    def _read(self, limit: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], limit)
        if not ready:
            return False
        with contextlib.suppress(OSError):  # Linux says EIO when the other side is gone
            read = os.read(self._fd, 1 << 16)
            self.raw += read
            return bool(read)
        return False


def _environment(home: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    chosen = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
    return {**kept, **chosen, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config")}


@contextlib.contextmanager
def opened(*arguments: object, home: Path, size: tuple[int, int] = (120, 40)) -> Iterator[Terminal]:
    """The program with these arguments, ended at the end."""
    terminal = Terminal([str(argument) for argument in arguments], home, size)
    try:
        yield terminal
    finally:
        terminal.close()

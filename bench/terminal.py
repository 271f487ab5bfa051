"""Runs a full-screen command under a pseudo-terminal and times what a person would notice. POSIX only."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Sequence
from typing import Final

_ESCAPES: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])")
COLUMNS: Final = 120
ROWS: Final = 40


class Terminal:
    """One run of a command. What it writes is read at once and kept as plain text."""

    def __init__(self, command: Sequence[str]) -> None:
        """Start it; the clock runs from here."""
        self.started = time.perf_counter()
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], list(command))  # noqa: S606 - the commands are this benchmark's own
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        self._seen = b""

    def wait_for(self, wanted: str, limit: float = 20.0) -> float:
        """Seconds from the start until a text stood on the screen.

        Raises:
            TimeoutError: It did not within `limit` seconds.
        """
        end = time.perf_counter() + limit
        while (left := end - time.perf_counter()) > 0:
            if self._read(left) and wanted.encode() in _ESCAPES.sub(b"", self._seen):
                return time.perf_counter() - self.started
        raise TimeoutError(f"{wanted!r} was not shown: {self._seen[-500:]!r}")

    def key(self, key: bytes, limit: float = 2.0) -> float:
        """Seconds from a key to the first thing that is painted after it."""
        self.settle()
        sent = time.perf_counter()
        os.write(self._fd, key)
        self._read(limit)
        return time.perf_counter() - sent

    def settle(self, quiet: float = 0.06) -> None:
        """Wait until nothing has been painted for a while."""
        while self._read(quiet):
            pass

    def end(self) -> None:
        """End the command."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._fd)

    def _read(self, limit: float) -> bool:
        ready, _, _ = select.select([self._fd], [], [], limit)
        if ready:
            self._seen += os.read(self._fd, 1 << 16)
        return bool(ready)


def python(*arguments: str) -> list[str]:
    """A command of the interpreter that runs the benchmark."""
    return [sys.executable, *arguments]

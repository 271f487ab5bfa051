"""Has documents read by a process of its own, so that one that was made to do harm does none.

The process may do nothing but read (`confine`). It is ended, and started anew for the next document, where one takes
longer than it may; where it comes to its end by itself, that is the problem of the document it was reading.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from types import TracebackType
from typing import IO, Final, Self

from nominate_tui.errors import BadInput, NominateError, Problem
from nominate_tui.intake.beyond import crashed, too_slow
from nominate_tui.intake.document import Read
from nominate_tui.intake.sources import DocumentFile
from nominate_tui.intake.wire import (
    Answer,
    Request,
    Settings,
    answer_in,
    read_frame,
    request_packed,
    settings_packed,
    write_frame,
)
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits

COMMAND: Final = (sys.executable, "-P", "-m", "nominate_tui.intake.child")
"""What starts the process. `-P`: nothing is imported from the folder that the user happens to be in."""

_STARTING: Final = 60
"""Seconds that the process may take to start, which on a busy machine is long."""

_ENDING: Final = 5
"""Seconds after which a process that should come to its end is no longer waited for."""

_SLICE: Final = 0.25
"""Seconds of waiting at a time: on Windows, Ctrl-C is noticed only between two waits."""

_NO_WINDOW: Final[int] = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows: the process has no console of its own, which would show."""

_KEPT: Final = (
    *(
        "PATH",
        "SYSTEMROOT",
        "HOME",
        "USERPROFILE",
        "APPDATA",
        "LD_LIBRARY_PATH",
        "LANG",
        "LC_ALL",
        "LC_CTYPE",
    ),
    *("PYTHONHOME", "PYTHONPATH", "PYTHONUSERBASE", "PYTHONUTF8", "PYTHONPLATLIBDIR"),
)
"""What of the environment the process gets: how Python, and what is installed, are found, and how names are written."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file."""

    reads: tuple[Read, ...] = ()
    """The documents and sheets in it, in its order."""
    problems: tuple[Problem, ...] = ()
    """Why it, or a document in it, was not read. What is only doubtful stands in the notices of `reads`."""


class Sandbox:
    """Reads one file after the other. Use it in a `with` statement: the process ends with that."""

    def __init__(self, limits: Limits, command: Sequence[str] = COMMAND) -> None:
        """Take the limits of each document; `command` starts the process that reads."""
        self._limits = limits
        self._command = command
        self._process: _Process | None = None

    def __enter__(self) -> Self:
        """Start the process, which goes on while the first document is being looked for.

        Raises:
            NominateError: It cannot be started.
        """
        self._process = _Process(self._command, self._limits)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the process, in the midst of a document too."""
        self._stop()

    def read(self, file: DocumentFile) -> Reading:
        """Read a file; of an archive each document in it, with limits of its own.

        What is wrong with it is in the answer, whatever it is.

        Raises:
            NominateError: No document can be read, since the process cannot be started.
        """
        request = Request(str(file.path.absolute()), file.name)
        answer = self._ask(request)
        answers = [answer, *(self._ask(replace(request, member=member)) for member in answer.members)]
        return Reading(
            tuple(read for one in answers for read in one.reads),
            tuple(problem for one in answers for problem in one.problems),
        )

    def _ask(self, request: Request) -> Answer:
        if self._process is None:
            self._process = _Process(self._command, self._limits)
        try:
            answer = self._process.ask(request)
        except BadInput as bad:
            answer = Answer(problems=bad.problems, last=True)
        if answer.last:
            self._stop()
        return answer

    def _stop(self) -> None:
        if self._process is not None:
            self._process.stop()
            self._process = None


class _Process:
    """A process that reads, from its start to its end."""

    def __init__(self, command: Sequence[str], limits: Limits) -> None:
        """Start it, without waiting until it is ready."""
        self._command = command
        self._limits = limits
        self._ready = False
        self._frames: SimpleQueue[bytes | None] = SimpleQueue()
        self._popen = _started(command)
        assert self._popen.stdin is not None  # noqa: S101 - both are pipes
        assert self._popen.stdout is not None  # noqa: S101
        self._requests: IO[bytes] = self._popen.stdin
        # A thread of its own, since waiting for a pipe with a limit works on every system only so. An honest answer
        # is never as long as the memory that it was made in.
        most = limits.memory_mb * 1_000_000
        self._listener = Thread(target=_listen, args=(self._popen.stdout, self._frames, most), daemon=True)
        self._listener.start()
        self._send(settings_packed(Settings(limits, catalogue.language())))

    def ask(self, request: Request) -> Answer:
        """The answer to a request.

        Raises:
            BadInput: There is none: it took too long, or the process came to its end. It is of no use any more.
            NominateError: The process did not start.
        """
        self._wait_until_ready()
        self._send(request_packed(request))
        try:
            frame = self._next(self._limits.seconds)
        except Empty:
            raise BadInput([too_slow(request.document, self._limits)]) from None
        if frame is None:
            raise BadInput([self._ended(request.document)])
        return answer_in(frame, request.document)

    def stop(self) -> None:
        """End it, whatever it is doing."""
        self._popen.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._popen.wait(_ENDING)
        with contextlib.suppress(OSError):
            self._requests.close()
        self._listener.join(_ENDING)

    def _send(self, frame: bytes) -> None:
        # Where nobody listens any more, the answer stays away, and that is noticed.
        with contextlib.suppress(OSError):
            write_frame(self._requests, frame)

    def _next(self, seconds: float) -> bytes | None:
        """The next frame; `None` where no more will come. Raises `Empty` after so many seconds without any."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > _SLICE:
            with contextlib.suppress(Empty):
                return self._frames.get(timeout=_SLICE)
        return self._frames.get(timeout=max(left, 0))

    def _wait_until_ready(self) -> None:
        if self._ready:
            return
        try:
            frame = self._next(_STARTING)
        except Empty:
            frame = None
        if frame is None:
            raise _does_not_start(self._command, _told(self._exit_code()))
        self._ready = True

    def _ended(self, name: str) -> Problem:
        code = self._exit_code()
        if sys.platform != "win32" and code == -signal.SIGXCPU:
            return too_slow(name, self._limits)
        return crashed(name, _told(code), self._limits)

    def _exit_code(self) -> int | None:
        """How the process ended; `None` where it has not, although it says nothing any more."""
        try:
            return self._popen.wait(_ENDING)
        except subprocess.TimeoutExpired:
            return None


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 - the program itself, and no shell
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=sys.prefix,
            env=_environment(os.environ),
            creationflags=_NO_WINDOW,
        )
    except OSError as error:
        raise _does_not_start(command, str(error.strerror or error)) from error


def _environment(own: Mapping[str, str]) -> Mapping[str, str]:
    """What the process is given of the environment of this one."""
    kept = {name: own[name] for name in _KEPT if name in own}
    if "PYTHONPATH" in kept:
        here = Path.cwd()
        folders = (Path(folder).absolute() for folder in kept["PYTHONPATH"].split(os.pathsep) if folder)
        kept["PYTHONPATH"] = os.pathsep.join(str(folder) for folder in folders if folder != here)
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1"}


def _listen(stream: IO[bytes], frames: "SimpleQueue[bytes | None]", most: int) -> None:
    """Put every frame into the queue, and `None` when no more come."""
    try:
        with stream:
            while (frame := read_frame(stream, most)) is not None:
                frames.put(frame)
    finally:
        frames.put(None)


def _told(code: int | None) -> str:
    """How a process ended, for a message."""
    if code is None:
        return _("no answer")
    if code < 0:
        return _("signal {name}").format(name=_signal(-code))
    return _("exit code {code}").format(code=code)


def _signal(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return str(number)


def _does_not_start(command: Sequence[str], why: str) -> NominateError:
    message = _("no document can be read: the process that reads them does not start ({why})")
    todo = _("this command shows what is wrong with it: {command}")
    return NominateError(message.format(why=why), todo=todo.format(command=" ".join(command)))

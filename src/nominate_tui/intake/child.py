"""The process that reads documents for `Sandbox`: one request after the other, and nothing but reading.

It is started as `python -m nominate_tui.intake.child`. It ends when nobody asks any more, or with its answer where
it is not fit to go on: out of memory, or after a mistake of a reader, which is told as such.
"""

import os
import signal
import sys
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake import kinds
from nominate_tui.intake.beyond import own_mistake, place_of, too_deep, too_hungry, too_large, unreadable
from nominate_tui.intake.confine import allow_seconds, confine
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.intake.wire import (
    Answer,
    Request,
    answer_packed,
    read_frame,
    request_in,
    settings_in,
    write_frame,
)
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean_line

_MOST: Final = 1_000_000
"""Bytes of the longest request."""


def serve(read: kinds.Reader = kinds.read) -> None:
    """Answer requests with what `read` gives for each document, until there are no more.

    The first frame has the settings; an empty one says that the process is ready for requests.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asks
    requests, answers = _pipes()
    told = read_frame(requests, _MOST)
    if told is None:
        return
    settings = settings_in(told)
    catalogue.use(settings.language)
    confine(settings.limits.memory_mb)
    child = _Child(settings.limits, answers, read)
    write_frame(answers, b"")
    while child.fit and (asked := read_frame(requests, _MOST)) is not None:
        child.answer(request_in(asked))


def _pipes() -> tuple[IO[bytes], IO[bytes]]:
    """Where requests come from and answers go. A library that prints does so into nothing from now on."""
    requests, answers = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


class _Child:
    """Reads one document after the other."""

    def __init__(self, limits: Limits, answers: IO[bytes], read: kinds.Reader) -> None:
        """Take the limits of each document, the way to answer, and what reads one."""
        self.fit = True
        """Whether it can go on to another document."""
        self._limits = limits
        self._answers = answers
        self._read = read
        self._archive: _Archive | None = None
        """The archive whose documents are being asked for."""

    def answer(self, request: Request) -> None:
        """Read a document and send the answer, whatever becomes of it."""
        allow_seconds(self._limits.seconds)
        # Made ahead: when the memory is used up, there is none left to make it of.
        hungry = _last(too_hungry(request.document, self._limits))
        sys.excepthook = lambda kind, _error, trace: self._send(_last(_mistake(request, kind, trace)))
        try:
            frame = answer_packed(self._answer(request))
        except MemoryError:
            frame = hungry
            self.fit = False
        self._send(frame)

    def _send(self, frame: bytes) -> None:
        write_frame(self._answers, frame)

    def _answer(self, request: Request) -> Answer:
        try:
            return self._answer_of(request)
        except BadInput as bad:
            return Answer(problems=bad.problems)
        except RecursionError:
            return Answer(problems=(too_deep(request.document),))

    def _answer_of(self, request: Request) -> Answer:
        if request.member is not None:
            data = self._opened(request).read(request.member)
            return Answer(self._read(request.document, data, self._limits))
        self._archive = None
        data = _bytes_of(request, self._limits)
        if kinds.is_archive(request.name, data, self._limits):
            self._archive = _Archive(request, data, self._limits)
            return Answer(members=self._archive.members)
        return Answer(self._read(request.name, data, self._limits))

    def _opened(self, request: Request) -> "_Archive":
        """The archive that a document is asked for in; where another process opened it, it is opened here too."""
        if self._archive is None or self._archive.path != request.path:
            self._archive = _Archive(request, _bytes_of(request, self._limits), self._limits)
        return self._archive


def _bytes_of(request: Request, limits: Limits) -> bytes:
    most = limits.document_bytes
    try:
        with Path(request.path).open("rb") as file:
            data = file.read(most + 1)
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise BadInput([unreadable(request.name, error)]) from error
    if len(data) > most:
        raise BadInput([too_large(request.name, max(size, len(data)), limits)])
    return data


class _Archive:
    """An archive whose documents are asked for one after the other. It is opened once, which takes long for many."""

    def __init__(self, request: Request, data: bytes, limits: Limits) -> None:
        """Open it.

        Raises:
            BadInput: It cannot be opened, or there is no document in it.
        """
        # Imported here: most documents are in no archive.
        from nominate_tui.intake.readers.archive import names_in
        from nominate_tui.intake.readers.unzip import packed

        self.path = request.path
        self.members = names_in(request.name, data, limits)
        if not self.members:
            todo = _("take in the archive that has the documents")
            raise refused(request.name, _("there is no document in the archive"), todo)
        self._whole = (request.name, data, limits)
        self._opened = packed(data, request.name, limits, joint="/")
        shown = Counter(map(clean_line, self._opened.names()))
        self._names = {
            clean_line(name): name for name in self._opened.names() if shown[clean_line(name)] == 1
        }

    def read(self, member: str) -> bytes:
        """The bytes of a document in it, by its name as `members` has it.

        Raises:
            BadInput: It is broken.
        """
        from nominate_tui.intake.readers import archive

        if member in self._names:
            return self._opened.read(self._names[member])
        name, data, limits = self._whole
        return archive.member(name, data, member, limits)


def _last(problem: Problem) -> bytes:
    """The answer with which the process comes to its end."""
    return answer_packed(Answer(problems=(problem,), last=True))


def _mistake(request: Request, kind: type[BaseException], trace: TracebackType | None) -> Problem:
    """The problem of an exception that no reader should raise, told by its name and where it was raised."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = place_of(trace.tb_frame.f_code.co_filename, trace.tb_lineno) if trace else "?"
    return own_mistake(request.document, kind.__name__, place)


if __name__ == "__main__":
    serve()

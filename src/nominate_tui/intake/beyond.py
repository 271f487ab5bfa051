"""Says why the reading of a document was given up, and how a limit is changed."""

import math
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.model.limits import BOUNDS, Limits

_MORE: Final = 10
"""How many times a limit that was passed is proposed, where nobody knows how much would be enough."""


def raised(limit: str, value: int) -> str:
    """What to do about a limit that was passed: set it to a value, at most to the highest there is."""
    todo = _(
        "if you trust the document, write {limit} = {value} under [intake] in scoring.toml, "
        "or add --limit {limit}={value}"
    )
    return todo.format(limit=limit, value=min(value, BOUNDS[limit][-1]))


def too_large(name: str, size: int, limits: Limits) -> Problem:
    """The problem of a document of so many bytes."""
    megabytes = math.ceil(size / 1_000_000)
    message = _("the document has {size} MB, and at most {most} MB are read")
    todo = _("divide it into several documents, and take in all of them at once")
    if megabytes in BOUNDS["document_mb"]:
        todo = raised("document_mb", megabytes)
    return _error(name, message.format(size=megabytes, most=limits.document_mb), todo)


def too_slow(name: str, limits: Limits) -> Problem:
    """The problem of a document that took longer than it may."""
    message = ngettext(
        "reading the document took longer than {seconds} second and was given up",
        "reading the document took longer than {seconds} seconds and was given up",
        limits.seconds,
    )
    todo = raised("seconds", limits.seconds * _MORE)
    return _error(name, message.format(seconds=limits.seconds), todo)


def too_hungry(name: str, limits: Limits) -> Problem:
    """The problem of a document that took up more memory than it may."""
    message = _("reading the document took up more than {most} MB of memory and was given up")
    todo = raised("memory_mb", limits.memory_mb * _MORE)
    return _error(name, message.format(most=limits.memory_mb), todo)


def too_deep(name: str) -> Problem:
    """The problem of a document whose parts are nested beyond what can be followed."""
    return _error(name, _("the parts of the document are nested too deep to be read"), _another_way())


def unreadable(name: str, error: OSError) -> Problem:
    """The problem of a file that the system does not hand out."""
    message = _("the document cannot be read: {reason}").format(reason=error.strerror or error)
    return _error(name, message, _("check the name and whether you may read the file"))


def broken_off(name: str, ending: str) -> Problem:
    """The problem of a document at which the process that read it came to its end; `ending` says how."""
    message = _("the document brought the process that reads documents to its end ({ending})")
    return _error(name, message.format(ending=ending), _another_way())


def crashed(name: str, ending: str, limits: Limits) -> Problem:
    """The same where the system ended the process, which it does also where a library finds no more memory."""
    todo = _("{otherwise}; it may have needed more memory, and {more}")
    more = raised("memory_mb", limits.memory_mb * _MORE)
    told = todo.format(otherwise=_another_way(), more=more)
    return replace(broken_off(name, ending), todo=told)


def own_mistake(name: str, kind: str, place: str) -> Problem:
    """The problem of a document that met a mistake of this program: an exception, and the file and line of it."""
    message = _("the document cannot be read, by a mistake of this program ({kind} at {place})")
    todo = _("report this line to the makers of the program; until it is mended, {otherwise}")
    return _error(name, message.format(kind=kind, place=place), todo.format(otherwise=_another_way()))


def place_of(file: str, line: int) -> str:
    """A line of the program, without the folder that it lies in: `pdf.py:120`."""
    return f"{PurePath(file).name}:{line}"


def _another_way() -> str:
    return _("save the document anew in the program that made it, or as plain text, and take that in")


def _error(name: str, message: str, todo: str) -> Problem:
    return Problem("error", name, "", message, todo)

"""Lists the documents in a ZIP archive and gives the bytes of each."""

import re
from collections.abc import Iterable
from typing import Final

from nominate_tui.intake.readers.refuse import refused
from nominate_tui.intake.readers.unzip import Packed, packed
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean_line
from nominate_tui.notation.wording import shown

_SEPARATORS = re.compile(r"[/\\]")
_NUMBER = re.compile(r"0*([0-9]+)")

_MADE_BY_SYSTEMS: Final = frozenset({"__macosx", "thumbs.db", "desktop.ini"})
"""Files and folders, in small letters, that systems put beside documents."""

_LOCK: Final = "~$"
"""How the name of a file begins that Office holds beside an open document."""


def names_in(name: str, data: bytes, limits: Limits) -> tuple[str, ...]:
    """The names of the documents in an archive, folders before them, 2 before 10.

    Folders, hidden files and what systems put beside documents are left out; an archive in the archive is named.
    The names are clean and for showing and for `member`; they are no paths. `name` is that of the archive.

    Raises:
        BadInput: It cannot be opened (see `unzip.packed`), or two names look alike.
    """
    return tuple(sorted(_by_shown_name(_opened(name, data, limits)), key=_natural))


def member(name: str, data: bytes, inner: str, limits: Limits) -> bytes:
    """The bytes of a document in an archive, by its name as `names_in` gives it.

    Raises:
        BadInput: There is none of that name, it is broken, or the archive cannot be opened.
    """
    opened = _opened(name, data, limits)
    return opened.read(_by_shown_name(opened).get(inner, inner))


def _opened(name: str, data: bytes, limits: Limits) -> Packed:
    return packed(data, name, limits, joint="/")


def _by_shown_name(opened: Packed) -> dict[str, str]:
    """The names of the documents as the file has them, by the same made clean."""
    names: dict[str, str] = {}
    for inner in _documents(opened.names()):
        told = clean_line(inner)
        if told in names:
            message = _("the archive has two documents that are both shown as {name}").format(
                name=shown(told)
            )
            raise refused(opened.where, message, _("give one of them another name"))
        names[told] = inner
    return names


def _documents(names: Iterable[str]) -> Iterable[str]:
    return (name for name in names if _is_document(_SEPARATORS.split(name)))


def _is_document(steps: list[str]) -> bool:
    """Whether a name, as its folders and the file, is that of a document; that of a folder ends with nothing."""
    return bool(steps[-1]) and not any(_is_left_out(step) for step in steps)


def _is_left_out(step: str) -> bool:
    """Whether a file or folder of that name is none of the user's documents."""
    hidden = step.startswith(".") and step not in {".", ".."}
    return hidden or step.startswith(_LOCK) or step.lower() in _MADE_BY_SYSTEMS


def _natural(name: str) -> list[tuple[int, str]]:
    """What sorts names as a person would: numbers by how much they are, letters in any case.

    A number is told by how many digits it has and which, since one of thousands of digits cannot be computed.
    """
    parts = _NUMBER.split(name.casefold())
    return [(len(part) if place % 2 else 0, part) for place, part in enumerate(parts)]

"""Finds the documents that somebody names: files, and everything in folders."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.intake.beyond import raised, too_large, unreadable
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean_line
from nominate_tui.store.regular import other_kind

_MADE_BY_SYSTEMS: Final = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
"""Files and folders, in small letters, that systems put beside documents."""

_LOCK: Final = "~$"
"""How the name of a file begins that Office holds beside an open document."""

_DIGITS: Final = re.compile("([0-9]+)")


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """A file that is to be read."""

    path: Path
    name: str
    """What it is called, clean: its name, with as many of its folders as make it differ from the others."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The documents that were named."""

    files: tuple[DocumentFile, ...]
    """In the order they were named; those of a folder by name, 2 before 10. Each file once."""
    problems: tuple[Problem, ...]
    """Of what was named or found, and is none that can be read."""


def documents_in(named: Iterable[Path], limits: Limits) -> Sources:
    """The documents that are meant by files and folders; of a folder all in it and in its folders.

    What is hidden in a folder is left out, and so are files that systems and Office put beside documents. Links are
    followed. Nothing is read yet, but a file that is too large is refused. Where there are more documents than the
    limit, none is given.
    """
    search = _Search(limits)
    for path in named:
        search.take(path)
    if len(search.found) > limits.documents:
        return Sources((), (*search.problems, _too_many(limits)))
    names = _names(search.found)
    return Sources(tuple(map(DocumentFile, search.found, names)), tuple(search.problems))


class _Search:
    """Walks through what was named."""

    def __init__(self, limits: Limits) -> None:
        """Begin with nothing found."""
        self.found: list[Path] = []
        self.problems: list[Problem] = []
        self._limits = limits
        self._seen: set[object] = set()
        """Files and folders, by `_identity`: each is taken once, and no link leads in a circle."""
        self._met = 0
        """How many paths were looked at that are no new folders."""

    def take(self, named: Path) -> None:
        """Take a file, or all files of a folder; the walk ends where there are too many."""
        met = self._met
        # No recursion: folders may be nested deeper than Python follows. What comes next stands last.
        waiting = [(named, named.name or str(named))]
        while waiting and len(self.found) <= self._limits.documents:
            path, name = waiting.pop()
            waiting.extend(self._look(path, name))
        if self._met == met:
            self.problems.append(_empty(named))

    def _look(self, path: Path, name: str) -> Iterable[tuple[Path, str]]:
        """Take the file at a path, or say what a folder there has, the first as the last."""
        try:
            kind = other_kind(path)
            new = (identity := _identity(path)) not in self._seen
            self._seen.add(identity)
            if new and path.is_dir():
                return _inside(path, name)
            if new:
                self._take_file(path, name, kind)
        except OSError as error:
            self.problems.append(unreadable(clean_line(name), error))
        self._met += 1
        return ()

    def _take_file(self, path: Path, name: str, kind: str) -> None:
        """Take what is no folder: `kind` is what else it is where it is no file either."""
        shown = clean_line(name)
        if kind:
            message = _("this is not a document but {kind}").format(kind=kind)
            self.problems.append(Problem("error", shown, "", message, _("name the file of a document")))
        elif (size := path.stat().st_size) > self._limits.document_bytes:
            self.problems.append(too_large(shown, size, self._limits))
        else:
            self.found.append(path)


def _identity(path: Path) -> object:
    """What a file or folder is known by whatever path leads to it; the path itself on disks that number no files."""
    known = path.stat()
    return (known.st_dev, known.st_ino) if known.st_ino else path


def _inside(folder: Path, name: str) -> list[tuple[Path, str]]:
    """What lies in a folder and may be a document, with its name from the folder named on, the last first."""
    inside = sorted(filter(_is_of_people, folder.iterdir()), key=_natural, reverse=True)
    return [(path, f"{name}/{path.name}") for path in inside]


def _natural(path: Path) -> list[tuple[int, str]]:
    """What sorts names as a person would: 2 before 10, and letters in any case.

    A number is told by how many digits it has and which, since one of thousands of digits cannot be computed.
    """
    parts = _DIGITS.split(unicodedata.normalize("NFC", path.name).casefold())
    numbers = [part.lstrip("0") for part in parts]
    key = [(len(number), number) if at % 2 else (0, parts[at]) for at, number in enumerate(numbers)]
    return [*key, (0, path.name)]


def _is_of_people(path: Path) -> bool:
    """Whether a file or folder may be somebody's, by its name."""
    return not path.name.startswith((".", _LOCK)) and path.name.lower() not in _MADE_BY_SYSTEMS


def _names(paths: Sequence[Path]) -> Sequence[str]:
    """What to call the documents: the name of the file, and of its folders where others have the same."""
    steps = [path.absolute().parts[1:] for path in paths]
    depths = [1] * len(paths)
    while True:
        names = [clean_line("/".join(one[-depth:])) for one, depth in zip(steps, depths, strict=True)]
        alike = _alike(names)
        longer = [place for place in alike if depths[place] < len(steps[place])]
        if not longer:
            return _numbered(names, alike)
        for place in longer:
            depths[place] += 1


def _alike(names: Sequence[str]) -> list[int]:
    """The places of names that stand more than once."""
    times = Counter(names)
    return [place for place, name in enumerate(names) if times[name] > 1]


def _numbered(names: list[str], alike: Iterable[int]) -> list[str]:
    """Names that differ only in what is not shown, made different."""
    for number, place in enumerate(alike, start=1):
        names[place] += f" ({number})"
    return names


def _empty(folder: Path) -> Problem:
    message = _("there is no document in the folder")
    todo = _("name a folder that has documents; hidden files are left out")
    return Problem("error", clean_line(folder.name or str(folder)), "", message, todo)


def _too_many(limits: Limits) -> Problem:
    message = _("there are more than {most} documents").format(most=limits.documents)
    return Problem("error", "", "", message, raised("documents", limits.documents * 10))

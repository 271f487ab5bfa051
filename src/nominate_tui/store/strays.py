"""Tells what lies among the ballots and is none: copies that a synchronised folder made, ballots set aside."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.clean import clean_line

SET_ASIDE: Final = ".set-aside-"
"""Stands between the juror's id and the time in the name of a ballot that could not be kept in its place."""

_COPY: Final = re.compile(r"conflict|konflikt|copy|kopi|\(\d+\)|-[^.]+$", re.IGNORECASE)
"""Syncthing, Dropbox, Nextcloud and OneDrive, and people who copy a file, name copies like this."""


def strays(names: Iterable[str], folder: str, jurors: Collection[str]) -> Iterator[Problem]:
    """A warning for each file name that ends in `.toml` and is not a juror's, in order; hidden files are left out."""
    for name in sorted(names):
        stem, _dot, ending = name.rpartition(".")
        if (
            ending.lower() == "toml"
            and not name.startswith(".")
            and not (stem in jurors and ending == "toml")
        ):
            where = clean_line(f"{folder}/{name}")
            yield Problem("warning", where, "", *_told(stem, owner_of_copy(stem, jurors)))


def owner_of_copy(stem: str, jurors: Collection[str]) -> str:
    """The juror whose ballot a file seems to be a copy of, by its name without the ending; empty for none.

    It is the longest id that the name begins with.
    """
    fitting = (id for id in jurors if stem.startswith(id) and _COPY.search(stem, len(id)))
    return max(fitting, key=len, default="")


def _told(stem: str, owner: str) -> tuple[str, str]:
    """What is wrong, and what to do."""
    if owner and stem.startswith(owner + SET_ASIDE):
        message = _("this is {juror}'s ballot from a session that could not keep it; it does not count")
    elif owner:
        message = _("this seems to be a copy of {juror}'s ballot; it does not count")
    else:
        message = _("the round has no juror of this name; the file does not count")
        return message, _("give it the name of its juror, or take it out of the folder")
    todo = _("compare it with {file}, keep what is right there, and take this one out of the folder")
    return message.format(juror=owner), todo.format(file=f"{owner}.toml")

"""Tells a file from what else can lie at a path: a pipe that nobody writes to would hold a reader for ever."""

import stat
from pathlib import Path
from typing import Final

from nominate_tui.locale.catalogue import _, later

_KINDS: Final = {
    stat.S_IFDIR: later("a folder"),
    stat.S_IFIFO: later("a pipe"),
    stat.S_IFSOCK: later("a socket"),
    stat.S_IFCHR: later("a device"),
    stat.S_IFBLK: later("a device"),
}

_ANYTHING: Final = later("something else")


def other_kind(path: Path) -> str:
    """What lies at a path where that is no file, in the language spoken; an empty string for a file.

    Symbolic links are followed.

    Raises:
        OSError: Nothing lies there, or it may not be looked at.
    """
    mode = path.stat().st_mode
    kind = _KINDS.get(stat.S_IFMT(mode), _ANYTHING)
    return "" if stat.S_ISREG(mode) else _(kind)

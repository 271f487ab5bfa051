"""Says what does not fit together in a round, with the file, the key and the line that it is about."""

from collections.abc import Callable

from nominate_tui.errors import Problem, Severity
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.toml import KeyPath
from nominate_tui.notation.wording import shown, told

Address = Callable[[str, KeyPath], str]
"""Tells the place of a key path in a file: `data/duplicates.toml:12`."""


class Notes:
    """Makes problems about one file."""

    def __init__(self, file: str, address: Address) -> None:
        """Take the name of the file, and what tells the places in it."""
        self._file = file
        self._address = address

    def error(self, path: KeyPath, message: str, todo: str) -> Problem:
        """What must be mended, and how."""
        return self._problem("error", path, message, todo)

    def warning(self, path: KeyPath, message: str, todo: str) -> Problem:
        """What should be looked at."""
        return self._problem("warning", path, message, todo)

    def _problem(self, severity: Severity, path: KeyPath, message: str, todo: str) -> Problem:
        return Problem(severity, self._address(self._file, path), told(path), message, todo)


def no_nomination(id: str) -> str:
    """That something names a nomination which the round does not have."""
    return _("there is no nomination {id}").format(id=shown(id))

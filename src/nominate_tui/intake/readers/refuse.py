"""The one way in which a reader says no."""

from nominate_tui.errors import BadInput, Problem


def refused(where: str, message: str, todo: str) -> BadInput:
    """The error for a document that cannot be read; `where` is its name, or an address in it."""
    return BadInput([Problem("error", where, "", message, todo)])

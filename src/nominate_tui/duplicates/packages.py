"""Parts of one package: initiatives that are proposed together, under one introduction."""

from typing import Final

from nominate_tui.duplicates.fold import words
from nominate_tui.model.nomination import Nomination

_PACKAGE: Final = "package"
"""The fact that names the package of a part."""


def one_package(a: Nomination, b: Nomination) -> str:
    """The name of the package that both are parts of; empty where they are not."""
    one, other = (each.facts.get(_PACKAGE, "") for each in (a, b))
    return one if words(one) == words(other) else ""


def one_document(a: Nomination, b: Nomination) -> bool:
    """Whether both were read in one document, or nothing says that they were not."""
    return not (a.source and b.source) or a.source.sha256 == b.source.sha256

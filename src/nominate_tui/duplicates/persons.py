"""Persons in a text that says who is responsible: their names, without what they are."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from nominate_tui.duplicates.fold import fold, visible, words

_TOKEN: Final = re.compile(r"[\w'’-]+(?:(?: (?:van|von|der|den|de|del|la|da|dos))+(?= [A-ZÆØÅ]))?|[^\w\s]")
"""A word as it is written, with what may stand between two names, or a sign that parts two names."""
_ROLE: Final = re.compile(
    r"\w*(?:leder|koordinator|chef|sygeplejerske|konsulent|læge|direktør|formand|forperson|medarbejder|professor|"
    r"lektor|terapeut|pædagog|specialist|studerende|ansvarlig|frivillig|coordinator|manager|director|nurse|leader|"
    r"officer|consultant|researcher|doctor|chair|chairman|physician|volunteer|head|dr|phd)(?:en|ne|rne|e|s)?"
)
"""What somebody is, not who; much else may stand before it in one word."""


def persons(text: str) -> dict[str, frozenset[str]]:
    """The names of persons in a text as written, each with its folded words: two or more capitalised words in a row."""
    found = (" ".join(run) for run in _runs(text))
    heard = {name: frozenset(words(name)) for name in found}
    return {name: said for name, said in heard.items() if len(said) > 1}


def _runs(text: str) -> Iterator[Sequence[str]]:
    """Words in a row that begin with a capital and are no roles."""
    for named, run in groupby(_TOKEN.findall(visible(text)), key=_is_name):
        if named:
            yield list(run)


def _is_name(token: str) -> bool:
    return token[0].isupper() and not _ROLE.fullmatch(fold(token))

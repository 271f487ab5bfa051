"""E-mail addresses and telephone numbers in a text, each in one spelling. They are compared and never shown."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from nominate_tui.notation.telephones import ABROAD, IN_DENMARK, Span

_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}+@[\w-]+(?:\.[\w-]+)+")
LONGEST: Final = 20
"""Signs of a telephone number at most, with what people write between its digits."""
_GIVEN: Final = re.compile(rf"[0-9][0-9 ()./-]{{6,{LONGEST - 2}}}[0-9]")
"""Eight digits or more, where nothing else than a telephone number is expected."""
_MAY_BE_NUMBER: Final = re.compile(r"[0-9](?:[^0-9]{0,3}[0-9]){7}")
"""What every text has in which a number is found; most have nothing of the kind."""
_ELSEWHERE: Final = re.compile(
    r"(?<![\w.,/-])(?:[(0-9](?:(?<=\()[0-9]{3}\)|[0-9]{2}[-/. ]) ?[0-9]{3}[-. ][0-9]{4}"
    r"|0[1-9][0-9]{1,3}(?:[ -][0-9]{2,4}){2,3})(?![\w/-])"
)
"""Numbers with their area: of North America (310-246-1501), and with the zero that many countries have before it."""
_BETWEEN: Final = str.maketrans("", "", " ()./-\u00a0\u2007\u2009\u202f\u2010\u2011\u2012\u2013\u2212")
"""What may stand between the digits of a number."""
DIGITS: Final = range(8, 14)
"""How many digits a telephone number has: eight in Denmark, with its country up to 13."""
_DANISH: Final = re.compile("(?:(?:00)?45)?([0-9]{8})")


def emails(text: str) -> frozenset[str]:
    """The e-mail addresses in a text, in lower case."""
    return frozenset(found.casefold() for found in _EMAIL.findall(text)) if "@" in text else frozenset()


def telephones(text: str) -> frozenset[str]:
    """The telephone numbers in a text: their digits, without +45.

    Hours, dates, years, amounts, measures and numbers of registers are none: see `notation.telephones`.
    """
    return frozenset(_digits(text[start:end]) for start, end in _numbers(text))


def given_telephones(field: str) -> frozenset[str]:
    """The same of a field that holds nothing else, in whatever groups the digits are written."""
    found = map(_digits, _GIVEN.findall(field))
    return frozenset(digits for digits in found if len(digits) in DIGITS)


def without_reach(text: str) -> str:
    """A text with "…" for every address and number that somebody may be reached by."""
    text = _EMAIL.sub("…", text) if "@" in text else text
    shown, end = list[str](), 0
    for start, stop in _numbers(text):
        if start >= end:
            shown += [text[end:start], "…"]
        end = max(end, stop)
    return "".join((*shown, text[end:]))


def _numbers(text: str) -> list[Span]:
    """Where the telephone numbers of a text start and end, in their order; they may overlap."""
    if not _MAY_BE_NUMBER.search(text):
        return []
    spans = chain(*(find(text) for find in (*ABROAD, *IN_DENMARK, _elsewhere)))
    return sorted(span for span in spans if len(_digits(text[slice(*span)])) in DIGITS)


def _elsewhere(text: str) -> Iterator[Span]:
    return (found.span() for found in _ELSEWHERE.finditer(text))


def _digits(number: str) -> str:
    bare = number.translate(_BETWEEN).lstrip("+")
    danish = _DANISH.fullmatch(bare)
    return danish[1] if danish else bare.lstrip("0")

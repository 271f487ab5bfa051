"""E-mail addresses and telephone numbers in a text, each in one spelling. They are compared and never shown."""

import re
from datetime import UTC, datetime
from typing import Final

_EMAIL: Final = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
LONGEST: Final = 20
"""Signs of a telephone number at most, with what people write between its digits."""
_NUMBER: Final = re.compile(rf"[0-9][0-9 ()./-]{{6,{LONGEST - 2}}}[0-9](?![\w/-])")
"""Eight digits or more, with the signs that people write between them; a set first, which the search jumps to."""
_INSIDE: Final = frozenset("_.,/-")
"""What stands before digits that are a part of something longer, beside letters and digits."""
_BETWEEN: Final = str.maketrans("", "", " ()./-")
"""What may stand between the digits of a number."""
_OTHER: Final = re.compile(
    r"[0-9]{1,3}(?:[. ][0-9]{3})+"  # an amount of money: 12.500.000
    r"|[0-9]{6}-[0-9]{4}"  # a number of the Danish register of persons, which is nobody's business
    r"|(?:19|20)[0-9]{2} ?[-/ ] ?(?:19|20)[0-9]{2}"  # two years
    r"|[0-9]{1,2}[-./ ]{1,2}[0-9]{1,2}[-./ ]{1,2}(?:19|20)[0-9]{2}"  # a day
    r"|(?:19|20)[0-9]{2}[-./][0-9]{1,2}[-./][0-9]{1,2}"
)
"""Digits that are no telephone number."""
DIGITS: Final = range(8, 14)
"""How many digits a telephone number has: eight in Denmark, with its country up to 13."""
_DAY: Final = 8
"""Digits of a day: 20230101."""
_DANISH: Final = re.compile("(?:(?:00)?45)?([0-9]{8})")


def emails(text: str) -> frozenset[str]:
    """The e-mail addresses in a text, in lower case."""
    return frozenset(found.casefold() for found in _EMAIL.findall(text)) if "@" in text else frozenset()


def telephones(text: str) -> frozenset[str]:
    """The telephone numbers in a text: their digits, without +45. Dates, years and amounts are none."""
    return frozenset(_digits(found[0]) for found in _NUMBER.finditer(text) if _is_telephone(found))


def without_reach(text: str) -> str:
    """A text with "…" for every address and number that somebody may be reached by."""
    text = _EMAIL.sub("…", text) if "@" in text else text
    return _NUMBER.sub(lambda found: "…" if _is_telephone(found) else found[0], text)


def _digits(number: str) -> str:
    bare = number.translate(_BETWEEN)
    danish = _DANISH.fullmatch(bare)
    return danish[1] if danish else bare.lstrip("0")


def _is_telephone(found: re.Match[str]) -> bool:
    number = found[0]
    before = found.string[max(0, found.start() - 1) : found.start()]
    if before.isalnum() or before in _INSIDE or _OTHER.fullmatch(number) or _is_day(number):
        return False
    return len(_digits(number)) in DIGITS


def _is_day(number: str) -> bool:
    """Whether eight digits are a day of our time: 20230101."""
    if len(number) != _DAY or number[:2] not in ("19", "20") or not number.isdecimal():
        return False
    try:
        datetime(int(number[:4]), int(number[4:6]), int(number[6:]), tzinfo=UTC)
    except ValueError:
        return False
    return True

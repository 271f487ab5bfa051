"""Finds telephone numbers in a text, and tells them from amounts, years, dates and numbers of other registers.

Abroad: `+` and 8 to 15 digits (ITU-T E.164), of which a zero may be in brackets, and exactly eight behind `+45`; `00`
is read as `+` before 45, also apart from it, and before another country where a space follows it. It is no amount: thousands apart by full
stops, or by spaces with a currency beside them.

In Denmark: eight digits of which the first is no zero, also behind 45, written 20000011, 20 00 00 11 (or with full
stops or hyphens), 2000 0011 or 20 000 011; in groups the first is no one either, as the numbering plan has it. Behind
"tlf.", "mobil", "phone" or the like also 2000-0011, 200 00 011, 200 000 11, 2000 00 11, 20 00 0011 and 20/00/00/11.
These are none:

- a part of a longer number, of a row of figures or of a file's name;
- an amount: a currency, a unit or a per cent sign stands beside it, or those that are counted ("borgere", "timer");
- a number of another register: "CVR", "EAN", "konto", "sag", "projekt", "side" or the like stands before it;
- two years (2021 2022, 20212024), a date (20240312, 12032024), two round figures (2500 3500) and four pairs less than
  ten apart, which are a row of figures (14 14 14 14, 20 22 24 26); a word for telephone before them outweighs this,
  but not for 2021-2024, 12 03 2024 and 2024 03 12.

Amounts with full stops (1.250.000), decimals and dates with their signs are not written in any of these ways.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from nominate_tui.notation.number_signs import (
    DASH,
    SPACE,
    before,
    is_amount,
    is_counted,
    is_filed,
    is_registered,
)

# Every repetition has an upper bound or gives nothing back, so that no text takes more than linear time. Patterns begin
# with a set of characters, which the search jumps to; what may not stand before it is asked behind it.

_BETWEEN: Final = rf"(?:{SPACE}\(|\){SPACE}|{SPACE}|{DASH}|[.()/])?+"
"""What may stand between two digits of a number with its country."""

_TO_DENMARK: Final = re.compile(
    rf"[(+0](?:(?<=\()(?:\+|00)45\)|(?<=\+)45|(?<=0)(?<!\w.)0{SPACE}?45)"
    rf"(?:{_BETWEEN}[0-9]){{8}}(?![0-9])"
)
_ABROAD: Final = re.compile(
    rf"[+0](?:(?<=\+)[1-9](?:{_BETWEEN}[0-9]){{7,14}}"
    rf"|(?<=0)(?<!\w.)0[1-9][0-9]{{1,2}}{SPACE}[0-9](?:{_BETWEEN}[0-9]){{5,11}})(?![0-9])"
)
_THOUSANDS: Final = re.compile(rf"\+[0-9]{{1,3}}(?:(?:\.[0-9]{{3}})+|(?P<spaced>(?:{SPACE}[0-9]{{3}})+))")

_FIRST: Final = rf"[{{least}}-9]{{before}}(?:(?<=4)5{SPACE}?[1-9])?"
"""The first of eight digits, behind 45 or not."""

_PAIRS: Final = rf"[0-9](?P<sign>{SPACE}|[.-])[0-9]{{2}}(?P=sign)[0-9]{{2}}(?P=sign)[0-9]{{2}}"
_GROUPS: Final = rf"[0-9]{{3}}{SPACE}[0-9]{{4}}|[0-9]{SPACE}[0-9]{{3}}{SPACE}[0-9]{{3}}"
_OTHER_GROUPS: Final = (
    rf"[0-9]{{3}}(?P<dash>{DASH})[0-9]{{4}}"
    rf"|[0-9]{{2}}{SPACE}(?:[0-9]{{2}}{SPACE}[0-9]{{3}}|[0-9]{{3}}{SPACE}[0-9]{{2}})"
    r"|[0-9]/[0-9]{2}/[0-9]{2}/[0-9]{2}"
    rf"|(?P<dated>[0-9]{{3}}{SPACE}[0-9]{{2}}{SPACE}[0-9]{{2}}|[0-9]{SPACE}[0-9]{{2}}{SPACE}[0-9]{{4}})"
)
"""`dated` is how a date may be written too."""

_BEFORE: Final = rf"(?<![\w+#=€$£].)(?<!\w{DASH}.)(?<![0-9][.,:].)"
_BEHIND: Final = rf"(?:(?=kl\.? ?[0-9])|(?!\w)(?!\.\w)(?![,:][0-9])(?!{DASH}\w))"
"""What stands before and behind a number that is no part of something longer; a time of day may be joined to it."""

_IN_ONE_PIECE: Final = re.compile(f"{_FIRST.format(least=1, before=_BEFORE)}[0-9]{{7}}{_BEHIND}")
_IN_GROUPS: Final = re.compile(
    f"{_FIRST.format(least=2, before=_BEFORE + f'(?<![0-9]{SPACE}.)')}(?:{_PAIRS}|{_GROUPS}){_BEHIND}(?!{SPACE}[0-9])"
)
_AFTER_WORD: Final = re.compile(
    rf"{_FIRST.format(least=1, before='(?<![0-9].)')}(?:[0-9]{{7}}|{_PAIRS}|{_GROUPS}|{_OTHER_GROUPS})"
    rf"(?:(?=kl\.? ?[0-9])|(?!\w))(?!{DASH}[0-9]{{3}})"
)
_WORD: Final = re.compile(
    r"(?<!\w)(?:te?lf|tel|tele(?:f|ph)on(?:e|en)?|mob|mobil(?:e|en)?|(?:cell|mobile)?phone|cell|sms|fax|ring|call)"
    rf"(?:-? ?(?:nr|no|numm?er(?:et)?|number))?[.:]{{0,2}} ?:? ?(?:(?:på|til|er|on|at|is):? )?{DASH}?\Z",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 40
"""How many characters before a number are looked at for a word for telephone."""

_NO_DIGITS: Final = re.compile("[^0-9]+")
_ROUND: Final = re.compile(f"[0-9]{{2}}00{SPACE}[0-9]{{2}}00\\Z")
_TWO_YEARS: Final = re.compile(r"(?:19|20)[0-9]{2}(?:19|20)[0-9]{2}")

_APART: Final = 10
"""How far apart the least and the greatest of four pairs of digits are in a telephone number, at least."""

Span = tuple[int, int]
"""Where something starts and ends in a text."""


def _to_denmark(text: str) -> Iterator[Span]:
    return (found.span() for found in _TO_DENMARK.finditer(text))


def _abroad(text: str) -> Iterator[Span]:
    for found in _ABROAD.finditer(text):
        amount = _THOUSANDS.fullmatch(found[0])
        if amount is None or (amount["spaced"] and not is_amount(text, *found.span())):
            yield found.span()


def _after_word(text: str) -> Iterator[Span]:
    for found in _AFTER_WORD.finditer(text):
        start, end = found.span()
        if _WORD.search(before(text, start, _LOOKED_AT)) and not (
            is_amount(text, start, end)
            or (found["dash"] and _is_two_years(found))
            or (found["dated"] and _is_date(_eight(found)))
        ):
            yield start, end


def _in_one_piece(text: str) -> Iterator[Span]:
    for found in _IN_ONE_PIECE.finditer(text):
        if not _is_date(_eight(found)) and _is_telephone(text, found):
            yield found.span()


def _in_groups(text: str) -> Iterator[Span]:
    for found in _IN_GROUPS.finditer(text):
        if (
            not (found["sign"] and _is_row(_eight(found)))
            and not _ROUND.match(found[0])
            and _is_telephone(text, found)
        ):
            yield found.span()


ABROAD: Final[tuple[Callable[[str], Iterator[Span]], ...]] = (_to_denmark, _abroad)
"""What finds numbers with a country before them, the surest first: where the numbers start and end in a text."""

IN_DENMARK: Final[tuple[Callable[[str], Iterator[Span]], ...]] = (_after_word, _in_one_piece, _in_groups)
"""The same for numbers without a country; 45 alone counts as none."""


def _is_telephone(text: str, found: re.Match[str]) -> bool:
    """Whether neither the digits nor what stands around them say that a number is something else."""
    start, end = found.span()
    if _is_two_years(found) or is_amount(text, start, end) or is_counted(text, end):
        return False
    return not is_registered(text, start) and not is_filed(text, start)


def _eight(found: re.Match[str]) -> str:
    """The digits of a number without its country."""
    return _NO_DIGITS.sub("", found[0])[-8:]


def _is_two_years(found: re.Match[str]) -> bool:
    return _TWO_YEARS.fullmatch(_eight(found)) is not None


def _is_row(eight: str) -> bool:
    """Whether the pairs are figures about as large as one another: a line of a table."""
    pairs = [int(eight[place : place + 2]) for place in range(0, 8, 2)]
    return max(pairs) - min(pairs) < _APART


def _is_date(eight: str) -> bool:
    """Whether these are year, month and day, or day, month and year, of the last or this century."""
    return any(
        1900 <= year <= 2099 and _exists(year, month, day)
        for year, month, day in (
            (int(eight[:4]), int(eight[4:6]), int(eight[6:])),
            (int(eight[4:]), int(eight[2:4]), int(eight[:2])),
        )
    )


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True

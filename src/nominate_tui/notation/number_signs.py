"""What stands around a number and says what it is: an amount, a number of a register, a part of a longer one."""

import re
from typing import Final

SPACE: Final = "[ \u00a0\u2007\u2009\u202f]"
"""A space inside a number, as a pattern; a line or a cell of a table ends the number."""

DASH: Final = "[-\u2010-\u2013\u2212]"
"""A hyphen, a dash or a minus sign, as a pattern."""

ANY_DASH: Final = "[-\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]"
"""The same with the dashes that as often stand between two words."""

_UNIT: Final = re.compile(
    r"\s?(?:(?:kr|kroner|dkk|eur|euro|usd|gbp|mio|mia|mill|million(?:er|s)?|tusinde?|tkr|t\.kr|pct|procent|per ?cent)\b"
    "|[€$£%‰]|,-)",
    re.IGNORECASE,
)
_CURRENCY: Final = re.compile(r"(?:\b(?:kr|dkk|eur|euro|usd|gbp|kroner)\.?|[€$£])\s?\Z", re.IGNORECASE)

_WORD_ENDS: Final = (
    r"(?:[-\s.]?(?:nr|no|numm?er(?:et)?|number))?[.:]?\s?[:#]?\s?(?:(?:er|is)\s)?(?:[0-9]{4}[ -])?\Z"
)
"""What may stand between the name of a register and its number: a bank account has a number of four digits first."""

_REGISTER: Final = re.compile(
    r"\b(?:cvr(?:\s?/\s?(?:se|p))?|ean|gln|isbn|issn|pmid|iban|konto|account|reg|(?:se|p)(?=[-\s.]{0,2}(?:nr|nummer))"
    rf"|p-enhed(?:en)?|produktionsenhed(?:en|s)?){_WORD_ENDS}",
    re.IGNORECASE,
)
_FILE: Final = re.compile(
    r"\b(?:sag(?:s|en)?|case|journal|j|dok(?:ument)?|document|ordre|order|faktura|invoice|bilag|id|ref|version|kl"
    r"|sider?|pages?|pp|lov|bekendtgørelse|projekt(?:et)?|project|bevilling(?:en)?|ansøgning(?:en)?|matrikel|matr"
    r"|rapport|protokol|beløb(?:et)?|antal(?:let)?|(?:post|kunde|medlems|licens|aftale|serie|vare)(?=[-\s.]?(?:nr|nummer))"
    rf"){_WORD_ENDS}",
    re.IGNORECASE,
)
_COUNTED: Final = re.compile(
    r"\s?(?:[km]?m[23²³]|(?:[mk]?g|[cm]?l|[ckm]?m|stk|timer?|minutter|dage|uger|måneder|år|gange|borgere?|mennesker"
    r"|personer|personale|besøg(?:ende)?|indbyggere|kald|opkald|klik|visninger|hours|days|times|people|persons|patients"
    r"|citizens|users|visits|[^\W\d_]{2,40}+(?:(?<=ere)|(?<=erne)|(?<=enter)|(?<=ioner)|(?<=inger)))\b)",
    re.IGNORECASE,
)

_LOOKED_AT: Final = 24
"""How many characters before a number are looked at."""

_TELLING: Final = re.compile(r"[^\W\d_]|[€$£]")


def before(text: str, start: int, most: int = _LOOKED_AT) -> str:
    """What stands before a number that starts there, at most so many characters; empty if it has no word or currency."""
    stands = text[max(0, start - most) : start]
    return stands if _TELLING.search(stands) else ""


def is_amount(text: str, start: int, end: int) -> bool:
    """Whether a currency, a unit or a per cent sign stands beside the number at this place."""
    return bool(_UNIT.match(text, end) or _CURRENCY.search(before(text, start)))


def is_counted(text: str, end: int) -> bool:
    """Whether the number that ends there says how many: a measure or those that are counted stand behind it."""
    return _COUNTED.match(text, end) is not None


def is_registered(text: str, start: int) -> bool:
    """Whether the name of a register of companies, books or accounts stands before the number that starts there."""
    return _REGISTER.search(before(text, start)) is not None


def is_filed(text: str, start: int) -> bool:
    """Whether a word for a case, a document, a page, a sum or a time stands before the number that starts there."""
    return _FILE.search(before(text, start)) is not None

"""Finds persons' data in a text: e-mail addresses, CPR numbers and telephone numbers (see `telephones`).

E-mail: a local part, `@`, and a domain whose last part has two letters or more; brackets around it and `mailto:` do
not belong to it. Instead of `@` there may be `(at)` or `[snabel-a]`, and then `(dot)` or `(punktum)` instead of a dot:
only in brackets, since without them it is a guess.

CPR: ten digits of which the first six are a possible date (DDMMYY), in one piece or with a hyphen or a space before
the last four. Nothing is asked of the last digit: not all numbers given out since 2007 fulfil the old check (the CPR
office's notice "Personnumre uden kontrolciffer (modulus 11 kontrol)"). Behind "CPR" or "personnummer" any ten digits
count, also in pairs. It is no part of a longer number. Without a hyphen it is also no part of a word, of a web address
or an IBAN, no amount, and nothing that stands behind the name of another register ("P-nr. 1003000000").

What one rule found, no later rule sees. After IBANs come telephone numbers with a country, what is certainly a CPR
number, e-mail addresses, and at last, outside web addresses, other CPR numbers and other telephone numbers.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from nominate_tui.intake.number_signs import DASH, SPACE, before, is_amount, is_registered
from nominate_tui.intake.telephones import ABROAD, IN_DENMARK, Span

Kind = Literal["e-mail", "telephone", "cpr"]
"""What kinds of personal data are looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """Personal data in a text."""

    kind: Kind
    start: int
    """The index of its first character."""
    end: int
    """The index behind its last character."""


# Every repetition has an upper bound or gives nothing back, so that no text takes more than linear time.

_LOCAL: Final = r"(?<!\w)\w[\w.+%&'-]{0,63}+"
_LABEL: Final = r"[^\W_][\w-]{0,62}+"
_ENDS: Final = r"[^\W\d_]{2,63}+(?!\w)"
_BEHIND_BRACKET: Final = r" ?(?i:at|snabel-?a) ?[)\]]"
_AT: Final = rf"[(\[]{_BEHIND_BRACKET}"
_DOT: Final = r"(?:\.| ?[(\[] ?(?:dot|punktum|prik) ?[)\]] ?)"

_EMAIL: Final = re.compile(rf"{_LOCAL}[@\uff20](?:{_LABEL}\.){{1,10}}{_ENDS}")
_SPELT_EMAIL: Final = re.compile(rf"{_LOCAL} ?{_AT} ?(?:{_LABEL}{_DOT}){{1,10}}{_ENDS}", re.IGNORECASE)
_MAY_BE_SPELT: Final = re.compile(_AT)

_WEB_ADDRESS: Final = re.compile(r"[hHwW](?i:ttps?://|ww\.)\S++")
_IBAN: Final = re.compile(
    r"[A-Z](?<!\w.)[A-Z][0-9]{2}"
    r"(?:(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?|(?: ?[A-Z0-9]{4}){2} ?[A-Z0-9]{3})(?!\w)"
)

_DIGITS: Final = r"(?:\W{0,3}+[0-9])"
"""The digits of a number behind its first, whatever is looked for."""

_MAY_BE_NUMBER: Final = re.compile(f"[0-9]{_DIGITS}{{7}}")
"""What every number has that is looked for. Most texts have nothing of the kind and need no more than this look."""

_MAY_BE_CPR: Final = re.compile(f"[0-9]{_DIGITS}{{9}}")
_MAY_BE_ANY: Final = re.compile(
    rf"[0-9@\uff20(\[](?:(?<=[@\uff20])|(?<=[0-9]){_DIGITS}{{7}}|(?<=[(\[]){_BEHIND_BRACKET})"
)
"""What every text has in which anything can be found."""

_CPR: Final = re.compile(
    rf"(?P<date>[0-3](?<![0-9].)(?<![0-9]{DASH}.)[0-9][01][0-9]{{3}})"
    rf"(?:{SPACE}|\n)?{DASH}(?:{SPACE}|\n)?[0-9]{{4}}(?![0-9])(?!{DASH}[0-9])"
)
_BARE_CPR: Final = re.compile(
    rf"(?P<date>[0-3](?<![^\W_].)(?<![0-9]{DASH}.)[0-9][01][0-9]{{3}}){SPACE}?[0-9]{{4}}"
    rf"(?![^\W_])(?!{DASH}[0-9])(?![.,][0-9]{{1,3}}+(?![0-9]))"
)
_TEN_DIGITS: Final = re.compile(
    rf"[0-9](?<![0-9].)[0-9](?:(?:{SPACE}|[./-])?[0-9]{{2}}){{2}}(?:{SPACE}?{DASH}{SPACE}?|{SPACE}|\.)?"
    rf"[0-9]{{2}}{SPACE}?[0-9]{{2}}(?!\w)(?!{DASH}[0-9])"
)
_CPR_WORD: Final = re.compile(
    r"(?<!\w)(?:cpr|personnummer|person-?nr)(?:-? ?(?:nr|no|numm?er|number))?(?:et)?[.:]{0,2} ?:? ?(?:(?:er|is) )?\Z",
    re.IGNORECASE,
)
_LOOKED_AT: Final = 32
"""How many characters before ten digits are looked at for a word for a CPR number."""

_TAKEN: Final = "\ufffc"
"""Stands for each character that a rule took: neither letter nor digit, nor a sign inside a number."""


def may_be_any(text: str) -> bool:
    """Whether a text may have personal data; of most texts this one look tells that they have none."""
    return _MAY_BE_ANY.search(text) is not None


def may_be_cpr(text: str) -> bool:
    """Whether a text may have a CPR number: it has ten digits with hardly anything between them."""
    return _MAY_BE_CPR.search(text) is not None


def find(text: str) -> tuple[Found, ...]:
    """The personal data in a text, in order; no two of them overlap."""
    found: list[Found] = []
    rest = text
    has_number = _MAY_BE_NUMBER.search(text) is not None
    if has_number:
        rest = _looked_through(found, _IBAN.sub(_hidden, rest), _SURE_NUMBERS)
    if "@" in text or "\uff20" in text or _MAY_BE_SPELT.search(text):
        rest = _looked_through(found, rest, _EMAILS)
    if has_number:
        _looked_through(found, _WEB_ADDRESS.sub(_hidden, rest), _OTHER_NUMBERS)
    return tuple(sorted(found, key=lambda one: one.start))


def _emails(text: str) -> Iterator[Span]:
    return (match.span() for match in _EMAIL.finditer(text))


def _spelt_emails(text: str) -> Iterator[Span]:
    return (match.span() for match in _SPELT_EMAIL.finditer(text))


def _cpr_after_word(text: str) -> Iterator[Span]:
    for match in _TEN_DIGITS.finditer(text):
        if _CPR_WORD.search(before(text, match.start(), _LOOKED_AT)):
            yield match.span()


def _cpr(text: str) -> Iterator[Span]:
    return (match.span() for match in _CPR.finditer(text) if _is_date(match["date"]))


def _bare_cpr(text: str) -> Iterator[Span]:
    for match in _BARE_CPR.finditer(text):
        start, end = match.span()
        if _is_date(match["date"]) and not is_amount(text, start, end) and not is_registered(text, start):
            yield start, end


_Rule = tuple[Kind, Callable[[str], Iterator[Span]]]
_SURE_NUMBERS: Final[tuple[_Rule, ...]] = (
    *(("telephone", rule) for rule in ABROAD),
    ("cpr", _cpr),
    ("cpr", _cpr_after_word),
)
_EMAILS: Final[tuple[_Rule, ...]] = (("e-mail", _emails), ("e-mail", _spelt_emails))
_OTHER_NUMBERS: Final[tuple[_Rule, ...]] = (
    ("cpr", _bare_cpr),
    *(("telephone", rule) for rule in IN_DENMARK),
)


def _looked_through(found: list[Found], text: str, rules: tuple[_Rule, ...]) -> str:
    """Note what rules find, one after the other; the answer is the text with all of that taken."""
    for kind, rule in rules:
        spans = list(rule(text))
        found += (Found(kind, *span) for span in spans)
        text = _without(text, spans)
    return text


def _without(text: str, spans: list[Span]) -> str:
    parts: list[str] = []
    reached = 0
    for start, end in spans:
        parts += (text[reached:start], _TAKEN * (end - start))
        reached = end
    return "".join((*parts, text[reached:]))


def _hidden(taken: re.Match[str]) -> str:
    return _TAKEN * len(taken[0])


def _is_date(digits: str) -> bool:
    """Whether DDMMYY is a day of some century; 29 February is where one of them has it."""
    try:
        date(2000 + int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    except ValueError:
        return False
    return True

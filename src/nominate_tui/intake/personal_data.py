"""Finds persons' data in a text: e-mail addresses, CPR numbers and telephone numbers (see `telephones`).

E-mail: a local part, `@`, and a domain whose last part has two letters or more; brackets around it and `mailto:` do
not belong to it. Spaces may stand around `@` where it is surely an address: behind "mail" or the like, in brackets,
alone on its line, with a sign or a digit in the local part, or with a space only behind `@`. Instead of `@` there may be `(at)` or `[snabel-a]`, and then `(dot)` or `(punktum)` instead of a dot:
only in brackets, since without them it is a guess.

CPR: a possible date (DDMMYY or DDMMYYYY, in one piece or with the same space, full stop, hyphen or slash between its
parts), a dash of any kind, and four digits. After DDMMYY in one piece there may also be nothing, spaces, a tab, a full
stop or a slash instead of the dash. Nothing is asked of the last digit: not all numbers given out since 2007 fulfil the
old check (the CPR office's notice "Personnumre uden kontrolciffer (modulus 11 kontrol)"). Behind "CPR" or
"personnummer" any ten digits count, also in pairs, and any twelve with the century. It is no part of a longer number.
Without a dash it is also no part of a word, of a web address or an IBAN, no amount, and nothing that stands behind the
name of another register ("P-nr. 1003000000"); with a full stop or a slash it is no number of a case either.

What is taken from a text is lost to the jury. So these are none, unless "CPR", "personnummer" or "født" stands close
before them: four digits that a word follows as if they counted it, with no dash before them ("120390 1500 patienter")
or one with spaces behind a date in parts ("12.03.2024 - 1500 patienter"); and a date in parts up to a year
("01.01.2020-2024"). Two dates in one piece (010124-0224) cannot be told from a CPR number and are taken for one.

What one rule found, no later rule sees. After IBANs come telephone numbers with a country, what is certainly a CPR
number, e-mail addresses, and at last, outside web addresses, other CPR numbers and other telephone numbers.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from nominate_tui.notation.number_signs import (
    ANY_DASH,
    DASH,
    SPACE,
    before,
    is_amount,
    is_filed,
    is_registered,
)
from nominate_tui.notation.telephones import ABROAD, IN_DENMARK, Span

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
_SPACED_EMAIL: Final = re.compile(
    rf"(?P<local>{_LOCAL})(?P<space> ?)[@\uff20] ?(?:{_LABEL}\.){{1,10}}{_ENDS}"
)
_MAIL_WORD: Final = re.compile(
    r"(?:(?<!\w)(?:e-?)?mail(?:adresse)?(?: til)?:? ?|skriv til:? |[<(\[])\Z", re.IGNORECASE
)
_SIGN_OR_DIGIT: Final = re.compile(r"[\W\d_]")
_MAY_BE_SPELT: Final = re.compile(_AT)

_WEB_ADDRESS: Final = re.compile(r"[hHwW](?i:ttps?://|ww\.)\S++")
_IBAN: Final = re.compile(
    r"[A-Z](?<!\w.)[A-Z][0-9]{2}"
    r"(?:(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?|(?: ?[A-Z0-9]{4}){2} ?[A-Z0-9]{3})(?!\w)"
)

_DIGIT: Final = "[0-9\uff10-\uff19]"
_FULL_WIDTH: Final = {0xFF10 + digit: str(digit) for digit in range(10)}
_DIGITS: Final = rf"(?:\W{{0,4}}+{_DIGIT})"
"""The digits of a number behind its first, whatever is looked for."""

_MAY_BE_NUMBER: Final = re.compile(f"{_DIGIT}{_DIGITS}{{7}}")
"""What every number has that is looked for. Most texts have nothing of the kind and need no more than this look."""

_MAY_BE_CPR: Final = re.compile(f"{_DIGIT}{_DIGITS}{{9}}")
_MAY_BE_ANY: Final = re.compile(
    rf"[0-9\uff10-\uff19@\uff20(\[](?:(?<=[@\uff20])|(?<={_DIGIT}){_DIGITS}{{7}}|(?<=[(\[]){_BEHIND_BRACKET})"
)
"""What every text has in which anything can be found."""

_FIGURES: Final = b"0123456789"
_HARMLESS: Final = bytes(set(range(256)).difference(_FIGURES, b"@([\xef"))
"""The bytes, in UTF-8, of which nothing is made that is looked for; EF begins `＠` and the digits of full width."""

_FEWEST: Final = 8
"""How many digits every number has that is looked for."""

_DASHED: Final = rf"(?P<dash>(?:{SPACE}|\n)?{ANY_DASH}{{1,2}}(?:{SPACE}|\n)?)"
_CPR: Final = re.compile(
    rf"(?P<day>[0-3](?<![0-9].)(?<![0-9]{DASH}.)[0-9])(?P<sign>(?:{SPACE}|{ANY_DASH}|[./])?+)(?P<month>[01][0-9])"
    rf"(?P=sign)(?P<year>(?P<century>1[89]|20)?[0-9]{{2}}){_DASHED}(?P<last>[0-9]{{4}})(?![0-9])(?!{DASH}[0-9])"
)
_BARE: Final = (
    rf"(?P<day>[0-3](?<![^\W_].)(?<![0-9]{DASH}.)[0-9])(?P<month>[01][0-9])(?P<year>[0-9]{{{{2}}}})(?P<sign>{{sign}})"
    r"[0-9]{{4}}"
    rf"(?![^\W_])(?!{DASH}[0-9])(?![.,][0-9]{{{{1,3}}}}+(?![0-9]))"
)
_BARE_CPR: Final = re.compile(_BARE.format(sign=f"(?:{SPACE}|[./])?"))
_CPR_IN_CELLS: Final = re.compile(_BARE.format(sign=f"{SPACE}{{2,3}}|\\t"))
_TEN_DIGITS: Final = re.compile(
    rf"[0-9](?<![0-9].)[0-9](?:{SPACE}|{ANY_DASH}|[./])?[0-9]{{2}}(?:{SPACE}|{ANY_DASH}|[./])?(?:[0-9]{{2}}){{1,2}}?"
    rf"(?:{SPACE}?{ANY_DASH}{{1,2}}{SPACE}?|{SPACE}{{1,3}}|[\t./])?[0-9]{{2}}{SPACE}?[0-9]{{2}}(?!\w)(?!{DASH}[0-9])"
)
_CPR_WORD: Final = re.compile(
    r"(?<!\w)(?:cpr|personnummer|person-?nr)(?:[-.]? ?(?:nr|no|numm?er|number))?(?:et)?[.:]{0,2} ?[:=]? ?(?:(?:er|is) )?"
    r"[(\[]?\Z",
    re.IGNORECASE,
)
_CUE: Final = re.compile(
    r"(?<![\w\[])(?:cpr|person-?(?:nummer|nr)|født|born)[^0-9\ufffc\n\[]{0,24}\Z", re.IGNORECASE
)
"""What says, close before a number, that it is somebody's."""

_WORD_BEHIND: Final = re.compile(
    rf"{SPACE}{{1,3}}(?!(?:og|eller|samt|som|har|er|var|blev|bor|født|and|or|has|is|was|who|born)\b)[^\W\d_]",
    re.IGNORECASE,
)
"""A word behind a number that may say what the number counts."""

_PART_BEFORE: Final = re.compile(r"(?<![0-9])(?<![0-9]\W)[0-9]{1,2}\W\Z")
_FIGURE_BEFORE: Final = re.compile(r"[0-9][ \t]{1,3}\Z")
_FIGURE_BEHIND: Final = re.compile(r"[ \t]{1,3}[0-9]")
_LOOKED_AT: Final = 32
"""How many characters before ten digits are looked at for a word for a CPR number."""

_TAKEN: Final = "\ufffc"
"""Stands for each character that a rule took: neither letter nor digit, nor a sign inside a number."""


def may_be_any(text: str) -> bool:
    """Whether a text may have personal data; of most texts this one look tells that they have none."""
    signs = text.encode("utf-8", "surrogatepass").translate(None, _HARMLESS)
    if len(signs) < _FEWEST and not signs.strip(_FIGURES):
        return False  # told in a quarter of the time
    return _MAY_BE_ANY.search(text) is not None


def may_be_cpr(text: str) -> bool:
    """Whether a text may have a CPR number: it has ten digits with hardly anything between them."""
    return _MAY_BE_CPR.search(text) is not None


def find(text: str) -> tuple[Found, ...]:
    """The personal data in a text, in order; no two of them overlap."""
    found: list[Found] = []
    # Digits of full width become ordinary ones, each in its place.
    rest = text = text.translate(_FULL_WIDTH) if not text.isascii() and _MAY_BE_NUMBER.search(text) else text
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


def _spaced_emails(text: str) -> Iterator[Span]:
    return (match.span() for match in _SPACED_EMAIL.finditer(text) if _is_address(text, match))


def _is_address(text: str, match: re.Match[str]) -> bool:
    """Whether an address with spaces around its `@` is surely none of a place where something is."""
    start, end = match.span()
    alone = text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    return bool(
        not match["space"]
        or _SIGN_OR_DIGIT.search(match["local"])
        or _MAIL_WORD.search(text[max(0, start - _LOOKED_AT) : start])
        or (alone and len(match["local"]) > 1)
    )


def _cpr_after_word(text: str) -> Iterator[Span]:
    for match in _TEN_DIGITS.finditer(text):
        if _CPR_WORD.search(before(text, match.start(), _LOOKED_AT)):
            yield match.span()


def _cpr(text: str) -> Iterator[Span]:
    for match in _CPR.finditer(text):
        if _is_date(match) and not (match["sign"] and _is_more_or_less(text, match)):
            yield match.span()


def _is_more_or_less(text: str, match: re.Match[str]) -> bool:
    """Whether a date in parts and four digits are more than a number, or are a date and something else."""
    start, end = match.span()
    if text[max(0, start - 1) : start] == match["sign"] and _PART_BEFORE.search(
        text, max(0, start - 5), start
    ):
        return True
    if _has_cue(text, start):
        return False
    lasts = match["century"] is not None and match["year"] <= match["last"] < "2100"
    return lasts or (len(match["dash"]) > 1 and _WORD_BEHIND.match(text, end) is not None)


def _bare_cpr(text: str) -> Iterator[Span]:
    return (match.span() for match in _BARE_CPR.finditer(text) if _is_bare_cpr(text, match))


def _cpr_in_cells(text: str) -> Iterator[Span]:
    """Two cells are one number only where no other figures stand beside them."""
    for match in _CPR_IN_CELLS.finditer(text):
        start, end = match.span()
        among = _FIGURE_BEFORE.search(text, max(0, start - 4), start) or _FIGURE_BEHIND.match(text, end)
        if _is_bare_cpr(text, match) and (not among or _has_cue(text, start)):
            yield start, end


def _is_bare_cpr(text: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if not _is_date(match) or is_amount(text, start, end) or is_registered(text, start):
        return False
    return not match["sign"] or _has_cue(text, start) or not _is_two(text, match)


def _is_two(text: str, match: re.Match[str]) -> bool:
    """Whether a date and four digits with no dash between them may be two figures, or the number of a case."""
    start, end = match.span()
    return _WORD_BEHIND.match(text, end) is not None or (match["sign"] in "./" and is_filed(text, start))


def _has_cue(text: str, start: int) -> bool:
    return _CUE.search(before(text, start, _LOOKED_AT)) is not None


_Rule = tuple[Kind, Callable[[str], Iterator[Span]]]
_SURE_NUMBERS: Final[tuple[_Rule, ...]] = (
    *(("telephone", rule) for rule in ABROAD),
    ("cpr", _cpr),
    ("cpr", _cpr_after_word),
)
_EMAILS: Final[tuple[_Rule, ...]] = (
    ("e-mail", _emails),
    ("e-mail", _spelt_emails),
    ("e-mail", _spaced_emails),
)
_DANISH: Final[tuple[_Rule, ...]] = tuple(("telephone", rule) for rule in IN_DENMARK)
# What a number in two cells was taken from may have been all that made a telephone number look longer.
_OTHER_NUMBERS: Final[tuple[_Rule, ...]] = (("cpr", _bare_cpr), *_DANISH, ("cpr", _cpr_in_cells), *_DANISH)


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


def _is_date(match: re.Match[str]) -> bool:
    """Whether day, month and year are a day of some century; 29 February is where one of them has it."""
    try:
        date(2000 + int(match["year"][-2:]), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True

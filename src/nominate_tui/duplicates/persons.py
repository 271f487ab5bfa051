"""Persons in a text that says who is responsible: their names, without what they are and without where they work."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from nominate_tui.duplicates.fold import fold, visible, words
from nominate_tui.duplicates.suffixes import Suffixes, suffixes
from nominate_tui.duplicates.units import is_of_unit
from nominate_tui.model.nomination import Nomination

_KNOWN: Final = 1 << 16
"""Words of which is kept what they are, for many come again."""
_MOST: Final = 60
"""Words of names in a row with nothing between them, at most: more with capitals are no list of names."""
_NAME: Final = r"[\w'’-]+(?:(?: (?:van|von|der|den|de|del|la|da|dos))+(?= [A-ZÆØÅ]))?"
"""A word as it is written, with what may stand between two names."""
_TOKEN: Final = re.compile(rf"(?<!\w)[^\W\d_]\.|{_NAME}|[^\w\s]|\n")
"""An initial, a word, or a sign that parts two names."""
_TURNED: Final = re.compile(rf"\s*({_NAME}),\s*({_NAME}(?:\s+[^\W\d_]\.?)*)\s*(?:,.*)?")
"""A name with the family first: one word, and one word with initials. With more it would be a place and a person."""
_APART: Final = re.compile(r"[;\n/&]|\b(?:og|samt|and|with|med)\b")
"""What parts persons who are named with the family first."""
_WITHIN: Final = frozenset(
    ("for", "i", "på", "til", "hos", "under", "inden", "af", "of", "in", "at", "to", "within", "the")
)
"""What stands before the name of a place, a team or a work, and not before a person."""
_ROLES: Final = Suffixes(
    suffixes(
        "leder koordinator chef sygeplejerske konsulent læge direktør rektor forstander inspektør formand forperson medarbejder professor lektor "
        "terapeut pædagog bibliotekar farmaceut træner specialist studerende ansvarlig frivillig jordemoder rådgiver psykolog psykiater lærer forsker "
        "tovholder sekretær assistent kasserer bioanalytiker radiograf portør ingeniør diætist "
        "ledende administrerende faglig "
        "coordinator manager director nurse leader officer consultant researcher doctor chairman physician volunteer "
        "midwife teacher worker assistant secretary founder president therapist psychologist psychiatrist surgeon "
        "engineer lecturer librarian pharmacist headteacher trainer coach matron",
        "en n ne rne e s",
    )
)
"""What somebody is, not who; much else may stand before it in one word."""
_WHOLE_WORDS: Final = (
    "klinisk daglig social konstitueret fungerende chair head chief executive senior junior deputy vice associate "
    "registered clinical general principal dr phd prof hr fru mr mrs ms md rn msc bsc mph mba"
)
_WHOLE_ROLES: Final = frozenset(_WHOLE_WORDS.split())
"""The same, and what stands before it; in a longer word they may be a name: "Whitehead"."""

_NOBODYS: Final = (
    "anonym anonymt anonyme anonymitet ønsker ukendt ukendte ikke oplyst angivet kendt ingen intet privat privatperson "
    "privatpersoner borger borgeren borgere patient patienten patienter pårørende se bilag vedlagt vedhæftet jeg mig selv "
    "undertegnede anonymous unknown none nobody not given stated known provided applicable available private individual "
    "person citizen citizens relative relatives me myself self see attached n a na x xx xxx"
)
_NOBODY: Final = frozenset(_NOBODYS.split())
"""What people write where nobody is to be named, or who they are to the nomination."""

Heard = frozenset[str]
"""The folded words of a name; one of a single letter is an initial."""


def persons(text: str) -> dict[str, Heard]:
    """The names of persons in a text as written, each with its folded words.

    A person is two or more capitalised words in a row (or one and two initials) that are no roles, and of which none
    is of a place, a team or a work, nor a word such as "for" or "at" before them; and "Hansen, Jens".
    """
    seen = visible(text)
    heard = {" ".join(run): _heard(run) for run in _in_a_row(seen)}
    if "," in seen:
        heard |= {", ".join(run): _heard(run) for run in _turned(seen)}
    return {name: said for name, said in heard.items() if _is_enough(said, said) and not said <= _NOBODY}


def is_nobody(said: Iterable[str]) -> bool:
    """Whether the folded words of a field name nobody: there are none, or "anonym", "not given", "citizen"."""
    return _NOBODY.issuperset(said)


def is_nobodys(nomination: Nomination) -> bool:
    """Whether a nomination names nobody to whom it belongs, neither an organisation nor a person."""
    return is_nobody(words(f"{nomination.organisation} {nomination.responsible}"))


def shortened(text: str) -> dict[str, Heard]:
    """The names in a text that are one word and initials ("F. Rask", "Farrah S."), or one word after a role ("Overlæge Holm").

    Two persons may have such a name, so it says who somebody is only beside a fuller one.
    """
    runs = {" ".join(run): _heard(run) for run in _in_a_row(visible(text), least=1)}
    return {name: heard for name, heard in runs.items() if sum(len(word) > 1 for word in heard) == 1}


def may_be_short_for(short: Heard, full: Heard) -> bool:
    """Whether a name of one word and initials (or of one word alone) may be short for another."""
    return not _beyond(short, full) and not full.isdisjoint(word for word in short if len(word) > 1)


@lru_cache(_KNOWN)
def is_role(word: str) -> bool:
    """Whether a folded word says what somebody is, not who: "overlæge", "coordinator"."""
    return word in _WHOLE_ROLES or _ROLES.end(word)


def same_person(a: Heard, b: Heard) -> bool:
    """Whether two names may be one person's: initials for names, and a middle name more or less.

    Two whole names must be the same, or one and two initials.
    """
    more_of_a, more_of_b = _beyond(a, b), _beyond(b, a)
    if more_of_a and more_of_b:
        return False
    return _is_enough(a - more_of_a, b - more_of_b)


def _is_enough(a: Heard, b: Heard) -> bool:
    """Whether what two names have in common is one person's: two whole names, or one and two initials."""
    whole = [word for word in a & b if len(word) > 1]
    return len(whole) > 1 or (len(whole) == 1 and min(len(a), len(b)) > 2)


def _beyond(some: Heard, others: Heard) -> Heard:
    """The words of a name that another has neither whole nor as an initial (nor as what an initial stands for)."""
    rest = others - some
    initials = {word for word in rest if len(word) == 1}
    begun = {word[0] for word in rest}
    return frozenset(word for word in some - others if word[0] not in (begun if len(word) == 1 else initials))


def _heard(run: Sequence[str]) -> Heard:
    return frozenset().union(*map(_words, run))


@lru_cache(_KNOWN)
def _words(token: str) -> Heard:
    return frozenset(words(token))


def _in_a_row(text: str, least: int = 2) -> Iterator[Sequence[str]]:
    """Names of so many words in a row, or more, that begin with a capital; a single one stands after a role."""
    before, run = "", list[str]()
    for token in (*_TOKEN.findall(text), "\n"):
        if _is_name(token):
            run.append(token)
            continue
        enough = len(run) >= least and (len(run) > 1 or is_role(fold(before)))
        if enough and len(run) <= _MOST and before not in _WITHIN and not any(map(is_of_unit, run)):
            yield run
        before, run = token, []


def _turned(text: str) -> Iterator[Sequence[str]]:
    """Names with the family first: it, and what else there is."""
    for part in _APART.split(text):
        found = _TURNED.fullmatch(part)
        if found and all(_is_name(name) and not is_of_unit(name) for name in _tokens(found)):
            yield found[1], found[2]


def _tokens(found: re.Match[str]) -> Sequence[str]:
    return [found[1], *found[2].split()]


@lru_cache(_KNOWN)
def _is_name(token: str) -> bool:
    if not token[0].isupper():
        return False
    return not is_role(fold(token))

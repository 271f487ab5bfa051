"""Which houses an organisation names: municipalities, regions and hospitals, of which each has units like the next one's.

"Blodbanken, Kolding Sygehus" and "Blodbanken, Esbjerg Sygehus" are two, however much of their names is the same.
"""

import re
from collections.abc import Callable, Mapping, Sequence, Set
from typing import Final

from nominate_tui.duplicates.fold import Words, fold, visible, words
from nominate_tui.duplicates.likeness import differ
from nominate_tui.duplicates.stems import LINKING, stem
from nominate_tui.duplicates.units import is_kind

Houses = Mapping[str, Set[str]]
"""The stems of the names that an organisation gives, by the sort of house; none where it names none of that sort."""

_PARTING: Final = re.compile(r"[,;/()\n]|\s[-–—]+\s")
"""What parts the names of a house and of a unit in it."""
_HOSPITAL: Final = re.compile(r"\w*(?:sygehus|hospital)(?:s|et|ets)?")
_THE_HOSPITAL: Final = re.compile(r"\w*(?:sygehus|hospital)ets?")
"""After which its name stands: "Hospitalet i Horsens"."""
_MUNICIPALITIES: Final = frozenset(("kommune", "kommunes", "municipality", "council"))
"""Before which a name stands, as "Viborg Kommune"."""
_LEAST: Final = 2
"""Letters of a name."""
_REGION: Final = "region"
"""After which a name stands: "Region Nordjylland". In English it stands before, in other words."""
_SHORT: Final = re.compile(r"(?<!\w)[A-ZÆØÅ]{2,5}(?!\w)")
"""An abbreviation."""
_COMPOUND: Final = re.compile(r"(?<=\w)(hospital|(?<=syge)hus)")
"""Ends of compounds of which the first letter stands in an abbreviation."""


def houses(text: str, read: Callable[[str], Words]) -> Houses:
    """The houses that a text names; `read` tells the folded words of a part of it."""
    found: dict[str, set[str]] = {}
    for part in _PARTING.split(visible(text)):
        said = read(part)
        for place, word in enumerate(said):
            sort, name = _named(word, said[:place], said[place + 1 :])
            if name:
                found.setdefault(sort, set()).add(name)
    return found


def are_two(a: Houses, b: Houses, words_of_a: Set[str], words_of_b: Set[str]) -> bool:
    """Whether each names a house of one sort that the other does not; the words are the stems of all that is told of either."""
    return any(differ(a[sort] - words_of_b, b[sort] - words_of_a) for sort in a.keys() & b.keys())


def abbreviated(text: str, other: str) -> Set[str]:
    """The stems of an abbreviation in a text, and of what another text has for it: "OUH", "Odense Universitetshospital".

    None where it has none. The first letters of all words of a part of the other make it, those of compounds too.
    """
    short = set() if text.isupper() else {fold(each) for each in _SHORT.findall(visible(text))}
    found: set[str] = set()
    for part in _PARTING.split(visible(other)) if short else ():
        said = [word for word in words(part) if word not in LINKING]
        first = "".join(each[0] for word in said for each in _COMPOUND.sub(r" \1", word).split())
        if first in short and first not in said:
            found |= {stem(first), *map(stem, said)}
    return found


def _named(word: str, before: Words, after: Words) -> tuple[str, str]:
    """Of what sort a word says that a house is, and the stem of the name beside it; empty where there is none."""
    if word in _MUNICIPALITIES:
        return "municipality", _first(before[-1:])
    if word == _REGION:
        return "region", _first(after[:1])
    if _THE_HOSPITAL.fullmatch(word):
        return "hospital", _first([each for each in after if each not in LINKING]) or _first(before[::-1])
    if _HOSPITAL.fullmatch(word):
        return "hospital", _first(before[::-1]) or _first(after)
    return "", ""


def _first(words: Sequence[str]) -> str:
    """The stem of the first word that does not say of what kind a house is, where it may be a name; else nothing."""
    told = next((word for word in words if not is_kind(word)), "")
    return stem(told) if told not in LINKING and len(told) >= _LEAST else ""

"""Counts the items of a Word file's lists, and gives each the marker that a reader sees before it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from nominate_tui.intake.readers.docx_styles import Listed
from nominate_tui.intake.readers.docx_xml import at, value, whole

BULLET: Final = "•"
"""What stands before an item that is not numbered, whatever sign the document has there."""

_LONGEST_MARKER: Final = 40
"""How many characters of a level's pattern are read; Word's own have no more than a tenth of that."""

_LEVELS: Final = {str(level): level for level in range(9)}
"""The levels that a list can have, by what the file calls them (`w:ilvl`)."""

_PLACE = re.compile("%([1-9])")
"""Where a pattern has the number of a level, from 1."""

_ROMAN: Final = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_ROMAN: Final = 3999
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST_LETTERS: Final = 10 * len(_LETTERS)


@dataclass(frozen=True, slots=True)
class _Level:
    """How a level of a list is counted."""

    start: int = 1
    format: str = "decimal"
    pattern: str = ""
    """What stands before an item: `%1.%2)`; text without a number for bullets."""
    restarts_below: int | None = None
    """The level, from 1, after which its count begins anew; 0 for never, `None` for after any above it."""


@dataclass(frozen=True, slots=True)
class _List:
    """A list as paragraphs name it; several may count on with one another."""

    count: str
    """The id of what is counted on (`w:abstractNumId`)."""
    levels: Mapping[int, _Level]
    anew: Mapping[int, int]
    """The number that a level begins with where its first item comes, instead of counting on."""


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each is counted."""

    _lists: Mapping[str, _List] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """By what is counted on, the number of the last item of each level."""
    _begun: set[Listed] = field(default_factory=set)

    def marker(self, item: Listed) -> str:
        """Count one more item, and give its marker (`•`, `2.`, `b)`); an empty string where it has none."""
        listed = self._lists.get(item.list)
        level = listed.levels.get(item.level) if listed else None
        if listed is None or level is None:
            return ""
        counts = self._counts.setdefault(listed.count, {})
        self._count(item, listed, counts)
        return BULLET if level.format == "bullet" else _shown(level.pattern, listed, counts)

    def _count(self, item: Listed, listed: _List, counts: dict[int, int]) -> None:
        """Count one more item of a level; the levels below it begin anew."""
        anew = listed.anew.get(item.level)
        if anew is not None and item not in self._begun:
            counts[item.level] = anew
        elif item.level in counts:
            counts[item.level] += 1
        else:
            counts[item.level] = listed.levels[item.level].start
        self._begun.add(item)
        for level in [below for below in counts if below > item.level]:
            if _restarts(listed.levels.get(level), item.level):
                del counts[level]


def numbering_of(root: Element) -> Numbering:
    """The lists of `numbering.xml`, read as a tree with short names."""
    patterns = {value(one, "abstractNumId"): one for one in root if one.tag == "w:abstractNum"}
    by_style = {value(link): one for one in patterns.values() if (link := at(one, "w:styleLink")) is not None}
    for id, one in patterns.items():
        patterns[id] = by_style.get(value(at(one, "w:numStyleLink")), one)
    lists = (one for one in root if one.tag == "w:num")
    return Numbering({value(one, "numId"): _list(one, patterns) for one in lists})


def _list(numbered: Element, patterns: Mapping[str, Element]) -> _List:
    pattern = patterns.get(value(at(numbered, "w:abstractNumId")), numbered)
    overrides = [one for one in numbered if one.tag == "w:lvlOverride"]
    own = [level for one in overrides for level in one if level.tag == "w:lvl"]
    return _List(
        value(pattern, "abstractNumId"),
        {
            _LEVELS[id]: _level(one)
            for one in (*pattern, *own)
            if one.tag == "w:lvl" and (id := value(one, "ilvl")) in _LEVELS
        },
        {
            whole(value(one, "ilvl")): whole(value(start))
            for one in overrides
            if (start := at(one, "w:startOverride")) is not None
        },
    )


def _level(level: Element) -> _Level:
    restart = value(at(level, "w:lvlRestart"))
    return _Level(
        start=whole(value(at(level, "w:start"))),
        format=value(at(level, "w:numFmt")) or "decimal",
        pattern=value(at(level, "w:lvlText"))[:_LONGEST_MARKER],
        restarts_below=whole(restart) if restart else None,
    )


def _restarts(level: _Level | None, above: int) -> bool:
    """Whether a level begins anew after an item of a level above it, which is counted from 0."""
    if level is None or level.restarts_below is None:
        return True
    return above < level.restarts_below


def _shown(pattern: str, listed: _List, counts: Mapping[int, int]) -> str:
    """The marker that a pattern gives; levels above that have no item yet have their first number."""

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        level = listed.levels.get(place, _Level())
        return _written(counts.get(place, level.start), level.format)

    return _PLACE.sub(number, pattern)


def _written(number: int, format: str) -> str:
    """A number as a list writes it (`w:numFmt`); in digits where it is not known how."""
    match format:
        case "lowerLetter" | "upperLetter" if 0 < number <= _MOST_LETTERS:
            written = _letters(number)
        case "lowerRoman" | "upperRoman" if 0 < number <= _MOST_ROMAN:
            written = _roman(number)
        case "decimalZero":
            written = f"{number:02}"
        case "none":
            written = ""
        case _:
            written = str(number)
    return written.upper() if format.startswith("upper") else written


def _letters(number: int) -> str:
    """a, b … z, aa, bb … (not ab), as Word goes on."""
    return _LETTERS[(number - 1) % len(_LETTERS)] * ((number - 1) // len(_LETTERS) + 1)


def _roman(number: int) -> str:
    written = ""
    for size, sign in _ROMAN:
        written += sign * (number // size)
        number %= size
    return written

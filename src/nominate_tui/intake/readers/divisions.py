"""Finds the words that are divided between two lines: `evalu-`, and below it `ation was`.

A word is divided where a hyphen stands right behind a letter or digit at the end of a line (a dash with a space
before it is none) and the line right below goes on with a letter or digit. Over the end of a page, which is
`PAGE_BREAK` blank lines or more, it goes on with a small letter only. It is none where

- the lower line begins with *og*, *eller*, *til*, *and*, *or* or the like: a hyphen that stands for the part that
  two words share (`sundheds-`, `og omsorg`). A word of one letter, too, is no part of another;
- the lower line is an item of a list, or begins with a capital and has a colon or question mark, as headings have;
- one of the lines is a row of a table;
- the lower line is again a part of a word and nothing else, as in columns too narrow to tell anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.intake.document import CELL, PAGE_BREAK

HYPHENS: Final = ("-", "\N{HYPHEN}")
PUNCTUATION: Final = ".,;:!?…()[]{}<>\"'“”„‘’‚«»›‹-\N{HYPHEN}–—/*"
"""What may stand before and behind a word."""

_DIVIDED: Final = re.compile(r"[^\W_][-\N{HYPHEN}]\Z")
_ITEM: Final = re.compile(r"(?:[0-9]{1,3}|[A-Za-z])[.)](?:\s|\Z)")
_HEADING: Final = re.compile(r"[^:?]*[:?](?:\s|\Z)")

_SHARING: Final = re.compile("og|eller|og/eller|samt|til|och|and|or|and/or|nor|to|und|oder|sowie|bis")
"""What stands between two words that share a part."""
_WHOLE: Final = re.compile("(?:ind|her|der|hvor|hid)til|(?:in|on|un|pho|au|ve|hither)to")
"""Words that end like one of these, and are divided before it."""


@dataclass(frozen=True, slots=True)
class Division:
    """A word that is divided between two lines."""

    upper: int
    """The index of the line that it begins on."""
    lower: int
    """The index of the line that it ends on."""
    first: str
    """The part above, without the hyphen."""
    hyphen: str
    second: str
    """The part below."""
    shouted: bool
    """Whether the line above is all in capitals."""

    @property
    def kept(self) -> str:
        """The word with its hyphen."""
        return self.first + self.hyphen + self.second

    @property
    def joined(self) -> str:
        """The word without."""
        return self.first + self.second


def divisions(lines: Sequence[str]) -> Iterator[Division]:
    """Each word that is divided, in order. `lines` have no white space around them; a blank one is an empty string."""
    above = None
    for index, line in enumerate(lines):
        if line and line.endswith(HYPHENS):
            in_column = above is not None and above == _above(lines, index) and len(line.split()) == 1
            above = index
            if not in_column and (division := _division(lines, index)):
                yield division


def _above(lines: Sequence[str], index: int) -> int | None:
    """The line that goes on with this one, if any does."""
    upper = index - 1
    while upper >= 0 and not lines[upper]:
        upper -= 1
    return upper if upper >= 0 and _go_on(upper, index) else None


def _below(lines: Sequence[str], index: int) -> int | None:
    """The line that a line may go on with: right below, or on the next page."""
    lower = next((at for at in range(index + 1, len(lines)) if lines[at]), None)
    return lower if lower is not None and _go_on(index, lower) else None


def _go_on(upper: int, lower: int) -> bool:
    blanks = lower - upper - 1
    return blanks == 0 or blanks >= PAGE_BREAK


def _division(lines: Sequence[str], upper: int) -> Division | None:
    """The word that is divided at the end of a line, if one is."""
    line = lines[upper]
    if not _DIVIDED.search(line, len(line) - 2) or CELL in line:
        return None
    lower = _below(lines, upper)
    if lower is None or not _may_go_on(lines[lower], over_page=lower > upper + 1):
        return None
    begun = line.rsplit(maxsplit=1)[-1]
    second = lines[lower].split(maxsplit=1)[0]
    division = Division(upper, lower, begun[:-1], begun[-1], second, line.isupper())
    return division if _is_part(division) else None


def _may_go_on(line: str, *, over_page: bool) -> bool:
    """Whether a line can begin with the second part of a word."""
    if not line[0].isalnum() or CELL in line or _ITEM.match(line):
        return False
    if over_page and not line[0].islower():
        return False
    return not (line[0].isupper() and _HEADING.match(line))


def _is_part(division: Division) -> bool:
    """Whether what stands below can be a part of the word, and not a word of its own."""
    word = division.second.rstrip(PUNCTUATION).casefold()
    if division.second.endswith(HYPHENS) or (len(word) == 1 and word.isalpha()):
        return False
    return not _SHARING.fullmatch(word) or _WHOLE.fullmatch(division.first.casefold() + word) is not None

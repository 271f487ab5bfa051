"""Leaves out what stands on each page for the page's sake: page numbers, running headers and footers.

Pages are told apart by `PAGE_BREAK` blank lines or more. What may be left out is one of the first or last `_EDGE`
lines of its page and stands, digits aside, at the same place on at least half of the pages after the first, and at
least twice. A nomination may begin on each page, too, and its heading must stay. So such a line is left out only if

- it has the number of the page, by a word (`Side 2 af 4`) or its form (`- 2 -`), and this rises with the pages,
  or begins again with 1 or 2, as in documents that were put together of several;
- or it is nothing but a number, is the last line of its page, and rises by one at least three times;
- or it is the same to the letter, short, no heading that asks for something (`Navn:`), and sentences go on through
  it from page to page: an open line above, one with a small letter below, on a third of its pages at least. It
  begins with no small letter itself, and the lines behind it differ, or pages are alike because nominations are. At
  the top of the first page such a line stays, since it may be the title.

When these lines are gone, the next ones are looked at in the same way. What only may be furniture stays in the
text: a stray line does less harm than an answer that is gone.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.intake.document import PAGE_BREAK
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.wording import shown

_EDGE: Final = 2
"""How many lines at the top and at the bottom of a page may be furniture; a page has more lines than these."""
_TWICE: Final = 2
_THRICE: Final = 3
_LONGEST: Final = 80
_MOST_NAMED: Final = 5

_OF_ALL: Final = re.compile(r"\b([0-9]{1,4}) ?(?:af|of|/) ?([0-9]{1,4})\b")
"""Which of how many pages: `Side 1 af 2`, `1/2`."""

_DIGITS: Final = re.compile("[0-9]+")
_PAGE: Final = re.compile(
    r"\b(?:side|sida|page|seite)\s*(?:nr\.?\s*)?:?\s*([0-9]+)"
    r"|\A(?:s|p|pg)\.\s*([0-9]+)"
    r"|\A[-–—]\s*([0-9]+)\s*[-–—]\Z"
    r"|\A([0-9]+)\s*(?:af|of|von)\s*[0-9]+\Z",
    re.IGNORECASE,
)
_CLOSED: Final = (".", "!", "?", ":", "…", '"', "”", "»", ")")

Place = tuple[str, int]
"""The edge of a page, `top` or `bottom`, and which line from there, from 0; or which page."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line at the edge of a page."""

    page: int
    index: int
    text: str


@dataclass(frozen=True, slots=True)
class _Pages:
    """A document by its pages."""

    lines: Sequence[str]
    all: Sequence[Sequence[int]]
    """For each page the indices of its lines that are not blank."""
    repeated: Mapping[tuple[Place, str], Sequence[_Line]] = field(default_factory=dict)
    """Lines that stand on enough pages, by their place and what they are without digits."""


def without_furniture(
    name: str, lines: Sequence[str], places: Sequence[int | str]
) -> tuple[tuple[str, ...], Sequence[int | str], tuple[Problem, ...]]:
    """The lines with furniture made blank, their places, which stay, and one warning that tells what was left out.

    `lines` are clean and without white space around them. Nothing else changes, so that pages stay apart.
    """
    furniture = sorted(_all_furniture(lines), key=lambda line: line.index)
    if not furniture:
        return tuple(lines), places, ()
    kept = _without(lines, furniture)
    return tuple(kept), places, (_told(f"{name}:{places[furniture[0].index]}", furniture),)


def _without(lines: Sequence[str], furniture: Iterable[_Line]) -> Sequence[str]:
    kept = list(lines)
    for line in furniture:
        kept[line.index] = ""
    return kept


def _told(where: str, furniture: Sequence[_Line]) -> Problem:
    alike: dict[str, list[str]] = {}
    for line in furniture:
        alike.setdefault(_masked(line.text), []).append(line.text)
    named = [
        _("{line} on {count} pages").format(line=shown(texts[0]), count=len(texts))
        for texts in alike.values()
    ]
    if len(named) > _MOST_NAMED:
        named[_MOST_NAMED:] = ["…"]
    message = _("what pages repeat at their edges was left out: {lines}").format(lines=", ".join(named))
    todo = _("if it belongs to a nomination, move it away from the edge of its page in the document")
    return Problem("warning", where, "", message, todo)


def _all_furniture(lines: Sequence[str]) -> Iterator[_Line]:
    while found := _furniture(lines):
        yield from found
        lines = _without(lines, found)


def _furniture(lines: Sequence[str]) -> set[_Line]:
    pages = _Pages(lines, list(_pages(lines)))
    if len(pages.all) <= _TWICE:
        return _counted(pages)
    pages = _Pages(lines, pages.all, _repeated(pages))
    numbered = {line for (place, _text), found in pages.repeated.items() for line in _numbered(place, found)}
    return numbered | _the_same(pages, numbered)


def _counted(pages: _Pages) -> set[_Line]:
    """Lines that say on each page which of how many it is, and are right: they are certain on two pages too."""
    found: dict[tuple[str, str], list[_Line]] = {}
    for (edge, nth), line in _edges(pages):
        counted = _OF_ALL.search(line.text) if nth < _EDGE and len(line.text) <= _LONGEST else None
        if counted and (int(counted[1]), int(counted[2])) == (line.page + 1, len(pages.all)):
            found.setdefault((edge, _masked(line.text)), []).append(line)
    return {
        line
        for alike in found.values()
        if len({each.page for each in alike}) == len(pages.all) > 1
        for line in alike
    }


def _pages(lines: Sequence[str]) -> Iterator[list[int]]:
    """The indices of the lines that are not blank, page by page."""
    page: list[int] = []
    last = -1
    for index, line in enumerate(lines):
        if not line:
            continue
        if page and index - last > PAGE_BREAK:
            yield page
            page = []
        page.append(index)
        last = index
    if page:
        yield page


def _repeated(pages: _Pages) -> dict[tuple[Place, str], list[_Line]]:
    found: dict[tuple[Place, str], list[_Line]] = {}
    for place, line in _edges(pages):
        found.setdefault((place, _masked(line.text)), []).append(line)
    # A footer that stands far below the text is a page by itself, and counts for none.
    after_first = sum(1 for page in pages.all if len(page) > _EDGE) - 1
    return {
        key: alike
        for key, alike in found.items()
        if len(alike) >= _TWICE and 2 * sum(1 for line in alike if line.page > 0) >= after_first
    }


def _edges(pages: _Pages) -> Iterator[tuple[Place, _Line]]:
    """The lines that may be furniture, and the one behind them."""
    for number, page in enumerate(pages.all):
        for edge, indices in (("top", page[: _EDGE + 1]), ("bottom", page[: -_EDGE - 2 : -1])):
            for nth, index in enumerate(indices):
                yield (edge, nth), _Line(number, index, pages.lines[index])


def _masked(text: str) -> str:
    return _DIGITS.sub("#", text)


def _numbered(place: Place, found: Sequence[_Line]) -> Sequence[_Line]:
    """Lines that number the pages, of lines that are alike but for their digits."""
    if len(found[0].text) > _LONGEST or place[1] >= _EDGE:
        return ()
    if all(_PAGE.search(line.text) for line in found):
        return found if _rise([_page_number(line.text) for line in found]) else ()
    if place != ("bottom", 0) or not found[0].text.isdecimal() or len(found) < _THRICE:
        return ()
    return found if all(int(upper.text) + 1 == int(lower.text) for upper, lower in pairwise(found)) else ()


def _rise(numbers: Sequence[int]) -> bool:
    steps = list(pairwise(numbers))
    return any(lower < higher for lower, higher in steps) and all(
        lower < higher or higher <= _TWICE for lower, higher in steps
    )


def _page_number(text: str) -> int:
    page = _PAGE.search(text)
    return next((int(number) for number in page.groups() if number), 0) if page else 0


def _the_same(pages: _Pages, numbered: Iterable[_Line]) -> set[_Line]:
    """Lines that are the same on their pages, and that sentences run through."""
    same = [(place, found) for (place, _text), found in pages.repeated.items() if _are_the_same(found)]
    deep = {edge for (edge, nth), _found in same if nth >= _EDGE}
    alike = [(edge, found) for (edge, _nth), found in same if edge not in deep and _is_header(found[0].text)]
    edges = {line.index for _edge, found in alike for line in found} | {line.index for line in numbered}
    through = _run_through(pages, edges)
    return {
        line
        for edge, found in alike
        if 3 * sum(1 for line in found if (edge, line.page) in through) >= len(found)
        for line in found
        if line.page > 0 or edge == "bottom"
    }


def _are_the_same(found: Sequence[_Line]) -> bool:
    return all(line.text == found[0].text for line in found)


def _is_header(text: str) -> bool:
    """Whether a line that repeats can be a running header or footer: it is short and no heading."""
    return len(text) <= _LONGEST and not text[0].islower() and not text.endswith((":", "?"))


def _run_through(pages: _Pages, edges: set[int]) -> set[Place]:
    """The edges of pages, each with the page, at which a sentence goes on; lines in `edges` aside."""
    text = [(number, index) for number, page in enumerate(pages.all) for index in page if index not in edges]
    through: set[Place] = set()
    for (upper, above), (lower, below) in pairwise(text):
        if upper < lower and _goes_on(pages.lines[above], pages.lines[below]):
            through.update(("bottom", page) for page in range(upper, lower))
            through.update(("top", page) for page in range(upper + 1, lower + 1))
    return through


def _goes_on(above: str, below: str) -> bool:
    return not above.endswith(_CLOSED) and below[0].islower() and ":" not in below

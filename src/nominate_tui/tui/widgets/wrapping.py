"""Paragraphs and lists broken into lines of a width; what is measured are cells, not characters."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rich.cells import cell_len
from textual.content import Content

_ITEM: Final = re.compile(r"\s*(?:[•·▪◦*–-]|\d{1,2}[.)])\s+")
"""How an item of a list begins."""


@lru_cache(maxsize=512)
def wrapped(text: str, width: int) -> tuple[str, ...]:
    """The lines of a text; items of a list hang under their sign."""
    return tuple(line for paragraph in text.split("\n") for line in _lines(paragraph, width))


def _lines(paragraph: str, width: int) -> Iterator[str]:
    item = _ITEM.match(paragraph)
    hang = len(item[0]) if item and len(item[0]) <= width - 4 else 0
    sign, text = paragraph[:hang], paragraph[hang:]
    for number, line in enumerate(_broken(text, max(width - hang, 1)) or [""]):
        yield (sign if number == 0 else " " * hang) + line.rstrip()


def _broken(text: str, width: int) -> list[str]:
    if cell_len(text) == len(text):
        # Seven times faster than the other way, and the same where every character is one cell wide.
        return textwrap.wrap(text, width, break_on_hyphens=False, replace_whitespace=False, expand_tabs=False)
    return [line.plain for line in Content(text).wrap(width)]


def shortened(text: str, width: int) -> str:
    """A text on one line, filled up to so many cells, with an ellipsis where it does not fit."""
    return Content(text).truncate(max(width, 0), ellipsis=True, pad=True).plain


def packed(items: Sequence[str], width: int) -> str:
    """Items beside one another, each on one line: two spaces apart, or one where that saves a second line."""
    for space in ("  ", " "):
        if len(space.join(items)) <= width:
            return space.join(items)
    told = "  ".join(item.replace(" ", "\u00a0") for item in items)
    lines = textwrap.wrap(told, max(width, 1), break_on_hyphens=False, break_long_words=False)
    return "\n".join(lines).replace("\u00a0", " ")


def at_most(lines: Sequence[str], most: int, width: int) -> Sequence[str]:
    """So many lines of a width; the last of them ends in an ellipsis where more would follow."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), width)]

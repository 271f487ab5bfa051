"""Paragraphs and lists broken into lines of a width; what is measured are cells, not characters."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from textual.content import Content

_ITEM: Final = re.compile(r"\s*(?:[•·▪◦*–-]|\d{1,2}[.)])\s+")
"""How an item of a list begins."""


def wrapped(text: str, width: int) -> Iterator[str]:
    """The lines of a text; items of a list hang under their sign."""
    for paragraph in text.split("\n"):
        item = _ITEM.match(paragraph)
        hang = len(item[0]) if item and len(item[0]) <= width - 4 else 0
        yield from _hanging(paragraph[:hang], paragraph[hang:], width)


def _hanging(sign: str, text: str, width: int) -> Iterator[str]:
    lines = Content(text).wrap(max(width - len(sign), 1)) if text.strip() else [Content("")]
    for number, line in enumerate(lines):
        yield (sign if number == 0 else " " * len(sign)) + line.plain.rstrip()


def shortened(text: str, width: int) -> str:
    """A text on one line, with an ellipsis where it does not fit into so many cells."""
    return Content(text).truncate(max(width, 0), ellipsis=True, pad=True).plain


def at_most(lines: Sequence[str], most: int, width: int) -> Sequence[str]:
    """So many lines of a width; the last of them ends in an ellipsis where more would follow."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), width)]

"""Every gap of the real document, decided by eye: which are healed, and which are kept.

A gap is blank lines inside what stands under one heading. It is named by the number of the line below it. What
was looked at are the two lines before and after it; a list's items and its introduction are apart by right.
"""

from pathlib import Path

import pytest

from intake.making import FORM, real_document
from nominate_tui.intake.heal import Joint, pieces, width_of
from nominate_tui.intake.split import divide

pytestmark = pytest.mark.shared

SENTENCE_GOES_ON = {
    270,
    373,
    568,
    661,
    714,
    786,
    839,
    1006,
    1102,
    1196,
    1495,
    1657,
    1726,
    2041,
    2104,
    2160,
    2332,
}
"""Page breaks in the middle of a sentence, or (373, 1196) between two sentences of one paragraph."""

ITEM_GOES_ON = {1886, 2085, 2201, 2207}
"""One blank line, which tears the last words off an item of a list."""

NEXT_ITEM = {874, 878, 1075, 1078, 1471, 2139}
"""One blank line between two items."""

LIST_BEGINS = {870, 904, 1071, 1280, 1321, 1468, 1568, 2068, 2082, 2135, 2146, 2197}
"""Blank lines between an introduction and its list; at 904 they are a page break."""

LIST_ENDS = {892, 909, 1284, 1325, 1543, 1573, 2075, 2144}

PARAGRAPH = {951, 1278, 1583, 1598, 1604, 1629, 1634, 1638, 1810, 2506, 2549, 2563}
"""A paragraph of the document's own; at 1604 beside a page break."""

LINE_WITHOUT_GAP = {
    1466,
    1613,
    1615,
    1617,
    1619,
    1813,
    1821,
    1846,
    1849,
    2005,
    2011,
    2014,
    2018,
    2133,
    2208,
    2530,
    2543,
    2545,
    2554,
}
"""Paragraphs that begin right below the last line of the one before, which ended early."""

ITEM_WITHOUT_GAP = {
    *(539, 887, 888, 889, 905, 906, 1281, 1282, 1285, 1286, 1287, 1322, 1323, 1472, 1473, 1474, 1475, 1476),
    *(1538, 1539, 1540, 1569, 1570, 1571, 1884, 1887, 1888, 1889, 2069, 2070, 2071, 2072, 2083, 2086),
    *(2140, 2141, 2198, 2199, 2202, 2203, 2204, 2205),
}  # fmt: skip
"""Items that begin right below the line before."""


def joints(shared: Path) -> dict[int, tuple[bool, Joint]]:
    """For each line that is not the first under its heading: whether a gap is above it, and how it goes on."""
    document = real_document(shared)
    sections = [section for entry in divide(document, FORM).entries for section in entry.sections]
    width = width_of(section.lines for section in sections)
    return {
        int(document.places[section.first + piece.index]): (piece.blanks > 0, piece.joint)
        for section in sections
        for piece in list(pieces(section.lines, width))[1:]
    }


def test_the_gaps_that_are_healed_are_those_in_a_sentence_or_an_item(shared: Path) -> None:
    found = {line for line, (gap, joint) in joints(shared).items() if gap and joint is Joint.SAME}
    assert found == SENTENCE_GOES_ON | ITEM_GOES_ON


def test_the_gaps_that_are_kept_are_those_between_paragraphs_and_items(shared: Path) -> None:
    found = {line for line, (gap, joint) in joints(shared).items() if gap and joint is not Joint.SAME}
    assert found == NEXT_ITEM | LIST_BEGINS | LIST_ENDS | PARAGRAPH


def test_items_of_one_list_stand_right_below_one_another_in_spite_of_gaps(shared: Path) -> None:
    found = {line for line, (gap, joint) in joints(shared).items() if gap and joint is Joint.LINE}
    assert found == NEXT_ITEM


def test_lines_without_a_gap_are_one_paragraph_unless_it_ended_early(shared: Path) -> None:
    found = {line for line, (gap, joint) in joints(shared).items() if not gap and joint is not Joint.SAME}
    assert found == LINE_WITHOUT_GAP | ITEM_WITHOUT_GAP

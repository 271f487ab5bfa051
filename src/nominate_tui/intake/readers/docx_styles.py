"""Reads what the styles of a Word file say of paragraphs and runs: their list, whether they are hidden or headings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from nominate_tui.intake.readers.docx_xml import at, is_on, value, whole

_LONGEST_CHAIN: Final = 30
"""How many styles may be based on one another; Word itself stops far below."""

_BODY_TEXT: Final = 9
"""The outline level of what is no heading (ECMA-376, 17.3.1.20)."""


class Listed(NamedTuple):
    """The list that a paragraph is an item of."""

    list: str
    """The id of the list (`w:numId`)."""
    level: int
    """The level in the list, from 0."""


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str
    properties: Element | None
    """`w:pPr`"""
    runs: Element | None
    """`w:rPr`"""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document, by their ids. What is asked of a style is also asked of those it is based on."""

    _all: Mapping[str, _Style] = field(default_factory=dict)

    def list_of(self, paragraph: Element) -> Listed | None:
        """The list of a paragraph; `None` where it is in none, or was taken out of its style's list."""
        numbering = [
            found
            for properties in self._properties(paragraph)
            if (found := at(properties, "w:numPr")) is not None
        ]
        ids = [text for found in numbering if (text := value(at(found, "w:numId")))]
        if not ids or ids[0] == "0":
            return None
        levels = [text for found in numbering if (text := value(at(found, "w:ilvl")))]
        return Listed(ids[0], whole(levels[0]) if levels else 0)

    def is_heading(self, paragraph: Element) -> bool:
        """Whether it has a level in the outline."""
        levels = (value(at(properties, "w:outlineLvl")) for properties in self._properties(paragraph))
        return whole(next((level for level in levels if level), ""), _BODY_TEXT) < _BODY_TEXT

    def hides_paragraph(self, paragraph: Element) -> bool:
        """Whether the style of a paragraph hides the text of its runs."""
        return self._hides(value(at(paragraph, "w:pPr", "w:pStyle")))

    def hides_run(self, run: Element, *, paragraph: bool) -> bool:
        """Whether a run is hidden, in a paragraph whose style hides it or not."""
        properties = at(run, "w:rPr")
        if properties is None:
            return paragraph
        own = at(properties, "w:vanish")
        if own is not None:
            return is_on(own)
        return paragraph or self._hides(value(at(properties, "w:rStyle")))

    def _hides(self, style: str) -> bool:
        switches = (at(one.runs, "w:vanish") for one in self._chain(style))
        return is_on(next((switch for switch in switches if switch is not None), None))

    def _properties(self, paragraph: Element) -> Iterator[Element]:
        """The properties that hold for a paragraph, the nearest first."""
        own = at(paragraph, "w:pPr")
        if own is None:
            return
        yield own
        for style in self._chain(value(at(own, "w:pStyle"))):
            if style.properties is not None:
                yield style.properties

    def _chain(self, id: str) -> Iterator[_Style]:
        """A style, and those it is based on."""
        for _step in range(_LONGEST_CHAIN):
            style = self._all.get(id)
            if style is None:
                return
            yield style
            id = style.based_on


def styles_of(root: Element) -> Styles:
    """The styles of `styles.xml`, read as a tree with short names."""
    return Styles({value(style, "styleId"): _style(style) for style in root if style.tag == "w:style"})


def _style(style: Element) -> _Style:
    return _Style(value(at(style, "w:basedOn")), at(style, "w:pPr"), at(style, "w:rPr"))

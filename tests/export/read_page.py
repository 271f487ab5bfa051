"""Reads a page as a browser does, as far as the tests ask."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

_WITHOUT_END = frozenset({"meta", "br", "hr", "link", "img", "input"})


@dataclass
class Element:
    """An element of a page."""

    name: str
    attributes: dict[str, str]
    text: str = ""
    """All text in it."""
    parents: tuple[str, ...] = ()


@dataclass
class Page:
    """All elements, in the order in which they begin."""

    elements: list[Element] = field(default_factory=list)

    def all(self, *names: str) -> list[Element]:
        """The elements of some names."""
        return [each for each in self.elements if each.name in names]

    def by_id(self, id: str) -> Element:
        """The element of an id."""
        (found,) = (each for each in self.elements if each.attributes.get("id") == id)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        element = Element(tag, attributes, "", tuple(each.name for each in self._open))
        self.page.elements.append(element)
        if tag not in _WITHOUT_END:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().name == tag, f"{tag} ends out of order"

    def handle_data(self, data: str) -> None:
        for element in self._open:
            element.text += data

    def close(self) -> None:
        super().close()
        assert not self._open, "every element ends"


def read_page(html: str) -> Page:
    """The elements of a page, each of which must end where it should."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page

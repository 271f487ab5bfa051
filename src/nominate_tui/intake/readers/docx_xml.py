"""Names of elements in Word's XML, short ones, and what their attributes say.

Word writes its elements in one of two namespaces (ECMA-376, transitional and strict); here both are `w:`.
"""

from typing import Final
from xml.etree.ElementTree import Element

_WORD: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_WORD_2010: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_CHOICES: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS: Final = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}",
)

_PREFIXES: Final = {
    **dict.fromkeys(_WORD, "w:"),
    _WORD_2010: "w14:",
    _CHOICES: "mc:",
    **dict.fromkeys(_MATHS, "m:"),
}

_OF_ATTRIBUTES: Final = (*_WORD, _WORD_2010)

_RUNS_OF_MATHS: Final = {"m:r": "w:r", "m:t": "w:t"}
"""The text of a formula is read as any other text."""

_OFF: Final = frozenset({"0", "false", "off"})

_MOST_DIGITS: Final = 9


def shortened(root: Element) -> Element:
    """The same tree, with short names: `w:p`; elements of other namespaces have only a colon before theirs."""
    names: dict[str, str] = {}
    for element in root.iter():
        name = names.get(element.tag)
        if name is None:
            name = names[element.tag] = _short(element.tag)
        element.tag = name
    return root


def _short(tag: str) -> str:
    namespace, bracket, local = tag.rpartition("}")
    name = _PREFIXES.get(namespace + bracket, ":") + local
    return _RUNS_OF_MATHS.get(name, name)


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of Word's; an empty string where the element, or the attribute, is not there."""
    if element is None:
        return ""
    for namespace in _OF_ATTRIBUTES:
        text = element.get(namespace + name)
        if text is not None:
            return text
    return ""


def at(element: Element | None, *path: str) -> Element | None:
    """The element that is reached by a path of children; `None` where there is none."""
    for name in path:
        if element is None:
            return None
        element = _child(element, name)
    return element


def _child(element: Element, name: str) -> Element | None:
    # A loop, since `find` takes a colon for the end of a prefix that it wants to look up.
    for child in element:
        if child.tag == name:
            return child
    return None


def is_on(element: Element | None) -> bool:
    """Whether a switch is there and says yes: `<w:vanish/>`, but not `<w:vanish w:val="0"/>`."""
    return element is not None and value(element).lower() not in _OFF


def whole(text: str, otherwise: int = 0) -> int:
    """The whole number, from 0, that an attribute says; another where it says none, or one beyond all sense."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else otherwise

"""Makes a tree of Word's XML plain: blocks, rows, cells and runs, with nothing around them.

A form made in Word keeps its answers in content controls, links, fields and tracked insertions, which stand
between a paragraph and its text. All of these are opened. What is not known is opened too, so that no text is lost.
"""

from collections.abc import Iterable
from itertools import zip_longest
from typing import Final
from xml.etree.ElementTree import Element, SubElement

from nominate_tui.intake.readers.docx_told import Told
from nominate_tui.intake.readers.docx_xml import at, is_on

_KEPT: Final = frozenset({"w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:txbxContent"})
"""What the plain tree is made of."""

_PROPERTIES: Final = frozenset({"w:pPr", "w:rPr", "w:trPr", "w:tcPr"})
"""What the plain tree says of these; kept as it is."""

_LEAVES: Final = frozenset(
    {
        "w:t",
        "w:tab",
        "w:ptab",
        "w:br",
        "w:cr",
        "w:noBreakHyphen",
        "w:sym",
        "w:fldChar",
        "w:footnoteReference",
        "w:endnoteReference",
    }
)
"""What stands in runs and is text, or tells where text stands; kept as it is."""

_DRAWN: Final = frozenset({"w:drawing", "w:pict", "w:object"})
_EMBEDDED: Final = frozenset({"w:altChunk", "w:subDoc"})

MARKED: Final = "x"
"""What stands for a box that is marked; nothing stands for one that is not."""


def make_plain(root: Element, told: Told) -> None:
    """Open everything in a tree with short names that is around its paragraphs, tables and runs; count what goes.

    Insertions are taken in and deletions are left out, of text, rows, cells and ends of paragraphs.
    """
    children: list[Element] = []
    for child in root:
        children += _opened(child, told)
    root[:] = children if root.tag in {"w:p", "w:r"} else _joined(children)


def _opened(element: Element, told: Told) -> Iterable[Element]:
    """What stands for an element in the plain tree."""
    name = element.tag
    if name in _LEAVES:
        return (element,)
    if name in _PROPERTIES:
        _count_changes(element, told)
        return (element,)
    if name == "w:sdt":
        return _control(element, told)
    if name == "mc:AlternateContent":
        return _branch(element, told)
    return _container(element, told)


def _container(element: Element, told: Told) -> Iterable[Element]:
    if not _is_in(element, told):
        return ()
    make_plain(element, told)
    if element.tag in _DRAWN and not len(element):
        told.pictures += 1
    if element.tag == "m:den":
        return (_run("/"), *element)
    return (element,) if element.tag in _KEPT else list(element)


def _is_in(element: Element, told: Told) -> bool:
    """Whether an element, and what stands in it, is part of the text; it is counted where that is told."""
    match element.tag:
        case "w:ins":
            told.insertions += 1
        case "w:moveTo":
            told.moves += 1
        case "w:del":
            told.deletions += 1
            return False
        case "w:moveFrom":
            return False
        case "w:commentReference":
            told.comments += 1
        case "w:tr":
            return at(element, "w:trPr", "w:del") is None
        case "w:tc":
            return at(element, "w:tcPr", "w:cellDel") is None
        case name if name in _EMBEDDED:
            told.embedded += 1
    return True


def _count_changes(properties: Element, told: Told) -> None:
    """Count the changes of an end of a paragraph, a row or a cell."""
    for element in properties.iter():
        if element.tag in {"w:ins", "w:cellIns"}:
            told.insertions += 1
        elif element.tag in {"w:del", "w:cellDel"}:
            told.deletions += 1


def _control(control: Element, told: Told) -> Iterable[Element]:
    """What stands in a content control: the answer to a question of the form."""
    properties, content = at(control, "w:sdtPr"), at(control, "w:sdtContent")
    if content is None:
        return ()
    make_plain(content, told)
    box = at(properties, "w14:checkbox")
    if box is not None:
        _say(content, MARKED if is_on(at(box, "w14:checked")) else "")
    elif is_on(at(properties, "w:showingPlcHdr")):
        told.prompts.append("".join(text.text or "" for text in content.iter("w:t")))
        _say(content, "")
    return list(content)


def _say(content: Element, text: str) -> None:
    """Let the runs of a content control say this and nothing else; its paragraphs and cells stay."""
    for run in list(content.iter("w:r")):
        run.clear()
        if text:
            SubElement(run, "w:t").text = text
            text = ""


def _run(text: str) -> Element:
    run = Element("w:r")
    SubElement(run, "w:t").text = text
    return run


def _branch(element: Element, told: Told) -> Iterable[Element]:
    """One of the ways in which the same thing is written, for programs that know more and for those that know less."""
    chosen = at(element, "mc:Choice")
    if chosen is None:
        chosen = at(element, "mc:Fallback")
    return () if chosen is None else _container(chosen, told)


def _joined(blocks: list[Element]) -> list[Element]:
    """The blocks, where a paragraph whose end was deleted goes on with the next."""
    joined: list[Element] = []
    begun: list[Element] = []
    for block, below in zip_longest(blocks, blocks[1:]):
        if block.tag == "w:p" and below is not None and below.tag == "w:p" and _has_no_end(block):
            begun += _runs(block)
            continue
        if begun:
            block[:] = [*_properties(block), *begun, *_runs(block)]
            begun = []
        joined.append(block)
    return joined


def _has_no_end(paragraph: Element) -> bool:
    end = at(paragraph, "w:pPr", "w:rPr")
    return at(end, "w:del") is not None or at(end, "w:moveFrom") is not None


def _properties(paragraph: Element) -> list[Element]:
    return [child for child in paragraph if child.tag == "w:pPr"]


def _runs(paragraph: Element) -> list[Element]:
    return [child for child in paragraph if child.tag != "w:pPr"]

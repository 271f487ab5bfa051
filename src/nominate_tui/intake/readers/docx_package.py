"""Finds the parts of a Word file: the document itself, its styles, lists, notes, headers and footers."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from xml.etree.ElementTree import Element

from nominate_tui.errors import BadInput
from nominate_tui.intake.readers.docx_xml import at, shortened
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.intake.readers.unzip import Packed, packed, xml_of
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.limits import Limits

_MAIN: Final = "word/document.xml"
"""Where the document stands if the file does not say."""

_OTHERS: Final = {
    "xl/": later("this is a workbook (.xlsx), and no Word document"),
    "ppt/": later("this is a presentation (.pptx), and no Word document"),
    "content.xml": later("this is an OpenDocument file (.odt), and no Word document"),
}
"""How names of parts begin that only other kinds of files have, and what is said of these."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file, opened."""

    body: Element
    """The body of the document (`w:body`), with short names."""
    _packed: Packed
    _main: str
    _relations: tuple[tuple[str, str], ...]
    """The kinds and the names of the parts that the document says are its own."""

    def parts(self, kind: str) -> Iterator[Element]:
        """The roots of all parts of a kind (`numbering`, `header`), with short names.

        Raises:
            BadInput: The part is broken, or no XML that is read (see `unzip.xml_of`).
        """
        for name in self._names(kind):
            yield _tree(self._packed, name)

    def _names(self, kind: str) -> list[str]:
        """The names of the parts of a kind; a file that says nothing of its parts has them at their usual places."""
        if self._relations:
            return [name for its_kind, name in self._relations if its_kind == kind]
        usual = posixpath.join(posixpath.dirname(self._main), kind)
        return [name for name in self._packed.names() if name.startswith(usual) and name.endswith(".xml")]


def package_of(name: str, data: bytes, limits: Limits) -> Package:
    """A Word file, opened as far as its document.

    Raises:
        BadInput: It is none, it is encrypted, broken or too large, or its XML is not read (see `unzip`).
    """
    opened = packed(data, name, limits)
    main = next((part for kind, part in _relations(opened, "") if kind == "officeDocument"), _MAIN)
    root = _tree(opened, main) if main in opened else None
    body = at(root, "w:body")
    if body is None:
        raise _no_word(opened)
    return Package(body, opened, main, tuple(_relations(opened, main)))


def _tree(opened: Packed, name: str) -> Element:
    return shortened(xml_of(opened.read(name), opened.place(name)))


def _relations(opened: Packed, part: str) -> Iterator[tuple[str, str]]:
    """The kind and the name of each part that a part says belongs to it; an empty name stands for the whole file."""
    folder, base = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if name not in opened:
        return
    for relation in xml_of(opened.read(name), opened.place(name)):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("TargetMode") != "External" and target in opened:
            yield posixpath.basename(relation.get("Type", "")), target


def _no_word(opened: Packed) -> BadInput:
    """The refusal of a ZIP file that is something else."""
    names = opened.names()
    messages = (text for begin, text in _OTHERS.items() if any(name.startswith(begin) for name in names))
    message = next(messages, later("this is no Word document"))
    return refused(opened.where, _(message), _("give the file its right ending, or save it as .docx"))

"""Finds the worksheets of a workbook in its ZIP file, and looks at each part before a library reads the whole."""

from dataclasses import dataclass
from posixpath import normpath
from typing import Final
from xml.etree.ElementTree import Element

from nominate_tui.intake.readers.refuse import refused
from nominate_tui.intake.readers.unzip import Packed, refuse_doctype, xml_of
from nominate_tui.intake.readers.xlsx_guard import Seen, has_plain_texts, look
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits
from nominate_tui.notation.clean import clean_line

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedstrings.xml"
"""The texts that cells share; the library looks for it in any case of letters."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A sheet as the workbook lists it."""

    title: str
    """Its name, clean."""
    hidden: bool
    part: str
    """The part of the file that has its cells; empty for charts and macros, which have none."""


def sheets_of(file: Packed) -> tuple[Listed, ...]:
    """The sheets of a workbook, in its order.

    Raises:
        BadInput: It is no workbook, or broken.
    """
    if _WORKBOOK not in file or _RELATIONS not in file:
        message = _(
            "this is no Excel workbook; OpenDocument (.ods) and binary workbooks (.xlsb) are not read"
        )
        raise refused(file.where, message, _("save it as .xlsx"))
    parts = _worksheets(xml_of(file.read(_RELATIONS), file.place(_RELATIONS)))
    book = xml_of(file.read(_WORKBOOK), file.place(_WORKBOOK))
    return tuple(_listed(element, parts) for element in book.iter() if _local(element.tag) == "sheet")


def look_at(file: Packed, sheets: tuple[Listed, ...], limits: Limits) -> tuple[dict[str, Seen], bool]:
    """What was seen in each visible sheet, by its part, and whether no shared text needs cleaning.

    Raises:
        BadInput: A part is broken or has a document type, a sheet is missing, or its cells pass a limit.
    """
    titles = {sheet.part: sheet.title for sheet in sheets if sheet.part and not sheet.hidden}
    seen = {}
    plain = True
    for name in file.names():
        if not name.casefold().endswith((".xml", ".rels")):
            continue
        xml = file.read(name)
        refuse_doctype(xml, file.place(name))
        if name in titles:
            seen[name] = look(xml, f"{file.where}:{titles[name]}", limits)
        elif name.casefold() == _STRINGS:
            plain = has_plain_texts(xml)
    for missing in titles.keys() - seen:
        message = _("the cells of the sheet {title} are not in the file").format(title=titles[missing])
        raise refused(file.where, message, _("save the file again in the program that made it"))
    return seen, plain


def _worksheets(relations: Element) -> dict[str, str]:
    """The parts of worksheets, by the ids of their relations."""
    kinds = ((element, element.get("Type", "")) for element in relations)
    return {
        element.get("Id", ""): _part(element.get("Target", ""))
        for element, kind in kinds
        if kind.endswith("/worksheet")
    }


def _part(target: str) -> str:
    """The name of a part in the file, by its address as the workbook gives it."""
    return normpath(target.lstrip("/") if target.startswith("/") else f"xl/{target}")


def _listed(element: Element, parts: dict[str, str]) -> Listed:
    relation = next((value for name, value in element.items() if _local(name) == "id"), "")
    hidden = element.get("state", "visible") != "visible"
    return Listed(clean_line(element.get("name", "")), hidden, parts.get(relation, ""))


def _local(name: str) -> str:
    """A name without its namespace, of which the format has two."""
    return name.rpartition("}")[2]

"""Reads what hangs on a page of a PDF beside its text: form fields with their values, and comments."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from nominate_tui.intake.readers.pdf_parts import Box, Field, Turn

CROSS: Final = "x"
"""What is read where a box is crossed."""

_INVISIBLE: Final = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
_CHOSEN: Final = (pdfium_c.FPDF_FORMFIELD_COMBOBOX, pdfium_c.FPDF_FORMFIELD_LISTBOX)
_CROSSED: Final = (pdfium_c.FPDF_FORMFIELD_CHECKBOX, pdfium_c.FPDF_FORMFIELD_RADIOBUTTON)

_LARGEST: Final = 12.0
"""The size of the font of a field that leaves it to the program that shows it."""


@dataclass(slots=True)
class Hung:
    """What hangs on a page."""

    fields: list[Field] = field(default_factory=list)
    comments: int = 0
    """How many notes and comments have text of their own."""


def read_hung(pdf: pdfium.PdfDocument, page: pdfium.PdfPage, degrees: int) -> Hung:
    """What hangs on a page whose text is written in this direction."""
    hung = Hung()
    turn = Turn(degrees)
    for index in range(int(pdfium_c.FPDFPage_GetAnnotCount(page))):
        if annotation := pdfium_c.FPDFPage_GetAnnot(page, index):
            _take(hung, pdf.formenv, annotation, turn)
            pdfium_c.FPDFPage_CloseAnnot(annotation)
    return hung


def _take(hung: Hung, form: pdfium.PdfFormEnv, annotation: pdfium_c.FPDF_ANNOTATION, turn: Turn) -> None:
    kind = pdfium_c.FPDFAnnot_GetSubtype(annotation)
    hidden = pdfium_c.FPDFAnnot_GetFlags(annotation) & _INVISIBLE
    if kind == pdfium_c.FPDF_ANNOT_WIDGET:
        text = _value(form, annotation) if form and not hidden else ""
    else:
        text = _said(pdfium_c.FPDFAnnot_GetStringValue, annotation, b"Contents")
    if not text.strip() or kind in (pdfium_c.FPDF_ANNOT_LINK, pdfium_c.FPDF_ANNOT_POPUP):
        return
    if kind in (pdfium_c.FPDF_ANNOT_WIDGET, pdfium_c.FPDF_ANNOT_FREETEXT) and not hidden:
        box = turn.box(_box(annotation))
        hung.fields.append(Field(text, box, _size(form, annotation, box, text)))
    else:
        hung.comments += 1


def _value(form: pdfium.PdfFormEnv, annotation: pdfium_c.FPDF_ANNOTATION) -> str:
    """What a field holds, as a reader of the page sees it."""
    kind = pdfium_c.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _CROSSED:
        return CROSS if pdfium_c.FPDFAnnot_IsChecked(form, annotation) else ""
    if kind in _CHOSEN and (chosen := ", ".join(_chosen(form, annotation))):
        return chosen
    if kind in (*_CHOSEN, pdfium_c.FPDF_FORMFIELD_TEXTFIELD):
        return _said(pdfium_c.FPDFAnnot_GetFormFieldValue, form, annotation)
    return ""


def _chosen(form: pdfium.PdfFormEnv, annotation: pdfium_c.FPDF_ANNOTATION) -> Iterator[str]:
    for index in range(int(pdfium_c.FPDFAnnot_GetOptionCount(form, annotation))):
        if pdfium_c.FPDFAnnot_IsOptionSelected(form, annotation, index):
            yield _said(pdfium_c.FPDFAnnot_GetOptionLabel, form, annotation, index)


def _said(ask: Callable[..., int], *what: object) -> str:
    """The text that a function of PDFium writes into the room that it is given."""
    length = ask(*what, None, 0)
    room = ctypes.create_string_buffer(length)
    ask(*what, ctypes.cast(room, ctypes.POINTER(pdfium_c.FPDF_WCHAR)), length)
    text = room.raw[:length].decode("utf-16-le", "replace")
    return text.rstrip("\0").replace("\r\n", "\n").replace("\r", "\n")


def _box(annotation: pdfium_c.FPDF_ANNOTATION) -> Box:
    box = pdfium_c.FS_RECTF()
    pdfium_c.FPDFAnnot_GetRect(annotation, ctypes.byref(box))
    left, right = sorted((box.left, box.right))
    bottom, top = sorted((box.bottom, box.top))
    return left, bottom, right, top


def _size(form: pdfium.PdfFormEnv, annotation: pdfium_c.FPDF_ANNOTATION, box: Box, text: str) -> float:
    size = ctypes.c_float()
    if form and text != CROSS:
        pdfium_c.FPDFAnnot_GetFontSize(form, annotation, ctypes.byref(size))
    height = max(box[3] - box[1], 4.0)
    return min(float(size.value) or _LARGEST, height)

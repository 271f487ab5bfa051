"""Reads PDFs as lines of text, in the order in which a reader of the page goes.

The pages are laid out anew from the places of their words: see `pdf_layout` for columns and tables, `pdf_gaps` for
blank lines. The values of form fields stand where the page shows them. Comments, attached files and what stands
beyond the edges of a page are left out, and told. JavaScript is never run.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from nominate_tui.errors import BadInput
from nominate_tui.intake.document import PAGE_BREAK, Document
from nominate_tui.intake.readers.mend import mended
from nominate_tui.intake.readers.pdf_gaps import blanks_between, usual_distances
from nominate_tui.intake.readers.pdf_layout import lines_of_page
from nominate_tui.intake.readers.pdf_parts import Line
from nominate_tui.intake.readers.pdf_told import Told
from nominate_tui.intake.readers.pdf_unpacked import unpacks_beyond
from nominate_tui.intake.readers.pdfium_document import Pdf, damaged_todo, opened
from nominate_tui.intake.readers.pdfium_text import HYPHEN
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.model.limits import Limits

_HEAD: Final = 1024
"""Among how many bytes at the beginning and at the end of a file its marks stand (ISO 32000-1, annex H)."""


def read_pdf(name: str, data: bytes, limits: Limits) -> tuple[Document, ...]:
    """The document in a PDF, as one `Document`. `name` is that of the file, clean.

    The end of a page is `PAGE_BREAK` blank lines, and so is that of a column.

    Raises:
        BadInput: It is no PDF, it is cut off, broken, encrypted or too large, or none of its pages has text.
    """
    _check_bytes(name, data, limits)
    told = Told()
    with opened(name, data) as pdf:
        _check(name, pdf, limits)
        told.attached = pdf.attached
        pages = [_lines(pdf, index, told) for index in range(pdf.count)]
    if not any(pages):
        raise _no_text(name)
    laid = _Laid.of(pages)
    lines, repairs = mended(name, laid.lines, laid.places)
    done = laid.finished(lines)
    digest = hashlib.sha256(data).hexdigest()
    notices = (*told.notices(name), *repairs)
    return (Document(name, digest, tuple(done.lines), tuple(done.places), wrapped=True, notices=notices),)


def _lines(pdf: Pdf, index: int, told: Told) -> list[Line]:
    page = pdf.page(index)
    told.look_at(index + 1, page)
    return lines_of_page(page)


def _check_bytes(name: str, data: bytes, limits: Limits) -> None:
    if b"%PDF-" not in data[:_HEAD]:
        raise refused(name, _("this is no PDF"), _("see what it is, and save it as a PDF"))
    if b"%%EOF" not in data.rstrip(b"\0 \t\r\n")[-_HEAD:]:
        raise refused(name, _("this PDF is cut off: its end is missing"), damaged_todo())
    if unpacks_beyond(data, limits.unpacked_bytes):
        message = _("this PDF is larger than {limit} MB when it is unpacked").format(limit=limits.unpacked_mb)
        todo = _("print it into a new PDF, or set a higher unpacked_mb under [intake] in scoring.toml")
        raise refused(name, message, todo)


def _check(name: str, pdf: Pdf, limits: Limits) -> None:
    if pdf.is_dynamic:
        message = _("this is a form that only Adobe's programs can show (XFA): what was filled in is no text")
        raise refused(name, message, _("open it there and print it into a new PDF"))
    if pdf.count > limits.pages:
        message = ngettext(
            "this PDF has {count} page, and no more than {limit} are read",
            "this PDF has {count} pages, and no more than {limit} are read",
            pdf.count,
        ).format(count=pdf.count, limit=limits.pages)
        todo = _("divide it, or set a higher number of pages under [intake] in scoring.toml")
        raise refused(name, message, todo)


def _no_text(name: str) -> BadInput:
    message = _("this PDF has no text layer: its pages are pictures, as of a scan")
    return refused(name, message, _("run text recognition (OCR) on it, or ask for the original document"))


@dataclass(frozen=True, slots=True)
class _Laid:
    """Lines as they are laid out, with blank ones, and the place of each."""

    lines: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    parts: dict[int, Line] = field(default_factory=dict)
    """The lines, by their index, that belong on the one above, or that begin the next column."""

    @classmethod
    def of(cls, pages: Sequence[Sequence[Line]]) -> "_Laid":
        """The lines of all pages; a place is the page and the line on it, both from 1."""
        laid = cls()
        usual = usual_distances(pages)
        for page, lines in enumerate(pages, 1):
            above, number = None, 0
            for line in lines:
                number += not line.behind
                blanks = blanks_between(above, line, usual) if above else PAGE_BREAK
                laid._add(line, f"{page}:{number}", blanks if laid.lines else 0)
                above = line
        return laid

    def _add(self, line: Line, place: str, blanks: int) -> None:
        self._leave(blanks)
        if line.behind or line.next_column:
            self.parts[len(self.lines)] = line
        # Before the end of a line it is an ordinary hyphen after all, as between cells.
        self.lines.append(line.text[:-1].replace(HYPHEN, "-") + line.text[-1])
        self.places.append(place)

    def _leave(self, blanks: int) -> None:
        """Add blank lines; where something was left out between others, no more than stand for the end of a page."""
        if not self.lines:
            return
        there = 0
        while there < PAGE_BREAK and there < len(self.lines) and not self.lines[-1 - there]:
            there += 1
        self.lines.extend([""] * min(blanks, PAGE_BREAK - there))
        self.places.extend([self.places[-1]] * min(blanks, PAGE_BREAK - there))

    def finished(self, mended_lines: Sequence[str]) -> "_Laid":
        """The same with mended lines, and each part of a line at its place."""
        done = _Laid()
        for index, (text, place) in enumerate(zip(mended_lines, self.places, strict=True)):
            part = self.parts.get(index)
            if part and part.next_column:
                done._leave(PAGE_BREAK)
            if part and part.behind and done.lines and text:
                done.lines[-1] += part.behind + text
            elif text:
                done.lines.append(text)
                done.places.append(place)
            else:
                done._leave(1)
        while done.lines and not done.lines[-1]:
            done.lines.pop()
            done.places.pop()
        return done

"""Reads Word files (.docx) as lines of text, as a reader of the document sees them.

What python-docx leaves out is read too: content controls, of which forms are made, insertions that are not
accepted yet, text boxes and notes. Tracked changes are taken as accepted. Comments, hidden text, headers and
footers are left out. All of this is told.
"""

import hashlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from nominate_tui.errors import BadInput
from nominate_tui.intake.document import Document
from nominate_tui.intake.readers.docx_blocks import Blocks
from nominate_tui.intake.readers.docx_lines import Lines
from nominate_tui.intake.readers.docx_numbering import Numbering, numbering_of
from nominate_tui.intake.readers.docx_package import Package, package_of
from nominate_tui.intake.readers.docx_plain import make_plain
from nominate_tui.intake.readers.docx_styles import Styles, styles_of
from nominate_tui.intake.readers.docx_text import said
from nominate_tui.intake.readers.docx_told import Told
from nominate_tui.intake.readers.docx_xml import value
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.locale.catalogue import _
from nominate_tui.model.limits import Limits


def read_docx(name: str, data: bytes, limits: Limits) -> tuple[Document, ...]:
    """The document in a Word file, as one `Document`. `name` is that of the file.

    A paragraph is a line, of which those that somebody ended are lines right below; items of a list stand right
    below one another, with their bullets and numbers. Footnotes stand in square brackets below their paragraph.

    Raises:
        BadInput: It is no Word file, it is encrypted, broken or too large, it declares a document type, or it has
            no text.
    """
    told = Told()
    lines = _lines(package_of(name, data, limits), told)
    if not lines.lines:
        raise _no_text(name, told)
    digest = hashlib.sha256(data).hexdigest()
    return (
        Document(
            name, digest, tuple(lines.lines), tuple(lines.places), wrapped=False, notices=told.notices(name)
        ),
    )


def _lines(package: Package, told: Told) -> Lines:
    styles = next((styles_of(root) for root in package.parts("styles")), Styles())
    numbering = next((numbering_of(root) for root in package.parts("numbering")), Numbering())
    make_plain(package.body, told)
    blocks = Blocks(styles, numbering, dict(_notes(package, styles, told)), told)
    lines = Lines()
    lines.lay(blocks.of_body(package.body))
    told.margins += _margins(package, styles)
    return lines


def _notes(package: Package, styles: Styles, told: Told) -> Iterator[tuple[tuple[str, str], str]]:
    """The text of each footnote and endnote, by the element that refers to it and its id."""
    for kind in ("footnotes", "endnotes"):
        for root in package.parts(kind):
            for note in root:
                make_plain(note, told)
                yield (f"{note.tag}Reference", value(note, "id")), _text(note, styles, told)


def _margins(package: Package, styles: Styles) -> Iterator[str]:
    """The texts of headers and footers that have any letters, and not only the number of the page."""
    for kind in ("header", "footer"):
        for root in package.parts(kind):
            make_plain(root, Told())
            text = _text(root, styles, Told())
            if any(sign.isalpha() for sign in text):
                yield text


def _text(container: Element, styles: Styles, told: Told) -> str:
    """The text of all paragraphs in a part of a plain tree, on one line."""
    texts = (said(paragraph, styles, told).text for paragraph in container.iter("w:p"))
    return " ".join(text.replace("\n", " ") for text in texts if text)


def _no_text(name: str, told: Told) -> BadInput:
    if told.pictures:
        message = _("the document has pictures, but no text")
        return refused(name, message, _("ask for a document in which the text can be marked"))
    return refused(name, _("the document is empty"), _("ask for another copy"))

"""Opens a PDF with PDFium, and gives its pages: what stands on them, and where."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from nominate_tui.errors import BadInput
from nominate_tui.intake.readers.pdf_fields import runs_of
from nominate_tui.intake.readers.pdf_parts import Page
from nominate_tui.intake.readers.pdfium_drawn import is_drawn, read_ruling
from nominate_tui.intake.readers.pdfium_fields import read_hung
from nominate_tui.intake.readers.pdfium_text import TextLayer, read_runs
from nominate_tui.intake.readers.refuse import refused
from nominate_tui.locale.catalogue import _


class Pdf:
    """A PDF that is open."""

    def __init__(self, name: str, document: pdfium.PdfDocument) -> None:
        """Of a document that PDFium has opened."""
        self._name = name
        self._document = document
        self._form = int(document.get_formtype())
        if self._form != pdfium_c.FORMTYPE_NONE:
            # `init_forms` does this, too, and writes on the terminal about some of the forms.
            config = pdfium_c.FPDF_FORMFILLINFO(version=2)
            form = pdfium_c.FPDFDOC_InitFormFillEnvironment(document, config)
            document.formenv = pdfium.PdfFormEnv(form, config) if form else None

    @property
    def count(self) -> int:
        """How many pages it has."""
        return len(self._document)

    @property
    def attached(self) -> int:
        """How many other files are attached to it."""
        return int(self._document.count_attachments())

    @property
    def is_dynamic(self) -> bool:
        """Whether its pages are made by the program that shows it (XFA), and are not in the file."""
        return bool(self._form == pdfium_c.FORMTYPE_XFA_FULL)

    def page(self, index: int) -> Page:
        """A page by its index.

        Raises:
            BadInput: It is broken.
        """
        try:
            with closing(self._document[index]) as page:
                return _page(self._document, page)
        except pdfium.PdfiumError as error:
            message = _("page {page} is broken").format(page=index + 1)
            raise refused(f"{self._name}:{index + 1}", message, damaged_todo()) from error


@contextmanager
def opened(name: str, data: bytes) -> Iterator[Pdf]:
    """The PDF that has these bytes.

    Raises:
        BadInput: It is none, it is broken, or a password protects it.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refused(name, error) from error
    with closing(document):
        yield Pdf(name, document)


def _refused(name: str, error: pdfium.PdfiumError) -> BadInput:
    if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
        todo = _("ask for the document without a password, or open it and save it without")
        return refused(name, _("a password protects this PDF"), todo)
    return refused(name, _("this is no PDF, or it is damaged"), damaged_todo())


def damaged_todo() -> str:
    """What to do about a PDF that is broken or cut off."""
    return _("fetch it or ask for it again; if a PDF program can open it, print it into a new PDF there")


def _page(document: pdfium.PdfDocument, page: pdfium.PdfPage) -> Page:
    with closing(TextLayer(page)) as layer:
        turned, outside = read_runs(layer, page.get_bbox())
    # A page on which nothing but fields is reads as it is turned when it is shown.
    degrees = next(iter(turned), int(page.get_rotation()))
    hung = read_hung(document, page, degrees)
    if hung.fields:
        runs = turned.get(degrees, [])
        turned = {**turned, degrees: [*runs, *runs_of(hung.fields, runs)]}
    return Page(turned, read_ruling(page, degrees), tuple(outside), hung.comments, is_drawn(page))

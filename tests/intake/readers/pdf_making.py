"""Makes PDFs for tests: drawn by reportlab, or written by hand where no program would write them."""

import io
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from nominate_tui.errors import Problem
from nominate_tui.intake.document import Document
from nominate_tui.intake.readers.pdf import read_pdf
from nominate_tui.model.limits import Limits

LIMITS = Limits()
NAME = "form.pdf"
UNICODE_FONT = Path(reportlab.__file__).with_name("fonts") / "Vera.ttf"
"""A font with ligatures that reportlab brings."""

TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=11, leading=13.5)
"""How running text is set."""

PROSE = (
    "Flere skal cykle, og de skal cykle mere end i dag, hvor mange bliver hjemme, fordi ingen tager dem med. "
    "Vi henter dem ved deres hoveddør, og vi følger dem hjem igen, når dagen er gået."
)


def read(data: bytes, limits: Limits = LIMITS) -> Document:
    """The document in a PDF."""
    (one,) = read_pdf(NAME, data, limits)
    return one


def lines(data: bytes) -> list[str]:
    """The lines of a PDF, blank ones too."""
    return list(read(data).lines)


def texts(data: bytes) -> list[str]:
    """The lines of a PDF that have text."""
    return [line for line in read(data).lines if line]


def messages(data: bytes) -> list[str]:
    """What the warnings about a PDF say."""
    return [notice.message for notice in read(data).notices]


def warning(message: str, todo: str = "") -> Problem:
    """A warning about the whole of the document."""
    return Problem("warning", NAME, "", message, todo)


def drawn(*pages: Callable[[Canvas], None]) -> bytes:
    """A PDF with a page for each function that draws one, in Helvetica of 11 points unless it says otherwise."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for page in pages:
        canvas.setFont("Helvetica", 11)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def written(*placed: tuple[float, float, str]) -> bytes:
    """A PDF of one page with texts, each with the place where it begins."""

    def draw(canvas: Canvas) -> None:
        for x, y, text in placed:
            canvas.drawString(x, y, text)

    return drawn(draw)


def flowed(*flowables: Flowable | str) -> bytes:
    """A PDF of as many pages as these take up; a text is a paragraph."""
    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4).build([paragraph(one) for one in flowables])
    return target.getvalue()


def paragraph(text: Flowable | str) -> Flowable:
    """A paragraph of running text; another flowable as it is."""
    return Paragraph(text, TEXT) if isinstance(text, str) else text


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], *, ruled: bool = True) -> Table:
    """A table whose cells wrap their text, with lines around them or without."""
    style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, "black"))
    return Table([[Paragraph(cell, TEXT) for cell in row] for row in rows], colWidths=widths, style=style)


def unicode_font() -> str:
    """The name of a font that has letters beyond those of western Europe."""
    pdfmetrics.registerFont(TTFont("Vera", str(UNICODE_FONT)))
    return "Vera"


def by_hand(
    content: bytes,
    *,
    font: bytes = b"/BaseFont/Helvetica/Encoding/WinAnsiEncoding",
    page: bytes = b"",
    catalog: bytes = b"",
    objects: Mapping[int, bytes] | None = None,
) -> bytes:
    """A PDF of one page with this content and one font, `F1`.

    What `font`, `page` and `catalog` say is added to those dictionaries; `objects` are more objects, from number 6.
    """
    parts = {
        1: b"<</Type/Catalog/Pages 2 0 R" + catalog + b">>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>" + page + b">>",
        4: stream(content),
        5: b"<</Type/Font/Subtype/Type1" + font + b">>",
        **(objects or {}),
    }
    return _assembled(parts)


def stream(content: bytes, described: bytes = b"") -> bytes:
    """An object with content."""
    length = b"/Length %d" % len(content)
    return b"<<" + described + length + b">>\nstream\n" + content + b"\nendstream"


def packed(content: bytes, times: int = 1) -> bytes:
    """The same, packed."""
    for _time in range(times):
        content = zlib.compress(content, 9)
    return stream(content, b"/Filter[" + b"/FlateDecode" * times + b"]")


def _assembled(parts: Mapping[int, bytes]) -> bytes:
    data = bytearray(b"%PDF-1.7\n")
    places = []
    for number, part in sorted(parts.items()):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    begins = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(data) + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(parts) + 1,
        begins,
    )


def said(*shown: bytes, size: int = 12) -> bytes:
    """Content that shows each of these on a line of its own."""
    begin = b"BT /F1 %d Tf 14 TL 60 780 Td " % size
    return begin + b" ".join(b"(%b) Tj T*" % text for text in shown) + b" ET"


def to_unicode(codes: Mapping[int, str]) -> bytes:
    """An object that tells which characters the codes of a font are; the others are themselves."""
    other = {code: chr(code) for code in range(0x20, 0x7F)} | dict(codes)
    pairs = b"".join(
        b"<%02X> <%b>\n" % (code, text.encode("utf-16-be").hex().encode()) for code, text in other.items()
    )
    return stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n"
        b"%d beginbfchar\n%bendbfchar\nendcmap end end" % (len(other), pairs)
    )

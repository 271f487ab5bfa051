"""The sample of 26 nominations, set as a form that is printed, is read word for word."""

import io
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from fpdf import FPDF
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from intake.readers.pdf_making import PROSE, TEXT, read, texts
from nominate_tui.intake.document import PAGE_BREAK, Document
from steps import steps

SAMPLE = Path(__file__).parents[3] / "data" / "indstillinger.txt"
HEADING = ParagraphStyle("heading", TEXT, fontName="Helvetica-Bold")
WRAPPED = 85
"""A line of the sample that is longer goes on in the next."""
TITLE = ParagraphStyle("title", HEADING, fontSize=14, leading=17, spaceBefore=12)


LINES = [line.strip() for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
HEADINGS = {line for line, times in Counter(LINES).items() if line and times == 26}
"""What stands once in each of the 26 nominations."""


def paragraphs() -> Iterator[str]:
    """The headings, short lines and paragraphs of the sample; an empty one for each blank line."""
    gathered: list[str] = []
    for line, below in pairwise([*LINES, ""]):
        gathered.append(line)
        if len(line) <= WRAPPED or not below or below in HEADINGS:
            yield " ".join(gathered)
            gathered = []


def style_of(text: str) -> ParagraphStyle:
    if text.startswith("Indstilling "):
        return TITLE
    return HEADING if text in HEADINGS else TEXT


def set_as_a_form(pages: int = 0) -> tuple[bytes, int]:
    """The sample on A4, with the number of each page and of all at its foot; and how many pages it has."""
    target = io.BytesIO()
    flow = [Paragraph(escape(text), style_of(text)) if text else Spacer(1, 5) for text in paragraphs()]

    def foot(canvas: Canvas, document: SimpleDocTemplate) -> None:
        canvas.setFont("Helvetica", 9)
        canvas.drawRightString(A4[0] - 72, 40, f"Side {document.page} af {pages}")

    document = SimpleDocTemplate(target, pagesize=A4)
    document.build(flow, onFirstPage=foot, onLaterPages=foot)
    return target.getvalue(), int(document.page)


@pytest.fixture(scope="module")
def sample() -> Document:
    _draft, pages = set_as_a_form()
    data, again = set_as_a_form(pages)
    assert again == pages
    assert pages > 15
    return read(data)


def test_the_sample_is_read_word_for_word(sample: Document) -> None:
    expected = SAMPLE.read_text(encoding="utf-8").split()
    assert " ".join(sample.lines).split() == expected


def test_its_page_numbers_are_left_out_and_nothing_else_is_told(sample: Document) -> None:
    pages = int(str(sample.places[-1]).split(":")[0])
    assert [notice.message for notice in sample.notices] == [
        f'what pages repeat at their edges was left out: "Side 1 af {pages}" on {pages} pages'
    ]


def test_its_headings_are_lines_of_their_own(sample: Document) -> None:
    assert len(HEADINGS) == 14
    assert [line for line in sample.lines if line in HEADINGS] == [line for line in LINES if line in HEADINGS]


def test_its_paragraphs_end_where_they_ended(sample: Document) -> None:
    """Between the last line of a paragraph and the next stands a blank line wherever one stood in the sample."""
    assert sample.lines.count("") > 26 * 7
    ends = [index for index, line in enumerate(sample.lines) if line == "Hvem er målgruppen for initiativet?"]
    assert [sample.lines[end - 1] for end in ends] == [""] * 26


def test_its_pages_stand_apart(sample: Document) -> None:
    """No more blank lines stand anywhere than at the end of a page, and as many as that at each."""
    runs = [len(run) for run in "".join("b" if not line else "t" for line in sample.lines).split("t") if run]
    pages = int(str(sample.places[-1]).split(":")[0])
    assert max(runs) == PAGE_BREAK
    assert runs.count(PAGE_BREAK) == pages - 1


def test_fpdf2_sets_the_same_words() -> None:
    pdf = FPDF(format="A4")
    pdf.set_font("Times", size=11)
    pdf.add_page()
    for text in paragraphs():
        pdf.multi_cell(0, 5.5, in_latin_1(text), align="L")
        pdf.ln()
    expected = in_latin_1(SAMPLE.read_text(encoding="utf-8"))
    assert " ".join(texts(bytes(pdf.output()))).split() == expected.split()


def in_latin_1(text: str) -> str:
    """The text as the fonts that each PDF program has can write it."""
    return text.replace("\u202f", " ").encode("latin-1", "replace").decode("latin-1")


def drawn(pages: int, lines: int) -> bytes:
    """Pages with the same line so many times on each."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    for _page in range(pages):
        canvas.setFont("Helvetica", 11)
        for line in range(lines):
            canvas.drawString(60, 780 - 15 * line, PROSE[:90])
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_every_line_of_many_pages_is_read() -> None:
    assert texts(drawn(50, 45)) == [PROSE[:90]] * 50 * 45


@pytest.mark.parametrize(("some", "twice"), [((100, 1), (200, 1)), ((1, 20), (1, 40))])
def test_twice_the_pages_and_twice_the_lines_take_twice_the_steps(
    some: tuple[int, int], twice: tuple[int, int]
) -> None:
    data, more = drawn(*some), drawn(*twice)
    assert steps(lambda: read(more)) < 2.5 * steps(lambda: read(data))

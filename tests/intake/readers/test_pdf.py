"""PDFs are read whole and in order; what cannot be read is refused, and what is left out is told."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf_making import (
    LIMITS,
    NAME,
    PROSE,
    by_hand,
    drawn,
    lines,
    messages,
    packed,
    read,
    said,
    to_unicode,
    unicode_font,
    warning,
    written,
)
from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.document import PAGE_BREAK
from nominate_tui.intake.readers.pdf import read_pdf
from nominate_tui.model.limits import Limits

FETCH_AGAIN = "fetch it or ask for it again; if a PDF program can open it, print it into a new PDF there"


def refusal(data: bytes, limits: Limits = LIMITS) -> list[Problem]:
    with pytest.raises(BadInput) as raised:
        read_pdf(NAME, data, limits)
    return list(raised.value.problems)


def error(message: str, todo: str, where: str = NAME) -> list[Problem]:
    return [Problem("error", where, "", message, todo)]


def pages_of(*texts: str) -> bytes:
    def page_with(text: str) -> Callable[[Canvas], None]:
        return lambda canvas: canvas.drawString(60, 700, text)

    return drawn(*map(page_with, texts))


def test_a_document_has_its_name_its_digest_its_lines_and_their_places() -> None:
    data = pages_of("Første side", "Anden side")
    one = read(data)
    assert one.name == NAME
    assert one.sha256 == hashlib.sha256(data).hexdigest()
    assert one.lines == ("Første side", *[""] * PAGE_BREAK, "Anden side")
    assert one.places == ("1:1", *["1:1"] * PAGE_BREAK, "2:1")
    assert one.wrapped
    assert one.notices == ()
    assert one.where(4) == "form.pdf:2:1"


def test_a_line_is_told_by_its_number_among_the_lines_of_its_page() -> None:
    one = read(written((60, 800, "Et"), (60, 786, "To"), (60, 700, "Tre")))
    assert list(zip(one.places, one.lines, strict=True)) == [
        ("1:1", "Et"),
        ("1:2", "To"),
        ("1:2", ""),
        ("1:2", ""),
        ("1:3", "Tre"),
    ]


def test_a_blank_page_is_no_more_than_the_end_of_the_page_before() -> None:
    assert lines(pages_of("Et", "", "Tre")) == ["Et", *[""] * PAGE_BREAK, "Tre"]
    assert messages(pages_of("Et", "", "Tre")) == []


def test_text_set_by_fpdf2_is_read_in_its_lines() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", size=11)
    pdf.multi_cell(0, 6, PROSE)
    read_lines = lines(bytes(pdf.output()))
    assert " ".join(read_lines) == PROSE
    assert len(read_lines) == 2


def test_justified_text_has_no_cells() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.multi_cell(70, 6, PROSE, align="J")
    assert " ".join(lines(bytes(pdf.output()))) == PROSE


def test_ligatures_are_read_as_letters() -> None:
    font = unicode_font()

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, 11)
        canvas.drawString(60, 700, "kontoret er of\ufb01cielt en \ufb02ok af \ufb01sk")

    assert lines(drawn(draw)) == ["kontoret er officielt en flok af fisk"]


def test_words_divided_at_the_ends_of_lines_are_whole() -> None:
    data = by_hand(said(b"The evalu-", b"ation was well-", b"known in 1990-", b"2000."))
    assert " ".join(lines(data)).split() == ["The", "evaluation", "was", "well-known", "in", "1990-2000."]
    assert messages(data) == [
        "3 words that were divided at the ends of lines were put together: "
        '"evaluation", "well-known", "1990-2000"'
    ]


def test_a_hyphen_between_cells_stays_one() -> None:
    assert lines(written((60, 700, "F-"), (300, 700, "Team"))) == ["F-\tTeam"]


def test_a_letter_that_the_font_makes_a_control_character_is_shown_as_its_picture() -> None:
    data = by_hand(
        said(b"Clip@]52;c;QQ==#board"),
        font=b"/BaseFont/Helvetica/ToUnicode 6 0 R",
        objects={6: to_unicode({0x40: "\x1b", 0x23: "\x07"})},
    )
    assert lines(data) == ["Clip␛]52;c;QQ==␇board"]


def test_characters_beyond_the_first_plane_are_whole() -> None:
    data = by_hand(
        said(b"Tak @ igen"),
        font=b"/BaseFont/Helvetica/ToUnicode 6 0 R",
        objects={6: to_unicode({0x40: "\U0001f600"})},
    )
    assert lines(data) == ["Tak \U0001f600 igen"]


def test_a_letter_without_unicode_is_shown_and_told() -> None:
    data = by_hand(
        said(b"Cyk@er ab@ c"),
        font=b"/BaseFont/Helvetica/ToUnicode 6 0 R",
        objects={6: to_unicode({0x40: "\0"})},
    )
    assert lines(data) == ["Cyk\ufffder ab\ufffd c"]
    assert messages(data) == [
        "page 1 has letters whose font does not tell what they are; they are shown as \ufffd"
    ]


def test_javascript_is_not_run_and_the_text_is_read() -> None:
    data = by_hand(said(b"normal text"), catalog=b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>")
    assert lines(data) == ["normal text"]


def test_text_that_no_ink_shows_is_read_as_that_of_a_scan_is() -> None:
    assert lines(by_hand(b"BT 3 Tr /F1 12 Tf 60 700 Td (under the picture) Tj ET")) == ["under the picture"]


def test_text_beyond_the_edges_of_the_page_is_left_out_and_told() -> None:
    data = written((60, 700, "Paa siden"), (700, 700, "til venstre og ud"), (60, -50, "nedenfor"))
    assert lines(data) == ["Paa siden"]
    assert read(data).notices == (
        warning(
            'text beyond the edges of the page is left out: "til venstre og ud", "nedenfor"',
            "if it belongs to the document, ask for it anew",
        ),
    )


def test_the_edges_are_those_of_the_part_that_is_shown() -> None:
    data = by_hand(said(b"cut away"), page=b"/CropBox[0 0 595 700]")
    assert messages(by_hand(said(b"shown"), page=b"/CropBox[0 0 595 800]")) == []
    assert refusal(data)[0].message == "this PDF has no text layer: its pages are pictures, as of a scan"


def test_a_page_that_is_a_picture_is_told() -> None:
    def picture(canvas: Canvas) -> None:
        canvas.rect(100, 100, 300, 300, fill=1)

    def text(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Text")

    assert read(drawn(text, picture, text, picture, picture)).notices == (
        warning(
            "pages 2, 4-5 have no text layer: they are pictures, and nothing of them was read",
            "run text recognition (OCR) on the document, or ask for the original",
        ),
    )


def test_a_document_of_pictures_only_is_refused() -> None:
    assert refusal(by_hand(b"0.5 g 100 100 200 200 re f")) == error(
        "this PDF has no text layer: its pages are pictures, as of a scan",
        "run text recognition (OCR) on it, or ask for the original document",
    )


def test_what_is_no_pdf_is_refused() -> None:
    assert refusal(b"\x89PNG\r\n\x1a\n") == error("this is no PDF", "see what it is, and save it as a PDF")
    assert refusal(b"") == error("this is no PDF", "see what it is, and save it as a PDF")


def test_a_file_that_is_cut_off_is_refused() -> None:
    whole = pages_of(*["Side"] * 50)
    for length in (300, len(whole) // 2, len(whole) - 20):
        assert refusal(whole[:length]) == error("this PDF is cut off: its end is missing", FETCH_AGAIN)


def test_white_space_behind_the_end_is_no_harm() -> None:
    assert lines(pages_of("Text") + b"\r\n" + b"\0" * 5000) == ["Text"]


def test_a_file_of_garbage_with_the_marks_of_a_pdf_is_refused() -> None:
    assert refusal(b"%PDF-1.7\n" + b"garbage " * 100 + b"\n%%EOF\n") == error(
        "this is no PDF, or it is damaged", FETCH_AGAIN
    )


def test_a_document_with_a_password_is_refused() -> None:
    canvas_file = FPDF()
    canvas_file.set_encryption("owner", "secret")
    canvas_file.add_page()
    canvas_file.set_font("Helvetica", size=11)
    canvas_file.cell(text="hidden")
    assert refusal(bytes(canvas_file.output())) == error(
        "a password protects this PDF",
        "ask for the document without a password, or open it and save it without",
    )


def test_a_document_that_opens_without_its_password_is_read() -> None:
    pdf = FPDF()
    pdf.set_encryption("owner", "")
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.cell(text="may not be printed")
    assert lines(bytes(pdf.output())) == ["may not be printed"]


def test_more_pages_than_the_limit_are_refused() -> None:
    data = pages_of("Et", "To", "Tre")
    assert read(data, Limits(pages=3)).lines[0] == "Et"
    assert refusal(data, Limits(pages=2)) == error(
        "this PDF has 3 pages, and no more than 2 are read",
        "divide it, or set a higher number of pages under [intake] in scoring.toml",
    )


def test_a_document_that_becomes_too_large_when_unpacked_is_refused() -> None:
    bomb = by_hand(b"", objects={6: packed(b" " * 25_000_000)})
    assert len(bomb) < 30_000
    assert refusal(bomb) == error(
        "this PDF is larger than 20 MB when it is unpacked",
        "print it into a new PDF, or set a higher unpacked_mb under [intake] in scoring.toml",
    )


def test_a_form_that_only_its_own_program_shows_is_refused() -> None:
    data = by_hand(said(b"Please wait..."), catalog=b"/NeedsRendering true/AcroForm<</Fields[]/XFA(x)>>")
    assert refusal(data) == error(
        "this is a form that only Adobe's programs can show (XFA): what was filled in is no text",
        "open it there and print it into a new PDF",
    )


def test_a_form_that_is_drawn_on_its_pages_too_is_read_in_silence(capfd: pytest.CaptureFixture[str]) -> None:
    assert lines(by_hand(said(b"Navn:"), catalog=b"/AcroForm<</Fields[]/XFA(x)>>")) == ["Navn:"]
    assert capfd.readouterr() == ("", "")


def test_attached_files_are_told() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.cell(text="Se bilaget")
    pdf.embed_file(bytes=b"a,b\n1,2\n", basename="bilag.csv")
    assert read(bytes(pdf.output())).notices == (
        warning(
            "1 file that is attached to this document is left out",
            "save it from a PDF program, and take it in by itself",
        ),
    )


def test_page_numbers_and_running_heads_are_left_out_and_told() -> None:
    def page(number: int) -> Callable[[Canvas], None]:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(60, 790, "Cykler til alle")
            for line in range(5):
                canvas.drawString(
                    60, 760 - 14 * line, f"den anden, linje {number}.{line}, med ord nok til at"
                )
            canvas.drawString(500, 30, f"Side {number} af 4")

        return draw

    data = drawn(*map(page, range(1, 5)))
    assert [line for line in lines(data) if "Side" in line] == []
    found = lines(data)
    end = found.index("den anden, linje 1.4, med ord nok til at")
    assert found[end : end + PAGE_BREAK + 2] == [
        "den anden, linje 1.4, med ord nok til at",
        *[""] * PAGE_BREAK,
        "den anden, linje 2.0, med ord nok til at",
    ]
    assert messages(data) == [
        'what pages repeat at their edges was left out: "Side 1 af 4" on 4 pages, "Cykler til alle" on 3 pages'
    ]


def test_pages_that_lie_on_their_side_are_read_as_they_are_shown() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        canvas.drawString(60, 500, "Den første linje")
        canvas.drawString(60, 486, "Navn:")
        canvas.drawString(200, 486, "Ane")

    assert lines(drawn(draw)) == ["Den første linje", "Navn:\tAne"]


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_text_that_is_turned_is_read_the_same(degrees: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 420)
        canvas.rotate(degrees)
        canvas.drawString(-100, 50, "Den første linje")
        canvas.drawString(-100, 36, "Navn:")
        canvas.drawString(0, 36, "Ane Mønster")

    assert lines(drawn(draw)) == ["Den første linje", "Navn:\tAne Mønster"]


def test_text_in_another_direction_than_most_follows_last() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "Den første linje af en tekst som går på tværs")
        canvas.drawString(60, 686, "af siden, og den anden.")
        canvas.saveState()
        canvas.translate(300, 600)
        canvas.rotate(45)
        canvas.setFont("Helvetica", 60)
        canvas.drawString(0, 0, "UDKAST 2")
        canvas.restoreState()
        canvas.translate(30, 300)
        canvas.rotate(90)
        canvas.drawString(0, 0, "fra siden")

    assert lines(drawn(draw)) == [
        "Den første linje af en tekst som går på tværs",
        "af siden, og den anden.",
        "",
        "fra siden",
        "",
        "UDKAST 2",
    ]


HOSTILE = {
    "p01-tounicode-esc.pdf": "",
    "p02-flate-bomb.pdf": "this PDF is larger than 20 MB when it is unpacked",
    "p03-truncated.pdf": "this PDF is cut off: its end is missing",
    "p04-js-openaction.pdf": "",
    "p05-no-text.pdf": "this PDF has no text layer: its pages are pictures, as of a scan",
    "p06-hyphen.pdf": "",
}


@pytest.mark.shared
@pytest.mark.parametrize("name", HOSTILE)
def test_what_strangers_sent_is_refused_or_read(shared: Path, name: str) -> None:
    data = (shared / "cases" / "hostile" / "nominations" / name).read_bytes()
    if HOSTILE[name]:
        assert [problem.message for problem in refusal(data)] == [HOSTILE[name]]
    else:
        assert lines(data)[0].split()[0] == "Title:"

"""The values of form fields are read where the page shows them; comments are not."""

import pytest
from fpdf import FPDF
from reportlab.pdfgen.canvas import Canvas

from intake.readers.pdf_making import PROSE, by_hand, drawn, lines, messages, read, said, texts, warning
from nominate_tui.errors import BadInput
from nominate_tui.intake.readers.pdf_fields import runs_of
from nominate_tui.intake.readers.pdf_parts import Field, Run, Word


def form(*fields: dict[str, object], labels: tuple[tuple[float, float, str], ...] = ()) -> bytes:
    """A form with labels, and text fields 300 points wide at 200 unless they say otherwise."""

    def draw(canvas: Canvas) -> None:
        for x, y, text in labels:
            canvas.drawString(x, y, text)
        for number, field in enumerate(fields):
            settings = {"name": f"f{number}", "x": 200, "width": 300, "height": 20, "fontSize": 11} | field
            canvas.acroForm.textfield(**settings)

    return drawn(draw)


def test_a_value_stands_on_the_line_of_its_label() -> None:
    data = form(
        {"value": "Cykler til alle", "y": 694},
        {"value": "Ane Mønster", "y": 664},
        labels=((60, 700, "Titel på initiativet:"), (60, 670, "Navn:"), (60, 640, "E-mail:")),
    )
    assert texts(data) == ["Titel på initiativet:\tCykler til alle", "Navn:\tAne Mønster", "E-mail:"]


def test_a_value_near_its_label_is_apart_by_a_space() -> None:
    data = form({"value": "Ane Mønster", "y": 694, "x": 95}, labels=((60, 700, "Navn:"),))
    assert texts(data) == ["Navn: Ane Mønster"]


def test_a_value_below_its_label_is_a_line_of_its_own() -> None:
    data = form({"value": "Ane", "y": 680, "x": 60}, labels=((60, 705, "Navn:"), (60, 660, "E-mail:")))
    assert texts(data) == ["Navn:", "Ane", "E-mail:"]


def test_an_empty_field_is_nothing() -> None:
    assert texts(form({"value": "", "y": 694}, labels=((60, 700, "Navn:"),))) == ["Navn:"]


def test_the_lines_of_a_value_stand_together_whatever_is_below_the_field() -> None:
    value = "Første linje\nAnden linje\n\nEt nyt afsnit\nmed to linjer\nog en til"
    data = form(
        {"value": value, "y": 650, "height": 60, "fieldFlags": "multiline"},
        labels=((60, 700, "Formål:"), (60, 630, "Målgruppe:")),
    )
    assert lines(data) == [
        "Formål:\tFørste linje",
        "Anden linje",
        "",
        "Et nyt afsnit",
        "med to linjer",
        "og en til",
        "",
        "",
        "Målgruppe:",
    ]


def test_a_long_paragraph_of_a_value_stands_apart_from_the_next() -> None:
    value = f"{PROSE}\n{PROSE}\nKort."
    data = form({"value": value, "y": 600, "height": 100, "x": 60, "fieldFlags": "multiline"})
    assert lines(data) == [PROSE, "", PROSE, "", "Kort."]


def test_a_document_of_nothing_but_fields_is_read() -> None:
    assert texts(form({"value": "Ane", "y": 694}, {"value": "Bo", "y": 600})) == ["Ane", "Bo"]


def test_a_crossed_box_is_an_x_and_an_empty_one_is_nothing() -> None:
    def draw(canvas: Canvas) -> None:
        for y, label, crossed in ((700, "Egenfinansiering", True), (680, "Bevilling", False)):
            canvas.drawString(60, y, label)
            canvas.acroForm.checkbox(name=label, checked=crossed, x=200, y=y - 3, size=14)
        for x, value in ((200, "ja"), (300, "nej")):
            canvas.drawString(x + 20, 660, value)
            canvas.acroForm.radio(name="valg", value=value, selected=value == "nej", x=x, y=657, size=14)

    assert texts(drawn(draw)) == ["Egenfinansiering\tx", "Bevilling", "ja\tx nej"]


def test_what_was_chosen_of_a_list_is_read() -> None:
    def draw(canvas: Canvas) -> None:
        for y, label in ((700, "Region:"), (660, "Områder:")):
            canvas.drawString(60, y, label)
        options = ["Nord", "Midt", "Syd"]
        canvas.acroForm.choice(
            name="region", value="Midt", options=options, x=200, y=695, width=100, height=18
        )
        canvas.acroForm.listbox(name="area", value="Syd", options=options, x=200, y=640, width=100, height=40)

    assert texts(drawn(draw)) == ["Region:\tMidt", "Områder:\tSyd"]


def test_a_hidden_field_is_not_read() -> None:
    data = form({"value": "secret", "y": 694, "annotationFlags": "hidden"}, labels=((60, 700, "Navn:"),))
    assert texts(data) == ["Navn:"]


def test_a_value_is_made_inert() -> None:
    widget = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V<FEFF0007005D00350032202E>"
        b"/Rect[200 690 400 710]/DA(/Helv 11 Tf)/P 3 0 R>>"
    )
    data = by_hand(
        said(b"Navn:"),
        page=b"/Annots[6 0 R]",
        catalog=b"/AcroForm<</Fields[6 0 R]>>",
        objects={6: widget},
    )
    assert texts(data) == ["Navn:", "␇]52⟨RLO⟩"]


def test_text_that_was_typed_onto_a_page_is_read() -> None:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.text(60, 100, "Navn:")
    pdf.free_text_annotation("Ane Mønster", x=200, y=88, w=200, h=18)
    assert texts(bytes(pdf.output())) == ["Navn:\tAne Mønster"]
    assert messages(bytes(pdf.output())) == []


def test_comments_are_left_out_and_told() -> None:
    pdf = FPDF(unit="pt", format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    pdf.text(60, 100, "Cykler til alle")
    pdf.text_annotation(300, 100, "Er det ikke en gentagelse?")
    pdf.text_annotation(300, 200, "Jo.")
    data = bytes(pdf.output())
    assert texts(data) == ["Cykler til alle"]
    assert read(data).notices == (warning("2 comments are left out"),)


def test_links_are_no_comments() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 700, "www.example.org")
        canvas.linkURL("https://www.example.org", (60, 695, 200, 712))

    assert messages(drawn(draw)) == []


def test_a_page_of_comments_only_has_no_text() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.text_annotation(30, 30, "Jo.")
    with pytest.raises(BadInput):
        read(bytes(pdf.output()))


def test_a_form_that_lies_on_its_side_is_read_as_it_is_shown() -> None:
    widget = b"<</Type/Annot/Subtype/Widget/FT/Tx/T(f)/V(Ane)/Rect[185 200 205 400]/DA(/Helv 11 Tf)/P 3 0 R>>"
    data = by_hand(
        b"BT /F1 11 Tf 0 1 -1 0 200 60 Tm (Navn:) Tj ET BT /F1 11 Tf 0 1 -1 0 230 60 Tm (By:) Tj ET",
        page=b"/Rotate 90/Annots[6 0 R]",
        catalog=b"/AcroForm<</Fields[6 0 R]>>",
        objects={6: widget},
    )
    assert texts(data) == ["Navn:\tAne", "By:"]


LABEL = Run((Word("Navn:", 60, 90),), 700, 11)


def field(text: str, bottom: float, top: float, size: float = 10) -> Field:
    return Field(text, (200, bottom, 400, top), size)


def test_a_field_stands_as_high_as_its_label() -> None:
    (run,) = runs_of([field("Ane", 690, 712)], [LABEL])
    assert (run.base, run.left, run.right) == (700, 202, 217)


def test_a_field_without_a_label_beside_it_is_in_its_middle() -> None:
    (run,) = runs_of([field("Ane", 600, 620)], [LABEL])
    assert run.base == 607.5


def test_a_field_of_several_lines_begins_at_its_top() -> None:
    (run,) = runs_of([field("et\nto", 500, 600)], [LABEL])
    assert (run.base, run.below) == (588, ("to",))


def test_a_long_value_ends_with_its_field() -> None:
    (run,) = runs_of([field("ord " * 50, 600, 620)], [])
    assert run.right == 400
    assert len(run.words) == 50


def test_what_was_typed_in_is_read_line_by_line() -> None:
    (run,) = runs_of([field("\n\n et \n\n\n\nto\t tre\n", 500, 600)], [])
    assert (run.text, run.below) == ("et", ("", "to tre"))

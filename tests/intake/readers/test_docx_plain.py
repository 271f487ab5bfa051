"""What stands around paragraphs, rows and runs is opened; changes are taken as accepted."""

from intake.readers.docx_making import cell, control, lines, paragraph, part, read, row, run, table, warnings
from nominate_tui.errors import Problem

BOX = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'
PROMPT = "<w:showingPlcHdr/>"


def test_content_controls_are_read_in_a_paragraph_around_paragraphs_rows_and_cells() -> None:
    inline = paragraph("Navn: ", control(run("Klædeskabet")))
    around = control(paragraph("Et afsnit") + paragraph("Et til"))
    rows = table(row("A", control(cell("B"))), control(row("C", "D")))
    assert lines(inline + around + rows) == (
        "Navn: Klædeskabet",
        "",
        "Et afsnit",
        "",
        "Et til",
        "",
        "A\tB",
        "C\tD",
    )


def test_content_controls_in_one_another_are_read() -> None:
    assert lines(control(control(paragraph(control(control(run("inderst"))))))) == ("inderst",)


def test_a_date_or_a_choice_is_read_as_its_text() -> None:
    date = control(run("1. april 2022"), '<w:date w:fullDate="2022-04-01T00:00:00Z"/>')
    choice = control(run("Region"), '<w:dropDownList><w:listItem w:value="2"/></w:dropDownList>')
    assert lines(paragraph(date) + paragraph(choice)) == ("1. april 2022", "", "Region")


def test_a_marked_box_is_an_x_and_one_that_is_not_is_nothing() -> None:
    marked = paragraph(control(run("☒"), BOX.format(1)), run(" Puljen"))
    empty = paragraph(control(run("☐"), BOX.format(0)), run(" Andre"))
    assert lines(marked + empty) == ("x Puljen", "", "Andre")


def test_a_box_that_fills_a_cell_leaves_the_cell() -> None:
    boxes = control(cell("☐"), BOX.format("false")), control(cell("☒"), BOX.format("true"))
    assert lines(table(row(boxes[0], "Nej"), row(boxes[1], "Ja"))) == ("\tNej", "x\tJa")


def test_a_box_without_a_state_is_not_marked() -> None:
    assert lines(paragraph(control(run("☐"), "<w14:checkbox/>"), run("Nej"))) == ("Nej",)


def test_what_the_template_says_in_an_empty_control_is_left_out_and_told() -> None:
    body = paragraph("Titel: ", control(run("Klik her for at skrive."), PROMPT))
    document = read(body)
    assert document.lines == ("Titel:",)
    assert document.notices == (
        Problem(
            "warning",
            "form.docx",
            "",
            'what the template says where nothing was filled in is left out: "Klik her for at skrive."',
            "if one of these is an answer, type it anew in Word",
        ),
    )


def test_an_empty_control_that_fills_a_cell_leaves_the_cell() -> None:
    assert lines(table(row("Titel", control(cell("Skriv her"), PROMPT)))) == ("Titel\t",)


def test_a_control_that_is_filled_in_is_no_prompt() -> None:
    assert lines(paragraph(control(run("Svar"), '<w:showingPlcHdr w:val="0"/>'))) == ("Svar",)


def test_a_control_without_content_is_nothing() -> None:
    assert lines(paragraph("A", "<w:sdt><w:sdtPr/></w:sdt>", run("B"))) == ("AB",)


def test_insertions_are_in_and_deletions_are_out() -> None:
    body = paragraph(
        "Vi ",
        "<w:del><w:r><w:delText>kan</w:delText></w:r></w:del>",
        f"<w:ins>{run('skal')}</w:ins>",
        f"<w:ins><w:del>{run('nok')}</w:del></w:ins>",
        run(" cykle"),
    )
    assert lines(body) == ("Vi skal cykle",)
    assert warnings(body) == ["tracked changes are taken as accepted: 2 inserted, 2 deleted, 0 moved"]


def test_moved_text_stands_where_it_was_moved_to() -> None:
    body = paragraph(f"<w:moveFrom>{run('A')}</w:moveFrom>", run("B"), f"<w:moveTo>{run('A')}</w:moveTo>")
    assert lines(body) == ("BA",)
    assert warnings(body) == ["tracked changes are taken as accepted: 0 inserted, 0 deleted, 1 moved"]


def test_a_paragraph_whose_end_was_deleted_goes_on_with_the_next() -> None:
    body = (
        paragraph("Vi cykler", properties="<w:rPr><w:del/></w:rPr>")
        + paragraph(" hver", properties="<w:rPr><w:moveFrom/></w:rPr>")
        + paragraph(" dag.")
        + paragraph("Slut.")
    )
    assert lines(body) == ("Vi cykler hver dag.", "", "Slut.")


def test_a_paragraph_that_was_deleted_whole_leaves_nothing() -> None:
    gone = "<w:del><w:r><w:delText>Væk</w:delText></w:r></w:del>"
    body = paragraph(gone, properties="<w:rPr><w:del/></w:rPr>") + paragraph("Her")
    assert lines(body) == ("Her",)


def test_a_deleted_end_before_a_table_or_at_the_end_joins_nothing() -> None:
    ended = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("A", properties=ended) + table(row("1", "2")) + paragraph("B", properties=ended)
    assert lines(body) == ("A", "", "1\t2", "", "B")


def test_a_deleted_end_in_a_control_joins_with_the_paragraph_behind_it() -> None:
    body = control(paragraph("Vi ", properties="<w:rPr><w:del/></w:rPr>")) + paragraph("cykler")
    assert lines(body) == ("Vi cykler",)


def test_rows_and_cells_that_were_deleted_are_out_and_inserted_ones_in() -> None:
    body = table(
        row("A", cell("væk", properties="<w:cellDel/>"), cell("B", properties="<w:cellIns/>")),
        row("væk", "også", properties="<w:del/>"),
        row("C", "D", properties="<w:ins/>"),
    )
    assert lines(body) == ("A\tB", "C\tD")


def test_the_properties_that_a_change_had_before_do_not_count() -> None:
    before = "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
    assert lines(paragraph(run("Synlig", before))) == ("Synlig",)


def test_links_smart_tags_custom_tags_and_simple_fields_are_opened() -> None:
    names = ("hyperlink", "smartTag", "customXml", "fldSimple", "bdo", "somethingNew")
    body = paragraph(*(f"<w:{name}>{run(name)}</w:{name}>" for name in names))
    assert lines(body) == ("".join(names),)


def test_only_one_branch_of_alternatives_is_read() -> None:
    both = f"<mc:Choice>{run('ny')}</mc:Choice><mc:Fallback>{run('gammel')}</mc:Fallback>"
    old = f"<mc:Fallback>{run('gammel')}</mc:Fallback>"
    body = paragraph(
        f"<mc:AlternateContent>{both}</mc:AlternateContent>",
        run(" og "),
        f"<mc:AlternateContent>{old}</mc:AlternateContent>",
        "<mc:AlternateContent/>",
    )
    assert lines(body) == ("ny og gammel",)


def test_a_formula_is_read_as_its_signs_with_a_stroke_in_fractions() -> None:
    def sign(text: str) -> str:
        return f"<m:r><m:t>{text}</m:t></m:r>"

    fraction = f"<m:f><m:num>{sign('1')}</m:num><m:den>{sign('2')}</m:den></m:f>"
    assert lines(paragraph("t = ", f"<m:oMath>{fraction}{sign('x')}</m:oMath>")) == ("t = 1/2x",)


def test_comments_are_left_out_and_counted() -> None:
    comment = '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    comments = part("comments", f"<w:comment>{paragraph('Hemmelig')}</w:comment>")
    body = paragraph("Tekst", comment)
    assert lines(body, comments=comments) == ("Tekst",)
    assert warnings(body) == ["1 comment is left out"]
    assert warnings(body + body) == ["2 comments are left out"]


def test_pictures_and_other_documents_are_left_out_and_counted() -> None:
    body = (
        paragraph("Tekst", "<w:r><w:drawing/></w:r>", "<w:r><w:pict><v:shape/></w:pict></w:r>")
        + "<w:altChunk/>"
    )
    assert lines(body) == ("Tekst",)
    assert warnings(body) == [
        "2 pictures or drawings are left out",
        "1 other document that stands in this one is left out",
    ]

"""The text of a paragraph is what a reader of the document sees."""

import pytest

from intake.readers.docx_making import lines, paragraph, part, read, row, run, table, warnings

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
CODE = "<w:r><w:instrText>PAGE</w:instrText></w:r>"


def old_field(data: str) -> str:
    """A field of an old form, without a result."""
    begin = f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>'
    return f"<w:r>{begin}</w:r>{CODE}{END}"


def box(*blocks: str) -> str:
    """A run with a text box."""
    return f"<w:r><w:drawing><wps:txbx><w:txbxContent>{''.join(blocks)}</w:txbxContent></wps:txbx></w:drawing></w:r>"


def test_runs_are_put_together_as_they_stand() -> None:
    assert lines(paragraph("Klæde", "skabet ", "i Esbjerg")) == ("Klædeskabet i Esbjerg",)


def test_white_space_around_a_paragraph_goes() -> None:
    assert lines(paragraph("\u00a0 A  B ")) == ("A  B",)


def test_tabs_are_spaces_since_only_cells_stand_apart_by_tabs() -> None:
    assert lines(paragraph("A", "<w:r><w:tab/></w:r>", "B", "<w:r><w:ptab/></w:r>", "C\tD")) == ("A B C D",)


def test_a_line_in_the_xml_is_no_line_of_the_text() -> None:
    assert lines(paragraph("A\nB\r\nC")) == ("A B C",)


@pytest.mark.parametrize("sign", ["<w:br/>", '<w:br w:type="page"/>', "<w:cr/>"])
def test_a_line_that_was_ended_is_a_line(sign: str) -> None:
    assert lines(paragraph("A ", f"<w:r>{sign}</w:r>", "B")) == ("A", "B")


def test_several_ended_lines_leave_one_that_is_empty() -> None:
    assert lines(paragraph("A", "<w:r><w:br/><w:br/><w:br/></w:r>", "B", "<w:r><w:br/></w:r>")) == (
        "A",
        "",
        "B",
    )


def test_hyphens_that_hold_a_word_together_are_seen_and_soft_ones_are_not() -> None:
    body = paragraph(
        "e", "<w:r><w:noBreakHyphen/></w:r>", "mail", " ind", "<w:r><w:softHyphen/></w:r>", "stilling"
    )
    assert lines(body) == ("e-mail indstilling",)


def test_signs_of_symbol_fonts_are_read() -> None:
    assert lines(paragraph('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', run(" Ja"))) == ("☑ Ja",)


def test_the_text_is_clean() -> None:
    assert lines(paragraph("Ind\u202estil\u200bling\u009b")) == ("Ind⟨RLO⟩stilling⟨9B⟩",)


def test_text_that_was_struck_through_stays() -> None:
    assert lines(paragraph(run("Slettet?", "<w:strike/>"))) == ("Slettet?",)


def test_hidden_text_is_left_out_and_its_words_are_counted() -> None:
    body = paragraph(
        "Synlig ", run("tre skjulte ord", "<w:vanish/>"), run("igen", '<w:vanish w:val="false"/>')
    )
    assert lines(body) == ("Synlig igen",)
    assert warnings(body) == ["3 words of hidden text are left out"]


def test_of_a_field_the_result_is_read_and_not_the_code() -> None:
    assert lines(paragraph("Side ", BEGIN, CODE, run("kode"), SEPARATE, run("7"), END, run("."))) == (
        "Side 7.",
    )


def test_a_field_in_the_code_of_a_field_is_code_and_one_in_its_result_is_read() -> None:
    inner = BEGIN + CODE + SEPARATE + run("indre") + END
    assert lines(paragraph(BEGIN, inner, run("kode"), SEPARATE, run("A "), inner, END)) == ("A indre",)


def test_a_field_without_a_result_says_nothing() -> None:
    assert lines(paragraph("A", BEGIN, run("kode"), END, run("B"))) == ("AB",)


def test_a_field_that_never_ends_swallows_nothing() -> None:
    assert lines(paragraph("A", BEGIN, run("B")) + paragraph("C", END, run("D"))) == ("AB", "", "CD")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("<w:checkBox><w:checked/></w:checkBox>", "x"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "x"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', ""),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', ""),
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="A"/><w:listEntry w:val="B"/></w:ddList>', "B"),
        ('<w:ddList><w:default w:val="1"/><w:listEntry w:val="A"/><w:listEntry w:val="B"/></w:ddList>', "B"),
        ('<w:ddList><w:listEntry w:val="A"/><w:listEntry w:val="B"/></w:ddList>', "A"),
        ('<w:ddList><w:result w:val="9"/><w:listEntry w:val="A"/></w:ddList>', ""),
        ("<w:textInput/>", ""),
    ],
)
def test_old_form_fields_say_what_was_filled_in(data: str, said: str) -> None:
    assert lines(paragraph("(", old_field(data), run(")"))) == (f"({said})",)


def test_the_text_of_an_old_form_field_is_its_result() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r>'
    assert lines(paragraph("Navn: ", begin, CODE, SEPARATE, run("Røde Kors"), END)) == ("Navn: Røde Kors",)


def test_a_text_box_stands_below_its_paragraph_once() -> None:
    choice = box(paragraph("I boksen"), table(row("A", "B")))
    fallback = f"<w:r><w:pict>{box(paragraph('I boksen'))}</w:pict></w:r>"
    both = f"<mc:AlternateContent><mc:Choice>{choice}</mc:Choice><mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    document = read(paragraph("Før", both, run(" efter")) + paragraph("Næste"))
    assert document.lines == ("Før efter", "", "I boksen", "", "A\tB", "", "Næste")
    assert document.places == ("¶1", "¶1", "¶1", "¶1", "¶1", "¶2", "¶2")
    assert document.notices == ()


def test_a_text_box_in_a_text_box_is_read() -> None:
    assert lines(paragraph(box(paragraph("ydre", box(paragraph("indre")))))) == ("ydre", "", "indre")


def test_footnotes_and_endnotes_stand_in_brackets_below_their_paragraph_and_are_told() -> None:
    notes = '<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2">{}</w:footnote>'
    footnotes = part("footnotes", notes.format(paragraph("Kilde:") + paragraph("DST")))
    endnotes = part("endnotes", f'<w:endnote w:id="2">{paragraph("Slutnote")}</w:endnote>')
    body = paragraph("Mange", '<w:r><w:footnoteReference w:id="2"/></w:r>', run(" cykler")) + paragraph(
        "Flere", '<w:r><w:endnoteReference w:id="2"/></w:r>', '<w:r><w:endnoteReference w:id="9"/></w:r>'
    )
    document = read(body, footnotes=footnotes, endnotes=endnotes)
    assert document.lines == ("Mange cykler", "", "[Kilde: DST]", "", "Flere", "", "[Slutnote]")
    assert [notice.message for notice in document.notices] == [
        "2 footnotes stand in square brackets below their paragraphs"
    ]


def test_a_note_that_is_referred_to_often_stands_once() -> None:
    footnotes = part("footnotes", f'<w:footnote w:id="1">{paragraph("Note")}</w:footnote>')
    body = paragraph("A", '<w:r><w:footnoteReference w:id="1"/></w:r>' * 100)
    assert lines(body, footnotes=footnotes) == ("A", "", "[Note]")

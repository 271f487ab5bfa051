"""Styles say whether text is hidden, an item of a list or a heading, also by those they are based on."""

from intake.readers.docx_making import lines, paragraph, part, run
from nominate_tui.intake.readers.docx_styles import Styles

NUMBERING = part(
    "numbering",
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
)
IN_LIST = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'


def style(id: str, content: str = "", based_on: str = "") -> str:
    return f'<w:style w:styleId="{id}"><w:basedOn w:val="{based_on}"/>{content}</w:style>'


def styled(text: str, style: str, more: str = "") -> str:
    return paragraph(text, properties=f'<w:pStyle w:val="{style}"/>{more}')


def shown(body: str, *styles: str) -> tuple[str, ...]:
    return lines(body, styles=part("styles", "".join(styles)), numbering=NUMBERING)


def test_a_style_may_make_items_of_a_list() -> None:
    body = styled("A", "Liste") + styled("B", "Barn")
    assert shown(body, style("Liste", IN_LIST), style("Barn", based_on="Liste")) == ("1. A", "2. B")


def test_a_paragraph_may_leave_the_list_of_its_style_or_have_another_level() -> None:
    out = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    below = '<w:numPr><w:ilvl w:val="1"/></w:numPr>'
    body = styled("A", "Liste") + styled("B", "Liste", below) + styled("C", "Liste", out)
    assert shown(body, style("Liste", IN_LIST)) == ("1. A", "1.1 B", "", "C")


def test_numbered_headings_have_their_number_and_stand_apart() -> None:
    heading = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'
    body = styled("Formål", "Overskrift1") + styled("Effekt", "Overskrift1")
    assert shown(body, style("Overskrift1", heading)) == ("1. Formål", "", "2. Effekt")


def test_text_in_the_outline_level_of_body_text_is_no_heading() -> None:
    body_text = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="9"/></w:pPr>'
    assert shown(styled("A", "Liste") + styled("B", "Liste"), style("Liste", body_text)) == ("1. A", "2. B")


def test_a_style_may_hide_a_paragraph_and_a_run_may_be_shown_in_it() -> None:
    hidden = style("Skjult", "<w:rPr><w:vanish/></w:rPr>"), style("Barn", based_on="Skjult")
    shown_run = run("synlig", '<w:vanish w:val="0"/>')
    body = paragraph("Skjult ", shown_run, properties='<w:pStyle w:val="Barn"/>')
    assert shown(body + styled("Væk", "Skjult") + "<w:p/>", *hidden) == ("synlig",)
    bare = '<w:p><w:pPr><w:pStyle w:val="Barn"/></w:pPr><w:r><w:t>Væk</w:t></w:r></w:p>'
    assert shown(bare + body, *hidden) == ("synlig",)


def test_a_style_may_hide_a_run_unless_one_nearer_shows_it() -> None:
    styles = (
        style("Skjult", "<w:rPr><w:vanish/></w:rPr>"),
        style("Vist", '<w:rPr><w:vanish w:val="off"/></w:rPr>', "Skjult"),
    )
    body = paragraph(run("A", '<w:rStyle w:val="Skjult"/>'), run("B", '<w:rStyle w:val="Vist"/>'))
    assert shown(body, *styles) == ("B",)


def test_styles_that_are_based_on_one_another_in_a_circle_end() -> None:
    assert shown(styled("A", "X"), style("X", based_on="Y"), style("Y", based_on="X")) == ("A",)


def test_a_style_that_is_not_there_says_nothing() -> None:
    assert shown(styled("A", "Ukendt")) == ("A",)
    assert Styles() == Styles({})

from dataclasses import replace

from intake.making import HEADINGS, layout, nomination
from nominate_tui.intake.account import account, first_loss
from nominate_tui.intake.checks import findings, problem_of
from nominate_tui.intake.fill import Contents, contents_of, fill

TEXT = (
    "Forord til alle\n"
    + nomination(1)
    + nomination(2, {"answers.spread": "Med flere\ncykler.\n\n- og hjelme"})
)
LAYOUT = layout(TEXT)


def changed(text: str) -> Contents:
    contents = contents_of(LAYOUT)
    last = LAYOUT.sections[-1]
    return {**contents, last: replace(contents[last], text=text)}


def test_every_word_is_in_a_field_or_a_heading_or_not_understood() -> None:
    portions = list(account(LAYOUT, contents_of(LAYOUT)))
    assert [word for portion in portions for word in portion.words] == TEXT.split()
    assert [portion.words for portion in portions if portion.role == "not understood"] == [
        ("Forord", "til", "alle")
    ]


def test_each_heading_and_each_field_is_named_once_a_nomination() -> None:
    portions = [one for one in account(LAYOUT, contents_of(LAYOUT)) if one.lines.start >= 30]
    assert [portion.field for portion in portions if portion.role == "heading"] == ["id", *HEADINGS]
    assert [portion.field for portion in portions if portion.role == "field"] == list(HEADINGS)
    assert portions[-1].words == ("Med", "flere", "cykler.", "-", "og", "hjelme")
    assert portions[0].words == ("Indstilling", "2:", "Cykler", "til", "alle")


def test_a_fact_beside_its_heading_is_counted_once() -> None:
    text = nomination().replace("Navn:\n", "Navn: ")
    divided = layout(text)
    portions = list(account(divided, contents_of(divided)))
    assert [word for portion in portions for word in portion.words] == text.split()
    assert [(p.role, p.words) for p in portions if p.field == "contact.name"] == [
        ("heading", ("Navn:",)),
        ("field", ("Ane", "Mønster")),
    ]


def test_nothing_is_lost() -> None:
    assert first_loss(LAYOUT, contents_of(LAYOUT)) is None


def test_the_line_of_a_lost_doubled_or_glued_word_is_found() -> None:
    assert first_loss(LAYOUT, changed("Med flere cykler. og hjelme")) == 62
    assert first_loss(LAYOUT, changed("Med flere flere cykler. - og hjelme")) == 60
    assert first_loss(LAYOUT, changed("Med flerecykler. - og hjelme")) == 59
    assert first_loss(LAYOUT, changed("Med flere cykler. - og")) == 62
    assert first_loss(LAYOUT, changed("Med flere cykler. - og hjelme mere")) == 64


def test_a_loss_is_an_error() -> None:
    contents = changed("")
    problems = [problem_of(LAYOUT, one) for one in findings(LAYOUT, fill(LAYOUT, contents), contents)]
    assert [(problem.severity, problem.where) for problem in problems if problem.severity == "error"] == [
        ("error", "a.txt:60")
    ]

from collections.abc import Iterable
from dataclasses import replace

from intake.making import HEADINGS, filled, layout, nomination
from nominate_tui.intake.account import account, first_loss
from nominate_tui.intake.checks import problems_of
from nominate_tui.intake.fill import Filled

TEXT = (
    "Forord til alle\n"
    + nomination(1)
    + nomination(2, {"answers.spread": "Med flere\ncykler.\n\n- og hjelme"})
)


def changed(text: str) -> Iterable[Filled]:
    first, second = filled(TEXT)
    return first, replace(second, texts={**second.texts, "answers.spread": text})


def test_every_word_is_in_a_field_or_a_heading_or_not_understood() -> None:
    portions = list(account(layout(TEXT), filled(TEXT)))
    assert [word for portion in portions for word in portion.words] == TEXT.split()
    assert [portion.words for portion in portions if portion.role == "not understood" and portion.words] == [
        ("Forord", "til", "alle")
    ]


def test_each_heading_and_each_field_is_named_once_a_nomination() -> None:
    portions = [portion for portion in account(layout(TEXT), filled(TEXT)) if portion.nomination == "2"]
    assert [portion.field for portion in portions if portion.role == "heading"] == ["id", *HEADINGS]
    assert [portion.field for portion in portions if portion.role == "field"] == list(HEADINGS)
    assert portions[-1].words == ("Med", "flere", "cykler.", "-", "og", "hjelme")
    assert portions[0].words == ("Indstilling", "2:", "Cykler", "til", "alle")


def test_a_fact_beside_its_heading_is_counted_once() -> None:
    text = nomination().replace("Navn:\n", "Navn: ")
    portions = list(account(layout(text), filled(text)))
    assert [word for portion in portions for word in portion.words] == text.split()
    assert [(p.role, p.words) for p in portions if p.field == "contact.name"] == [
        ("heading", ("Navn:",)),
        ("field", ("Ane", "Mønster")),
    ]


def test_nothing_is_lost() -> None:
    assert first_loss(layout(TEXT), filled(TEXT)) is None


def test_the_line_of_a_lost_doubled_or_glued_word_is_found() -> None:
    divided = layout(TEXT)
    assert first_loss(divided, list(changed("Med flere cykler. og hjelme"))) == 62
    assert first_loss(divided, list(changed("Med flere flere cykler. - og hjelme"))) == 60
    assert first_loss(divided, list(changed("Med flerecykler. - og hjelme"))) == 59
    assert first_loss(divided, list(changed("Med flere cykler. - og"))) == 62
    assert first_loss(divided, list(changed("Med flere cykler. - og hjelme mere"))) == 64


def test_a_loss_is_an_error() -> None:
    problems = problems_of(layout(TEXT), list(changed("")))
    assert [(problem.severity, problem.where) for problem in problems if problem.severity == "error"] == [
        ("error", "a.txt:60")
    ]

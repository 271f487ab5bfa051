from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.making import HEADINGS, TEXTS, filled, nomination
from intake.sheets import FORMS, SHA256, records, sheet, told, workbook
from nominate_tui.errors import Problem
from nominate_tui.intake.columns import Matched, match_columns
from nominate_tui.intake.document import Sheet
from nominate_tui.intake.form import Form, Question
from nominate_tui.intake.result import Entered
from nominate_tui.intake.rows import entered, one_line, paragraphs
from nominate_tui.model.nomination import Contact, Nomination, Source

NOTHING: Mapping[str, str] = {}


def match(made: Sheet, maps: Mapping[str, str] = NOTHING) -> Matched:
    return match_columns(made, FORMS, None, maps)


def read(made: Sheet, maps: Mapping[str, str] = NOTHING) -> tuple[Entered, ...]:
    """The nominations of a sheet that has no problems as a whole."""
    found, problems = entered(made, match(made, maps))
    assert problems == ()
    return found


def only(made: Sheet) -> Entered:
    (one,) = read(made)
    return one


def problems_of(form: Form, *cells: str) -> list[tuple[str, str, str, str, str]]:
    """What is told of a row under the headings of a form."""
    made = workbook([question.headings[0] for question in form.questions], cells)
    (one,), _problems = entered(made, match_columns(made, (form,), None, {}))
    return [told(problem) for problem in one.problems]


def whole(sheet_problems: tuple[Problem, ...]) -> list[tuple[str, str, str, str, str]]:
    return [told(problem) for problem in sheet_problems]


# Texts


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("", ""),
        (" \n\t\n", ""),
        ("  Flere  cykler ", "Flere  cykler"),
        ("En\nto", "En\nto"),
        ("En\n\nto", "En\n\nto"),
        ("\n\nEn\n\n\n\nto\n", "En\n\nto"),
        ("En  \n \t\n \n  to", "En\n\nto"),
        ("- en\n  - to\n\u00a0\n", "- en\n- to"),
        ("En\u00a0\nto", "En\nto"),
    ],
)
def test_paragraphs_and_lines_of_a_cell_are_kept(cell: str, text: str) -> None:
    assert paragraphs(cell) == text


@pytest.mark.parametrize(
    ("cell", "text"), [("", ""), (" a  b ", "a  b"), ("a\nb", "a b"), (" a \n\n\t b\n", "a b"), ("\n \n", "")]
)
def test_a_cell_of_several_lines_becomes_one(cell: str, text: str) -> None:
    assert one_line(cell) == text


CELLS = st.text(alphabet="ab \t\n\u00a0\u2003", max_size=30)


@given(CELLS)
def test_no_word_of_a_cell_is_lost_and_its_text_is_tidy(cell: str) -> None:
    text = paragraphs(cell)
    assert text.split() == one_line(cell).split() == cell.split()
    assert paragraphs(text) == text
    assert "\n\n\n" not in text
    assert [line.strip() for line in text.split("\n")] == text.split("\n")
    assert "\n" not in one_line(cell)


# Nominations


def test_a_row_becomes_a_nomination_and_a_contact() -> None:
    header = ["Spredning", "Nr.", "Titel", "Formål", "Kategori", "Navn", "E-mail", "Telefon", "Organisation"]
    row = ["Ja", " 7 ", "Cykler\ntil alle", "En\n\n\nto", "Miljø", "Ane", "ane@example.org", "12", "Byen"]
    assert only(sheet(header, row)) == Entered(
        Nomination(
            "7",
            "Cykler til alle",
            organisation="Byen",
            answers={"purpose": "En\n\nto", "spread": "Ja"},
            source=Source("a.csv", "2", SHA256),
            facts={"category": "Miljø"},
        ),
        Contact("7", "Ane", "ane@example.org", "12"),
    )


def test_a_row_has_the_texts_of_the_same_nomination_in_a_document() -> None:
    (document,) = filled(nomination(1))
    (one,) = read(sheet(list(HEADINGS.values()), [TEXTS[fills] for fills in HEADINGS]))
    assert one.nomination == replace(document.nomination, id="", source=Source("a.csv", "2", SHA256))
    assert list(one.nomination.answers) == list(document.nomination.answers)
    assert document.contact is not None
    assert one.contact == replace(document.contact, nomination="")


@pytest.mark.parametrize(
    ("make", "places"),
    [(sheet, ["2", "3"]), (workbook, ["Ark1!A2", "Ark1!A3"]), (records, ["[1]", "[2]"])],
)
def test_the_source_is_the_row(make: Callable[..., Sheet], places: list[str]) -> None:
    found = read(make(["Titel"], ["En"], ["To"]))
    assert [one.nomination.source and one.nomination.source.place for one in found] == places


def test_a_place_in_a_nomination_is_that_of_its_cell() -> None:
    where = only(workbook(["Dato", "Titel", "Formål"], ["x", "En", "To"])).where
    assert where is not None
    assert [where(fills, 7) for fills in ("title", "answers.purpose", "id")] == [
        "a.xlsx:Ark1!B2",
        "a.xlsx:Ark1!C2",
        "a.xlsx:Ark1!A2",
    ]


def test_without_a_column_of_numbers_the_id_is_empty() -> None:
    one = only(sheet(["Titel", "Navn"], ["En", "Ane"]))
    assert (one.nomination.id, one.contact) == ("", Contact("", "Ane"))


def test_without_anybody_to_reach_there_is_no_contact() -> None:
    assert only(sheet(["Titel", "Navn", "E-mail"], ["En", " ", ""])).contact is None


def test_answers_stand_in_the_order_of_the_form_and_those_of_ones_own_behind_them() -> None:
    made = sheet(["answers.own", "Hvorfor?", "Spredning", "Titel", "Formål"], ["a", "b", "c", "d", "e"])
    (one,) = read(made, {"answers.why": "Hvorfor"})
    assert list(one.nomination.answers.items()) == [
        ("purpose", "e"),
        ("spread", "c"),
        ("own", "a"),
        ("why", "b"),
    ]


def test_an_empty_answer_is_there_as_in_a_document() -> None:
    nominated = only(sheet(["Titel", "Formål", "Kategori"], ["En", " ", ""])).nomination
    assert (nominated.answers, nominated.facts) == ({"purpose": ""}, {"category": ""})


def test_nothing_of_a_column_that_is_not_understood_is_taken() -> None:
    made = sheet(["Titel", "Cpr", ""], ["En", "hemmelig", "også"])
    assert only(made) == Entered(Nomination("", "En", source=Source("a.csv", "2", SHA256)), None)


def test_texts_of_a_package_are_shared() -> None:
    form = Form(
        "own", {}, (), (Question("title", ("Titel",)), Question("shared.introduction", ("Indledning",)))
    )
    made = sheet(["Titel", "Indledning"], ["En", "a\n\nb"])
    (one,), _problems = entered(made, match_columns(made, (form,), None, {}))
    assert one.nomination.shared == {"introduction": "a\n\nb"}


def test_formulas_and_markup_are_text() -> None:
    (one,) = read(
        sheet(["Title", "Nominee", "Category", "Statement"], ["=1+1", "+2", "-3", "[@click=x]y[/]"])
    )
    assert (one.nomination.title, one.nomination.answers) == ("=1+1", {"description": "[@click=x]y[/]"})
    assert one.nomination.facts == {"category": "-3", "nominee": "+2"}


# What is wrong


OWN = Form(
    "own",
    {},
    (),
    (
        Question("title", ("Titel",), missing="ignore"),
        Question("answers.why", ("Hvorfor?",), limit=50),
        Question("answers.how", ("Hvordan?",), missing="warning"),
        Question("started", ("Siden",), missing="ignore"),
        Question("contact.email", ("E-mail",), missing="ignore"),
    ),
)
CUT = "Vi vil have flere cykler, og det er fordi vi gerne"
"""Fifty letters without an end."""


def test_a_whole_row_has_no_problems() -> None:
    assert problems_of(OWN, "En", "Fordi.", "Sådan.", "", "ane@example.org") == []


def test_a_row_without_a_title_is_an_error() -> None:
    assert problems_of(OWN, " ", "Fordi.", "Sådan.", "", "") == [
        ("error", "a.xlsx:Ark1!A2", "title", "the row has no title", "write its title into the document")
    ]


def test_an_empty_answer_is_told_where_the_form_asks_for_it() -> None:
    todo = "ask for it, or leave it empty"
    assert problems_of(OWN, "En", "", " ", "", "") == [
        ("warning", "a.xlsx:Ark1!B2", "answers.why", 'nomination "En" has nothing under “Hvorfor?”', todo),
        ("warning", "a.xlsx:Ark1!C2", "answers.how", 'nomination "En" has nothing under “Hvordan?”', todo),
    ]


def test_an_email_address_that_is_none_is_told() -> None:
    assert problems_of(OWN, "En", "Fordi.", "Sådan.", "", f"ane {'x' * 40}") == [
        (
            "warning",
            "a.xlsx:Ark1!E2",
            "contact.email",
            f'nomination "En" has an e-mail address that is none: “ane {"x" * 36}”',
            "correct it in the document",
        )
    ]


def test_an_answer_cut_at_the_limit_of_the_form_is_told() -> None:
    assert len(CUT) == 50
    assert problems_of(OWN, "En", CUT, "Sådan.", "", "") == [
        (
            "warning",
            "a.xlsx:Ark1!B2",
            "answers.why",
            'nomination "En" has an answer cut off at the 50 characters of the form: '
            "“…e flere cykler, og det er fordi vi gerne”",
            "ask for the rest, or leave it so",
        )
    ]


def test_a_nomination_with_a_number_is_told_by_it() -> None:
    (one,) = read(sheet(["Id", "Titel", "E-mail"], ["12", "En", "ane"]))
    assert [problem.message for problem in one.problems] == [
        "nomination 12 has an e-mail address that is none: “ane”"
    ]


def test_a_row_without_text_that_is_understood_is_left_out_and_told() -> None:
    made = workbook(
        ["Dato", "Titel", "Nr."], ["", "En", "1"], ["i dag", " ", ""], ["", "", "17"], ["", "To", "3"]
    )
    found, problems = entered(made, match(made))
    todo = "see whether it should be a nomination; else leave it"
    assert [one.nomination.title for one in found] == ["En", "To"]
    assert whole(problems) == [
        (
            "warning",
            "a.xlsx:Ark1!A3",
            "",
            "the row has no text in the columns that are understood, and is left out",
            todo,
        ),
        ("warning", "a.xlsx:Ark1!A4", "", 'the row has nothing but the number "17", and is left out', todo),
    ]


@pytest.mark.parametrize("rows", [[], [["", "i dag"]]])
def test_a_sheet_without_nominations_is_an_error(rows: list[list[str]]) -> None:
    made = sheet(["Titel", "Dato"], *rows)
    found, problems = entered(made, match(made))
    assert found == ()
    assert whole(problems)[-1] == (
        "error",
        "a.csv:1",
        "",
        "there is no nomination below the headings",
        "see whether it is the right table",
    )


# Every word


HEADER = ("Nr.", "Titel", "Organisation", "Formål", "Navn", "E-mail", "Kategori", "Siden", "Dato", "")
"""Fields of every kind, a heading that is like none, and a column without one."""


def words_of(one: Entered) -> Counter[str]:
    """The words of a nomination and its contact."""
    made = one.nomination
    contact = one.contact or Contact("")
    fields = (made.id, made.title, made.organisation, made.responsible, made.started)
    reached = (contact.name, contact.email, contact.telephone)
    return Counter(" ".join((*fields, *made.answers.values(), *made.facts.values(), *reached)).split())


@given(st.lists(st.tuples(*(CELLS for _heading in HEADER)), max_size=5))
def test_every_word_is_in_a_field_or_counted_as_not_understood_or_left_out(
    rows: list[tuple[str, ...]],
) -> None:
    made = sheet(HEADER, *rows)
    matched = match(made)
    found, problems = entered(made, matched)
    stood = Counter(word for row in rows for cell in row for word in cell.split())
    taken = sum((words_of(one) for one in found), Counter())
    unread = [index for index, column in enumerate(matched.columns) if column.question is None]
    aside = Counter(word for row in rows for index in unread for word in row[index].split())
    numbers = Counter(word for row in rows if not any(map(str.strip, row[1:7])) for word in row[0].split())
    assert taken + aside + numbers == stood
    assert sum(column.words for column in matched.columns) == aside.total()
    left_out = [problem for problem in problems if problem.severity == "warning"]
    assert len(found) + len(left_out) == len(rows)
    assert sum("the number" in problem.message for problem in left_out) == sum(
        bool(row[0].strip()) for row in rows if not any(map(str.strip, row[1:7]))
    )

from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.making import HEADINGS
from intake.sheets import FORMS, INDSTILLING, TABLE, headed, records, sheet, told, workbook
from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.columns import Column, Matched, asked, match_columns
from nominate_tui.intake.document import Sheet
from nominate_tui.intake.form import FILLS, Form, Question

NOTHING: Mapping[str, str] = {}
KNOWN = ", ".join(form.id for form in FORMS)


def matched(*header: str, wanted: str | None = None, maps: Mapping[str, str] = NOTHING) -> Matched:
    """What a sheet with these headings is."""
    return match_columns(headed(*header), FORMS, wanted, maps)


def fields(found: Matched) -> list[str | None]:
    """What each column fills."""
    return [column.question.fills if column.question else None for column in found.columns]


def refusal(made: Sheet, wanted: str | None = None, maps: Mapping[str, str] = NOTHING) -> tuple[Problem, ...]:
    with pytest.raises(BadInput) as caught:
        match_columns(made, FORMS, wanted, maps)
    return caught.value.problems


# Which form


def test_an_export_of_a_form_with_its_questions_as_headings_is_that_form() -> None:
    found = matched(*HEADINGS.values())
    assert found.form is INDSTILLING
    assert fields(found) == list(HEADINGS)
    assert {column.how for column in found.columns} == {"exact"}
    assert found.problems == ()
    assert (
        found.why == '14 of 14 columns are fields of the form, and the titles are in "Titel på initiativet:"'
    )


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (
            # What Microsoft Forms puts before the questions; its times are when the form was filled in.
            ("ID", "Start time", "Completion time", "Email", "Name", "Project title", "Description"),
            ["id", None, None, "contact.email", "contact.name", "title", "answers.description"],
        ),
        (
            ("Id", "Starttidspunkt", "Fuldførelsestidspunkt", "Mail", "Navn", "Projektets navn", "Formål *"),
            ["id", None, None, "contact.email", "contact.name", "title", "answers.purpose"],
        ),
        (
            ("Tidsstempel", "Mailadresse", "Initiativets titel", "Målgruppe?", "Hvordan kan det spredes?"),
            [None, "contact.email", "title", "answers.audience", "answers.spread"],
        ),
        (
            ("Entry ID", "Entry name", "Category", "Entrant name", "Entrant email", "Nominee", "Status"),
            ["id", "title", "facts.category", "contact.name", "contact.email", "facts.nominee", None],
        ),
        (
            ("#", "Title", "Phone number", "Start Date (UTC)", "Submit Date (UTC)", "Network ID"),
            ["id", "title", "contact.telephone", None, None, None],
        ),
        (
            ("Title", "Nominee", "Category", "Statement"),
            ["title", "facts.nominee", "facts.category", "answers.description"],
        ),
        (
            ("Løbenummer", "Projekttitel", "Organisation", "Projektleder", "Projektstart", "Tlf. nr."),
            ["id", "title", "organisation", "responsible", "started", "contact.telephone"],
        ),
        (
            ("title", "answers.purpose", "facts.year", "contact.email", "answers.own"),
            ["title", "answers.purpose", "facts.year", "contact.email", "answers.own"],
        ),
    ],
)
def test_what_form_tools_export_is_a_table(header: Sequence[str], expected: Sequence[str | None]) -> None:
    found = matched(*header)
    assert (found.form, fields(found)) == (TABLE, expected)


def test_the_form_with_most_of_the_columns_is_taken() -> None:
    few = Form("few", {}, (), (Question("title", ("A",)), Question("answers.b", ("B",))))
    many = Form("many", {}, (), (Question("title", ("A",)), *(Question(f"answers.{x}", (x,)) for x in "bc")))
    assert match_columns(headed("A", "B", "C"), (few, many), None, {}).form is many
    assert match_columns(headed("A", "B", "C"), (few, many), "few", {}).form is few


def test_of_forms_with_as_many_the_one_with_more_exact_columns_is_taken() -> None:
    near = Form("near", {}, (), (Question("title", ("Titlen",)),))
    exact = Form("exact", {}, (), (Question("title", ("Titler",)), Question("answers.b", ("B",))))
    assert match_columns(headed("Titler"), (near, exact), None, {}).form is exact


def test_of_forms_as_exact_the_one_that_lacks_less_is_taken_else_the_first() -> None:
    whole = Form("whole", {}, (), (Question("title", ("A",)), Question("answers.b", ("B",))))
    title = Form("title", {}, (), (Question("title", ("A",)),))
    again = Form("again", {}, (), (Question("title", ("A",)),))
    assert match_columns(headed("A"), (whole, title, again), None, {}).form is title


def test_a_column_of_numbers_is_one_under_every_form() -> None:
    found = matched("Nr.", "Titel på initiativet", "Hvad er formålet med initiativet?", "Navn", "E-mail")
    assert found.form is INDSTILLING
    assert fields(found) == ["id", "title", "answers.purpose", "contact.name", "contact.email"]


def test_the_titles_may_be_in_a_column_though_the_form_has_them_elsewhere() -> None:
    form = Form(
        "own", {}, ("Forslag: {title}",), (Question("answers.a", ("Mål",)), Question("answers.b", ("Pris",)))
    )
    found = match_columns(headed("Projektets navn", "Pris", "Mål", "Nr."), (*FORMS, form), None, {})
    assert found.form is form
    assert fields(found) == ["title", "answers.b", "answers.a", "id"]


def test_a_form_that_nobody_knows_is_refused() -> None:
    (problem,) = refusal(headed("Titel"), "nobody")
    todo = f"known forms: {KNOWN}; write a form file for another"
    assert told(problem) == ("error", "a.csv", "", "there is no form “nobody”", todo)


@pytest.mark.parametrize("wanted", [None, "table", "indstilling"])
def test_without_a_column_of_titles_the_headings_are_told(wanted: str | None) -> None:
    (problem,) = refusal(workbook(["Dato", "", "Beskrivelse"], ["x", "", "y"]), wanted)
    assert told(problem) == (
        "error",
        "a.xlsx:Ark1!1",
        "title",
        'no form is recognised: no column has the titles; the headings are: "Dato", "Beskrivelse"',
        'say which column has the titles, as in --map title="Dato", or write a form file; '
        f"known forms: {KNOWN}",
    )


@pytest.mark.parametrize("heading", ["Navn", "Name"])
def test_a_name_alone_may_be_that_of_a_project_or_a_person(heading: str) -> None:
    (problem,) = refusal(headed("E-mail", heading))
    assert (problem.message, problem.todo) == (
        f'"{heading}" may be the name of what is nominated or of a person; '
        f'the headings are: "E-mail", "{heading}"',
        f'say which column has the titles, as in --map title="{heading}", or write a form file; '
        f"known forms: {KNOWN}",
    )


def test_a_name_that_is_said_to_be_the_title_is_that_and_no_person() -> None:
    found = matched("E-mail", "Navn", maps={"title": "Navn"})
    assert fields(found) == ["contact.email", "title"]
    assert found.problems == ()
    assert found.why == '2 of 2 columns are fields of the form, and the titles are in "Navn"'


def test_a_sheet_without_headings_is_refused() -> None:
    (problem,) = refusal(records([]))
    assert told(problem)[:3] == ("error", "a.json", "title")
    assert problem.todo.startswith('say which column has the titles, as in --map title="…", or')


# Near, disputed, said


def test_a_near_column_is_taken_and_shown() -> None:
    found = match_columns(workbook(["Titel", "Målgrupppe"], ["x", "Alle,\nder vil"]), FORMS, None, {})
    assert found.columns[1].how == "near"
    # "målgruppe" is all of "målgrupppe" but a letter: 2 · 9 / 19.
    assert found.columns[1].likeness == pytest.approx(18 / 19)
    (problem,) = found.problems
    assert told(problem) == (
        "warning",
        "a.xlsx:Ark1!B1",
        "answers.audience",
        'the column "Målgrupppe" is taken for answers.audience, being 94 % like "Målgruppe": “Alle, der vil”',
        'see whether it is; if not, say what it is, as in --map answers.…="Målgrupppe"',
    )


def test_several_columns_for_a_field_are_an_error_and_neither_is_taken() -> None:
    found = matched("Titel", "E-mail", "Email address")
    assert fields(found) == ["title", None, None]
    (problem,) = found.problems
    assert told(problem) == (
        "error",
        "a.csv:1",
        "contact.email",
        'several columns could be contact.email: "E-mail", "Email address"',
        'say which it is: --map contact.email="E-mail" or --map contact.email="Email address"',
    )


def test_columns_of_one_heading_cannot_be_told_apart() -> None:
    (problem,) = matched("Titel", "E-mail", "e-mail *").problems
    assert problem.todo == "give the columns headings that differ"


def test_several_columns_of_titles_are_refused_with_all_that_is_wrong() -> None:
    problems = refusal(headed("Titel", "Projektets navn", "Bemærkninger"))
    assert [(problem.severity, problem.field) for problem in problems] == [
        ("error", "title"),
        ("warning", ""),
    ]


def test_a_disputed_column_is_settled_by_what_somebody_says() -> None:
    found = matched("Titel", "E-mail", "Email address", maps={"contact.email": "email address"})
    assert fields(found) == ["title", None, "contact.email"]
    assert [problem.severity for problem in found.problems] == ["warning"]
    assert [column.how for column in found.columns] == ["exact", None, "mapped"]


def test_a_column_between_two_fields_is_an_error() -> None:
    form = Form(
        "own",
        {},
        (),
        (
            Question("title", ("Titel",)),
            Question("answers.a", ("Kommunens mål",), missing="ignore"),
            Question("answers.b", ("Kommunernes mål",), missing="ignore"),
        ),
    )
    found = match_columns(headed("Titel", "Kommunenes mål"), (form,), None, {})
    assert fields(found) == ["title", None]
    (problem,) = found.problems
    assert told(problem) == (
        "error",
        "a.csv:1",
        "answers.b",
        'the column "Kommunenes mål" could be any of these: answers.b (96 %), answers.a (96 %)',
        'say which it is: --map answers.b="Kommunenes mål" or --map answers.a="Kommunenes mål"',
    )


def test_what_somebody_says_goes_before_what_a_heading_says() -> None:
    found = matched("Titel", "Formål", maps={"title": "Formål", "facts.old": "Titel"})
    assert fields(found) == ["facts.old", "title"]


def test_what_was_said_and_cannot_be_is_an_error_and_the_rest_is_matched() -> None:
    found = matched("Titel", "Formål", maps={"answers.why": "Formaal", "nix": "Titel"})
    assert fields(found) == ["title", "answers.purpose"]
    assert [(problem.severity, problem.field) for problem in found.problems] == [
        ("error", "answers.why"),
        ("error", "--map"),
    ]


def test_what_was_said_of_titles_and_cannot_be_is_told_before_that_there_are_none() -> None:
    assert [problem.message for problem in refusal(headed("Formål"), maps={"title": "Navn"})] == [
        'no column has the heading "Navn"',
        'no form is recognised: no column has the titles; the headings are: "Formål"',
    ]


def test_one_id_for_an_answer_and_a_fact_is_an_error() -> None:
    (problem,) = matched("Titel", "answers.a", "facts.a").problems
    assert told(problem) == (
        "error",
        "a.csv:1",
        "facts.a",
        "facts.a and answers.a have one id",
        "give one of them another id",
    )


# What is not understood, and what is missing


def test_a_column_that_matches_nothing_is_told_and_its_words_are_counted() -> None:
    made = workbook(["Titel", "Vedhæftet fil"], ["x", ""], ["y", "se bilag"], ["z", " et\n\nto "])
    found = match_columns(made, FORMS, None, {})
    assert found.columns[1] == Column("Vedhæftet fil", words=4)
    (problem,) = found.problems
    assert told(problem) == (
        "warning",
        "a.xlsx:Ark1!B1",
        "",
        '4 words in the column "Vedhæftet fil" are not understood: “se bilag”',
        'take it in as in --map answers.…="Vedhæftet fil", or write a form file; else leave it',
    )


def test_a_column_without_a_heading_is_told_by_its_letter() -> None:
    (problem,) = match_columns(sheet(["Titel", ""], ["x", "løst"]), FORMS, None, {}).problems
    assert told(problem) == (
        "warning",
        "a.csv:1",
        "",
        "1 word in column B, which has no heading, is not understood: “løst”",
        "give the column a heading; else leave it",
    )


def test_a_column_without_text_is_not_told() -> None:
    assert match_columns(sheet(["Titel", "Tom", ""], ["x", " ", "\n"]), FORMS, None, {}).problems == ()


def test_a_question_without_a_column_is_as_bad_as_the_form_says() -> None:
    kept = {
        key: heading for key, heading in HEADINGS.items() if key not in ("answers.spread", "contact.email")
    }
    found = matched(*kept.values())
    assert [told(problem) for problem in found.problems] == [
        (
            "warning",
            "a.csv:1",
            "contact.email",
            'no column has the heading "E-mail"',
            'say which it is, as in --map contact.email="…", or add the column',
        ),
        (
            "error",
            "a.csv:1",
            "answers.spread",
            'no column has the heading "Hvordan kan initiativet spredes?"',
            'say which it is, as in --map answers.spread="…", or add the column',
        ),
    ]


def test_boxes_are_not_filled_by_a_column() -> None:
    boxes = Question("choices.x", ("Kryds",), "choices", missing="ignore", boxes=("a", "b"))
    form = Form("own", {}, (), (Question("title", ("Titel",)), boxes))
    assert fields(match_columns(headed("Titel", "Kryds"), (form,), None, {})) == ["title", None]


# What was asked


def test_a_form_asks_its_own_questions() -> None:
    found = matched(*(heading.upper() for heading in HEADINGS.values()))
    assert asked(found) == {
        question.answer: question.headings[0] for question in INDSTILLING.questions if question.answer
    }


def test_in_a_table_the_heading_of_a_column_is_what_was_asked() -> None:
    found = matched(
        "Titel",
        "Statement",
        "1. Formål",
        "Nominee",
        "facts.year",
        "Hvorfor nu?",
        maps={"answers.why": "Hvorfor nu"},
    )
    assert asked(found) == {
        "description": "Statement",
        "purpose": "1. Formål",
        "nominee": "Nominee",
        "year": "year",
        "why": "Hvorfor nu?",
    }


def test_a_column_named_as_a_field_is_asked_as_the_form_does() -> None:
    assert asked(matched("Titel", "answers.purpose")) == {"purpose": "Formål"}


# The shipped form


def headings_of(form: Form) -> Iterator[tuple[str, str]]:
    return ((question.fills, heading) for question in form.questions for heading in question.headings)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_heading_of_a_form_is_taken_for_its_field_in_a_sheet(form: Form) -> None:
    choices = [question.fills for question in form.questions if question.kind == "choices"]
    for fills, heading in headings_of(form):
        if fills not in (*choices, "title"):
            assert fields(matched("title", heading, wanted=form.id)) == ["title", fills]


def test_the_table_form_has_every_field_and_needs_the_title_only() -> None:
    there = [question.fills for question in TABLE.questions]
    assert set(FILLS) <= set(there)
    assert [question.fills for question in TABLE.questions if question.severity] == ["title"]
    assert TABLE.begins == ()


WORDS = st.text(alphabet="abæ\n\t ", max_size=8)
COLUMNS = st.sampled_from([heading for _fills, heading in headings_of(TABLE)]) | WORDS


@given(st.data())
def test_each_column_fills_one_field_or_is_told_with_all_its_words(data: st.DataObject) -> None:
    header = ["Sagen", *data.draw(st.lists(COLUMNS, max_size=6))]
    cells = st.tuples(*(WORDS for _heading in header))
    made = sheet(header, ["x"] * len(header), *data.draw(st.lists(cells, max_size=4)))
    found = match_columns(made, FORMS, "table", {"title": "Sagen"})
    filled = [fills for fills in fields(found) if fills]
    assert len(set(filled)) == len(filled)
    for index, column in enumerate(found.columns):
        words = sum(len(row.cells[index].split()) for row in made.rows)
        assert column.words == (0 if column.question else words)
    warnings = [problem for problem in found.problems if "not understood" in problem.message]
    errors = [problem for problem in found.problems if problem.severity == "error"]
    disputed = sum(problem.message.count('"') // 2 for problem in errors)
    assert len(warnings) + disputed == sum(not column.question for column in found.columns)

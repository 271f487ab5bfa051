from collections.abc import Mapping

import pytest

from intake.sheets import headed, told
from nominate_tui.intake.column_claims import heads_of
from nominate_tui.intake.column_maps import Said, listed, option, read_maps

HEADS = heads_of(headed("Navn", "Projektets formål", "Bemærkninger", "", "Dato", "dato:"))


def said(maps: Mapping[str, str]) -> Said:
    return read_maps(maps, HEADS, ("shared.introduction",), "a.csv:1")


def refusal(fills: str, heading: str) -> tuple[str, str, str, str, str]:
    """What is said of a map that cannot be; the others stand."""
    found = said({"organisation": "Bemærkninger", fills: heading})
    (problem,) = found.problems
    assert found.fields == {2: "organisation"}
    return told(problem)


def test_a_column_is_found_by_its_heading_whatever_its_case_and_final_signs() -> None:
    maps = {"title": "navn:", "answers.why": " PROJEKTETS  formål", "facts.note": "Bemærkninger *"}
    assert said(maps) == Said({0: "title", 1: "answers.why", 2: "facts.note"})


def test_a_field_that_a_form_has_may_be_filled() -> None:
    assert said({"shared.introduction": "Navn"}) == Said({0: "shared.introduction"})


@pytest.mark.parametrize(
    "fills", ["titel", "answers.", "answers.no good", "contact.address", "shared.other", ""]
)
def test_what_cannot_be_filled_is_an_error_that_tells_what_can(fills: str) -> None:
    assert refusal(fills, "Navn") == (
        "error",
        "a.csv:1",
        "--map",
        f'"{fills}" cannot be filled',
        "write one of: id, title, responsible, organisation, started, contact.name, contact.email, "
        "contact.telephone, answers.…, facts.…",
    )


def test_a_column_that_is_not_there_is_an_error_with_the_nearest() -> None:
    assert refusal("answers.purpose", "Projektes formal") == (
        "error",
        "a.csv:1",
        "answers.purpose",
        'no column has the heading "Projektes formal"',
        'did you mean --map answers.purpose="Projektets formål"?',
    )


@pytest.mark.parametrize("heading", ["Xyz", "", "*"])
def test_where_none_is_near_the_headings_are_listed(heading: str) -> None:
    assert refusal("title", heading) == (
        "error",
        "a.csv:1",
        "title",
        f'no column has the heading "{heading}"',
        'write one of: "Navn", "Projektets formål", "Bemærkninger", "Dato", "dato:"',
    )


def test_a_heading_that_two_columns_have_is_an_error() -> None:
    assert refusal("started", "dato") == (
        "error",
        "a.csv:1",
        "started",
        'several columns have the heading "dato"',
        "give the columns headings that differ",
    )


def test_one_column_cannot_fill_two_fields() -> None:
    assert refusal("answers.note", "bemærkninger") == (
        "error",
        "a.csv:1",
        "answers.note",
        'the column "Bemærkninger" cannot fill answers.note, since it fills organisation',
        "say of each column only one field",
    )


def test_all_that_cannot_be_is_told() -> None:
    assert [problem.field for problem in said({"a": "Navn", "title": "Nix", "started": "Dato"}).problems] == [
        "--map",
        "title",
        "started",
    ]


def test_an_option_is_what_one_writes() -> None:
    assert option("title", "Projektets navn") == '--map title="Projektets navn"'
    assert option("title", "x" * 200) == f'--map title="{"x" * 200}"'
    assert option("title", "x" * 201) == f'--map title="{"x" * 199}…"'


def test_of_many_headings_twenty_are_listed() -> None:
    heads = heads_of(headed(*(f"h{n}" for n in range(21))))
    assert listed(heads[:20]).split(", ") == [f'"h{n}"' for n in range(20)]
    assert listed(heads).split(", ") == [*(f'"h{n}"' for n in range(20)), "…"]

"""What a nomination has beside its answers: in which order it is read, and how its figures are laid out."""

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from rich.cells import cell_len

from nominate_tui.locale import catalogue
from nominate_tui.model.figures import Amount, Figures
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Rules
from nominate_tui.tui.parts import Part, boxes, brief, full, shared
from nominate_tui.tui.widgets.figures import figure_lines
from nominate_tui.tui.words import fields_told, read_before
from notation.nouns import figures
from tui.budget import BATH, BUDGET, ECONOMY


def test_facts_and_boxes_come_first_then_answers_and_tables_then_what_is_shared() -> None:
    assert list(brief(BUDGET, BATH)) == [
        Part("proposed_by", "Proposed by", "List A and List B"),
        Part("financing", "Who pays?", "The town's own money; Funds (1/3)"),
    ]
    assert list(full(BUDGET, BATH)) == [
        Part("purpose", "What is the purpose of the initiative?", "More people bathe."),
        Part("economy", "Economy", figures=ECONOMY),
    ]
    assert list(shared(BUDGET, BATH)) == [Part("introduction", "Introduction", "All of it is about water.")]


@pytest.mark.parametrize(
    ("marked", "told"),
    [({}, ""), ({"A": "x"}, "A"), ({"A": "x", "B, or C": "x"}, "A; B, or C"), ({"A": "40 %"}, "A (40 %)")],
)
def test_a_box_is_told_with_its_mark_where_that_is_more_than_a_cross(
    marked: dict[str, str], told: str
) -> None:
    assert boxes(marked) == told


def test_figures_stand_in_columns_under_their_years() -> None:
    assert figure_lines(ECONOMY, 44) == (
        "mio. kr.           2026     2027  2028",
        "Running costs       0.6  1.0-3.0",
        "Building and land         -12.25     3",
    )


def test_in_danish_figures_have_a_decimal_comma() -> None:
    catalogue.use("da")
    try:
        assert figure_lines(ECONOMY, 44)[1:] == (
            "Running costs       0,6  1,0-3,0",
            "Building and land         -12,25     3",
        )
    finally:
        catalogue.use("en")


def test_where_there_is_less_room_the_names_of_the_lines_are_wrapped() -> None:
    assert figure_lines(ECONOMY, 33) == (
        "mio. kr.      2026     2027  2028",
        "Running        0.6  1.0-3.0",
        "costs",
        "Building and         -12.25     3",
        "land",
    )


def test_where_columns_do_not_fit_each_line_is_told_on_its_own_without_what_is_empty() -> None:
    assert figure_lines(ECONOMY, 28) == (
        "mio. kr.",
        "Running costs",
        "  2026: 0.6 · 2027: 1.0-3.0",
        "Building and land",
        "  2027: -12.25 · 2028: 3",
    )


def test_a_table_without_a_unit_or_without_lines_is_laid_out_too() -> None:
    assert figure_lines(Figures("", ("2026",), {"a": (None,)}), 40) == ("   2026", "a")
    assert figure_lines(Figures("", ()), 40) == ("",)


def test_letters_that_are_two_cells_wide_stay_in_their_columns() -> None:
    five = Amount(Decimal(5), Decimal(5))
    table = Figures("円", ("今年", "2027"), {"家": (five, five)})
    assert figure_lines(table, 40) == ("円  今年  2027", "家     5     5")


def plain(text: str) -> str:
    """The text without letters of which the libraries do not agree how wide they are."""
    return "".join(letter if letter in "ab ,.·æ家" else "x" for letter in text).strip()


def in_plain_letters(table: Figures) -> Figures:
    """The table with other names and columns, the amounts as they are."""
    columns = tuple(f"{number} {plain(column)}" for number, column in enumerate(table.columns))
    rows = {f"{number} {plain(name)}": row for number, (name, row) in enumerate(table.rows.items())}
    return Figures(plain(table.unit), columns, rows)


@given(figures().map(in_plain_letters))
def test_no_line_is_wider_than_the_room(table: Figures) -> None:
    for width in (10, 24, 80):
        assert max(map(cell_len, figure_lines(table, width)), default=0) <= width


def test_every_amount_is_on_the_screen_at_any_width() -> None:
    for width in range(12, 60):
        text = " ".join(figure_lines(ECONOMY, width))
        assert all(amount in text for amount in ("0.6", "1.0-3.0", "-12.25"))


# What changed, in words

RULES = Rules(
    "2026",
    "An award",
    (
        Criterion("need", {"en": "Need"}, Fraction(1), ("purpose",)),
        Criterion("all", {"en": "All of it"}, Fraction(1), ("purpose", "economy")),
    ),
)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("title", "Title"),
        ("organisation", "Organisation"),
        ("responsible", "Responsible"),
        ("started", "Started"),
        ("answers.purpose", "Need"),
        ("tables.economy", "Economy"),
        ("facts.proposed_by", "Proposed by"),
        ("choices.financing", "Who pays?"),
        ("shared.introduction", "Introduction"),
        ("answers.side_effects", "Side effects"),
        ("answers.spread", "How can the initiative be spread?"),
    ],
)
def test_what_changed_has_the_name_of_its_criterion_or_what_the_form_asked(field: str, told: str) -> None:
    assert fields_told(Round(RULES, BUDGET), [field]) == told


def test_several_fields_are_told_in_a_row() -> None:
    assert fields_told(Round(RULES, BUDGET), ["title", "answers.purpose"]) == "Title, Need"


def test_a_change_is_told_by_its_day() -> None:
    noon = datetime(2026, 11, 22, 12, tzinfo=UTC)
    assert read_before(Change(noon, ("title",))) == "read before the text changed on 22 November"


def test_a_nomination_with_nothing_but_answers_has_no_other_parts() -> None:
    plain = Nomination("1", "Plain", answers={"purpose": "P."})
    alone = Nominations((plain,))
    assert (list(brief(alone, plain)), list(shared(alone, plain))) == ([], [])

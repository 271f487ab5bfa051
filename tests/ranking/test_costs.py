from fractions import Fraction

import pytest

from nominate_tui.model.figures import Figures, amount_of
from nominate_tui.model.nomination import Nomination
from nominate_tui.model.rules import BudgetRules
from nominate_tui.ranking.costs import Cost, cost_of, is_income

YEARS = ("2026", "2027", "2028")


def nomination(**rows: str) -> Nomination:
    """One with these lines in its table `economy`; cells apart by a blank, and `.` for an empty one."""
    cells = {name: tuple(amount_of(cell) for cell in line.split()) for name, line in rows.items()}
    return Nomination("1", "A proposal", tables={"economy": Figures("mio. kr.", YEARS, cells)})


def cost(rules: BudgetRules, **rows: str) -> Cost | None:
    return cost_of(nomination(**rows), rules)


TOTAL = BudgetRules(row="total")


def test_the_line_with_the_total_is_added_up_over_the_years() -> None:
    assert cost(TOTAL, wages="0.5 0.5 0.5", total="0.6 0.6 0.7") == Cost(Fraction("1.9"), "mio. kr.", False)


def test_only_the_columns_that_count_are_added_up() -> None:
    some = BudgetRules(row="total", columns=("2027", "2028"))
    assert cost(some, total="0.6 0.5 0.7") == Cost(Fraction("1.2"), "mio. kr.", False)


def test_of_a_range_the_higher_end_counts() -> None:
    assert cost(TOTAL, total="1.0-3.0 2.0 1.5-2.5") == Cost(Fraction("7.5"), "mio. kr.", False)


def test_an_empty_cell_adds_nothing_where_another_is_filled() -> None:
    assert cost(TOTAL, total="0.6 . .") == Cost(Fraction("0.6"), "mio. kr.", False)


def test_where_the_total_is_empty_the_other_lines_are_added_up_and_it_is_told() -> None:
    found = cost(TOTAL, wages="1.5 3.0 3.0", running="0.5 1.0 .", total=". . .")
    assert found == Cost(Fraction(9), "mio. kr.", True)
    assert cost(TOTAL, wages="1.5 3.0 3.0") == Cost(Fraction("7.5"), "mio. kr.", True)


def test_a_total_that_is_written_is_believed_rather_than_the_lines() -> None:
    assert cost(TOTAL, wages="1.5 3.0 3.0", total="7 . .") == Cost(Fraction(7), "mio. kr.", False)


def test_a_zero_that_is_written_is_a_cost() -> None:
    assert cost(TOTAL, total="0 0 0") == Cost(Fraction(0), "mio. kr.", False)


@pytest.mark.parametrize("rows", [{}, {"total": ". . ."}, {"wages": ". . .", "total": ". . ."}])
def test_an_empty_table_is_no_cost_and_not_zero(rows: dict[str, str]) -> None:
    assert cost(TOTAL, **rows) is None


def test_without_its_table_a_nomination_has_no_cost() -> None:
    assert cost_of(Nomination("1", "A proposal"), TOTAL) is None
    assert cost_of(nomination(total="1 1 1"), BudgetRules(cost="price", row="total")) is None


def test_years_that_the_table_does_not_have_are_no_cost() -> None:
    assert cost(BudgetRules(row="total", columns=("2031",)), total="1 1 1") is None


def test_an_income_is_no_cost() -> None:
    assert cost(TOTAL, total="-1 0.5 0") is None
    assert is_income(nomination(total="-1 0.5 0"), TOTAL)
    assert is_income(nomination(wages="1 . .", grants="-2 . ."), TOTAL)


@pytest.mark.parametrize("total", ["1 . .", "0 0 0", ". . .", "-1 0.5 0.5"])
def test_a_cost_and_what_is_not_known_are_no_income(total: str) -> None:
    assert not is_income(nomination(total=total), TOTAL)

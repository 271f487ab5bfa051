"""`nominate-tui ranking --budget`: the shortlist that there is money for."""

from dataclasses import replace
from pathlib import Path

import pytest

from cli.printing import CommandLine
from cli.small_round import NOMINATIONS, with_danish
from nominate_tui.model.figures import Figures, amount_of
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.notation.nominations import write_nominations


@pytest.fixture
def priced(small: Path) -> Path:
    """The small round with its plain means (2: 4.50, 4: 3.50, 1: 3.17, 3: 2.50); 3 has no figures in its table."""
    costs = {"1": ("1.5", "1.0"), "2": ("4.0-5.0", ""), "3": ("", ""), "4": ("", "")}
    nominations = Nominations(
        tuple(with_costs(one, costs[one.id]) for one in NOMINATIONS), NOMINATIONS.questions
    )
    (small / "data" / "nominations.toml").write_text(write_nominations(nominations), encoding="utf-8")
    return small


def with_costs(nomination: Nomination, total: tuple[str, str]) -> Nomination:
    rows = {"Drift": ("2.25", "") if nomination.id == "4" else ("", ""), "Udgifter i alt": total}
    amounts = {name: tuple(amount_of(cell) for cell in cells) for name, cells in rows.items()}
    return replace(nomination, tables={"economy": Figures("mio. kr.", ("2027", "2028"), amounts)})


def test_the_table_tells_who_is_in_what_was_left_and_who_just_missed(
    nominate: CommandLine, priced: Path
) -> None:
    assert nominate.done("ranking", priced, "--budget", "6").lines == [
        "Rank  No.  Title                Overall       Cost  Shortlist  Missing money",
        "─" * 76,
        "   1    2  A walking companion     4.50       5.00  yes",
        "   2    4  Night café              3.50       2.25  no                  1.25",
        "   3    1  The wardrobe            3.17       2.50  no                  1.50",
        "   4    3  The wardrobe            2.50  not known  no",
        "By rank, under a budget of 6.00 mio. kr.: 2",
        "Spent: 5.00 mio. kr.; left: 1.00 mio. kr.",
        "Just missed: 4, for which 1.25 mio. kr. was missing",
        "The cost is not known, and so they are not in question: 3",
        "The cost is the sum of the lines, as the total is empty: 4",
    ]


def test_the_most_worth_above_the_threshold(nominate: CommandLine, priced: Path) -> None:
    # Above 2: 2 is worth 2.50; 4 and 1 together 1.50 + 1.17 = 2.67, for 4.75.
    with (priced / "scoring.toml").open("a", encoding="utf-8") as rules:
        rules.write("\n[budget]\nthreshold = 2\n")
    lines = nominate.done("ranking", priced, "--budget", "6", "--budget-method", "knapsack").lines
    assert lines[6:9] == [
        "The most worth above 2.00, under a budget of 6.00 mio. kr.: 4, 1",
        "Spent: 4.75 mio. kr.; left: 1.25 mio. kr.",
        "Just missed: 2, for which 3.75 mio. kr. was missing",
    ]


def test_who_is_not_above_the_threshold_is_told(nominate: CommandLine, priced: Path) -> None:
    with (priced / "scoring.toml").open("a", encoding="utf-8") as rules:
        rules.write("\n[budget]\nthreshold = 3.5\n")
    lines = nominate.done("ranking", priced, "--budget", "6", "--budget-method", "knapsack").lines
    assert "Not above the threshold, and so not in question: 4, 1" in lines


def test_equal_shares_for_the_jurors(nominate: CommandLine, priced: Path) -> None:
    # Shares are 2. Of 3 or more: anna 1 (3.5), 2, 4; bo 2, 4; clara 1 (4.0). 1 costs anna and clara 1.25 each, a rate
    # of 1/2 for each unit, as 4 asks of anna and bo with 1.125 each; 2 would cost them 5, more than they have. 4 costs
    # less and is first; anna has 0.875 left, and clara gives 1.625 for 1.
    lines = nominate.done("ranking", priced, "--budget", "6", "--budget-method", "shares").lines
    assert lines[6:9] == [
        "By equal shares, 3.00 or more is approval, under a budget of 6.00 mio. kr.: 4, 1",
        "Spent: 4.75 mio. kr.; left: 1.25 mio. kr.",
        "Just missed: 2, for which 4.13 mio. kr. was missing",
    ]


def test_json_has_the_ranking_and_the_budget(nominate: CommandLine, priced: Path) -> None:
    told = nominate.done("ranking", priced, "--budget", "6", "--format", "json").json
    assert (told["method"], told["shortlist"]) == ("mean", ["2", "4"])
    assert told["budget"] == {
        "method": "greedy",
        "amount": 6.0,
        "unit": "mio. kr.",
        "threshold": 3.0,
        "shortlist": ["2"],
        "spent": 5.0,
        "left": 1.0,
        "costs": {"2": 5.0, "4": 2.25, "1": 2.5},
        "missed": [{"nomination": "4", "short": 1.25}, {"nomination": "1", "short": 1.5}],
        "just_missed": "4",
        "unknown": ["3"],
        "below_zero": [],
        "unwanted": [],
        "tied": [],
        "added_up": ["4"],
    }


def test_csv_has_a_row_for_each_nomination(nominate: CommandLine, priced: Path) -> None:
    assert nominate.done("ranking", priced, "--budget", "6", "--format", "csv").out == (
        "rank,nomination,title,overall,cost,shortlist,short\n"
        "1,2,A walking companion,4.50,5.0,yes,\n"
        "2,4,Night café,3.50,2.25,no,1.25\n"
        "3,1,The wardrobe,3.17,2.5,no,1.5\n"
        "4,3,The wardrobe,2.50,,no,\n"
    )


def test_without_a_budget_nothing_is_said_of_one(nominate: CommandLine, priced: Path) -> None:
    assert "budget" not in nominate.done("ranking", priced, "--format", "json").json


def test_with_money_for_all_nobody_missed(nominate: CommandLine, priced: Path) -> None:
    told = nominate.done("ranking", priced, "--budget", "100", "--format", "json").json["budget"]
    assert (told["shortlist"], told["missed"], told["just_missed"]) == (["2", "4", "1"], [], None)


def test_in_a_danish_round_amounts_have_a_comma(nominate: CommandLine, priced: Path) -> None:
    told = nominate.done("ranking", with_danish(priced), "--budget", "6,5").out
    assert "5,00" in told
    assert "6,50 mio. kr." in told


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("6.5", 6.5),
        ("6,5", 6.5),
        ("12.50", 12.5),
        ("12.3450", 12.345),
        ("1.000.000", 1_000_000.0),
        ("1.250,5", 1250.5),
        ("1000.500", 1000.5),
        ("0.500", 0.5),
        ("0,500", 0.5),
        ("0", 0.0),
        ("7 mio. kr.", 7.0),
    ],
)
def test_an_amount_is_written_as_in_the_forms(
    written: str, amount: float, nominate: CommandLine, priced: Path
) -> None:
    told = nominate.done("ranking", priced, "--budget", written, "--format", "json").json["budget"]
    assert told["amount"] == amount


@pytest.mark.parametrize("written", ["much", "1-2", "-1", "", "1e3"])
def test_what_is_no_amount_is_refused(written: str, nominate: CommandLine, priced: Path) -> None:
    told = nominate("ranking", priced, f"--budget={written}")
    assert (told.code, told.out) == (2, "")
    assert f"{written} is no amount; write for example 12.5, in the unit of the costs" in told.err


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("1.000", "1.000 can be read as 1000 and as 1: write 1000, or 1"),
        ("1,000", "1,000 can be read as 1000 and as 1: write 1000, or 1"),
        ("10.000", "10.000 can be read as 10000 and as 10: write 10000, or 10"),
        ("12.500", "12.500 can be read as 12500 and as 12.5: write 12500, or 12.5"),
        ("12,345", "12,345 can be read as 12345 and as 12.345: write 12345, or 12.3450"),
        ("2.500 mio. kr.", "2.500 mio. kr. can be read as 2500 and as 2.5: write 2500, or 2.5"),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused_with_both(
    written: str, told: str, nominate: CommandLine, priced: Path
) -> None:
    printed = nominate("ranking", priced, "--budget", written)
    assert (printed.code, printed.out) == (2, "")
    assert told in printed.err


def test_an_income_is_told_apart_from_a_cost_that_is_not_known(nominate: CommandLine, priced: Path) -> None:
    file = priced / "data" / "nominations.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("1.5", "-1.5"), encoding="utf-8")
    lines = nominate.done("ranking", priced, "--budget", "6").lines
    assert [line.split()[-2:] for line in lines if "The wardrobe" in line] == [
        ["zero", "no"],
        ["known", "no"],
    ]
    assert "The cost is not known, and so they are not in question: 3" in lines
    assert "The cost is below zero, which is no cost, and so not in question: 1" in lines
    told = nominate.done("ranking", priced, "--budget", "6", "--format", "json").json["budget"]
    assert (told["unknown"], told["below_zero"]) == (["3"], ["1"])


def test_whom_no_juror_approves_of_has_not_just_missed(nominate: CommandLine, priced: Path) -> None:
    with (priced / "scoring.toml").open("a", encoding="utf-8") as rules:
        rules.write("\n[budget]\nthreshold = 5\n")
    lines = nominate.done("ranking", priced, "--budget", "3", "--budget-method", "shares").lines
    # Only Anna's review of 2 reaches 5: her share is 1, and 2 costs 5.
    assert lines[6:] == [
        "By equal shares, 5.00 or more is approval, under a budget of 3.00 mio. kr.: nobody",
        "Spent: 0.00 mio. kr.; left: 3.00 mio. kr.",
        "Just missed: 2, for which 4.00 mio. kr. was missing",
        "The cost is not known, and so they are not in question: 3",
        "Given the threshold or more by no juror, and so not in question: 4, 1",
        "The cost is the sum of the lines, as the total is empty: 4",
    ]


def test_a_round_without_costs_is_told_where_to_name_them(nominate: CommandLine, small: Path) -> None:
    told = nominate("ranking", small, "--budget", "6")
    assert (told.code, told.out, told.err) == (
        1,
        "",
        "error: No ranked nomination has a cost in its table economy"
        " → name table and row in [budget] of scoring.toml\n",
    )

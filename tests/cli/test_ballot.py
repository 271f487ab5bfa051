from pathlib import Path

from cli.printing import CommandLine
from cli.small_round import give


def test_a_juror_sees_every_nomination_and_what_is_left_to_do(nominate: CommandLine, small: Path) -> None:
    lines = nominate.done("ballot", small, "--as", "clara").lines
    assert lines[2:] == [
        "  1  The wardrobe         finished    4 4               4.00  flagged",
        "  2  A walking companion  recused     1 1               1.00",
        "  3  The wardrobe         not begun   · ·",
        "  4  Night café           unfinished  3 ·               3.00",
        "Scores, in this order: Innovation, Spread (· not scored, – abstained)",
        "Clara Friis: 2 of 4 finished",
    ]


def test_a_ballot_for_programs(nominate: CommandLine, small: Path) -> None:
    told = nominate.done("ballot", small, "--as", "anna", "--format", "json").json
    assert (told["juror"], told["confirmed"], told["finished"]) == ("anna", "2026-11-22T10:00:00Z", 4)
    assert told["reviews"][0] == {
        "nomination": "1",
        "title": "The wardrobe",
        "state": "complete",
        "scores": {"innovation": 4, "spread": 2},
        "abstained": [],
        "weighted": "3.50",
        "comment": "for the chair",
        "note": "nobody else sees this",
        "conflict": None,
        "flagged": False,
    }


def test_csv_has_a_column_for_each_criterion(nominate: CommandLine, small: Path) -> None:
    rows = nominate.done("ballot", small, "--as", "clara", "--format", "csv").rows
    assert rows[3] == {
        "nomination": "4",
        "title": "Night café",
        "state": "unfinished",
        "criterion_innovation": "3",
        "criterion_spread": "",
        "weighted": "3.00",
        "flagged": "no",
    }


def test_the_chairs_recusal_is_in_the_ballot(nominate: CommandLine, small: Path) -> None:
    nominate.done("recuse", "bo", 4, "--kind", "personal", "--reason", "his wife", "--round", small)
    review = nominate.done("ballot", small, "--as", "bo", "--format", "json").json["reviews"][3]
    assert (review["state"], review["conflict"]) == ("recused", {"kind": "personal", "reason": "his wife"})


def test_nothing_of_other_jurors_is_printed(nominate: CommandLine, small: Path) -> None:
    (small / "data" / "ballots" / "anna.toml").write_text("broken [", encoding="utf-8")
    assert nominate.done("ballot", small, "--as", "bo").lines[-1] == "Bo Holm: 3 of 4 finished"


def test_a_confirmed_ballot_says_since_when(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("ballot", small, "--as", "anna").lines[-1].startswith("Confirmed 2026-11-22 ")


def test_a_juror_with_a_part_sees_that_and_what_was_scored_beyond(nominate: CommandLine, small: Path) -> None:
    give(small, "bo", "3", "4")
    printed = nominate.done("ballot", small, "--as", "bo")
    assert [line.split()[0] for line in printed.lines[2:6]] == ["3", "4", "1", "2"]
    assert printed.lines[-2:] == [
        "Bo Holm: 1 of 2 finished",
        "You were not asked to score 1, 2; what you gave there is kept, and counts as any other.",
    ]
    told = nominate.done("ballot", small, "--as", "bo", "--format", "json").json
    assert (told["finished"], told["given"]) == (1, 2)
    assert [(each["nomination"], each["state"]) for each in told["reviews"]] == [
        ("3", "missing"),
        ("4", "complete"),
        ("1", "complete"),
        ("2", "complete"),
    ]


def test_a_part_hides_nothing_that_was_not_said(nominate: CommandLine, small: Path) -> None:
    give(small, "clara", "1", "2", "4")
    lines = nominate.done("ballot", small, "--as", "clara").lines
    assert [line.split()[0] for line in lines[2:5]] == ["1", "2", "4"]
    assert lines[-1] == "Clara Friis: 2 of 3 finished"

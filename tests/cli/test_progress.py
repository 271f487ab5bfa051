from pathlib import Path

from cli.printing import CommandLine
from cli.small_round import with_danish


def test_jurors_and_nominations_are_told(nominate: CommandLine, small: Path) -> None:
    lines = nominate.done("progress", small).lines
    assert [line.split()[:8] for line in lines[2:5]] == [
        ["Anna", "Lund", "(anna)", "4", "0", "0", "0", "0"],
        ["Bo", "Holm", "(bo)", "3", "0", "1", "0", "0"],
        ["Clara", "Friis", "(clara)", "1", "1", "1", "0", "1"],
    ]
    assert [line.split() for line in lines[7:11]] == [
        ["1", "The", "wardrobe", "●", "●", "●", "3", "yes"],
        ["2", "A", "walking", "companion", "●", "●", "×", "2", "yes"],
        ["3", "The", "wardrobe", "●", "○", "○", "1", "no"],
        ["4", "Night", "café", "●", "●", "◐", "2", "yes"],
    ]
    assert lines[11:] == [
        "● finished  ◐ unfinished  ○ not begun  – abstained  × recused",
        "Fewer reviews than the 2 that are asked for: 3",
    ]


def test_progress_for_programs(nominate: CommandLine, small: Path) -> None:
    told = nominate.done("progress", small, "--format", "json").json
    assert (told["quorum"], told["locked"], told["confirmed"], told["below_quorum"], told["problems"]) == (
        2,
        None,
        1,
        ["3"],
        0,
    )
    assert told["jurors"][2] == {
        "juror": "clara",
        "name": "Clara Friis",
        "states": {"missing": 1, "unfinished": 1, "complete": 1, "abstained": 0, "recused": 1},
        "unfinished": ["3", "4"],
        "confirmed": None,
        "changed": None,
    }
    assert (told["jurors"][0]["confirmed"], told["jurors"][0]["changed"]) == (
        "2026-11-22T10:00:00Z",
        "2026-11-22T09:03:00Z",
    )
    assert told["nominations"][3] == {
        "nomination": "4",
        "title": "Night café",
        "n": 2,
        "quorum_met": True,
        "primary": "4",
        "states": {"anna": "complete", "bo": "complete", "clara": "unfinished"},
    }


def test_csv_has_a_row_for_each_juror_and_nomination(nominate: CommandLine, small: Path) -> None:
    rows = nominate.done("progress", small, "--format", "csv").rows
    assert len(rows) == 12
    assert rows[9] == {"juror": "clara", "nomination": "2", "state": "recused"}


def test_a_nomination_that_another_stands_for_is_told_with_it(nominate: CommandLine, small: Path) -> None:
    nominate.done("settle", 1, 3, "duplicate", "--reason", "the same room", "--round", small)
    lines = nominate.done("progress", small).lines
    assert [line.split()[-3:] for line in lines[9:10]] == [["3", "under", "1"]]
    assert lines[-1] == "● finished  ◐ unfinished  ○ not begun  – abstained  × recused"


def test_keys_stay_as_they_are_in_a_danish_round(nominate: CommandLine, small: Path) -> None:
    english = nominate.done("progress", small, "--format", "json").out
    assert nominate.done("progress", with_danish(small), "--format", "json").out == english

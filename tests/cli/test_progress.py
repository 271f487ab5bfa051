from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from cli.printing import CommandLine
from cli.small_round import give, with_danish
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.store.folder import FolderStore

RETOLD = datetime(2026, 11, 22, 9, 1, 30, tzinfo=UTC)
"""After Anna scored 1 and 2, and before she scored 3 and 4; when the others scored, nobody knows."""


def retell(small: Path, *ids: str) -> None:
    """Take these nominations in with another title."""
    store = FolderStore(small)
    change = Change(RETOLD, ("title",))
    changed = (replace(one, changes=(change,)) if one.id in ids else one for one in store.nominations())
    store.save_nominations(Nominations(tuple(changed)), ())


def test_reviews_that_were_given_before_a_text_changed_are_marked_and_told(
    nominate: CommandLine, small: Path
) -> None:
    retell(small, "2", "3")
    lines = nominate.done("progress", small).lines
    assert [line.split()[-5:] for line in lines[7:11]] == [
        ["●", "●", "●", "3", "yes"],
        ["●↻", "●↻", "×", "2", "yes"],
        ["●", "○", "○", "1", "no"],
        ["●", "●", "◐", "2", "yes"],
    ]
    assert lines[12] == (
        f"↻ 2 A walking companion: read before the text changed on {day_and_month(RETOLD)}: anna, bo"
    )


def test_reviews_that_were_given_before_a_text_changed_for_programs(
    nominate: CommandLine, small: Path
) -> None:
    retell(small, "2", "3")
    told = nominate.done("progress", small, "--format", "json").json
    assert [juror["outdated"] for juror in told["jurors"]] == [["2"], ["2"], []]
    at = "2026-11-22T09:01:30Z"
    assert [row["outdated"] for row in told["nominations"]] == [{}, {"anna": at, "bo": at}, {}, {}]
    rows = nominate.done("progress", small, "--format", "csv").rows
    assert [row["nomination"] for row in rows if row["text_changed"] == at] == ["2", "2"]


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
        "states": {
            "missing": 1,
            "unfinished": 1,
            "complete": 1,
            "abstained": 0,
            "recused": 1,
            "unassigned": 0,
        },
        "given": 4,
        "unfinished": ["3", "4"],
        "confirmed": None,
        "changed": None,
        "outdated": [],
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
        "outdated": {},
    }


def test_csv_has_a_row_for_each_juror_and_nomination(nominate: CommandLine, small: Path) -> None:
    rows = nominate.done("progress", small, "--format", "csv").rows
    assert len(rows) == 12
    assert rows[9] == {"juror": "clara", "nomination": "2", "state": "recused", "text_changed": ""}


def test_a_nomination_that_another_stands_for_is_told_with_it(nominate: CommandLine, small: Path) -> None:
    nominate.done("settle", 1, 3, "duplicate", "--reason", "the same room", "--round", small)
    lines = nominate.done("progress", small).lines
    assert [line.split()[-3:] for line in lines[9:10]] == [["3", "under", "1"]]
    assert lines[-1] == "● finished  ◐ unfinished  ○ not begun  – abstained  × recused"


def test_keys_stay_as_they_are_in_a_danish_round(nominate: CommandLine, small: Path) -> None:
    english = nominate.done("progress", small, "--format", "json").out
    assert nominate.done("progress", with_danish(small), "--format", "json").out == english


def test_a_juror_with_a_part_has_finished_so_many_of_it(nominate: CommandLine, small: Path) -> None:
    give(small, "bo", "1", "2", "4")
    give(small, "clara", "3")
    printed = nominate("progress", small)
    assert printed.code == 0
    assert [line.split()[:10] for line in printed.lines[2:5]] == [
        ["Anna", "Lund", "(anna)", "4", "0", "0", "0", "0", "0", "4/4"],
        ["Bo", "Holm", "(bo)", "3", "0", "0", "0", "0", "1", "3/3"],
        ["Clara", "Friis", "(clara)", "1", "1", "1", "0", "1", "0", "0/1"],
    ]
    assert printed.lines[9].split() == ["3", "The", "wardrobe", "●", "·", "○", "1", "no"]
    assert printed.lines[11] == (
        "● finished  ◐ unfinished  ○ not begun  – abstained  × recused  · unassigned"
    )


def test_parts_for_programs(nominate: CommandLine, small: Path) -> None:
    give(small, "bo", "1", "2", "4")
    told = nominate.done("progress", small, "--format", "json").json
    assert [(each["juror"], each["given"], each["unfinished"]) for each in told["jurors"]] == [
        ("anna", 4, []),
        ("bo", 3, []),
        ("clara", 4, ["3", "4"]),
    ]
    assert told["jurors"][1]["states"]["unassigned"] == 1
    assert told["nominations"][2]["states"] == {"anna": "complete", "bo": "unassigned", "clara": "missing"}
    rows = nominate.done("progress", small, "--format", "csv").rows
    assert [row["nomination"] for row in rows if row["state"] == "unassigned"] == ["3"]

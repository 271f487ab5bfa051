import tomllib
from pathlib import Path
from typing import Any

import pytest

from cli.printing import CommandLine
from cli.small_round import ANNA, BO

HEAD = "juror,nomination,criterion,score\n"


def table(tmp_path: Path, lines: str, name: str = "scores.csv") -> Path:
    """A score table in a file."""
    file = tmp_path / name
    file.write_text(HEAD + lines, encoding="utf-8")
    return file


def ballot(small: Path, juror: str) -> dict[str, Any]:
    """The stored ballot of a juror."""
    return tomllib.loads((small / "data" / "ballots" / f"{juror}.toml").read_text(encoding="utf-8"))


def scores(small: Path, juror: str) -> dict[str, dict[str, int]]:
    """The stored scores of a juror, by nomination and criterion."""
    return {review["nomination"]: review.get("scores", {}) for review in ballot(small, juror)["review"]}


def everything(small: Path) -> dict[str, bytes]:
    """All ballots as they lie on the disk."""
    return {path.name: path.read_bytes() for path in (small / "data" / "ballots").glob("*.toml")}


def test_scores_of_a_table_come_into_the_ballots(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    file = table(tmp_path, "bo,3,innovation,5\nbo,3,spread,1\nclara,4,spread,2\nbo,1,innovation,2\n")
    printed = nominate.done("collect", file, "--round", small)
    assert [line.split() for line in printed.lines[2:]] == [
        ["bo", "2", "0", "6", "0", "no"],
        ["clara", "1", "0", "5", "0", "no"],
    ]
    assert scores(small, "bo")["3"] == {"innovation": 5, "spread": 1}
    assert scores(small, "clara")["4"] == {"innovation": 3, "spread": 2}
    assert ballot(small, "clara")["review"][0]["flagged"] is True


def test_the_answer_for_programs(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    file = table(tmp_path, "bo,3,spread,5\n")
    assert nominate.done("collect", file, "--round", small, "--format", "json").json == {
        "jurors": [{"juror": "bo", "added": 1, "replaced": 0, "same": 6, "removed": 0, "unconfirmed": False}],
        "problems": [],
    }
    rows = nominate.done("collect", file, "--round", small, "--format", "csv").rows
    assert rows == [
        {"juror": "bo", "added": "0", "replaced": "0", "same": "7", "removed": "0", "unconfirmed": "no"}
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_come_in_every_ordinary_form(
    nominate: CommandLine, small: Path, tmp_path: Path, encoding: str, separator: str
) -> None:
    file = tmp_path / "scores.csv"
    text = "score,criterion,nomination,juror\r\n5,spread,3,bo\r\n".replace(",", separator)
    file.write_bytes(text.encode(encoding))
    nominate.done("collect", file, "--round", small)
    assert scores(small, "bo")["3"] == {"spread": 5}


def test_an_empty_score_is_no_score(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    before = everything(small)
    nominate.done("collect", table(tmp_path, "bo,3,spread,\n"), "--round", small)
    assert everything(small) == before


def test_a_different_stored_score_is_listed_and_nothing_is_written(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    before = everything(small)
    file = table(tmp_path, "bo,3,spread,5\nbo,1,spread,4\n")
    printed = nominate("collect", file, "--round", small)
    assert (printed.code, printed.out, everything(small)) == (1, "", before)
    assert printed.err == (
        "error: scores.csv:3 1.spread: bo gave 2, the table says 4"
        " → ask the juror; `--replace` takes what is handed in\n"
    )
    replaced = nominate("collect", file, "--round", small, "--replace")
    assert (replaced.code, replaced.err) == (
        0,
        "warning: scores.csv:3 1.spread: bo gave 2, the table says 4 → it was given up, as `--replace` says\n",
    )
    assert scores(small, "bo")["1"] == {"innovation": 2, "spread": 4}


def test_a_confirmed_ballot_is_not_added_to(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    anna = small / "data" / "ballots" / "anna.toml"
    anna.write_text(ANNA.replace("spread = 4", ""), encoding="utf-8")
    anna.write_text(
        anna.read_text(encoding="utf-8").replace("innovation = 2, ", "innovation = 2"), encoding="utf-8"
    )
    file = table(tmp_path, "anna,3,spread,1\n")
    printed = nominate("collect", file, "--round", small)
    assert (printed.code, "anna confirmed the ballot without a score here" in printed.err) == (1, True)
    nominate("collect", file, "--round", small, "--replace")
    assert "confirmed" not in ballot(small, "anna")


def test_what_replacing_takes_away_is_told_and_counted(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "anna.toml"
    file.write_text('format = 1\nround = "2026"\njuror = "anna"\n', encoding="utf-8")
    command = ["collect", file, "--round", small, "--replace"]
    told = nominate(*command, "--format", "json")
    assert (told.code, told.err) == (0, "")
    assert told.json["jurors"] == [
        {"juror": "anna", "added": 0, "replaced": 0, "same": 0, "removed": 10, "unconfirmed": True}
    ]
    assert [(problem["severity"], problem["field"]) for problem in told.json["problems"]] == [
        ("warning", "review 1"),
        ("warning", "review 2"),
        ("warning", "review 3"),
        ("warning", "review 4"),
        ("warning", "confirmed"),
    ]


def test_a_failure_is_answered_in_json_too(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    command = ["collect", table(tmp_path, "bo,3,spread,9\n"), "--round", small, "--format", "json"]
    off = nominate(*command)
    assert (off.code, off.err, off.json["jurors"]) == (1, "", [])
    assert [(each["severity"], each["where"], each["message"]) for each in off.json["problems"]] == [
        ("error", "scores.csv:2", "9 is not on the scale")
    ]
    nominate.done("lock", small)
    (locked,) = nominate(*command).json["problems"]
    assert (locked["severity"], locked["todo"]) == (
        "error",
        "the chair can open it again: nominate-tui unlock",
    )
    (small / "scoring.toml").write_text("torn = ", encoding="utf-8")
    broken = nominate(*command)
    assert (broken.code, broken.err, broken.json["problems"][0]["where"]) == (1, "", "scoring.toml:1")


def test_every_problem_of_every_file_is_told_and_nothing_is_written(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    before = everything(small)
    a = table(
        tmp_path, "bo,3,spread,5\nnobody,3,spread,5\nbo,33,spread,5\nbo,3,sprout,5\nbo,3,spread,6\n", "a.csv"
    )
    b = table(tmp_path, "bo,3,spread,4\nbo,4,spread,x\n", "b.csv")
    printed = nominate("collect", a, b, "--round", small)
    assert (printed.code, everything(small)) == (1, before)
    assert [line.split(": ")[1:3] for line in printed.err.splitlines()] == [
        ["a.csv:3 juror", "nobody is not a juror of this round → write one of"],
        ["a.csv:4 nomination", "there is no nomination 33 → correct the id, or take the line out"],
        ["a.csv:5 criterion", "there is no criterion sprout → write one of"],
        ["a.csv:6 score", "6 is not on the scale → the scale goes from 1 to 5"],
        ["b.csv:3 score", "x is not a whole number → write one number of the scale, or leave the cell empty"],
        [
            "a.csv:6 score",
            "bo, 3, spread stands here already, with 5 at a.csv:2 → take one of the two lines out",
        ],
        [
            "b.csv:2 score",
            "bo, 3, spread stands here already, with 5 at a.csv:2 → take one of the two lines out",
        ],
    ]


def test_a_ballot_comes_into_its_place(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    (small / "data" / "ballots" / "bo.toml").unlink()
    file = tmp_path / "ballot of bo (1).toml"
    file.write_text(BO, encoding="utf-8")
    nominate.done("collect", file, "--round", small)
    assert scores(small, "bo") == {
        "1": {"innovation": 2, "spread": 2},
        "2": {"innovation": 4, "spread": 4},
        "4": {"innovation": 4, "spread": 4},
    }


def test_an_older_ballot_does_not_overwrite_a_newer_one(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    file = tmp_path / "anna.toml"
    file.write_text(
        ANNA.replace("innovation = 5", "innovation = 1").replace("09:01", "08:01"), encoding="utf-8"
    )
    before = everything(small)
    printed = nominate("collect", file, "--round", small)
    assert (printed.code, everything(small)) == (1, before)
    assert printed.err.startswith("error: anna.toml review 2: the stored review of 2 has something")
    nominate("collect", file, "--round", small, "--replace")
    assert scores(small, "anna")["2"] == {"innovation": 1, "spread": 5}


def test_a_ballot_of_nobody_is_refused(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "dan.toml"
    file.write_text(BO.replace('juror = "bo"', 'juror = "dan"'), encoding="utf-8")
    printed = nominate("collect", file, "--round", small)
    assert (printed.code, printed.err) == (
        1,
        "error: dan.toml juror: dan is not a juror of this round → write one of: anna, bo, clara\n",
    )


def test_nothing_is_collected_in_a_locked_round(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    nominate.done("lock", small)
    printed = nominate("collect", table(tmp_path, "bo,3,spread,5\n"), "--round", small)
    assert (printed.code, printed.err.split(" → ")[0]) == (
        1,
        "error: The chair has locked the round; nothing can be taken in or collected any more",
    )


def test_warnings_are_told_and_the_work_goes_on(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    file = tmp_path / "scores.csv"
    file.write_text("juror,name,nomination,criterion,score\nbo,Bo,3,spread,5\n", encoding="utf-8")
    printed = nominate("collect", file, "--round", small)
    assert (printed.code, printed.err.split(" → ")[0]) == (
        0,
        "warning: scores.csv:1: these columns are not read: name",
    )
    assert scores(small, "bo")["3"] == {"spread": 5}


def test_a_file_that_is_not_there_is_a_wrong_command(
    nominate: CommandLine, small: Path, tmp_path: Path
) -> None:
    assert nominate("collect", tmp_path / "none.csv", "--round", small).code == 2


def test_an_empty_table_is_told(nominate: CommandLine, small: Path, tmp_path: Path) -> None:
    assert nominate.done("collect", table(tmp_path, ""), "--round", small).lines == [
        "There was nothing to collect."
    ]

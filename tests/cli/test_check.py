from datetime import UTC, datetime
from pathlib import Path

from cli.printing import CommandLine
from nominate_tui.locale.dates import day_and_month


def put(small: Path, name: str, old: str, new: str) -> None:
    """Change a file of the round."""
    file = small / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_round_without_problems(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("check", small).out == "There are no problems.\n"
    assert nominate.done("check", small, "--format", "json").json == {
        "errors": 0,
        "warnings": 0,
        "problems": [],
    }
    assert nominate.done("check", small, "--format", "csv").out == "severity,where,field,message,todo\n"


def test_every_problem_is_listed_with_file_and_line_and_the_exit_code_is_1(
    nominate: CommandLine, small: Path
) -> None:
    put(small, "data/ballots/bo.toml", "innovation = 2", "innovation = 9")
    put(small, "data/ballots/clara.toml", 'nomination = "4"', 'nomination = "44"')
    printed = nominate("check", small)
    assert (printed.code, printed.err) == (1, "")
    assert [line.split(": ")[:2] for line in printed.lines] == [
        ["error", "data/ballots/bo.toml:7 review[1].scores.innovation"],
        ["error", "data/ballots/clara.toml:16 review[3].nomination"],
        ["Errors", "2. Warnings"],
    ]


def test_problems_for_programs(nominate: CommandLine, small: Path) -> None:
    put(small, "data/ballots/bo.toml", "innovation = 2", "innovation = 9")
    printed = nominate("check", small, "--format", "json")
    (problem,) = printed.json["problems"]
    assert (printed.code, printed.json["errors"], sorted(problem)) == (
        1,
        1,
        ["field", "message", "severity", "todo", "where"],
    )
    assert [row["where"] for row in nominate("check", small, "--format", "csv").rows] == [
        "data/ballots/bo.toml:7"
    ]


def test_warnings_alone_are_listed_and_the_exit_code_is_0(nominate: CommandLine, small: Path) -> None:
    put(small, "scoring.toml", "shortlist = 2", "shortlist = 2000")
    printed = nominate("check", small)
    assert [printed.code, *(line.split(":")[0] for line in printed.lines)] == [0, "warning", "Errors"]


def test_reviews_that_were_given_before_a_text_changed_are_a_warning(
    nominate: CommandLine, small: Path
) -> None:
    change = (
        '[[nomination.changes]]\nwhen = 2026-11-23T12:00:00Z\nfields = ["title"]\n\n[[nomination]]\nid = "2"'
    )
    put(small, "data/nominations.toml", '[[nomination]]\nid = "2"', change)
    printed = nominate.done("check", small)
    day = day_and_month(datetime(2026, 11, 23, 12, tzinfo=UTC))
    assert (
        f'3 reviews were given before the text of nomination "1" changed on {day} → ask' in printed.lines[0]
    )
    assert printed.lines[0].endswith(": anna, bo, clara")


def test_rules_that_cannot_be_read_are_problems_too(nominate: CommandLine, small: Path) -> None:
    (small / "scoring.toml").write_text("[round", encoding="utf-8")
    printed = nominate("check", small)
    assert printed.code == 1
    assert printed.lines[0].startswith("error: scoring.toml:1: this is not valid TOML")


def test_problems_are_told_in_the_language_of_the_round(nominate: CommandLine, small: Path) -> None:
    put(small, "scoring.toml", 'language = "en"', 'language = "da"')
    danish = nominate("check", small).out
    english = nominate("check", small, "--language", "en").out
    assert english == "There are no problems.\n"
    assert danish

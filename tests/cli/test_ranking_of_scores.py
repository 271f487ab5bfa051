from pathlib import Path

import pytest

from cli.printing import CommandLine

TABLE = (
    "juror,nomination,criterion,score\n"
    "anna,a,innovation,5\nanna,a,spread,1\nbo,a,innovation,2\nbo,a,spread,5\nanna,b,innovation,4\nanna,b,spread,4\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "scores.csv"
    file.write_text(TABLE, encoding="utf-8")
    return file


def test_a_table_is_ranked_without_a_round(nominate: CommandLine, table: Path) -> None:
    told = nominate.done("ranking", "--scores", table, "--method", "mean", "--format", "json").json
    assert [(row["nomination"], row["overall"], row["n"]) for row in told["ranking"]] == [
        ("b", "4.00", 1),
        ("a", "3.25", 2),
    ]
    assert {criterion["id"]: criterion["weight"] for criterion in told["criteria"]} == {
        "innovation": 0.5,
        "spread": 0.5,
    }


def test_it_is_ranked_by_the_rules_of_a_file(nominate: CommandLine, table: Path, small: Path) -> None:
    # Innovation counts three times: (3·5 + 1)/4 and (3·2 + 5)/4.
    by_file = nominate.done(
        "ranking", "--scores", table, "--rules", small / "scoring.toml", "--format", "csv"
    )
    assert [(row["nomination"], row["overall"], row["missing"]) for row in by_file.rows] == [
        ("b", "4.00", "2"),
        ("a", "3.38", "1"),
    ]
    assert nominate.done("ranking", small, "--scores", table, "--format", "csv").out == by_file.out


def test_the_options_change_its_rules(nominate: CommandLine, table: Path, small: Path) -> None:
    told = nominate.done(
        "ranking", small, "--scores", table, "--shortlist", 1, "--seed", "t", "--format", "json"
    ).json
    assert (told["k"], told["seed"], told["shortlist"]) == (1, "t", ["b"])


def test_a_line_that_is_wrong_is_told_with_its_number(nominate: CommandLine, table: Path) -> None:
    table.write_text(TABLE + "anna,c,spread,9\n", encoding="utf-8")
    printed = nominate("ranking", "--scores", table)
    assert (printed.code, printed.out) == (1, "")
    assert printed.err == ("error: scores.csv:8 score: 9 is not on the scale → the scale goes from 1 to 5\n")


def test_what_is_only_strange_is_a_warning(nominate: CommandLine, table: Path) -> None:
    table.write_text(TABLE.replace("\n", ",x\n").replace("score,x", "score,note"), encoding="utf-8")
    printed = nominate("ranking", "--scores", table, "--format", "csv")
    assert (printed.code, len(printed.rows)) == (0, 2)
    assert printed.err.startswith("warning: scores.csv:1: these columns are not read: note")


def test_a_method_that_does_not_hold_refuses(nominate: CommandLine, table: Path) -> None:
    printed = nominate("ranking", "--scores", table, "--method", "trimmed")
    assert (printed.code, printed.out) == (1, "")
    assert "the trimmed mean needs 5 reviews of every nomination; these have fewer: a, b" in printed.err


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--budget", "5", "--scores", "TABLE"], "a table of scores has no costs: --budget needs a round"),
        (["--rules", "TABLE"], "--rules is for --scores; a round has rules of its own"),
        (["--scores", "nowhere.csv"], "nowhere.csv"),
    ],
)
def test_options_that_do_not_go_together_are_a_wrong_command(
    nominate: CommandLine, table: Path, more: list[str], told: str
) -> None:
    printed = nominate("ranking", *(str(table) if word == "TABLE" else word for word in more))
    assert printed.code == 2
    assert told in printed.err


def test_without_a_round_and_without_a_table_there_is_nothing_to_rank(
    nominate: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    printed = nominate("ranking")
    assert printed.code == 2
    assert "is not a round: it has no scoring.toml" in printed.err


def test_who_gave_only_the_lowest_score_and_who_shares_no_nomination_is_told(
    nominate: CommandLine, table: Path
) -> None:
    table.write_text(
        "juror,nomination,criterion,score\nanna,a,x,1\nanna,b,x,1\nbo,c,x,4\nbo,d,x,5\n", encoding="utf-8"
    )
    lines = nominate.done("ranking", "--scores", table).lines
    assert lines[7:10] == [
        "There are too few reviews to tell strict jurors from mild ones: the scores are plain means",
        "The jury falls into 2 groups that share no nomination: the order between nominations of different groups rests"
        " on the assumption that the groups are equally strict",
        "Only the lowest score throughout, which is probably an error: anna",
    ]

from pathlib import Path

import pytest

from cli.printing import CommandLine


def test_the_table_tells_rank_score_and_shortlist(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("ranking", small).lines == [
        "Rank  No.  Title                Overall  Reviews  Innovation  Spread  Disagreement  Shortlist  Separated by",
        "─" * 108,
        "   1    2  A walking companion     4.50        2        4.50    4.50          0.71  yes",
        "   2    4  Night café              3.50        2        3.50    3.50          0.71  yes        overall score",
        "   3    1  The wardrobe            3.17        3        3.33    2.67          1.04  no         overall score",
        "   4    3  The wardrobe            2.50        1        2.00    4.00             –  no         overall score",
        "In the shortlist of 2: 2, 4",
        "Fewer reviews than the 2 that are asked for: 3",
    ]


def test_json_has_the_keys_that_other_programs_rely_on(nominate: CommandLine, small: Path) -> None:
    told = nominate.done("ranking", small, "--format", "json").json
    assert (told["method"], told["decimals"], told["k"], told["seed"]) == ("mean", 2, 2, "s")
    assert told["criteria"] == [{"id": "innovation", "weight": 0.75}, {"id": "spread", "weight": 0.25}]
    assert told["ranking"][1] == {
        "nomination": "4",
        "title": "Night café",
        "rank": 2,
        "shared": False,
        "overall": "3.50",
        "mean": 3.5,
        "n": 2,
        "below_quorum": False,
        "states": {"missing": 0, "unfinished": 1, "complete": 2, "abstained": 0, "recused": 0},
        "criteria": {"innovation": 3.5, "spread": 3.5},
        "disagreement": pytest.approx(0.5**0.5),
        "separated_by": "overall",
        "duplicates": [],
    }
    assert (told["shortlist"], told["tie_at_the_line"], told["shortlist_by_mean"]) == (
        ["2", "4"],
        False,
        ["2", "4"],
    )
    assert sorted(juror["n"] for juror in told["jurors"]) == [1, 3, 4]


def test_csv_has_a_row_for_each_nomination(nominate: CommandLine, small: Path) -> None:
    rows = nominate.done("ranking", small, "--format", "csv").rows
    assert [(row["rank"], row["nomination"], row["overall"], row["shortlist"]) for row in rows] == [
        ("1", "2", "4.50", "yes"),
        ("2", "4", "3.50", "yes"),
        ("3", "1", "3.17", "no"),
        ("4", "3", "2.50", "no"),
    ]


def test_csv_has_commas_and_points_in_a_danish_round_too(nominate: CommandLine, small: Path) -> None:
    english = nominate.done("ranking", small, "--format", "csv").out
    rules = (small / "scoring.toml").read_text(encoding="utf-8")
    (small / "scoring.toml").write_text(rules.replace('language = "en"', 'language = "da"'), encoding="utf-8")
    assert nominate.done("ranking", small, "--format", "csv").out == english


def test_the_options_change_the_rules_for_one_answer_only(nominate: CommandLine, small: Path) -> None:
    told = nominate.done(
        "ranking", small, "--shortlist", 1, "--seed", "t", "--method", "mean", "--format", "json"
    ).json
    assert (told["k"], told["seed"], told["shortlist"]) == (1, "t", ["2"])
    assert nominate.done("ranking", small, "--format", "json").json["k"] == 2


def test_the_seed_decides_the_lot(nominate: CommandLine, small: Path) -> None:
    rules = (small / "scoring.toml").read_text(encoding="utf-8")
    (small / "scoring.toml").write_text(rules + '\n[ranking]\ntie_break = ["lot"]\n', encoding="utf-8")
    ballot = 'format = 1\nround = "2026"\njuror = "bo"\n'
    for id in "1234":
        ballot += f'[[review]]\nnomination = "{id}"\nscores = {{ innovation = 3, spread = 3 }}\n'
    (small / "data" / "ballots" / "bo.toml").write_text(ballot, encoding="utf-8")
    for other in ("anna", "clara"):
        (small / "data" / "ballots" / f"{other}.toml").unlink()
    orders = {
        tuple(
            row["nomination"]
            for row in nominate.done("ranking", small, "--seed", seed, "--format", "csv").rows
        )
        for seed in "abcdefgh"
    }
    assert len(orders) > 1


@pytest.mark.parametrize("method", ["adjusted", "trimmed", "majority"])
def test_methods_that_are_not_there_yet_are_told(nominate: CommandLine, small: Path, method: str) -> None:
    printed = nominate("ranking", small, "--method", method)
    assert (printed.code, printed.out) == (2, "")
    assert f"the method {method} is not available yet; `mean` is" in printed.err


@pytest.mark.parametrize("wrong", [["--method", "median"], ["--shortlist", "0"], ["--shortlist", "x"]])
def test_a_wrong_option_is_a_wrong_command(nominate: CommandLine, small: Path, wrong: list[str]) -> None:
    assert nominate("ranking", small, *wrong).code == 2


def test_a_tie_across_the_line_is_told(nominate: CommandLine, small: Path) -> None:
    for name, old in (("anna", "innovation = 5, spread = 5"), ("bo", "innovation = 4, spread = 4")):
        file = small / "data" / "ballots" / f"{name}.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(
            text.replace(old, "innovation = 4, spread = 3", 2).replace("= 3, spread = 3", "= 4, spread = 3"),
            encoding="utf-8",
        )
    printed = nominate.done("ranking", small, "--shortlist", 1)
    assert printed.lines[2].split()[:2] == ["1=", "2"]
    assert printed.lines[3].split()[:2] == ["1=", "4"]
    assert (
        "2, 4 share rank 1 across the line and no rule separates them: 2 are in a shortlist of 1"
        in printed.lines
    )


def test_a_round_without_ballots_ranks_nobody(nominate: CommandLine, small: Path) -> None:
    for file in (small / "data" / "ballots").iterdir():
        file.unlink()
    lines = nominate.done("ranking", small).lines
    assert lines[2].split()[:2] == ["–", "1"]
    assert lines[6:] == [
        "In the shortlist of 2: nobody yet",
        "Fewer reviews than the 2 that are asked for: 1, 2, 3, 4",
    ]


@pytest.mark.parametrize("command", [["ranking"], ["progress"], ["export", "--to", "result"]])
def test_a_ballot_that_cannot_be_read_stops_every_result_until_it_is_said_otherwise(
    nominate: CommandLine, small: Path, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.chdir(small)
    bo = small / "data" / "ballots" / "bo.toml"
    bo.write_text(
        bo.read_text(encoding="utf-8").replace("innovation = 2", "innovation = 9"), encoding="utf-8"
    )
    stopped = nominate(*command)
    assert (stopped.code, stopped.out, (small / "result").exists()) == (1, "", False)
    assert stopped.err.startswith("error: data/ballots/bo.toml:7 review[1].scores.innovation: ")
    going_on = nominate(*command, "--despite-problems")
    assert (going_on.code, going_on.err) == (0, stopped.err.replace("error: ", "warning: "))


MISTYPED = {
    "recusals.toml": (
        '[[recusal]]\njuror = "dan"\nnomination = "1"\nkind = "other"\nreason = "so"\nby = "chair"\n'
        "at = 2026-11-22T10:00:00Z\n",
        ["data/recusals.toml:2 recusal[1].juror: "],
    ),
    "duplicates.toml": (
        '[[verdict]]\npair = ["1", "33"]\nverdict = "duplicate"\nprimary = "1"\nreason = "so"\n'
        "at = 2026-11-22T10:00:00Z\n",
        ["data/duplicates.toml:2 verdict[1].pair: "],
    ),
    "deliberation.toml": (
        '[[tie]]\norder = ["22", "44"]\nreason = "so"\nat = 2026-11-22T10:00:00Z\n',
        ["data/deliberation.toml:2 tie[1].order: ", "data/deliberation.toml:2 tie[1].order: "],
    ),
    "contacts.toml": ("[[contact]]\n", ["data/contacts.toml:1 contact[1].nomination: "]),
}
"""What a person mistyped in a file of the round, and where that is told."""


@pytest.mark.parametrize("file", MISTYPED)
@pytest.mark.parametrize("command", [["ranking"], ["progress"], ["export", "--to", "result"]])
def test_what_does_not_fit_into_the_round_stops_every_result_until_it_is_said_otherwise(
    nominate: CommandLine, small: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], file: str
) -> None:
    monkeypatch.chdir(small)
    text, where = MISTYPED[file]
    (small / "data" / file).write_text(text, encoding="utf-8")
    stopped = nominate(*command)
    assert (stopped.code, stopped.out, (small / "result").exists()) == (1, "", False)
    lines = stopped.err.splitlines()
    assert [line[: len(place) + 7] for line, place in zip(lines, where, strict=True)] == [
        f"error: {place}" for place in where
    ]
    going_on = nominate(*command, "--despite-problems")
    assert (going_on.code, going_on.err) == (0, stopped.err.replace("error: ", "warning: "))


def test_what_is_only_a_warning_about_the_rules_is_left_to_the_check(
    nominate: CommandLine, small: Path
) -> None:
    rules = small / "scoring.toml"
    rules.write_text(rules.read_text(encoding="utf-8").replace("quorum = 2", "quorum = 9"), encoding="utf-8")
    assert nominate("check", small).out.startswith("warning: scoring.toml:")
    nominate.done("ranking", small)


def test_the_other_ballots_count_without_the_broken_one(nominate: CommandLine, small: Path) -> None:
    bo = small / "data" / "ballots" / "bo.toml"
    bo.write_text("broken [", encoding="utf-8")
    rows = nominate("ranking", small, "--despite-problems", "--format", "csv").rows
    assert [(row["nomination"], row["overall"], row["n"]) for row in rows] == [
        ("2", "5.00", "1"),
        ("1", "3.75", "2"),
        ("4", "3.00", "1"),
        ("3", "2.50", "1"),
    ]

"""What a juror and the chair decide with plain commands: confirm, reopen, settle, recuse, decide, lock, unlock."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from cli.printing import CommandLine


def stored(small: Path, name: str) -> dict[str, Any]:
    """A file of the round."""
    return tomllib.loads((small / "data" / name).read_text(encoding="utf-8"))


def order(nominate: CommandLine, small: Path) -> list[tuple[str, str, str]]:
    """Rank, nomination and overall score of each row."""
    rows = nominate.done("ranking", small, "--format", "csv").rows
    return [(row["rank"], row["nomination"], row["overall"]) for row in rows]


def test_a_ballot_is_confirmed_and_what_is_unfinished_is_told(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("confirm", small, "--as", "clara").lines == [
        "Clara Friis: the ballot is confirmed",
        "Not finished, and so left out: 3, 4",
    ]
    assert "confirmed" in stored(small, "ballots/clara.toml")


def test_a_confirmed_ballot_is_not_confirmed_again(nominate: CommandLine, small: Path) -> None:
    before = (small / "data" / "ballots" / "anna.toml").read_bytes()
    printed = nominate("confirm", small, "--as", "anna")
    assert (printed.code, printed.err.split(" → ")[0]) == (1, "error: The ballot of anna is confirmed")
    assert (small / "data" / "ballots" / "anna.toml").read_bytes() == before


def test_a_ballot_is_reopened(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("reopen", small, "--as", "anna").lines == ["Anna Lund: the ballot is open again"]
    assert "confirmed" not in stored(small, "ballots/anna.toml")


def test_in_a_locked_round_no_ballot_changes(nominate: CommandLine, small: Path) -> None:
    assert nominate.done("lock", small).lines == ["The round is locked"]
    for command in (["reopen", small, "--as", "anna"], ["confirm", small, "--as", "bo"]):
        printed = nominate(*command)
        assert (printed.code, "locked the round" in printed.err) == (1, True)
    assert nominate("score", 1, "spread=1", "--as", "bo", "--round", small).code == 1
    assert nominate.done("unlock", small).lines == ["The round is open"]
    nominate.done("reopen", small, "--as", "anna")


def test_a_verdict_of_duplicate_ranks_the_primary_with_both(nominate: CommandLine, small: Path) -> None:
    printed = nominate.done("settle", 1, 3, "duplicate", "--reason", "the same room", "--round", small)
    assert printed.out.startswith("Decided. In the ranking: 1 stands for 3")
    assert order(nominate, small) == [("1", "2", "4.50"), ("2", "4", "3.50"), ("3", "1", "3.00")]
    (verdict,) = stored(small, "duplicates.toml")["verdict"]
    assert (verdict["pair"], verdict["primary"], verdict["reason"]) == (["1", "3"], "1", "the same room")


def test_a_verdict_is_taken_back(nominate: CommandLine, small: Path) -> None:
    before = order(nominate, small)
    nominate.done("settle", 1, 3, "duplicate", "--primary", 3, "--reason", "the same room", "--round", small)
    assert ("3", "3", "3.00") in order(nominate, small)
    nominate.done("settle", 3, 1, "open", "--round", small)
    assert order(nominate, small) == before


def test_a_verdict_without_a_reason_is_not_taken(nominate: CommandLine, small: Path) -> None:
    printed = nominate("settle", 1, 3, "related", "--round", small)
    assert (printed.code, printed.err.split(" → ")[0]) == (1, "error: A reason is needed")
    assert nominate("settle", 1, 3, "alike", "--reason", "so", "--round", small).code == 2


def test_a_verdict_that_others_contradict_is_refused(nominate: CommandLine, small: Path) -> None:
    for a, b in ((1, 3), (3, 4)):
        nominate.done("settle", a, b, "duplicate", "--reason", "so", "--round", small)
    before = (small / "data" / "duplicates.toml").read_bytes()
    printed = nominate("settle", 1, 4, "distinct", "--reason", "so", "--round", small)
    assert (printed.code, printed.out) == (1, "")
    assert printed.err.startswith("error: 1 and 4 cannot be distinct: earlier verdicts make them one")
    assert (small / "data" / "duplicates.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["1", "3", "related", "--primary", "3"], "only duplicates have a primary; leave --primary out"),
        (["1", "3", "open", "--primary", "3"], "only duplicates have a primary; leave --primary out"),
    ],
)
def test_only_duplicates_have_a_primary(
    nominate: CommandLine, small: Path, words: list[str], told: str
) -> None:
    printed = nominate("settle", *words, "--reason", "so", "--round", small)
    assert (printed.code, printed.err[: len(told) + 7]) == (2, f"error: {told}")
    assert not (small / "data" / "duplicates.toml").exists()


def test_a_primary_is_one_of_the_duplicates(nominate: CommandLine, small: Path) -> None:
    printed = nominate("settle", 1, 3, "duplicate", "--primary", 2, "--reason", "so", "--round", small)
    assert (printed.code, printed.err) == (
        1,
        "error: 2 is not among 1, 3 → choose the primary among them\n",
    )
    assert not (small / "data" / "duplicates.toml").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["settle", "3", "99", "duplicate"], "nomination 99; there are: 1, 2, 3, 4"),
        (["settle", "99", "3", "open"], "nomination 99; there are: 1, 2, 3, 4"),
        (["decide", "2", "99"], "nomination 99; there are: 1, 2, 3, 4"),
        (["recuse", "zed", "3"], "juror zed; there are: anna, bo, clara"),
        (["recuse", "zed", "3", "--lift"], "juror zed; there are: anna, bo, clara"),
        (["recuse", "bo", "99"], "nomination 99; there are: 1, 2, 3, 4"),
    ],
)
def test_a_name_that_the_round_does_not_have_is_a_wrong_command(
    nominate: CommandLine, small: Path, words: list[str], told: str
) -> None:
    printed = nominate(*words, "--reason", "so", "--round", small)
    help = f"see nominate-tui {words[0]} --help"
    assert (printed.code, printed.err) == (2, f"error: there is no {told} → {help}\n")


@pytest.mark.parametrize("command", ["confirm", "reopen", "ballot"])
def test_a_juror_whom_the_round_does_not_have_is_a_wrong_command(
    nominate: CommandLine, small: Path, command: str
) -> None:
    printed = nominate(command, small, "--as", "zed")
    told = f"error: there is no juror zed; there are: anna, bo, clara → see nominate-tui {command} --help\n"
    assert (printed.code, printed.err) == (2, told)


def test_what_names_nobody_can_still_be_taken_back(nominate: CommandLine, small: Path) -> None:
    (small / "data" / "duplicates.toml").write_text(
        '[[verdict]]\npair = ["1", "99"]\nverdict = "related"\nreason = "so"\nat = 2026-11-22T10:00:00Z\n',
        encoding="utf-8",
    )
    (small / "data" / "recusals.toml").write_text(
        '[[recusal]]\njuror = "zed"\nnomination = "99"\nkind = "other"\nreason = "so"\nby = "chair"\n'
        "at = 2026-11-22T10:00:00Z\n",
        encoding="utf-8",
    )
    assert nominate("ranking", small).code == 1
    nominate.done("settle", 1, 99, "open", "--round", small)
    nominate.done("recuse", "zed", 99, "--lift", "--round", small)
    nominate.done("ranking", small)


def test_a_recusal_takes_a_review_out(nominate: CommandLine, small: Path) -> None:
    told = nominate.done(
        "recuse", "anna", 1, "--kind", "professional", "--reason", "her own ward", "--round", small
    )
    assert told.lines == ["anna is out for 1"]
    assert ("3", "1", "3.00") in order(nominate, small)
    lifted = nominate.done("recuse", "anna", 1, "--lift", "--round", small)
    assert lifted.lines == ["anna judges 1 again"]
    assert ("3", "1", "3.17") in order(nominate, small)


def test_the_chair_decides_a_tie_and_only_a_tie(nominate: CommandLine, small: Path) -> None:
    rules = (small / "scoring.toml").read_text(encoding="utf-8")
    (small / "scoring.toml").write_text(
        rules.replace("[ranking]", '[ranking]\ntie_break = ["chair"]'), encoding="utf-8"
    )
    for file in ("anna", "clara"):
        (small / "data" / "ballots" / f"{file}.toml").unlink()
    assert order(nominate, small) == [
        ("1=", "2", "4.00"),
        ("1=", "4", "4.00"),
        ("3", "1", "2.00"),
        ("", "3", ""),
    ]
    printed = nominate.done("decide", 4, 2, "--reason", "the younger one", "--round", small)
    assert printed.lines == ["Decided: 4 > 2"]
    assert order(nominate, small)[:2] == [("1", "4", "4.00"), ("2", "2", "4.00")]
    not_tied = nominate("decide", 1, 2, "--reason", "why not", "--round", small)
    assert (not_tied.code, not_tied.err) == (1, "error: No other nomination shares the rank of 1\n")

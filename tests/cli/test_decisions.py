"""What a juror and the chair decide with plain commands: confirm, reopen, settle, recuse, decide, lock, unlock."""

import tomllib
from pathlib import Path
from typing import Any

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
    (small / "scoring.toml").write_text(rules + '\n[ranking]\ntie_break = ["chair"]\n', encoding="utf-8")
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

"""`settle` for a whole group, and for one member less; of pairs see `test_decisions.py`."""

import tomllib
from pathlib import Path

import pytest

from cli.printing import CommandLine


def verdicts(small: Path) -> list[tuple[list[str], str, str, str]]:
    """Pair, verdict, primary and reason of each verdict."""
    stored = tomllib.loads((small / "data" / "duplicates.toml").read_text(encoding="utf-8"))
    return [(v["pair"], v["verdict"], v.get("primary", ""), v["reason"]) for v in stored["verdict"]]


def test_several_are_made_one_at_once(nominate: CommandLine, small: Path) -> None:
    printed = nominate.done(
        "settle", 1, 3, 4, "duplicate", "--primary", 3, "--reason", "one room", "--round", small
    )
    assert printed.out.startswith("Decided. In the ranking: 3 stands for 1, 4")
    assert verdicts(small) == [
        (["3", "1"], "duplicate", "3", "one room"),
        (["3", "4"], "duplicate", "3", "one room"),
    ]


def test_one_is_taken_out_and_the_others_stay_one(nominate: CommandLine, small: Path) -> None:
    nominate.done("settle", 1, 3, 4, "duplicate", "--reason", "one room", "--round", small)
    nominate.done("settle", 1, "distinct", "--reason", "another house", "--round", small)
    assert verdicts(small) == [
        (["3", "1"], "distinct", "", "another house"),
        (["4", "1"], "distinct", "", "another house"),
        (["3", "4"], "duplicate", "3", "one room"),
    ]


def test_one_is_taken_out_as_related_with_a_new_primary_for_the_others(
    nominate: CommandLine, small: Path
) -> None:
    nominate.done("settle", 1, 3, 4, "duplicate", "--reason", "one room", "--round", small)
    nominate.done("settle", 1, "related", "--primary", 4, "--reason", "a sibling", "--round", small)
    assert verdicts(small)[-1] == (["4", "3"], "duplicate", "4", "one room")
    assert {kind for _pair, kind, _primary, _reason in verdicts(small)[:-1]} == {"related"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["1", "duplicate"], "name two nominations; a single one can only be taken out: distinct or related"),
        (["1", "open"], "name two nominations; a single one can only be taken out: distinct or related"),
        (["1", "3", "4", "distinct"], "more than two nominations can only be made duplicates; name two"),
        (["1", "3", "4", "open"], "more than two nominations can only be made duplicates; name two"),
        (["1", "3", "99", "duplicate"], "there is no nomination 99; there are: 1, 2, 3, 4"),
    ],
)
def test_what_cannot_be_meant_is_a_wrong_command(
    nominate: CommandLine, small: Path, words: list[str], told: str
) -> None:
    printed = nominate("settle", *words, "--reason", "so", "--round", small)
    assert (printed.code, printed.err) == (2, f"error: {told} → see nominate-tui settle --help\n")
    assert not (small / "data" / "duplicates.toml").exists()


def test_what_the_round_forbids_is_refused(nominate: CommandLine, small: Path) -> None:
    nominate.done("settle", 3, 4, "distinct", "--reason", "two houses", "--round", small)
    before = (small / "data" / "duplicates.toml").read_bytes()
    printed = nominate("settle", 1, 3, 4, "duplicate", "--reason", "one room", "--round", small)
    assert printed.code == 1
    assert printed.err.startswith("error: 1 and 4 cannot be duplicates: that would join 3 and 4")
    printed = nominate("settle", 2, "distinct", "--reason", "another", "--round", small)
    assert (printed.code, printed.err) == (1, "error: 2 is in no duplicate group\n")
    assert (small / "data" / "duplicates.toml").read_bytes() == before


def test_without_a_reason_nothing_is_decided(nominate: CommandLine, small: Path) -> None:
    assert nominate("settle", 1, 3, 4, "duplicate", "--round", small).code == 1
    nominate.done("settle", 1, 3, "duplicate", "--reason", "one", "--round", small)
    assert nominate("settle", 1, "distinct", "--round", small).code == 1
    assert verdicts(small) == [(["1", "3"], "duplicate", "1", "one")]

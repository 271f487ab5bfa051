"""`settle` for a whole group, and for one member less; of pairs see `test_decisions.py`."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cli.printing import CommandLine
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.store.folder import FolderStore

LOCKED = datetime(2026, 11, 22, 12, tzinfo=UTC)


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


def test_a_member_of_a_group_is_not_called_related_in_passing(nominate: CommandLine, small: Path) -> None:
    nominate.done("settle", 1, 3, 4, "duplicate", "--reason", "one room", "--round", small)
    before = (small / "data" / "duplicates.toml").read_bytes()
    printed = nominate("settle", 3, 4, "related", "--reason", "two rooms", "--round", small)
    assert (printed.code, printed.err) == (
        1,
        "error: 3 and 4 cannot be only related: earlier verdicts make them one (1–3, 1–4)"
        " → take one of the two out of its group first: o, or nominate-tui settle 4 related\n",
    )
    assert (small / "data" / "duplicates.toml").read_bytes() == before
    nominate.done("settle", 4, "related", "--reason", "two rooms", "--round", small)
    assert [(pair, kind) for pair, kind, _primary, _reason in verdicts(small)] == [
        (["1", "3"], "duplicate"),
        (["1", "4"], "related"),
        (["3", "4"], "related"),
    ]


@pytest.mark.parametrize("reason", ["", "  ", "  \u200b ", "\u3164", "\x1b\x07"])
@pytest.mark.parametrize("words", [["1", "3", "distinct"], ["1", "3", "4", "duplicate"]])
def test_a_reason_that_nobody_can_see_is_none(
    nominate: CommandLine, small: Path, words: list[str], reason: str
) -> None:
    printed = nominate("settle", *words, "--reason", reason, "--round", small)
    assert (printed.code, printed.err.split(" → ")[0]) == (1, "error: A reason is needed")
    assert not (small / "data" / "duplicates.toml").exists()


def test_a_reason_of_many_pages_is_refused_and_a_control_character_is_made_inert(
    nominate: CommandLine, small: Path
) -> None:
    printed = nominate("settle", 1, 3, "distinct", "--reason", "x" * 100_000, "--round", small)
    assert (printed.code, printed.err) == (
        1,
        "error: A reason has at most 2000 characters, and this one has 100000 → say it in a few sentences\n",
    )
    nominate.done("settle", 1, 3, "distinct", "--reason", "two\x1b[2J rooms", "--round", small)
    assert verdicts(small) == [(["1", "3"], "distinct", "", "two␛[2J rooms")]


def test_that_a_reason_is_needed_is_told_in_the_help(nominate: CommandLine) -> None:
    told = " ".join(nominate.done("settle", "--help").out.split())
    assert (
        "--reason TEXT Why, in a sentence, for whoever asks a year later; needed for all but `open`." in told
    )


def test_what_changes_the_ranking_of_a_locked_round_is_told(nominate: CommandLine, small: Path) -> None:
    FolderStore(small).save_deliberation(Deliberation(locked=LOCKED))
    unchanged = nominate.done("settle", 1, 2, "related", "--reason", "so", "--round", small).lines
    assert unchanged == ["Decided. In the ranking: nothing in the ranking changes"]
    first, second = nominate.done("settle", 1, 3, "duplicate", "--reason", "so", "--round", small).lines
    assert first.startswith("Decided. In the ranking: 1 stands for 3")
    day = day_and_month(LOCKED)
    assert (
        second
        == f"The round has been locked since {day}: no score changed, and the ranking did all the same."
    )


def test_that_a_reason_names_a_person_is_told_and_the_verdict_stands(
    nominate: CommandLine, small: Path
) -> None:
    words = ("--reason", "eva@example.org said so", "--round", small)
    printed = nominate("settle", 1, 2, "related", *words)
    assert (printed.code, printed.err) == (
        0,
        "warning: data/duplicates.toml 1–2: the reason has an e-mail address in it, and every result tells it as it is"
        " → leave it if everybody may read it, or write it there without\n",
    )
    assert [verdict.pair for verdict in FolderStore(small).round().verdicts] == [{"1", "2"}]

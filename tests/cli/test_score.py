import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cli.printing import CommandLine
from cli.small_round import give
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.nomination import Change, Nominations
from nominate_tui.store.folder import FolderStore


def review(small: Path, juror: str, nomination: str) -> dict[str, Any]:
    """A stored review, without the time of its change."""
    stored = tomllib.loads((small / "data" / "ballots" / f"{juror}.toml").read_text(encoding="utf-8"))
    (found,) = (review for review in stored["review"] if review["nomination"] == nomination)
    return {key: value for key, value in found.items() if key not in ("nomination", "changed")}


def test_scores_are_stored_and_told(nominate: CommandLine, small: Path) -> None:
    printed = nominate.done("score", 3, "innovation=5", "spread=2", "--as", "bo", "--round", small)
    assert printed.out == "3 The wardrobe: finished, weighted score 4.25\n"
    assert review(small, "bo", "3") == {"scores": {"innovation": 5, "spread": 2}}


def test_this_folder_is_the_round_where_none_is_named(
    nominate: CommandLine, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small)
    assert (
        nominate.done("score", 3, "spread=2", "--as", "bo").out
        == "3 The wardrobe: unfinished, weighted score 2.00\n"
    )


def test_everything_that_the_desk_can_do_can_be_said(nominate: CommandLine, small: Path) -> None:
    nominate.done(
        "score", 4, "innovation=1", "--abstain", "spread", "--comment", "for the chair", "--note", "mine", "--flag",
        "--as", "bo", "--round", small,
    )  # fmt: skip
    assert review(small, "bo", "4") == {
        "scores": {"innovation": 1},
        "abstained": ["spread"],
        "comment": "for the chair",
        "note": "mine",
        "flagged": True,
    }
    nominate.done(
        "score",
        4,
        "--clear",
        "spread",
        "--comment",
        "",
        "--note",
        "",
        "--no-flag",
        "--as",
        "bo",
        "--round",
        small,
    )
    assert review(small, "bo", "4") == {"scores": {"innovation": 1}}


def test_to_abstain_again_changes_nothing(nominate: CommandLine, small: Path) -> None:
    for _time in range(2):
        nominate.done("score", 3, "--abstain", "spread", "--as", "bo", "--round", small)
    assert review(small, "bo", "3") == {"abstained": ["spread"]}


def test_a_conflict_takes_the_review_out_and_can_be_taken_back(nominate: CommandLine, small: Path) -> None:
    conflict = ["--recuse", "financial", "--reason", "I own a share"]
    printed = nominate.done("score", 1, *conflict, "--as", "bo", "--round", small)
    assert printed.out.startswith("1 The wardrobe: recused")
    assert review(small, "bo", "1") == {
        "scores": {"innovation": 2, "spread": 2},
        "recused": {"kind": "financial", "reason": "I own a share"},
    }
    back = nominate.done("score", 1, "spread=3", "--no-conflict", "--as", "bo", "--round", small)
    assert back.out == "1 The wardrobe: finished, weighted score 2.25\n"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["1", "spread=9"], "spread: 9 is not on the scale → the scale goes from 1 to 5"),
        (["1", "--recuse", "other"], "A reason is needed"),
        (["1", "--recuse", "other", "--reason", "\u200b "], "A reason is needed"),
    ],
)
def test_what_the_rules_do_not_allow_is_told_and_nothing_is_stored(
    nominate: CommandLine, small: Path, said: list[str], told: str
) -> None:
    before = (small / "data" / "ballots" / "bo.toml").read_bytes()
    printed = nominate("score", *said, "--as", "bo", "--round", small)
    assert (printed.code, told in printed.err) == (1, True)
    assert (small / "data" / "ballots" / "bo.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["44", "spread=1"], "there is no nomination 44; there are: 1, 2, 3, 4"),
        (["1", "sprout=1"], "there is no criterion sprout; there are: innovation, spread"),
        (["1", "--abstain", "sprout"], "there is no criterion sprout; there are: innovation, spread"),
        (
            ["1", "spread=1", "--clear", "sprout"],
            "there is no criterion sprout; there are: innovation, spread",
        ),
    ],
)
def test_a_name_that_the_round_does_not_have_is_a_wrong_command_and_nothing_is_stored(
    nominate: CommandLine, small: Path, said: list[str], told: str
) -> None:
    before = (small / "data" / "ballots" / "bo.toml").read_bytes()
    printed = nominate("score", *said, "--as", "bo", "--round", small)
    assert (printed.code, printed.err) == (2, f"error: {told} → see nominate-tui score --help\n")
    assert (small / "data" / "ballots" / "bo.toml").read_bytes() == before


@pytest.mark.parametrize("wrong", ["spread", "spread=", "=4", "spread=four", "spread=4.5", "spread=٤"])
def test_what_is_no_score_is_a_wrong_command(nominate: CommandLine, small: Path, wrong: str) -> None:
    printed = nominate("score", 1, wrong, "--as", "bo", "--round", small)
    assert (printed.code, "is not CRITERION=VALUE" in printed.err) == (2, True)


def test_somebody_must_say_it(nominate: CommandLine, small: Path) -> None:
    assert nominate("score", 1, "spread=1", "--round", small).code == 2
    stranger = nominate("score", 1, "spread=1", "--as", "dan", "--round", small)
    assert (stranger.code, stranger.err) == (
        2,
        "error: there is no juror dan; there are: anna, bo, clara → see nominate-tui score --help\n",
    )


def test_a_confirmed_ballot_is_not_changed(nominate: CommandLine, small: Path) -> None:
    printed = nominate("score", 1, "spread=1", "--as", "anna", "--round", small)
    assert (printed.code, printed.err) == (
        1,
        "error: The ballot of anna is confirmed → to change it: nominate-tui reopen --as anna\n",
    )


def test_a_juror_whom_the_chair_took_out_cannot_score(nominate: CommandLine, small: Path) -> None:
    nominate.done("recuse", "bo", 3, "--reason", "his own ward", "--round", small)
    printed = nominate("score", 3, "spread=1", "--as", "bo", "--round", small)
    assert (printed.code, printed.err) == (1, "error: The chair has recused you from this nomination\n")
    nominate.done("recuse", "bo", 3, "--lift", "--round", small)
    nominate.done("score", 3, "spread=1", "--as", "bo", "--round", small)


def test_control_characters_in_a_comment_become_signs(nominate: CommandLine, small: Path) -> None:
    nominate.done("score", 1, "--comment", "a\x1b[31mb", "--as", "bo", "--round", small)
    assert review(small, "bo", "1")["comment"] == "a␛[31mb"


def test_a_danish_round_is_answered_with_a_comma(nominate: CommandLine, small: Path) -> None:
    rules = (small / "scoring.toml").read_text(encoding="utf-8")
    (small / "scoring.toml").write_text(rules.replace('language = "en"', 'language = "da"'), encoding="utf-8")
    printed = nominate.done("score", 3, "innovation=5", "spread=2", "--as", "bo", "--round", small)
    assert printed.out.strip().endswith("4,25")


def retell(small: Path) -> None:
    """Take the first nomination in with another title, long ago; when Bo scored it, nobody knows."""
    store = FolderStore(small)
    change = Change(RETOLD, ("title",))
    changed = (replace(one, changes=(change,)) if one.id == "1" else one for one in store.nominations())
    store.save_nominations(Nominations(tuple(changed)), ())


RETOLD = datetime(2020, 11, 22, 12, tzinfo=UTC)
BEFORE = f", read before the text changed on {day_and_month(RETOLD)}"


def test_scores_are_said_to_hold_for_a_text_that_changed(nominate: CommandLine, small: Path) -> None:
    retell(small)
    said = ("score", 1, "--as", "bo", "--round", small)
    assert nominate.done(*said).out == f"1 The wardrobe: finished, weighted score 2.00{BEFORE}\n"
    assert nominate.done(*said, "--still-holds").out == "1 The wardrobe: finished, weighted score 2.00\n"
    printed = nominate(*said, "--still-holds")
    assert (printed.code, printed.err) == (1, "error: The text has not changed since you scored it\n")


def test_the_same_score_again_holds_for_a_text_that_changed(nominate: CommandLine, small: Path) -> None:
    retell(small)
    printed = nominate.done("score", 1, "spread=2", "--as", "bo", "--round", small)
    assert printed.out == "1 The wardrobe: finished, weighted score 2.00\n"


def test_a_score_that_was_not_asked_for_is_refused(nominate: CommandLine, small: Path) -> None:
    give(small, "bo", "1", "2", "4")
    printed = nominate("score", 3, "innovation=4", "--as", "bo", "--round", small)
    assert (printed.code, printed.out) == (1, "")
    assert (
        "Nomination 3 is not among those that you are to score → `nominate-tui ballot` lists them"
        in printed.err
    )
    said = nominate.done("score", 3, "--comment", "seen it", "--as", "bo", "--round", small)
    assert said.lines == ["3 The wardrobe: unassigned"]

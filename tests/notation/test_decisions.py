"""Recusals and the decisions of the meeting: files that the program and people both write."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from nominate_tui.model.conflict import Conflict, Recusal
from nominate_tui.model.deliberation import Deliberation, TieDecision
from nominate_tui.notation.deliberation import amend_deliberation, read_deliberation
from nominate_tui.notation.recusals import amend_recusals, read_recusals
from notation.problems import problems

AT = datetime(2026, 11, 22, 10, tzinfo=UTC)

RECUSALS = """# By the statutes, § 4.
[[recusal]]
juror = "anna"
nomination = "2"
kind = "professional"
reason = "leads the ward"     # asked on the phone
by = "secretariat"
at = 2026-11-22T10:00:00Z
"""
RECUSAL = Recusal("anna", "2", Conflict("professional", "leads the ward"), "secretariat", AT)
OTHER = Recusal("bo", "2", Conflict("other", ""), "chair", AT)

DELIBERATION = """# The meeting in November.
locked = 2026-11-22T10:00:00Z   # before lunch

# After two rounds of talk.
[[tie]]
order = ["15", "3"]
reason = "reaches more people"
at = 2026-11-22T10:00:00Z
"""
TIE = TieDecision(("15", "3"), "reaches more people", AT)


def test_recusals_are_read() -> None:
    assert read_recusals(RECUSALS, "recusals.toml") == (RECUSAL,)


def test_a_recusal_is_by_the_chair_where_nothing_is_said() -> None:
    text = RECUSALS.replace('by = "secretariat"\n', "")
    assert read_recusals(text, "recusals.toml") == (replace(RECUSAL, by="chair"),)


def test_a_recusal_is_added_and_the_comments_stay() -> None:
    assert amend_recusals(RECUSALS, "recusals.toml", [RECUSAL, OTHER]) == RECUSALS + (
        '\n[[recusal]]\njuror = "bo"\nnomination = "2"\nkind = "other"\nreason = ""\nby = "chair"\n'
        "at = 2026-11-22T10:00:00Z\n"
    )


def test_a_recusal_is_replaced_with_its_comments() -> None:
    later = replace(RECUSAL, conflict=Conflict("personal", "a friend"), at=AT + timedelta(hours=1))
    assert amend_recusals(RECUSALS, "recusals.toml", [later]) == RECUSALS.replace(
        "professional", "personal"
    ).replace("leads the ward", "a friend").replace("T10", "T11")


def test_a_recusal_taken_back_leaves_the_comment() -> None:
    assert amend_recusals(RECUSALS, "recusals.toml", []) == "# By the statutes, § 4.\n\n"


def test_what_is_wrong_in_recusals_is_told() -> None:
    text = RECUSALS + '[[recusal]]\njuror = "anna"\nnomination = "2"\nkind = "family"\nby = "me"\n'
    assert problems(lambda: read_recusals(text, "r.toml")) == [
        "r.toml:9 recusal[2].reason: reason is missing → say the reason in a few words",
        "r.toml:9 recusal[2].at: at is missing → write for example at = 2026-11-22T10:00:00Z",
        "r.toml:11 recusal[2].nomination: this juror is taken out for this nomination already"
        " → keep one of the two recusals",
        'r.toml:12 recusal[2].kind: "family" does not fit here'
        " → write one of: professional, personal, financial, other",
        'r.toml:13 recusal[2].by: "me" does not fit here → write one of: chair, secretariat',
    ]


def test_decisions_are_read() -> None:
    assert read_deliberation(DELIBERATION, "deliberation.toml") == Deliberation(AT, (TIE,))
    assert read_deliberation("", "deliberation.toml") == Deliberation()


def test_the_same_decisions_leave_every_byte() -> None:
    assert amend_deliberation(DELIBERATION, "d.toml", Deliberation(AT, (TIE,))) == DELIBERATION


def test_a_round_is_unlocked_and_locked_again() -> None:
    opened = amend_deliberation(DELIBERATION, "d.toml", Deliberation(None, (TIE,)))
    assert opened == DELIBERATION.replace("locked = 2026-11-22T10:00:00Z   # before lunch\n", "")
    again = amend_deliberation(opened, "d.toml", Deliberation(AT, (TIE,)))
    assert read_deliberation(again, "d.toml") == Deliberation(AT, (TIE,))
    assert "# The meeting in November.\n" in again
    assert again.endswith(DELIBERATION[DELIBERATION.index("# After") :])


def test_a_lock_keeps_its_comment_when_its_time_changes() -> None:
    later = Deliberation(AT + timedelta(hours=1), (TIE,))
    assert amend_deliberation(DELIBERATION, "d.toml", later) == DELIBERATION.replace("T10", "T11", 1)


def test_a_lock_comes_above_the_ties() -> None:
    text = DELIBERATION[DELIBERATION.index("# After") :]
    locked = amend_deliberation(text, "d.toml", Deliberation(AT, (TIE,)))
    assert locked == f"locked = 2026-11-22T10:00:00Z\n\n{text}"


TIES = DELIBERATION[DELIBERATION.index("[[tie]]") :]


@pytest.mark.parametrize(
    "above",
    [
        "",
        "# Why.\n",
        "# The meeting.\n\n",
        "# The meeting.\n\n\n",
        "# One.\n# Two.\n\n# Three.\n\n",
        "\ufeff",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_to_lock_and_unlock_leaves_every_byte(above: str, end: str) -> None:
    text = (above + TIES).replace("\n", end)
    locked = amend_deliberation(text, "d.toml", Deliberation(AT, (TIE,)))
    assert read_deliberation(locked, "d.toml") == Deliberation(AT, (TIE,))
    assert locked.count("\n") == locked.count(end)
    assert amend_deliberation(locked, "d.toml", Deliberation(None, (TIE,))) == text


@pytest.mark.parametrize("text", ["", "# The meeting.\n", "# The meeting.\n\n", "# One.\r\n"])
def test_to_lock_and_unlock_a_round_without_ties_leaves_every_byte(text: str) -> None:
    locked = amend_deliberation(text, "d.toml", Deliberation(AT))
    assert read_deliberation(locked, "d.toml") == Deliberation(AT)
    assert amend_deliberation(locked, "d.toml", Deliberation()) == text


def test_a_file_whose_lines_end_in_two_ways_keeps_them() -> None:
    text = TIES.replace("\n", "\r\n", 2)
    locked = amend_deliberation(text, "d.toml", Deliberation(AT, (TIE,)))
    assert locked == f"locked = 2026-11-22T10:00:00Z\n\n{text}"


def test_a_decision_added_to_a_file_with_crlf_has_it_too() -> None:
    text = TIES.replace("\n", "\r\n")
    later = TieDecision(("3", "15"), "talked\nagain", AT)
    amended = amend_deliberation(text, "d.toml", Deliberation(None, (TIE, later)))
    assert amended.startswith(text)
    assert amended.count("\n") == amended.count("\r\n")
    assert read_deliberation(amended, "d.toml").ties == (TIE, later)


def test_a_later_decision_about_the_same_stands_after_the_earlier() -> None:
    later = TieDecision(("3", "15"), "talked again", AT)
    text = amend_deliberation(DELIBERATION, "d.toml", Deliberation(AT, (TIE, later)))
    assert text.startswith(DELIBERATION)
    assert read_deliberation(text, "d.toml").ties == (TIE, later)


def test_what_is_wrong_in_decisions_is_told() -> None:
    text = 'locked = true\n[[tie]]\norder = ["1", "1"]\nreason = 3\n[[tie]]\norder = ["1"]\nat = 10:00:00\n'
    assert problems(lambda: read_deliberation(text, "d.toml")) == [
        "d.toml:1 locked: true does not fit here"
        " → write date, time and zone without quotes: 2026-11-22T10:00:00Z",
        "d.toml:2 tie[1].at: at is missing → write for example at = 2026-11-22T10:00:00Z",
        "d.toml:3 tie[1].order: this is not an order of nominations"
        ' → write two or more different ids, the best first: order = ["15", "3"]',
        "d.toml:4 tie[1].reason: 3 does not fit here → write text, in quotes",
        "d.toml:6 tie[2].order: this is not an order of nominations"
        ' → write two or more different ids, the best first: order = ["15", "3"]',
        "d.toml:7 tie[2].at: 10:00:00 does not fit here"
        " → write date, time and zone without quotes: 2026-11-22T10:00:00Z",
    ]


def test_the_same_decision_twice_is_told() -> None:
    text = DELIBERATION + DELIBERATION[DELIBERATION.index("[[tie]]") :]
    assert problems(lambda: read_deliberation(text, "d.toml")) == [
        "d.toml:10 tie[2].order: this decision stands here already → keep one of the two"
    ]

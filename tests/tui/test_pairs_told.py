from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import get_args

import pytest

from jury.chaired import NOON, nominations
from nominate_tui.jury.judged_twice import Difference, Reliability
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale import catalogue
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.duplicate import (
    Axis,
    Chain,
    Evidence,
    Group,
    Grouping,
    Kind,
    SuggestedGroup,
    Suggestion,
    Verdict,
)
from nominate_tui.model.nomination import Change
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Rules
from nominate_tui.tui import pairs_told
from nominate_tui.tui.chair_words import when
from tui.chairing import alike

LATER = NOON + timedelta(hours=1)
ROUND = Round(
    Rules("2026", "An award", (Criterion("spread", {"en": "Spread"}, answers=("spread",)),)), nominations()
)
TWO, THREE = Group(("3", "5"), "5"), Group(("3", "4", "5"), "4")


def pair(suggestion: Suggestion | None = None, verdict: Verdict | None = None, *groups: Group) -> Pair:
    """3 and 5, with the groups that they are in."""
    known: dict[str, Group] = {id: group for group in groups for id in ("3", "5") if id in group.members}
    return Pair("3", "5", suggestion, verdict, groups=known)


def verdict(kind: Kind, reason: str = "") -> Verdict:
    return Verdict("3", "5", kind, reason, NOON, "5" if kind == "duplicate" else "")


def outdated(kind: Kind) -> Pair:
    return replace(
        pair(alike("3", "5"), verdict(kind)), changes={"5": Change(LATER, ("title", "answers.spread"))}
    )


LIKE, WEAK = alike("3", "5"), alike("3", "5", 0.06, "near-topic")


# In a few words


@pytest.mark.parametrize(
    ("told", "of"),
    [
        ("? duplicate", pair(LIKE)),
        ("? related", pair(alike("3", "5", 0.3, "same-name"))),
        ("? by topic only", pair(WEAK)),
        ("= duplicate", pair(LIKE, verdict("duplicate"), TWO)),
        ("~ related", pair(WEAK, verdict("related"))),
        ("≠ distinct", pair(None, verdict("distinct"))),
        ("≠ distinct ↻", outdated("distinct")),
        ("= same group", pair(LIKE, None, THREE)),
        ("= same group", pair(WEAK, None, THREE)),
    ],
)
def test_what_a_pair_is_has_a_sign_and_a_word(told: str, of: Pair) -> None:
    assert pairs_told.in_short(of) == told


def test_what_is_said_of_most_pairs_is_known_before_they_are() -> None:
    assert list(pairs_told.usual()) == ["= duplicate", "~ related", "≠ distinct", "= same group"]


@pytest.mark.parametrize(
    ("told", "of"),
    [
        ("suggested: duplicate", pair(LIKE)),
        ("by topic only", pair(WEAK)),
        ("duplicate", pair(LIKE, verdict("duplicate"), TWO)),
        ("related (↻ before the text changed)", outdated("related")),
        ("one by other verdicts", pair(LIKE, None, THREE)),
        ("not settled", pair()),
    ],
)
def test_beside_the_texts_it_is_told_how_far_the_pair_is(told: str, of: Pair) -> None:
    assert pairs_told.so_far(of) == told


@pytest.mark.parametrize(
    ("told", "of"),
    [
        ("", pair(LIKE)),
        (f"Verdict: related ({when(NOON)}) · two towns", pair(LIKE, verdict("related", "two towns"))),
        (f"Verdict: duplicate ({when(NOON)}) · 5 stands for both", pair(LIKE, verdict("duplicate"), TWO)),
        (
            f"Verdict: duplicate ({when(NOON)}) · 4 stands for the whole group (3, 4, 5) · o takes one out",
            pair(LIKE, verdict("duplicate"), THREE),
        ),
        (
            "One by other verdicts · 4 stands for the whole group (3, 4, 5) · o takes one out",
            pair(LIKE, None, THREE),
        ),
        (f"Verdict: distinct ({when(NOON)})", pair(LIKE, verdict("distinct"), Group(("2", "3"), "2"))),
    ],
)
def test_a_decision_is_told_with_its_reason_and_who_stands_for_whom(told: str, of: Pair) -> None:
    assert pairs_told.decided(of) == told


def test_what_changed_after_the_verdict_is_told_by_the_names_that_people_know() -> None:
    day = day_and_month(LATER)
    assert list(pairs_told.changed(outdated("related"), ROUND)) == [
        f"↻ 5 changed on {day}, after the verdict: Title, Spread"
    ]


# Groups and chains


@pytest.mark.parametrize(
    ("of", "told"),
    [
        (pair(LIKE), []),
        (pair(LIKE, None, Group(("2", "3"), "2")), ["3 stands in the group of 2"]),
        (pair(LIKE, None, Group(("2", "3"), "3")), ["3 stands for 2"]),
        (
            pair(LIKE, None, Group(("2", "3"), "3"), Group(("1", "5", "6"), "1")),
            ["3 stands for 2", "5 stands in the group of 1"],
        ),
        (pair(LIKE, None, THREE), []),
        (pair(LIKE, verdict("distinct"), Group(("2", "3"), "2")), []),
    ],
)
def test_an_open_pair_tells_the_groups_it_reaches_into(of: Pair, told: list[str]) -> None:
    assert list(pairs_told.would_join(of)) == told


def groups(*members: Sequence[str]) -> Grouping:
    return Grouping(tuple(SuggestedGroup(tuple(each), each[0], LIKE) for each in members))


def test_a_suggested_group_is_that_of_both_and_of_more_than_both() -> None:
    larger = groups("12", "345")
    assert pairs_told.group_of(pair(LIKE), larger) is larger.groups[1]
    assert pairs_told.group_of(pair(LIKE), groups("12", "35")) is None
    assert pairs_told.group_of(pair(LIKE), groups("124", "356")) is not None
    assert pairs_told.group_of(pair(LIKE), groups("123", "456")) is None


def test_a_suggested_group_tells_members_primary_and_where_it_holds_least() -> None:
    assert pairs_told.group_told(SuggestedGroup(("3", "4", "5"), "4", alike("3", "5", 0.618))) == (
        "Suggested as one: 3, 4, 5; 4 would stand for all. The weakest link is 3–5 (62% alike)."
        " g settles the whole group"
    )


def test_a_chain_is_told_of_pairs_within_it() -> None:
    chain = Chain(("3", "5", "6"), alike("5", "6", 0.55), ("3", "6"))
    told = (
        "Not one group: 3, 5, 6 hang together over 5–6 (55% alike), and nothing makes duplicates of 3 and 6"
    )
    assert list(pairs_told.chains_told(pair(LIKE), Grouping((), (chain,)))) == [told]
    assert list(pairs_told.chains_told(Pair("1", "3", LIKE, None), Grouping((), (chain,)))) == []


def test_of_a_late_one_that_is_like_one_of_a_settled_group_no_chain_is_told_as_a_warning() -> None:
    chain = Chain(("3", "5", "6"), alike("3", "5", 0.55), ("5", "6"))
    late = pair(LIKE, None, Group(("3", "6"), "3"))
    assert list(pairs_told.chains_told(late, Grouping((), (chain,)))) == [
        "Nothing else makes duplicates of 5 and 6; they become one where this pair does"
    ]


# What speaks for it


def test_every_axis_has_a_name_and_is_told_in_the_order_of_the_rules() -> None:
    assert tuple(pairs_told.AXES) == get_args(Axis)


def test_what_was_found_stands_with_its_axis_and_what_was_not_is_said() -> None:
    same, named = Evidence("name", 1.0, "the same"), Evidence("name", 1.0, "one names the other")
    topic = Evidence("topic", 0.5, "near")
    assert list(pairs_told.evidence(alike("3", "5", 0.9, "same-text", same, named, topic))) == [
        ("name", "the same"),
        ("", "one names the other"),
        ("owner", "nothing is known of the owners"),
        ("text", "no passage is the same word for word"),
        ("topic", "near"),
    ]


def test_a_suggestion_is_told_with_its_rule_in_words() -> None:
    assert pairs_told.suggested(alike("3", "5", 0.618, "same-text")) == (
        "Suggested: duplicate, 62% alike: nearly all of the text is the same"
    )
    assert pairs_told.suggested(alike("3", "5", 0.618, "of tomorrow")) == "Suggested: duplicate, 62% alike"


NOTHING = Difference(2, None)


def judged(twice: Difference, once: Difference) -> Reliability:
    return Reliability((), (), twice, NOTHING, once)


def test_what_was_judged_twice_is_told_beside_what_was_judged_once() -> None:
    half, third = Difference(8, Fraction(1, 2)), Difference(30, Fraction(1, 3))
    assert pairs_told.reliability_told(judged(half, third)) == (
        "Judged twice: on two duplicates, two jurors lie 0.50 apart on average;"
        " on one and the same nomination, 0.33"
    )
    assert pairs_told.reliability_told(judged(half, NOTHING)) == (
        "Judged twice: on two duplicates, two jurors lie 0.50 apart on average"
    )
    assert pairs_told.reliability_told(judged(NOTHING, third)) == ""


def test_figures_are_written_in_the_manner_of_the_language() -> None:
    catalogue.use("da")
    assert "0,50" in pairs_told.reliability_told(judged(Difference(8, Fraction(1, 2)), NOTHING))


def test_a_nomination_that_is_gone_is_told_with_the_key_that_takes_the_verdict_back() -> None:
    there = Pair("3", "5", None, verdict("related"))
    assert pairs_told.gone(there, ROUND) == ""
    told = "There is no nomination {}: the verdict does not count, and w takes it back"
    assert pairs_told.gone(replace(there, b="99"), ROUND) == told.format("99")
    assert pairs_told.gone(replace(there, a="98", b="99"), ROUND) == told.format("98, 99")


def test_of_very_many_members_the_first_are_named_and_how_many_there_are() -> None:
    ids = [str(number) for number in range(1, 14)]
    assert pairs_told.members_told(ids[:2]) == "1, 2"
    assert pairs_told.members_told(ids[:12]) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"
    assert pairs_told.members_told(ids) == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 … (13 in all)"

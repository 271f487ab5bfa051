from datetime import UTC, datetime, timedelta

from nominate_tui.duplicates.groups import by_member, groups
from nominate_tui.jury.pairs import Pair, pairs
from nominate_tui.model.duplicate import Group, Kind, Suggestion, Verdict
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Rules

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
CHANGE = Change(NOON + timedelta(hours=1), ("title",))
RULES = Rules("2026", "An award", (Criterion("new", {}),))


def verdict(pair: str, kind: Kind = "related", primary: str = "", at: datetime = NOON) -> Verdict:
    return Verdict(pair[0], pair[1], kind, "why", at, primary)


def suggestion(pair: str, likeness: float = 0.9) -> Suggestion:
    return Suggestion(pair[0], pair[1], "duplicate", "same-text", likeness, ())


def seen(suggested: list[Suggestion], *verdicts: Verdict, changed: str = "") -> tuple[Pair, ...]:
    """The pairs of a round of a to f, the texts of some of which changed an hour after noon."""
    each = (Nomination(id, id, changes=(CHANGE,) if id in changed else ()) for id in "abcdef")
    round = Round(RULES, Nominations(tuple(each)), verdicts=verdicts)
    return pairs(round, suggested, by_member(groups(verdicts, "abcdef")))


def test_suggested_pairs_come_in_their_order_and_settled_ones_after_them() -> None:
    first, second = suggestion("cd"), suggestion("ab", 0.8)
    given = (verdict("fe"), verdict("ba", "distinct"))
    assert seen([first, second], *given) == (
        Pair("c", "d", first, None),
        Pair("a", "b", second, given[1]),
        Pair("e", "f", None, given[0]),
    )


def test_a_pair_is_open_until_there_is_a_verdict() -> None:
    assert [pair.open for pair in seen([suggestion("ab"), suggestion("cd")], verdict("ab"))] == [False, True]


def test_a_pair_whose_text_changed_after_the_verdict_is_open_again() -> None:
    (pair,) = seen([suggestion("ab")], verdict("ab"), changed="b")
    assert (pair.outdated, pair.open, pair.changes) == (True, True, {"b": CHANGE})
    (renewed,) = seen([suggestion("ab")], verdict("ab", at=CHANGE.when), changed="b")
    assert (renewed.outdated, renewed.open) == (False, False)


def test_of_settled_pairs_that_nothing_suggests_the_outdated_come_first() -> None:
    found = seen([], verdict("ab"), verdict("cd"), verdict("ef"), changed="cf")
    assert [(pair.a, pair.outdated) for pair in found] == [("c", True), ("e", True), ("a", False)]


def test_a_new_nomination_is_told_of_the_group_that_the_other_is_in() -> None:
    (pair, *_others) = seen([suggestion("af")], verdict("ab", "duplicate", "b"))
    assert (pair.groups, pair.joined, pair.open) == ({"a": Group(("a", "b"), "b")}, None, True)


def test_a_pair_that_other_verdicts_make_one_is_not_open() -> None:
    given = (verdict("ab", "duplicate", "a"), verdict("bc", "duplicate"))
    (pair, *_others) = seen([suggestion("ac")], *given)
    group = Group(("a", "b", "c"), "a")
    assert (pair.verdict, pair.joined, pair.open, pair.groups) == (
        None,
        group,
        False,
        {"a": group, "c": group},
    )


def test_the_two_of_a_pair_may_be_in_different_groups() -> None:
    given = (verdict("ab", "duplicate"), verdict("cd", "duplicate"))
    (pair, *_others) = seen([suggestion("ac")], *given)
    assert pair.groups == {"a": Group(("a", "b"), "a"), "c": Group(("c", "d"), "c")}
    assert (pair.joined, pair.open) == (None, True)


def test_a_verdict_on_a_nomination_that_is_gone_is_shown_too() -> None:
    gone = verdict("za")
    assert seen([], gone) == (Pair("a", "z", None, gone),)

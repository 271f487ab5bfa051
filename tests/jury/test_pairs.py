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


# What follows from other verdicts


def told(pairs: tuple[Pair, ...]) -> list[str]:
    """Each pair, and what it is: open, settled, one, kept apart by which verdict, or settled with which open pair."""
    return [f"{pair.a}{pair.b} {_state(pair)}" for pair in pairs]


def _state(pair: Pair) -> str:
    if pair.open:
        return "open"
    if pair.verdict or pair.joined:
        return "settled" if pair.verdict else "one"
    apart = pair.kept_apart
    return f"{apart.kind} by {apart.a}{apart.b}" if apart else "with " + "".join(pair.follows)


def test_who_is_distinct_from_one_of_a_group_is_so_from_all_of_it() -> None:
    given = (verdict("ab", "duplicate", "a"), verdict("ca", "distinct"))
    found = seen([suggestion("ac"), suggestion("bc"), suggestion("bd")], *given)
    assert told(found) == ["ac settled", "bc distinct by ca", "bd open", "ab settled"]


def test_who_is_one_with_somebody_distinct_from_a_group_is_distinct_from_it_too() -> None:
    apart = [verdict(f"c{id}", "distinct") for id in "abd"]
    given = (
        verdict("ab", "duplicate", "a"),
        verdict("bd", "duplicate", "a"),
        *apart,
        verdict("fc", "duplicate"),
    )
    found = seen([suggestion(f"{id}f") for id in "abd"], *given)
    # Of three verdicts given at once the last one in the file is the latest.
    assert told(found)[:3] == ["af distinct by cd", "bf distinct by cd", "df distinct by cd"]


def test_a_new_nomination_beside_a_settled_group_is_one_open_pair_with_its_primary() -> None:
    given = (verdict("ab", "duplicate", "b"), verdict("bc", "duplicate", "b"))
    found = seen([suggestion("af", 0.95), suggestion("bf", 0.9), suggestion("cf", 0.8)], *given)
    assert told(found)[:3] == ["af with bf", "bf open", "cf with bf"]


def test_where_nothing_speaks_for_the_primary_the_loudest_is_open() -> None:
    given = (verdict("ab", "duplicate", "b"), verdict("bc", "duplicate", "b"))
    assert told(seen([suggestion("cf"), suggestion("af", 0.8)], *given))[:2] == ["cf open", "af with cf"]


def test_a_suggested_duplicate_is_asked_about_before_what_is_only_related_to_the_primary() -> None:
    related = Suggestion("b", "f", "related", "copied-passages", 0.3, ())
    given = (verdict("ab", "duplicate", "b"),)
    assert told(seen([suggestion("af"), related], *given))[:2] == ["af open", "bf with af"]


def test_between_two_settled_groups_one_pair_is_open() -> None:
    given = (verdict("ab", "duplicate", "b"), verdict("cd", "duplicate", "c"))
    found = seen([suggestion("ac"), suggestion("ad"), suggestion("bc"), suggestion("bd")], *given)
    assert told(found)[:4] == ["ac with bc", "ad with bc", "bc open", "bd with bc"]


def test_nothing_follows_where_nobody_is_in_a_group() -> None:
    found = seen([suggestion("ab"), suggestion("ac"), suggestion("bc")], verdict("ab", "distinct"))
    assert told(found) == ["ab settled", "ac open", "bc open"]


def test_a_verdict_from_before_a_change_is_open_and_still_settles_the_others() -> None:
    given = (verdict("ab", "duplicate", "a"), verdict("ac", "distinct"))
    found = seen([suggestion("ac"), suggestion("bc")], *given, changed="c")
    assert told(found)[:2] == ["ac open", "bc distinct by ac"]

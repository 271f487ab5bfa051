from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.groups import contradictions, groups, joined
from nominate_tui.model.duplicate import Group, Kind, Verdict

ORDER = tuple("abcdefgh")
START = datetime(2026, 1, 1, tzinfo=UTC)


def verdict(pair: str, kind: Kind = "duplicate", primary: str = "", minute: int = 0) -> Verdict:
    """A verdict on two nominations of one letter each."""
    return Verdict(pair[0], pair[1], kind, "because", START + timedelta(minutes=minute), primary)


def test_pairs_that_hang_together_are_joined() -> None:
    pairs = [frozenset(pair) for pair in ("ab", "cd", "ef", "bc")]
    assert joined(pairs) == (frozenset("abcd"), frozenset("ef"))
    assert joined([]) == ()


def test_two_duplicates_are_a_group_whose_first_stands_for_both() -> None:
    assert groups([verdict("ba")], ORDER) == (Group(("a", "b"), "a"),)


def test_the_named_primary_stands_for_the_group() -> None:
    assert groups([verdict("ab", primary="b")], ORDER) == (Group(("a", "b"), "b"),)


def test_duplicates_of_duplicates_are_in_one_group_in_the_order_of_the_round() -> None:
    found = groups([verdict("ca"), verdict("gh"), verdict("eb"), verdict("ce")], ORDER)
    assert found == (Group(("a", "b", "c", "e"), "a"), Group(("g", "h"), "g"))


def test_the_order_of_the_round_is_not_that_of_the_alphabet() -> None:
    assert groups([verdict("ab"), verdict("bc")], ["10", "c", "b", "a"]) == (Group(("c", "b", "a"), "c"),)


def test_the_latest_verdict_that_names_a_primary_wins() -> None:
    given = [
        verdict("ab", primary="b", minute=3),
        verdict("bc", primary="c", minute=2),
        verdict("ad", minute=9),
    ]
    assert groups(given, ORDER) == (Group(("a", "b", "c", "d"), "b"),)


def test_of_verdicts_of_the_same_second_the_later_one_in_the_file_wins() -> None:
    assert groups([verdict("ab", primary="b"), verdict("bc", primary="c")], ORDER) == (
        Group(("a", "b", "c"), "c"),
    )


def test_a_primary_outside_the_group_stands_for_nobody() -> None:
    assert groups([verdict("ab", primary="h")], ORDER) == (Group(("a", "b"), "a"),)


def test_related_and_distinct_nominations_are_in_no_group() -> None:
    assert groups([verdict("ab", "related"), verdict("cd", "distinct")], ORDER) == ()


def test_a_verdict_on_a_nomination_that_is_gone_joins_nobody() -> None:
    assert groups([verdict("az"), verdict("bz")], ORDER) == ()


def test_a_nomination_is_no_group_by_itself() -> None:
    assert groups([verdict("aa")], ORDER) == ()


def test_a_distinct_verdict_within_a_group_contradicts_it() -> None:
    wrong = verdict("ca", "distinct")
    given = [verdict("ab"), verdict("bc"), wrong, verdict("ad", "distinct"), verdict("ef")]
    assert contradictions(given) == ((wrong, Group(("a", "b", "c"), "a")),)


def test_verdicts_that_agree_have_no_contradictions() -> None:
    assert contradictions([verdict("ab"), verdict("bc", "distinct"), verdict("ac", "related")]) == ()
    assert contradictions([]) == ()


VERDICTS = st.lists(
    st.tuples(
        st.sampled_from(ORDER), st.sampled_from(ORDER), st.sampled_from(["duplicate", "related", "distinct"])
    )
).map(lambda given: [verdict(a + b, kind, a, minute) for minute, (a, b, kind) in enumerate(given)])  # type: ignore[arg-type]


@given(VERDICTS, st.randoms(use_true_random=False))
def test_the_order_of_the_verdicts_changes_nothing(given: list[Verdict], random: object) -> None:
    assert groups(list(reversed(given)), ORDER) == groups(given, ORDER)


@given(VERDICTS)
def test_a_nomination_is_in_one_group_and_a_primary_is_a_member(given: list[Verdict]) -> None:
    found = groups(given, ORDER)
    members = [id for group in found for id in group.members]
    assert len(members) == len(set(members))
    assert all(group.primary in group.members and len(group.members) > 1 for group in found)


@given(VERDICTS)
def test_duplicates_are_always_in_the_same_group(given: list[Verdict]) -> None:
    found = groups(given, ORDER)
    for each in given:
        if each.kind == "duplicate" and each.a != each.b:
            assert sum(each.pair <= set(group.members) for group in found) == 1

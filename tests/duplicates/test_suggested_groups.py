"""What a suggestion is here: `ab 90` is the pair a–b, a duplicate, 0.90 alike; `ab 40?` is only related."""

import random
from datetime import UTC, datetime
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.groups import groups
from nominate_tui.duplicates.suggested_groups import suggested_groups, weakest_links
from nominate_tui.model.duplicate import Chain, Grouping, Kind, SuggestedGroup, Suggestion, Verdict

ORDER = tuple("abcdefgh")
START = datetime(2026, 1, 1, tzinfo=UTC)


def alike(told: str) -> Suggestion:
    """A suggestion, as the first line of this file says."""
    pair, percent = told.split()
    suggested = "related" if percent.endswith("?") else "duplicate"
    likeness = int(percent.rstrip("?")) / 100
    return Suggestion(
        pair[0], pair[1], "related" if suggested == "related" else "duplicate", "r", likeness, ()
    )


def verdict(pair: str, kind: Kind = "duplicate", primary: str = "") -> Verdict:
    return Verdict(pair[0], pair[1], kind, "because", START, primary)


def found(told: str, *verdicts: Verdict, order: tuple[str, ...] = ORDER) -> Grouping:
    """The groups that some suggestions (parted by commas) and verdicts make."""
    each = [alike(one) for one in told.split(",")] if told else []
    return suggested_groups(each, verdicts, order)


def members(grouping: Grouping) -> list[str]:
    return ["".join(group.members) for group in grouping.groups]


def chains(grouping: Grouping) -> list[tuple[str, str, str]]:
    """Of each chain its members, its weakest link, and the unsupported pair."""
    return [
        ("".join(chain.members), chain.weakest.a + chain.weakest.b, "".join(chain.unsupported))
        for chain in grouping.chains
    ]


def test_nothing_suggested_is_no_group() -> None:
    assert found("") == Grouping()


def test_two_duplicates_are_a_group_whose_first_would_stand_for_both() -> None:
    assert found("ab 90") == Grouping((SuggestedGroup(("a", "b"), "a", alike("ab 90")),))


def test_three_are_a_group_where_every_pair_is_supported() -> None:
    assert found("ab 90,bc 80,ac 70") == Grouping((SuggestedGroup(("a", "b", "c"), "a", alike("ac 70")),))


def test_a_chain_is_no_group_and_is_told_with_its_weakest_link_and_the_unsupported_pair() -> None:
    grouping = found("ab 90,bc 80")
    assert members(grouping) == ["ab"]
    assert grouping.chains == (Chain(("a", "b", "c"), alike("bc 80"), ("a", "c")),)


def test_of_a_chain_of_equal_links_the_first_ids_are_a_group() -> None:
    grouping = found("bc 80,ab 80")
    assert members(grouping) == ["ab"]
    assert chains(grouping) == [("abc", "bc", "ac")]


def test_a_long_chain_falls_into_its_most_alike_pairs() -> None:
    grouping = found("ab 70,bc 95,cd 60,de 90")
    assert members(grouping) == ["bc", "de"]
    # a – bc, bc – de: of the two links between parts c – d is the weaker.
    assert chains(grouping) == [("abcde", "cd", "bd")]


def test_two_groups_that_one_pair_does_not_support_stay_two() -> None:
    # All of a, b, c, d are alike but for a – d.
    grouping = found("ab 99,cd 98,ac 90,bc 90,bd 90")
    assert members(grouping) == ["ab", "cd"]
    assert chains(grouping) == [("abcd", "ac", "ad")]


def test_related_nominations_join_no_group_and_no_chain() -> None:
    assert found("ab 40?,bc 90") == Grouping((SuggestedGroup(("b", "c"), "b", alike("bc 90")),))


def test_nothing_is_like_itself() -> None:
    assert found("aa 100") == Grouping()
    assert members(found("aa 100,ab 90")) == ["ab"]


def test_a_nomination_that_is_gone_is_in_no_group() -> None:
    assert found("az 90,bz 90,ab 80") == Grouping((SuggestedGroup(("a", "b"), "a", alike("ab 80")),))


def test_members_stand_in_the_order_of_the_round_and_so_do_groups() -> None:
    grouping = found("ab 90,cd 80", order=("d", "c", "b", "a"))
    assert members(grouping) == ["dc", "ba"]
    assert [group.primary for group in grouping.groups] == ["d", "b"]


# With verdicts


def test_what_the_chair_settled_is_no_suggestion_any_more() -> None:
    assert found("ab 90", verdict("ab")) == Grouping()
    assert found("", verdict("ab")) == Grouping()


def test_a_distinct_or_related_verdict_speaks_against_a_suggestion() -> None:
    assert found("ab 90", verdict("ab", "distinct")) == Grouping()
    assert found("ab 90", verdict("ba", "related")) == Grouping()


def test_a_distinct_verdict_within_three_leaves_a_chain() -> None:
    grouping = found("ab 90,bc 80,ac 70", verdict("ca", "distinct"))
    assert members(grouping) == ["ab"]
    assert chains(grouping) == [("abc", "bc", "ac")]


def test_a_settled_group_is_joined_as_a_whole_and_its_primary_would_stay() -> None:
    grouping = found("ac 80,bc 70", verdict("ab", primary="b"))
    assert grouping == Grouping((SuggestedGroup(("a", "b", "c"), "b", alike("bc 70")),))


def test_what_is_like_one_of_a_settled_group_and_not_the_other_is_a_chain() -> None:
    grouping = found("bc 80", verdict("ab"))
    assert members(grouping) == []
    assert chains(grouping) == [("abc", "bc", "ac")]


def test_a_settled_group_is_never_parted_whatever_else_is_more_alike() -> None:
    grouping = found("ac 99,bc 10,ad 95,bd 95,cd 50", verdict("ab"))
    # ab – d is at least 0.95 alike, ab – c only 0.10; then abd – c, by b – c and c – d, 0.10.
    assert members(grouping) == ["abcd"]
    assert grouping.groups[0].weakest == alike("bc 10")


def test_a_distinct_verdict_with_one_member_keeps_the_whole_settled_group_apart() -> None:
    grouping = found("ac 90,bc 90", verdict("ab"), verdict("bc", "distinct"))
    assert members(grouping) == []
    # Nor is it a chain: c is distinct from what a and b are, so that a–c is not to be looked at any more.
    assert chains(grouping) == []


def test_two_settled_groups_are_joined_when_every_pair_between_them_is_supported() -> None:
    settled = (verdict("ab"), verdict("cd", primary="d"))
    assert members(found("ac 90,ad 90,bc 90", *settled)) == []
    grouping = found("ac 90,ad 90,bc 90,bd 60", *settled)
    assert grouping == Grouping((SuggestedGroup(("a", "b", "c", "d"), "a", alike("bd 60")),))


def test_pairs_settled_over_a_third_one_need_no_suggestion() -> None:
    assert members(found("ad 90,bd 90,cd 90", verdict("ab"), verdict("bc"))) == ["abcd"]


def test_the_weakest_link_of_a_settled_group_is_of_what_was_suggested_in_it() -> None:
    settled = groups([verdict("ab"), verdict("bc"), verdict("de")], ORDER)
    each = [alike(told) for told in ("ab 90", "bc 40?", "cd 10", "fg 5")]
    assert weakest_links(settled, each) == {"a": alike("bc 40?")}
    assert weakest_links(settled, []) == {}


# Properties

PAIRS = st.dictionaries(
    st.sampled_from(["".join(pair) for pair in combinations(ORDER, 2)]),
    st.integers(1, 9).map(lambda tenths: tenths / 10),
    max_size=20,
).map(lambda found: [Suggestion(pair[0], pair[1], "duplicate", "r", n, ()) for pair, n in found.items()])
VERDICTS = st.dictionaries(
    st.sampled_from(["".join(pair) for pair in combinations(ORDER, 2)]),
    st.sampled_from(["duplicate", "related", "distinct"]),
    max_size=6,
).map(lambda given: [verdict(pair, kind) for pair, kind in given.items()])  # type: ignore[arg-type]


@given(PAIRS, VERDICTS, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(
    each: list[Suggestion], verdicts: list[Verdict], chance: random.Random
) -> None:
    before = suggested_groups(each, verdicts, ORDER)
    turned = [Suggestion(s.b, s.a, s.suggested, s.rule, s.likeness, ()) for s in each]
    for some in (turned, verdicts):
        chance.shuffle(some)
    order = chance.sample(ORDER, len(ORDER))
    after = suggested_groups(turned, verdicts, order)
    assert {frozenset(g.members) for g in after.groups} == {frozenset(g.members) for g in before.groups}
    assert {frozenset(g.weakest.pair) for g in after.groups} == {g.weakest.pair for g in before.groups}
    assert {(frozenset(c.members), c.weakest.pair, frozenset(c.unsupported)) for c in after.chains} == {
        (frozenset(c.members), c.weakest.pair, frozenset(c.unsupported)) for c in before.chains
    }


def kept_apart(verdicts: list[Verdict]) -> set[frozenset[str]]:
    """Every pair that a verdict of distinct or related is on, or on two that other verdicts make one with the two."""
    one = {id: group.members for group in groups(verdicts, ORDER) for id in group.members}
    apart = [verdict for verdict in verdicts if verdict.kind != "duplicate"]
    over = {frozenset((x, y)) for v in apart for x in one.get(v.a, v.a) for y in one.get(v.b, v.b)}
    return {verdict.pair for verdict in apart} | {pair for pair in over if len(pair) == 2}


@given(PAIRS, VERDICTS)
def test_every_pair_of_a_group_is_supported_and_none_was_called_distinct_or_related(
    each: list[Suggestion], verdicts: list[Verdict]
) -> None:
    against = kept_apart(verdicts)
    settled = [set(group.members) for group in groups(verdicts, ORDER)]
    supported = {s.pair for s in each} - against
    for group in suggested_groups(each, verdicts, ORDER).groups:
        for pair in combinations(group.members, 2):
            assert frozenset(pair) in supported or any(set(pair) <= one for one in settled)
        assert all(one <= set(group.members) or one.isdisjoint(group.members) for one in settled)


@given(PAIRS, VERDICTS)
def test_no_nomination_is_in_two_groups_or_two_chains(
    each: list[Suggestion], verdicts: list[Verdict]
) -> None:
    grouping = suggested_groups(each, verdicts, ORDER)
    for several in (grouping.groups, grouping.chains):
        ids = [id for one in several for id in one.members]
        assert len(ids) == len(set(ids))


@given(PAIRS)
def test_a_link_is_in_one_group_or_in_one_chain(each: list[Suggestion]) -> None:
    grouping = suggested_groups(each, [], ORDER)
    for one in each:
        within = [group for group in grouping.groups if one.pair <= set(group.members)]
        linked = [chain for chain in grouping.chains if one.pair <= set(chain.members)]
        assert (len(within) == 1) or (len(linked) == 1)


@given(PAIRS, VERDICTS)
def test_the_unsupported_pair_of_a_chain_is_not_supported_and_its_weakest_link_is_no_louder_than_others(
    each: list[Suggestion], verdicts: list[Verdict]
) -> None:
    grouping = suggested_groups(each, verdicts, ORDER)
    settled = [set(group.members) for group in groups(verdicts, ORDER)]
    parts = [set(group.members) for group in grouping.groups]
    parts += [one for one in settled if not any(one <= part for part in parts)]
    against = kept_apart(verdicts)
    for chain in grouping.chains:
        apart = frozenset(chain.unsupported)
        assert apart not in {s.pair for s in each} - against
        assert not any(apart <= one for one in settled)
        between = [
            s
            for s in each
            if s.pair <= set(chain.members) and s.pair not in against
            if not any(s.pair <= part for part in parts)
        ]
        assert chain.weakest.likeness == min(s.likeness for s in between)


def naive(each: list[Suggestion]) -> set[frozenset[str]]:
    """Complete link as the books have it: all pairs of groups are looked at before each step."""
    likeness = {s.pair: s.likeness for s in each}
    parts = [frozenset(id) for id in ORDER]
    while True:
        steps = []
        for a, b in combinations(sorted(parts, key=min), 2):
            pairs = [frozenset((x, y)) for x in a for y in b]
            if all(pair in likeness for pair in pairs):
                steps.append((-min(likeness[pair] for pair in pairs), min(a), min(b), a, b))
        if not steps:
            return {part for part in parts if len(part) > 1}
        _likeness, _a, _b, one, other = min(steps, key=lambda step: step[:3])
        parts = [part for part in parts if part not in (one, other)] + [one | other]


@given(PAIRS)
def test_groups_are_those_of_complete_link_worked_out_naively(each: list[Suggestion]) -> None:
    assert {frozenset(g.members) for g in suggested_groups(each, [], ORDER).groups} == naive(each)


@pytest.mark.parametrize("size", [200])
def test_a_large_group_of_which_everything_is_alike_is_one(size: int) -> None:
    ids = [str(n) for n in range(size)]
    each = [Suggestion(a, b, "duplicate", "r", 0.9, ()) for a, b in combinations(ids, 2)]
    (group,) = suggested_groups(each, [], ids).groups
    assert group.members == tuple(ids)


def test_fifty_thousand_links_are_grouped_in_a_moment() -> None:
    # A long chain: whatever looked at all groups at each step would take hours.
    ids = [f"{n:06}" for n in range(50_001)]
    each = [Suggestion(a, b, "duplicate", "r", 0.5, ()) for a, b in pairwise(ids)]
    grouping = suggested_groups(each, [], ids)
    assert len(grouping.groups) == 25_000
    assert [len(chain.members) for chain in grouping.chains] == [50_001]

import random
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nominate_tui.duplicates.groups import contradictions, groups, made_one
from nominate_tui.errors import NotAllowed
from nominate_tui.jury.ruling import verdict as ruled
from nominate_tui.jury.settling import Verdicts, Word, as_group, replaced, with_verdict, without
from nominate_tui.model.duplicate import Group, Kind, Verdict
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Rules

IDS = tuple("abcdef")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
EARLIER = NOON - timedelta(days=1)
NOMINATIONS = Nominations(tuple(Nomination(id, f"Title {id}") for id in IDS))
WORD = Word("one garden", NOON)


def verdict(pair: str, kind: Kind = "duplicate", primary: str = "", reason: str = "said before") -> Verdict:
    return Verdict(pair[0], pair[1], kind, reason, EARLIER, primary)


def round_with(*verdicts: Verdict) -> Round:
    return Round(Rules("2026", "An award", (Criterion("new", {}),)), NOMINATIONS, verdicts=verdicts)


def groups_of(verdicts: Verdicts) -> list[tuple[str, str]]:
    """The members and the primary of each group."""
    return [("".join(group.members), group.primary) for group in groups(verdicts, IDS)]


def told(verdicts: Verdicts) -> list[str]:
    """Pair, verdict and primary of each, and whether it was given now."""
    return [f"{v.a}{v.b} {v.kind} {v.primary}".strip() + (" now" if v.at == NOON else "") for v in verdicts]


def test_a_verdict_takes_the_place_of_the_one_on_the_same_pair() -> None:
    stands = (verdict("ab", "related"), verdict("cd", "related"))
    given = verdict("ba", "distinct")
    assert replaced(stands, ("a", "b"), given) == (stands[1], given)
    assert replaced(stands, ("b", "a")) == (stands[1],)
    assert with_verdict(round_with(*stands), given) == (stands[1], given)


def test_a_verdict_that_the_others_contradict_is_refused() -> None:
    with pytest.raises(NotAllowed, match="cannot be distinct"):
        with_verdict(round_with(verdict("ab"), verdict("bc")), verdict("ac", "distinct"))


def test_two_of_one_group_cannot_be_only_related_and_what_to_do_is_told() -> None:
    with pytest.raises(NotAllowed) as refused:
        with_verdict(round_with(verdict("ab"), verdict("bc")), verdict("ac", "related"))
    assert str(refused.value) == (
        "a and c cannot be only related: earlier verdicts make them one (a–b, b–c)"
        " → take one of the two out of its group first: o, or nominate-tui settle c related"
    )


def test_a_pair_whose_own_verdict_alone_made_it_one_can_be_made_related() -> None:
    found = with_verdict(round_with(verdict("ab"), verdict("bc")), verdict("ab", "related"))
    assert told(found) == ["bc duplicate", "ab related"]


def test_two_that_would_join_others_which_are_related_cannot_be_duplicates() -> None:
    with pytest.raises(NotAllowed) as refused:
        with_verdict(round_with(verdict("ab"), verdict("ac", "related")), verdict("bc"))
    assert str(refused.value) == (
        "b and c cannot be duplicates: that would join a and c, which a verdict calls related"
        " → take the verdict on a–c back first"
    )


def test_what_contradicts_itself_already_keeps_nobody_from_another_verdict() -> None:
    stands = (verdict("ab"), verdict("bc"), verdict("ac", "related"))
    given = verdict("de", "related")
    assert with_verdict(round_with(*stands), given) == (*stands, given)


def test_the_way_that_is_told_leads_out_of_the_group() -> None:
    found = without(round_with(verdict("ab"), verdict("bc")), "c", "related", WORD)
    assert told(found) == ["ab duplicate", "ac related now", "bc related now"]


# A whole group


def test_a_group_is_settled_with_a_verdict_of_its_primary_with_each_other() -> None:
    found = as_group(round_with(), ["b", "c", "a"], WORD)
    assert told(found) == ["bc duplicate b now", "ba duplicate b now"]
    assert {v.reason for v in found} == {"one garden"}
    assert groups_of(found) == [("abc", "b")]


def test_the_primary_of_a_group_is_the_one_that_is_named() -> None:
    found = as_group(round_with(), ["a", "b", "c"], Word("one", NOON, "c"))
    assert groups_of(found) == [("abc", "c")]


def test_without_a_word_on_it_the_primary_of_a_settled_group_stays() -> None:
    found = as_group(round_with(verdict("ab", primary="b")), ["c", "a", "d"], WORD)
    # a is already one with b: b gets a verdict with c and d, and the others follow.
    assert told(found) == ["ab duplicate b", "bc duplicate b now", "bd duplicate b now"]
    assert groups_of(found) == [("abcd", "b")]


def test_two_settled_groups_are_not_joined_without_a_word_on_who_stands_for_both() -> None:
    stands = (verdict("ab", primary="b"), verdict("de", primary="e"))
    with pytest.raises(NotAllowed) as refused:
        as_group(round_with(*stands), ["c", "a", "d"], WORD)
    assert str(refused.value) == (
        "This joins settled groups, for which b, e stand: nobody said who stands for all of them"
        " → name the one: --primary b, or another of them"
    )
    found = as_group(round_with(*stands), ["c", "a", "d"], Word("one", NOON, "e"))
    assert groups_of(found) == [("abcde", "e")]


def pair_settled(stands: tuple[Verdict, ...], pair: str, primary: str = "") -> Verdicts:
    """The verdicts after the chair settles a pair as duplicates."""
    round = round_with(*stands)
    return with_verdict(round, ruled(round, Verdict(pair[0], pair[1], "duplicate", "late", NOON, primary)))


@pytest.mark.parametrize("pair", ["ec", "ce", "ea", "ae", "eb", "ab", "ac"])
def test_who_joins_a_settled_group_does_not_take_the_choice_of_its_primary_away(pair: str) -> None:
    stands = as_group(round_with(), ["a", "b", "c", "d"], Word("one", EARLIER, "c"))
    found = pair_settled(stands, pair)
    members = "abcde" if "e" in pair else "abcd"
    assert groups_of(found) == [(members, "c")]
    assert [v.reason for v in found if v.pair == frozenset(pair)] == ["late"]


@pytest.mark.parametrize("primary", list("abcde"))
def test_whoever_is_named_of_a_group_and_who_joins_it_stands_for_all(primary: str) -> None:
    stands = as_group(round_with(), ["a", "b", "c", "d"], Word("one", EARLIER, "c"))
    found = pair_settled(stands, "ea", primary)
    assert groups_of(found) == [("abcde", primary)]
    assert {v.pair for v in found} == {v.pair for v in stands} | {frozenset("ea")}
    assert all(v.primary in (*v.pair, "") for v in found), "a file may name nobody but one of the two"


def test_the_primary_stays_where_nobody_was_ever_named() -> None:
    # The first in the round stands for a group that names nobody: one that comes before it would be the first.
    assert groups_of(pair_settled((verdict("bc"),), "ca")) == [("abc", "b")]


def test_a_pair_that_joins_two_settled_groups_needs_a_word_on_who_stands_for_both() -> None:
    stands = (verdict("ab", primary="b"), verdict("cd", primary="d"))
    with pytest.raises(NotAllowed, match="for which b, d stand"):
        pair_settled(stands, "ac")
    assert [groups_of(pair_settled(stands, "ac", id)) for id in "abcd"] == [[("abcd", id)] for id in "abcd"]
    with pytest.raises(NotAllowed, match="e is not among a, c"):
        pair_settled(stands, "ac", "e")


def test_what_is_one_already_is_settled_anew() -> None:
    stands = as_group(round_with(), ["a", "b", "c"], Word("first", EARLIER))
    found = as_group(round_with(*stands), ["a", "b", "c"], Word("again", NOON, "c"))
    assert told(found) == ["ab duplicate a", "ca duplicate c now", "cb duplicate c now"]
    assert groups_of(found) == [("abc", "c")]


@pytest.mark.parametrize(
    ("stands", "refusal"),
    [
        ([verdict("ab", "distinct")], "a and b cannot be in one group: a verdict calls them distinct"),
        ([verdict("bc", "distinct")], "a and c cannot be duplicates: that would join b and c"),
        ([verdict("ab", "related")], "a and b cannot be in one group: a verdict calls them related"),
        ([verdict("bc", "related")], "a and c cannot be duplicates: that would join b and c"),
        (
            # c is the primary of the only settled group.
            [verdict("cd"), verdict("bd", "distinct")],
            "c and b cannot be duplicates: that would join b and d",
        ),
    ],
)
def test_a_group_that_a_verdict_keeps_apart_is_refused(stands: list[Verdict], refusal: str) -> None:
    with pytest.raises(NotAllowed) as caught:
        as_group(round_with(*stands), ["a", "b", "c"], WORD)
    assert caught.value.message.startswith(refusal)


@pytest.mark.parametrize(
    ("members", "word", "refusal"),
    [
        (["a"], WORD, "A duplicate group has two members or more"),
        (["a", "a"], WORD, "A duplicate group has two members or more"),
        (["a", "z"], WORD, "There is no nomination z"),
        (["a", "b"], Word(" ", NOON), "A reason is needed"),
        (["a", "b"], Word("one", NOON, "c"), "c is not among a, b"),
    ],
)
def test_a_decision_on_a_group_has_all_that_it_needs(members: list[str], word: Word, refusal: str) -> None:
    with pytest.raises(NotAllowed) as caught:
        as_group(round_with(), members, word)
    assert caught.value.message == refusal


# One member less


def test_a_member_is_taken_out_and_distinct_from_each_of_the_others() -> None:
    stands = as_group(round_with(), ["a", "b", "c"], Word("first", EARLIER))
    found = without(round_with(*stands), "c", "distinct", Word("another", NOON))
    assert told(found) == ["ab duplicate a", "ac distinct now", "bc distinct now"]
    assert {v.reason for v in found if v.at == NOON} == {"another"}
    assert groups_of(found) == [("ab", "a")]


def test_the_others_stay_one_where_they_hung_together_over_the_member() -> None:
    stands = (verdict("ab", reason="ab"), verdict("ac", reason="ac"), verdict("ad", primary="a", reason="ad"))
    found = without(round_with(*stands), "a", "distinct", WORD)
    assert told(found)[:3] == ["ba distinct now", "ca distinct now", "da distinct now"]
    assert groups_of(found) == [("bcd", "b")]
    assert [(v.a, v.b, v.reason) for v in found if v.kind == "duplicate"] == [
        ("b", "c", "ac"),
        ("b", "d", "ad"),
    ]


def test_the_primary_stays_the_primary() -> None:
    # Only the verdict on a and d names d, and a is taken out.
    stands = (verdict("bc"), verdict("cd"), verdict("ad", primary="d"))
    found = without(round_with(*stands), "a", "distinct", WORD)
    assert groups_of(found) == [("bcd", "d")]
    # The same where the others hung together over it.
    stands = (verdict("ab"), verdict("ac"), verdict("ad", primary="d"))
    assert groups_of(without(round_with(*stands), "a", "distinct", WORD)) == [("bcd", "d")]


def test_where_the_primary_is_taken_out_the_chair_or_the_rule_chooses_another() -> None:
    stands = as_group(round_with(), ["a", "b", "c", "d"], Word("first", EARLIER))
    assert groups_of(without(round_with(*stands), "a", "distinct", WORD)) == [("bcd", "b")]
    chosen = without(round_with(*stands), "a", "distinct", Word("so", NOON, "c"))
    assert groups_of(chosen) == [("bcd", "c")]
    # c was named by a verdict that still stands.
    named = (*stands, verdict("bc", primary="c"))
    assert groups_of(without(round_with(*named), "a", "distinct", WORD)) == [("bcd", "c")]


def test_the_chair_may_choose_another_primary_though_the_old_one_stays() -> None:
    stands = as_group(round_with(), ["a", "b", "c"], Word("first", EARLIER))
    found = without(round_with(*stands), "c", "distinct", Word("so", NOON, "b"))
    assert groups_of(found) == [("ab", "b")]


def test_of_two_the_one_taken_out_leaves_no_group() -> None:
    found = without(round_with(verdict("ab", primary="a")), "a", "related", WORD)
    assert told(found) == ["ba related now"]
    assert groups_of(found) == []


def test_what_the_chair_called_related_stays_so() -> None:
    stands = (verdict("ab"), verdict("bc"), verdict("ac", "related"))
    found = without(round_with(*stands), "c", "distinct", WORD)
    assert told(found) == ["ab duplicate", "ac related", "bc distinct now"]


def test_other_groups_and_verdicts_stay_as_they_were() -> None:
    others = (verdict("de", primary="e"), verdict("af", "distinct"))
    found = without(round_with(*others, verdict("ab"), verdict("bc")), "b", "distinct", WORD)
    assert found[:2] == others
    assert groups_of(found) == [("ac", "a"), ("de", "e")]


@pytest.mark.parametrize(
    ("member", "word", "refusal"),
    [
        ("d", WORD, "d is in no duplicate group"),
        ("z", WORD, "There is no nomination z"),
        ("a", Word("", NOON), "A reason is needed"),
        ("a", Word("so", NOON, "a"), "a is not among b, c"),
        ("a", Word("so", NOON, "d"), "d is not among b, c"),
    ],
)
def test_to_take_out_needs_a_group_a_reason_and_a_primary_among_the_others(
    member: str, word: Word, refusal: str
) -> None:
    with pytest.raises(NotAllowed) as caught:
        without(round_with(verdict("ab"), verdict("bc")), member, "distinct", word)
    assert caught.value.message == refusal


# Properties

PAIRS = ["".join(pair) for pair in combinations(IDS, 2)]
VERDICTS = st.dictionaries(
    st.sampled_from(PAIRS), st.tuples(st.sampled_from(["duplicate", "related"]), st.booleans())
)


@given(
    VERDICTS,
    st.sampled_from(IDS),
    st.sampled_from(["distinct", "related"]),
    st.randoms(use_true_random=False),
)
def test_whoever_is_taken_out_is_out_and_all_others_are_one_as_before(
    given: dict[str, tuple[Kind, bool]], member: str, kind: Kind, chance: random.Random
) -> None:
    stands = [verdict(pair, k, pair[first] if k == "duplicate" else "") for pair, (k, first) in given.items()]
    chance.shuffle(stands)
    before = groups(stands, IDS)
    (group,) = (
        (g for g in before if member in g.members) if any(member in g.members for g in before) else (None,)
    )
    assume(group is not None)
    assert group is not None
    found = without(round_with(*stands), member, "distinct" if kind == "distinct" else "related", WORD)
    rest = tuple(id for id in group.members if id != member)
    after = groups(found, IDS)
    others = [g for g in before if g != group]
    if len(rest) > 1:
        assert [g.members for g in after if g not in others] == [rest]
        assert group.primary == member or Group(rest, group.primary) in after
    else:
        assert list(after) == others
    assert all(g in after for g in others)
    assert contradictions(found) == ()
    assert len({v.pair for v in found}) == len(found)


@given(VERDICTS, st.sets(st.sampled_from(IDS), min_size=2))
def test_a_settled_group_is_one_and_may_be_settled_again(
    given: dict[str, tuple[Kind, bool]], members: set[str]
) -> None:
    stands = [verdict(pair, kind) for pair, (kind, _first) in given.items() if kind == "duplicate"]
    word = Word("one", NOON, min(members))
    once = as_group(round_with(*stands), sorted(members), word)
    (group,) = (g for g in groups(once, IDS) if members <= set(g.members))
    assert group.primary == min(members)
    again = as_group(round_with(*once), sorted(members), word)
    assert groups(again, IDS) == groups(once, IDS)


KINDS = st.sampled_from(["duplicate", "related", "distinct"])


@given(st.lists(st.tuples(st.sampled_from(PAIRS), KINDS), max_size=12))
def test_whatever_is_settled_pair_by_pair_no_verdict_is_overruled(given: list[tuple[str, Kind]]) -> None:
    round = round_with()
    for pair, kind in given:
        with suppress(NotAllowed):
            round = round_with(*with_verdict(round, verdict(pair, kind)))
    assert made_one(round.verdicts) == ()


@given(
    st.dictionaries(st.sampled_from(PAIRS), KINDS, max_size=8),
    st.sets(st.sampled_from(IDS), min_size=2),
)
def test_a_group_is_settled_whole_without_overruling_a_verdict_or_refused(
    given: dict[str, Kind], members: set[str]
) -> None:
    stands = [verdict(pair, kind) for pair, kind in given.items()]
    before = made_one(stands)
    try:
        found = as_group(round_with(*stands), sorted(members), WORD)
    except NotAllowed:
        joined = [group for group in groups(stands, IDS) if members & set(group.members)]
        assert len(joined) > 1 or {kind for kind in given.values() if kind != "duplicate"}
        return
    assert [v for v, _group in made_one(found)] == [v for v, _group in before]
    assert any(members <= set(group.members) for group in groups(found, IDS))

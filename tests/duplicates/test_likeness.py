from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.fold import Names, words
from nominate_tui.duplicates.likeness import (
    OwnerLikeness,
    Owners,
    capitalised,
    keys_alike,
    near_keys,
    nearest_keys,
    title_key,
)


def titles_alike(a: str, b: str) -> float:
    """How alike two titles are, as they are compared."""
    return keys_alike(title_key(words(a)), title_key(words(b)))


TITLES = st.text().filter(lambda title: bool(words(title)))


@given(TITLES)
def test_a_title_is_wholly_like_itself(title: str) -> None:
    assert titles_alike(title, title) == 1


@given(st.text(), st.text())
def test_titles_are_as_alike_one_way_as_the_other(a: str, b: str) -> None:
    assert titles_alike(a, b) == titles_alike(b, a)
    assert 0 <= titles_alike(a, b) <= 1


@given(st.lists(st.sampled_from(["evening", "bridge", "for", "young", "guests"]), min_size=1))
def test_the_order_of_the_words_makes_no_difference(title: list[str]) -> None:
    assert titles_alike(" ".join(title), " ".join(reversed(title))) == 1


def test_a_typing_error_takes_little_away() -> None:
    # "bridge evening" and "brigde evening": 13 of 14 letters stand in the same order.
    assert titles_alike("Evening Bridge", "Evening Brigde") == pytest.approx(13 / 14)


def test_an_ending_takes_little_away() -> None:
    # 6 letters of 6 and 8: 2 · 6 / 14.
    assert titles_alike("Bridge", "Bridgeen") == pytest.approx(12 / 14)


def test_titles_of_other_words_are_far_apart() -> None:
    assert titles_alike("Evening Bridge", "Kitchen garden") < 0.5


@pytest.mark.parametrize("empty", ["", " ", "—", "\u200b"])
def test_a_title_without_words_is_like_nothing_not_even_another_one(empty: str) -> None:
    assert titles_alike(empty, "Evening Bridge") == 0
    assert titles_alike(empty, empty) == 0


@given(st.lists(st.text(alphabet="abc ", max_size=6), max_size=8), st.sampled_from([0.0, 0.5, 0.85, 1.0]))
def test_near_titles_are_found_as_if_all_were_compared(titles: Sequence[str], least: float) -> None:
    keys = [title_key(words(title)) for title in titles]
    every = [(i, j) for j in range(len(keys)) for i in range(j) if keys[i] and keys[j]]
    near = sorted(pair for pair in every if keys_alike(keys[pair[0]], keys[pair[1]]) >= least)
    assert list(near_keys(keys, least)) == near


def test_the_nearest_keys_come_first_with_their_likeness() -> None:
    # "email" is all of "e-mail" but the hyphen: 2 · 5 / 11; "mail" is all but its "e": 2 · 4 / 9.
    known = ["telephone", "mail", "e-mail", "email"]
    near = nearest_keys("email", known, 0.85)
    assert [place for place, _alike in near] == [3, 2, 1]
    assert [alike for _place, alike in near] == pytest.approx([1, 10 / 11, 8 / 9])


@pytest.mark.parametrize(("key", "known"), [("", ["", "a"]), ("a", [""]), ("a", [])])
def test_an_empty_key_is_near_to_nothing(key: str, known: list[str]) -> None:
    assert nearest_keys(key, known, 0.0) == ()


@given(
    st.text(alphabet="abc "), st.lists(st.text(alphabet="abc ", max_size=6)), st.sampled_from([0.0, 0.5, 1.0])
)
def test_the_nearest_keys_are_those_that_are_so_alike(key: str, known: list[str], least: float) -> None:
    near = nearest_keys(key, known, least)
    alike = {place: keys_alike(key, other) for place, other in enumerate(known) if key and other}
    assert dict(near) == {place: value for place, value in alike.items() if value >= least}
    assert [value for _place, value in near] == sorted((value for _place, value in near), reverse=True)


# Owners


def alike(*owners: tuple[str, str], aliases: Sequence[Sequence[str]] = ()) -> OwnerLikeness | None:
    """How alike the first two of a round's owners are, each as organisation and responsible."""
    found = round_of(*(nomination(str(n), "title", *owner) for n, owner in enumerate(owners)))
    return Owners(found, Names(aliases)).alike("0", "1")


def value(*owners: tuple[str, str], aliases: Sequence[Sequence[str]] = ()) -> float:
    likeness = alike(*owners, aliases=aliases)
    assert likeness is not None
    return likeness.value


NAMES = st.lists(st.sampled_from(["North", "Valley", "Hospital", "Ward", "Anna", "Holm", "of", "the"])).map(
    " ".join
)
OWNERS = st.tuples(NAMES, NAMES)


@given(OWNERS, OWNERS, st.lists(OWNERS))
def test_owners_are_as_alike_one_way_as_the_other(
    a: tuple[str, str], b: tuple[str, str], others: list[tuple[str, str]]
) -> None:
    one, other = alike(a, b, *others), alike(b, a, *others)
    assert one == other
    assert one is None or 0 <= one.value <= 1


@given(OWNERS.filter(any), st.lists(OWNERS))
def test_an_owner_is_wholly_like_itself(owner: tuple[str, str], others: list[tuple[str, str]]) -> None:
    assert value(owner, owner, *others) == 1


def test_an_owner_that_is_not_named_is_unknown() -> None:
    assert alike(("", " — "), ("North Valley Hospital", "Anna Holm")) is None
    assert alike(("", ""), ("", "")) is None


def test_owners_without_a_common_word_are_others() -> None:
    assert alike(("North Hospital", "Anna Holm"), ("South School", "Bo Lund")) == OwnerLikeness(0.0)


def test_the_same_organisation_is_the_same_owner_whoever_answers_for_it() -> None:
    assert value(("North Hospital", "Anna Holm"), ("Hospital North", "Bo Lund")) == 1


def test_an_organisation_that_the_other_names_among_others_is_the_same_owner() -> None:
    assert value(("North Hospital", ""), ("Kitchen, North Hospital, ward 4", "")) == 1


def test_a_person_who_is_responsible_in_both_makes_the_owner_the_same() -> None:
    one, other = (
        ("A partnership of three towns", "Anna Holm"),
        ("The psychiatry of the north", "Leader: Anna Holm"),
    )
    assert alike(one, other) == OwnerLikeness(1.0, "Anna Holm")


def test_a_person_is_the_same_with_a_middle_name_left_out() -> None:
    likeness = alike(("North", "Anna Holm"), ("South", "Anna Kirstine Holm and Bo Lund"))
    assert likeness is not None
    assert (likeness.value, likeness.person) == (1.0, "Anna Kirstine Holm")


def test_a_word_twice_is_no_name() -> None:
    assert value(("North", "Volunteer, Leader Leader"), ("South", "Leader Anna Holm")) < 1


def test_names_of_two_persons_do_not_make_a_third() -> None:
    assert value(("North", "Anna Lund"), ("South", "Anna Holm and Bo Lund")) < 1


def test_a_charity_that_is_responsible_in_both_is_no_person() -> None:
    owners = ("Hill Hospital", "Blue Star"), ("Lake School", "Blue Star"), ("Blue Star", "Anna Holm")
    likeness = alike(*owners)
    assert likeness is not None
    assert likeness.person == ""
    assert likeness.value < 0.7


def test_the_same_role_in_two_places_is_not_the_same_owner() -> None:
    assert value(("Hill Hospital", "Volunteer coordinator"), ("Lake School", "Volunteer coordinator")) < 0.7


def test_a_person_in_any_case_and_order_is_the_same_where_no_organisation_says_otherwise() -> None:
    assert value(("", "Anna Holm"), ("", "holm, anna")) == 1


def test_rare_words_weigh_more_than_common_ones() -> None:
    others = [("Hospital", ""), ("Hospital", ""), ("Hospital", "")]
    common = value(("North Hospital", ""), ("South Hospital", ""), *others)
    rare = value(("Kitchen North", ""), ("Kitchen South", ""), *others)
    assert common < rare


def test_the_weight_of_a_word_is_the_logarithm_of_its_rarity() -> None:
    # N = 2: "hospital" stands in both, ln(1 + 2/2); "north" and "south" in one, ln(1 + 2/1).
    assert value(("North Hospital", ""), ("South Hospital", "")) == pytest.approx(
        0.6931 / (0.6931 + 1.0986), rel=1e-3
    )


def test_an_alias_of_the_rules_makes_two_names_one_owner() -> None:
    owners = ("NVH", ""), ("North Valley Hospital", "")
    assert value(*owners) == 0
    assert value(*owners, aliases=[["NVH", "North Valley Hospital"]]) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Holm", ("Anna Holm",)),
        ("Leader of the ward: Anna Holm, with Bo Kim Lund", ("Anna Holm", "Bo Kim Lund")),
        ("Nurse Anna-Lise Å. Holm", ("Nurse Anna-Lise Å",)),
        ("volunteer coordinator", ()),
        ("Anna", ()),
        ("Anna, Bo", ()),
        ("", ()),
    ],
)
def test_names_are_words_in_a_row_that_begin_with_a_capital(text: str, names: tuple[str, ...]) -> None:
    assert capitalised(text) == names

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.suggest import suggest
from nominate_tui.model.duplicate import Suggestion
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.rules import DuplicateRules

RULES_OF_ROUND = DuplicateRules()
FILLER = nomination("9", "Bicycles for all", "West Station", "Eva Bak", BICYCLES)
"""A nomination that is like no other one here."""


def made(*nominations: Nomination, rules: DuplicateRules = RULES_OF_ROUND) -> list[tuple[str, str, str, str]]:
    """The suggestions for some nominations and one that is like none of them."""
    found = suggest(round_of(*nominations, FILLER), rules)
    return [(each.a, each.b, each.suggested, each.rule) for each in found]


GARDEN_NORTH = nomination("1", "Kitchen Garden", "North Hospital", "Anna Holm", GARDEN)


# The rules, each by a pair of its own


def test_the_same_name_and_the_same_owner_is_a_duplicate_without_a_common_sentence() -> None:
    again = nomination("2", "The Kitchen Garden", "North Hospital, ward 4", "Bo Lund", CHOIR)
    assert made(GARDEN_NORTH, again) == [("1", "2", "duplicate", "same-name-same-owner")]


def test_the_same_name_and_the_same_person_is_a_duplicate_whatever_the_organisation_is_called() -> None:
    again = nomination("2", "Kitchen garden", "A partnership of three towns", "Leader: Anna Holm", CHOIR)
    assert made(GARDEN_NORTH, again) == [("1", "2", "duplicate", "same-name-same-owner")]


def test_the_same_name_with_another_owner_is_related() -> None:
    sibling = nomination("2", "Kitchen Garden", "South School", "Bo Lund", CHOIR)
    assert made(GARDEN_NORTH, sibling) == [("1", "2", "related", "same-name")]


def test_the_same_name_without_an_owner_is_related() -> None:
    assert made(GARDEN_NORTH, nomination("2", "Kitchen Garden", text=CHOIR)) == [
        ("1", "2", "related", "same-name")
    ]


def test_the_same_text_of_the_same_owner_is_a_duplicate_under_another_title() -> None:
    retitled = nomination("2", "Beans and company", "North Hospital", "Bo Lund", GARDEN)
    assert made(GARDEN_NORTH, retitled) == [("1", "2", "duplicate", "same-text")]


def test_the_same_text_without_an_owner_is_a_duplicate() -> None:
    assert made(GARDEN_NORTH, nomination("2", "Beans", text=GARDEN)) == [("1", "2", "duplicate", "same-text")]


def test_the_same_text_of_another_owner_is_related() -> None:
    copy = nomination("2", "Beans and company", "South School", "Bo Lund", GARDEN)
    assert made(GARDEN_NORTH, copy) == [("1", "2", "related", "copied-passages")]


def test_half_of_the_text_of_the_same_owner_is_a_duplicate_where_the_titles_are_alike() -> None:
    longer = nomination("2", "The garden by the kitchen", "North Hospital", "Bo Lund", f"{CHOIR} {GARDEN}")
    first = replace(GARDEN_NORTH, answers={"purpose": f"{GARDEN} {BICYCLES}"})
    assert ("1", "2", "duplicate") in [one[:3] for one in made(first, longer)]


def test_a_paragraph_in_two_projects_of_one_owner_is_related_even_if_it_is_half_of_the_text() -> None:
    longer = nomination("2", "Beans and songs", "North Hospital", "Bo Lund", f"{CHOIR} {GARDEN}")
    first = replace(GARDEN_NORTH, answers={"purpose": f"{GARDEN} {BICYCLES}"})
    assert ("1", "2", "related", "copied-passages") in made(first, longer)


def test_a_copied_passage_between_two_owners_is_related() -> None:
    borrowed = nomination("2", "Songs", "South School", "Bo Lund", f"{CHOIR} {GARDEN}")
    assert made(GARDEN_NORTH, borrowed) == [("1", "2", "related", "copied-passages")]


def test_a_long_copied_passage_is_related_however_little_of_the_text_it_is() -> None:
    def long(n: int) -> str:
        return " ".join(f"word{n}x{i}" for i in range(2000))

    first = nomination("1", "Beans", "North Hospital", "Anna Holm", f"{long(1)} {CHOIR}")
    second = nomination("2", "Songs", "South School", "Bo Lund", f"{CHOIR} {long(2)}")
    assert made(first, second) == [("1", "2", "related", "copied-passages")]


def test_a_title_that_stands_in_another_is_related() -> None:
    partner = nomination("2", "North Hospital visits the kitchen garden", "South School", "Bo Lund", CHOIR)
    assert made(GARDEN_NORTH, partner) == [("1", "2", "related", "named-in-the-other")]


def test_another_project_of_the_same_owner_is_nothing() -> None:
    assert made(GARDEN_NORTH, nomination("2", "Chapel choir", "North Hospital", "Anna Holm", CHOIR)) == []


def test_a_sentence_in_common_is_nothing_in_a_long_text() -> None:
    def long(n: int) -> str:
        return " ".join(f"word{n}x{i}" for i in range(300))

    sentence = "we are glad to tell that nobody was left behind"
    first = nomination("1", "Beans", "North Hospital", "Anna Holm", f"{long(1)} {sentence}")
    assert made(first, nomination("2", "Songs", "South School", "Bo Lund", f"{sentence} {long(2)}")) == []


# Disguises: what looks the same to a reader is the same


@pytest.mark.parametrize(
    "title",
    [
        "Evening\u200b Bridge\u2060",
        "Even\u0456ng Bridg\u0435",
        "  EVENING   BRIDGE ",
        "Bridge, Evening",
        "Evening\u00adBridge".replace("\u00ad", "\u00ad "),
    ],
)
@pytest.mark.parametrize(
    "person",
    ["Jørn Ågren", "ågren, jørn", unicodedata.normalize("NFD", "Jørn Ågren"), "J\u00f8rn \u212bgren"],
)
def test_a_nomination_in_disguise_is_a_duplicate(title: str, person: str) -> None:
    first = nomination("1", "Evening Bridge", responsible="Jørn Ågren", text=GARDEN)
    assert made(first, nomination("2", title, responsible=person, text=CHOIR)) == [
        ("1", "2", "duplicate", "same-name-same-owner")
    ]


# The round as a whole


def a_round() -> Nominations:
    """Eight nominations with a pair of every kind."""
    return round_of(
        GARDEN_NORTH,
        nomination("2", "Kitchen Garden", "North Hospital", "Bo Lund", CHOIR),
        nomination("3", "Kitchen garden", "South School", "Ida Dam", "Nothing more than a few words."),
        nomination("4", "Beans", "North Hospital and South School", "Ida Dam", f"{GARDEN} And then some."),
        nomination("5", "Songs at dusk", "East Library", "Per Eg", f"Hello. {CHOIR}"),
        nomination("6", "Friends of Songs at Dusk", "Lake House", "Una Ask", "A few other words here."),
        nomination("7", "", "", "", ""),
        FILLER,
    )


def told(suggestions: Sequence[Suggestion]) -> Mapping[frozenset[str], tuple[object, ...]]:
    """What is said of each pair, without saying who is `a`."""
    return {
        each.pair: (each.suggested, each.rule, each.likeness, [(e.kind, e.value) for e in each.evidence])
        for each in suggestions
    }


def test_a_round_with_a_pair_of_every_kind() -> None:
    assert [(each.a, each.b, each.suggested, each.rule) for each in suggest(a_round(), RULES_OF_ROUND)] == [
        ("1", "4", "duplicate", "same-text"),
        ("1", "2", "duplicate", "same-name-same-owner"),
        ("1", "3", "related", "same-name"),
        ("2", "3", "related", "same-name"),
        ("2", "5", "related", "copied-passages"),
        ("5", "6", "related", "named-in-the-other"),
    ]


@settings(deadline=None)  # it compares a whole round, which on a busy machine takes its time
@given(st.permutations(a_round().all))
def test_the_order_of_the_nominations_changes_nothing_but_who_is_a(order: list[Nomination]) -> None:
    assert told(suggest(Nominations(tuple(order)), RULES_OF_ROUND)) == told(
        suggest(a_round(), RULES_OF_ROUND)
    )


@settings(deadline=None)  # it compares a whole round, which on a busy machine takes its time
@given(st.permutations(a_round().all))
def test_of_two_the_one_before_in_the_round_is_a(order: list[Nomination]) -> None:
    ids = [each.id for each in order]
    assert all(
        ids.index(each.a) < ids.index(each.b) for each in suggest(Nominations(tuple(order)), RULES_OF_ROUND)
    )


def test_the_loudest_comes_first_and_duplicates_are_louder_than_related_ones() -> None:
    found = suggest(a_round(), RULES_OF_ROUND)
    likeness = [each.likeness for each in found]
    assert likeness == sorted(likeness, reverse=True)
    assert [each.suggested == "duplicate" for each in found] == [each.likeness >= 0.5 for each in found]
    assert all(0 <= each <= 1 for each in likeness)


def test_the_likeness_is_of_name_or_text_by_that_of_the_owner() -> None:
    first, second = (
        suggest(round_of(GARDEN_NORTH, replace(GARDEN_NORTH, id="2")), RULES_OF_ROUND),
        suggest(round_of(nomination("1", "Choir"), nomination("2", "Choir")), RULES_OF_ROUND),
    )
    assert [each.likeness for each in first] == [1.0]
    # The same name and an unknown owner: three quarters of the way from 0.1 to 0.5.
    assert [each.likeness for each in second] == [pytest.approx(0.4)]


def test_nothing_is_like_itself() -> None:
    assert suggest(round_of(GARDEN_NORTH), RULES_OF_ROUND) == ()
    assert all(each.a != each.b for each in suggest(a_round(), RULES_OF_ROUND))


def test_an_empty_round_has_no_suggestions() -> None:
    assert suggest(round_of(), RULES_OF_ROUND) == ()


def test_nominations_without_anything_are_not_like_one_another() -> None:
    assert (
        suggest(round_of(nomination("1", ""), nomination("2", ""), nomination("3", "—")), RULES_OF_ROUND)
        == ()
    )


# The thresholds of the round


def test_the_round_says_how_alike_titles_must_be() -> None:
    # N = 3 titles: two have "kitchen" and "garden", ln(1 + 3/2) each, one has "walks", ln(1 + 3/1):
    # 4 · 0.916 / (4 · 0.916 + 1.386).
    near = nomination("2", "Garden walks, kitchen", "South School", "Bo Lund", CHOIR)
    assert made(GARDEN_NORTH, near, rules=DuplicateRules(title=0.72)) == [("1", "2", "related", "same-name")]
    assert made(GARDEN_NORTH, near, rules=DuplicateRules(title=0.73)) == []


def test_the_round_says_how_much_text_must_be_shared() -> None:
    sentence = "At dusk we row across the lake and sing."
    first = nomination("1", "Beans", "North Hospital", "Anna Holm", f"{GARDEN} {sentence}")
    second = nomination("2", "Songs", "South School", "Bo Lund", f"{CHOIR} {sentence}")
    # 9 of 45 words.
    assert made(first, second, rules=DuplicateRules(text=0.2)) == [("1", "2", "related", "copied-passages")]
    assert made(first, second, rules=DuplicateRules(text=0.21)) == []


def test_the_round_says_which_organisations_are_one() -> None:
    first = nomination("1", "Kitchen Garden", "NVH", text=GARDEN)
    second = nomination("2", "Kitchen Garden", "North Valley Hospital", text=CHOIR)
    aliases = (("NVH", "North Valley Hospital"),)
    assert made(first, second) == [("1", "2", "related", "same-name")]
    assert made(first, second, rules=DuplicateRules(aliases=aliases)) == [
        ("1", "2", "duplicate", "same-name-same-owner")
    ]


# Size


def test_a_copy_is_found_among_six_hundred_nominations_of_eight_hundred_words() -> None:
    drawn = Random(1)  # noqa: S311 - no secret hangs on it

    def phrase(length: int) -> str:
        return " ".join(f"{drawn.randrange(5_000):x}" for _ in range(length))

    many = [nomination(str(n), phrase(5), phrase(3), phrase(2), phrase(800)) for n in range(599)]
    copy = replace(many[7], id="copy", title=phrase(5))
    found = suggest(round_of(*many, copy), RULES_OF_ROUND)
    assert [(each.a, each.b, each.rule) for each in found] == [("7", "copy", "same-text")]

from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.suggest import suggest
from nominate_tui.model.duplicate import Evidence
from nominate_tui.model.nomination import Nomination
from nominate_tui.model.rules import DuplicateRules


def found(a: Nomination, b: Nomination) -> tuple[Evidence, ...]:
    """The evidence on the one pair of a round of two."""
    (suggestion,) = suggest(round_of(a, b), DuplicateRules())
    return suggestion.evidence


def texts(a: Nomination, b: Nomination) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in found(a, b)]


GARDEN_NORTH = nomination("1", "Kitchen Garden", "North Hospital", "Anna Holm", GARDEN)


def test_the_same_title_of_two_owners_is_told_with_the_owners() -> None:
    assert texts(GARDEN_NORTH, nomination("2", "kitchen garden", "South School", "Bo Lund", CHOIR)) == [
        ("name", "the titles are the same"),
        ("owner", "the owners differ: North Hospital; South School"),
    ]


def test_a_nearly_equal_title_is_told_with_its_likeness() -> None:
    name, _owner = found(GARDEN_NORTH, nomination("2", "Kitchen Gardens", "South School", "Bo Lund", CHOIR))
    # "garden kitchen" in "gardens kitchen": 2 · 14 / 29.
    assert (name.kind, round(name.value, 4), name.text) == ("name", 0.9655, "the titles are nearly the same")


def test_the_same_owner_is_told_as_both_write_it() -> None:
    assert texts(
        GARDEN_NORTH, nomination("2", "Kitchen Garden", "Ward 4, North Hospital", "Bo Lund", CHOIR)
    ) == [
        ("name", "the titles are the same"),
        ("owner", "the owner is the same: North Hospital; Ward 4, North Hospital"),
    ]


def test_a_person_who_is_responsible_in_both_is_named() -> None:
    assert texts(GARDEN_NORTH, nomination("2", "Kitchen Garden", "South School", "Anna Holm", CHOIR)) == [
        ("name", "the titles are the same"),
        ("owner", "Anna Holm is responsible in both"),
    ]


def test_an_owner_that_is_not_named_is_told_as_unknown() -> None:
    assert texts(GARDEN_NORTH, nomination("2", "Kitchen Garden", text=CHOIR)) == [
        ("name", "the titles are the same"),
        ("owner", "one of them names no owner"),
    ]


def test_an_owner_without_an_organisation_is_told_by_the_responsible() -> None:
    assert texts(GARDEN_NORTH, nomination("2", "Kitchen Garden", "", "Bo Lund", CHOIR)) == [
        ("name", "the titles are the same"),
        ("owner", "the owners differ: North Hospital; Bo Lund"),
    ]


def test_a_long_owner_is_told_in_twelve_words() -> None:
    long = "one two three four five six seven eight nine ten eleven twelve thirteen"
    assert texts(GARDEN_NORTH, nomination("2", "Kitchen Garden", long, "", CHOIR))[1] == (
        "owner",
        "the owners differ: North Hospital; one two three four five six seven eight nine ten eleven twelve …",
    )


def test_a_title_in_another_one_is_quoted_with_its_place() -> None:
    partner = nomination("2", "Friends of the kitchen garden", "South School", "Bo Lund", CHOIR)
    house = nomination("3", "Songs", "Kitchen Garden House", "Bo Lund", CHOIR)
    person = nomination("4", "Songs", "South School", "Bo Lund of Kitchen Garden", CHOIR)
    assert texts(GARDEN_NORTH, partner)[0] == ("name", "“Kitchen Garden” stands in the title of 2")
    assert texts(GARDEN_NORTH, house)[0] == ("name", "“Kitchen Garden” stands in the organisation of 3")
    assert texts(GARDEN_NORTH, person)[0] == ("name", "“Kitchen Garden” stands among the responsible of 4")
    assert texts(partner, GARDEN_NORTH)[0] == ("name", "“Kitchen Garden” stands in the title of 2")


def test_a_single_passage_is_counted_and_quoted() -> None:
    borrowed = nomination("2", "Songs", "South School", "Bo Lund", f"{CHOIR} {GARDEN}")
    assert texts(GARDEN_NORTH, borrowed) == [
        ("owner", "the owners differ: North Hospital; South School"),
        (
            "text",
            "36 words stand word for word in both, 100 % of the shorter text, beginning "
            "“Every Tuesday the patients of the ward walk down to the kitchen”",
        ),
    ]


def test_several_passages_are_counted_and_the_longest_is_quoted() -> None:
    first = nomination("1", "Beans", "North Hospital", "Anna Holm", {"purpose": GARDEN, "spread": CHOIR})
    second = nomination("2", "Songs", "South School", "Bo Lund", f"{CHOIR} {BICYCLES} {GARDEN}")
    assert texts(first, second)[1] == (
        "text",
        "76 words in 2 passages stand word for word in both, 100 % of the shorter text; "
        "the longest, of 40 words, begins “A choir meets in the chapel after supper; nobody has to read”",
    )


def test_the_values_are_those_of_the_axes() -> None:
    borrowed = nomination("2", "Songs", "South School", "Bo Lund", f"{CHOIR} {GARDEN}")
    assert [(each.kind, each.value) for each in found(GARDEN_NORTH, borrowed)] == [
        ("owner", 0.0),
        ("text", 1.0),
    ]


def test_a_brace_in_a_title_is_only_a_sign() -> None:
    braces = nomination("1", "{id} Garden", "{a}", "", GARDEN)
    assert texts(braces, nomination("2", "The {id} garden", "{b} {", "", CHOIR))[-1] == (
        "owner",
        "the owners differ: {a}; {b} {",
    )

from dataclasses import replace

import pytest

from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.comparison import Comparison, Name, Owner, Topic
from nominate_tui.duplicates.evidence import evidence
from nominate_tui.duplicates.suggest import suggest
from nominate_tui.model.duplicate import Evidence
from nominate_tui.model.nomination import Contact, Nomination
from nominate_tui.model.rules import DuplicateRules


def found(a: Nomination, b: Nomination, *contacts: Contact) -> tuple[Evidence, ...]:
    """The evidence on the one pair of a round of two."""
    (suggestion,) = suggest(round_of(a, b), DuplicateRules(), contacts)
    return suggestion.evidence


def texts(a: Nomination, b: Nomination, *contacts: Contact) -> list[tuple[str, str]]:
    """The evidence in words, but that on the topic, which stands in every pair with texts."""
    return [(each.kind, each.text) for each in found(a, b, *contacts) if each.kind != "topic"]


GARDEN_NORTH = nomination("1", "Kitchen Garden", "North Hospital", "Anna Holm", GARDEN)


def test_the_same_title_of_two_owners_is_told_with_the_owners() -> None:
    assert texts(GARDEN_NORTH, nomination("2", "kitchen gardens", "South School", "Bo Lund", CHOIR)) == [
        ("name", "the titles are nearly the same"),
        ("owner", "the owners differ: North Hospital; South School"),
    ]


@pytest.mark.parametrize("title", ["kitchen  GARDEN", "Kit\u200bchen Gar\u00adden", "“Kitchen Garden”"])
def test_titles_that_are_written_alike_are_the_same(title: str) -> None:
    assert texts(GARDEN_NORTH, nomination("2", title, "South School", "Bo Lund", CHOIR))[0] == (
        "name",
        "the titles are the same",
    )


def test_a_nearly_equal_title_is_told_with_its_likeness() -> None:
    name, *_rest = found(GARDEN_NORTH, nomination("2", "Kitchen Gadren", "South School", "Bo Lund", CHOIR))
    # Each of "kitchen" and both spellings of "garden" weighs about as much; these are 10/12 alike.
    assert (name.kind, name.text) == ("name", "the titles are nearly the same")
    assert 0.85 < name.value < 1


def test_what_was_left_out_of_the_titles_is_told() -> None:
    there = nomination("2", "Kitchen Garden i Vejle", "South School", "Bo Lund", CHOIR)
    assert texts(GARDEN_NORTH, there)[0] == ("name", "the titles are the same without “Vejle”")
    more = nomination("2", "Kitchen Gardens i Vejle", "South School", "Bo Lund", CHOIR)
    assert texts(GARDEN_NORTH, more)[0] == ("name", "the titles are nearly the same without “Vejle”")
    same = nomination("1", "Kitchen Garden i Vejle", "North Hospital", "Anna Holm", GARDEN)
    assert texts(same, there)[0] == ("name", "the titles are the same")


def test_what_tells_siblings_apart_is_told() -> None:
    second = nomination("1", "Kitchen Garden 2 i Vejle", "North Hospital", "Anna Holm", GARDEN)
    third = nomination("2", "Kitchen Garden 3 i Ry", "North Hospital", "Anna Holm", CHOIR)
    assert texts(second, third)[:3] == [
        ("name", "the titles are nearly the same without “Vejle, Ry”"),
        ("name", "the titles have other numbers: 2; 3"),
        ("name", "the titles name other owners or places: Vejle; Ry"),
    ]


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("Mad uden affald", "Mad og affald", "uden, og"),
        ("Leg uden skærm i skolen", "Leg skærm i skolen", "uden"),
        ("Bro til mænd", "Bro fra mænd", "til, fra"),
    ],
)
def test_words_that_turn_the_meaning_are_told(a: str, b: str, words: str) -> None:
    one, other = (
        nomination("1", a, "North", "Anna Holm", GARDEN),
        nomination("2", b, "North", "Anna Holm", CHOIR),
    )
    assert texts(one, other)[:2] == [
        ("name", "the titles are nearly the same"),
        ("name", f"the titles are told apart by “{words}”"),
    ]


def test_the_same_owner_is_told_as_both_write_it() -> None:
    assert texts(
        GARDEN_NORTH, nomination("2", "Kitchen Garden", "Ward 4, North Hospital", "Bo Lund", CHOIR)
    ) == [
        ("name", "the titles are the same"),
        ("owner", "the owner is the same: North Hospital; Ward 4, North Hospital"),
    ]


AGAIN = nomination("2", "Kitchen Garden", "South School", "Bo Lund", CHOIR)


def test_a_person_who_is_responsible_in_both_is_named() -> None:
    person = nomination("2", "Kitchen Garden", "South School", "Anna Holm", CHOIR)
    assert texts(GARDEN_NORTH, person)[1:] == [
        ("owner", "Anna Holm is responsible in both"),
        ("owner", "the organisations differ: North Hospital; South School"),
    ]
    here = replace(person, organisation="Ward 4, North Hospital")
    assert texts(GARDEN_NORTH, here)[1:] == [("owner", "Anna Holm is responsible in both")]


def test_a_person_who_is_written_in_two_ways_is_told_as_in_both() -> None:
    person = nomination("2", "Kitchen Garden", "South School", "Anna Maria Holm", CHOIR)
    assert texts(GARDEN_NORTH, person)[1] == (
        "owner",
        "the same person is responsible in both, by the names: Anna Holm; Anna Maria Holm",
    )


def test_what_both_are_of_is_told_once() -> None:
    again = nomination("2", "Kitchen Garden", "North Hospital", "Bo Lund", CHOIR)
    assert texts(GARDEN_NORTH, again)[1:] == [("owner", "both are of North Hospital")]


def test_the_numbers_of_the_next_of_one_owner_are_told() -> None:
    one = nomination("1", "Kitchen Garden, phase 1: sowing", "North Hospital", "Anna Holm", GARDEN)
    next_one = nomination("2", "Kitchen Garden, phase 2: harvest", "North Hospital", "Anna Holm", CHOIR)
    assert ("name", "the titles have other numbers: 1; 2") in texts(one, next_one)


def test_who_is_named_in_the_answers_of_the_other_is_told() -> None:
    other = nomination("2", "Choir", "South School", "Bo Lund", f"Anna Holm had the idea. {CHOIR}")
    assert texts(GARDEN_NORTH, other)[0] == (
        "name",
        "Anna Holm, responsible for the other, is named in the answers of 2",
    )
    named = nomination("2", "Choir", "South School", "Bo Lund", f"We thank Kitchen Garden. {CHOIR}")
    assert texts(GARDEN_NORTH, named)[0] == ("name", "“Kitchen Garden” stands in the answers of 2")


def test_a_contact_of_one_who_is_responsible_in_the_other_is_told_and_not_named() -> None:
    assert texts(GARDEN_NORTH, AGAIN, Contact("2", "Anna Holm"))[1] == (
        "owner",
        "the same person is named in both, as responsible or as contact",
    )


def test_an_address_or_a_number_in_both_is_not_shown() -> None:
    mail = [Contact(id, email="anna@north.example") for id in "12"]
    telephone = [Contact(id, telephone="20 00 00 11") for id in "12"]
    assert texts(GARDEN_NORTH, AGAIN, *mail)[1] == ("owner", "both give the same e-mail address")
    assert texts(GARDEN_NORTH, AGAIN, *telephone)[1] == ("owner", "both give the same telephone number")


def test_no_address_and_no_number_stands_in_any_evidence() -> None:
    reach = "write to anna@north.example or call 20 00 00 11 before the bus leaves for the kitchen garden"
    one = nomination(
        "1", "Garden anna@north.example", "North, tlf. 20000011", "Anna Holm", f"{reach} {GARDEN}"
    )
    other = nomination(
        "2", "Garden anna@north.example", "South, x@south.example", "Bo Lund", f"{reach} {CHOIR}"
    )
    told = " ".join(each.text for each in found(one, other))
    assert [word for word in ("@", "2000", "20 00") if word in told] == []
    assert "write to … or call … before" in told


def test_an_owner_that_is_not_named_is_told_as_unknown() -> None:
    assert texts(GARDEN_NORTH, nomination("2", "Kitchen Garden", text=CHOIR)) == [
        ("name", "the titles are the same"),
        ("owner", "one of them names no owner"),
    ]


def test_that_neither_names_an_owner_is_told_as_such() -> None:
    one, other = (replace(GARDEN_NORTH, id=id, organisation=" – ", responsible="") for id in "12")
    assert texts(one, other)[1] == ("owner", "neither names an owner")


def test_owners_that_are_alike_in_part_are_not_told_as_others() -> None:
    one = nomination("1", "Beans", "Aarhus Musikskole", text=GARDEN)
    other = nomination("2", "Songs", "Aarhus School of Music", text=GARDEN)
    assert texts(one, other)[0] == (
        "owner",
        "the owners are alike in part: Aarhus Musikskole; Aarhus School of Music",
    )


@pytest.mark.parametrize(
    ("titles", "words"),
    [
        (("Skole med mobil", "Skole uden mobil"), "med, uden"),
        (("Hjem til byen", "Hjem fra byen"), "til, fra"),
    ],
)
def test_words_between_words_that_turn_a_title_are_told(titles: tuple[str, str], words: str) -> None:
    one, other = (nomination(title, title, "North School", text=GARDEN) for title in titles)
    assert ("name", f"the titles are told apart by “{words}”") in texts(one, other)


def test_a_wider_organisation_is_told_as_one() -> None:
    one = nomination("1", "Kitchen Garden", "Region Vest", text=GARDEN)
    other = nomination("2", "Kitchen Garden", "Region Vest, Solsiden", text=CHOIR)
    assert texts(one, other)[1] == (
        "owner",
        "one of them names only a wider organisation: Region Vest; Region Vest, Solsiden",
    )


def test_a_fact_that_says_whose_both_are_is_told() -> None:
    one, other = (
        Nomination(id, "Kitchen Garden", facts={"proposed_by": "The board"}, answers={"purpose": text})
        for id, text in (("1", GARDEN), ("2", CHOIR))
    )
    assert texts(one, other)[1] == ("owner", "both are of The board")


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
    assert [(each.kind, each.value) for each in found(GARDEN_NORTH, borrowed)][:2] == [
        ("owner", 0.0),
        ("text", 1.0),
    ]


NO_NAME = Name()


OTHERWISE = nomination("2", "Songs", "South School", "Bo Lund", CHOIR)


def compared(
    name: Name = NO_NAME, topic: Topic | None = None, least: float = 0.85
) -> list[tuple[str, float, str]]:
    pair = Comparison(GARDEN_NORTH, OTHERWISE, name, None, Owner(), None, topic)
    return [(each.kind, each.value, each.text) for each in evidence(pair, least) if each.kind != "owner"]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (1.0, "the titles are nearly the same"),
        (0.8, "the titles are nearly the same"),
        (0.79, "the titles are somewhat alike"),
        (0.5, "the titles are somewhat alike"),
        (0.49, "the titles have little in common"),
        (0.1, "the titles have little in common"),
    ],
)
def test_titles_are_told_of_by_how_alike_they_are_wherever_the_threshold_is(value: float, told: str) -> None:
    assert compared(Name(value), least=0.0) == [("name", value, told)]


def test_titles_that_are_hardly_alike_are_not_told_of() -> None:
    assert compared(Name(0.49)) == []


@pytest.mark.parametrize(("percentile", "percent"), [(0.97, 97), (0.9999, 99), (1.0, 99)])
def test_the_topic_is_told_as_the_part_of_all_pairs_that_are_less_near(
    percentile: float, percent: int
) -> None:
    told = f"the topics are closer than those of {percent} % of all pairs"
    assert compared(topic=Topic(0.3, percentile)) == [("topic", 0.3, told)]


def test_a_topic_that_the_rules_do_not_call_near_is_not_praised() -> None:
    assert compared(topic=Topic(0.27, 1.0)) == []
    assert compared(topic=Topic(0.41, 0.96)) == []
    told = "the topics are closer than those of 96 % of all pairs"
    assert compared(topic=Topic(0.42, 0.96)) == [("topic", 0.42, told)]


@pytest.mark.parametrize(("nearest", "whom"), [(2, "either"), (1, "one of them")])
def test_of_the_nearest_of_one_owner_the_words_are_told_that_bring_them_together(
    nearest: int, whom: str
) -> None:
    topic = Topic(0.2, 0.973, nearest=nearest, words=("vals", "harmonika"))
    told = f"no other is nearer to {whom} in topic, closer than 97 % of all pairs; both write of “vals, harmonika”"
    one, other = (nomination(str(n), "Beans", text="word " * n) for n in (100, 20))
    pair = Comparison(one, other, Name(), None, Owner(), None, topic)
    assert [each.text for each in evidence(pair, 0.85) if each.kind == "topic"] == [told]
    # Of two others it would sound like praise.
    alone = replace(pair, topic=replace(topic, nearest=0))
    assert [each.kind for each in evidence(alone, 0.85)] == ["owner"]


def test_other_languages_are_told_for_words_say_nothing_of_them() -> None:
    told = "one is written in Danish, the other in English: words do not tell how near they are"
    assert compared(topic=Topic(0.03, 0.1, foreign=True)) == [("topic", 0.03, told)]


def test_of_a_topic_nothing_is_told_where_its_percentile_says_nothing() -> None:
    assert compared(topic=Topic(1.0, 0.0, telling=False)) == []


def test_of_two_identical_nominations_the_topic_is_not_told() -> None:
    told = [each.kind for each in found(GARDEN_NORTH, replace(GARDEN_NORTH, id="2"))]
    assert told == ["name", "owner", "text"]


def test_parts_of_one_package_are_told_as_such() -> None:
    package = {"package": "For the homeless, call 20 00 00 11"}
    one = replace(GARDEN_NORTH, title="Nurses", facts=package)
    other = replace(GARDEN_NORTH, id="2", title="Doctors on call", facts=package)
    assert texts(one, other)[0] == ("owner", "both are parts of one package: For the homeless, call …")


def test_a_brace_in_a_title_is_only_a_sign() -> None:
    braces = nomination("1", "{id} Garden", "{ab}", "", GARDEN)
    assert texts(braces, nomination("2", "The {id} garden", "{bc} {", "", CHOIR))[-1] == (
        "owner",
        "the owners differ: {ab}; {bc} {",
    )

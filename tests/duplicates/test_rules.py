from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination
from nominate_tui.duplicates.comparison import Comparison, Name, Naming, Owner, Shared, Topic
from nominate_tui.duplicates.rules import LIMITED, RULES, judge, judged
from nominate_tui.model.nomination import Nomination, Source
from nominate_tui.model.rules import DuplicateRules

ROUND = DuplicateRules()
NOTHING = Comparison(
    a=nomination("1", "Beans", "North", "Anna Holm", GARDEN),
    b=nomination("2", "Songs", "South", "Bo Lund", CHOIR),
    name=Name(),
    naming=None,
    owner=Owner("different"),
    text=Shared(),
    topic=Topic(0.05, 0.5),
)
"""Two nominations that have nothing in common."""

SAME, OTHER, UNKNOWN = Owner("same", 1.0, "organisation"), Owner("different", 0.2), Owner()
PERSON = Owner("same", 1.0, "person", "Anna Holm")
CONTACT = Owner("same", 1.0, "contact", "Anna Holm")
NAMED = Naming("Beans", "1", "2", "title")
NEAR = Topic(0.3, 0.99)


def found(**axes: object) -> tuple[str, str] | None:
    """What is suggested for a pair that has some axes in common, and by which rule."""
    suggestion = judged(replace(NOTHING, **axes), ROUND)  # type: ignore[arg-type] # each test gives the right types
    return (suggestion.suggested, suggestion.rule) if suggestion else None


def shared(share: float, longest: int = 40) -> Shared:
    return Shared(words=longest, share=share, passages=1, longest=longest, quote="So it begins")


def test_nothing_in_common_is_nothing() -> None:
    assert found() is None
    assert judged(replace(NOTHING, text=None, topic=None), ROUND) is None


def test_every_rule_has_a_name_of_its_own() -> None:
    names = [rule.name for rule in (*RULES, *LIMITED)]
    assert len(set(names)) == len(names)


# The name


def test_the_same_name_and_owner_is_a_duplicate() -> None:
    for owner in (SAME, PERSON, CONTACT):
        assert found(name=Name(0.85), owner=owner) == ("duplicate", "same-name-same-owner")


@pytest.mark.parametrize("owner", [OTHER, UNKNOWN])
def test_the_same_name_of_another_or_an_unknown_owner_is_related(owner: Owner) -> None:
    assert found(name=Name(1.0), owner=owner) == ("related", "same-name")


def test_a_name_that_is_not_the_same_is_nothing_by_itself() -> None:
    assert found(name=Name(0.84), owner=OTHER) is None
    assert found(name=Name(0.84), owner=SAME) is None


@pytest.mark.parametrize(
    "name", [Name(1.0, numbers=("1", "2")), Name(1.0, ("Vejle", "Ry"), places=("Vejle", "Ry"))]
)
def test_siblings_of_one_owner_are_related(name: Name) -> None:
    assert found(name=name, owner=PERSON) == ("related", "same-name")
    assert found(name=name, owner=SAME, text=shared(1.0)) == ("related", "same-name")
    assert found(name=name, owner=SAME, text=shared(0.3)) == ("related", "same-name")
    assert found(name=replace(name, value=0.7), naming=NAMED, owner=SAME, topic=Topic(0.9, 1.0)) == (
        "related",
        "named-in-the-other",
    )


@pytest.mark.parametrize("name", [Name(0.7, numbers=("1", "2")), Name(0.5, apart=("girls", "boys"))])
def test_siblings_of_one_owner_with_half_of_the_name_are_related_whatever_the_topic(name: Name) -> None:
    for owner in (SAME, PERSON):
        assert found(name=name, owner=owner) == ("related", "next-of-one-owner")
    for owner in (OTHER, UNKNOWN):
        assert found(name=name, owner=owner) is None
    # What tells titles apart is told only of those that are alike, or differ in nothing else.
    nearly = ("related", "next-of-one-owner") if name.apart else None
    assert found(name=replace(name, value=0.49), owner=SAME) == nearly


def called(title: str, **axes: object) -> tuple[str, str] | None:
    """What is suggested for two of one title."""
    one, other = replace(NOTHING.a, title=title), replace(NOTHING.b, title=title)
    return found(a=one, b=other, name=Name(1.0, written=True), **axes)


def test_a_title_that_says_nothing_does_not_make_two_of_other_owners_related() -> None:
    for title in ("Bedre sammenhæng", "Samarbejde på tværs", "Better together"):
        assert called(title, owner=OTHER) is None
        assert called(title, owner=OTHER, topic=NEAR) == ("related", "same-name")
        assert called(title, owner=UNKNOWN) == ("related", "same-name")
        assert called(title, owner=SAME) == ("duplicate", "same-name-same-owner")
        assert called(title, owner=PERSON) == ("duplicate", "same-name-same-owner")
    assert called("Klædeskabet", owner=OTHER) == ("related", "same-name")


def test_a_person_elsewhere_with_a_title_that_says_nothing_may_be_another() -> None:
    elsewhere = replace(PERSON, elsewhere=True)
    assert called("Bedre sammenhæng", owner=elsewhere) == ("related", "same-name")
    assert called("Bedre sammenhæng", owner=elsewhere, text=shared(0.1)) == (
        "duplicate",
        "same-name-same-owner",
    )
    assert called("Bedre sammenhæng", owner=elsewhere, topic=NEAR) == ("duplicate", "same-name-same-owner")
    assert called("Klædeskabet", owner=elsewhere) == ("duplicate", "same-name-same-owner")


def test_a_paragraph_in_which_the_owner_introduces_itself_is_nothing() -> None:
    owned = {"organisation": "North Hospital, Ward 4"}
    pair = {"a": replace(NOTHING.a, **owned), "b": replace(NOTHING.b, **owned)}  # type: ignore[arg-type]
    about = replace(shared(0.31, 58), quote="North Hospital is an acute hospital with 340 beds and")
    assert found(**pair, owner=SAME, text=about) is None
    assert found(**pair, owner=SAME, text=replace(about, longest=99)) is None
    copied = ("related", "copied-passages")
    assert found(**pair, owner=SAME, text=replace(about, quote="At the North Hospital we have 340")) is None
    assert (
        found(**pair, owner=SAME, text=replace(about, quote="Every Tuesday we walk to North Hospital"))
        == copied
    )
    assert found(**pair, owner=SAME, text=replace(about, passages=2)) == copied
    nobody = {"a": NOTHING.a, "b": NOTHING.b}
    assert found(**nobody, owner=SAME, text=replace(about, quote="")) == copied


def test_a_paragraph_in_which_the_house_of_two_wards_introduces_itself_is_nothing() -> None:
    wards = {
        "a": replace(NOTHING.a, organisation="Ward 4, North Hospital"),
        "b": replace(NOTHING.b, organisation="The kitchen, North Hospital"),
    }
    about = replace(shared(0.31, 58), quote="North Hospital is an acute hospital with 340 beds and")
    assert found(**wards, owner=OTHER, text=about) is None
    copied = ("related", "copied-passages")
    assert found(**wards, owner=OTHER, text=replace(about, longest=60)) == copied
    assert found(**wards, owner=OTHER, text=replace(about, quote="Ward 4 has the smallest of")) == copied
    others = {**wards, "b": replace(NOTHING.b, organisation="The kitchen, South Hospital")}
    assert found(**others, owner=OTHER, text=about) == copied


def test_one_title_of_several_words_and_half_of_the_text_are_the_same_where_an_owner_is_missing() -> None:
    half = shared(0.5, 40)
    assert found(name=Name(1.0), owner=UNKNOWN, text=half) == ("duplicate", "same-text")
    assert found(name=Name(1.0), owner=UNKNOWN, text=replace(half, share=0.49)) == ("related", "same-name")
    assert found(name=Name(0.9, letters=True), owner=UNKNOWN, text=half) == ("related", "same-name")
    assert found(name=Name(0.8), owner=UNKNOWN, text=half) == ("related", "copied-passages")
    assert found(name=Name(1.0), owner=OTHER, text=half) == ("related", "same-name")


def test_other_numbers_in_titles_of_other_words_tell_no_siblings() -> None:
    name = Name(0.3, numbers=("1", "2"))
    assert found(name=name, owner=SAME, text=shared(0.9)) == ("duplicate", "same-text")


def started(a: str, b: str) -> tuple[str, str] | None:
    one, other = replace(NOTHING.a, started=a), replace(NOTHING.b, started=b)
    return found(a=one, b=other, name=Name(1.0), owner=SAME)


def test_the_same_name_that_began_in_another_year_is_related() -> None:
    assert started("April 2022", "1/1-2023") == ("related", "same-name")
    assert started("2021–2022", "2022") == ("duplicate", "same-name-same-owner")
    for a, b in (("2022", ""), ("last autumn", "2023"), ("", ""), ("no. 12022", "2023")):
        assert started(a, b) == ("duplicate", "same-name-same-owner")


def test_the_same_text_is_a_duplicate_whenever_it_began() -> None:
    one, other = replace(NOTHING.a, started="2022"), replace(NOTHING.b, started="2023")
    assert found(a=one, b=other, name=Name(1.0), owner=SAME, text=shared(0.9)) == ("duplicate", "same-text")


def test_a_duplicate_by_its_name_alone_is_no_louder_than_one_of_a_fifth_of_the_text() -> None:
    name, far = Name(1.0, written=True), Topic(0.27, 1.0)
    assert likeness(name=name, owner=SAME) == likeness(name=name, owner=SAME, topic=far) == 0.6
    assert likeness(name=name, owner=SAME, topic=NEAR) == 1.0
    assert likeness(name=name, owner=SAME, text=shared(0.01)) == 1.0
    short = replace(NOTHING.b, answers={"purpose": "Beans for all"})
    assert likeness(name=name, owner=SAME, b=short) == 1.0
    assert likeness(name=Name(0.95, letters=True, words=2), owner=SAME, topic=NEAR) == 0.6


def test_a_single_word_that_is_alike_in_its_letters_needs_much_text_or_one_topic() -> None:
    name, related = Name(0.95, letters=True, words=1), ("related", "same-name")
    assert found(name=name, owner=SAME, topic=Topic(0.64, 1.0)) == related
    assert found(name=name, owner=SAME, text=shared(0.19)) == related
    assert found(name=name, owner=SAME, topic=Topic(0.65, 1.0)) == ("duplicate", "same-name-same-owner")
    assert found(name=name, owner=SAME, text=shared(0.2)) == ("duplicate", "same-name-same-owner")


def letters(owner: Owner, **axes: object) -> tuple[str, str] | None:
    """What is suggested for titles that are only alike in their letters."""
    return found(name=Name(0.95, letters=True), owner=owner, **axes)


def test_a_name_that_is_alike_in_its_letters_alone_must_be_borne_out_by_text_or_topic() -> None:
    assert letters(SAME) == letters(PERSON) == ("related", "same-name")
    again = ("duplicate", "same-name-same-owner")
    assert letters(SAME, text=shared(0.08)) == again
    assert letters(SAME, topic=Topic(0.2, 0.97)) == again
    assert letters(SAME, topic=Topic(0.28, 0.0, telling=False)) == again
    assert letters(SAME, topic=Topic(0.27, 1.0, telling=False)) == ("related", "same-name")
    assert (
        letters(SAME, text=shared(0.07)) == letters(SAME, topic=Topic(0.2, 0.96)) == ("related", "same-name")
    )


def test_where_a_text_is_too_short_to_tell_nothing_speaks_against_a_misspelt_name() -> None:
    short = replace(NOTHING.b, answers={"purpose": "word " * 19})
    assert letters(SAME, b=short) == ("duplicate", "same-name-same-owner")
    assert letters(SAME, b=replace(short, answers={"purpose": "word " * 20})) == ("related", "same-name")


@pytest.mark.parametrize("apart", [("uden", "og"), ("ikke", ""), ("mandag", "onsdag")])
def test_what_words_tell_apart_is_related(apart: tuple[str, str]) -> None:
    assert found(name=Name(1.0, apart=apart), owner=PERSON) == ("related", "same-name")
    assert found(name=Name(1.0, apart=apart), owner=SAME, text=shared(0.9)) == ("related", "same-name")


def nobodys(name: Name, cosine: float, owner: Owner = UNKNOWN, started: str = "") -> tuple[str, str] | None:
    """What is suggested for two that name no owner."""
    one, other = (replace(each, organisation="", responsible="") for each in (NOTHING.a, NOTHING.b))
    one, other = replace(one, started="2023"), replace(other, started=started)
    return found(a=one, b=other, name=name, owner=owner, topic=Topic(cosine, 0.99))


def test_two_of_nobody_with_the_same_name_of_several_words_and_one_topic_are_a_duplicate() -> None:
    again, related = ("duplicate", "same-name-and-topic-no-owner"), ("related", "same-name")
    assert nobodys(Name(0.85, words=2), 0.42) == again
    assert nobodys(Name(1.0, words=1), 0.42) == related
    assert nobodys(Name(1.0, words=2), 0.41) == related
    assert nobodys(Name(1.0, words=2, numbers=("1", "2")), 0.9) == related
    assert nobodys(Name(1.0, words=2), 0.9, started="2024") == related
    assert nobodys(Name(1.0, words=2), 0.9, owner=OTHER) == related
    # Where one names its owner, the other may be of somebody else.
    assert found(name=Name(1.0, words=2), owner=UNKNOWN, topic=Topic(0.9, 0.99)) == related


# The text


@pytest.mark.parametrize(("owner", "rule"), [(SAME, "same-text"), (UNKNOWN, "same-text")])
def test_nearly_all_text_is_a_duplicate_where_the_owner_is_not_another(owner: Owner, rule: str) -> None:
    assert found(text=shared(0.8), owner=owner) == ("duplicate", rule)
    assert found(text=shared(0.8), owner=OTHER) == ("related", "copied-passages")


def spread(share: float, beside: int = 100) -> Shared:
    """Text of several answers that is shared, of 200 words."""
    return Shared(words=200, share=share, passages=3, longest=80, quote="So it begins", beside=beside)


def test_a_fifth_of_the_text_of_one_owner_is_a_duplicate() -> None:
    assert found(text=spread(0.2), owner=SAME) == ("duplicate", "much-text-same-owner")
    assert found(text=spread(0.2), owner=UNKNOWN) == ("related", "copied-passages")


SEVERAL = {"purpose": GARDEN, "spread": CHOIR}
"""Two answers."""


def of_answers(
    text: Shared,
    a: Mapping[str, str] = SEVERAL,
    b: Mapping[str, str] = SEVERAL,
    axes: Mapping[str, object] = MappingProxyType({}),
) -> str:
    """The rule for a pair of one owner with some answers that share a text."""
    one, other = replace(NOTHING.a, answers=a), replace(NOTHING.b, answers=b)
    told = found(a=one, b=other, owner=SAME, text=text, **axes)
    return told[1] if told else ""


def test_one_answer_pasted_into_another_project_of_the_owner_is_copied_and_no_duplicate() -> None:
    assert of_answers(spread(0.22, beside=0)) == "copied-passages"
    # A phrase of the office beside it changes nothing; a quarter of the words does.
    assert of_answers(spread(0.22, beside=49)) == "copied-passages"
    assert of_answers(spread(0.22, beside=50)) == "much-text-same-owner"


@pytest.mark.parametrize(
    "axes", [{"naming": NAMED}, {"name": Name(0.5)}, {"topic": Topic(0.65, 0.99)}, {"name": Name(0.6)}]
)
def test_one_answer_is_enough_where_something_else_is_the_same(axes: dict[str, object]) -> None:
    assert of_answers(spread(0.22, beside=0), axes=axes) == "much-text-same-owner"


def test_one_answer_that_is_half_of_the_text_is_enough() -> None:
    assert of_answers(spread(0.5, beside=0)) == "much-text-same-owner"
    assert of_answers(spread(0.49, beside=0)) == "copied-passages"


@pytest.mark.parametrize("passages", [1, 2])
def test_a_paragraph_or_two_are_pasted_however_much_of_the_text_they_are(passages: int) -> None:
    pasted = replace(spread(0.79, beside=100), passages=passages)
    assert of_answers(pasted) == "copied-passages"
    assert of_answers(pasted, axes={"topic": Topic(0.65, 0.99)}) == "much-text-same-owner"
    assert of_answers(pasted, axes={"name": Name(0.5)}) == "much-text-same-owner"
    assert of_answers(replace(pasted, passages=3)) == "much-text-same-owner"
    assert of_answers(replace(pasted, share=0.8)) == "same-text"


def test_a_duplicate_needs_as_many_words_as_a_related_pair() -> None:
    few = Shared(words=29, share=0.49, passages=3, longest=12, beside=12)
    again = ("duplicate", "much-text-same-owner")
    assert found(owner=SAME, name=Name(0.5), text=few) == ("related", "copied-passages")
    assert found(owner=SAME, name=Name(0.5), text=replace(few, words=30)) == again


@pytest.mark.parametrize(("length", "rule"), [(40, "much-text-same-owner"), (39, "copied-passages")])
def test_half_of_a_short_text_is_much_and_of_a_shorter_one_a_phrase_or_two(length: int, rule: str) -> None:
    half = Shared(words=20, share=0.5, passages=3, longest=8, beside=12)
    short = replace(NOTHING.a, answers={"purpose": "word " * length})
    assert found(owner=SAME, a=short, name=Name(0.5), text=half, b=NOTHING.b) == (
        "duplicate" if length == 40 else "related",
        rule,
    )


def test_where_a_form_has_one_answer_several_passages_are_as_much_as_several_answers() -> None:
    one = {"purpose": GARDEN, "spread": " "}
    assert of_answers(spread(0.3, beside=0), one, one) == "much-text-same-owner"
    assert of_answers(replace(spread(0.3, beside=0), longest=151), one, one) == "copied-passages"
    assert of_answers(spread(0.3, beside=0), one) == "copied-passages"


def part(nomination: Nomination, title: str, digest: str) -> Nomination:
    return replace(
        nomination, title=title, facts={"package": "Proposals"}, source=Source("a.txt", "1", digest)
    )


def of_parts(titles: str, digests: str = "aa", **axes: object) -> tuple[str, str] | None:
    """What is suggested for two parts of one package, by one letter each of their titles and documents."""
    one, other = map(part, (NOTHING.a, NOTHING.b), titles, digests)
    name = Name(1.0) if titles[0] == titles[1] else Name()
    return found(a=one, b=other, name=name, owner=SAME, **axes)


def test_parts_of_one_package_are_related_however_much_text_they_share() -> None:
    assert of_parts("XY", text=spread(0.97)) == ("related", "copied-passages")
    assert of_parts("XY", text=spread(0.4)) == ("related", "copied-passages")
    assert of_parts("XY", "ab", text=spread(0.97)) == ("related", "copied-passages")
    assert of_parts("XY") is None


def test_a_part_that_stands_in_its_package_twice_is_a_duplicate() -> None:
    assert of_parts("XX", text=spread(0.8)) == ("duplicate", "same-name-same-owner")
    assert of_parts("XX", text=spread(0.7)) == ("related", "same-name")


def test_a_part_of_a_package_that_was_sent_in_twice_is_a_duplicate() -> None:
    assert of_parts("XX", "ab", text=spread(0.3)) == ("duplicate", "same-name-same-owner")


IN_PART = Owner("different", 0.34, in_part=True)


def test_all_of_the_text_is_a_duplicate_where_the_owner_is_in_part_another() -> None:
    assert found(text=shared(0.95), owner=IN_PART) == ("duplicate", "same-text")
    assert found(text=shared(0.94), owner=IN_PART) == ("related", "copied-passages")
    assert found(text=shared(1.0), owner=replace(IN_PART, in_part=False)) == ("related", "copied-passages")


@pytest.mark.parametrize(
    ("share", "longest", "copied"),
    [(0.08, 12, True), (0.07, 29, False), (0.08, 11, False), (0.2, 8, True), (0.01, 30, True)],
)
def test_copied_is_a_long_passage_or_a_part_of_the_text_in_more_than_phrases(
    share: float, longest: int, copied: bool
) -> None:
    assert found(text=shared(share, longest)) == (("related", "copied-passages") if copied else None)


def test_copied_are_many_words_in_several_passages_of_which_one_is_a_sentence() -> None:
    few = Shared(words=30, share=0.01, passages=3, longest=12)
    assert found(text=few) == ("related", "copied-passages")
    assert found(text=replace(few, words=29)) is None
    assert found(text=replace(few, longest=11)) is None


def test_phrases_are_copied_where_the_topic_is_near() -> None:
    assert found(text=shared(0.08, 8), topic=NEAR) == ("related", "copied-passages")


@pytest.mark.parametrize(("share", "longest", "copied"), [(0.1, 59, False), (0.1, 60, True)])
def test_a_paragraph_of_ones_own_is_nothing_and_a_page_is_something(
    share: float, longest: int, copied: bool
) -> None:
    assert found(text=shared(share, longest), owner=SAME) == (
        ("related", "copied-passages") if copied else None
    )


# Names in names, persons, topics


def test_one_that_names_the_other_is_related() -> None:
    assert found(naming=NAMED) == ("related", "named-in-the-other")


@pytest.mark.parametrize("field", ["answers", "persons"])
def test_one_that_tells_of_the_other_is_related_and_no_more(field: Literal["answers", "persons"]) -> None:
    told = replace(NAMED, field=field)
    assert found(naming=told) == ("related", "named-in-the-other")
    assert found(naming=told, owner=SAME, topic=Topic(0.9, 0.99)) == ("related", "named-in-the-other")


@pytest.mark.parametrize("axes", [{"naming": NAMED}, {"name": Name(0.5)}])
def test_the_same_in_other_words_of_one_owner_is_a_duplicate(axes: dict[str, object]) -> None:
    again = ("duplicate", "like-name-same-owner-and-topic")
    assert found(**axes, owner=SAME, topic=Topic(0.65, 0.99)) == again
    assert found(**axes, owner=SAME, topic=Topic(0.64, 0.99)) != again
    assert found(**axes, owner=UNKNOWN, topic=Topic(0.9, 0.99)) != again
    assert found(owner=SAME, topic=Topic(0.9, 0.99)) is None


def test_a_person_with_another_project_is_nothing_unless_the_topic_is_near() -> None:
    assert found(owner=PERSON) is None
    assert found(owner=PERSON, topic=NEAR) == ("related", "same-person-near-topic")
    assert found(owner=PERSON, topic=Topic(0.27, 0.99)) is None
    assert found(owner=PERSON, topic=Topic(0.3, 0.96)) is None
    assert found(owner=PERSON, topic=NEAR, text=shared(0.19)) is None
    assert found(owner=SAME, topic=NEAR) is None


@pytest.mark.parametrize("by", ["contact", "email", "telephone"])
def test_whoever_sends_in_many_of_one_field_does_not_make_them_related(
    by: Literal["contact", "email", "telephone"],
) -> None:
    owner = replace(CONTACT, by=by)
    assert found(owner=owner, topic=NEAR) is None
    assert found(owner=owner, topic=Topic(0.42, 0.99)) == ("related", "same-person-near-topic")


def test_somewhat_like_names_of_near_topics_are_related() -> None:
    assert found(name=Name(0.5), topic=NEAR) == ("related", "like-name-near-topic")
    assert found(name=Name(0.49), topic=NEAR) is None
    assert found(name=Name(0.5), topic=Topic(0.27, 0.99)) is None


def test_a_text_of_a_few_words_has_no_topic() -> None:
    short = replace(NOTHING.a, answers={"purpose": "word " * 19})
    assert found(a=short, name=Name(0.7), topic=Topic(0.9, 1.0)) is None
    assert found(
        a=replace(short, answers={"purpose": "word " * 20}), name=Name(0.7), topic=Topic(0.9, 1.0)
    ) == (
        "related",
        "like-name-near-topic",
    )


# Topics alone


def near(a: str, b: str, cosine: float) -> Comparison:
    one, other = (nomination(id, f"Title {id}", text=BICYCLES) for id in (a, b))
    return replace(NOTHING, a=one, b=other, topic=Topic(cosine, 0.999))


def alone(*pairs: Comparison, nominations: int) -> list[tuple[str, str]]:
    return [(each.a, each.b) for each in judge(pairs, ROUND, nominations) if each.rule == "near-topic"]


def test_topics_alone_are_suggested_for_one_pair_of_twenty_nominations() -> None:
    pairs = [near("1", "2", 0.5), near("3", "4", 0.6), near("5", "6", 0.7)]
    assert alone(*pairs, nominations=19) == []
    assert alone(*pairs, nominations=39) == [("5", "6")]
    assert alone(*pairs, nominations=40) == [("5", "6"), ("3", "4")]


def test_topics_that_are_not_very_near_are_never_suggested_alone() -> None:
    assert alone(near("1", "2", 0.41), near("3", "4", 0.42), nominations=1000) == [("3", "4")]


def test_of_equally_near_topics_the_ids_decide_and_not_the_order() -> None:
    pairs = [near("1", "2", 0.5), near("3", "4", 0.5)]
    assert alone(*pairs, nominations=20) == alone(*pairs[::-1], nominations=20) == [("1", "2")]


def test_a_pair_that_another_rule_suggests_takes_no_room() -> None:
    louder = replace(near("5", "6", 0.9), name=Name(1.0))
    assert alone(louder, near("1", "2", 0.5), nominations=20) == [("1", "2")]


# The nearest of one owner, and other languages

LONG = "word " * 100


def of_one(a: str, b: str, **axes: object) -> Comparison:
    """Two long texts of one owner that are nearest to one another."""
    one, other = (nomination(id, f"Title {id}", text=LONG) for id in (a, b))
    pair = replace(NOTHING, a=one, b=other, owner=SAME, topic=Topic(0.2, 0.95, nearest=2))
    return replace(pair, **axes)  # type: ignore[arg-type] # as above


def by_rule(*pairs: Comparison, nominations: int = 20) -> list[tuple[str, str, str]]:
    return [(each.a, each.b, each.rule) for each in judge(pairs, ROUND, nominations)]


def test_two_of_one_owner_that_are_nearest_to_one_another_are_worth_a_look() -> None:
    assert by_rule(of_one("1", "2")) == [("1", "2", "nearest-of-one-owner")]
    assert judge([of_one("1", "2")], ROUND, 20)[0].suggested == "related"


@pytest.mark.parametrize(
    "axes",
    [
        {"owner": OTHER},
        {"owner": UNKNOWN},
        {"owner": CONTACT},
        {"topic": Topic(0.2, 0.94, nearest=2)},
        {"topic": Topic(0.2, 0.99)},
        {"text": shared(0.05)},
    ],
)
def test_neither_others_nor_those_who_pasted_nor_whoever_only_sends_in_are(axes: dict[str, object]) -> None:
    assert by_rule(of_one("1", "2", **axes)) == []


@pytest.mark.parametrize(("percentile", "told"), [(0.975, True), (0.974, False)])
def test_of_one_organisation_one_s_nearest_alone_must_be_nearer(percentile: float, *, told: bool) -> None:
    pair = of_one("1", "2", topic=Topic(0.2, percentile, nearest=1))
    assert by_rule(pair) == ([("1", "2", "nearest-of-one-owner")] if told else [])
    person = replace(pair, owner=PERSON, topic=Topic(0.2, 0.97, nearest=1))
    assert by_rule(person) == [("1", "2", "same-person-near-topic")]


def test_of_one_owner_one_pair_of_ten_nominations_is_suggested_the_nearest() -> None:
    pairs = [
        of_one("1", "2", topic=Topic(0.2, 0.95, nearest=2)),
        of_one("3", "4", topic=Topic(0.22, 0.96, nearest=2)),
    ]
    assert by_rule(*pairs, nominations=9) == []
    assert by_rule(*pairs, nominations=19) == [("3", "4", "nearest-of-one-owner")]
    assert len(by_rule(*pairs, nominations=20)) == 2


def test_a_person_in_two_languages_is_worth_a_look() -> None:
    foreign = Topic(0.03, 0.1, foreign=True)
    assert by_rule(of_one("1", "2", owner=PERSON, topic=foreign)) == [
        ("1", "2", "same-person-other-language")
    ]
    assert by_rule(of_one("1", "2", topic=foreign)) == []
    assert by_rule(of_one("1", "2", owner=CONTACT, topic=foreign)) == []
    assert by_rule(of_one("1", "2", owner=PERSON, topic=Topic(0.03, 0.1))) == []


def test_a_text_has_one_translation_the_nearest() -> None:
    pairs = [
        of_one(a, b, owner=PERSON, topic=Topic(cosine, 0.1, foreign=True))
        for a, b, cosine in (("1", "2", 0.02), ("1", "3", 0.04), ("4", "2", 0.01))
    ]
    assert [(a, b) for a, b, _rule in by_rule(*pairs)] == [("1", "3"), ("4", "2")]
    assert [(a, b) for a, b, _rule in by_rule(*pairs, nominations=9)] == [("1", "3")]


def test_titles_of_two_owners_that_a_word_tells_apart_are_not_the_same() -> None:
    apart = Name(1.0, apart=("piger", "drenge"))
    assert found(name=apart) is None
    assert found(name=apart, owner=SAME) == ("related", "same-name")
    assert found(name=apart, topic=NEAR) == ("related", "same-name")


# Loudness


AXES = st.fixed_dictionaries(
    {
        "name": st.builds(Name, st.sampled_from([0, 0.5, 0.85, 1.0]), letters=st.booleans()),
        "naming": st.sampled_from([None, NAMED]),
        "owner": st.sampled_from([SAME, PERSON, CONTACT, OTHER, UNKNOWN]),
        "text": st.sampled_from([None, *(shared(share) for share in (0, 0.1, 0.2, 0.8, 1.0))]),
        "topic": st.sampled_from([None, NEAR, Topic(0.5, 1.0), Topic(1.0, 1.0)]),
    }
)


@given(AXES, st.just(ROUND))
def test_duplicates_are_louder_than_related_ones_and_these_than_topics_alone(
    axes: dict[str, object], rules: DuplicateRules
) -> None:
    made = judge([replace(NOTHING, **axes)], rules, 100)  # type: ignore[arg-type] # as above
    for each in made:
        least, most = {"duplicate": (0.5, 1.0), "related": (0.1, 0.5)}[each.suggested]
        if each.rule == "near-topic":
            least, most = 0.0, 0.1
        assert least <= each.likeness <= most


@given(AXES)
def test_a_pair_is_the_same_one_way_as_the_other(axes: dict[str, object]) -> None:
    there = replace(NOTHING, **axes)  # type: ignore[arg-type] # as above
    one, other = judged(there, ROUND), judged(replace(there, a=there.b, b=there.a), ROUND)
    assert (one and (one.rule, one.likeness)) == (other and (other.rule, other.likeness))


def likeness(**axes: object) -> float:
    suggestion = judged(replace(NOTHING, **axes), ROUND)  # type: ignore[arg-type] # as above
    assert suggestion is not None
    return suggestion.likeness


def test_the_likeness_is_of_name_or_text_by_that_of_the_owner() -> None:
    assert likeness(name=Name(1.0), owner=SAME, topic=NEAR) == 1.0
    # 0.1 to 0.5; an unknown owner counts three quarters, another one half and a half of its likeness.
    assert likeness(name=Name(1.0), owner=UNKNOWN) == pytest.approx(0.1 + 0.4 * 0.75)
    assert likeness(name=Name(1.0), owner=OTHER) == pytest.approx(0.1 + 0.4 * 0.6)
    assert likeness(text=shared(0.5), owner=OTHER) == pytest.approx(0.1 + 0.4 * 0.5 * 0.6)
    # Letters alone count as the least share of text that is copied.
    letters = Name(0.95, letters=True)
    assert likeness(name=letters, owner=SAME) == pytest.approx(0.1 + 0.4 * 0.08)
    assert likeness(name=letters, owner=SAME) < likeness(text=shared(0.3), owner=OTHER)
    # Of one name, shared text says as much as an owner: the same under two organisations is louder than namesakes.
    assert likeness(name=Name(1.0), text=shared(0.9), owner=OTHER) == pytest.approx(0.1 + 0.4 * 0.95)
    # A name that is not the same counts half.
    assert likeness(name=Name(0.6), naming=NAMED, owner=UNKNOWN) == pytest.approx(0.1 + 0.4 * 0.3 * 0.75)


def test_the_loudest_comes_first_and_equally_loud_ones_in_their_order() -> None:
    pairs = [
        replace(near("1", "2", 0.1), name=Name(0.9)),
        replace(near("3", "4", 0.1), name=Name(1.0)),
        replace(near("5", "6", 0.1), name=Name(1.0)),
        near("7", "8", 0.5),
    ]
    assert [each.a for each in judge(pairs, ROUND, 20)] == ["3", "5", "1", "7"]


@pytest.mark.parametrize("make", [judge])
def test_nothing_compared_suggests_nothing(make: Callable[..., object]) -> None:
    assert make([], ROUND, 0) == ()


# The thresholds of the round


def test_the_round_says_how_alike_titles_must_be() -> None:
    pair = replace(NOTHING, name=Name(0.7))
    assert judged(pair, ROUND) is None
    assert judged(pair, DuplicateRules(title=0.7)) is not None


def test_the_round_says_how_much_text_must_be_shared() -> None:
    pair = replace(NOTHING, text=shared(0.1, 20))
    assert judged(pair, DuplicateRules(text=0.1)) is not None
    assert judged(pair, DuplicateRules(text=0.11)) is None

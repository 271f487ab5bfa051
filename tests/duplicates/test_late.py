from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duplicates.labelled import sample
from duplicates.late_rounds import as_large, exactly, found_of_late, told, without
from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination, round_of
from duplicates.test_size import a_round
from duplicates.test_told_again import ROUNDS, nominations_of
from nominate_tui.duplicates.late import MOST, ONE_IN, late, turnover
from nominate_tui.duplicates.rules import NEAR_TOPIC
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.suggest import compare, suggest, suggest_late
from nominate_tui.duplicates.topic import ALL
from nominate_tui.model.duplicate import Evidence, Fingerprint, Suggestion
from nominate_tui.model.nomination import Contact, Nomination, Nominations
from nominate_tui.model.rules import DuplicateRules
from steps import steps

RULES = DuplicateRules()
IDS = [str(n) for n in range(400)]


def made_from(ids: Iterable[str], changed: Iterable[str] = ()) -> Fingerprint:
    """What a round of these ids is made of, some of which have another digest than most."""
    others = frozenset(changed)
    return Fingerprint("a", "b", tuple((id, "d" if id in others else "c") for id in ids), "")


def found_late(ids: Iterable[str], changed: Iterable[str] = (), known: Fingerprint | None = None) -> object:
    """Who is late in a round of these ids, of which IDS were compared, and suggestions are of what is known."""
    return late(made_from(IDS), known or made_from(IDS), made_from(ids, changed))


@cache
def grounds() -> Sequence[tuple[Nominations, Sequence[Contact]]]:
    """Rounds in which much is alike, with their contacts."""
    return [(sample().nominations, sample().contacts), *((nominations_of(path), ()) for path in ROUNDS)]


# Who is late


def test_who_came_or_changed_is_late_wherever_in_the_round() -> None:
    assert found_late(IDS) == set()
    assert found_late([*IDS, "new"]) == {"new"}
    assert found_late(["new", *IDS[:200], "newer", *IDS[200:]]) == {"new", "newer"}
    assert found_late(IDS, "7") == {"7"}
    assert found_late([*IDS, "new"], "7") == {"7", "new"}


def test_who_went_is_not_late_but_counts() -> None:
    assert found_late(IDS[1:]) == set()
    assert turnover(made_from([*IDS, "more"]), made_from(IDS)) == 1
    assert turnover(made_from([*IDS, "more"]), made_from([*IDS[1:], "new"], "7")) == 4
    assert turnover(made_from(IDS), made_from(IDS)) == 0


def test_who_is_not_among_those_whose_suggestions_are_known_is_late_too() -> None:
    assert found_late([*IDS, "new"], known=made_from(IDS[2:], "9")) == {"0", "1", "9", "new"}
    assert found_late([*IDS, "new"], known=made_from([*IDS, "new"])) == {"new"}


def test_where_much_is_new_since_all_was_compared_all_is_compared() -> None:
    most = len(IDS) // ONE_IN
    assert found_late(IDS, IDS[:most]) == {*IDS[:most]}
    assert found_late(IDS, IDS[: most + 1]) is None
    assert found_late(IDS[18:], IDS[-1:]) == {IDS[-1]}  # 19 of 382
    assert found_late(IDS[19:], IDS[-1:]) is None  # 20 of 381
    assert found_late(IDS, known=made_from(IDS[most + 1 :])) is None


def test_of_very_many_no_more_than_most_are_late() -> None:
    many = [str(n) for n in range(ONE_IN * (MOST + 1))]
    then = made_from(many)
    assert late(then, then, made_from(many, many[:MOST])) == {*many[:MOST]}
    assert late(then, then, made_from(many, many[: MOST + 1])) is None


def test_in_another_order_all_is_compared() -> None:
    assert found_late(IDS[::-1]) is None
    assert found_late([*IDS[1:], IDS[0]]) is None


# What is suggested of who is late


def test_a_late_one_is_compared_with_all_and_all_others_are_as_they_were() -> None:
    garden = nomination("1", "Garden", "North Hospital", text=GARDEN)
    forged = Suggestion(
        "2", "3", "related", "same-name", 0.3, (Evidence("name", 1.0, "the titles are the same"),)
    )
    choirs = [
        nomination("2", "Choir", "South", text=CHOIR),
        nomination("3", "Bees", "West", text="Honey for all."),
    ]
    found = found_of_late(round_of(garden, *choirs, replace(garden, id="4")), {"4"}, [forged])
    assert [(each.a, each.b, each.rule) for each in found] == [
        ("1", "4", "same-name-same-owner"),
        ("2", "3", "same-name"),
    ]


def test_what_was_said_of_who_changed_or_went_is_forgotten() -> None:
    stale = [
        Suggestion(a, b, "related", "same-name", 0.3, ())
        for a, b in (("1", "2"), ("2", "3"), ("1", "9"), ("3", "4"))
    ]
    several = [
        nomination(id, title, text=text)
        for id, title, text in (("1", "Garden", GARDEN), ("2", "Choir", CHOIR))
    ]
    bees = [nomination("3", "Bees"), nomination("4", "Wasps")]
    assert found_of_late(round_of(*several, *bees), {"2"}, stale) == (stale[3],)
    assert found_of_late(round_of(*several, *bees), set(), stale) == (stale[0], stale[1], stale[3])


def test_who_went_or_changed_brings_nobody_together_with_a_late_one() -> None:
    before = round_of(
        nomination("1", "Garden", "North", "Anna Holm", GARDEN),
        nomination("2", "Choir", "South", "Bo Lund", CHOIR),
        nomination(
            "3", "Bicycles", "West", "Ida Dam", f"{BICYCLES} Write to ida@west.example or 20 00 00 12."
        ),
    )
    changed = nomination("1", "Ferries", "East", "Una Ask", "Ferries for all who cannot swim.")
    again = [replace(each, id=f"{each.id} again") for each in before if each.id in "13"]
    now = round_of(changed, before["2"], *again)
    assert found_of_late(now, {"1", *(each.id for each in again)}, before=before) == ()
    found = found_of_late(round_of(*before, *again), {each.id for each in again}, before=before)
    assert {each.pair for each in found} == {frozenset(("1", "1 again")), frozenset(("3", "3 again"))}


@settings(max_examples=60, deadline=None)  # it compares whole rounds
@given(st.data())
def test_what_is_said_of_a_late_one_is_what_comparing_all_says(data: st.DataObject) -> None:
    """Of all that brings two together; only the percentile of a topic is of the round as it was."""
    nominations, contacts = data.draw(st.sampled_from(grounds()))
    ids = data.draw(st.sets(st.sampled_from(nominations.ids), min_size=1, max_size=6))
    found = told(found_of_late(nominations, ids, contacts=contacts))
    with as_large():
        full = told(suggest(nominations, RULES, contacts))
    assert {pair: exactly(each) for pair, each in found.items() if pair & ids} == {
        pair: exactly(each) for pair, each in full.items() if pair & ids
    }


def as_where_all_are_compared(
    now: Nominations, late: str, before: Nominations | None = None, rules: DuplicateRules = RULES
) -> Mapping[frozenset[str], str]:
    """The rules by which pairs with a late one are suggested, which are the same as where all are compared."""
    found = told(found_of_late(now, {late}, before=before, rules=rules))
    with as_large():
        full = told(suggest(now, rules))
    found, full = (
        {pair: exactly(each) for pair, each in told.items() if late in pair} for told in (found, full)
    )
    rules_of_found = {pair: each.rule for pair, each in found.items()}
    assert rules_of_found == {pair: each.rule for pair, each in full.items()}
    # The words of who went still count, so that who stayed is a little more or less alike.
    assert before or found == full
    return rules_of_found


def strangers(count: int) -> Sequence[Nomination]:
    """Nominations that are nothing to one another."""
    return [replace(each, id=f"stranger {each.id}") for each in a_round(count + 1, 20).all[:-1]]


def test_a_title_that_many_of_one_owner_have_is_found_in_a_longer_one() -> None:
    first, others = (strangers(2_100)[part] for part in (slice(35), slice(35, None)))
    many = [replace(each, title="Havefryd", organisation="Hus Eg", responsible="") for each in first]
    last = nomination("late", "Nyt initiativ for havefryd", "Hus Eg", text=CHOIR)
    found = as_where_all_are_compared(round_of(*many, *others, last), "late")
    assert [*found.values()] == ["same-name-same-owner"] * 35


@pytest.mark.parametrize("late", ["a", "b"])
def test_a_rare_word_with_an_error_brings_a_late_one_to_a_long_title(late: str) -> None:
    long = "Nominering partnerskab samarbejde indsats og koncept Fortællekufferten 1"
    two = (
        nomination("a", long, "Hus Eg", text=GARDEN),
        nomination("b", "Fortællekuferten 2", "Hus Eg", text=CHOIR),
    )
    found = as_where_all_are_compared(round_of(*strangers(60), *two), late)
    assert found == {frozenset("ab"): "next-of-one-owner"}


@pytest.mark.parametrize("late", ["a", "b", "c", "d"])
def test_aliases_hide_nothing_that_answers_name(late: str) -> None:
    four = (
        nomination("a", "Holidays", "North", "Bo Lund", GARDEN),
        nomination("b", "Songs", "South", "", "When it opened, Bo Lund spoke for all of us."),
        nomination("c", "Garden House", "West", "", BICYCLES),
        nomination("d", "Boats", "East", "", "Last year we went to the Great Garden House."),
    )
    rules = DuplicateRules(aliases=(("Museum of Lund", "Lund"), ("GG", "Great Garden")))
    found = as_where_all_are_compared(round_of(*strangers(60), *four), late, rules=rules)
    pair = frozenset("ab") if late in "ab" else frozenset("cd")
    assert found == {pair: "named-in-the-other"}


def test_an_abbreviation_that_nobody_is_called_by_any_more_brings_nobody_together() -> None:
    long = nomination("1", "Careful Ageing, Less Medicine", "North House", text=GARDEN)
    short = nomination("2", "CALM", "North House", text=CHOIR)
    rest = strangers(60)
    for one in (replace(short, title="Calm"), replace(short, id="3", title="Calm")):
        now = round_of(*rest, long, one)
        assert as_where_all_are_compared(now, one.id, before=round_of(*rest, long, short)) == {}
    now = round_of(*rest, long, short)
    assert as_where_all_are_compared(now, "1") == {frozenset("12"): "same-name-same-owner"}


def test_a_person_is_one_again_where_no_organisation_is_called_so_any_more() -> None:
    walks = nomination("1", "Walks", "North House", "Anna Holm", GARDEN)
    house = nomination("2", "Boats", "Anna Holm", "", CHOIR)
    last = nomination("3", "Songs", "South House", "Anna Holm", GARDEN)
    rest = strangers(60)
    found = as_where_all_are_compared(round_of(*rest, walks, last), "3", before=round_of(*rest, walks, house))
    assert found == {frozenset("13"): "same-text"}


DANISH = [
    "og",
    "er",
    "det",
    "ikke",
    "som",
    "på",
    "til",
    "med",
    "har",
    "vi",
    "af",
    "jeg",
    "også",
    "var",
    "blev",
    "deres",
    "ved",
    "hvor",
    "når",
    "kan",
]
ENGLISH = [
    "the",
    "and",
    "of",
    "is",
    "with",
    "that",
    "was",
    "are",
    "this",
    "they",
    "our",
    "from",
    "were",
    "has",
    "which",
    "by",
    "who",
    "their",
    "when",
    "can",
]


def of_words(own: Sequence[str], between: Sequence[str]) -> str:
    """A text of some words, with words of a language between them."""
    drawn = Random(len(own))  # noqa: S311 - no secret hangs on it
    return " ".join(
        [*(word for each in own for word in (each, drawn.choice(between))), *drawn.choices(between, k=40)]
    )


def test_of_two_that_a_late_one_is_near_to_the_one_that_has_no_nearer_is_told() -> None:
    """The first two are known to be one in two languages; the last is nearer to the first than to the third."""
    both, late_one, late_three = (
        [f"{word}{letter}q" for letter in "abcdefgh"] for word in ("both", "first", "third")
    )
    one = nomination("1", "Havefest", "North", "Anna Kirstine Holm", of_words([*both, *late_one[:4]], DANISH))
    two = nomination(
        "2", "Parkland", "South", "Anna Kirstine Holm", of_words([*both[::-1], "parks"], ENGLISH)
    )
    three = nomination(
        "3", "Cykler", "East", "Anna Kirstine Holm", of_words([*late_three[:3], *DANISH[:1], "cykel"], DANISH)
    )
    last = nomination(
        "late",
        "Boating",
        "West",
        "Anna Kirstine Holm",
        of_words([*late_one[3::-1], *late_three[2::-1]], ENGLISH),
    )
    found = as_where_all_are_compared(round_of(*strangers(60), one, two, three, last), "late")
    assert found[frozenset(("3", "late"))] == "same-person-other-language"
    assert frozenset(("1", "late")) not in found


def test_a_late_one_of_a_large_round_is_found_by_its_text_alone_and_by_its_title_alone() -> None:
    nominations = a_round(2_001, 60)
    first = nominations.all[3]
    namesake = replace(nominations.all[5], id="namesake", answers={"purpose": "We begin."})
    more = round_of(*nominations, namesake, nomination("text", "Another", text=first.answers["purpose"]))
    before, index = compare(nominations, RULES)
    assert index is not None
    since = Since.of(index, nominations.ids, more.ids, {"namesake", "text"})
    found = suggest_late(more, RULES, before, since)
    assert told(found).keys() - told(before).keys() == {
        frozenset(("5", "namesake")),
        frozenset(("3", "text")),
    }
    full = told(suggest(more, RULES))
    assert all(full[pair] == each for pair, each in told(found).items() if pair & {"namesake", "text"})


def test_one_late_nomination_takes_few_steps_however_many_there_are() -> None:
    """What is left for each nomination of the round is to look at its name, which takes no fifth of comparing it."""
    taken = []
    for count in (2_100, 4_200):
        nominations = a_round(count, 20)
        before = without(nominations, {"copy"})
        known, index = compare(before, RULES)
        assert index is not None
        since = Since.of(index, before.ids, nominations.ids, {"copy"})
        late_steps = steps(lambda: suggest_late(nominations, RULES, known, since))  # noqa: B023 - called at once
        taken.append(late_steps / steps(lambda: suggest(nominations, RULES)))  # noqa: B023
    assert max(taken) < 0.2
    assert taken[1] < 1.05 * taken[0]


def test_a_small_round_is_compared_whole_each_time() -> None:
    assert compare(a_round(ALL, 5), RULES)[1] is None
    assert compare(a_round(ALL + 1, 5), RULES)[1] is not None


def test_no_more_pairs_than_in_any_round_are_suggested_for_their_topic_alone() -> None:
    several = [nomination(str(n), f"Title{n}") for n in range(60)]
    by_topic = [
        Suggestion(str(n), str(n + 1), "related", NEAR_TOPIC.name, (90 - n) / 1000, ())
        for n in range(0, 10, 2)
    ]
    found = found_of_late(round_of(*several), set(), by_topic)
    assert found == tuple(by_topic[:3])


def test_a_late_one_that_is_nearer_takes_the_place_of_whose_translation_another_was() -> None:
    several = [nomination(str(n), f"Title{n}") for n in range(10)]
    translations = [
        Suggestion(a, b, "related", "same-person-other-language", likeness, ())
        for a, b, likeness in (("0", "1", 0.3), ("1", "2", 0.2), ("2", "3", 0.15), ("4", "5", 0.12))
    ]
    found = found_of_late(round_of(*several), set(), translations)
    assert found == (translations[0], translations[2])

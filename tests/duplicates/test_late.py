from collections.abc import Iterable, Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from duplicates.labelled import sample
from duplicates.making import CHOIR, GARDEN, nomination, round_of
from duplicates.test_size import a_round
from nominate_tui.duplicates.late import ONE_IN, SMALL, late, turnover
from nominate_tui.duplicates.rules import NEAR_TOPIC
from nominate_tui.duplicates.suggest import suggest, suggest_late
from nominate_tui.model.duplicate import Compared, Evidence, Fingerprint, Suggestion
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import DuplicateRules

RULES = DuplicateRules()
IDS = [str(n) for n in range(SMALL)]


def made_from(ids: Iterable[str], changed: Iterable[str] = ()) -> Fingerprint:
    """What a round of these ids is made of, some of which have another digest than most."""
    others = frozenset(changed)
    return Fingerprint("a", "b", tuple((id, "d" if id in others else "c") for id in ids), "")


def found_late(ids: Iterable[str], changed: Iterable[str] = (), before: int = 0) -> object:
    """Who is late in a round of these ids, where so many were late already when IDS were compared."""
    return late(Compared(made_from(IDS), (), before), made_from(ids, changed))


def without(nominations: Nominations, ids: Iterable[str]) -> Nominations:
    gone = frozenset(ids)
    return Nominations(tuple(each for each in nominations if each.id not in gone))


def told(suggestions: Iterable[Suggestion]) -> Mapping[frozenset[str], Suggestion]:
    return {each.pair: each for each in suggestions}


# Who is late


def test_who_came_or_changed_is_late_wherever_in_the_round() -> None:
    assert found_late(IDS) == set()
    assert found_late([*IDS, "new"]) == {"new"}
    assert found_late(["new", *IDS[:500], "newer", *IDS[500:]]) == {"new", "newer"}
    assert found_late(IDS, "7") == {"7"}
    assert found_late([*IDS, "new"], "7") == {"7", "new"}


def test_who_went_is_not_late_but_counts() -> None:
    more = [*IDS, "more"]
    kept = Compared(made_from(more), ())
    assert late(kept, made_from(IDS)) == set()
    assert turnover(made_from(more), made_from(IDS)) == 1
    assert turnover(made_from(more), made_from([*IDS[1:], "new"], "7")) == 4
    assert turnover(made_from(more), made_from(more)) == 0


def test_a_small_round_is_compared_whole() -> None:
    few = made_from(IDS[:-2])
    assert late(Compared(few, ()), made_from(IDS[:-1])) is None
    assert late(Compared(few, ()), made_from(IDS)) == {*IDS[-2:]}


def test_where_much_is_new_since_all_was_compared_all_is_compared() -> None:
    most = SMALL // ONE_IN
    assert found_late(IDS, IDS[:most]) == {*IDS[:most]}
    assert found_late(IDS, IDS[: most + 1]) is None
    assert found_late(IDS, IDS[:most], 1) is None
    assert found_late(IDS, "7", most - 1) == {"7"}
    assert found_late(IDS, "7", most) is None


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
    again = replace(garden, id="4")
    found = suggest_late(round_of(garden, *choirs, again), RULES, [forged], {"4"})
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
    assert suggest_late(round_of(*several, *bees), RULES, stale, {"2"}) == (stale[3],)
    assert suggest_late(round_of(*several, *bees), RULES, stale, frozenset()) == (
        stale[0],
        stale[1],
        stale[3],
    )


@settings(max_examples=30)  # it compares whole rounds
@given(st.data())
def test_what_is_said_of_a_late_one_is_what_comparing_all_says(data: st.DataObject) -> None:
    nominations = sample().nominations
    ids = data.draw(st.sets(st.sampled_from(nominations.ids), min_size=1, max_size=5))
    before = suggest(without(nominations, ids), RULES)
    found, full = suggest_late(nominations, RULES, before, ids), told(suggest(nominations, RULES))
    of_late = {pair: each for pair, each in told(found).items() if pair & ids}
    by_topic = {pair for pair, each in {**of_late, **full}.items() if each.rule == NEAR_TOPIC.name}
    assert {pair: each for pair, each in of_late.items() if pair not in by_topic} == {
        pair: each for pair, each in full.items() if pair & ids and pair not in by_topic
    }
    assert all(told(before)[pair] == each for pair, each in told(found).items() if not pair & ids)
    kept = [each for each in before if each.rule != NEAR_TOPIC.name]
    assert {each.pair for each in kept} <= told(found).keys()


def test_a_late_one_of_a_large_round_is_found_by_its_text_alone_and_by_its_title_alone() -> None:
    nominations = a_round(2_001, 60)
    first = nominations.all[3]
    namesake = replace(nominations.all[5], id="namesake", answers={"purpose": "We begin."})
    more = round_of(*nominations, namesake, nomination("text", "Another", text=first.answers["purpose"]))
    before = suggest(nominations, RULES)
    found = suggest_late(more, RULES, before, {"namesake", "text"})
    assert told(found).keys() - told(before).keys() == {
        frozenset(("5", "namesake")),
        frozenset(("3", "text")),
    }
    full = told(suggest(more, RULES))
    assert all(full[pair] == each for pair, each in told(found).items() if pair & {"namesake", "text"})


def test_no_more_pairs_than_in_any_round_are_suggested_for_their_topic_alone() -> None:
    several = [nomination(str(n), f"Title{n}") for n in range(60)]
    by_topic = [
        Suggestion(str(n), str(n + 1), "related", NEAR_TOPIC.name, (90 - n) / 1000, ())
        for n in range(0, 10, 2)
    ]
    found = suggest_late(round_of(*several), RULES, by_topic, frozenset())
    assert found == tuple(by_topic[:3])


def test_a_late_one_that_is_nearer_takes_the_place_of_whose_translation_another_was() -> None:
    several = [nomination(str(n), f"Title{n}") for n in range(10)]
    translations = [
        Suggestion(a, b, "related", "same-person-other-language", likeness, ())
        for a, b, likeness in (("0", "1", 0.3), ("1", "2", 0.2), ("2", "3", 0.15), ("4", "5", 0.12))
    ]
    found = suggest_late(round_of(*several), RULES, translations, frozenset())
    assert found == (translations[0], translations[2])

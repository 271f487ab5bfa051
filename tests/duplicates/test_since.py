"""Of a round of which most is kept the same is known as of one that is read whole: part by part."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from duplicates.labelled import sample
from duplicates.late_rounds import as_large, kept_of, without
from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.names import Titles
from nominate_tui.duplicates.naming import Namings
from nominate_tui.duplicates.owners import Owners
from nominate_tui.duplicates.pairing import NONE, Pairs, with_any
from nominate_tui.duplicates.reading import Places
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.topic import Topics
from nominate_tui.model.nomination import Contact, Nominations
from nominate_tui.model.rules import DuplicateRules

ROUND = sample().nominations

# Rows that were and rows that came


def starts(rows: Sequence[Sequence[int]]) -> Places:
    return np.cumsum([0, *map(len, rows)])


def values(rows: Iterable[Sequence[int]]) -> Places:
    return np.array([value for row in rows for value in row], np.int64)


ROWS = st.lists(
    st.tuples(st.sampled_from(["stays", "goes", "comes"]), st.lists(st.integers(0, 9), max_size=3))
)


def since(rows: Sequence[tuple[str, list[int]]]) -> Since:
    """A round of which some rows stay, some go and some come, as the list tells from the first to the last."""
    index = kept_of(ROUND, {"1"})[1].index
    then = [str(place) for place, (kind, _row) in enumerate(rows) if kind != "comes"]
    now = [str(place) for place, (kind, _row) in enumerate(rows) if kind != "goes"]
    return Since.of(index, then, now, {*now} - {*then})


@given(ROWS)
def test_rows_are_spliced_in_the_order_of_the_round(rows: Sequence[tuple[str, list[int]]]) -> None:
    then, late = ([row for kind, row in rows if kind in kinds] for kinds in (("stays", "goes"), ("comes",)))
    found = since(rows).spliced(values(then), starts(then), values(late), starts(late))
    assert found.tolist() == [value for kind, row in rows if kind != "goes" for value in row]


@given(ROWS)
def test_entries_of_who_stayed_are_told_with_their_places_now(rows: Sequence[tuple[str, list[int]]]) -> None:
    then = [(kind, row) for kind, row in rows if kind != "comes"]
    places = np.repeat(np.arange(len(then)), [len(row) for _kind, row in then])
    which, now = since(rows).those(places)
    entries = values(row for _kind, row in then)
    found: list[list[int]] = [[] for kind, _row in rows if kind != "goes"]
    for entry, place in zip(entries[which].tolist(), now.tolist(), strict=True):
        found[place].append(entry)
    assert found == [row if kind == "stays" else [] for kind, row in rows if kind != "goes"]


@given(ROWS)
def test_what_each_holds_is_what_is_kept_of_who_stayed_and_what_the_late_have(
    rows: Sequence[tuple[str, list[int]]],
) -> None:
    then = [row for kind, row in rows if kind != "comes"]
    things = [str(value) for row in then for value in row]
    late = [frozenset(map(str, row)) for kind, row in rows if kind == "comes"]
    places = np.repeat(np.arange(len(then)), [*map(len, then)])
    found = since(rows).held(things, places, late)
    assert found == [frozenset(map(str, row)) for kind, row in rows if kind != "goes"]
    assert since(rows).gone == any(kind == "goes" for kind, _row in rows)


# What is read


TEXTS = st.lists(st.lists(st.sampled_from("abcde"), max_size=12).map(" ".join), max_size=3)


@given(st.lists(st.tuples(TEXTS, st.sampled_from(["stays", "goes", "comes"])), min_size=1, max_size=8))
def test_texts_are_the_same_words_in_the_same_places(told: Sequence[tuple[list[str], str]]) -> None:
    every = [
        (nomination(str(n), f"t{n % 3}", text={str(k): text for k, text in enumerate(texts)}), kind)
        for n, (texts, kind) in enumerate(told)
    ]
    now = round_of(*(one for one, kind in every if kind != "goes"))
    before = round_of(*(one for one, kind in every if kind != "comes"))
    index = replace(kept_of(ROUND, {"1"})[1].index, corpus=Corpus(before).index)
    late = {one.id for one, kind in every if kind == "comes"}
    spliced, whole = Corpus(now, since=Since.of(index, before.ids, now.ids, late)), Corpus(now)
    for corpus_words in ("words", "titles"):
        assert (
            spliced.hashes[getattr(spliced, corpus_words)].tolist()
            == whole.hashes[getattr(whole, corpus_words)].tolist()
        )
    for same in ("answer_starts", "starts", "title_starts", "lengths", "digests"):
        assert getattr(spliced, same).tolist() == getattr(whole, same).tolist()
    stems = [corpus.stem_hashes[corpus.stems[corpus.titles] - 1].tolist() for corpus in (spliced, whole)]
    assert stems[0] == stems[1]


def with_late(pairs: Pairs, since: Since) -> list[list[int]]:
    found: list[list[int]] = with_any(pairs, since.late).tolist()
    return found


def of_late(since: Since) -> list[tuple[int, int]]:
    """Every two of which one is late, by their places."""
    return [(a, b) for a, b in combinations(range(len(since.late)), 2) if since.late[a] or since.late[b]]


SECRETARIAT = [Contact(str(n), "Sif Kruse", "sif@award.example", "20 00 00 01") for n in range(20)]
PERSONS = (
    *(nomination(str(n), f"Title{n}", f"House{n}", f"Person{n} Hansen") for n in range(20)),
    nomination("20", "Walks", "Hill Hospital", "Anna Kirstine Holm", "Write to anna@hill.example."),
    nomination("21", "Songs", "Hill Hospital", "A. Holm", "Or call 20 00 00 11."),
    nomination("22", "Meals", "Hill Hospital, Ward of Healing", "Overlæge Holm", "We eat at noon."),
    nomination("23", "Boats", "Lake School", "Holm, Anna", "Call 20 00 00 11 or write to anna@hill.example."),
    nomination("24", "Boats", "Lake School", "Anders Holm", "Call 20 00 00 01."),
    nomination("25", "Kites", "BFH", "", "No one."),
    nomination("26", "Kites", "Bispebjerg og Frederiksberg Hospital", "", "No one."),
    nomination("27", "", "", "", ""),
)
LATE = st.sets(st.sampled_from([each.id for each in PERSONS]), min_size=1, max_size=5)


@settings(deadline=None)  # the first time more is loaded
@given(LATE)
def test_owners_of_late_ones_are_the_same(ids: Set[str]) -> None:
    now = round_of(*PERSONS)
    contacts = [*SECRETARIAT, Contact("24", "Anna Holm"), Contact("27", "Ida Dam", "anna@hill.example")]
    rules = DuplicateRules(aliases=(("BFH", "Bispebjerg og Frederiksberg Hospital"),))
    names = Names(rules.aliases)
    _known, since = kept_of(now, ids, contacts, rules=rules)
    late, whole = Owners(now, names, contacts, since=since), Owners(now, names, contacts)
    assert late.near().tolist() == with_late(whole.near(), since)
    assert [late.alike(a, b) for a, b in of_late(since)] == [whole.alike(a, b) for a, b in of_late(since)]


def test_whose_contact_is_a_secretariats_is_nobodys_where_one_more_comes() -> None:
    now = round_of(*PERSONS)
    _known, since = kept_of(now, {"19"}, SECRETARIAT)
    assert Owners(now, Names(), SECRETARIAT, since=since).near().tolist() == []
    _known, since = kept_of(now, {"19"}, SECRETARIAT[:2])
    two = [SECRETARIAT[0], SECRETARIAT[19]]
    assert Owners(now, Names(), two, since=since).near().tolist() == [[0, 19], [19, 24]]


CALLED = (
    *(
        "Kitchen Garden",
        "Gardening in kitchens",
        "Kitchn Garden",
        "Kitchen Garden – beans for all",
        "Garden party",
    ),
    *("CALM", "Careful Ageing, Less Medicine", "Walk A", "Walk B", "Walk C", "Evening Walk", "Walk C again"),
    *("Podcast", "Podcast: living with asthma", "Nightwatch (adults)", "Nightwatch (children)", "", "!"),
    *(
        "Kategori: Omsorg",
        "Indstilling til Initiativprisen",
        "Team 2",
        "Team to",
        "Klædeskab på Hill Hospital",
    ),
    *["Klædeskabet"] * 4,
)


@settings(deadline=None)
@given(st.sets(st.integers(0, len(CALLED) - 1), min_size=1, max_size=4), st.sampled_from([0.85, 0.3]))
def test_titles_of_late_ones_are_near_to_the_same_and_as_alike(places: Set[int], least: float) -> None:
    owners = ("Hill Hospital", "Lake School", "Hill Hospital")
    now = round_of(
        *(nomination(str(n), title, owners[n % 3], text="klædeskab") for n, title in enumerate(CALLED))
    )
    _known, since = kept_of(now, {*map(str, places)})
    late = Titles(now, Names(), Common(Corpus(now, since=since)), least, since=since)
    whole = Titles(now, Names(), Common(Corpus(now)), least)
    assert late.near().tolist() == with_late(whole.near(), since)
    pairs = of_late(since)
    assert [late.alike(a, b) for a, b in pairs] == [whole.alike(a, b) for a, b in pairs]
    every = np.array(pairs, np.int32)
    assert late.may_be(every).tolist() == whole.may_be(every).tolist()


def test_of_very_many_with_one_title_a_late_one_is_near_to_those_beside_it() -> None:
    owners = [f"House{n // 2}" for n in range(130)]
    now = round_of(*(nomination(str(n), "Blue Wardrobe", owner) for n, owner in enumerate(owners)))
    _known, since = kept_of(now, {"77"})
    late = Titles(now, Names(), Common(Corpus(now, since=since)), since=since)
    whole = Titles(now, Names(), Common(Corpus(now)))
    found = with_late(whole.near(), since)
    assert late.near().tolist() == found


def test_a_common_word_may_become_a_name_through_who_is_late() -> None:
    """In 26 nominations more than five texts must have it that are not called so."""
    texts = ["A garden is no name here."] * 8 + ["Nothing of the kind."] * 18
    titles = ["Garden"] * 2 + [f"Title{n}" for n in range(22)] + ["Garden"] * 2
    now = round_of(
        *(
            nomination(str(n), title, text=text)
            for n, (title, text) in enumerate(zip(titles, texts, strict=True))
        )
    )
    _known, since = kept_of(now, {"24", "25"})
    whole = Titles(now, Names(), Common(Corpus(now)))
    before = without(now, {"24", "25"})
    assert Titles(before, Names(), Common(Corpus(before))).near().tolist() == []
    assert whole.near().tolist() == [[0, 1], [0, 24], [0, 25], [1, 24], [1, 25], [24, 25]]
    late = Titles(now, Names(), Common(Corpus(now, since=since)), since=since)
    assert late.near().tolist() == with_late(whole.near(), since)


TOLD = (
    nomination("0", "Evening Bridge", "North", "Anna Holm", "We walk."),
    nomination(
        "1", "Evening Bridge – walks for two", "South", "Bo Lund", "We were with the Evening Bridge once."
    ),
    nomination("2", "Songs", "North and Evening Bridge", "Ida Dam", "As Anna Holm said, we sing."),
    nomination("3", "Songs for all", "West", "Evening Bridge", "In “Songs” we do, and with Ida Dam."),
    nomination("4", "Podcast: living", "East", "Una Ask", "A podcast, with Night Owls, and with Ida Dam."),
    nomination("5", "Podcast: dying", "East", "Una Ask", "See Living, or “Dying”. Anna Holm was here."),
    nomination("6", "Night Owls (NOW)", "Lake", "Podcast", "We met the Evening Bridge."),
    nomination("7", "", "", "", ""),
    nomination("8", "Night Owls (NOW)", "Lake", "Anna Holm", "Of NOW we know. So does Bo Lund."),
)


@settings(deadline=None)
@given(st.sets(st.sampled_from([each.id for each in TOLD]), min_size=1, max_size=4))
def test_who_names_a_late_one_or_is_named_by_it_is_the_same(ids: Set[str]) -> None:
    now = round_of(*TOLD)
    _known, since = kept_of(now, ids)
    late = Namings(
        now, Names(), Common(Corpus(now, since=since)), Owners(now, Names(), since=since).persons, since
    )
    whole = Namings(now, Names(), Common(Corpus(now)), Owners(now, Names()).persons)
    assert with_late(late.near(), since) == with_late(whole.near(), since)
    assert len(whole.near()) > 8
    assert [late.between(*pair) for pair in of_late(since)] == [
        whole.between(*pair) for pair in of_late(since)
    ]


@settings(deadline=None)
@given(st.sets(st.sampled_from(ROUND.ids), min_size=1, max_size=4))
def test_topics_of_late_ones_are_as_near_as_where_all_are_weighed(ids: Set[str]) -> None:
    _known, since = kept_of(ROUND, ids)
    pairs = np.array(of_late(since), np.int32)
    with as_large():
        late, whole = Topics(Corpus(ROUND, since=since), since), Topics(Corpus(ROUND))
    cosines = late.cosines(pairs)
    assert cosines.tolist() == whole.cosines(pairs).tolist()
    assert late.foreign(pairs).tolist() == whole.foreign(pairs).tolist()
    for one, other in zip(late.between(pairs, cosines), whole.between(pairs, cosines), strict=True):
        assert one is not None
        assert other is not None
        assert (one.cosine, one.nearest, one.telling) == (other.cosine, other.nearest, other.telling)
        assert one.percentile == np.mean(since.index.topics.population.astype(np.float64) < one.cosine)


def test_who_says_the_same_in_another_order_is_near() -> None:
    words = ROUND["7"].text.split()
    turned = nomination("turned", "Other", text=" ".join(words[::-1]))
    now = round_of(*ROUND, turned)
    _known, since = kept_of(now, {"turned"})
    found = Topics(Corpus(now, since=since), since).near(NONE).tolist()
    assert [6, 26] in found
    assert all(26 in pair for pair in found)
    assert len(found) <= 2  # one for 20 nominations


def test_a_late_one_without_a_word_is_like_nobody() -> None:
    empty, another = nomination("empty", "", "", "", ""), nomination("dash", "–", "", "", "…")
    now = round_of(empty, *ROUND, another)
    _known, since = kept_of(now, {"empty", "dash"})
    corpus = Corpus(now, since=since)
    assert Titles(now, Names(), Common(corpus), since=since).near().tolist() == []
    assert Owners(now, Names(), since=since).near().tolist() == []
    assert Topics(corpus, since).near(NONE).tolist() == []


def test_who_changed_is_known_by_its_texts_now_alone() -> None:
    before = round_of(
        nomination("1", "Garden", "North", "Anna Holm", f"{GARDEN} anna@north.example"),
        nomination("2", "Choir", "South", "Bo Lund", CHOIR),
        nomination("3", "Bicycles", "West", "Ida Dam", BICYCLES),
    )
    changed = replace(
        before["1"],
        title="Ferries",
        organisation="East",
        responsible="Una Ask",
        answers={"purpose": "Boats."},
    )
    again = [replace(each, id=f"{each.id} again") for each in before]
    now = Nominations((changed, *without(before, {"1"}), *again))
    ids = {"1", *(each.id for each in again)}
    _known, since = kept_of(now, ids, before=before)
    late, whole = Owners(now, Names(), since=since), Owners(now, Names())
    assert late.near().tolist() == with_late(whole.near(), since) == [[1, 4], [2, 5]]
    corpus = Corpus(now, since=since)
    assert Titles(now, Names(), Common(corpus), since=since).near().tolist() == [[1, 4], [2, 5]]
    namings = Namings(now, Names(), Common(corpus), late.persons, since)
    assert with_late(namings.near(), since) == []

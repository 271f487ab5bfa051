from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.comparison import Field, Naming
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.fold import Names, words
from nominate_tui.duplicates.naming import Namings
from nominate_tui.duplicates.owners import Owners
from nominate_tui.model.nomination import Nomination


def namings(*nominations: Nomination, aliases: Sequence[Sequence[str]] = ()) -> Namings:
    found = round_of(*nominations)
    return Namings(found, Names(aliases), Common(Corpus(found)))


def named_persons(*nominations: Nomination) -> Namings:
    found = round_of(*nominations)
    responsible = Owners(found, Names()).persons
    return Namings(found, Names(), Common(Corpus(found)), responsible)


BRIDGE = nomination("1", "Evening Bridge")
BRIDGE_ALONE = nomination("2", "Evening Bridge")


@pytest.mark.parametrize(
    ("other", "field"),
    [
        (nomination("2", "Partnership of North Hospital and EVENING-BRIDGE"), "title"),
        (nomination("2", "Walks", organisation="North Hospital and Evening Bridge"), "organisation"),
        (nomination("2", "Walks", responsible="Anna Holm, Evening Bridge"), "responsible"),
        (nomination("2", "Evening Bridge walks", "Evening Bridge", "Evening Bridge"), "title"),
    ],
)
def test_a_title_that_stands_in_a_field_of_another_names_it(other: Nomination, field: Field) -> None:
    found = namings(BRIDGE, other)
    assert found.between(0, 1) == found.between(1, 0) == Naming("Evening Bridge", "1", "2", field)
    assert found.near().tolist() == [[0, 1]]


@pytest.mark.parametrize(
    "other",
    [
        nomination("2", "Bridge in the evening"),
        nomination("2", "Evening Bridges"),
        nomination("2", "Long Evening", organisation="Bridge"),
        nomination("2", "Walks", text="We thank the evening bridge, and Evening bridge."),
        nomination("2", "Walks", text="Evening Bridge."),
        nomination("2", "Walks", text="We walk. Evening Bridge does, too:\n– Evening Bridge"),
        nomination("2", "Evening Bridge"),
        nomination("2", ""),
    ],
)
def test_any_other_likeness_is_no_naming(other: Nomination) -> None:
    found = namings(BRIDGE, other)
    assert found.between(0, 1) is None
    assert found.near().tolist() == []


@pytest.mark.parametrize(
    "text",
    [
        "We thank Evening Bridge.",
        "We thank Evening\n   Bridge",
        "“Evening Bridge” is a friend.",
        'We walk. "Evening Bridge" does, too.',
        "Every week – with Anna, Evening Bridge and others",
    ],
)
def test_a_title_that_is_written_as_a_name_in_an_answer_names_it(text: str) -> None:
    found = namings(BRIDGE, nomination("2", "Walks", text=text))
    assert found.between(0, 1) == found.between(1, 0) == Naming("Evening Bridge", "1", "2", "answers")
    assert found.near().tolist() == [[0, 1]]


def test_a_single_word_by_itself_is_a_name() -> None:
    for text in ("Med TeKOL måler vi selv.", "Vi måler selv, og TeKOL hjælper.", 'Vi kalder det "TeKOL".'):
        expected = Naming("TeKOL", "1", "2", "answers") if "og TeKOL" not in text else None
        assert (
            namings(nomination("1", "TeKOL"), nomination("2", "Walks", text=text)).between(0, 1) == expected
        )


def test_a_field_tells_more_than_an_answer() -> None:
    other = nomination("2", "Walks", "Evening Bridge", text="We thank Evening Bridge.")
    assert namings(BRIDGE, other).between(0, 1) == Naming("Evening Bridge", "1", "2", "organisation")


def test_of_two_that_name_one_another_a_field_tells_more_then_a_title_then_a_person() -> None:
    one = nomination(
        "1", "Evening Bridge", "North", "Anna Holm", "Bo Lund and Morning Choir of Friends helped."
    )
    other = nomination("2", "Morning Choir of Friends", "Evening Bridge", "Bo Lund", "Thanks to Anna Holm.")
    assert named_persons(one, other).between(0, 1) == Naming("Evening Bridge", "1", "2", "organisation")
    other = replace(other, organisation="South")
    assert named_persons(one, other).between(0, 1) == Naming("Morning Choir of Friends", "2", "1", "answers")
    one = replace(one, answers={"purpose": "Bo Lund helped."})
    expected = Naming("Anna Holm", "1", "2", "persons")
    assert named_persons(one, other).between(0, 1) == named_persons(other, one).between(0, 1) == expected


def test_a_title_that_begins_very_many_sentences_is_looked_at_in_linear_time() -> None:
    # Else this would take hours.
    other = nomination("2", "Walks", text="Evening Bridge. " * 200_000)
    assert namings(BRIDGE, other).between(0, 1) is None


def test_a_title_without_a_capital_stands_in_many_answers_by_chance() -> None:
    other = nomination("2", "Walks", text="We thank the evening bridge.")
    assert namings(nomination("1", "evening bridge"), other).between(0, 1) is None


def test_what_stands_in_the_answers_of_many_names_nobody() -> None:
    thanks = [nomination(f"t{n}", f"Walk{n}", text="We thank Evening Bridge.") for n in range(5)]
    assert len(namings(BRIDGE, *thanks[:4]).near()) == 4
    assert len(namings(BRIDGE, *thanks).near()) == 0


def test_who_is_responsible_for_one_may_be_named_in_the_answers_of_another() -> None:
    anna = nomination("1", "Beans", "North", "Head nurse Anna Holm")
    other = nomination("2", "Walks", "North", "Bo Lund", "Anna Holm had the idea.")
    expected = Naming("Anna Holm", "1", "2", "persons")
    assert named_persons(anna, other).between(0, 1) == expected
    for text in ("Anna had the idea.", "Nurse Holm had it.", "Anna Holmgaard", "anna holm"):
        assert named_persons(anna, nomination("2", "Walks", "North", "Bo Lund", text)).between(0, 1) is None
    again = [nomination(str(n), f"Walk{n}", text="Anna Holm again.") for n in range(2, 8)]
    assert len(named_persons(anna, *again[:5]).near()) == 5
    assert len(named_persons(anna, *again).near()) == 0


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Sundhed", "Vi talte med Center for Sundhed og Omsorg."),
        ("Ældre", "Vi talte med Ældre Sagen."),
        ("Care", "It was the Quality Care that helped."),
        ("ADHD", "Mange børn med ADHD kom."),
        ("mad til Odense", "Vi kører mad til Odense."),
        ("Mad og måltider", "Vi har\n1) Mad og måltider\na) Mad og måltider"),
        ("Mad og måltider", "Vi har\n▪ Mad og måltider\n● Mad og måltider"),
        ("Mad og måltider", "Vi har arbejdet med\nMad og måltider\n\u2003Mad og måltider"),
        ("MAD OG MÅLTIDER", "VI ARBEJDER MED MAD OG MÅLTIDER HVER DAG"),
    ],
)
def test_what_many_write_so_is_no_naming(title: str, text: str) -> None:
    assert namings(nomination("1", title), nomination("2", "Walks", text=text)).between(0, 1) is None


def test_the_order_of_the_round_does_not_change_who_is_named() -> None:
    three = [
        nomination("1", "Beans", "North", "Anna-Marie Holm"),
        nomination("2", "Songs", "South", "Anna Marie Holm"),
        nomination("3", "Walks", "West", "Bo Lund", "Anna Marie Holm had the idea."),
    ]
    for order in permutations(three):
        found = named_persons(*order)
        ids = [each.id for each in order]
        assert [sorted(ids[place] for place in pair) for pair in found.near().tolist()] == [["2", "3"]]


def test_who_is_responsible_for_both_is_not_told_of_as_named() -> None:
    both = [nomination(n, f"Title{n}", "North", "Anna Holm", "Anna Holm had the idea.") for n in "12"]
    assert named_persons(*both).between(0, 1) is None


def test_a_nomination_without_a_title_is_named_by_nobody() -> None:
    assert namings(nomination("1", " — "), nomination("2", "Walks — and more")).near().tolist() == []


@pytest.mark.parametrize("title", ["B", "x", "2023", "24/7", "Podcast", "Årets projekt", "Projekt: sol i Ry"])
def test_a_letter_a_number_and_a_kind_of_thing_name_nobody(title: str) -> None:
    other = nomination("2", "Podcast B: årets projekt 2023, x 24/7")
    assert namings(nomination("1", title), other).near().tolist() == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Podcast: Livet med KOL", "Podcast: Livet med kræft"),
        ("Lysglimt: en tur", "Lysglimt: to ture"),
        ("Årets frivillige ven: Anna", "Årets frivillige ven: Bo"),
    ],
)
def test_what_stands_before_the_explanation_in_both_names_neither(a: str, b: str) -> None:
    assert namings(nomination("1", a), nomination("2", b)).near().tolist() == []


def test_a_word_before_the_explanations_of_several_names_nobody() -> None:
    one, other = nomination("1", "Lysglimt: en tur"), nomination("2", "Lysglimt: to ture")
    third = nomination("3", "Hvad Lysglimt gav os")
    assert namings(one, third).near().tolist() == [[0, 1]]
    assert namings(one, other, third).near().tolist() == []
    bridges = [nomination(str(n), f"Evening Bridge – {n} walks") for n in range(2)]
    assert namings(*bridges, nomination("3", "Evening Bridge again")).near().tolist() == [[0, 2], [1, 2]]


@pytest.mark.parametrize("count", [1, 6, 20])
def test_a_name_that_was_sent_in_many_times_is_still_named(count: int) -> None:
    loud = [nomination(str(n), "Evening Bridge", text=f"Evening Bridge is open, {n}.") for n in range(count)]
    partner = nomination("partner", "Walks", organisation="North Hospital and Evening Bridge")
    assert namings(*loud, partner).near().tolist() == [[n, count] for n in range(count)]


def test_of_very_many_of_one_name_the_first_by_their_ids_are_told() -> None:
    loud = [nomination(f"{n:02}", "Evening Bridge") for n in range(30)]
    partner = nomination("partner", "Walks", organisation="North Hospital and Evening Bridge")
    assert namings(*loud[::-1], partner).near().tolist() == [[n, 30] for n in range(10, 30)]


def test_a_phrase_that_stands_in_many_nominations_names_nobody() -> None:
    walk = nomination("2", "Evening Bridge on foot")
    others = [
        nomination(str(n), f"Other {n}", text="Like Evening Bridge, but by night.") for n in range(3, 9)
    ]
    assert namings(BRIDGE, walk, *others[:5]).near().tolist() == [[0, 1]]
    assert namings(BRIDGE, walk, *others).near().tolist() == []


def test_an_alias_in_a_title_is_read_as_the_name_it_stands_for() -> None:
    garden = nomination("1", "Garden at NVH")
    other = nomination("2", "Garden at North Valley Hospital in spring")
    assert namings(garden, other).near().tolist() == []
    assert namings(garden, other, aliases=[["NVH", "North Valley Hospital"]]).near().tolist() == [[0, 1]]


@pytest.mark.parametrize(
    "title", ["Evening Bridge – walks for two", "Evening Bridge: walks for two", "Evening Bridge - x"]
)
def test_a_name_before_a_dash_or_a_colon_names_as_a_whole_title_does(title: str) -> None:
    found = namings(nomination("1", title), nomination("2", "Partnership with Evening Bridge"))
    assert found.between(0, 1) == Naming("Evening Bridge", "1", "2", "title")


def test_a_name_with_an_explanation_stands_in_the_title_that_is_the_name_alone() -> None:
    found = namings(nomination("1", "Evening Bridge – walks for two"), BRIDGE_ALONE)
    assert found.between(0, 1) == Naming("Evening Bridge", "1", "2", "title")


def test_a_hyphen_inside_a_word_ends_no_name() -> None:
    assert namings(nomination("1", "Evening-Bridge"), nomination("2", "Long evening")).near().tolist() == []


def test_the_longest_phrase_is_told() -> None:
    whole = "Evening Bridge – walks for two"
    found = namings(nomination("1", whole), nomination("2", f"Friends of {whole}"))
    assert found.between(1, 0) == Naming(whole, "1", "2", "title")


def test_explanations_name_nobody() -> None:
    one, other = nomination("1", "Evening Bridge – walks for two"), nomination("2", "Choir – walks for two")
    assert namings(one, other).near().tolist() == []


def test_a_title_that_many_have_in_their_fields_names_nobody() -> None:
    visitors = [nomination(str(n), f"Walk {n} over Evening Bridge") for n in range(2, 8)]
    assert namings(BRIDGE, *visitors[:4]).near().tolist() == [[0, n] for n in range(1, 5)]
    assert namings(BRIDGE, *visitors[:5]).near().tolist() == []


def test_words_do_not_stand_in_a_row_across_two_fields() -> None:
    other = nomination("2", "Long evening", organisation="Bridge of hope")
    assert namings(BRIDGE, other).near().tolist() == []


WORDS = st.lists(st.sampled_from(["evening", "bridge", "walk", "–", "of"]), max_size=4).map(" ".join)
NOMINATIONS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=2, max_size=5)


@given(NOMINATIONS)
def test_whoever_has_the_words_of_a_title_in_a_row_is_found(said: list[tuple[str, str, str]]) -> None:
    found = namings(*(nomination(str(n), *fields) for n, fields in enumerate(said)))
    folded = [[" ".join(words(field)) for field in fields] for fields in said]
    for a, b in permutations(range(len(said)), 2):
        title = folded[a][0]
        stands = any(f" {title} " in f" {field} " for field in folded[b])
        if set(title.split()) - {"of"} and stands and title != folded[b][0]:
            assert found.between(a, b) is not None


def test_a_text_in_the_field_of_the_title_is_nobodys_name() -> None:
    endless = "a." * 20_000
    assert namings(nomination("1", endless), nomination("2", f"As {endless}")).near().tolist() == []


def test_an_empty_round_has_no_namings() -> None:
    assert namings().near().tolist() == []


@pytest.mark.parametrize(
    ("title", "other", "phrase"),
    [
        ("Levende arkiv / Living Archive", "Besøg i Living Archive", "Living Archive"),
        ("Levende arkiv | Living Archive", "Besøg i Levende arkiv", "Levende arkiv"),
        ("Hjertesvigt Hjemme Monitorering (HHM)", "HHM i Gribskov", "HHM"),
    ],
)
def test_halves_and_abbreviations_name_too(title: str, other: str, phrase: str) -> None:
    found = namings(nomination("1", title), nomination("2", other))
    assert found.between(0, 1) == Naming(phrase, "1", "2", "title")


@pytest.mark.parametrize("title", ["Børneafdelingen", "Indstilling til Initiativprisen", "Se vedhæftede"])
def test_units_forms_and_prizes_name_nobody(title: str) -> None:
    other = nomination("2", f"Sol ({title})", f"{title}, Ry")
    assert namings(nomination("1", title), other).near().tolist() == []


@pytest.mark.parametrize(
    ("title", "sibling", "named"),
    [
        ("Unge i Naturen (UIN) – nord", "Unge i Naturen (UIN) – syd", "UIN"),
        ("Byens have / Citygarden / 2023", "Byens have / Citygarden / 2024", "Citygarden"),
    ],
)
def test_an_abbreviation_of_several_titles_is_no_series(title: str, sibling: str, named: str) -> None:
    found = namings(
        nomination("1", title), nomination("2", sibling), nomination("3", "Friluftsdage for alle", named)
    )
    assert [found.between(place, 2) is not None for place in (0, 1)] == [True, True]


@pytest.mark.parametrize("title", ["Foxglove / Harebell", "Harebell / Foxglove"])
def test_of_two_names_as_long_the_first_of_the_title_is_told(title: str) -> None:
    found = namings(
        nomination("1", title), nomination("2", "En aften med Harebell og Foxglove i parken")
    ).between(0, 1)
    assert found is not None
    assert found.phrase == title.split()[0]

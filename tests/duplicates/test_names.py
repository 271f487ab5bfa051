from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.common import Common
from nominate_tui.duplicates.comparison import Name
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.names import Titles
from nominate_tui.duplicates.pairing import NONE
from nominate_tui.model.nomination import Nomination, Nominations

OTHERS = ("Kitchen garden", "Bicycles for all", "Chapel choir", "Walks at dusk", "A warm meal", "Night owls")

PIECES = (
    "kitchen",
    "kitchens",
    "garden",
    "gardner",
    "evening:",
    "(eve)",
    "evening-bridge",
    "bridge",
    "for",
    "all",
    "3",
)


def titles_of(nominations: Nominations, least: float = 0.85, *aliases: Sequence[str]) -> Titles:
    return Titles(nominations, Names(aliases), Common(Corpus(nominations)), least)


def compared(
    *said: str | tuple[str, str], text: str = "", others: Sequence[str] = OTHERS, aliases: Sequence[str] = ()
) -> Name:
    """How alike the first two of some titles, perhaps with their organisations, are in a round of others."""
    pairs = [each if isinstance(each, tuple) else (each, "") for each in (*said, *others)]
    nominations = round_of(
        *(nomination(str(n), title, owner, text=text) for n, (title, owner) in enumerate(pairs))
    )
    names = [aliases] if aliases else []
    return titles_of(nominations, 0.85, *names).alike(0, 1)


def alike(*said: str | tuple[str, str], text: str = "", others: Sequence[str] = OTHERS) -> float:
    return compared(*said, text=text, others=others).value


# What makes no difference


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Evening Bridge", "BRIDGE, EVENING!"),
        ("Evening Bridge", "The evening bridges"),
        ("Klædeskabet", "Klædeskab"),
        ("Klædeskabet", "Klædeskab på Esbjerg Sygehus"),
        ("Klædeskab på Aalborg Sygehus", "Klædeskab i Vejle"),
        ("Klædeskabet", "Klaedeskabet"),
        ("Café Solsikken", "Cafe Solsikken"),
        ("Evening Bridge", "Evening Bridge – walks for two"),
        ("Evening Bridge", "Evening Bridge (walks)"),
        ("Evening Bridge 2", "Evening Bridge 3"),
        ("Ungdomsmentor", "Ungdoms mentor"),
    ],
)
def test_titles_with_one_name_are_the_same(a: str, b: str) -> None:
    assert alike(a, b) == alike(b, a) == 1


def test_the_words_of_the_owner_make_no_difference() -> None:
    one, other = (
        ("Klædeskabet Blå Stjerne", "Foreningen Blå Stjerne"),
        ("Klædeskab – Mødrehjælpen", "Mødrehjælpen"),
    )
    assert compared(one, other) == Name(
        1.0, ("Blå Stjerne", "Mødrehjælpen"), None, ("Blå Stjerne", "Mødrehjælpen"), words=1
    )


def test_an_alias_makes_no_difference() -> None:
    alias = ("NVH", "North Valley Hospital")
    assert compared("Sol i NVH", "Sol i North Valley Hospital", aliases=alias).value == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Evening Bridge", "Evening Brigde"),
        ("Mennesker har brug for mennesker", "Meneske har brug for mennesker"),
        ("Klædeskabet", "Klædesabet"),
        ("Sommerlejr for børn på kanten", "Sommerleir for born på kanten"),
    ],
)
def test_a_typing_error_takes_little_away(a: str, b: str) -> None:
    assert 0.85 <= alike(a, b) < 1
    assert alike(a, b) == alike(b, a)


def test_a_general_word_takes_little_away() -> None:
    # N = 8 titles: ln(1 + 8/2) for the name that two have, ln(1 + 8/8) for "projekt".
    assert alike("Klædeskabet", "Projekt Klædeskabet") == pytest.approx(
        2 * 1.6094 / (2 * 1.6094 + 0.6931), abs=1e-4
    )


# What does make one


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Kitchen garden", "Chapel choir"),
        ("Evening Bridge", "Evening walk"),
        ("Samarbejde mellem Nord og Syd", "Samarbejde mellem Øst og Vest"),
        ("Parque canino", "Parque infantil"),
        ("Team Nord", "Team Syd"),
        ("Social Sejr", "Social Sundhed: Fald"),
    ],
)
def test_titles_of_other_words_are_no_name_in_common(a: str, b: str) -> None:
    assert alike(a, b) < 0.75


def test_rare_words_count_more_than_frequent_ones() -> None:
    often = [f"Walk number {word}" for word in ("Anna", "Bo", "Carl", "Dora")]
    frequent = alike("Walk Solsikke", "Walk Valmue", others=often)
    rare = alike("Solsikke Anna", "Solsikke Bo", others=often)
    assert frequent < rare


def test_two_names_before_explanations_are_a_programme_and_not_one_name() -> None:
    assert alike("Evening Bridge: walks", "Evening Bridge: knitting") < 0.85


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Indstilling", "Indstilling"),
        ("Nomination", "nominations"),
        ("Årets projekt", "Årets initiativ"),
        ("Projekt på Esbjerg Sygehus", "Projekt på Aalborg Sygehus"),
        ("", ""),
        ("—", "—"),
        ("og", "og"),
    ],
)
def test_general_words_are_nobodys_name(title: str, other: str) -> None:
    assert alike(title, other) < 0.85


def test_a_title_that_many_owners_have_is_nobodys_name() -> None:
    twice = ["Green thumb"] * 2
    assert alike(*twice, others=["Green thumb"] * 3) == 1
    assert alike(*twice, others=["Green thumb"] * 4) == 0
    hospitals = [
        ("Klædeskabet", f"{town} Sygehus") for town in ("Esbjerg", "Vejle", "Odense", "Aalborg", "Viborg")
    ]
    everywhere = (*hospitals, ("Klædeskabet", "Ry Sygehus"))
    assert compared(*everywhere, others=OTHERS).value == 1
    assert compared(*everywhere, others=OTHERS[:5]).value == 0


@pytest.mark.parametrize("count", [2, 6, 30])
def test_a_title_that_one_owner_sends_in_many_times_stays_its_name(count: int) -> None:
    loud = [("Natcaféen", "Natcaféen Blågård")] * count
    assert compared(*loud).value == 1
    assert compared(*loud, text="Natcaféen har åbent.", others=()).value == 1


@pytest.mark.parametrize("title", ["B", "x", "7", "2023", "24/7", "B 2"])
def test_a_letter_or_a_number_is_nobodys_name(title: str) -> None:
    assert alike(title, title) == 0


@pytest.mark.parametrize(
    ("a", "b"), [("Podcast: Livet med KOL", "Podcast"), ("Projekt – et hus", "Projekt: en have")]
)
def test_a_kind_of_thing_before_a_colon_is_no_name(a: str, b: str) -> None:
    assert alike(a, b) < 0.85


def test_one_word_that_stands_in_many_texts_is_nobodys_name() -> None:
    assert alike("Frivillige", "Frivillige", text="Hos os er frivillige i haven.") == 0
    assert alike("Frivillige", "Frivillige", text="Hos os er patienter i haven.") == 1
    assert alike("Frivillige haver", "Frivillige haver", text="Hos os er frivillige i haven.") == 1


# What tells siblings apart


@pytest.mark.parametrize(
    ("a", "b", "numbers"),
    [
        ("Bro fase 1", "Bro fase 2", ("1", "2")),
        ("Sommerlejr 2022", "Sommerlejr 2023", ("2022", "2023")),
        ("Broteam II", "Broteam III", ("2", "3")),
        ("Hold A", "Hold B", ("a", "b")),
        ("Bro 1 i 2022", "Bro 1 i 2023", ("1, 2022", "1, 2023")),
        ("Bro på afsnit B3", "Bro på afsnit B4", ("b3", "b4")),
        ("Bro (M4)", "Bro (M5)", ("m4", "m5")),
        ("Bro på 5A", "Bro på 5b", ("5a", "5b")),
        ("Bro (B3)", "Bro", None),
        ("Bro fase 1", "Bro fase 01", None),
        ("Bro fase 2", "Bro fase II", None),
        ("Bro", "Bro 2023", None),
        ("Bro 2", "Bro 2 i 2023", None),
    ],
)
def test_other_numbers_are_told(a: str, b: str, numbers: tuple[str, str] | None) -> None:
    found = compared(a, b)
    assert (found.value, found.numbers) == (1.0, numbers)


@pytest.mark.parametrize(
    ("a", "b", "places"),
    [
        ("Sol i Vejle", "Sol i Esbjerg", ("Vejle", "Esbjerg")),
        ("Sol på Esbjerg Sygehus", "Sol på Aalborg Sygehus", ("Esbjerg Sygehus", "Aalborg Sygehus")),
        ("Sol (Aabenraa)", "Sol (Tønder)", ("Aabenraa", "Tønder")),
        ("Sol om natten, Aabenraa", "Sol om natten, Tønder", ("Aabenraa", "Tønder")),
        ("Sol (Aabenraa)", "Sol i Aabenraa", None),
        ("Sol (Aabenraa)", "Sol", None),
        ("Sol på Esbjerg Sygehus", "Sol i Esbjerg", None),
        ("Sol på Esbjerg Sygehus", "Sol", None),
        ("Sol på Sygehuset", "Sol i Vejle", None),
    ],
)
def test_other_places_are_told(a: str, b: str, places: tuple[str, str] | None) -> None:
    found = compared(a, b)
    assert (found.value, found.places) == (1.0, places)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("Mad uden affald", "Mad og affald", ("uden", "og")),
        ("Ikke alene hjemme", "Alene hjemme", ("ikke", "")),
        ("Hjem fra hospitalet", "Hjem til hospitalet", ("fra", "til")),
        ("Mentorer for unge", "Mentorer til unge", None),
        ("Bedre mad", "Bedre mad – uden røg", None),
        ("Bro til mænd", "Bro fra mænd", ("til", "fra")),
    ],
)
def test_words_that_turn_the_meaning_are_told(a: str, b: str, apart: tuple[str, str] | None) -> None:
    found = compared(a, b)
    assert (found.value >= 0.7, found.apart) == (True, apart)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("Faldvagten (børn)", "Faldvagten (voksne)", ("børn", "voksne")),
        ("Faldvagten – Nord", "Faldvagten – Syd", ("nord", "syd")),
        ("Faldvagten: dag", "Faldvagten: nat", ("dag", "nat")),
        ("Faldvagten – forår", "Faldvagten (efterår)", ("forår", "efterår")),
        ("Faldvagten (børn)", "Faldvagten", None),
        ("Faldvagten (børn)", "Faldvagten – for børnene", None),
    ],
)
def test_one_name_is_told_apart_by_its_explanations(a: str, b: str, apart: tuple[str, str] | None) -> None:
    found = compared(a, b)
    assert (found.value >= 0.5, found.apart) == (True, apart)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("Faldvagten Nord", "Faldvagten Syd", ("nord", "syd")),
        ("Kulturkufferten for børn", "Kulturkufferten for voksne", ("børn", "voksne")),
        ("Faldvagten Nord", "Legeskoven Syd", None),
        ("Projekt Nord", "Projekt Syd", None),
        ("Børnekoret", "Ungekoret", None),
        ("Klub Hjertestart", "Klub Nyreven", None),
    ],
)
def test_titles_that_differ_in_nothing_else_are_told_apart_however_little_alike(
    a: str, b: str, apart: tuple[str, str] | None
) -> None:
    found = compared(a, b)
    assert (found.value < 0.5, found.apart) == (True, apart)


def test_a_name_in_brackets_is_what_it_is_called_too() -> None:
    assert compared("Green Anaesthesia (Grøn anæstesi)", "Grøn anæstesi").value == 1
    assert compared("Better Sleep, Better Lives", "Better Sleep, More Talk").places is None


def test_a_misspelt_place_is_the_same_place() -> None:
    assert compared("Sol i Sønderborg", "Sol i Sønderborfg").places is None
    assert compared("Sol i Vejle", "Sol i Vejen").places == ("Vejle", "Vejen")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Rolige nætter for børn", "Urolige nætter for børn"),
        ("Forældregruppe for tvillinger", "Forældregruppe for trillinger"),
        ("Mandagsklubben", "Onsdagsklubben"),
        ("Maria Nielsen", "Marie Nielsen"),
        ("Jens Hansen", "Hans Jensen"),
    ],
)
def test_a_few_other_letters_that_make_another_word_make_another_name(a: str, b: str) -> None:
    assert alike(a, b) == alike(b, a) < 0.85


@pytest.mark.parametrize(
    ("a", "b", "letters"),
    [
        ("Klædeskabet", "Klædesabet", True),
        ("Klædeskabet", "Klædeskab", False),
        ("Ungdomsmentor", "Ungdoms mentor", False),
        ("Tæt og tør", "Tæt og ør", True),
        ("Hjemløses fælles team", "Fælles team for hjemløse", False),
    ],
)
def test_names_that_are_alike_in_their_letters_alone_are_told_from_others(
    a: str, b: str, letters: bool
) -> None:
    found = compared(a, b)
    assert (found.value >= 0.85, found.letters) == (True, letters)


@pytest.mark.parametrize(
    ("a", "b", "written"),
    [
        ("Klædeskabet", "KLÆDE\u00adSKABET!", True),
        ("Klædeskabet på Esbjerg Sygehus", "Klædeskabet i Vejle", True),
        ("Klædeskabet", "Klædeskab på Esbjerg Sygehus", False),
        ("Mad uden affald", "Mad og affald", False),
        ("Bro fase 1", "Bro fase 2", False),
    ],
)
def test_what_is_written_alike_is_told(a: str, b: str, written: bool) -> None:
    found = compared(a, b)
    assert (found.value, found.written) == (1.0, written)


# Near ones


WORDS = st.lists(
    st.sampled_from(["evening", "bridge", "brigde", "projekt", "2", "og", "walk", "–", "på", "Vejle"]),
    max_size=5,
)


@given(st.lists(WORDS, max_size=7), st.sampled_from([0.6, 0.85, 1.0]))
def test_near_titles_are_those_that_are_so_alike(said: list[list[str]], least: float) -> None:
    nominations = round_of(*(nomination(str(n), " ".join(title)) for n, title in enumerate(said)))
    titles = titles_of(nominations, least)
    every = [[a, b] for a in range(len(said)) for b in range(a + 1, len(said))]
    # Titles that are half alike are near too, in a round of this size.
    assert titles.near().tolist() == [pair for pair in every if titles.alike(*pair).value >= 0.5]


@given(WORDS, WORDS)
def test_titles_are_as_alike_one_way_as_the_other(a: list[str], b: list[str]) -> None:
    there, back = compared(" ".join(a), " ".join(b)), compared(" ".join(b), " ".join(a))
    assert there.value == back.value
    assert 0 <= there.value <= 1
    assert there.numbers == (back.numbers and back.numbers[::-1])


def test_a_round_without_titles_has_no_near_ones() -> None:
    assert titles_of(round_of()).near().tolist() == []
    assert titles_of(round_of(nomination("1", ""), nomination("2", " — "))).near().tolist() == []


def test_of_very_many_titles_the_near_ones_are_found_without_the_half_alike() -> None:
    many = [nomination(str(n), f"Initiative {_word(n)} with {_word(n * 7919)}") for n in range(5_600)]
    planted = (
        Nomination("a", "Solsikkens aftenbro"),
        Nomination("b", "Aftenbro på Esbjerg Sygehus, Solsikken"),
        Nomination("c", "Solsikens aftnbro"),
        Nomination("d", "Solsikkens aftenbro ved hav"),
    )
    titles = titles_of(round_of(*many, *planted))
    near = [pair for pair in titles.near().tolist() if pair[1] >= 5_600]
    assert near == [[5600, 5601], [5600, 5602], [5601, 5602]]
    assert 0.5 <= titles.alike(5600, 5603).value < 0.85


def _word(number: int) -> str:
    """A word for a number; few letters apart are few words."""
    return "".join(chr(ord("a") + (number * 31 + place * number // 3 + place * 7) % 26) for place in range(9))


# Other names of one thing


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Levende arkiv / Living Archive", "Living Archive"),
        ("Levende arkiv | Living Archive", "Levende arkiv"),
        ("Tværsektoriel Akut Mobil Indsats (TAMI)", "TAMI"),
        ("Hjertesvigt Hjemme Monitorering (HHM)", "HHM i Gribskov"),
        ("Sov godt på stue 4", "Sov godt på stue fire"),
    ],
)
def test_a_half_an_abbreviation_and_a_number_in_words_are_the_name(a: str, b: str) -> None:
    assert alike(a, b) == alike(b, a) == 1
    assert compared(a, b).numbers is None


def test_the_initials_are_the_name_where_the_owner_is_the_same() -> None:
    title, owner = "Center for Aktivt Liv og Mestring", "Blå Stjerne"
    assert alike((title, owner), ("CALM", owner)) == alike(("CALM", owner), (title, owner)) == 1
    assert alike((title, owner), ("CALM", "Røde Rose")) == 0
    assert alike((title, owner), ("Calm", owner)) == 0
    assert alike(title, "CALM") == 0


@pytest.mark.parametrize(
    "title",
    [
        "Børneafdelingen",
        "Kategori: Patientinddragelse",
        "Se vedhæftede",
        "Indstilling til Initiativprisen 2026",
    ],
)
def test_a_title_that_says_only_what_form_or_unit_it_is_is_like_nothing(title: str) -> None:
    assert alike(title, title) == 0


def test_a_unit_of_the_owners_words_is_no_name() -> None:
    unit = ("Lungemedicinsk afdeling", "Lungemedicinsk afdeling, OUH")
    assert alike(unit, unit) == 0
    assert alike("Lungemedicinsk afdeling", "Lungemedicinsk afdeling") == 1


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hjerteskolen", "Hjerneskolen"),
        ("Bydelsmødre", "Bydelsfædre"),
        ("Skolens kræftpiger", "Skolens kræftdrenge"),
    ],
)
def test_words_of_one_class_in_compounds_are_not_alike(a: str, b: str) -> None:
    assert alike(a, b) < 0.85


@given(
    st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map(" ".join), min_size=2, max_size=6)
)
def test_titles_that_are_half_alike_may_be(said: Sequence[str]) -> None:
    titles = titles_of(round_of(*(nomination(str(n), title) for n, title in enumerate(said))))
    pairs = np.array([*combinations(range(len(said)), 2)], np.int32)
    for (a, b), may_be in zip(pairs.tolist(), titles.may_be(pairs).tolist(), strict=True):
        assert may_be or titles.alike(a, b).value < 0.5
    assert not titles.may_be(NONE).tolist()

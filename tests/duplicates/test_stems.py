import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.stems import GENERAL, KINDS, LINKING, heads, stem


@pytest.mark.parametrize(
    "forms",
    [
        "klædeskab klædeskabet klædeskabe klædeskabets klædeskabene",
        "menneske mennesker mennesket menneskene menneskers",
        "klub klubben klubber",
        "sygehus sygehuset sygehuse",
        "indsats indsatsen indsatser",
        "frivillig frivillige frivilliges",
        "hjem hjemmet hjemmene",
        "café cafe",
        "idé ide",
        "bridge bridges",
        "story stories",
        "garden gardens",
        "sår saar",
        "brød broed",
        "bogbus bogbussen bogbusser bogbussens",
        "lysglas lysglasset",
        "brobygger brobyggeren brobyggere brobyggerne brobyggers",
        "café caféen cafeer caféerne caféens",
        "ledsager ledsagere ledsageren",
        "vinter vinteren",
        "klasse klassen klasser",
        "fitness fitnesset",
        "æble aeble",
    ],
)
def test_a_word_with_an_ending_or_in_another_spelling_is_the_same_word(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(
    "others", ["mad mænd", "garden gift", "nord syd", "hus hest", "team tema", "kunst kur", "2022 2023"]
)
def test_other_words_stay_apart(others: str) -> None:
    one, other = others.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["by", "en", "og", "bus", "112", "x", ""])
def test_a_short_word_stays_as_it_is(word: str) -> None:
    assert stem(word) == word


@given(st.text(alphabet="abcdenrstæøåé", max_size=12))
def test_something_of_a_word_stays(word: str) -> None:
    assert bool(stem(word)) == bool(word)
    assert len(stem(word)) <= 2 * len(word)


@pytest.mark.parametrize(
    "said",
    [
        "indstilling til initiativprisen",
        "ansøgning om sundhedsprisen",
        "se vedhæftede",
        "nominering til prisen",
        "børneafdelingen",
        "afsnit",
        "",
    ],
)
def test_what_says_only_which_form_or_prize_or_unit_it_is_heads_a_nomination(said: str) -> None:
    assert heads(said.split())


def test_beside_the_word_for_a_unit_its_owners_words_say_which_one() -> None:
    said = "lungemedicinsk", "afdeling"
    assert heads(said, {"lungemedicinsk", "afdeling", "ouh"})
    assert not heads(said)
    assert not heads(("social", "sundhed"), {"social", "sundhed"})


@pytest.mark.parametrize("said", ["klædeskabet", "ro på afdelingen", "prisensvognen", "enterprise", "se mig"])
def test_a_name_heads_nothing(said: str) -> None:
    assert not heads(said.split())


def test_general_words_are_known_in_every_form() -> None:
    every = ["projekter", "initiativet", "Nomination".lower(), "samarbejder", "årets", "på", "the", "awards"]
    assert {stem(word) for word in every} <= GENERAL <= KINDS
    assert "på" in LINKING
    assert stem("klædeskab") not in KINDS
    assert stem("sygehuset") in KINDS

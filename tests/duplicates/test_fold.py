import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.fold import Names, fold, visible, words


@pytest.mark.parametrize(
    "disguised",
    [
        "Evening Bridge",
        "EVENING BRIDGE",
        "  Evening \t Bridge\n",
        "“Evening”-Bridge!",
        "Even\u200bing\u2060 Br\u00adidge",
        "Ev\u0435ning Bridg\u0435",  # Cyrillic e
        "\u0395vening Bridge",  # Greek capital epsilon
        "Ｅvening Bridge",  # full width
        "Evening\u00a0Bridge",
        "Evening\U000e0069 Bridge\ufe0f",
    ],
)
def test_a_title_in_disguise_has_the_words_of_the_title(disguised: str) -> None:
    assert words(disguised) == ("evening", "bridge")


def test_accents_stay_and_are_one_letter_however_they_were_typed() -> None:
    assert words(unicodedata.normalize("NFD", "Æblehøst på Ærø, José Ågren")) == words(
        "Æblehøst på Ærø, José Ågren"
    )
    assert words("Ærø på") == ("ærø", "på")
    assert words("José") != words("Jose")


@pytest.mark.parametrize("disguised", ["L\u04d5seklubben \u04d4r\u00f8", "L\u00e6seklubben \u00c6ro\u0338"])
def test_danish_letters_in_disguise_are_the_danish_letters(disguised: str) -> None:
    assert words(disguised) == ("læseklubben", "ærø")


def test_an_accent_on_a_letter_of_another_script_is_the_accent_on_the_letter_it_looks_like() -> None:
    assert fold("\u043e\u0308") == "ö"


def test_a_title_wholly_in_another_script_keeps_its_words_apart() -> None:
    # д and я look like nothing Latin; the others are taken for the Latin letters.
    assert words("Дом у моря") == ("дom", "y", "mopя")


def test_an_underscore_parts_words_as_a_space_does() -> None:
    assert words("evening_bridge") == ("evening", "bridge")


def test_numbers_are_words() -> None:
    assert words("Room 4, 2.500 guests") == ("room", "4", "2", "500", "guests")


def test_a_text_of_signs_alone_has_no_words() -> None:
    assert words(" — … \u200b!") == ()


def test_visible_text_keeps_its_case_and_its_signs() -> None:
    assert visible("Anna\u200b A\u030agren, leader") == "Anna Ågren, leader"


@given(st.text())
def test_case_and_composition_make_no_difference(text: str) -> None:
    assert words(unicodedata.normalize("NFD", text)) == words(text)
    assert words(unicodedata.normalize("NFC", text)) == words(text)


@given(st.lists(st.text(alphabet="abcæøå é", min_size=1)))
def test_words_of_a_text_are_the_words_of_its_pieces(pieces: list[str]) -> None:
    assert words("\n".join(pieces)) == tuple(word for piece in pieces for word in words(piece))


def test_an_alias_is_read_as_the_first_name_of_its_group() -> None:
    names = Names([["NVH", "North Valley Hospital"]])
    assert names.words("The garden at North  Valley hospital.") == ("the", "garden", "at", "nvh")
    assert names.words("nvh") == ("nvh",)


def test_the_longest_known_name_is_read_first() -> None:
    names = Names([["NV", "North Valley"], ["NVH", "North Valley Hospital"]])
    assert names.words("North Valley Hospital") == ("nvh",)
    assert names.words("North Valley School") == ("nv", "school")


def test_an_alias_inside_a_word_is_no_alias() -> None:
    assert Names([["NV", "Valley"]]).words("Valleys") == ("valleys",)


def test_signs_in_an_alias_are_no_pattern() -> None:
    assert Names([["A.B (C)", "Alpha.*"]]).words("alpha beta") == ("a", "b", "c", "beta")


def test_an_empty_alias_means_nothing() -> None:
    assert Names([["", "—"], []]).words("North Valley") == ("north", "valley")


def test_every_word_of_a_name_and_of_its_other_names_is_known() -> None:
    names = Names([["NVH", "North Valley Hospital"], ["BS", "Blue Star"]])
    assert names.every_word("Ward 4, NVH") == {"ward", "4", "nvh", "north", "valley", "hospital"}
    assert names.every_word("North Valley Hospital") == {"nvh", "north", "valley", "hospital"}
    assert names.every_word("Valley Hospital") == {"valley", "hospital"}


def test_names_that_begin_alike_are_read_by_the_longest_that_stands_there() -> None:
    names = Names([["A", "North Valley Hospital West"], ["B", "North"]])
    assert names.words("North Valley Hospital East") == ("b", "valley", "hospital", "east")


@given(st.text(max_size=60))
def test_without_aliases_names_are_read_word_by_word(text: str) -> None:
    assert Names().words(text) == words(text)


@given(st.text(alphabet="aÆøß –ﬁ²ŉ½K\u0301İ\xad", max_size=12))
def test_ordinary_text_is_folded_as_any_other(text: str) -> None:
    # A sign that is not ordinary sends the whole text the long way round.
    assert fold(f"{text}\u0431") == fold(text) + fold("\u0431")

from collections.abc import Sequence

import pytest

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.naming import Field, Naming, Namings
from nominate_tui.duplicates.texts import Texts
from nominate_tui.model.nomination import Nomination


def namings(*nominations: Nomination, aliases: Sequence[Sequence[str]] = ()) -> Namings:
    found = round_of(*nominations)
    return Namings(found, Names(aliases), Texts(found))


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
    assert found.between("1", "2") == found.between("2", "1") == Naming("Evening Bridge", "1", "2", field)
    assert found.pairs() == {frozenset(("1", "2"))}


@pytest.mark.parametrize(
    "other",
    [
        nomination("2", "Bridge in the evening"),
        nomination("2", "Evening Bridges"),
        nomination("2", "Long Evening", organisation="Bridge"),
        nomination("2", "Walks", text="We thank Evening Bridge."),
        nomination("2", "Evening Bridge"),
        nomination("2", ""),
    ],
)
def test_any_other_likeness_is_no_naming(other: Nomination) -> None:
    found = namings(BRIDGE, other)
    assert found.between("1", "2") is None
    assert found.pairs() == set()


def test_a_nomination_without_a_title_is_named_by_nobody() -> None:
    assert namings(nomination("1", " — "), nomination("2", "Walks — and more")).pairs() == set()


def test_a_phrase_that_stands_in_many_nominations_names_nobody() -> None:
    walk = nomination("2", "Evening Bridge on foot")
    others = [
        nomination(str(n), f"Other {n}", text="Like Evening Bridge, but by night.") for n in range(3, 7)
    ]
    assert namings(BRIDGE, walk, *others[:3]).pairs() == {frozenset(("1", "2"))}
    assert namings(BRIDGE, walk, *others).pairs() == set()


def test_an_alias_in_a_title_is_read_as_the_name_it_stands_for() -> None:
    garden = nomination("1", "Garden at NVH")
    other = nomination("2", "Garden at North Valley Hospital in spring")
    assert namings(garden, other).pairs() == set()
    assert namings(garden, other, aliases=[["NVH", "North Valley Hospital"]]).pairs() == {
        frozenset(("1", "2"))
    }


@pytest.mark.parametrize(
    "title", ["Evening Bridge – walks for two", "Evening Bridge: walks for two", "Evening Bridge - x"]
)
def test_a_name_before_a_dash_or_a_colon_names_as_a_whole_title_does(title: str) -> None:
    found = namings(nomination("1", title), nomination("2", "Partnership with Evening Bridge"))
    assert found.between("1", "2") == Naming("Evening Bridge", "1", "2", "title")


def test_a_name_with_an_explanation_stands_in_the_title_that_is_the_name_alone() -> None:
    found = namings(nomination("1", "Evening Bridge – walks for two"), BRIDGE_ALONE)
    assert found.between("1", "2") == Naming("Evening Bridge", "1", "2", "title")


def test_a_hyphen_inside_a_word_ends_no_name() -> None:
    assert namings(nomination("1", "Evening-Bridge"), nomination("2", "Long evening")).pairs() == set()


def test_the_longest_phrase_is_told() -> None:
    whole = "Evening Bridge – walks for two"
    found = namings(nomination("1", whole), nomination("2", f"Friends of {whole}"))
    assert found.between("2", "1") == Naming(whole, "1", "2", "title")


def test_explanations_name_nobody() -> None:
    one, other = nomination("1", "Evening Bridge – walks for two"), nomination("2", "Choir – walks for two")
    assert namings(one, other).pairs() == set()

import pytest

from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.houses import abbreviated, are_two, houses


def named(text: str) -> dict[str, set[str]]:
    return {sort: {*names} for sort, names in houses(text, words).items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Teknik og Miljø, Viborg Kommune", {"municipality": {"viborg"}}),
        ("Viborgs Kommune", {"municipality": {"viborg"}}),
        ("Viborg Kommune og Skive Kommune", {"municipality": {"viborg", "skiv"}}),
        ("Vejle Municipality", {"municipality": {"vejl"}}),
        ("Blodbanken, Region Nordjylland", {"region": {"nordjylland"}}),
        ("Region of Southern Denmark", {}),
        ("Kolding Sygehus", {"hospital": {"kolding"}}),
        ("Sygehus Lillebælt, Kolding", {"hospital": {"lillebaelt"}}),
        ("Hospitalet i Horsens", {"hospital": {"hor"}}),
        ("Regionshospitalet Horsens", {"hospital": {"hor"}}),
        ("Odense University Hospital", {"hospital": {"oden"}}),
        ("Aarhus Universitetshospital – Blodbanken", {"hospital": {"aarhu"}}),
        ("Kommune", {}),
        ("Hospital", {}),
        ("", {}),
    ],
)
def test_a_house_is_told_by_the_name_beside_its_sort(text: str, found: dict[str, set[str]]) -> None:
    assert named(text) == found


def test_two_houses_are_two_where_each_has_a_name_that_the_other_lacks() -> None:
    viborg, randers, both = (
        {"municipality": {*names}} for names in (("viborg",), ("rand",), ("viborg", "rand"))
    )
    assert are_two(viborg, randers, {"viborg"}, {"rand"})
    assert not are_two(viborg, viborg, {"viborg"}, {"viborg"})
    assert not are_two(viborg, both, {"viborg"}, {"viborg", "rand"})
    assert not are_two(viborg, {}, {"viborg"}, {"rand"})
    assert not are_two(viborg, {"region": {"rand"}}, {"viborg"}, {"rand"})
    assert not are_two(viborg, randers, {"viborg", "rand"}, {"rand"})
    assert not are_two(viborg, {"municipality": {"vibborg"}}, {"viborg"}, {"vibborg"})


@pytest.mark.parametrize(
    ("short", "full", "found"),
    [
        (
            "Diætenheden, OUH",
            "Diætenheden, Odense Universitetshospital",
            {"ouh", "oden", "universitetshospital"},
        ),
        ("Diætenheden, AUH", "Aarhus Universitetshospital", {"auh", "aarhu", "universitetshospital"}),
        ("på RH", "Rigshospitalet", {"rh", "rigshospital"}),
        ("SHS, Tønder", "Sygehus Sønderjylland", {"shs", "sygehu", "soenderjylland"}),
        ("SHS, Tønder", "Slagelse Sygehus", set()),
        ("på ouh", "Odense Universitetshospital", set()),
        ("OUH, BLODBANKEN", "Odense Universitetshospital", set()),
        ("Diætenheden, OUH", "OUH", set()),
        ("Diætenheden, OUH", "", set()),
    ],
)
def test_an_abbreviation_is_made_of_the_first_letters_of_a_house(
    short: str, full: str, found: set[str]
) -> None:
    assert abbreviated(short, full) == found

import pytest

from nominate_tui.duplicates.units import is_kind, is_of_unit


@pytest.mark.parametrize(
    "word",
    [
        *(
            "Behandling",
            "Børneafdelingen",
            "Team",
            "Sygehus",
            "Hospitalets",
            "KOMMUNE",
            "Lindrende",
            "Palliativt",
        ),
        *(
            "Psykiatrien",
            "Rehabilitering",
            "Sundhed",
            "Partnerskabet",
            "Velux-fonden",
            "Korshær",
            "Videncenter",
        ),
        *("Department", "Care", "Red", "University", "Programme", "Services"),
        "De",
    ],
)
def test_words_of_places_teams_and_works_are_known(word: str) -> None:
    assert is_of_unit(word)


@pytest.mark.parametrize(
    "word",
    [
        *(
            "Anna",
            "Else",
            "Henning",
            "Flemming",
            "Clement",
            "Marion",
            "Fonda",
            "Mejer",
            "Pickering",
            "Whitehead",
        ),
        *("Ende", "Lund-Jacobsen", "O’Hara", "Holm", "van der", "Skovmand", "Kofoed-Dam", "Ward", "Cross"),
    ],
)
def test_names_of_persons_are_none(word: str) -> None:
    assert not is_of_unit(word)


@pytest.mark.parametrize(
    "word",
    [
        "sygehus",
        "lungeafdelingen",
        "plejehjemmet",
        "stadsarkiv",
        "musikskole",
        "fødegangen",
        "apoteket",
        "kommune",
        "region",
        "lungemedicinsk",
    ],
)
def test_words_that_say_of_what_kind_an_organisation_is_are_known(word: str) -> None:
    assert is_kind(word)


@pytest.mark.parametrize(
    "word",
    ["aarhus", "vejle", "horsens", "ouh", "solgården", "gasværket", "holbæk", "nord", "odense", "amager"],
)
def test_names_of_places_are_no_kinds(word: str) -> None:
    assert not is_kind(word)

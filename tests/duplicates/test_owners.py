from collections.abc import Sequence
from dataclasses import replace

import pytest

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.comparison import Owner
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.owners import Owners
from nominate_tui.model.nomination import Contact, Nomination

HILL = nomination("1", "Walks", "Hill Hospital", "Anna Holm", "A text.")
LAKE = nomination("2", "Songs", "Lake School", "Bo Lund", "Another one.")


def owners(nominations: Sequence[Nomination], contacts: Sequence[Contact] = ()) -> Owners:
    return Owners(round_of(*nominations), Names(), contacts)


def of(a: Nomination, b: Nomination, *contacts: Contact) -> Owner:
    """What two owners are; both ways round the same."""
    there, back = owners((a, b), contacts), owners((b, a), contacts)
    assert there.alike(0, 1) == back.alike(0, 1)
    return there.alike(0, 1)


def near(a: Nomination, b: Nomination, *contacts: Contact) -> bool:
    return bool(owners((a, b), contacts).near().tolist() == [[0, 1]])


def test_other_persons_of_other_places_are_other_owners() -> None:
    assert of(HILL, LAKE) == Owner("different", 0.0)
    assert not near(HILL, LAKE)


@pytest.mark.parametrize(
    "responsible",
    [
        *(
            "Anna Holm",
            "Leader: ANNA HOLM",
            "Anna Kirstine Holm and Bo Lund",
            "Overlæge Anna Holm, Lake School",
        ),
        *("Holm, Anna", "Holm, Anna, professor; Lund, Bo", "Bo Lund, leader, & Anna Holm"),
    ],
)
def test_a_person_who_is_responsible_in_both_makes_the_owner_the_same(responsible: str) -> None:
    other = replace(LAKE, responsible=responsible)
    found = of(HILL, other)
    assert (found.relation, found.value, found.by) == ("same", 1.0, "person")
    assert near(HILL, other)


def test_the_fullest_name_is_told() -> None:
    assert of(HILL, replace(LAKE, responsible="Anna Kirstine Holm")).who == "Anna Kirstine Holm"


@pytest.mark.parametrize("responsible", ["Anna Lund", "Kim Lund Dam", "Anna", ""])
def test_other_names_are_other_persons(responsible: str) -> None:
    one = replace(HILL, responsible="Anna Kim Holm")
    assert of(one, replace(LAKE, responsible=responsible)).by == ""


def test_names_of_two_persons_do_not_make_a_third() -> None:
    assert (
        of(replace(HILL, responsible="Anna Lund"), replace(LAKE, responsible="Anna Holm and Bo Lund")).by
        == ""
    )


@pytest.mark.parametrize("responsible", ["A. K. Holm", "A.K. Holm", "Anna K. Holm", "Holm, Anna K."])
def test_a_person_is_known_by_initials(responsible: str) -> None:
    one, other = replace(HILL, responsible="Anna Kirstine Holm"), replace(LAKE, responsible=responsible)
    assert (of(one, other).by, of(one, other).who) == ("person", "Anna Kirstine Holm")
    assert near(one, other)


WARD = replace(LAKE, organisation="Ward 7, Hill Hospital", responsible="A. Holm, nurse")


@pytest.mark.parametrize("responsible", ["A. Holm, nurse", "Anna H.", "Nurse Holm", "Doctor Anna"])
def test_a_short_name_beside_a_word_of_the_organisation_is_the_person_of_the_full_one(
    responsible: str,
) -> None:
    assert of(HILL, replace(WARD, responsible=responsible)) == Owner("same", 1.0, "person", "Anna Holm")
    assert near(HILL, replace(WARD, responsible=responsible))


@pytest.mark.parametrize(
    "other",
    [
        replace(WARD, responsible="B. Holm, nurse"),
        replace(WARD, responsible="Holm"),
        replace(WARD, organisation="Lake School"),
        # "Hospital" is a kind, and says of no two that they are one.
        replace(WARD, organisation="Lake Hospital"),
        replace(WARD, organisation=""),
    ],
)
def test_a_short_name_is_nobody_s_where_it_or_the_organisation_is_another(other: Nomination) -> None:
    assert of(HILL, other).by != "person"
    assert not near(HILL, other)


def test_a_short_name_that_two_may_have_is_nobody_s() -> None:
    namesake = nomination("3", "Choir", "Lake School", "Arne Holm")
    assert owners([HILL, WARD, namesake]).alike(0, 1).by != "person"
    fuller = nomination("3", "Choir", "Lake School", "Anna Kirstine Holm")
    assert owners([HILL, WARD, fuller]).alike(0, 1).by == "person"


@pytest.mark.parametrize(
    "team", ["Lindrende Behandling", "Team for Grønne Skridt", "Department of Blue Things"]
)
def test_a_team_that_is_responsible_in_both_is_no_person(team: str) -> None:
    assert of(replace(HILL, responsible=team), replace(LAKE, responsible=team)).by in ("", "organisation")
    assert not near(replace(HILL, responsible=team), replace(LAKE, responsible=team))


def test_what_a_text_writes_without_capitals_is_no_person() -> None:
    one, other = (replace(each, responsible="Green Steps") for each in (HILL, LAKE))
    assert of(one, other).by == "person"
    told = replace(one, answers={"purpose": "We call it “green steps”."})
    assert (of(told, other).relation, of(told, other).by) == ("different", "")
    within = replace(one, answers={"purpose": "So evergreen stepsons come."})
    assert of(within, other).by == "person"


def test_a_charity_that_is_responsible_in_both_is_no_person() -> None:
    third = nomination("3", "Choir", "Blue Star", "Eva Bak")
    found = owners([replace(each, responsible="Blue Star") for each in (HILL, LAKE)] + [third])
    assert found.alike(0, 1).by == ""
    assert found.near().tolist() == []


def test_a_contact_of_one_who_is_responsible_in_the_other_is_the_same() -> None:
    assert of(HILL, LAKE, Contact("2", "Anna Holm")) == Owner(
        "same", 1.0, "contact", "Anna Holm", elsewhere=True
    )
    assert of(HILL, LAKE, Contact("1", "Eva Bak"), Contact("2", "Eva Bak")) == Owner(
        "same", 1.0, "contact", "Eva Bak", elsewhere=True
    )
    assert near(HILL, LAKE, Contact("2", "Anna Holm"))


def test_contacts_that_are_not_here_change_nothing() -> None:
    assert of(HILL, LAKE, Contact("7", "Anna Holm", "anna@hill.example", "20000011")) == of(HILL, LAKE)


@pytest.mark.parametrize(
    "one",
    [
        replace(HILL, responsible="Anna Holm, anna@hill.example"),
        replace(HILL, organisation="Hill Hospital <Anna@Hill.example>"),
        replace(HILL, facts={"more": "Write to anna@hill.example"}),
        replace(HILL, answers={"purpose": "Write to anna@hill.example."}),
    ],
)
def test_the_same_address_makes_the_owner_the_same_wherever_it_stands(one: Nomination) -> None:
    assert of(one, LAKE, Contact("2", email="ANNA@hill.example")) == Owner(
        "same", 1.0, "email", elsewhere=True
    )
    assert near(one, LAKE, Contact("2", email="ANNA@hill.example"))


@pytest.mark.parametrize("written", ["20000011", "20 00 00 11", "+45 2000 0011"])
def test_the_same_number_makes_the_owner_the_same_however_it_is_written(written: str) -> None:
    one = replace(HILL, answers={"purpose": f"Call {written} any day."})
    assert of(one, LAKE, Contact("2", telephone="20-00-00-11")) == Owner(
        "same", 1.0, "telephone", elsewhere=True
    )
    assert near(one, LAKE, Contact("2", telephone="20-00-00-11"))


def test_an_address_and_a_number_are_never_told() -> None:
    contacts = [Contact(id, email="anna@hill.example", telephone="20000011") for id in "12"]
    assert of(HILL, LAKE, *contacts).who == ""
    assert of(HILL, LAKE, *(replace(each, email="") for each in contacts)).who == ""


def many_of(person: str, count: int) -> list[Nomination]:
    return [nomination(str(n), f"Title {n}", f"Place{n}", person) for n in range(count)]


def test_a_person_who_nominates_often_is_still_that_person() -> None:
    found = owners(many_of("Anna Holm", 30))
    assert found.alike(0, 29) == Owner("same", 1.0, "person", "Anna Holm", elsewhere=True)
    assert len(found.near()) == 30 * 29 / 2


def test_the_pairs_of_somebody_who_nominates_very_often_are_not_proposed_for_this_alone() -> None:
    found = owners(many_of("Anna Holm", 51))
    assert found.alike(0, 50) == Owner("same", 1.0, "person", "Anna Holm", elsewhere=True)
    assert found.near().tolist() == []


def test_an_address_that_stands_in_many_texts_is_the_awards_own() -> None:
    def writing(count: int) -> list[Nomination]:
        texts = ("Send this to award@prize.example." if n < count else "Nothing." for n in range(8))
        return [nomination(str(n), f"Title {n}", f"Place{n}", text=text) for n, text in enumerate(texts)]

    assert owners(writing(5)).alike(0, 1) == Owner("same", 1.0, "email", elsewhere=True)
    assert owners(writing(6)).alike(0, 1) == Owner("different", 0.0)


@pytest.mark.parametrize(
    ("contact", "by"),
    [
        (Contact("", email="anna@hill.example"), "email"),
        (Contact("", telephone="20000011"), "telephone"),
        (Contact("", name="Anna Holm"), "contact"),
    ],
)
def test_what_contacts_of_many_organisations_give_is_a_secretariats(contact: Contact, by: str) -> None:
    given = [replace(contact, nomination=str(n)) for n in range(8)]
    assert owners(many_of("", 5), given).alike(0, 4).by == by
    assert owners(many_of("", 6), given).alike(0, 4) == Owner("different", 0.0)
    of_one = [replace(each, organisation="Hill Hospital") for each in many_of("", 8)]
    assert owners(of_one, given).alike(0, 7).by == by


def test_where_no_person_is_the_same_the_organisations_decide() -> None:
    again = replace(LAKE, organisation="Ward 4, Hill Hospital")
    assert of(HILL, again) == Owner("same", 1.0, "organisation")
    assert not near(HILL, again)


def test_owners_of_an_empty_round_are_near_to_nobody() -> None:
    assert owners(()).near().tolist() == []


MUSIC = [nomination("1", "Beans", "Aarhus Musikskole"), nomination("2", "Songs", "Aarhus School of Music")]


@pytest.mark.parametrize(
    ("persons", "in_part"),
    [
        (("", ""), True),
        (("Anna Holm", ""), True),
        (("Anna Holm", "Bo Lund"), False),
        (("Anna Lauridsen", "Annika Lauridsen"), True),
    ],
)
def test_other_persons_speak_against_owners_that_are_alike_in_part(
    persons: tuple[str, str], in_part: bool
) -> None:
    found = owners(
        [replace(one, responsible=person) for one, person in zip(MUSIC, persons, strict=True)]
    ).alike(0, 1)
    assert (found.relation, found.in_part) == ("different", in_part)

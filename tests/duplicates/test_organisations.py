from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.comparison import Owner
from nominate_tui.duplicates.fold import Names
from nominate_tui.duplicates.organisations import Organisations
from nominate_tui.duplicates.persons import persons
from nominate_tui.model.nomination import Nomination

Written = tuple[str, str]
"""Organisation and responsible."""


def alike(*owners: Written, aliases: Sequence[Sequence[str]] = ()) -> Owner:
    """What the first two of a round's owners are."""
    found = round_of(*(nomination(str(n), f"Title {n}", *owner) for n, owner in enumerate(owners)))
    return Organisations(found, Names(aliases)).alike(0, 1)


def organisations(*names: str) -> Owner:
    return alike(*((name, "") for name in names))


PARTS = st.lists(
    st.sampled_from(["North", "Valley", "Hospital", "Ward", "Anna", "Holm", "of", "the", "Region", "West"])
).map(" ".join)
OWNERS = st.tuples(PARTS, PARTS)


@given(OWNERS, OWNERS, st.lists(OWNERS))
def test_owners_are_as_alike_one_way_as_the_other(a: Written, b: Written, others: list[Written]) -> None:
    assert alike(a, b, *others) == alike(b, a, *others)
    assert 0 <= alike(a, b, *others).value <= 1


@given(OWNERS.filter(lambda owner: bool({*" ".join(owner).split()} - {"of", "the"})), st.lists(OWNERS))
def test_an_owner_is_wholly_like_itself(owner: Written, others: list[Written]) -> None:
    assert alike(owner, owner, *others) == Owner("same", 1.0, "organisation")


@pytest.mark.parametrize(
    "anybody", ["Anonym", "Ukendt", "Ikke oplyst", "N/A", "Borger", "Pårørende", "Se bilag", "xxx"]
)
def test_who_is_not_to_be_named_is_nobody(anybody: str) -> None:
    assert alike(("", anybody), ("", anybody)) == alike((anybody, ""), (anybody, "")) == Owner()
    assert persons(f"{anybody.title()} Borger") == {}
    assert alike((f"{anybody} i Ribe", ""), (f"{anybody} i Ribe", "")).relation == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hjemmeplejen Vest, Team 1", "Hjemmeplejen Vest, Team 2"),
        ("Sygehus Nordkyst, afdeling A", "Sygehus Nordkyst, afdeling B"),
        ("Sygehus Nordkyst, afsnit M4", "Sygehus Nordkyst, afsnit M 5"),
        ("Plejehjemmet Birkehøj, stue 1", "Plejehjemmet Birkehøj, stue 3"),
        ("FDF Ravnsø 1", "FDF Ravnsø 2"),
    ],
)
@pytest.mark.parametrize("others", [0, 6])
def test_units_that_differ_in_a_number_or_a_letter_are_two(one: str, other: str, others: int) -> None:
    found = organisations(one, other, *(f"Museet i By{n}" for n in range(others)))
    assert (found.relation, found.in_part) == ("different", False)
    assert organisations(one, one).relation == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sygehus Nordkyst, afsnit M4", "Sygehus Nordkyst, Afsnit M 4"),
        ("Sygehus Nordkyst, afsnit M4", "Sygehus Nordkyst"),
        ("Møbelfabrikken A/S", "Møbelfabrikken"),
        ("H. C. Andersen Børnehospital", "HC Andersen Børnehospital"),
        ("7 A", "7A"),
    ],
)
def test_a_unit_is_the_same_however_its_number_or_letter_is_written(one: str, other: str) -> None:
    assert organisations(one, other, *(f"Museet i By{n}" for n in range(6))).relation == "same"


HOUSES = [
    ("{}, Viborg Kommune", "{}, Randers Kommune"),
    ("Viborg Kommune, {}", "Faaborg-Midtfyn Kommune, {}"),
    ("{}, Kolding Sygehus", "{}, Esbjerg Sygehus"),
    ("{} på Kolding Sygehus", "{} på Esbjerg Sygehus"),
    ("{}, Regionshospitalet Horsens", "{}, Regionshospitalet Viborg"),
    ("{}, Hospitalet i Horsens", "{}, Viborg Hospital"),
    ("{}, Sygehus Lillebælt", "{}, Sygehus Sønderjylland"),
    ("{}, Region Nordjylland", "{}, Region Midtjylland"),
    ("{}, Odense Universitetshospital", "{}, Aarhus University Hospital"),
]
"""Two houses of one sort."""


@pytest.mark.parametrize(("one", "other"), HOUSES)
@pytest.mark.parametrize("unit", ["Teknik og Miljø", "Staben", "Blodbanken", "Steno Diabetes Center"])
@pytest.mark.parametrize("others", [0, 12])
def test_units_of_one_name_in_two_houses_are_two(one: str, other: str, unit: str, others: int) -> None:
    written = one.format(unit), other.format(unit)
    found = organisations(*written, *(f"Museet i By{n}" for n in range(others)))
    assert (found.relation, found.in_part) == ("different", False)
    assert organisations(written[0], written[0]).relation == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Staben, Viborg Kommune", "Staben, Viborgs Kommune"),
        ("Staben, Viborg Kommune", "Staben"),
        ("Staben, Viborg Kommune", "Staben, Viborg og Skive Kommune"),
        ("Blodbanken, Kolding Sygehus", "Blodbanken, Sygehus Lillebælt, Kolding"),
        ("Blodbanken, Kolding Sygehus", "Blodbanken, Koldinng Sygehus"),
        ("Blodbanken, Region Syddanmark", "Blodbanken, Region of Southern Denmark"),
    ],
)
def test_a_house_is_one_however_it_is_named(one: str, other: str) -> None:
    assert organisations(one, other, *(f"Museet i By{n}" for n in range(12))).relation == "same"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Jobcenter Viborg", "Mette Holm"), ("Jobcenter Randers", "Mette Lund")),
        (("Naturskolen Viborg", "Mette Nielsen"), ("Naturskolen Randers", "Pia Nielsen")),
        (("Kolding Sygehus", "Anne Jensen"), ("Hospice Søglimt", "Jens Anne Holm")),
        (("", "Mette Holm"), ("", "Mette Lund")),
    ],
)
def test_a_name_that_two_persons_have_makes_their_organisations_no_more_alike(
    one: Written, other: Written
) -> None:
    others = [(f"Museet i By{n}", f"Ib Dal{n}") for n in range(12)]
    found = alike(one, other, *others)
    assert (found.relation, found.in_part) == ("different", False)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Diætenheden, OUH", "Diætenheden, Odense Universitetshospital"),
        ("Akutafdelingen, SHS", "Akutafdelingen, Sygehus Sønderjylland"),
        ("Blodbanken på RH", "Blodbanken, Rigshospitalet"),
        ("Køkkenet, BFH", "Køkkenet (Bispebjerg og Frederiksberg Hospital)"),
    ],
)
@pytest.mark.parametrize("others", [0, 12])
def test_first_letters_stand_for_a_house_in_which_both_have_one_unit(
    short: str, full: str, others: int
) -> None:
    museums = [f"Museet i By{n}" for n in range(others)]
    assert organisations(short, full, *museums).relation == "same"
    assert organisations(short, f"{full}, {short}", *museums).relation == "same"


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Akutafdelingen, SHS", "Akutafdelingen, Slagelse Sygehus"),
        ("Akutafdelingen, OUH", "Akutafdelingen, Aarhus Universitetshospital"),
        ("Akutafdelingen, OUH", "Køkkenet, Odense Universitetshospital"),
        ("Akutafdelingen, OUH", "Akutafdelingen, Odense Universitetshospitals Venner"),
    ],
)
def test_first_letters_of_another_house_do_not(short: str, full: str) -> None:
    assert organisations(short, full).relation == "different"


def test_two_kinds_of_house_are_no_word_in_common() -> None:
    owners = ("Skive Kommune", "Mette Nielsen"), ("Faaborg Kommune", "Mette Nielsen")
    found = round_of(*(nomination(str(n), "Bedre sammenhæng", *owner) for n, owner in enumerate(owners)))
    assert Organisations(found, Names()).apart(0, 1)


def test_the_same_organisation_is_no_part_of_itself_where_one_names_nobody() -> None:
    round_of_one = [("Holmstrup Hospital", f"Anna Holm{n}") for n in range(8)]
    found = alike(("Holmstrup Hospital", ""), ("Holmstrup Hospital", "Bo Lund"), *round_of_one)
    assert found.relation == "same"


def test_an_owner_that_is_not_named_is_unknown() -> None:
    assert alike(("", " — "), ("North Valley Hospital", "Anna Holm")) == Owner()
    assert alike(("", ""), ("", "")) == Owner()


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("Herlufsborg Hosp. (N3)", "Herlufsborg Hospital, Neonatalafsnit N3"),
        ("Med. Afd., Fjordby Sgh.", "Medicinsk Afdeling, Fjordby Sygehus"),
        ("Dept. of History, Univ. of Northmoor", "University of Northmoor, History"),
    ],
)
def test_what_is_shortened_is_read_as_it_is_written_out(short: str, full: str) -> None:
    others = [(f"Lake {number} School", "") for number in range(20)]
    assert alike((short, ""), (full, ""), *others).relation == "same"


def test_owners_without_a_common_word_differ() -> None:
    assert alike(("North Hospital", "Anna Holm"), ("South School", "Bo Lund")) == Owner("different", 0.0)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("North Hospital", "Hospital North"),
        ("North Hospital", "Kitchen, North Hospital, ward 4"),
        ("Klinikken Solsiden", "Klinik Solsiden"),
        ("Klinikken Aasiden", "Klinikken Åsiden"),
        ("Palliativt Team, Sygehus Vest", "Palliatvt Team, Sygehus Vesst"),
        ("C. Collet, T. Coupaye", "Christine Collet, Thierry Coupaye"),
        ("Region Syddanmark", "region syddanmark"),
        ("Region Syddanmark, Sygehus Lillebælt", "Sygehus Lillebælt"),
    ],
)
def test_organisations_are_the_same_by_their_rare_words(a: str, b: str) -> None:
    found = organisations(a, b, "East Library", "West Station")
    assert (found.relation, found.by) == ("same", "organisation")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("North Hospital", "South Hospital"),
        ("Røde Kors, Esbjerg", "Røde Kors, Aalborg"),
        ("Region Syddanmark, Sygehus Lillebælt", "Region Syddanmark, Odense Universitetshospital"),
        ("Vejle Kommune, Solsiden", "Vejle Kommune, Skovhuset"),
        ("Psykiatrien i Region Sjælland", "Børneafsnittet i Region Sjælland"),
    ],
)
def test_organisations_of_one_wide_organisation_differ(a: str, b: str) -> None:
    assert organisations(a, b, "East Library", "West Station").relation == "different"


@pytest.mark.parametrize(
    ("wide", "part"),
    [
        ("Region Syddanmark", "Region Syddanmark, Sygehus Lillebælt"),
        ("Røde Kors", "Akutafdelingen og Røde Kors"),
        ("Vejle Kommune", "Plejehjemmet Solsiden, Vejle Kommune"),
        ("Municipality of Vejle", "Sunny Side, Municipality of Vejle"),
    ],
)
def test_a_wide_organisation_alone_tells_nothing_of_its_parts(wide: str, part: str) -> None:
    found = organisations(wide, part)
    assert (found.relation, found.by) == ("unknown", "")
    assert found.value > 0


def test_what_many_owners_name_is_wide_too() -> None:
    parts = [f"Blue Star, {name}" for name in ("Abe", "Bea", "Cox", "Dee", "Eve", "Fay")]
    assert organisations("Blue Star", *parts[:1]).relation == "same"
    assert organisations("Blue Star", *parts).relation == "unknown"
    assert organisations(*parts).relation == "different"


def test_the_same_role_in_two_places_is_not_the_same_owner() -> None:
    owners = ("Hill Hospital", "Volunteer coordinator"), ("Lake School", "Volunteer coordinator")
    assert alike(*owners).relation == "different"


def test_all_words_count_where_organisation_and_responsible_changed_places() -> None:
    assert alike(("", "Anna Holm, Lake School"), ("Lake School", "Holm, Anna")).relation == "same"


def test_the_weight_of_a_word_is_the_logarithm_of_its_rarity() -> None:
    # N = 2: "hospital" stands in both, ln(1 + 2/2); "north" and "south" in one, ln(1 + 2/1).
    assert organisations("North Hospital", "South Hospital").value == pytest.approx(
        0.6931 / (0.6931 + 1.0986), rel=1e-3
    )


def test_the_words_of_a_wide_organisation_weigh_a_quarter() -> None:
    # "region" and "west" stand in both, a quarter of ln(1 + 2/2) each; "elm" and "oak" in one, ln(1 + 2/1).
    assert organisations("Region West Elm", "Region West Oak").value == pytest.approx(
        2 * 0.6931 / 4 / (2 * 0.6931 / 4 + 1.0986), rel=1e-3
    )


def test_an_alias_of_the_rules_makes_two_names_one_owner() -> None:
    owners = ("NVH", ""), ("North Valley Hospital", "")
    assert alike(*owners) == Owner("different", 0.0)
    assert alike(*owners, aliases=[["NVH", "North Valley Hospital"]]) == Owner("same", 1.0, "organisation")


def test_names_that_an_organisation_has_are_no_persons() -> None:
    found = round_of(
        nomination("1", "Walks", "Blue Star", "Blue Star"), nomination("2", "Songs", "Hill", "Anna Holm")
    )
    known = Organisations(found, Names())
    assert known.without(persons("Blue Star and Anna Holm")) == persons("Anna Holm")


# Where a form has no owner


def without_owner(title: str, **facts: str) -> Nomination:
    return Nomination("1", title, facts=facts)


def of_facts(a: Mapping[str, str], b: Mapping[str, str]) -> Owner:
    found = round_of(without_owner("Walks", **a), without_owner("Songs", **b))
    return Organisations(found, Names()).alike(0, 1)


@pytest.mark.parametrize("fact", ["proposed_by", "nominee"])
def test_a_fact_may_say_whose_a_nomination_is(fact: str) -> None:
    assert of_facts({fact: "The board"}, {fact: "the Board."}) == Owner(
        "same", 1.0, "organisation", "The board"
    )
    assert of_facts({fact: "The board"}, {fact: "The mayor"}) == Owner()
    assert of_facts({fact: "The board"}, {}) == Owner()


def test_other_facts_say_nothing_of_the_owner() -> None:
    assert of_facts({"category": "A"}, {"category": "A"}) == Owner()


def test_a_title_without_an_owner_may_name_the_other_ones_organisation() -> None:
    bridge = nomination("1", "Walks", "Forankret på Solsiden Hospital med Blå Stjerne")
    named = without_owner("Walks at Solsiden Hospital with Blå Stjerne")
    half = without_owner("Walks with the hospital")
    assert Organisations(round_of(bridge, named), Names()).alike(0, 1) == Owner("same", 1.0, "organisation")
    assert Organisations(round_of(named, bridge), Names()).alike(0, 1) == Owner("same", 1.0, "organisation")
    assert Organisations(round_of(bridge, half), Names()).alike(0, 1) == Owner()


KINDS = [
    ("Ikast Bibliotek", "Nyborg Bibliotek"),
    ("Vejle Sygehus", "Horsens Sygehus"),
    ("Plejehjemmet Solgården", "Plejehjemmet Rosengården"),
    ("Thisted Kommune", "Skive Kommune"),
    ("Ringsted Tandpleje", "Faxe Tandpleje"),
    ("Aarhus Musikskole", "Odense Musikskole"),
    ("Fødegangen Holbæk", "Fødegangen Herlev"),
    ("Randers Stadsarkiv", "Aalborg Stadsarkiv"),
    ("Lungeafdelingen, OUH", "Lungeafdelingen, AUH"),
    ("Region Nord", "Region Syd"),
    ("Gasværket Teater", "Svalegangen Teater"),
    ("Apoteket i Gram", "Apoteket i Ribe"),
    ("Cykelsmedjen Ry", "Cykelsmedjen Ans"),
    (
        "Lungemedicinsk afdeling, Aarhus Universitetshospital",
        "Lungemedicinsk afdeling, Odense Universitetshospital",
    ),
]
"""Two of one kind, each at its own place."""


@pytest.mark.parametrize(("a", "b"), KINDS)
@pytest.mark.parametrize("others", [0, 6])
def test_two_of_one_kind_differ_however_many_of_it_there_are(a: str, b: str, others: int) -> None:
    kind = " ".join({*a.split()} & {*b.split()})
    found = organisations(
        a, b, *(f"{kind} {place}" for place in ("Ry", "Ans", "Hov", "Lem", "Als", "Fur")[:others])
    )
    assert (found.relation, found.in_part) == ("different", False)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Aarhus Musikskole", "Aarhus School of Music"),
        (
            "Mental Health Centre Amager and City of Copenhagen",
            "Psykiatrisk Center Amager og Københavns Kommune",
        ),
        ("Beanstalk and Songbirds of Vale", "Lanterns with Beanstalk"),
    ],
)
def test_owners_that_share_a_telling_word_are_alike_in_part(a: str, b: str) -> None:
    found = organisations(a, b)
    assert (found.relation, found.in_part) == ("different", True)


def test_a_place_in_what_is_said_of_the_responsible_tells_too() -> None:
    one = ("Røde Kors", "Teamet på Esbjerg Sygehus")
    other = ("Red Cross", "The team at Esbjerg Hospital")
    found = alike(one, other)
    assert (found.relation, found.in_part) == ("different", True)


def test_what_somebody_is_tells_nothing() -> None:
    found = alike(("Vejle Sygehus", "Ledende overlæge"), ("Horsens Sygehus", "Ledende overlæge"))
    assert (found.relation, found.in_part) == ("different", False)


def test_an_organisation_of_one_letter_is_compared_by_who_is_responsible() -> None:
    assert alike(("B", "Anna Holm"), ("B", "Bo Lund")) == Owner("different", 0.0)

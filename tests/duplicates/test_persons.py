import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.persons import Heard, is_role, may_be_short_for, persons, same_person, shortened


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Holm", ["Anna Holm"]),
        ("Leader of the ward: Anna Holm, with Bo Kim Lund", ["Anna Holm", "Bo Kim Lund"]),
        ("Anna Holm og Bo Lund", ["Anna Holm", "Bo Lund"]),
        ("Anna Holm & Bo Lund/Eva Dam\nKim Bak", ["Anna Holm", "Bo Lund", "Eva Dam", "Kim Bak"]),
        ("Overlæge Anna Holm, Frivillighedskoordinator Bo Lund", ["Anna Holm", "Bo Lund"]),
        ("Overlæge, professor Anna Holm, MD", ["Anna Holm"]),
        ("Head Nurse Anna Holm", ["Anna Holm"]),
        ("Chief Executive Officer Anna Holm", ["Anna Holm"]),
        ("Dr. Anna Holm", ["Anna Holm"]),
        ("Anna Holm, Overlæge", ["Anna Holm"]),
        ("Anna-Lise O’Hara", ["Anna-Lise O’Hara"]),
        ("Anna van der Holm, leder", ["Anna van der Holm"]),
        ("Anna van den Holm", ["Anna van den Holm"]),
        ("Volunteer Coordinator", []),
        ("Chief Executive", []),
        ("Frivillighedskoordinatoren på afdelingen", []),
        ("volunteer coordinator", []),
        ("Anna", []),
        ("Anne-Lise", []),
        ("Anna Anna", []),
        ("", []),
    ],
)
def test_persons_are_capitalised_words_in_a_row_that_are_no_roles(text: str, names: list[str]) -> None:
    assert list(persons(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Servicechef Eva Bak og portørformand A. Holm", ["A. Holm"]),
        ("A. Holm, ergoterapien", ["A. Holm"]),
        ("Anna H. and nurse Bo", ["Anna H.", "Bo"]),
        ("Overlæge Holm", ["Holm"]),
        ("J. P. Holm", ["J. P. Holm"]),
        ("Anna på afsnit 2", []),
        ("Anna Holm, leder", []),
        ("leder af Lindrende Behandling", []),
        ("", []),
    ],
)
def test_a_short_name_is_one_word_and_initials_or_one_word_after_a_role(text: str, names: list[str]) -> None:
    assert list(shortened(text)) == names


@pytest.mark.parametrize(
    ("short", "full", "may_be"),
    [
        ("a holm", "anna holm", True),
        ("a holm", "anna kirstine holm", True),
        ("k holm", "anna kirstine holm", True),
        ("anna h", "anna holm", True),
        ("holm", "anna holm", True),
        ("b holm", "anna holm", False),
        ("a lund", "anna holm", False),
        ("a h", "anna holm", False),
    ],
)
def test_a_short_name_may_be_that_of_whoever_has_its_word_and_its_initials(
    short: str, full: str, may_be: bool
) -> None:
    assert may_be_short_for(frozenset(short.split()), frozenset(full.split())) == may_be


def test_more_capitalised_words_in_a_row_than_a_list_of_names_has_are_none() -> None:
    sixty = " ".join(
        f"{one}{other}" for one in "ABCDEFGHIJ" for other in ("na", "bo", "cy", "da", "eva", "fi")
    )
    assert list(persons(sixty)) == [sixty]
    assert list(persons(f"{sixty} Kim")) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lindrende Behandling", []),
        ("Team for Lindrende Behandling, Sygehus Sønderjylland", []),
        ("Palliativt Team i Vejle og Røde Kors", []),
        ("Ungdommens Røde Kors: Anna Holm, Seniorkonsulent", ["Anna Holm"]),
        ("Department of Blue Things and Anna Holm", ["Anna Holm"]),
        ("Formand for Grønne Skridt, Anna Holm", ["Anna Holm"]),
        ("Kirkens Korshær i Esbjerg ved Anna Holm", ["Anna Holm"]),
        ("Anna Holm (Bornholms Hospital)", ["Anna Holm"]),
        ("Nykøbing F. Sygehus", []),
        ("De Frivillige", []),
        ("Håb på Gangen", []),
        ("Den Lille Have", []),
    ],
)
def test_places_teams_and_works_are_no_persons(text: str, names: list[str]) -> None:
    assert list(persons(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Holm, Anna", ["Holm, Anna"]),
        ("Holm, Anna, overlæge", ["Holm, Anna"]),
        ("Holm, Anna; Lund, Bo K.", ["Holm, Anna", "Lund, Bo K."]),
        ("Bjerregaard-Holt, Anna og Lund, Bo", ["Bjerregaard-Holt, Anna", "Lund, Bo"]),
        # A place and a person, and a place and a ward.
        ("Vejle, Anna Holm", ["Anna Holm"]),
        ("Vejle, Børneafdelingen", []),
        ("Overlægen, Vejle", []),
        ("holm, Anna", []),
    ],
)
def test_the_family_may_come_first(text: str, names: list[str]) -> None:
    assert list(persons(text)) == names


@pytest.mark.parametrize("text", ["A. K. Holm", "A.K. Holm", "A K Holm"])
def test_two_initials_and_a_name_are_a_person(text: str) -> None:
    assert list(persons(text).values()) == [frozenset(("a", "k", "holm"))]


@pytest.mark.parametrize("text", ["A. Holm", "A. K.", "Holm A."])
def test_one_initial_or_no_whole_name_are_not_enough(text: str) -> None:
    assert persons(text) == {}


def test_a_name_is_heard_by_its_folded_words() -> None:
    assert persons("J\u00f8rn A\u030agren") == {"Jørn Ågren": frozenset(("jørn", "ågren"))}
    assert persons("Anna van der Holm")["Anna van der Holm"] == frozenset(("anna", "van", "der", "holm"))


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert all(len(heard) > 1 for heard in persons(text).values())


# The same person


def heard(name: str) -> Heard:
    return frozenset(name.lower().split())


def same(a: str, b: str) -> bool:
    """Whether two names are one person's; both ways round the same."""
    there, back = same_person(heard(a), heard(b)), same_person(heard(b), heard(a))
    assert there == back
    return there


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Holm", "Holm Anna"),
        ("Anna Holm", "Anna Kirstine Holm"),
        ("A K Holm", "Anna Kirstine Holm"),
        ("Anna K Holm", "Anna Kirstine Holm"),
        ("Anna K Holm", "Anna Holm"),
        ("A Kirstine Holm", "Anna K Holm"),
    ],
)
def test_one_person_is_written_in_several_ways(a: str, b: str) -> None:
    assert same(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Holm", "Anna Lund"),
        ("Anna Holm", "Marie Holm"),
        ("B K Holm", "Anna Kirstine Holm"),
        ("Anna K Holm", "Anna Marie Holm"),
        ("Kirstine Holm", "Anna K Holm Lund"),
        ("A Holm", "Anna Holm"),
        ("A K Holm", "A K Lund"),
    ],
)
def test_other_names_are_of_other_persons(a: str, b: str) -> None:
    assert not same(a, b)


NAMES = st.frozensets(st.sampled_from(["anna", "k", "kim", "holm", "h", "a", "lund"]), max_size=4)


@given(NAMES, NAMES)
def test_a_person_is_the_same_one_way_as_the_other(a: Heard, b: Heard) -> None:
    assert same_person(a, b) == same_person(b, a)


@given(NAMES.filter(lambda name: sum(len(word) > 1 for word in name) > 1))
def test_two_whole_names_are_the_same_as_themselves(name: Heard) -> None:
    assert same_person(name, name)


def test_what_somebody_is_is_known_in_any_form() -> None:
    assert [is_role(word) for word in ("overlæge", "coordinator", "lederen", "chief")] == [True] * 4
    assert [is_role(word) for word in ("holm", "anna", "whitehead")] == [False] * 3

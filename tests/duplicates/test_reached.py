from dataclasses import replace

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.reached import by_email, by_telephone, emails_in, telephones_in
from nominate_tui.model.nomination import Contact, Nomination

ANNA = Contact("1", "Anna Holm", "Anna@hill.example", "+45 20 00 00 11")
NOBODY = Contact("2")
ROUND = (nomination("1", "Walks"), nomination("2", "Songs"))


def emails(*nominations: Nomination) -> list[list[str]]:
    """The addresses of each nomination, where the first has a contact."""
    contacts = [ANNA, *[NOBODY] * (len(nominations) - 1)]
    return [sorted(each) for each in by_email(emails_in(nominations), round_of(*nominations), contacts)]


def numbers(*nominations: Nomination) -> list[list[str]]:
    contacts = [ANNA, *[NOBODY] * (len(nominations) - 1)]
    return [
        sorted(each) for each in by_telephone(telephones_in(nominations), round_of(*nominations), contacts)
    ]


def test_what_a_contact_gives_is_known() -> None:
    assert emails(*ROUND) == [["anna@hill.example"], []]
    assert numbers(*ROUND) == [["20000011"], []]


def test_what_stands_in_any_field_or_text_is_known() -> None:
    told = "Write to bo@lake.example or call 20 00 00 12."
    for one in (
        replace(ROUND[1], organisation=told),
        replace(ROUND[1], responsible=told),
        replace(ROUND[1], facts={"more": told}),
        replace(ROUND[1], answers={"a": "", "b": "Nothing.", "c": told}),
    ):
        assert emails(ROUND[0], one)[1] == ["bo@lake.example"]
        assert numbers(ROUND[0], one)[1] == ["20000012"]


def test_fields_do_not_run_together_into_a_number() -> None:
    assert numbers(ROUND[0], replace(ROUND[1], answers={"a": "It is 2000", "b": "0012 they say."}))[1] == []


def test_what_many_nominations_say_is_the_awards_own_but_not_what_somebody_gives() -> None:
    told = "Write to anna@hill.example or call 20000011."
    every = [nomination(str(n), "Walks", text=told) for n in range(1, 7)]
    assert emails(*every) == [["anna@hill.example"], *[[]] * 5]
    assert numbers(*every) == [["20000011"], *[[]] * 5]
    assert emails(*every[:5]) == [["anna@hill.example"]] * 5


def test_a_large_round_is_read_in_parts() -> None:
    every = [nomination(str(n), "Walks", text=f"Call 50{n:06}") for n in range(2_500)]
    found = numbers(*every)
    assert found[0] == ["20000011", "50000000"]
    assert found[1:] == [[f"50{n:06}"] for n in range(1, 2_500)]

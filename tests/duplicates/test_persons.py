import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.persons import persons


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Holm", ["Anna Holm"]),
        ("Leader of the ward: Anna Holm, with Bo Kim Lund", ["Anna Holm", "Bo Kim Lund"]),
        ("Anna Holm og Bo Lund", ["Anna Holm", "Bo Lund"]),
        ("Overlæge Anna Holm, Frivillighedskoordinator Bo Lund", ["Anna Holm", "Bo Lund"]),
        ("Head Nurse Anna Holm", ["Anna Holm"]),
        ("Anna-Lise O’Hara", ["Anna-Lise O’Hara"]),
        ("Anna van der Holm, leder", ["Anna van der Holm"]),
        ("Volunteer Coordinator", []),
        ("Frivillighedskoordinatoren på afdelingen", []),
        ("volunteer coordinator", []),
        ("Anna, Bo", []),
        ("Anna", []),
        ("Anna Anna", []),
        ("", []),
    ],
)
def test_persons_are_capitalised_words_in_a_row_that_are_no_roles(text: str, names: list[str]) -> None:
    assert list(persons(text)) == names


def test_a_name_is_heard_by_its_folded_words() -> None:
    assert persons("J\u00f8rn A\u030agren") == {"Jørn Ågren": frozenset(("jørn", "ågren"))}
    assert persons("Anna van der Holm")["Anna van der Holm"] == frozenset(("anna", "van", "der", "holm"))


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    assert all(len(heard) > 1 for heard in persons(text).values())

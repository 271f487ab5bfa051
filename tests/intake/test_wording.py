from nominate_tui.intake.wording import own_words

WORDING = (
    "Forslag til budget {any}",
    "Sæt kryds. Er der flere, skal andelene anføres.",
    "Side {any} af {any}",
)


def test_a_line_of_the_forms_own_wording_is_found_however_it_is_spaced() -> None:
    lines = ["Forslag  til BUDGET 2026-2029", "Forslaget til budget", "side 3 af 12", "Sidevogn"]
    assert own_words(lines, WORDING) == {0, 2}


def test_a_wording_may_be_wrapped_over_lines() -> None:
    assert own_words(["før", "Sæt kryds. Er der flere,", "skal andelene anføres.", "efter"], WORDING) == {
        1,
        2,
    }


def test_a_line_that_goes_on_otherwise_is_not_wording() -> None:
    assert own_words(["Sæt kryds. Er der flere, så skriv.", "skal andelene anføres."], WORDING) == frozenset()


def test_a_blank_line_parts_what_would_be_one_wording() -> None:
    assert own_words(["Sæt kryds. Er der flere,", "", "skal andelene anføres."], WORDING) == frozenset()


def test_a_form_without_wording_has_none() -> None:
    assert own_words(["Side 3 af 12"], ()) == frozenset()

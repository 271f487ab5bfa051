import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.intake.guess import fills_of, id_of
from nominate_tui.notation.reader import is_identifier


@pytest.mark.parametrize(
    ("heading", "fills"),
    [
        ("Titel på initiativet:", "title"),
        ("Project title", "title"),
        ("Navn", "contact.name"),
        ("E-MAIL", "contact.email"),
        ("Telefonnummer", "contact.telephone"),
        ("Organisatorisk forankring for initiativet", "organisation"),
        ("Ansvarlig for initiativet", "responsible"),
        ("Starttidspunkt for initiativet", "started"),
        ("Løbenummer", "id"),
        ("Kategori", "facts.category"),
        ("Fremsat af", "facts.proposed_by"),
    ],
)
def test_a_heading_of_a_shipped_form_fills_what_it_fills_there(heading: str, fills: str) -> None:
    assert fills_of([heading]) == (fills,)


def test_what_a_shipped_form_calls_an_answer_gets_a_name_of_its_own_words() -> None:
    assert fills_of(["Hvad er formålet med initiativet?"]) == ("answers.formaalet_initiativet",)


def test_what_may_never_be_filled_is_an_answer() -> None:
    assert fills_of(["Løbenummer", "Titel"], never={"id"}) == ("answers.loebenummer", "title")


def test_of_two_headings_for_one_field_the_second_is_an_answer() -> None:
    assert fills_of(["Titel", "Projektets navn"]) == ("title", "answers.projektets_navn")


def test_two_answers_never_have_one_name_nor_that_of_a_fact() -> None:
    assert fills_of(["Hvad nu?", "Hvad er det nu?", "Nu", "Kategori", "Category"]) == (
        "answers.nu",
        "answers.nu_2",
        "answers.nu_3",
        "facts.category",
        "answers.category_2",
    )


@pytest.mark.parametrize(
    ("heading", "id"),
    [
        ("Hvem er målgruppen for initiativet?", "maalgruppen_initiativet"),
        ("How is it new?", "it_new"),
        ("Økonomi (mio. kr.) i år", "oekonomi_mio_kr_aar"),
        ("Hvad er det?", "hvad_er_det"),
        ("Ændringer, værdi og ledelsens støtte til dem, der kommer", "aendringer_vaerdi_ledelsens_stoette"),
        ("Résumé", "resume"),
        ("目的", ""),
        ("Speciallægepraksisplanlægningsstabiliseringsperiode", "speciallaegepraksisplanlaegningsstabilis"),
    ],
)
def test_an_id_is_made_of_the_words_that_say_something(heading: str, id: str) -> None:
    assert id_of(heading) == id


def test_a_heading_in_letters_that_cannot_be_written_so_is_numbered() -> None:
    assert fills_of(["目的", "方法"]) == ("answers.answer", "answers.answer_2")


@given(st.lists(st.text(max_size=50), max_size=20))
def test_every_heading_gets_a_name_of_its_own_that_a_form_file_may_have(headings: list[str]) -> None:
    fills = fills_of(headings)
    assert len(set(fills)) == len(fills) == len(headings)
    own = [one.partition(".")[2] for one in fills if one.startswith(("answers.", "facts."))]
    assert len(set(own)) == len(own)
    assert all(map(is_identifier, own))

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.sheets import TABLE, headed, sheet
from nominate_tui.intake.column_claims import (
    Claim,
    Claims,
    Head,
    claims_of,
    column_key,
    heads_of,
    is_own_field,
)
from nominate_tui.intake.form import Question

QUESTIONS = (
    Question("title", ("Projektets navn", "Titel")),
    Question("contact.email", ("E-mail", "Email")),
    Question("answers.users", ("Hvilken værdi har det for brugerne?",)),
    Question("answers.staff", ("Hvilken værdi har det for personalet?",)),
)


def claims(*header: str, questions: Sequence[Question] = QUESTIONS) -> Claims:
    """What the columns with these headings ask for, each with text below it."""
    return claims_of(heads_of(headed(*header)), questions, {})


def fields(found: Claims) -> Mapping[int, tuple[str, str]]:
    """What is settled: field and how, by column."""
    return {index: (claim.question.fills, claim.how) for index, claim in found.settled.items()}


# Headings


@pytest.mark.parametrize("heading", ["Titel", " TITEL: ", "Titel *", "titel?*"])
def test_case_spacing_and_signs_at_the_end_do_not_count(heading: str) -> None:
    assert column_key(heading) == "titel"


def test_a_heading_of_several_lines_is_one_line() -> None:
    (head,) = heads_of(headed("Projektets\n  navn"))
    assert (head.heading, head.key) == ("Projektets navn", "projektets navn")


@pytest.mark.parametrize(
    ("heading", "plain"),
    [
        ("1. Titel", "titel"),
        ("12) Titel *", "titel"),
        ("Q3: Titel", "titel"),
        ("Spørgsmål 4. Titel", "titel"),
        ("Titel (højst 100 tegn)", "titel"),
        ("Titel [kort]:", "titel"),
        ("2030 Titel", "2030 titel"),
        ("1.titel", "1.titel"),
        ("(alt)", ""),
    ],
)
def test_a_number_before_a_heading_and_a_hint_behind_it_are_taken_off(heading: str, plain: str) -> None:
    assert heads_of(headed(heading))[0].plain == plain


def test_of_each_column_the_beginning_of_the_first_text_is_shown() -> None:
    made = sheet(["a", "b", "c"], ["", " \n", ""], ["x", "", ""], ["y", f"\n en\n to {'z' * 50}", " "])
    assert [head.first for head in heads_of(made)] == ["x", f"en to {'z' * 33}…", ""]


def test_a_beginning_has_40_characters_at_most() -> None:
    assert [len(heads_of(sheet(["a"], ["z" * n]))[0].first) for n in (39, 40, 41)] == [39, 40, 40]


# Exact


@pytest.mark.parametrize("heading", ["Titel", "projektets  navn:", "TITEL *", "title"])
def test_a_heading_of_the_form_or_the_name_of_the_field_is_exact(heading: str) -> None:
    assert fields(claims(heading)) == {0: ("title", "exact")}


def test_the_name_of_an_answer_or_fact_of_ones_own_is_exact() -> None:
    found = claims("answers.Quality", "facts.year", "answers.", "facts.no good", "shared.x")
    assert fields(found) == {0: ("answers.Quality", "exact"), 1: ("facts.year", "exact")}
    assert found.settled[0].question == Question("answers.Quality", ("Quality",), missing="ignore")


@pytest.mark.parametrize(
    ("fills", "own"),
    [
        ("answers.a", True),
        ("facts.A-1_b", True),
        ("facts.", False),
        ("answers.a.b", False),
        ("contact.a", False),
    ],
)
def test_names_of_ones_own_have_an_id(fills: str, own: bool) -> None:
    assert is_own_field(fills) is own


def test_an_exact_column_may_be_without_text() -> None:
    assert fields(claims_of(heads_of(sheet(["Titel"], [""])), QUESTIONS, {})) == {0: ("title", "exact")}


# Near


@pytest.mark.parametrize(
    ("heading", "fills"),
    [
        ("Projektes navn", "title"),
        ("1. Titel", "title"),
        ("E-mail (arbejde)", "contact.email"),
        ("Hvilken værdi har det mon for brugerne?", "answers.users"),
        ("Hvilken værdi har det for persomalet?", "answers.staff"),
    ],
)
def test_a_heading_spelt_nearly_so_is_near(heading: str, fills: str) -> None:
    assert fields(claims(heading)) == {0: (fills, "near")}


def test_a_near_column_tells_how_near_and_to_what() -> None:
    # 14 letters of 14 and 15 stand in the same order: 2 · 14 / 29.
    (claim,) = claims("Projektes navn").settled.values()
    assert claim.known == "Projektets navn"
    assert claim.likeness == pytest.approx(28 / 29)


@pytest.mark.parametrize(
    "heading",
    [
        "Navn",
        "Projekt",
        "Projektets mål",  # one word is another, though 24 of 29 letters are the same
        "Hvilken værdi har det for kommunen?",
        "Titel på projektet",
        "",
        "***",
    ],
)
def test_another_word_is_no_spelling(heading: str) -> None:
    assert claims(heading) == Claims({})


@pytest.mark.parametrize(
    ("heading", "near"),
    [("Nomination", False), ("Name of the nomination today", True), ("Name of the", False)],
)
def test_a_word_more_is_near_only_where_three_words_are_shared(heading: str, near: bool) -> None:
    questions = (Question("id", ("Nomination ID",)), Question("title", ("Name of the nomination",)))
    assert bool(claims(heading, questions=questions).settled) is near


def test_a_column_without_text_is_not_taken_for_anything_near() -> None:
    assert claims_of(heads_of(sheet(["Projektes navn"], [""])), QUESTIONS, {}) == Claims({})


# What is not clear


def test_columns_that_ask_for_one_field_are_rivals_whether_near_or_exact() -> None:
    found = claims("Titel", "Projektets navn", "Email", "Emails")
    assert found.settled == {}
    assert {fills: [c.head.index for c in rivals] for fills, rivals in found.rivals.items()} == {
        "title": [0, 1],
        "contact.email": [2, 3],
    }
    assert found.disputed == {0, 1, 2, 3}
    assert found.asked == {"title", "contact.email"}


def test_a_column_without_text_is_no_rival() -> None:
    made = sheet(["Titel", "Projektets navn", "Email", "E-mail"], ["", "x", "", ""])
    assert fields(claims_of(heads_of(made), QUESTIONS, {})) == {
        1: ("title", "exact"),
        2: ("contact.email", "exact"),
    }


def test_a_column_nearly_as_like_one_field_as_another_is_torn() -> None:
    questions = (Question("answers.a", ("Kommunens mål",)), Question("answers.b", ("Kommunernes mål",)))
    found = claims("Kommunenes mål", questions=questions)
    assert found.settled == {}
    # 13 letters of 14 and 13, and 14 of 14 and 15: 26 / 27 and 28 / 29.
    assert [claim.question.fills for claim in found.torn[0]] == ["answers.b", "answers.a"]
    assert [claim.likeness for claim in found.torn[0]] == pytest.approx([28 / 29, 26 / 27])
    assert found.disputed == {0}
    assert found.asked == {"answers.a", "answers.b"}


def test_several_headings_of_one_field_do_not_tear() -> None:
    questions = (Question("answers.a", ("Kommunens mål", "Kommunernes mål")),)
    assert fields(claims("Kommunenes mål", questions=questions)) == {0: ("answers.a", "near")}


# What somebody said


def test_what_somebody_said_stands_and_nothing_else_asks_for_it() -> None:
    heads = heads_of(headed("Navn", "Titel", "answers.why", "title"))
    said = {
        0: Claim(heads[0], QUESTIONS[0], "mapped"),
        3: Claim(heads[3], Question("answers.why", ("title",)), "mapped"),
    }
    assert claims_of(heads, QUESTIONS, said) == Claims(said)


HEADINGS = [heading for question in TABLE.questions for heading in question.headings]


@given(st.lists(st.sampled_from(HEADINGS) | st.text(max_size=20), max_size=8))
def test_no_two_columns_are_settled_on_one_field_and_each_is_settled_or_disputed_once(
    header: list[str],
) -> None:
    found = claims(*header, questions=TABLE.questions)
    settled = [claim.question.fills for claim in found.settled.values()]
    assert len(set(settled)) == len(settled)
    assert not set(settled) & set(found.rivals)
    assert not found.disputed & set(found.settled)


def test_every_heading_of_the_table_form_is_exact_and_only_that() -> None:
    for question in TABLE.questions:
        for heading in question.headings:
            assert fields(claims(heading, questions=TABLE.questions)) == {0: (question.fills, "exact")}


def test_a_head_knows_its_place() -> None:
    assert heads_of(headed("a", "b"))[1] == Head(1, "b", "celle 2", "b", "b")

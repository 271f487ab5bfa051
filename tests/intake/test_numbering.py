import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.entered import all_unnumbered, entered, taken
from nominate_tui.errors import Problem
from nominate_tui.intake.numbering import numbered
from nominate_tui.intake.result import IntakeResult
from nominate_tui.model.nomination import Contact, Nomination, Nominations
from steps import steps

SENTENCE = "En by har brug for både en havn en bro og en færge om natten"
TEXT = SENTENCE.split()


def text(*others: str, kept: int = len(TEXT)) -> dict[str, str]:
    """Answers with so many of the same words, and others."""
    return {"purpose": " ".join((*TEXT[:kept], *others))}


def ids(old: Nominations, new: IntakeResult) -> tuple[str, ...]:
    """The ids that the nominations of an intake get, in order."""
    result = numbered(old, new)
    assert result.unnumbered == frozenset()
    return result.nominations.ids


def round_of(*nominations: Nomination) -> Nominations:
    """The nominations of a round."""
    return Nominations(nominations)


# New ones


def test_in_an_empty_round_they_are_counted_from_one_in_the_order_of_the_documents() -> None:
    new = all_unnumbered(entered("a", "B"), entered("b", "A"), entered("c", "C", document="b.txt"))
    assert ids(Nominations(), new) == ("1", "2", "3")


@pytest.mark.parametrize(
    ("there", "gets"),
    [
        (("3", "7"), "8"),
        (("A.1", "B.2"), "1"),
        (("007",), "8"),
        (("2", "-9", "9a", "٩", "1" * 30), "3"),
        (("999999999999999999", "1000000000000000000"), "1000000000000000001"),
    ],
)
def test_a_new_id_is_the_next_whole_number_after_all_of_the_round(there: tuple[str, ...], gets: str) -> None:
    old = round_of(*(entered(id, f"Titel {id}", document="old.txt") for id in there))
    assert ids(old, all_unnumbered(entered("new", "Ny"))) == (gets,)


def test_a_new_id_is_none_that_a_numbered_nomination_of_the_same_intake_has() -> None:
    new = taken(entered("x", "Uden"), entered("5", "Med"), unnumbered=["x"])
    assert ids(round_of(entered(3, "Gammel", document="old.txt")), new) == ("6", "5")


def test_an_id_that_is_not_the_documents_own_is_nobodys_number() -> None:
    new = taken(entered("9", "Uden"), entered("1", "Med"), unnumbered=["9"])
    assert ids(Nominations(), new) == ("2", "1")


def test_a_result_in_which_all_have_numbers_stays_as_it_is() -> None:
    result = taken(entered(1), entered(2))
    assert numbered(round_of(entered(1)), result) is result


# The same ones again


def test_the_same_document_again_has_the_same_ids_in_any_order() -> None:
    first = numbered(Nominations(), all_unnumbered(entered("a", "A"), entered("b", "B"), entered("c", "C")))
    other = entered("y", "Ny", answers={"purpose": "Noget helt andet, som ingen har skrevet før."})
    new = all_unnumbered(entered("x", " c"), other, entered("z", "a "))
    assert ids(first.nominations, new) == ("3", "4", "1")


def test_another_title_in_the_same_document_is_told_by_the_words_of_the_text() -> None:
    old = round_of(
        entered(1, "Natfærgen", answers=text()), entered(2, "Haven", answers={"purpose": "Blomster"})
    )
    new = all_unnumbered(
        entered("a", "Roser", answers={"purpose": "Blomster"}), entered("b", "Båden", answers=text("x"))
    )
    assert ids(old, new) == ("2", "1")


@pytest.mark.parametrize(("kept", "same"), [(10, True), (5, False)])
def test_less_than_half_of_the_words_is_another_nomination(kept: int, same: bool) -> None:
    # The old one has 12 words in its answer, and 3 in title and organisation. Of 10 words kept 8 differ: 10 are
    # shared, 5 and 3 are not, which is 10/18; of 5 words kept it is 7/18.
    assert len({word.casefold() for word in TEXT}) == 12
    old = round_of(entered(1, "Natfærgen", answers=text()))
    new = all_unnumbered(entered("a", "Dagfærgen", answers=text("helt", "andre", kept=kept)))
    assert ids(old, new) == (("1",) if same else ("2",))


def test_of_several_that_are_alike_the_most_alike_belong_together() -> None:
    old = round_of(entered(1, "A", answers=text("ost", "brød")), entered(2, "B", answers=text("ost", "vin")))
    new = all_unnumbered(
        entered("a", "C", answers=text("ost", "vin", "øl")), entered("b", "D", answers=text("ost", "brød"))
    )
    assert ids(old, new) == ("2", "1")


def test_the_words_of_another_document_do_not_make_it_the_same_nomination() -> None:
    old = round_of(entered(1, "Natfærgen", answers=text(), document="old.txt"))
    assert ids(old, all_unnumbered(entered("a", "Båden", answers=text()))) == ("2",)


def test_title_and_organisation_make_it_the_same_nomination_in_any_document() -> None:
    old = round_of(
        entered(1, "Natfærgen", "Havnen", document="old.txt"),
        entered(2, "Natfærgen", "Byen", document="old.txt"),
    )
    new = all_unnumbered(
        entered("a", "natfærgen", "BYEN"),
        entered("b", "Natfærgen", "Skolen"),
        entered("c", "Natfærgen", "Havnen"),
    )
    assert ids(old, new) == ("2", "3", "1")


def test_the_same_document_goes_before_another_document() -> None:
    old = round_of(entered(1, "Natfærgen", document="b.txt"), entered(2, "Natfærgen", document="a.txt"))
    new = all_unnumbered(
        entered("a", "Natfærgen", document="a.txt"), entered("b", "Natfærgen", document="b.txt")
    )
    assert ids(old, new) == ("2", "1")


def test_of_one_title_in_one_document_the_organisation_tells_which_is_which() -> None:
    old = round_of(entered(1, "Natfærgen", "Havnen"), entered(2, "Natfærgen", "Byen"))
    assert ids(old, all_unnumbered(entered("a", "Natfærgen", "Byen"))) == ("2",)


def test_no_nomination_of_the_round_is_taken_twice() -> None:
    old = round_of(entered(1, "Natfærgen"))
    assert ids(old, all_unnumbered(entered("a", "Natfærgen"), entered("b", "Natfærgen"))) == ("1", "2")


def test_one_that_a_number_names_is_not_taken_by_one_without_a_number() -> None:
    old = round_of(entered(1, "Natfærgen"))
    new = taken(entered("a", "Natfærgen"), entered("1", "Båden"), unnumbered=["a"])
    assert ids(old, new) == ("2", "1")


def test_one_that_was_typed_in_is_known_by_its_title_and_organisation() -> None:
    assert ids(
        round_of(Nomination("7", "Natfærgen", "Havnen")), all_unnumbered(entered("a", "Natfærgen", "Havnen"))
    ) == ("7",)


# What goes along


def test_contacts_and_counts_of_warnings_go_along_and_problems_stay() -> None:
    problem = Problem("warning", "a.txt:3", "title", "it is doubtful", "look")
    new = taken(
        entered("a", "A"),
        entered("4", "B"),
        unnumbered=["a"],
        contacts=[Contact("a", "Ane"), Contact("4", "Bo")],
        problems=[problem],
        warnings={"a": 1, "4": 2},
    )
    result = numbered(Nominations((), {"purpose": "Hvorfor?"}), new)
    assert result == replace(
        new,
        nominations=Nominations((entered("5", "A"), entered("4", "B"))),
        contacts=(Contact("5", "Ane"), Contact("4", "Bo")),
        unnumbered=frozenset(),
        warnings={"5": 1, "4": 2},
    )


TITLES = st.lists(st.sampled_from(["A", "B", "C", "D"]), max_size=6)


@given(TITLES, TITLES, st.randoms(use_true_random=False))
def test_ids_are_never_doubled_and_the_same_again_gets_the_same(
    before: list[str], now: list[str], random: random.Random
) -> None:
    def provisional(titles: list[str]) -> IntakeResult:
        names = [str(number) for number in range(len(titles))]
        random.shuffle(names)
        return all_unnumbered(*(entered(name, title) for name, title in zip(names, titles, strict=True)))

    old = numbered(Nominations(), provisional(before)).nominations
    new = ids(old, provisional(now))
    assert len(set(new)) == len(now)
    again = numbered(old, provisional(before)).nominations
    assert again == old


def under_other_titles(count: int) -> tuple[Nominations, IntakeResult]:
    """A round, and its texts under other titles; each has four words of its own and the others in common with all."""
    each = [{"purpose": f"havn bro natten a{n} b{n} c{n} d{n}"} for n in range(count)]
    old = (entered(n, f"Titel {n}", answers=answers) for n, answers in enumerate(each))
    new = (entered(f"x{n}", "Ny", answers=answers) for n, answers in enumerate(each))
    return round_of(*old), all_unnumbered(*new)


def test_a_large_document_under_other_titles_is_told_without_comparing_all_with_all() -> None:
    some, twice = under_other_titles(500), under_other_titles(1_000)
    assert ids(*some) == some[0].ids
    assert steps(lambda: ids(*twice)) < 2.5 * steps(lambda: ids(*some))


# Of several with one title


def test_an_unchanged_text_keeps_its_id_where_the_one_before_it_was_withdrawn() -> None:
    old = round_of(entered(6, "Haven", answers=text("Alle")), entered(7, "Haven", answers={"purpose": "Ro"}))
    assert ids(old, all_unnumbered(entered("a", "Haven", answers={"purpose": "Ro"}))) == ("7",)


def test_rows_in_another_order_keep_their_ids() -> None:
    old = round_of(entered(6, "Haven", answers=text("Alle")), entered(7, "Haven", answers={"purpose": "Ro"}))
    new = all_unnumbered(
        entered("a", "Haven", answers={"purpose": "Ro"}), entered("b", "Haven", answers=text("Alle"))
    )
    assert ids(old, new) == ("7", "6")


def test_another_text_of_the_same_title_and_organisation_in_another_document_is_new() -> None:
    old = round_of(entered(1, "Haven", "Byen", answers=text(), document="old.txt"))
    new = all_unnumbered(
        entered("a", "Haven", "Byen", answers={"purpose": "Vi graver, planter, høster og spiser"})
    )
    assert ids(old, new) == ("2",)

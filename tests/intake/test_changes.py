import random
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.entered import entered, source
from nominate_tui.intake.changes import Difference, Glance, differences, glance, words_of
from nominate_tui.model.figures import Amount, Figures
from nominate_tui.model.nomination import Change, Nomination
from notation.nouns import NOON, a_nomination

PLAIN = entered(1)
WORDS = st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join)


def amounts(*numbers: str) -> tuple[Amount | None, ...]:
    """A row of a table."""
    return tuple(Amount(Decimal(n), Decimal(n)) if n else None for n in numbers)


def glanced(before: str, now: str) -> Glance:
    """A glance at a change of a text."""
    return glance(Difference("title", before, now))


# Which fields differ


@pytest.mark.parametrize(
    ("now", "field", "before", "after"),
    [
        (replace(PLAIN, title="Biler"), "title", "Cykler til alle", "Biler"),
        (replace(PLAIN, organisation=""), "organisation", "Byens Hospital", ""),
        (replace(PLAIN, responsible="Ane"), "responsible", "", "Ane"),
        (replace(PLAIN, started="Maj"), "started", "", "Maj"),
        (
            replace(PLAIN, answers={**PLAIN.answers, "spread": "Alle."}),
            "answers.spread",
            "Med flere cykler.",
            "Alle.",
        ),
        (replace(PLAIN, facts={"proposed_by": "Liste A"}), "facts.proposed_by", "", "Liste A"),
        (
            replace(PLAIN, choices={"money": {"Egne": "x", "Fonde": "1/3"}}),
            "choices.money",
            "",
            "Egne: x\nFonde: 1/3",
        ),
        (
            replace(
                PLAIN,
                tables={"economy": Figures("mio. kr.", ("2026", "2027"), {"Drift": amounts("", "0.6")})},
            ),
            "tables.economy",
            "",
            "mio. kr.\t2026\t2027\nDrift\t–\t0.6",
        ),
        (replace(PLAIN, shared={"introduction": "Om alt."}), "shared.introduction", "", "Om alt."),
    ],
)
def test_a_field_that_differs_is_told_with_both_texts(
    now: Nomination, field: str, before: str, after: str
) -> None:
    assert differences(PLAIN, now) == (Difference(field, before, after),)
    assert differences(now, PLAIN) == (Difference(field, after, before),)


def test_every_field_that_differs_is_told_in_the_order_of_the_new_text() -> None:
    now = replace(PLAIN, title="Biler", answers={"more": "Nyt.", "purpose": "Flere skal køre."})
    assert [one.field for one in differences(PLAIN, now)] == [
        "title",
        "answers.more",
        "answers.purpose",
        "answers.spread",
    ]


@pytest.mark.parametrize(
    "now",
    [
        PLAIN,
        replace(PLAIN, source=source("b.txt", "3:12", "")),
        replace(PLAIN, source=None),
        replace(PLAIN, id="2"),
        replace(PLAIN, changes=(Change(NOON, ("title",)),)),
        replace(PLAIN, answers={**PLAIN.answers, "more": ""}, facts={"proposed_by": ""}),
        replace(PLAIN, answers=dict(reversed(list(PLAIN.answers.items())))),
    ],
)
def test_what_says_the_same_does_not_differ(now: Nomination) -> None:
    assert differences(PLAIN, now) == ()


def test_an_amount_that_moves_to_another_year_is_a_difference_and_so_is_another_number_of_decimals() -> None:
    def figures(*numbers: str) -> Nomination:
        return replace(PLAIN, tables={"economy": Figures("", ("2026", "2027"), {"Drift": amounts(*numbers)})})

    assert differences(figures("1.0", ""), figures("", "1.0")) != ()
    assert differences(figures("1.0", ""), figures("1.00", "")) != ()


@given(a_nomination, a_nomination)
def test_a_nomination_never_differs_from_itself_and_all_differ_both_ways(
    a: Nomination, b: Nomination
) -> None:
    assert differences(a, a) == ()
    there = {(one.field, one.before, one.now) for one in differences(a, b)}
    assert {(one.field, one.now, one.before) for one in differences(b, a)} == there


# A difference in short


@pytest.mark.parametrize(
    ("before", "now", "short"),
    [
        ("a b c", "a x c", Glance(1, 1, "a b c", "a x c")),
        ("a b c", "a c", Glance(1, 0, "a b c", "a c")),
        ("", "a b", Glance(0, 2, "", "a b")),
        ("a b", "", Glance(2, 0, "a b", "")),
        ("a b", "a\n\nb ", Glance(0, 0, "", "")),
        (
            "one two three four five six seven",
            "one two three four five six more seven",
            Glance(0, 1, "… three four five six seven", "… three four five six more seven"),
        ),
        (
            "old a b c d e f g h i j k l",
            "new a b c d e f g h i j k l",
            Glance(1, 1, "old a b c d e f g h i j k …", "new a b c d e f g h i j k …"),
        ),
        ("a b c d", "c d a b", Glance(2, 2, "a b c d", "c d a b")),
    ],
)
def test_a_glance_counts_words_and_shows_those_around_the_first_difference(
    before: str, now: str, short: Glance
) -> None:
    assert glanced(before, now) == short


def test_a_word_without_end_is_cut() -> None:
    assert glanced("", "x" * 10**6) == Glance(0, 1, "", "x" * 120 + "…")


@given(WORDS, WORDS)
def test_what_is_taken_out_and_put_in_makes_the_new_number_of_words(before: str, now: str) -> None:
    short = glanced(before, now)
    assert len(before.split()) - short.taken_out + short.put_in == len(now.split())
    assert (short.taken_out, short.put_in) == (0, 0) or before.split() != now.split()


@pytest.mark.parametrize(("words", "others"), [(500, 310), (1_000_000, 402)])
def test_texts_that_are_hard_to_compare_are_compared_in_order_only_where_they_are_short(
    words: int, others: int
) -> None:
    drawn = random.Random(1)  # noqa: S311 - texts, no secrets
    before, now = (" ".join(drawn.choices("ab", k=words)) for _text in "12")
    # To compare the long ones in order takes days.
    short = glanced(before, now)
    assert (short.taken_out, short.put_in) == (others, others)


# The words that tell one nomination from another


def test_the_words_are_those_of_its_own_texts_without_case_and_signs() -> None:
    one = Nomination(
        "1", "Cykler", "Byen", answers={"why": "Fordi! (CYKLER)"}, shared={"introduction": "Pakken"}
    )
    assert words_of(one) == {"cykler", "byen", "fordi"}

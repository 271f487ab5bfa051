from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.texts import Shared, Texts, many


def shared(*texts: str | Mapping[str, str]) -> Shared | None:
    """What the first two of a round's texts share."""
    found = round_of(*(nomination(str(n), f"title {n}", text=text) for n, text in enumerate(texts)))
    return Texts(found).shared(found["0"], found["1"])


@pytest.mark.parametrize(("nominations", "most"), [(0, 5), (26, 5), (59, 5), (60, 6), (600, 60)])
def test_a_phrase_is_nobodys_own_above_five_nominations_and_a_tenth_of_them(
    nominations: int, most: int
) -> None:
    assert many(nominations) == most


def test_a_text_shares_all_of_itself() -> None:
    assert shared(GARDEN, GARDEN) == Shared(
        words=36,
        share=1.0,
        passages=1,
        longest=36,
        quote="Every Tuesday the patients of the ward walk down to the kitchen",
    )


def test_texts_of_their_own_words_share_nothing() -> None:
    assert shared(GARDEN, CHOIR) == Shared()
    assert shared(GARDEN, BICYCLES) == Shared()


def test_a_nomination_without_text_is_not_compared() -> None:
    assert shared(GARDEN, "") is None
    assert shared(GARDEN, {"purpose": " — ", "audience": ""}) is None


def test_the_share_is_of_the_shorter_text() -> None:
    found = shared(f"{GARDEN} {CHOIR} {BICYCLES}", f"Hello there. {CHOIR}")
    assert found is not None
    assert (found.words, found.share) == (40, 40 / 42)


def test_case_signs_and_line_breaks_do_not_hide_a_passage() -> None:
    found = shared(GARDEN, GARDEN.upper().replace(",", " –").replace(" the ", "\nthe\u200b "))
    assert found is not None
    assert found.share == 1


def test_a_passage_is_found_whichever_answer_it_stands_in() -> None:
    found = shared({"purpose": GARDEN, "spread": CHOIR}, {"purpose": BICYCLES, "innovation": GARDEN})
    assert found is not None
    assert (found.words, found.passages) == (36, 1)


def test_a_passage_does_not_reach_from_one_answer_into_the_next() -> None:
    found = shared({"purpose": GARDEN, "spread": CHOIR}, {"purpose": GARDEN, "spread": CHOIR})
    assert found is not None
    assert (found.words, found.share, found.passages, found.longest) == (76, 1.0, 2, 40)


def test_the_longest_passage_is_quoted_as_the_first_nomination_writes_it() -> None:
    first = "We sing and/or dance: nobody – nobody! – has to read music at all in our choir."
    found = shared(f"{BICYCLES} {first}", f"{CHOIR} {first.lower().replace('/', ' ')}")
    assert found is not None
    assert found.quote == "We sing and/or dance: nobody nobody! has to read music at"


def test_a_short_passage_is_quoted_to_its_end() -> None:
    song = "At dusk we row across the lake and sing."
    found = shared(f"{GARDEN} {song} {BICYCLES}", f"{CHOIR} {song} Goodbye.")
    assert found is not None
    assert (found.words, found.quote) == (9, song)


def test_what_stands_in_many_nominations_is_the_forms_wording() -> None:
    wording = "We hereby confirm that all of the above is true and that nobody was paid for it."
    own = (GARDEN, CHOIR, BICYCLES, "", "", "")
    assert shared(*(f"{text} {wording}" for text in own)) == Shared()
    five = shared(*(f"{text} {wording}" for text in own[:5]))
    assert five is not None
    assert (five.words, five.passages) == (17, 1)


def test_the_forms_wording_does_not_hide_what_was_copied_beside_it() -> None:
    wording = "We hereby confirm that all of the above is true and that nobody was paid for it."
    found = shared(*(f"{text} {wording}" for text in (GARDEN, GARDEN, CHOIR, BICYCLES, "", "", "")))
    assert found is not None
    # The seeds that begin in the garden reach four words into the wording.
    assert (found.words, found.passages) == (40, 1)


def test_texts_that_hold_a_phrase_are_found_by_its_words_in_a_row() -> None:
    found = round_of(
        nomination("1", "one", text="The Evening Bridge is open."),
        nomination("2", "two", text="A bridge in the evening."),
        nomination("3", "three", text={"purpose": "Walk in the evening.", "spread": "Bridge over it."}),
        nomination("4", "four", text="An evening-bridge"),
    )
    assert Texts(found).holding("evening bridge") == {"1", "4"}


TEXT = st.lists(st.sampled_from("abcdef"), max_size=30).map(" ".join)


@given(st.lists(TEXT, min_size=2, max_size=5))
def test_only_pairs_without_a_passage_are_passed_over(texts: Sequence[str]) -> None:
    found = round_of(*(nomination(str(n), f"title {n}", text=text) for n, text in enumerate(texts)))
    compared = Texts(found)
    sharing = {
        frozenset((a.id, b.id))
        for a, b in combinations(found, 2)
        if (what := compared.shared(a, b)) and what.passages
    }
    assert sharing <= compared.pairs()


@given(TEXT, TEXT)
def test_texts_share_as_much_one_way_as_the_other(a: str, b: str) -> None:
    one, other = shared(a, b), shared(b, a)
    if one is None or other is None:
        assert one is other
    else:
        assert (one.words, one.share, one.passages, one.longest) == (
            other.words,
            other.share,
            other.passages,
            other.longest,
        )
        assert 0 <= one.share <= 1

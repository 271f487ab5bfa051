from collections.abc import Mapping, Sequence
from itertools import combinations
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.exhaustive import Shares, shares
from duplicates.making import BICYCLES, CHOIR, GARDEN, nomination, round_of
from nominate_tui.duplicates.comparison import Shared
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.duplicates.texts import Texts, many
from nominate_tui.model.nomination import Nominations


def shared(*texts: str | Mapping[str, str]) -> Shared | None:
    """What the first two of a round's texts share."""
    found = round_of(*(nomination(str(n), f"title {n}", text=text) for n, text in enumerate(texts)))
    return Texts(found, Corpus(found)).shared(0, 1)


@pytest.mark.parametrize(
    ("nominations", "most"), [(0, 5), (26, 5), (59, 5), (60, 6), (199, 19), (200, 20), (100_000, 20)]
)
def test_a_phrase_is_nobodys_own_above_five_nominations_or_a_tenth_of_them_or_twenty(
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


@pytest.mark.parametrize(
    ("a", "b", "beside"),
    [
        ({"purpose": GARDEN, "spread": CHOIR}, {"purpose": GARDEN, "spread": CHOIR}, 36),
        # One of them has both in one answer: the other tells that they are two.
        ({"purpose": GARDEN, "spread": CHOIR}, {"purpose": f"{GARDEN} {CHOIR}", "spread": "Hello"}, 36),
        ({"purpose": f"{GARDEN} {CHOIR}"}, {"purpose": "Hello", "spread": f"{CHOIR} {GARDEN}"}, 0),
        ({"purpose": GARDEN, "spread": CHOIR}, {"purpose": CHOIR, "spread": BICYCLES}, 0),
        ({"a": GARDEN, "b": CHOIR, "c": BICYCLES}, {"a": GARDEN, "b": CHOIR, "c": BICYCLES}, 69),
        ({"purpose": GARDEN}, {"purpose": CHOIR}, 0),
    ],
)
def test_what_is_shared_beside_one_answer_is_counted_where_it_is_more(
    a: Mapping[str, str], b: Mapping[str, str], beside: int
) -> None:
    there, back = shared(a, b), shared(b, a)
    assert there is not None
    assert back is not None
    assert (there.beside, back.beside) == (beside, beside)


def test_the_longest_passage_is_quoted_as_the_first_nomination_writes_it() -> None:
    first = "We sing and/or dance: nobody – nobody! – has to read music at all in our choir."
    found = shared(f"{BICYCLES} {first}", f"{CHOIR} {first.lower().replace('/', ' ')}")
    assert found is not None
    assert found.quote == "We sing and/or dance: nobody nobody! has to read music at"


def test_a_passage_that_begins_without_a_space_is_quoted_from_its_first_word_whichever_way_round() -> None:
    # Nobody put a space after the full stop.
    one, other = f"{BICYCLES}So {CHOIR[2:]}", f"So {CHOIR[2:]}"
    there, back = shared(one, other), shared(other, one)
    assert there is not None
    assert back is not None
    assert there.words == back.words == 40
    assert there.quote == back.quote == "So choir meets in the chapel after supper; nobody has to read"


def test_a_passage_is_quoted_up_to_its_first_changed_word_whichever_way_round() -> None:
    surgery = GARDEN.replace("the kitchen garden", "the herb garden")
    there, back = shared(GARDEN, surgery), shared(surgery, GARDEN)
    assert there is not None
    assert back is not None
    assert there.words == back.words == 35
    assert there.quote == back.quote == "Every Tuesday the patients of the ward walk down to the"
    assert there.quote in GARDEN
    assert there.quote in surgery


def test_a_passage_is_quoted_out_of_the_answer_it_stands_in() -> None:
    answers = {"a": "", "b": BICYCLES, "c": " – ", "d": f"Hello there. {CHOIR}", "e": GARDEN[:40]}
    found = shared(answers, CHOIR)
    assert found is not None
    assert found.quote == "A choir meets in the chapel after supper; nobody has to read"


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


def test_a_text_that_many_have_sent_in_is_found_nevertheless() -> None:
    # Every phrase of the garden stands in 12 nominations, and 5 are many in so small a round.
    campaign = [f"We are number {n}: {GARDEN}" for n in range(12)]
    found = shared(*campaign, CHOIR, BICYCLES)
    assert found is not None
    assert (found.words, found.passages) == (36, 1)


def test_a_quote_of_a_text_that_many_have_sent_in_is_taken_for_the_forms_wording() -> None:
    assert shared(f"{CHOIR} {BICYCLES} {GARDEN}", *[GARDEN] * 12) == Shared()


@pytest.mark.parametrize("campaign", [99, 100, 101, 250])
def test_whoever_has_sent_in_the_same_text_shares_it_with_others(campaign: int) -> None:
    found = round_of(*(nomination(f"{n:03}", "title", text=GARDEN) for n in range(campaign)))
    near = Texts(found, Corpus(found)).near(0.9, 36)
    assert set(near.ravel().tolist()) == set(range(campaign))
    assert len(near) >= 8 * campaign / 2


def texts_of(texts: Sequence[str]) -> Nominations:
    return round_of(*(nomination(str(n), f"title {n}", text=text) for n, text in enumerate(texts)))


def told(nominations: Nominations) -> Shares:
    """What every two of a round share, as `exhaustive.shares` tells it."""
    compared = Texts(nominations, Corpus(nominations))
    pairs = {(a, b): compared.shared(a, b) for a, b in combinations(range(len(nominations)), 2)}
    return {
        pair: (found.words, found.passages, found.longest)
        for pair, found in pairs.items()
        if found and found.passages
    }


TEXT = st.lists(st.sampled_from("abcdef"), max_size=30).map(" ".join)


@given(st.lists(TEXT, min_size=2, max_size=9))
def test_all_pairs_at_once_share_what_each_shares_by_itself(texts: Sequence[str]) -> None:
    assert told(texts_of(texts)) == shares(texts_of(texts))


@given(st.lists(st.lists(TEXT, max_size=3), min_size=2, max_size=9))
def test_it_does_so_with_several_answers(texts: Sequence[Sequence[str]]) -> None:
    found = round_of(
        *(
            nomination(str(n), "t", text=dict(zip("abc", answers, strict=False)))
            for n, answers in enumerate(texts)
        )
    )
    assert told(found) == shares(found)


def a_round() -> Nominations:
    """120 texts of 150 words: some alike, some half alike, all with the same wording."""
    drawn = Random(4)  # noqa: S311 - no secret hangs on it
    wording = "we hereby confirm that all of the above is true and that nobody was paid for it"

    def phrase(length: int) -> list[str]:
        return [f"{min(drawn.randrange(3000), drawn.randrange(3000)):x}" for _ in range(length)]

    texts = [phrase(150) for _ in range(60)]
    for text in texts[:60]:
        cut = drawn.randrange(150)
        texts.append([word for word in text[cut:] + text[:cut] if drawn.random() > 0.05])
    return texts_of([f"{' '.join(text)} {wording}" for text in texts])


def test_a_made_round_shares_what_each_pair_shares_by_itself() -> None:
    assert len(shares(a_round())) >= 60
    assert told(a_round()) == shares(a_round())


@given(st.permutations(range(8)))
def test_the_order_of_the_nominations_changes_nothing(order: Sequence[int]) -> None:
    texts = [GARDEN, f"{GARDEN} {CHOIR}", CHOIR, BICYCLES, f"{CHOIR} {BICYCLES}", "", GARDEN[:90], CHOIR[50:]]
    there = told(texts_of(texts))
    here = told(texts_of([texts[n] for n in order]))
    assert {tuple(sorted((order[a], order[b]))): found for (a, b), found in here.items()} == there


def test_near_are_those_who_share_enough_or_a_passage_long_enough() -> None:
    found = texts_of([GARDEN, f"{GARDEN} {CHOIR} {BICYCLES}", f"{BICYCLES} {BICYCLES}", CHOIR])
    compared = Texts(found, Corpus(found))
    assert compared.near(0.5, 99).tolist() == [[0, 1], [1, 2], [1, 3]]
    assert compared.near(0.6, 99).tolist() == [[0, 1], [1, 3]]
    assert compared.near(1.1, 37).tolist() == [[1, 3]]
    assert compared.near(1.1, 99).tolist() == []


def test_a_round_without_texts_has_no_near_ones() -> None:
    assert Texts(round_of(), Corpus(round_of())).near(0, 0).tolist() == []
    blank = texts_of(["", " – "])
    assert Texts(blank, Corpus(blank)).near(0, 0).tolist() == []
    assert Texts(blank, Corpus(blank)).shared(0, 1) is None


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


# Who is late

PARAGRAPHS = [*GARDEN.split(". "), *CHOIR.split(". "), *BICYCLES.split(". ")]


@given(
    st.lists(st.lists(st.sampled_from(PARAGRAPHS), max_size=5).map(". ".join), min_size=2, max_size=14),
    st.data(),
)
def test_what_late_ones_share_is_what_they_share_where_all_are_compared(
    texts: Sequence[str], data: st.DataObject
) -> None:
    nominations = texts_of(texts)
    corpus = Corpus(nominations)
    late = np.zeros(len(texts), np.bool_)
    late[data.draw(st.lists(st.integers(0, len(texts) - 1), min_size=1, max_size=3))] = True
    some, every = Texts(nominations, corpus, late), Texts(nominations, corpus)
    of_late = [(a, b) for a, b in combinations(range(len(texts)), 2) if late[a] or late[b]]
    assert [some.shared(*pair) for pair in of_late] == [every.shared(*pair) for pair in of_late]
    near = [tuple(pair) for pair in every.near(0.05, 30).tolist()]
    assert [tuple(pair) for pair in some.near(0.05, 30).tolist()] == [
        pair for pair in near if pair in of_late
    ]

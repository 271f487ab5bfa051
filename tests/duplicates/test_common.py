from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.common import SAMPLE, Common, many, many_mentions, many_names
from nominate_tui.duplicates.corpus import Corpus
from nominate_tui.model.nomination import Nomination, Nominations


@pytest.mark.parametrize(
    ("nominations", "words", "names", "mentions"),
    [(0, 5, 5, 5), (26, 5, 5, 5), (60, 6, 7, 5), (600, 60, 24, 5), (10_000, 1_000, 100, 50)],
)
def test_how_many_are_many_grows_with_the_round(
    nominations: int, words: int, names: int, mentions: int
) -> None:
    assert (many(nominations), many_names(nominations), many_mentions(nominations)) == (
        words,
        names,
        mentions,
    )


ANSWERS = st.dictionaries(
    st.sampled_from("xyz"), st.lists(st.sampled_from("abcd"), max_size=12).map(" ".join)
)


def common_of(nominations: Nominations) -> Common:
    return Common(Corpus(nominations))


def saying(*texts: str) -> Common:
    return common_of(round_of(*(nomination(str(n), "Title", text=text) for n, text in enumerate(texts))))


def test_what_stands_in_more_than_five_texts_of_a_small_round_is_common() -> None:
    assert not saying(*["The evening bridge."] * 5, "Nothing.").is_word("bridge")
    assert saying(*["The evening bridge."] * 6).is_word("bridge")
    assert not saying(*["The evening bridge."] * 5, "Nothing.").is_mentioned("evening bridge")
    assert saying(*["The evening bridge."] * 6).is_mentioned("evening bridge")


def test_a_phrase_stands_where_its_words_stand_in_a_row() -> None:
    common = saying(*["A bridge in the evening. Evening; BRIDGES."] * 9)
    assert not common.is_mentioned("evening bridge")
    assert common.is_mentioned("evening bridges")


def test_titles_are_no_texts() -> None:
    assert not common_of(round_of(*(nomination(str(n), "Evening Bridge") for n in range(9)))).is_word(
        "bridge"
    )


def test_an_empty_round_has_no_common_words() -> None:
    assert not saying().is_word("bridge")


def test_of_very_many_texts_the_same_sample_is_taken_in_any_order() -> None:
    every = [nomination(str(n), f"Title {n}", text=f"number{n}") for n in range(SAMPLE + 500)]

    def counted(order: list[Nomination]) -> list[bool]:
        common = common_of(round_of(*order))
        return [common.holders(f"number{n}") > 0 for n in range(SAMPLE + 500)]

    assert sum(counted(every)) == SAMPLE
    assert counted(every) == counted(every[::-1])


def test_a_phrase_stands_within_one_answer_and_not_across_two() -> None:
    apart = {"purpose": "An evening", "results": "bridge."}
    assert not common_of(round_of(*(nomination(str(n), "Title", text=apart) for n in range(9)))).is_mentioned(
        "evening bridge"
    )


def test_a_phrase_of_no_words_stands_nowhere() -> None:
    assert not saying(*["The evening bridge."] * 9).is_mentioned("")


def test_holders_of_a_phrase_have_its_words_in_a_row() -> None:
    common = common_of(
        round_of(
            nomination("1", "one", text="The Evening Bridge is open, the evening bridge!"),
            nomination("2", "two", text="A bridge in the evening."),
            nomination("3", "three", text={"purpose": "Walk in the evening.", "spread": "Bridge over it."}),
            nomination("4", "Evening bridge", text="An even\u0456ng-bridge"),
        )
    )
    assert common.holders("evening bridge") == 2
    assert common.holders("evening") == 4
    assert common.holders("bridge evening") == 0
    assert common.holders("evening bridge collapses") == 0
    assert common.holders(" – ") == 0


PHRASE = st.lists(st.sampled_from("abcd"), min_size=1, max_size=4).map(" ".join)


@given(st.lists(ANSWERS, max_size=5), PHRASE)
def test_holders_are_counted_as_by_looking_into_each_answer(
    texts: Sequence[Mapping[str, str]], phrase: str
) -> None:
    holders = [any(f" {phrase} " in f" {answer} " for answer in text.values()) for text in texts]
    assert common_of(round_of(*(nomination(str(n), "t", text=text) for n, text in enumerate(texts)))).holders(
        phrase
    ) == sum(holders)


def test_nominations_without_answers_do_not_fill_the_sample() -> None:
    told = [nomination(f"t{n}", f"Title {n}", text="wellbeing") for n in range(SAMPLE // 2)]
    empty = [nomination(f"e{n}", f"Other {n}") for n in range(SAMPLE)]
    searched = common_of(round_of(*empty, *told)).holders("wellbeing")
    # A third of the round, and so about a third of the sample.
    assert SAMPLE / 4 < searched < SAMPLE / 2.4

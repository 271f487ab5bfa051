import pytest

from duplicates.making import nomination, round_of
from nominate_tui.duplicates.common import SAMPLE, Common, many, many_mentions, many_names
from nominate_tui.model.nomination import Nomination


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


def saying(*texts: str) -> Common:
    return Common(round_of(*(nomination(str(n), "Title", text=text) for n, text in enumerate(texts))))


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
    assert not Common(round_of(*(nomination(str(n), "Evening Bridge") for n in range(9)))).is_word("bridge")


def test_an_empty_round_has_no_common_words() -> None:
    assert not saying().is_word("bridge")


def test_of_very_many_texts_the_same_sample_is_taken_in_any_order() -> None:
    every = [nomination(str(n), f"Title {n}", text=f"number{n}") for n in range(SAMPLE + 500)]

    def counted(order: list[Nomination]) -> list[bool]:
        common = Common(round_of(*order))
        return [common._known(f"number{n}") > 0 for n in range(SAMPLE + 500)]

    assert sum(counted(every)) == SAMPLE
    assert counted(every) == counted(every[::-1])


def test_a_phrase_stands_within_one_answer_and_not_across_two() -> None:
    apart = {"purpose": "An evening", "results": "bridge."}
    assert not Common(round_of(*(nomination(str(n), "Title", text=apart) for n in range(9)))).is_mentioned(
        "evening bridge"
    )


def test_a_phrase_of_no_words_stands_nowhere() -> None:
    assert not saying(*["The evening bridge."] * 9).is_mentioned("")

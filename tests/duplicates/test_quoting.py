import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.fold import words
from nominate_tui.duplicates.quoting import QUOTED, quote

SONG = "We sing and/or dance: nobody – nobody! – has to read music."


@pytest.mark.parametrize(
    ("start", "end", "quoted"),
    [
        (0, 4, "We sing and/or"),
        (0, 2, "We sing"),
        # The chunk "and/or" is two words; what is not quoted of it is left out with its sign.
        (0, 3, "We sing and"),
        (3, 5, "or dance:"),
        (5, 7, "nobody nobody!"),
        (8, 99, "to read music."),
    ],
)
def test_words_are_quoted_as_they_are_written(start: int, end: int, quoted: str) -> None:
    assert quote(SONG, start, end) == quoted


def test_a_word_without_a_space_before_it_is_quoted_whichever_way_round() -> None:
    # Somebody forgot the space after a full stop; the passage begins in the middle of what stands between two spaces.
    one, other = "New hours.Patients in dialysis get help.", "Patients in dialysis get help."
    assert quote(one, 2, 7) == quote(other, 0, 5) == "Patients in dialysis get help."


@pytest.mark.parametrize(
    ("answer", "start", "end", "quoted"),
    [
        ("He said: “So it begins”, and left.", 2, 5, "“So it begins”,"),
        ("(a) 1½ cups of _beans_", 2, 5, "1½ cups of"),
        ("ma\u00adny un\u200bseen signs", 0, 2, "many unseen"),
        ("A\u030arhus by night", 0, 2, "Århus by"),
        ("🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉 party", 0, 1, "party"),
    ],
)
def test_signs_round_the_quote_stay(answer: str, start: int, end: int, quoted: str) -> None:
    assert quote(answer, start, end) == quoted


@given(
    st.lists(st.sampled_from(["ab", "c.d", "“e”", "½", "–", "f,", "ﬁ", "\u00ad", "g/"])), st.integers(0, 9)
)
def test_every_word_that_is_counted_is_quoted(chunks: list[str], start: int) -> None:
    text = " ".join(chunks)
    counted = words(text)[start : start + 3]
    assert words(quote(text, start, start + 3))[: len(counted)] == counted or "½" in text


def test_no_more_than_twelve_words_are_quoted() -> None:
    long = " ".join(map(str, range(40)))
    assert quote(long, 5, 40) == " ".join(map(str, range(5, 5 + QUOTED)))


def test_a_place_after_all_words_is_nothing() -> None:
    assert quote("one two", 50, 60) == ""
    assert quote("", 0, 1) == ""

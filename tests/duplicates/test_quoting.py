import pytest

from nominate_tui.duplicates.corpus import MARKS
from nominate_tui.duplicates.quoting import QUOTED, quote

SONG = "We sing and/or dance: nobody – nobody! – has to read music."


@pytest.mark.parametrize(
    ("start", "end", "quoted"),
    [
        (0, 3, "We sing and/or"),
        (0, 2, "We sing"),
        # The chunk "and/or" is two words; it stands where the first does.
        (3, 5, "dance:"),
        (5, 7, "nobody nobody!"),
        (8, 99, "to read music."),
    ],
)
def test_words_are_quoted_as_they_are_written(start: int, end: int, quoted: str) -> None:
    assert quote([SONG], start, end) == quoted


def test_no_more_than_twelve_words_are_quoted() -> None:
    long = " ".join(map(str, range(40)))
    assert quote([long], 5, 40) == " ".join(map(str, range(5, 5 + QUOTED)))


def test_places_count_the_marks_after_answers() -> None:
    assert quote(["one two", "", "three four"], 2 + MARKS + MARKS + 1, 99) == "four"


def test_a_place_after_all_answers_is_nothing() -> None:
    assert quote(["one two"], 50, 60) == ""
    assert quote([], 0, 1) == ""

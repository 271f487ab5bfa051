import pytest

from nominate_tui.intake.cut import is_cut
from nominate_tui.intake.form import Question

LIMITED = Question("answers.purpose", ("Hvorfor?",), limit=1000)


@pytest.mark.parametrize(
    "end", ["fæll", "fælles", "fælles,", "fælles https://example.", "fælles www.example.org."]
)
def test_an_answer_as_long_as_the_limit_without_an_end_is_cut(end: str) -> None:
    assert is_cut(end.rjust(998, "x"), LIMITED)


@pytest.mark.parametrize("end", ["fælles.", "fælles!”", "fælles)", "“fælles”", "fælles…"])
def test_an_answer_as_long_as_the_limit_with_an_end_is_whole(end: str) -> None:
    assert not is_cut(end.rjust(1000, "x"), LIMITED)


@pytest.mark.parametrize("length", [300, 984, 1016, 1500])
def test_an_answer_of_another_length_merely_lacks_its_full_stop(length: int) -> None:
    assert not is_cut("x" * length, LIMITED)


def test_without_a_known_limit_no_answer_is_cut() -> None:
    assert not is_cut("x" * 1000, Question("answers.purpose", ("Hvorfor?",)))

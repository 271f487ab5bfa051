from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.duplicates.digits import may_hold_number
from nominate_tui.duplicates.reach import telephones

NUMBER = "20000011"


@pytest.mark.parametrize(
    "text", [NUMBER, "Call +45 20 00 00 11 (Anna)", "é – “tlf. 20/00/00/11”", "🎉 20000011"]
)
def test_a_text_with_a_number_may_hold_one(text: str) -> None:
    assert telephones(text)
    assert may_hold_number(["", text, "No."]).tolist() == [False, True, False]


@pytest.mark.parametrize("text", ["", "2000001", "1 2 3 4 5 and a long way to 6 7 8", "٢٠٠٠٠٠١١"])
def test_a_text_without_eight_digits_together_holds_none(text: str) -> None:
    assert may_hold_number([text]).tolist() == [False]


def test_no_texts_hold_nothing() -> None:
    assert may_hold_number([]).tolist() == []


@given(st.lists(st.text("0123456789 ()./-a–é\n", max_size=30), max_size=6))
def test_no_number_is_ever_missed(texts: Sequence[str]) -> None:
    held = may_hold_number(texts).tolist()
    assert all(may for may, text in zip(held, texts, strict=True) if telephones(text))

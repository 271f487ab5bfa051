import pytest
from hypothesis import given
from hypothesis import strategies as st

from nominate_tui.intake.readers.docx_symbols import UNKNOWN, symbol


@pytest.mark.parametrize(
    ("font", "code", "said"),
    [
        ("Wingdings", "F0FE", "☑"),
        ("Wingdings", "F0A8", "☐"),
        ("Wingdings", "00E0", "→"),
        ("wingdings", "f0fc", "✓"),
        ("Wingdings 2", "F050", "✓"),
        ("Symbol", "F0B7", "•"),
        ("Symbol", "F061", "α"),
        ("Symbol", "F057", "Ω"),
        ("Symbol", "F0B3", "≥"),
        ("Segoe UI Symbol", "2610", "☐"),
    ],
)
def test_common_signs_are_ordinary_characters(font: str, code: str, said: str) -> None:
    assert symbol(font, code) == said


@pytest.mark.parametrize(
    ("font", "code"),
    [("Wingdings", "F0FF"), ("Webdings", "F061"), ("", "E000"), ("Symbol", ""), ("Symbol", "1F600")],
)
def test_a_sign_that_is_not_known_is_seen_to_be_there(font: str, code: str) -> None:
    assert symbol(font, code) == UNKNOWN


@given(st.sampled_from(["Symbol", "Wingdings", "Arial"]), st.text(max_size=5))
def test_every_sign_is_one_character(font: str, code: str) -> None:
    assert len(symbol(font, code)) == 1

from decimal import Decimal

import pytest

from nominate_tui.intake.amounts import amounts_in, read_amount
from nominate_tui.model.figures import Amount


def amount(low: str, high: str = "") -> Amount:
    return Amount(Decimal(low), Decimal(high or low))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0,6", amount("0.6")),
        ("0,9 mio.", amount("0.9")),
        ("0,9 mio. kr.", amount("0.9")),
        ("14", amount("14")),
        ("0", amount("0")),
        ("2.5", amount("2.5")),
        ("262.500", amount("262500")),
        ("1.250.000", amount("1250000")),
        ("1.250,75", amount("1250.75")),
        ("1,0-3,0", amount("1.0", "3.0")),
        ("1,0 – 3,0 mio.", amount("1.0", "3.0")),
        ("-0,4", amount("-0.4")),
    ],
)
def test_an_amount_is_read_as_danish_and_english_forms_write_it(written: str, meant: Amount) -> None:
    assert read_amount(written) == meant


@pytest.mark.parametrize("written", ["", "ca. 2", "x", "1,2,3", "1.2.3", "2 3", "0,6 %", "mio."])
def test_what_is_no_amount_is_none(written: str) -> None:
    assert read_amount(written) is None


def test_amounts_behind_one_another_are_told_apart() -> None:
    assert amounts_in("0,9 mio. 0,9 mio.  1,0-3,0 14") == ("0,9 mio.", "0,9 mio.", "1,0-3,0", "14")

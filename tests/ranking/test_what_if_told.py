from fractions import Fraction

import pytest

from nominate_tui.locale import catalogue
from nominate_tui.model.deliberation import Amendment, Signed
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.what_if_told import amendment_told, as_sentence, changes_told, weight_told
from ranking.rounds import NOON, round_of

ROUND = round_of("abc", ("anna", "bo"))


def told(before: WhatIf, what: WhatIf) -> list[str]:
    return list(changes_told(ROUND, before, what))


def test_every_part_is_told_from_what_to_what() -> None:
    before = WhatIf({"innovation": Fraction(3)}, "adjusted", 5, frozenset(), frozenset())
    what = WhatIf(
        {"innovation": Fraction("2.75")}, "majority", 6, frozenset({"bo"}), frozenset({frozenset("ba")})
    )
    assert told(before, what) == [
        "weights: innovation 3 → 2.75",
        "method adjusted mean → majority judgment",
        "places in the shortlist 5 → 6",
        "without Bo",
        "the verdict on a–b set aside",
    ]


def test_what_counts_again_is_told() -> None:
    before = WhatIf(left_out=frozenset({"anna", "bo"}), set_aside=frozenset({frozenset("ab")}))
    assert told(before, WhatIf(left_out=frozenset({"bo"}), set_aside=frozenset())) == [
        "Anna counts again",
        "the verdict on a–b counts again",
    ]


def test_what_is_gone_or_was_not_recorded_is_told_all_the_same() -> None:
    what = WhatIf({"humour": Fraction(2)}, "mean", 3, frozenset({"dora"}))
    assert told(WhatIf(), what) == [
        "weights: humour – → 2",
        "method – → plain mean",
        "places in the shortlist – → 3",
        "without dora",
    ]


def test_an_amendment_is_told_in_a_line() -> None:
    signed = Signed("Karen Holm", "", NOON)
    amendment = Amendment(WhatIf(method="mean", shortlist=2), WhatIf(method="trimmed", shortlist=3), signed)
    assert amendment_told(ROUND, amendment) == (
        "method trimmed mean → plain mean; places in the shortlist 3 → 2"
    )


@pytest.mark.parametrize(
    ("weight", "expected"),
    [
        (Fraction(25), "25"),
        (Fraction("17.6"), "17.6"),
        (Fraction("24.666667"), "24.67"),
        (Fraction("0.004"), "0.004"),
        (Fraction(1234567), "1234567"),
        (None, "–"),
    ],
)
def test_a_weight_is_told_with_as_few_digits_as_will_do(weight: Fraction | None, expected: str) -> None:
    assert weight_told(weight) == expected


def test_a_weight_has_a_comma_in_danish() -> None:
    catalogue.use("da")
    assert weight_told(Fraction("17.6")) == "17,6"


def test_a_sentence_begins_with_a_capital_and_keeps_the_others() -> None:
    assert as_sentence("without Anna Holm") == "Without Anna Holm"
    assert as_sentence("") == ""

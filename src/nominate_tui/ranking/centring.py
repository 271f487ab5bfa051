"""Centred renormalisation: what a review that lacks criteria is moved by, so that to leave a hard one out raises nobody."""

import math
from collections.abc import Sequence
from fractions import Fraction


def offsets(
    patterns: Sequence[Sequence[bool]], weights: Sequence[int], sums: Sequence[int], counts: Sequence[int]
) -> tuple[Fraction, ...]:
    """What each pattern S adds to Σ_S w_c·s_c / W_S: Σ w_c·m_c / W − Σ_S w_c·m_c / W_S.

    m_c is the mean of all counted scores on a criterion: their sum by their number, both by criterion. A pattern is
    told by whether it has each criterion. Criteria that nobody scored are left out on both sides; 0 for a pattern with
    every criterion that anybody scored.
    """
    if len(patterns) < 2:
        return (Fraction(0),) * len(patterns)
    common = math.lcm(*filter(None, counts))
    middle = [
        weight * total * (common // count) if count else 0
        for weight, total, count in zip(weights, sums, counts, strict=True)
    ]
    asked = [weight if count else 0 for weight, count in zip(weights, counts, strict=True)]
    whole = _expected([True] * len(weights), middle, asked)
    expected = (_expected(scored, middle, asked) for scored in patterns)
    return tuple((whole - of_pattern) / common for of_pattern in expected)


def _expected(scored: Sequence[bool], middle: Sequence[int], weights: Sequence[int]) -> Fraction:
    """Σ w_c·m_c / Σ w_c over the criteria that are scored, in units of one by the common denominator; 0 without any."""
    total = sum(weight for weight, has in zip(weights, scored, strict=True) if has)
    found = sum(mean for mean, has in zip(middle, scored, strict=True) if has)
    return Fraction(found, total) if total else Fraction(0)

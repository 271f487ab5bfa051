"""How good found pairs are beside what is known: precision, recall, F1. Needs nothing but Python, as peers run elsewhere."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

Pair = tuple[str, str]
"""Two ids, the lesser first."""


@dataclass(frozen=True, slots=True)
class Score:
    """Found pairs against true ones."""

    precision: float
    """The part of the found ones that is true, 0 to 1; 1 where nothing was found."""
    recall: float
    """The part of the true ones that was found, 0 to 1; 1 where there is nothing to find."""

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def pair(a: str, b: str) -> Pair:
    """Two ids as a pair, whichever comes first."""
    return (a, b) if a < b else (b, a)


def score(found: Collection[Pair], true: Collection[Pair]) -> Score:
    """How good found pairs are, each of them named once."""
    right = len(set(found) & set(true))
    return Score(right / len(found) if found else 1.0, right / len(true) if true else 1.0)


def best(scored: Mapping[Pair, float], true: Collection[Pair]) -> tuple[Score, float]:
    """The score at the threshold that has the best F1, and that threshold; pairs not scored are never found."""
    ranked = sorted(((value, pair in true) for pair, value in scored.items()), reverse=True)
    right, found_best = 0, (Score(1.0, 0.0), float("inf"))
    for place, (value, is_true) in enumerate(ranked, start=1):
        right += is_true
        if place == len(ranked) or ranked[place][0] < value:
            here = Score(right / place, right / len(true))
            found_best = max(found_best, (here, value), key=lambda one: one[0].f1)
    return found_best


def judged(pairs: Iterable[Pair], known: Collection[Pair] | None) -> set[Pair]:
    """The pairs of which something is known: all of them where `known` is `None`."""
    return {pair for pair in pairs if known is None or pair in known}

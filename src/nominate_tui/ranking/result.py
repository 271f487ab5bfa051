"""What a ranking says: a row for each nomination, and where the line of the shortlist falls."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.rules import Method


@dataclass(frozen=True, slots=True)
class CountedReview:
    """One juror's counted word on one nomination; on a duplicate group, the mean of what was said of its members."""

    juror: str
    weighted: Fraction
    """Σ(weight · score) / Σ weight, exact."""
    scores: Mapping[str, Fraction]
    """By criterion id; an abstained criterion is absent."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One nomination in the ranking."""

    nomination: str
    rank: int | None
    """From 1; shared by equals, and the ranks they take up are left out: 1, 2, 2, 4. `None` without a review."""
    shared: bool
    """Whether another nomination has the same rank."""
    overall: str
    """The overall score as it is printed, and therefore ranked (`4.13`); empty without a counted review."""
    mean: Fraction | None
    """The same before it was rounded."""
    n: int
    """How many jurors counted."""
    below_quorum: bool
    """Whether that is fewer than the round asks for."""
    in_shortlist: bool
    states: Mapping[ReviewState, int]
    """How many jurors' reviews are in each state. They add up to the size of the jury."""
    criteria: Mapping[str, Fraction | None]
    """The mean over the counted jurors by criterion id; `None` where nobody scored it."""
    disagreement: float | None
    """The sample standard deviation of the jurors' weighted scores, in steps of the scale; `None` below two."""
    separated_by: str | None
    """What put it behind the row above: `overall`, a tie-break with its detail (`criteria:innovation`, `chair`),
    or `None` where nothing did (the first row, and a shared rank)."""
    duplicates: tuple[str, ...]
    """The other members of its duplicate group, which are not ranked themselves."""
    counted: tuple[CountedReview, ...]
    """What the overall score was made of, in the order of the jury."""

    @property
    def printed_rank(self) -> str:
        """The rank as it is shown: `1`, `2=` where it is shared; empty without a rank."""
        if self.rank is None:
            return ""
        return f"{self.rank}=" if self.shared else str(self.rank)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The jury's answer."""

    method: Method
    decimals: int
    k: int
    """How many nominations the shortlist has room for."""
    standings: tuple[Standing, ...]
    """The best first; those without a counted review last; equals in the order of the round."""
    tie_at_the_line: bool
    """Whether a shared rank reaches across the line, so that more than `k` are in the shortlist."""

    @property
    def shortlist(self) -> tuple[str, ...]:
        """The ids in the shortlist, the best first."""
        return tuple(standing.nomination for standing in self.standings if standing.in_shortlist)

    def standing(self, nomination: str) -> Standing | None:
        """The row of a nomination; `None` for one that another stands for, or that does not exist."""
        return next((row for row in self.standings if row.nomination == nomination), None)

"""What a ranking says: a row for each nomination, and where the line of the shortlist falls."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from nominate_tui.errors import NotAllowed, Problem
from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.rules import Method


@dataclass(frozen=True, slots=True)
class CountedReview:
    """One juror's counted word on one nomination; on a duplicate group, the mean of what was said of its members."""

    juror: str
    weighted: Fraction
    """The weighted score, exact: Σ(weight · score) / Σ weight, and where criteria are missing moved as it is said in
    docs/ranking.md."""
    scores: Mapping[str, Fraction]
    """By criterion id; an abstained criterion is absent."""


@dataclass(frozen=True, slots=True)
class Gauge:
    """What majority judgment says of one nomination."""

    grade: int
    """The majority grade: the lower median of the jurors' grades."""
    above: Fraction
    """The share of jurors who gave more, 0 to 1."""
    below: Fraction
    """The share of jurors who gave less."""

    @property
    def plus(self) -> bool:
        """Whether more jurors gave more than gave less."""
        return self.above > self.below

    def __str__(self) -> str:
        """The grade with its sign: `4+`, `4-`."""
        return f"{self.grade}{'+' if self.plus else '-'}"


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
    score: Fraction | None
    """The same before it was rounded; by majority judgment the grade."""
    mean: Fraction | None
    """The plain mean of the counted jurors' weighted scores, whatever the method."""
    gauge: Gauge | None
    """By majority judgment only."""
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
    """What put it behind the row above: `overall`, `gauge` (majority judgment: the shares beside the grade), a
    tie-break with its detail (`criteria:innovation`, `chair`), or `None` where nothing did (the first row, and a
    shared rank)."""
    duplicates: tuple[str, ...]
    """The other members of its duplicate group, which are not ranked themselves."""
    said: Callable[[], tuple[CountedReview, ...]] = field(repr=False, compare=False)
    """Gives `counted`, which is worked out only where it is asked for."""

    @property
    def counted(self) -> tuple[CountedReview, ...]:
        """What the overall score was made of, in the order of the jury."""
        return self.said()

    @property
    def printed_rank(self) -> str:
        """The rank as it is shown: `1`, `2=` where it is shared; empty without a rank."""
        if self.rank is None:
            return ""
        return f"{self.rank}=" if self.shared else str(self.rank)


@dataclass(frozen=True, slots=True)
class Correction:
    """What the adjusted method found about the jurors."""

    severity: Mapping[str, float]
    """β_j by juror id, in steps of the scale: below zero is stricter than this jury. 0 for all where nothing was
    corrected."""
    sigma2: float | None
    """σ², the variance of one review around nomination and juror; `None` where there are too few reviews to tell."""
    tau2: float | None
    """τ², the variance of the jurors' severity; 0 where no difference between jurors shows."""
    components: int
    """How many groups of nominations and jurors there are that share no review with one another."""
    corrects: bool
    """Whether anything was corrected; where not, the scores are the plain means."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """The jury's answer."""

    method: Method
    decimals: int
    k: int
    """How many nominations the shortlist has room for."""
    standings: tuple[Standing, ...]
    """The best first; those without a counted review last; equals in the order of the round."""
    tied: tuple[str, ...]
    """The ids of those who share a rank across the line: all of them are in, so that there are more than `k`, or none
    until the chair decides, as the round says."""
    shortlist_by_mean: tuple[str, ...] = ()
    """The ids that the plain mean would put into the shortlist, the best first."""
    correction: Correction | None = None
    """By the adjusted method only."""
    heard: Mapping[str, int] = field(default_factory=dict)
    """By juror id, how many nominations or groups the juror counts in."""
    lowest: tuple[str, ...] = ()
    """The ids of jurors all of whose counted scores are the lowest value of the scale: probably an error. They count
    until the chair leaves them out."""
    refused: Problem | None = None
    """Why the method cannot be used with these reviews; nobody is ranked then."""

    @property
    def tie_at_the_line(self) -> bool:
        """Whether a shared rank reaches across the line."""
        return bool(self.tied)

    @property
    def shortlist(self) -> tuple[str, ...]:
        """The ids in the shortlist, the best first."""
        return tuple(standing.nomination for standing in self.standings if standing.in_shortlist)

    @property
    def in_by_method(self) -> tuple[str, ...]:
        """Those in the shortlist whom the plain mean would leave out."""
        return tuple(id for id in self.shortlist if id not in self.shortlist_by_mean)

    @property
    def out_by_method(self) -> tuple[str, ...]:
        """Those out of the shortlist whom the plain mean would put in."""
        return tuple(id for id in self.shortlist_by_mean if id not in self.shortlist)

    def standing(self, nomination: str) -> Standing | None:
        """The row of a nomination; `None` for one that another stands for, or that does not exist."""
        return next((row for row in self.standings if row.nomination == nomination), None)

    def must_hold(self) -> None:
        """Raise `NotAllowed` where the method cannot be used with these reviews."""
        if self.refused:
            raise NotAllowed(self.refused.message, todo=self.refused.todo)

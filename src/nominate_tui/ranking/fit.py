"""What fitting the model of nominations and jurors to the reviews says: the ground of every estimate."""

import math
from dataclasses import dataclass

from nominate_tui.ranking.arrays import Floats


@dataclass(frozen=True)
class Fit:
    """The model y_ij = θ_i + β_j + ε_ij with the effects of the jurors shrunk, fitted to a table of reviews."""

    theta: Floats
    """θ_i, shape (N,): the adjusted scores; NaN where a nomination has no review."""
    beta: Floats
    """β_j, shape (J,): below zero is stricter than this jury; 0 for all where nothing is corrected, and for a juror
    without a review."""
    sigma2: float | None
    """σ², the variance of ε; `None` where there are too few reviews to tell (df ≤ 0)."""
    tau2: float | None
    """τ², the variance of the jurors' effects, not below 0; `None` where σ² is."""
    ratio: float
    """λ = σ²/τ², at least 0; infinite where nothing is corrected (τ² = 0 or df ≤ 0)."""
    df: int
    """n − N − J + components, of the nominations and jurors that have reviews."""
    components: int
    """How many groups of nominations and jurors there are that share no review with one another."""

    @property
    def corrects(self) -> bool:
        """Whether jurors' effects are taken out at all."""
        return math.isfinite(self.ratio)

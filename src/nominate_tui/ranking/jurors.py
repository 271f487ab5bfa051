"""What is worth a look about each juror: figures and flags for the chair, worded relative to this jury.

Nothing follows from a flag by itself: a juror who differs from the others may be the one who is right.
"""

from collections.abc import Mapping
from typing import Final

import numpy as np

from nominate_tui.locale.catalogue import later
from nominate_tui.ranking.arrays import Reviews
from nominate_tui.ranking.certainty import JurorFigures
from nominate_tui.ranking.fit import Fit
from nominate_tui.ranking.habits import Mask, against_the_rest, halo, two_values
from nominate_tui.ranking.severity import severity

SEVERE: Final = "severe"
MILD: Final = "mild"
AGAINST_THE_REST: Final = "against_the_rest"
HALO: Final = "halo"
TWO_VALUES: Final = "two_values"

SENTENCES: Final[Mapping[str, str]] = {
    SEVERE: later("scores clearly lower than the rest of this jury on the same nominations"),
    MILD: later("scores clearly higher than the rest of this jury on the same nominations"),
    AGAINST_THE_REST: later("ranks the nominations against the rest of this jury"),
    HALO: later("gives one and the same score on all criteria in most reviews"),
    TWO_VALUES: later("uses at most two different scores, where this jury uses more"),
}
"""What each flag says of a juror, with the name before it; translated where it is shown."""


def juror_figures(fit: Fit, reviews: Reviews) -> tuple[JurorFigures, ...]:
    """The figures of each juror, by place."""
    found = severity(fit, reviews)
    flags = {
        SEVERE: found.clear & (fit.beta < 0),
        MILD: found.clear & (fit.beta > 0),
        AGAINST_THE_REST: against_the_rest(fit, reviews),
        HALO: halo(reviews),
        TWO_VALUES: two_values(reviews),
    }
    return tuple(
        JurorFigures(
            n=int(reviews.per_juror[place]),
            severity=_number(found.effect[place]),
            se=_number(found.error[place]),
            flags=_raised(flags, place),
        )
        for place in range(reviews.jurors)
    )


def _number(value: np.float64) -> float | None:
    return None if np.isnan(value) else float(value)


def _raised(flags: Mapping[str, Mask], place: int) -> tuple[str, ...]:
    return tuple(name for name, raised in flags.items() if raised[place])

"""The chart of score distributions: how the jurors' weighted scores of each nomination lie along the scale."""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from nominate_tui.export.chart import LABELS, TOP, WIDTH, Axis, drawing, line, name_of, ticks, words
from nominate_tui.export.chart_ranks import MOST
from nominate_tui.export.markup import Markup, tag
from nominate_tui.export.outcome import Outcome
from nominate_tui.locale.catalogue import _
from nominate_tui.model.rules import Scale
from nominate_tui.ranking.result import Standing

_ROW: Final = 30
_BINS: Final = 4
"""Into how many parts a step of the scale is cut, as long as there are not too many."""
_MOST_BINS: Final = 40


def score_chart(outcome: Outcome) -> Markup:
    """Draw the scores of the first rows; nothing where no review counts."""
    rows = [row for row in outcome.ranking.standings if row.n][:MOST]
    if not rows:
        return Markup("")
    scale = outcome.round.rules.scale
    axis = Axis(scale.min, scale.max, LABELS + 28, WIDTH - 22)
    height = TOP + _ROW * len(rows) + 6
    parts = list(ticks(axis, _marked(scale), height))
    counts = [_counted(row, scale) for row in rows]
    tallest = max(max(found.values()) for found in counts)
    for number, (row, found) in enumerate(zip(rows, counts, strict=True)):
        title = outcome.round.nominations[row.nomination].title
        bottom = TOP + _ROW * (number + 1)
        parts.append(words(LABELS, bottom - 8, name_of(row.nomination, title), anchor="end"))
        parts += _bars(found, axis, bottom, tallest, scale)
        parts += _mean(row, axis, bottom)
    return drawing("scores", _("Score distributions"), _described(), height, parts)


def _described() -> str:
    return _(
        "For each nomination a row of bars along the scale: the higher a bar, the more jurors have a weighted score"
        " there. The triangle below points at the plain mean. Single scores stand in the table of scores."
    )


def _marked(scale: Scale) -> Sequence[int]:
    step = max(1, -(-(scale.max - scale.min) // 10))
    return range(scale.min, scale.max + 1, step)


def _bins(scale: Scale) -> int:
    steps = scale.max - scale.min
    return min(steps * _BINS, max(steps, _MOST_BINS)) + 1


def _counted(row: Standing, scale: Scale) -> Counter[int]:
    """How many jurors are in each bin; the bins stand around equally distant values, the ends of the scale among them."""
    last = _bins(scale) - 1
    width = Fraction(scale.max - scale.min, last)
    places = (int((review.weighted - scale.min) / width + Fraction(1, 2)) for review in row.counted)
    # An incomplete review that is moved to the middle of the others may lie beyond the scale.
    return Counter(min(max(place, 0), last) for place in places)


def _bars(found: Counter[int], axis: Axis, bottom: float, tallest: int, scale: Scale) -> Iterator[Markup]:
    last = _bins(scale) - 1
    width = (axis.right - axis.left) / last
    for place, number in sorted(found.items()):
        height = (_ROW - 10) * number / tallest
        x = axis.left + width * (place - 0.4)
        yield tag("rect", x=x, y=bottom - 6 - height, width=width * 0.8, height=height, class_="bar")


def _mean(row: Standing, axis: Axis, bottom: float) -> Iterator[Markup]:
    yield line(axis.left, bottom - 6, axis.right, bottom - 6, "base")
    if row.mean is not None:
        x = axis.at(min(max(float(row.mean), axis.low), axis.high))
        points = f"{x:.1f},{bottom - 6:.1f} {x - 4:.1f},{bottom + 1:.1f} {x + 4:.1f},{bottom + 1:.1f}"
        yield tag("polygon", points=points, class_="mean")

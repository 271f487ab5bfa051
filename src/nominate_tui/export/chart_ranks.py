"""The chart of rank intervals: for each nomination between which ranks it may well stand, and the line of the shortlist."""

from collections.abc import Iterator, Sequence
from typing import Final

from nominate_tui.export.chart import LABELS, ROW, TOP, WIDTH, Axis, drawing, line, name_of, ticks, words
from nominate_tui.export.markup import Markup, tag, unbroken
from nominate_tui.export.outcome import Outcome
from nominate_tui.locale.catalogue import _
from nominate_tui.ranking.certainty import PlaceRange
from nominate_tui.ranking.chances import contested, percent
from nominate_tui.ranking.result import Standing

MOST: Final = 40
"""How many nominations a chart has at most."""
_CHANCES: Final = 130
"""How much room the probabilities at the right take."""
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""How far apart the ticks may stand."""


def rank_chart(outcome: Outcome) -> Markup:
    """Draw the intervals of the first rows; nothing where they are not known."""
    rows = drawn(outcome)
    if not rows:
        return Markup("")
    places = outcome.certainty.places
    worst = max(places[row.nomination].rank_high for row in rows)
    axis = Axis(1, max(worst, outcome.ranking.k + 1, 2), LABELS + 10, WIDTH - _CHANCES)
    height = TOP + ROW * len(rows) + 6
    parts = [*ticks(axis, _ticks(axis), height), *_line_of_the_shortlist(axis, outcome.ranking.k, height)]
    for number, row in enumerate(rows):
        title = outcome.round.nominations[row.nomination].title
        parts += _row(row, places[row.nomination], axis, TOP + ROW * number, name_of(row.nomination, title))
    return drawing("ranks", _("Rank intervals"), _described(outcome), height, parts)


def drawn(outcome: Outcome) -> Sequence[Standing]:
    """The rows that are drawn: the first of those of which it is known where they may stand."""
    known = [row for row in outcome.ranking.standings if row.nomination in outcome.certainty.places]
    return known[:MOST]


def _described(outcome: Outcome) -> str:
    told = _(
        "For each nomination a bar from the best to the worst rank of its 90 % interval, and a sign at its rank: a full"
        " circle in the shortlist, an empty one out of it. The upright line is that of the shortlist of {k}. A broken"
        " bar is in the contested zone. The same figures stand in the table of the ranking."
    )
    return told.format(k=outcome.ranking.k)


def _ticks(axis: Axis) -> Sequence[int]:
    step = next((step for step in _STEPS if (axis.high - 1) / step <= 12), 10_000)
    return [1, *range(step if step > 1 else 2, int(axis.high) + 1, step)]


def _line_of_the_shortlist(axis: Axis, k: int, height: float) -> Iterator[Markup]:
    if k < axis.high:
        yield line(axis.at(k + 0.5), TOP - 6, axis.at(k + 0.5), height, "cut")


def _row(row: Standing, place: PlaceRange, axis: Axis, top: float, name: str) -> Iterator[Markup]:
    middle = top + ROW / 2
    open_question = contested(place.in_shortlist)
    kind = "interval contested" if open_question else "interval"
    yield words(LABELS, middle + 4, name, anchor="end")
    yield line(axis.at(place.rank_low), middle, axis.at(place.rank_high) + 0.1, middle, kind)
    if row.rank is not None:
        at = axis.at(min(row.rank, axis.high))
        yield tag("circle", cx=at, cy=middle, r=5, class_="in" if row.in_shortlist else "out")
    told = unbroken(percent(place.in_shortlist))
    yield words(
        WIDTH - _CHANCES + 14,
        middle + 4,
        _("{percent}, contested").format(percent=told) if open_question else told,
    )

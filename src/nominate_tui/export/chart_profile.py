"""The chart of criteria profiles: for each nomination near the line and above it, its mean on every criterion."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from nominate_tui.export.chart import WIDTH, Axis, drawing, line, name_of, words
from nominate_tui.export.markup import Markup, tag
from nominate_tui.export.outcome import Outcome
from nominate_tui.export.why import label
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.rounding import printed
from nominate_tui.ranking.result import Standing

_ACROSS: Final = 2
"""How many profiles stand side by side."""
_HEAD: Final = 30
_LINE: Final = 18
_NAMES: Final = 130
_FIGURE: Final = 44
_LONGEST: Final = 19

_Means = Mapping[str, Fraction | None]


def profile_chart(outcome: Outcome, rows: Sequence[Standing]) -> Markup:
    """Draw the profiles of some rows; nothing where no review counts."""
    shown = [row for row in rows if row.n]
    if not shown:
        return Markup("")
    high = _HEAD + _LINE * len(outcome.round.rules.criteria)
    lines = -(-len(shown) // _ACROSS)
    middle = _middle(outcome)
    parts: list[Markup] = []
    for number, row in enumerate(shown):
        down, across = divmod(number, _ACROSS)
        parts += _panel(outcome, row, middle, across * WIDTH / _ACROSS, down * high)
    return drawing("profile", _("Criteria profiles"), _described(), lines * high + 4, parts)


def _described() -> str:
    return _(
        "For each nomination a bar for its mean on every criterion, from the lowest to the highest score of the scale,"
        " with the figure at its end. The upright line in a bar's row is the mean of all nominations on that criterion."
        " The same figures stand in the table of the ranking."
    )


def _middle(outcome: Outcome) -> _Means:
    """The mean of all ranked nominations on each criterion."""
    found = {}
    for criterion in outcome.round.rules.criteria:
        means = [row.criteria[criterion.id] for row in outcome.ranking.standings]
        known = [mean for mean in means if mean is not None]
        found[criterion.id] = sum(known, Fraction(0)) / len(known) if known else None
    return found


def _panel(outcome: Outcome, row: Standing, middle: _Means, left: float, top: float) -> Iterator[Markup]:
    rules = outcome.round.rules
    axis = Axis(rules.scale.min, rules.scale.max, left + _NAMES, left + WIDTH / _ACROSS - _FIGURE)
    title = outcome.round.nominations[row.nomination].title
    yield words(left, top + 18, name_of(row.nomination, title), "strong")
    for number, criterion in enumerate(rules.criteria):
        y = top + _HEAD + _LINE * number
        yield words(axis.left - 6, y + 9, _short(label(rules, criterion.id)), "small", "end")
        yield line(axis.left, y + 13, axis.right, y + 13, "base")
        mean = row.criteria[criterion.id]
        yield words(axis.right + 5, y + 9, _figure(mean, rules.decimals), "small")
        yield from _bar(mean, axis, y)
        yield from _mark(middle[criterion.id], axis, y)


def _bar(mean: Fraction | None, axis: Axis, y: float) -> Iterator[Markup]:
    if mean is not None:
        yield tag("rect", x=axis.left, y=y, width=axis.at(float(mean)) - axis.left, height=10, class_="bar")


def _mark(middle: Fraction | None, axis: Axis, y: float) -> Iterator[Markup]:
    if middle is not None:
        yield line(axis.at(float(middle)), y - 3, axis.at(float(middle)), y + 13, "mark")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _figure(value: Fraction | None, decimals: int) -> str:
    return "–" if value is None else decimal(printed(value, decimals))

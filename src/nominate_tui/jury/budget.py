"""A shortlist under a budget: the ranking, what its nominations cost, and one of three ways to choose."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nominate_tui.errors import NotAllowed
from nominate_tui.locale.catalogue import _
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Rules
from nominate_tui.ranking.budget import BudgetMethod, Priced, Selection, greedy
from nominate_tui.ranking.costs import Cost, cost_of, is_income
from nominate_tui.ranking.equal_shares import equal_shares
from nominate_tui.ranking.result import Ranking, Standing


@dataclass(frozen=True, slots=True)
class UnderBudget:
    """What a budget makes of a ranking."""

    method: BudgetMethod
    budget: Fraction
    unit: str
    """What budget and costs are in (`mio. kr.`)."""
    threshold: Fraction
    """From which score on a nomination is wanted; choosing by rank does not ask."""
    selection: Selection
    costs: Mapping[str, Cost]
    """By the id of a ranked nomination; one without a cost is absent, and never in question."""
    unknown: tuple[str, ...]
    """The ranked nominations whose cost is not known, the best first."""
    below_zero: tuple[str, ...]
    """The ranked nominations whose sum is an income and no cost, the best first."""
    unwanted: tuple[str, ...]
    """Those that the knapsack leaves aside, as their score is not above the threshold, and equal shares, as no juror
    approves of them; the best first."""
    tied: tuple[str, ...]
    """By rank, those for whom there would have been money before the selected ones that share their rank: only the
    lower cost, or the id, decided. The best first."""

    @property
    def selected(self) -> tuple[str, ...]:
        """The ids of the shortlist, the best first."""
        return tuple(one.nomination for one in self.selection.selected)


def threshold(rules: Rules) -> Fraction:
    """From which score on a nomination is wanted: what the round says, or the middle of the scale."""
    if rules.budget.threshold is not None:
        return rules.budget.threshold
    return Fraction(rules.scale.min + rules.scale.max, 2)


def under_budget(round: Round, ranking: Ranking, budget: Fraction, method: BudgetMethod) -> UnderBudget:
    """Choose from a ranking of the round what there is money for.

    Nominations that share a rank are asked in the order of their costs, the lowest first, then of their ids.

    Raises:
        NotAllowed: No nomination has a cost, costs are in several units, or the method does not hold here.
    """
    rows = [row for row in ranking.standings if row.rank is not None]
    costs = _costs(round, rows)
    income = _income(round, rows)
    unit = _unit(costs, round.rules)
    known = sorted((row for row in rows if row.nomination in costs), key=lambda row: _turn(row, costs))
    selection = _select(round.rules, known, costs, budget, method)
    return UnderBudget(
        method=method,
        budget=budget,
        unit=unit,
        threshold=threshold(round.rules),
        selection=selection,
        costs=costs,
        unknown=tuple(row.nomination for row in rows if row.nomination not in (*costs, *income)),
        below_zero=income,
        unwanted=_unwanted(known, selection),
        tied=_tied({row.nomination: row.rank for row in known}, selection) if method == "greedy" else (),
    )


def _costs(round: Round, rows: Sequence[Standing]) -> dict[str, Cost]:
    found = ((row.nomination, cost_of(round.nominations[row.nomination], round.rules.budget)) for row in rows)
    return {id: cost for id, cost in found if cost is not None}


def _income(round: Round, rows: Sequence[Standing]) -> tuple[str, ...]:
    ids = (row.nomination for row in rows)
    return tuple(id for id in ids if is_income(round.nominations[id], round.rules.budget))


def _unit(costs: Mapping[str, Cost], rules: Rules) -> str:
    """The one unit of all costs."""
    by_unit = {cost.unit: id for id, cost in reversed(list(costs.items()))}
    if not by_unit:
        message = _("No ranked nomination has a cost in its table {table}").format(table=rules.budget.cost)
        raise NotAllowed(message, todo=_("name table and row in [budget] of scoring.toml"))
    if len(by_unit) > 1:
        told = ", ".join(f"{unit or '–'} ({id})" for unit, id in sorted(by_unit.items()))
        message = _("The costs are in several units: {units}").format(units=told)
        raise NotAllowed(message, todo=_("give all tables the same unit in data/nominations.toml"))
    return next(iter(by_unit))


def _turn(row: Standing, costs: Mapping[str, Cost]) -> tuple[int, Fraction, str]:
    return row.rank or 0, costs[row.nomination].amount, row.nomination


def _select(
    rules: Rules, rows: Sequence[Standing], costs: Mapping[str, Cost], budget: Fraction, method: BudgetMethod
) -> Selection:
    priced = [Priced(row.nomination, costs[row.nomination].amount) for row in rows]
    if method == "greedy":
        return greedy(priced, budget)
    if method == "shares":
        approvals = _approvals(rules, rows)
        wanted = set[str]().union(*approvals)
        approved = [one for one in priced if one.nomination in wanted]
        return equal_shares(approved, approvals, budget, rules.budget.shares)
    # Imported here: only this way needs numpy.
    from nominate_tui.ranking.knapsack import knapsack

    return knapsack(priced, _worth(rules, rows), budget)


def _approvals(rules: Rules, rows: Sequence[Standing]) -> list[set[str]]:
    """For each juror who counts somewhere, the nominations given the threshold or more."""
    least = threshold(rules)
    approved: dict[str, set[str]] = {}
    for row in rows:
        for review in row.counted:
            mine = approved.setdefault(review.juror, set())
            if review.weighted >= least:
                mine.add(row.nomination)
    return list(approved.values())


def _worth(rules: Rules, rows: Sequence[Standing]) -> dict[str, int]:
    """By how much each printed score is above the threshold, in whole units that are the same for all."""
    if rules.method == "majority":
        message = _("Grades of majority judgment cannot be added up, as a knapsack does")
        raise NotAllowed(message, todo=_("choose by rank or by equal shares"))
    least = threshold(rules)
    units = math.lcm(10**rules.decimals, least.denominator)
    return {row.nomination: int((Fraction(row.overall) - least) * units) for row in rows}


def _unwanted(rows: Sequence[Standing], selection: Selection) -> tuple[str, ...]:
    asked = {one.nomination for one in selection.selected} | {one.nomination for one in selection.missed}
    return tuple(row.nomination for row in rows if row.nomination not in asked)


def _tied(rank: Mapping[str, int | None], selection: Selection) -> tuple[str, ...]:
    """Those for whom there would have been money, had they been asked before the selected ones of their rank."""
    spent = dict.fromkeys(rank.values(), Fraction(0))
    for one in selection.selected:
        spent[rank[one.nomination]] += one.cost
    return tuple(m.nomination for m in selection.missed if m.short <= spent[rank[m.nomination]])

"""The part of `nominate-tui ranking` that answers `--budget`: the shortlist that there is money for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

import click

from nominate_tui.cli.answer import Answer
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.intake.amounts import read_amount
from nominate_tui.jury.budget import UnderBudget
from nominate_tui.locale.catalogue import _, decimal, later
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed
from nominate_tui.ranking.budget import BudgetMethod
from nominate_tui.ranking.result import Ranking, Standing

METHODS: Final[tuple[BudgetMethod, ...]] = ("greedy", "knapsack", "shares")

_CHOSEN: Final[Mapping[BudgetMethod, str]] = {
    "greedy": later("By rank, under a budget of {budget}: {ids}"),
    "knapsack": later("The most worth above {threshold}, under a budget of {budget}: {ids}"),
    "shares": later("By equal shares, {threshold} or more is approval, under a budget of {budget}: {ids}"),
}
_MOST_DECIMALS: Final = 6


_NOT_ABOVE: Final = later("Not above the threshold, and so not in question: {ids}")
_NOT_WANTED: Final[Mapping[BudgetMethod, str]] = {
    "greedy": _NOT_ABOVE,
    "knapsack": _NOT_ABOVE,
    "shares": later("Given the threshold or more by no juror, and so not in question: {ids}"),
}

_TWO_WAYS: Final = re.compile(r"\s*([1-9][0-9]{0,2})[.,]([0-9]{3})(?![0-9.,])")
"""A whole number with its thousands apart, or one with three decimals: it depends on the country."""
_BELOW_ONE: Final = re.compile(r"\A(\s*0)\.(?=[0-9]{3}(?![0-9.,]))")
"""What reads like thousands to the reader of amounts, though none begin with a zero."""


class Money(click.ParamType[Fraction]):
    """An amount of money on the command line."""

    name = "amount"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """The amount, exact: a comma or a point is the decimal sign, points also part thousands (`1.000.000`).

        What can be read in both ways (`12.500`) is refused: nobody's money depends on a guess.
        """
        if two := _TWO_WAYS.match(str(value)):
            self.fail(_in_two_ways(str(value), *two.groups()), param, ctx)
        found = read_amount(_BELOW_ONE.sub(r"\1,", str(value)))
        if found is None or found.low != found.high or found.low < 0:
            message = _("{value} is no amount; write for example 12.5, in the unit of the costs")
            self.fail(message.format(value=value), param, ctx)
        return Fraction(found.low)


def _in_two_ways(value: str, whole: str, part: str) -> str:
    message = _("{value} can be read as {whole} and as {decimal}: write {whole}, or {plain}")
    read = f"{whole}.{part}".rstrip("0").rstrip(".")
    # A fourth decimal parts no thousands.
    plain = read if part.endswith("0") else f"{read}0"
    return message.format(value=value, whole=f"{whole}{part}", decimal=decimal(read), plain=decimal(plain))


budget_option: Final = click.option(
    "--budget",
    type=Money(),
    metavar="AMOUNT",
    help=_("The shortlist that there is money for, in the unit of the costs ([budget] of scoring.toml)."),
)
budget_method_option: Final = click.option(
    "--budget-method",
    type=click.Choice(METHODS),
    default="greedy",
    help=_("By rank, the most worth above a threshold, or equal shares for the jurors."),
)


def budget_answer(round: Round, ranking: Ranking, found: UnderBudget, data: Mapping[str, object]) -> Answer:
    """The answer; `data` is what JSON says of the ranking itself, and gets the key `budget`."""
    rows = [row for row in ranking.standings if row.rank is not None]
    return Answer(
        data={**data, "budget": budget_as_dict(found)},
        sheet=Sheet(_columns(), [_for_programs(round, row, found) for row in rows]),
        parts=list(_parts(round, rows, found)),
    )


def budget_as_dict(found: UnderBudget) -> dict[str, object]:
    """What other programs may rely on: more keys may be added, and none changes its meaning. Amounts are numbers."""
    selection, just = found.selection, found.selection.just_missed
    return {
        "method": found.method,
        "amount": float(found.budget),
        "unit": found.unit,
        "threshold": float(found.threshold),
        "shortlist": list(found.selected),
        "spent": float(selection.spent),
        "left": float(selection.left),
        "costs": {id: float(cost.amount) for id, cost in found.costs.items()},
        "missed": [{"nomination": one.nomination, "short": float(one.short)} for one in selection.missed],
        "just_missed": just and just.nomination,
        "unknown": list(found.unknown),
        "below_zero": list(found.below_zero),
        "unwanted": list(found.unwanted),
        "tied": list(found.tied),
        "added_up": _added_up(found),
    }


def _added_up(found: UnderBudget) -> list[str]:
    return [id for id, cost in found.costs.items() if cost.added_up]


def _columns() -> list[Column]:
    return [
        Column("rank", _("Rank"), right=True),
        Column("nomination", _("No."), right=True),
        Column("title", _("Title")),
        Column("overall", _("Overall"), right=True),
        Column("cost", _("Cost"), right=True),
        Column("shortlist", _("Shortlist")),
        Column("short", _("Missing money"), right=True),
    ]


def _for_programs(round: Round, row: Standing, found: UnderBudget) -> list[Cell]:
    cost, short = _amounts(row, found)
    return [
        row.rank,
        row.nomination,
        round.nominations[row.nomination].title,
        row.overall,
        None if cost is None else float(cost),
        row.nomination in found.selected,
        None if short is None else float(short),
    ]


def _for_people(round: Round, row: Standing, found: UnderBudget) -> list[Cell]:
    cost, short = _amounts(row, found)
    return [
        row.printed_rank,
        row.nomination,
        round.nominations[row.nomination].title,
        decimal(row.overall),
        _cost(row, cost, found),
        row.nomination in found.selected,
        "" if short is None else _amount(short, found),
    ]


def _cost(row: Standing, cost: Fraction | None, found: UnderBudget) -> str:
    if cost is not None:
        return _amount(cost, found)
    return _("below zero") if row.nomination in found.below_zero else _("not known")


def _amounts(row: Standing, found: UnderBudget) -> tuple[Fraction | None, Fraction | None]:
    """What a nomination costs, and how much money was missing for it; `None` where that is no question."""
    cost = found.costs.get(row.nomination)
    missed = (one.short for one in found.selection.missed if one.nomination == row.nomination)
    return cost.amount if cost else None, next(missed, None)


def _parts(round: Round, rows: Sequence[Standing], found: UnderBudget) -> Iterator[Sheet | str]:
    yield Sheet(_columns(), [_for_people(round, row, found) for row in rows])
    yield _(_CHOSEN[found.method]).format(
        threshold=decimal(printed(found.threshold, round.rules.decimals)),
        budget=_money(found.budget, found),
        ids=", ".join(found.selected) or _("nobody"),
    )
    spent, left = _money(found.selection.spent, found), _money(found.selection.left, found)
    yield _("Spent: {spent}; left: {left}").format(spent=spent, left=left)
    if just := found.selection.just_missed:
        told = _("Just missed: {id}, for which {short} was missing")
        yield told.format(id=just.nomination, short=_money(just.short, found))
    yield from _left_aside(found)


def _left_aside(found: UnderBudget) -> Iterator[str]:
    told = (
        (_("The cost is not known, and so they are not in question: {ids}"), found.unknown),
        (_("The cost is below zero, which is no cost, and so not in question: {ids}"), found.below_zero),
        (_(_NOT_WANTED[found.method]), found.unwanted),
        (_("The cost is the sum of the lines, as the total is empty: {ids}"), _added_up(found)),
        (
            _(
                "Left out, though another of the same rank is in, which was asked first as it costs less: {ids}"
            ),
            found.tied,
        ),
    )
    for message, ids in told:
        if ids:
            yield message.format(ids=", ".join(ids))


def _money(amount: Fraction, found: UnderBudget) -> str:
    return f"{_amount(amount, found)} {found.unit}".rstrip()


def _amount(amount: Fraction, found: UnderBudget) -> str:
    """An amount with as many decimals as the finest of costs and budget has."""
    known = (found.budget, *(cost.amount for cost in found.costs.values()))
    return decimal(printed(amount, max(map(_decimals, known))))


def _decimals(amount: Fraction) -> int:
    exact = (places for places in range(_MOST_DECIMALS) if (amount * 10**places).denominator == 1)
    return next(exact, _MOST_DECIMALS)

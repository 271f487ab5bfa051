"""The options with which `ranking` tries something, and `adopt` adopts it."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Final, ParamSpec, TypeVar

import click

from nominate_tui.cli.names import need_criteria, need_juror, need_nominations
from nominate_tui.locale.catalogue import _
from nominate_tui.model.in_force import set_aside as set_aside_so_far
from nominate_tui.model.round import Round
from nominate_tui.model.rules import METHODS, Method
from nominate_tui.model.what_if import WhatIf

P = ParamSpec("P")
R = TypeVar("R")

_DIGITS: Final = 10**6


class Weight(click.ParamType[tuple[str, Fraction]]):
    """A criterion and its weight on the command line: `innovation=30`."""

    name = "weight"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, Fraction]:
        """The id of the criterion, and the weight, exact."""
        id, _equals, number = str(value).partition("=")
        weight = _number(number)
        if not id or weight is None:
            message = _("{value} is no weight of a criterion; write for example innovation=30")
            self.fail(message.format(value=value), param, ctx)
        return id, weight


def _number(text: str) -> Fraction | None:
    """A number above zero with at most six decimals; `None` for anything else."""
    plain = text.strip().replace(",", ".", 1)
    if not plain.replace(".", "", 1).isdecimal() or not plain.isascii():
        return None
    found = Fraction(plain)
    return found if found > 0 and _DIGITS % found.denominator == 0 else None


def what_if_options(command: Callable[P, R]) -> Callable[P, R]:
    """The options, put on a command: `weights`, `method`, `shortlist`, `without`, `aside`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


_OPTIONS: Final = (
    click.option(
        "--weight",
        "weights",
        type=Weight(),
        multiple=True,
        metavar="CRITERION=NUMBER",
        help=_("What a criterion counts, in the unit of scoring.toml; may be given for several."),
    ),
    click.option("--method", type=click.Choice(METHODS), help=_("How overall scores are made of reviews.")),
    click.option(
        "--shortlist", type=click.IntRange(min=1), metavar="K", help=_("How many the shortlist has room for.")
    ),
    click.option(
        "--without", multiple=True, metavar="JUROR", help=_("Leave a juror out; may be given for several.")
    ),
    click.option(
        "--set-aside",
        "aside",
        nargs=2,
        multiple=True,
        metavar="ID ID",
        help=_("Let the verdict that two are duplicates not count; may be given for several pairs."),
    ),
)


def what_if(
    stored: Round,
    *,
    weights: Sequence[tuple[str, Fraction]],
    method: Method | None,
    shortlist: int | None,
    without: Sequence[str],
    aside: Sequence[tuple[str, str]],
) -> WhatIf:
    """What the options ask for; jurors and verdicts are left out beside those that are already.

    `stored` is the round as it is kept.

    Raises:
        UsageError: The round has no such criterion, juror or nomination.
    """
    need_criteria(stored.rules, *(id for id, _weight in weights))
    for juror in without:
        need_juror(stored.rules, juror)
    need_nominations(stored.nominations, *(id for pair in aside for id in pair))
    pairs = frozenset(map(frozenset, aside))
    return WhatIf(
        weights=dict(weights),
        method=method,
        shortlist=shortlist,
        left_out=stored.deliberation.left_out | set(without) if without else None,
        set_aside=set_aside_so_far(stored) | pairs if pairs else None,
    )


def what_as_dict(what: WhatIf, names: Mapping[str, str]) -> dict[str, object]:
    """What is tried, as JSON tells it; jurors by `names`. What stays as it is, is absent."""
    aside = what.set_aside
    told: dict[str, object] = {
        "weights": {id: float(weight) for id, weight in what.weights.items()} or None,
        "method": what.method,
        "shortlist": what.shortlist,
        "left_out": None if what.left_out is None else sorted(names[id] for id in what.left_out),
        "set_aside": None if aside is None else sorted(sorted(pair) for pair in aside),
    }
    return {key: value for key, value in told.items() if value is not None}

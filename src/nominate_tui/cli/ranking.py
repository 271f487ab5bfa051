"""`nominate-tui ranking`: the ranking, its ties, the line of the shortlist, how sure it is, and what if."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from pathlib import Path

import click

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.budget import budget_answer, budget_method_option, budget_option
from nominate_tui.cli.names import wrong
from nominate_tui.cli.options import RoundFolder, despite_option, format_option, language_option
from nominate_tui.cli.ranking_of_scores import rules_option, scores_answer, scores_option
from nominate_tui.cli.ranking_told import Asked, ranking_answer
from nominate_tui.cli.reading import chair_with_results
from nominate_tui.cli.what_if import what_if, what_if_options
from nominate_tui.jury.budget import under_budget
from nominate_tui.jury.sight import Sight
from nominate_tui.jury.what_if import try_out
from nominate_tui.locale.catalogue import _
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Method
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.budget import BudgetMethod
from nominate_tui.ranking.shape import ranking_as_dict


@click.command(
    help=_(
        "Rank the nominations by what has been scored so far: equal scores share a rank, and what separated whom"
        " is told, and how sure it is. --weight, --method, --shortlist, --without and --set-aside try something else:"
        " what would move is told, and nothing is stored."
    )
)
@click.argument("folder", metavar="[ROUND]", required=False, type=RoundFolder())
@what_if_options
@click.option("--seed", metavar="S", help=_("What drawing lots starts from, for this answer only."))
@click.option(
    "--sure",
    is_flag=True,
    help=_("Tell all of how sure it is, also of the jurors, and in a large round, where that takes a while."),
)
@scores_option
@rules_option
@budget_option
@budget_method_option
@format_option
@language_option
@despite_option
@click.pass_context
def ranking(
    context: click.Context,
    folder: Path | None,
    weights: Sequence[tuple[str, Fraction]],
    method: Method | None,
    shortlist: int | None,
    without: Sequence[str],
    aside: Sequence[tuple[str, str]],
    seed: str | None,
    scores: Path | None,
    rules_file: Path | None,
    budget: Fraction | None,
    budget_method: BudgetMethod,
    format: str,
    language: str | None,
    *,
    sure: bool,
    despite_problems: bool,
) -> None:
    """Rank the nominations."""
    wished = partial(
        what_if, weights=weights, method=method, shortlist=shortlist, without=without, aside=aside
    )
    asked = Asked(format, sure=sure)
    if scores:
        _refuse(budget is not None, _("a table of scores has no costs: --budget needs a round"))
        of_round = folder / "scoring.toml" if folder else None
        show(
            scores_answer(scores, rules_file or of_round, partial(_seeded, seed), wished, asked, language),
            format,
        )
        return
    _refuse(rules_file is not None, _("--rules is for --scores; a round has rules of its own"))
    folder = folder or RoundFolder().convert(".", None, context)
    desk = chair_with_results(folder, language, despite_problems=despite_problems)
    sight = desk.sight.with_round(_seeded(seed, desk.sight.stored))
    show(_answer(sight, wished, budget, budget_method, asked), format)


def _refuse(refused: bool, message: str) -> None:  # noqa: FBT001 - it is what was asked, not a switch
    if refused:
        raise wrong(message)


def _seeded(seed: str | None, round: Round) -> Round:
    return round if seed is None else replace(round, rules=replace(round.rules, seed=seed))


def _answer(
    sight: Sight,
    wished: Callable[[Round], WhatIf],
    budget: Fraction | None,
    method: BudgetMethod,
    asked: Asked,
) -> Answer:
    what = wished(sight.stored)
    count = sight.count if what.empty else try_out(sight, what)
    count.ranking.must_hold()
    if budget is None:
        return ranking_answer(count, asked, sight, what)
    found = under_budget(count.round, count.ranking, budget, method)
    return budget_answer(count.round, count.ranking, found, ranking_as_dict(count.ranking, count.round))

"""`nominate-tui ranking`: the ranking, its ties, the line of the shortlist."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Final

import click

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.options import despite_option, format_option, language_option, round_argument
from nominate_tui.cli.reading import chair_with_results
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.export.ranking_table import ranking_csv
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _, decimal
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed
from nominate_tui.model.rules import in_language
from nominate_tui.ranking.result import Ranking, Standing
from nominate_tui.ranking.shape import ranking_as_dict
from nominate_tui.tui.chair_words import separator, tie_at_the_line

_METHODS: Final = ("mean", "adjusted", "trimmed", "majority")


@click.command(
    help=_(
        "Rank the nominations by what has been scored so far: equal scores share a rank, and what separated whom"
        " is told. The options change the rules of the round for this answer only."
    )
)
@round_argument
@click.option("--method", type=click.Choice(_METHODS), help=_("How overall scores are made of reviews."))
@click.option(
    "--shortlist", type=click.IntRange(min=1), metavar="K", help=_("How many the shortlist has room for.")
)
@click.option("--seed", metavar="S", help=_("What drawing lots starts from."))
@format_option
@language_option
@despite_option
def ranking(
    folder: Path,
    method: str | None,
    shortlist: int | None,
    seed: str | None,
    format: str,
    language: str | None,
    *,
    despite_problems: bool,
) -> None:
    """Rank the nominations."""
    if method not in (None, "mean"):
        message = _("the method {method} is not available yet; `mean` is").format(method=method)
        raise click.UsageError(message, click.get_current_context())
    desk = chair_with_results(folder, language, despite_problems=despite_problems)
    sight = desk.sight.with_round(_with(desk.round, shortlist, seed))
    show(_answer(sight.round, sight.ranking), format)


def _with(round: Round, shortlist: int | None, seed: str | None) -> Round:
    rules = round.rules
    rules = replace(rules, shortlist=shortlist or rules.shortlist, seed=rules.seed if seed is None else seed)
    return replace(round, rules=rules)


def _answer(round: Round, ranked: Ranking) -> Answer:
    return Answer(
        data=ranking_as_dict(ranked, round), sheet=_csv(round, ranked), parts=list(_parts(round, ranked))
    )


def _csv(round: Round, ranked: Ranking) -> str:
    """The rows of the export's `ranking.csv`, written as all CSV on standard output is."""
    in_english = replace(round, rules=replace(round.rules, language="en"))
    return ranking_csv(in_english, ranked).decode("utf-8-sig").replace("\r\n", "\n")


def _parts(round: Round, ranked: Ranking) -> Iterator[Sheet | str]:
    yield Sheet(_columns(round), [_row(round, row) for row in ranked.standings])
    told = _("In the shortlist of {k}: {ids}")
    yield told.format(k=ranked.k, ids=", ".join(ranked.shortlist) or _("nobody yet"))
    if ranked.tie_at_the_line:
        yield tie_at_the_line(ranked)
    few = [row.nomination for row in ranked.standings if row.below_quorum]
    if few:
        message = _("Fewer reviews than the {quorum} that are asked for: {ids}")
        yield message.format(quorum=round.rules.quorum, ids=", ".join(few))


def _columns(round: Round) -> Sequence[Column]:
    spoken = catalogue.language()
    criteria = [Column("", in_language(c.label, spoken), right=True, wanted=1) for c in round.rules.criteria]
    return (
        Column("", _("Rank"), right=True),
        Column("", _("No."), right=True),
        Column("", _("Title")),
        Column("", _("Overall"), right=True),
        Column("", _("Reviews"), right=True),
        *criteria,
        Column("", _("Disagreement"), right=True, wanted=2),
        Column("", _("Shortlist")),
        Column("", _("Separated by"), wanted=3),
    )


def _row(round: Round, row: Standing) -> Sequence[Cell]:
    return (
        row.printed_rank or "–",
        row.nomination,
        _title(round, row),
        decimal(row.overall) or "–",
        row.n,
        *(_figure(row.criteria[criterion.id], round) for criterion in round.rules.criteria),
        _figure(row.disagreement, round),
        row.in_shortlist,
        separator(row.separated_by, round, catalogue.language()) if row.separated_by else "",
    )


def _title(round: Round, row: Standing) -> str:
    title = round.nominations[row.nomination].title
    if not row.duplicates:
        return title
    return _("{title} (stands for {others})").format(title=title, others=", ".join(row.duplicates))


def _figure(value: Fraction | float | None, round: Round) -> str:
    return "–" if value is None else decimal(printed(Fraction(value), round.rules.decimals))

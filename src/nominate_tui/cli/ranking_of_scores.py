"""The part of `nominate-tui ranking` that answers `--scores`: a table of scores is ranked, without ballots."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import click

from nominate_tui.cli.answer import Answer
from nominate_tui.cli.ranking_told import Asked, ranking_answer
from nominate_tui.cli.telling import tell_problems
from nominate_tui.errors import CannotStore
from nominate_tui.jury.count import Count
from nominate_tui.jury.score_list import read_score_list
from nominate_tui.jury.what_if import must_fit
from nominate_tui.locale import catalogue
from nominate_tui.locale.catalogue import _
from nominate_tui.model.in_force import tried
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Rules
from nominate_tui.model.what_if import WhatIf
from nominate_tui.notation.rules import read_rules

_FILE: Final = click.Path(exists=True, dir_okay=False, path_type=Path)

scores_option: Final = click.option(
    "--scores",
    type=_FILE,
    metavar="FILE",
    help=_(
        "Rank a table of scores (CSV: juror, nomination, criterion, score) in the place of a round's ballots."
    ),
)
rules_option: Final = click.option(
    "--rules",
    "rules_file",
    type=_FILE,
    metavar="FILE",
    help=_(
        "The scoring.toml for --scores; without it, that of ROUND, or equal weights on a scale from 1 to 5."
    ),
)


def scores_answer(
    table: Path,
    rules: Path | None,
    change: Callable[[Round], Round],
    wished: Callable[[Round], WhatIf],
    asked: Asked,
    language: str | None,
) -> Answer:
    """Read and rank a table by the rules in a file, after `change`, and as it is `wished`.

    Raises:
        BadInput: The table or the rules are not as they must be.
        NotAllowed: The method cannot be used with these reviews, or what is wished does not fit.
    """
    known = _rules(rules) if rules else None
    catalogue.use(language or (known.language if known else catalogue.language()))
    found = read_score_list(table.name, _bytes(table), known)
    tell_problems(found.warnings)
    round = change(found.round)
    what = wished(round)
    must_fit(round, what)
    count = Count(tried(round, what), found.collected)
    count.ranking.must_hold()
    return ranking_answer(count, asked)


def _rules(file: Path) -> Rules:
    return read_rules(_bytes(file), file.name)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        message = _("the file cannot be read: {reason}").format(reason=error.strerror or error)
        raise CannotStore(message, str(file), _("check its name and your rights")) from error

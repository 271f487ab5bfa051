"""A ranking from a long table of scores alone (juror, nomination, criterion, score), without ballots."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from nominate_tui.errors import BadInput, Problem
from nominate_tui.jury.plain_scores import ScoreColumns, columns_of, plain_columns
from nominate_tui.jury.score_table import TableRow, misfits, read_score_table
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import ReviewState
from nominate_tui.model.nomination import Nomination, Nominations
from nominate_tui.model.round import Round
from nominate_tui.model.rules import Criterion, Juror, Rules
from nominate_tui.ranking.asked import asked
from nominate_tui.ranking.collecting import STATES, Collected, collected

_COMPLETE: Final = STATES.index(ReviewState.COMPLETE)
_UNFINISHED: Final = STATES.index(ReviewState.UNFINISHED)


@dataclass(frozen=True)
class ScoreList:
    """What a table says."""

    round: Round
    """Its rules, with the nominations of the table, and its jurors where the rules name none."""
    collected: Collected
    warnings: tuple[Problem, ...]


def read_score_list(name: str, data: bytes, rules: Rules | None = None) -> ScoreList:
    """Read the table in a file of that name.

    Without rules every criterion of the table counts the same, and everything else is as in a round that says nothing.
    Who scored some criteria of a nomination and not all has an unfinished review of it.

    Raises:
        BadInput: It is no such table, or lines of it do not fit the rules or one another; every line is told.
    """
    found = plain_columns(data)
    fitting = found and _fitting(name, found, rules)
    if found and fitting and _fits(found, fitting):
        read = _collected(found, fitting)
        if read:
            return ScoreList(_round(found, fitting), read, ())
    return _closely(name, data, rules)


def _fitting(name: str, found: ScoreColumns, rules: Rules | None) -> Rules:
    """The rules with a jury; without rules, those of a round that says nothing."""
    rules = rules or _rules(name, found)
    if rules.jurors:
        return rules
    return replace(rules, jurors=tuple(Juror(id, id) for id in found.juror.words))


def _rules(name: str, found: ScoreColumns) -> Rules:
    criteria = tuple(Criterion(id, {"en": id}) for id in found.criterion.words)
    return Rules(name, name, criteria or (Criterion("score", {"en": "score"}),))


def _closely(name: str, data: bytes, rules: Rules | None) -> ScoreList:
    """The same line by line; raises `BadInput` with every line that is wrong."""
    table = read_score_table(name, data)
    found = columns_of(table.rows)
    fitting = _fitting(name, found, rules)
    strange = (problem for row in table.rows for problem in _strange(row, fitting))
    problems = (*table.problems, *strange, *_twice(table.rows))
    read = _collected(found, fitting) if all(problem.severity == "warning" for problem in problems) else None
    if read is None:
        raise BadInput(problems)
    return ScoreList(_round(found, fitting), read, problems)


def _fits(found: ScoreColumns, rules: Rules) -> bool:
    """Whether every line fits the rules."""
    jurors = found.juror.renumbered([juror.id for juror in rules.jurors])
    criteria = found.criterion.renumbered([criterion.id for criterion in rules.criteria])
    on_scale = (found.score >= rules.scale.min) & (found.score <= rules.scale.max)
    return bool((jurors >= 0).all() and (criteria >= 0).all() and on_scale.all())


def _strange(row: TableRow, rules: Rules) -> Iterator[Problem]:
    """What is missing in a line, and what it has that the rules do not."""
    empty = [column for column, word in _named(row).items() if not word]
    if empty:
        message = _("{key} is empty").format(key=", ".join(empty))
        yield Problem("error", row.where, empty[0], message, _("write whose score of what it is"))
        return
    if rules.juror(row.juror) is None:
        known = ", ".join(juror.id for juror in rules.jurors)
        message = _("{juror} is not a juror of this round").format(juror=row.juror)
        yield Problem("error", row.where, "juror", message, _("write one of: {words}").format(words=known))
    yield from misfits(row, rules)


def _named(row: TableRow) -> dict[str, str]:
    return {"juror": row.juror, "nomination": row.nomination, "criterion": row.criterion}


def _twice(rows: Sequence[TableRow]) -> Iterator[Problem]:
    """Lines about a place that has a score already."""
    first: dict[tuple[str, str, str], str] = {}
    for row in rows:
        place = (row.juror, row.nomination, row.criterion)
        where = first.setdefault(place, row.where)
        if where != row.where:
            message = _("{before} stands here already, at {where}").format(
                before=", ".join(place), where=where
            )
            yield Problem("error", row.where, "score", message, _("take one of the two lines out"))


def _round(found: ScoreColumns, rules: Rules) -> Round:
    ids = sorted(found.nomination.words)
    return Round(rules, Nominations(tuple(Nomination(id, id) for id in ids)))


def _collected(found: ScoreColumns, rules: Rules) -> Collected | None:
    """The reviews that the lines are; `None` where two lines are about one place."""
    jurors = tuple(sorted(juror.id for juror in rules.jurors))
    nominations = tuple(sorted(found.nomination.words))
    criteria = tuple(criterion.id for criterion in rules.criteria)
    reviews = found.nomination.renumbered(nominations).astype(np.int64) * len(jurors)
    pairs, review = np.unique(reviews + found.juror.renumbered(jurors), return_inverse=True)
    scores = np.zeros((len(criteria), len(pairs)), dtype=np.int32)
    scored = np.zeros(scores.shape, dtype=np.bool_)
    criterion = found.criterion.renumbered(criteria)
    scores[criterion, review] = found.score
    scored[criterion, review] = True
    if scored.sum() < len(found.score):
        return None
    state = np.where(scored.all(axis=0), _COMPLETE, _UNFINISHED)
    nomination, juror = np.divmod(pairs, max(len(jurors), 1))
    places = np.array([nomination, juror, state], dtype=np.int32)
    given = asked(rules, nominations, jurors, places)
    return collected(nominations, jurors, criteria, places, scores, scored, given)

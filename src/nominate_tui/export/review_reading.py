"""Reads `reviews.csv` strictly: what is not as an export writes it is a problem with its line."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from nominate_tui.errors import BadInput, Problem
from nominate_tui.export.basis import scored_after
from nominate_tui.export.review_table import ABSTAINED, BY_JUROR, columns
from nominate_tui.export.table import as_written, delimiter
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot, Review
from nominate_tui.model.conflict import CONFLICT_KINDS, Conflict, ConflictKind
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import Rules
from nominate_tui.notation.wording import shown

_WHOLE: Final = re.compile("-?[0-9]{1,9}")


def read_reviews(data: bytes, where: str, rules: Rules, nominations: Nominations) -> Mapping[str, Ballot]:
    """The ballots in a table, by juror; `where` is the name of its file.

    What follows from the rest (the state, and whether a review counted) is not looked at.

    Raises:
        BadInput: A line is not as it must be; every such line is told.
    """
    reviews: dict[str, dict[str, Review]] = {}
    problems = []
    for line, cells in _lines(data, where, rules):
        try:
            juror, review = _read(dict(zip(columns(rules), cells, strict=True)), rules, nominations)
            if review.nomination in reviews.setdefault(juror, {}):
                raise _Wrong(review.nomination, _("this review stands here a second time"))
            reviews[juror][review.nomination] = review
        except _Wrong as wrong:
            problems.append(_problem(f"{where}:{line}", wrong.message, wrong.value))
    if problems:
        raise BadInput(problems)
    return {juror: Ballot(rules.id, juror, given) for juror, given in reviews.items()}


class _Wrong(Exception):
    """A cell that is not as it must be."""

    def __init__(self, value: str, message: str) -> None:
        self.value = value
        self.message = message


def _lines(data: bytes, where: str, rules: Rules) -> Iterator[tuple[int, Sequence[str]]]:
    """The rows with the numbers of their last lines; all have as many cells as there are columns."""
    try:
        text = data.decode("utf-8-sig")
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter(rules.language), strict=True)
        expected = columns(rules)
        for place, cells in enumerate(rows):
            if len(cells) != len(expected) or (place == 0 and tuple(cells) != expected):
                told = _("this is not a line of such a table")
                raise BadInput([_problem(f"{where}:{rows.line_num}", told, "")])
            if place:
                yield rows.line_num, [as_written(cell) for cell in cells]
    except (UnicodeDecodeError, csv.Error) as error:
        told = _("this is no table that an export wrote: {reason}").format(reason=error)
        raise BadInput([_problem(where, told, "")]) from None


def _read(row: Mapping[str, str], rules: Rules, nominations: Nominations) -> tuple[str, Review]:
    if rules.juror(row["juror"]) is None:
        raise _Wrong(row["juror"], _("there is no such juror"))
    if row["nomination"] not in nominations:
        raise _Wrong(row["nomination"], _("there is no such nomination"))
    changes = nominations[row["nomination"]].changes
    since = _number(row["text_changes_since"], range(len(changes) + 1))
    given = {criterion.id: row[f"score_{criterion.id}"] for criterion in rules.criteria}
    scores = {
        id: _number(cell, rules.scale.values) for id, cell in given.items() if cell not in ("", ABSTAINED)
    }
    abstained = frozenset(id for id, cell in given.items() if cell == ABSTAINED)
    after = scored_after(changes, since) if scores or abstained else None
    conflict = _conflict(row["recused"], row["recused_by"])
    return row["juror"], Review(row["nomination"], scores, abstained, conflict=conflict, changed=after)


def _number(cell: str, allowed: range) -> int:
    if not _WHOLE.fullmatch(cell) or int(cell) not in allowed:
        told = _("this is not a whole number from {low} to {high}")
        raise _Wrong(cell, told.format(low=allowed[0], high=allowed[-1]))
    return int(cell)


def _conflict(kind: str, by: str) -> Conflict | None:
    """The juror's own; those that others declared stand in another file."""
    return Conflict(_kind(kind), "") if by == BY_JUROR else None


def _kind(word: str) -> ConflictKind:
    for kind in CONFLICT_KINDS:
        if kind == word:
            return kind
    raise _Wrong(word, _("there is no such conflict of interest"))


def _problem(where: str, message: str, value: str) -> Problem:
    told = f"{message}: {shown(value)}" if value else message
    return Problem("error", where, "", told, _("take the bundle that was exported"))

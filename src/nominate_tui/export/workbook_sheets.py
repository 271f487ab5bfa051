"""What stands in the sheets of `result.xlsx`, as values: the ranking, the scores, the criteria, the decisions."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Final, Literal

from nominate_tui.export.outcome import Outcome
from nominate_tui.export.why import Why, label
from nominate_tui.locale.catalogue import _
from nominate_tui.model.ballot import Ballot, ReviewState
from nominate_tui.model.rules import Rules
from nominate_tui.ranking.counting import counts
from nominate_tui.ranking.result import Standing
from nominate_tui.ranking.what_if_told import amendment_told

Kind = Literal["text", "whole", "number", "share"]
"""What a column holds; a share is 0 to 1 and shown as a percentage."""
Cell = str | int | float | None
"""A text, a number, or nothing."""

_WHOLE: Final = re.compile("0|[1-9][0-9]{0,8}")
_STATES: Final = (
    ReviewState.RECUSED,
    ReviewState.ABSTAINED,
    ReviewState.UNFINISHED,
    ReviewState.MISSING,
    ReviewState.UNASSIGNED,
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    heading: str
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on a sheet of its own: every row has a cell for every column."""

    name: str
    """At most 31 characters, none of them `[]:*?/\\`."""
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    frozen: int
    """How many columns at the left stay in sight."""


def sheets(outcome: Outcome, why: Why) -> tuple[Sheet, ...]:
    """The sheets, with words in the language spoken."""
    return (_ranking(outcome, why), _scores(outcome), _criteria(outcome), _decisions(outcome))


def _ranking(outcome: Outcome, why: Why) -> Sheet:
    rules = outcome.round.rules
    columns = (
        Column(_("Rank"), "whole"),
        Column(_("Shared")),
        Column(_("No.")),
        Column(_("Title")),
        Column(_("Organisation")),
        Column(_("Overall"), "text" if rules.method == "majority" else "number"),
        Column(_("Plain mean"), "number"),
        Column(_("Reviews"), "whole"),
        *(Column(label(rules, criterion.id), "number") for criterion in rules.criteria),
        Column(_("Disagreement"), "number"),
        Column(_("Shortlist")),
        Column(_("Probability of the shortlist"), "share"),
        Column(_("Best rank (90 %)"), "whole"),
        Column(_("Worst rank (90 %)"), "whole"),
        *(Column(word, "whole") for word in _states()),
        Column(_("Stands for")),
        Column(_("Why")),
    )
    id_cell = _id_cell(outcome)
    rows = [_row(outcome, why, row, id_cell(row.nomination)) for row in outcome.ranking.standings]
    return Sheet(_("Ranking"), columns, rows, 4)


def _states() -> Sequence[str]:
    return _("Recused"), _("Abstained"), _("Unfinished"), _("Missing"), _("Unassigned")


def _row(outcome: Outcome, why: Why, row: Standing, id: Cell) -> Sequence[Cell]:
    nomination = outcome.round.nominations[row.nomination]
    place = outcome.certainty.places.get(row.nomination)
    return (
        row.rank,
        _("yes") if row.shared else "",
        id,
        nomination.title,
        nomination.organisation,
        _overall(row),
        _number(row.mean),
        row.n,
        *(_number(row.criteria[criterion.id]) for criterion in outcome.round.rules.criteria),
        row.disagreement,
        _("yes") if row.in_shortlist else _("no"),
        *((place.in_shortlist, place.rank_low, place.rank_high) if place else (None, None, None)),
        *(row.states[state] for state in _STATES),
        " ".join(row.duplicates),
        why.of(row),
    )


def _id_cell(outcome: Outcome) -> Callable[[str], Cell]:
    """What makes a cell of a nomination's id: a number, so that 10 is sorted behind 2, where all of the round are."""
    return int if all(map(_WHOLE.fullmatch, outcome.round.nominations.ids)) else str


def _overall(row: Standing) -> Cell:
    """The overall score as it is printed, and so ranked; a grade is a text."""
    if row.gauge or not row.overall:
        return row.overall
    return float(row.overall)


def _scores(outcome: Outcome) -> Sheet:
    rules = outcome.round.rules
    columns = (
        Column(_("Juror")),
        Column(_("No.")),
        Column(_("Title")),
        Column(_("State")),
        Column(_("Counted")),
        *(Column(label(rules, criterion.id), "whole") for criterion in rules.criteria),
    )
    id_cell = _id_cell(outcome)
    rows = [row for juror in rules.jurors for row in _reviews(outcome, juror.id, id_cell)]
    return Sheet(_("Scores"), columns, rows, 3)


def _reviews(outcome: Outcome, juror: str, id_cell: Callable[[str], Cell]) -> Iterator[Sequence[Cell]]:
    rules, out = outcome.round.rules, outcome.round.recused(juror)
    ballot = outcome.ballots.get(juror) or Ballot(rules.id, juror)
    states = _state_words()
    for nomination in outcome.round.nominations:
        if nomination.id not in ballot.reviews and nomination.id not in out:
            continue
        review = ballot.review(nomination.id)
        counted = juror in outcome.heard[nomination.id] and counts(review, rules)
        given = (
            _("abstained") if criterion.id in review.abstained else review.scores.get(criterion.id)
            for criterion in rules.criteria
        )
        state = states[review.state(rules.criteria, recused=nomination.id in out)]
        yield juror, id_cell(nomination.id), nomination.title, state, _("yes") if counted else _("no"), *given


def _state_words() -> dict[ReviewState, str]:
    return {
        ReviewState.MISSING: _("missing"),
        ReviewState.UNFINISHED: _("unfinished"),
        ReviewState.COMPLETE: _("complete"),
        ReviewState.ABSTAINED: _("abstained"),
        ReviewState.RECUSED: _("recused"),
        ReviewState.UNASSIGNED: _("unassigned"),
    }


def _criteria(outcome: Outcome) -> Sheet:
    columns = (
        Column(_("Criterion")),
        Column(_("Weight"), "share"),
        Column(_("The same shortlist from"), "share"),
        Column(_("to"), "share"),
        Column(_("Agreement (alpha)"), "number"),
    )
    rows = [
        _criterion(outcome, outcome.round.rules, criterion.id) for criterion in outcome.round.rules.criteria
    ]
    return Sheet(_("Criteria"), columns, rows, 1)


def _criterion(outcome: Outcome, rules: Rules, id: str) -> Sequence[Cell]:
    interval = outcome.certainty.intervals.get(id)
    share = next(rules.share(criterion) for criterion in rules.criteria if criterion.id == id)
    ends = (interval.low, interval.high) if interval else (None, None)
    return (label(rules, id), float(share), *ends, outcome.certainty.alphas.get(id))


def _decisions(outcome: Outcome) -> Sheet:
    columns = (
        Column(_("Decision")),
        Column(_("Nominations")),
        Column(_("Primary")),
        Column(_("Reason")),
        Column(_("When (UTC)")),
        Column(_("By")),
    )
    kinds = {"duplicate": _("duplicate"), "related": _("related"), "distinct": _("distinct")}
    verdicts = [
        (kinds[each.kind], f"{each.a} {each.b}", each.primary, each.reason, _moment(each.at), "")
        for each in outcome.round.verdicts
    ]
    ties = [
        (_("order of a tie"), " > ".join(each.order), "", each.reason, _moment(each.at), "")
        for each in outcome.round.deliberation.ties
    ]
    return Sheet(_("Decisions"), columns, [*verdicts, *ties, *_adopted(outcome)], 0)


def _adopted(outcome: Outcome) -> Iterator[Sequence[Cell]]:
    """What was adopted, and what was taken back again."""
    for each in outcome.round.deliberation.amendments:
        changes = amendment_told(outcome.round, each)
        for word, signed in ((_("adopted"), each.signed), (_("taken back"), each.taken_back)):
            if signed:
                yield f"{word}: {changes}", "", "", signed.reason, _moment(signed.at), signed.by


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def _number(value: Fraction | None) -> float | None:
    return None if value is None else float(value)

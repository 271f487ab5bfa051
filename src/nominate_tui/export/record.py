"""`ranking.toml` and `shortlist.toml`: the result and the decisions behind it, for whoever asks a year later."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

import tomli_w

from nominate_tui.export.outcome import Outcome
from nominate_tui.model.deliberation import TieDecision
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Nomination
from nominate_tui.model.outdated import outdated
from nominate_tui.model.round import Round
from nominate_tui.notation.amendments import amendment_fields
from nominate_tui.notation.writing import inline
from nominate_tui.ranking.cross_check import cross_check_as_dict
from nominate_tui.ranking.pseudonyms import pseudonyms
from nominate_tui.ranking.result import Standing
from nominate_tui.ranking.shape import ranking_as_dict

FORMAT: Final = 1
"""The version of both files; it changes when a key changes its meaning."""


DIGITS: Final = 6
"""How many decimals a figure has: beyond these machines may differ."""


def ranking_toml(outcome: Outcome) -> bytes:
    """The ranking and how sure it is, the rules it was made by, the chair's decisions, and texts that changed.

    No juror's name is in it, nor how a juror scores: that is for the chair alone.
    """
    round, rules = outcome.round, outcome.round.rules
    record = {
        "format": FORMAT,
        "round": rules.id,
        "title": rules.title,
        "quorum": rules.quorum,
        "scale": {"min": rules.scale.min, "max": rules.scale.max},
        "incomplete_reviews": rules.incomplete_reviews,
        "tie_break": list(rules.tie_break),
        "tie_at_line": rules.tie_at_line,
        "locked": round.deliberation.locked,
        **ranking_as_dict(outcome.ranking, round, outcome.certainty),
        "jurors": _jurors(outcome),
        "head_to_head": cross_check_as_dict(outcome.head_to_head),
        "verdict": [_verdict(verdict) for verdict in round.verdicts],
        "tie_decision": [_decision(decision) for decision in round.deliberation.ties],
        "amendment": [amendment_fields(each) for each in round.deliberation.amendments] or None,
        "text_change": [each for one in round.nominations for each in _changes(outcome, one)] or None,
    }
    return _toml(record)


def shortlist_toml(outcome: Outcome) -> bytes:
    """The shortlist, the best first, and whether a tie that nothing separated lies across its line."""
    round, ranking = outcome.round, outcome.ranking
    return _toml(
        {
            "format": FORMAT,
            "round": round.rules.id,
            "title": round.rules.title,
            "k": ranking.k,
            "tie_at_the_line": ranking.tie_at_the_line,
            "nomination": [_listed(row, round) for row in ranking.standings if row.in_shortlist],
        }
    )


def _jurors(outcome: Outcome) -> list[dict[str, object]]:
    """How many nominations or groups each juror counts in, by pseudonym."""
    names = pseudonyms(outcome.round.rules).items()
    return [{"juror": name, "n": outcome.ranking.heard.get(id, 0)} for id, name in names]


def _listed(row: Standing, round: Round) -> dict[str, object]:
    nomination = round.nominations[row.nomination]
    return {
        "id": nomination.id,
        "rank": row.rank,
        "shared": row.shared,
        "title": nomination.title,
        "organisation": nomination.organisation,
        "overall": row.overall,
        "n": row.n,
        "below_quorum": row.below_quorum,
        "duplicates": list(row.duplicates),
    }


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "a": verdict.a,
        "b": verdict.b,
        "kind": verdict.kind,
        "primary": verdict.primary or None,
        "reason": verdict.reason,
        "at": verdict.at,
    }


def _decision(decision: TieDecision) -> dict[str, object]:
    return {"order": list(decision.order), "reason": decision.reason, "at": decision.at}


def _changes(outcome: Outcome, nomination: Nomination) -> Iterator[dict[str, object]]:
    """Each intake that changed the texts, and how many reviews were given before it and were not given anew since."""
    for change in nomination.changes:
        before = outdated(outcome.round, outcome.ballots, replace(nomination, changes=(change,)))
        yield {
            "nomination": nomination.id,
            "at": change.when,
            "fields": list(change.fields),
            "reviews_before": len(before),
        }


class _Moment(datetime):
    """A time that the writer, which writes a time as `str` gives it, writes as in all our files: in UTC, with T and Z."""

    def __str__(self) -> str:
        return inline(self)


def _toml(record: Mapping[str, object]) -> bytes:
    return tomli_w.dumps(_table(record)).encode()


def _table(record: Mapping[str, object]) -> dict[str, object]:
    """The table without what is not there: TOML leaves such a key out."""
    return {key: _value(value) for key, value in record.items() if value is not None}


def _value(value: object) -> object:
    if isinstance(value, list):
        return [_value(part) for part in value]
    if isinstance(value, float):
        # Never -0.0, which is another text for the same number.
        return round(value, DIGITS) + 0.0
    if isinstance(value, datetime):
        return _Moment.combine(value.date(), value.timetz())
    return _table(value) if isinstance(value, Mapping) else value

"""What was said of nominations before their texts changed: reviews of jurors, and verdicts of the chair."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.model.round import Round


def outdated(round: Round, ballots: Mapping[str, Ballot], nomination: Nomination) -> dict[str, Change]:
    """By the ids of those jurors who scored a nomination before its text changed, what changed since.

    In the order of the jury; `ballots` by juror id. Whoever is out for the nomination is not among them.
    """
    if not nomination.changes:
        return {}
    found: dict[str, Change] = {}
    for juror in (juror.id for juror in round.rules.jurors if juror.id in ballots):
        recused = nomination.id in round.recused(juror)
        if change := ballots[juror].review(nomination.id).outdated_by(nomination, recused=recused):
            found[juror] = change
    return found


def changed_after(verdict: Verdict, nominations: Nominations) -> dict[str, Change]:
    """By the ids of those two of a verdict whose texts changed after it, what changed, as far as it is compared."""
    known = (nominations[id] for id in (verdict.a, verdict.b) if id in nominations)
    found = ((nomination.id, _compared_change(nomination, verdict.at)) for nomination in known)
    return {id: change for id, change in found if change}


def _compared_change(nomination: Nomination, since: datetime) -> Change | None:
    """What changed in title, organisation, responsible, start or answers; `None` where nothing of these did."""
    changes = (replace(each, fields=tuple(filter(_is_compared, each.fields))) for each in nomination.changes)
    kept = replace(nomination, changes=tuple(change for change in changes if change.fields))
    return kept.changed_since(since)


def _is_compared(field: str) -> bool:
    return field in ("title", "organisation", "responsible", "started") or field.startswith("answers.")

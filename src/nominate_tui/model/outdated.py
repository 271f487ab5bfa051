"""What was said of nominations before their texts changed: reviews of jurors, and verdicts of the chair."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Final

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Change, Nomination, Nominations
from nominate_tui.model.round import Round

_COMPARED: Final = ("title", "organisation", "responsible", "started")
"""What is compared of a nomination beside its answers."""


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


def changed_after(verdict: Verdict, nominations: Nominations) -> dict[str, Change | None]:
    """By the ids of those two of a verdict whose texts changed after it, what changed, as far as it is compared.

    Where their digests were noted, these say which changed; a text that was put back is the same again. `None` of one
    of which no intake noted what changed: somebody did it by hand.
    """
    known = [nominations[id] for id in (verdict.a, verdict.b) if id in nominations]
    changes = {each.id: _compared_change(each, verdict.at) for each in known}
    if not verdict.texts:
        return {id: change for id, change in changes.items() if change}
    now = {each.id: text_digest(each) for each in known}
    if sorted(now.values()) == sorted(verdict.texts):
        return {}  # Somebody may have written the pair the other way round.
    return {id: changes[id] for id, digest in now.items() if digest != verdict.digests[id]}


def noted(verdict: Verdict, nominations: Nominations) -> Verdict:
    """A verdict with digests of its two as they are in these nominations, where they are."""
    if not verdict.pair <= frozenset(nominations.ids):
        return verdict
    return replace(verdict, texts=tuple(text_digest(nominations[id]) for id in (verdict.a, verdict.b)))


def text_digest(nomination: Nomination) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of title, organisation, responsible, start and answers, as JSON.

    Spaces, line breaks, empty answers and the order of the answers make no difference.
    """
    fields = [_plain(getattr(nomination, field)) for field in _COMPARED]
    answers = [[id, _plain(text)] for id, text in sorted(nomination.answers.items()) if text.strip()]
    return hashlib.sha256(json.dumps([fields, answers]).encode()).hexdigest()[:16]


def _plain(text: str) -> str:
    return " ".join(text.split())


def _compared_change(nomination: Nomination, since: datetime) -> Change | None:
    """What changed in title, organisation, responsible, start or answers; `None` where nothing of these did."""
    changes = (replace(each, fields=tuple(filter(_is_compared, each.fields))) for each in nomination.changes)
    kept = replace(nomination, changes=tuple(change for change in changes if change.fields))
    return kept.changed_since(since)


def _is_compared(field: str) -> bool:
    return field in _COMPARED or field.startswith("answers.")

"""Suggestions, verdicts and groups as `duplicates --format json` writes them."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict

from nominate_tui.model.duplicate import Group, Suggestion, Verdict

Told = dict[str, list[dict[str, object]]]
"""What `docs/duplicates.md` shows: `pairs` and `groups`, of nothing but what JSON has."""


def as_dict(suggestions: Iterable[Suggestion], verdicts: Iterable[Verdict], groups: Iterable[Group]) -> Told:
    """Every pair that was suggested, the loudest first, then those that have only a verdict; and the groups."""
    found, given = tuple(suggestions), tuple(verdicts)
    kinds = {verdict.pair: verdict.kind for verdict in given}
    known = {suggestion.pair for suggestion in found}
    pairs = [_suggested(suggestion, kinds) for suggestion in found]
    pairs += [_unsuggested(verdict) for verdict in given if verdict.pair not in known]
    return {"pairs": pairs, "groups": [_group(group) for group in groups]}


def _suggested(suggestion: Suggestion, kinds: Mapping[frozenset[str], str]) -> dict[str, object]:
    return {
        "a": suggestion.a,
        "b": suggestion.b,
        "suggested": suggestion.suggested,
        "rule": suggestion.rule,
        "likeness": round(suggestion.likeness, 4),
        "evidence": [{**asdict(each), "value": round(each.value, 4)} for each in suggestion.evidence],
        "verdict": kinds.get(suggestion.pair),
    }


def _unsuggested(verdict: Verdict) -> dict[str, object]:
    """A pair that the chair settled unasked: no rule found it, so nothing is said of its likeness."""
    return {
        "a": verdict.a,
        "b": verdict.b,
        "suggested": None,
        "rule": "verdict",
        "likeness": None,
        "evidence": [],
        "verdict": verdict.kind,
    }


def _group(group: Group) -> dict[str, object]:
    return {"members": list(group.members), "primary": group.primary, "verdict": "duplicate"}

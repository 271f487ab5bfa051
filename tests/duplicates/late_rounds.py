"""Rounds of which most was compared before: what is kept of them, and what is found of who came since."""

from collections.abc import Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import replace

import pytest

from nominate_tui.duplicates import topic
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.suggest import compare, suggest_late
from nominate_tui.model.duplicate import Suggestion
from nominate_tui.model.nomination import Contact, Nominations
from nominate_tui.model.rules import DuplicateRules


def without(nominations: Nominations, ids: Iterable[str]) -> Nominations:
    """The others."""
    gone = frozenset(ids)
    return Nominations(tuple(each for each in nominations if each.id not in gone))


@contextmanager
def as_large() -> Iterator[None]:
    """Let every round be a large one, in which not all cosines are worked out."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(topic, "ALL", 1)
        yield


def kept_of(
    now: Nominations,
    ids: Set[str],
    contacts: Iterable[Contact] = (),
    before: Nominations | None = None,
    rules: DuplicateRules | None = None,
) -> tuple[tuple[Suggestion, ...], Since]:
    """What was found, and what is kept, where all but some ids were compared before, in a round as it was then."""
    stayed = before or without(now, ids)
    with as_large():
        known, index = compare(
            stayed, rules or DuplicateRules(), [each for each in contacts if each.nomination in stayed]
        )
    assert index is not None
    return known, Since.of(index, stayed.ids, now.ids, ids)


def found_of_late(
    now: Nominations,
    ids: Set[str],
    known: Iterable[Suggestion] | None = None,
    before: Nominations | None = None,
    contacts: Iterable[Contact] = (),
    rules: DuplicateRules | None = None,
) -> tuple[Suggestion, ...]:
    """What is suggested then; `known` is what was found before, if it is told."""
    found, since = kept_of(now, ids, contacts, before, rules)
    return suggest_late(now, rules or DuplicateRules(), found if known is None else known, since, contacts)


def told(suggestions: Iterable[Suggestion]) -> Mapping[frozenset[str], Suggestion]:
    """Suggestions by their pairs."""
    return {each.pair: each for each in suggestions}


def exactly(suggestion: Suggestion) -> Suggestion:
    """All that is said, but the percentile of a topic, which is of the round as it was compared."""
    evidence = [
        replace(each, values={name: value for name, value in each.values.items() if name != "percent"})
        for each in suggestion.evidence
    ]
    return replace(suggestion, evidence=tuple(evidence))

"""Which nominations of a round are worth a look as one initiative or as related ones."""

from collections.abc import Iterable

from nominate_tui.duplicates.compare import Comparer
from nominate_tui.duplicates.index import Index
from nominate_tui.duplicates.late import staying
from nominate_tui.duplicates.rules import judge, within_limits
from nominate_tui.duplicates.since import Since
from nominate_tui.duplicates.steps import Progress, undisturbed
from nominate_tui.model.duplicate import Suggestion
from nominate_tui.model.nomination import Contact, Nominations
from nominate_tui.model.rules import DuplicateRules


def suggest(
    nominations: Nominations,
    rules: DuplicateRules,
    contacts: Iterable[Contact] = (),
    progress: Progress | None = None,
) -> tuple[Suggestion, ...]:
    """The pairs worth a look, the loudest first; equally loud ones in the order of the round.

    Another order of the nominations changes nothing but which of two is called `a`. `progress` is told several times
    a second, from 0 to 1, how far comparing is; what it raises ends comparing, within a few seconds in a round of
    100,000, and goes through.
    """
    return compare(nominations, rules, contacts, progress)[0]


def compare(
    nominations: Nominations,
    rules: DuplicateRules,
    contacts: Iterable[Contact] = (),
    progress: Progress | None = None,
) -> tuple[tuple[Suggestion, ...], Index | None]:
    """The same, and of a large round what is to be kept, so that `suggest_late` need not read all of it again."""
    with undisturbed():
        comparer = Comparer(nominations, rules, contacts, progress)
        found = judge(comparer.candidates(), rules, len(nominations))
        return found, comparer.index


def suggest_late(
    nominations: Nominations,
    rules: DuplicateRules,
    known: Iterable[Suggestion],
    since: Since,
    contacts: Iterable[Contact] = (),
    progress: Progress | None = None,
) -> tuple[Suggestion, ...]:
    """The same, where most of the round was compared before: only the pairs of those who came or changed are compared.

    `known` is what was suggested before; of it all stays that is of two who did neither. The others are compared in
    the round as it is now, but for what is nobody's name in it and how near most topics are: that is as it was kept.
    """
    place = {id: number for number, id in enumerate(nominations.ids)}
    late = {nominations.ids[number] for number in since.places}
    with undisturbed():
        compared = Comparer(nominations, rules, contacts, progress, since).candidates() if late else ()
        found = judge(compared, rules, len(nominations), limited=False)
    every = sorted(
        [*staying(known, place, late), *found],
        key=lambda each: (-each.likeness, place[each.a], place[each.b]),
    )
    return tuple(within_limits(every, len(nominations)))

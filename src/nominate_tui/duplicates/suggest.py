"""Which nominations of a round are worth a look as one initiative or as related ones."""

from collections.abc import Iterable, Set

from nominate_tui.duplicates.compare import Comparer
from nominate_tui.duplicates.late import staying
from nominate_tui.duplicates.rules import judge, within_limits
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
    with undisturbed():
        compared = Comparer(nominations, rules, contacts, progress).candidates()
        return judge(compared, rules, len(nominations))


def suggest_late(
    nominations: Nominations,
    rules: DuplicateRules,
    known: Iterable[Suggestion],
    late: Set[str],
    contacts: Iterable[Contact] = (),
    progress: Progress | None = None,
) -> tuple[Suggestion, ...]:
    """The same, where all but the nominations of some ids were compared before: only the pairs of these are compared.

    They are compared in the round as it is now: what is suggested of them is what `suggest` would say. `known` is what
    was suggested before; of it all stays that is of two who are in the round and not `late`.
    """
    place = {id: number for number, id in enumerate(nominations.ids)}
    with undisturbed():
        compared = Comparer(nominations, rules, contacts, progress, late).candidates() if late else ()
        found = judge(compared, rules, len(nominations))
    every = sorted(
        [*staying(known, place, late), *found],
        key=lambda each: (-each.likeness, place[each.a], place[each.b]),
    )
    return tuple(within_limits(every, len(nominations)))

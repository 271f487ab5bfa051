"""Which nominations of a round are worth a look as one initiative or as related ones."""

from collections.abc import Iterable

from nominate_tui.duplicates.compare import Comparer
from nominate_tui.duplicates.rules import judge
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

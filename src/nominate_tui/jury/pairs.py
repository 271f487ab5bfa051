"""Pairs of nominations as the chair sees them: what was found, and what was decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from nominate_tui.model.duplicate import Suggestion, Verdict
from nominate_tui.model.round import Round


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nominations that are worth a look, or that were settled. `a` comes before `b` in the round."""

    a: str
    b: str
    suggestion: Suggestion | None
    """Why they are worth a look; `None` where the chair settled them unasked."""
    verdict: Verdict | None
    """What the chair decided; `None` while the pair is open."""

    @property
    def ids(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset((self.a, self.b))


def pairs(round: Round, suggestions: Iterable[Suggestion]) -> tuple[Pair, ...]:
    """The suggested pairs, in their order, and then the other settled ones."""
    found = tuple(suggestions)
    suggested = [Pair(each.a, each.b, each, round.verdict(each.pair)) for each in found]
    known = {each.pair for each in found}
    settled = [_settled(round, verdict) for verdict in round.verdicts if verdict.pair not in known]
    return (*suggested, *settled)


def _settled(round: Round, verdict: Verdict) -> Pair:
    place = {id: number for number, id in enumerate(round.nominations.ids)}
    a, b = sorted((verdict.a, verdict.b), key=lambda id: place.get(id, len(place)))
    return Pair(a, b, None, verdict)

"""A round without its ballots: what everybody in the jury may see."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.conflict import Recusal
from nominate_tui.model.deliberation import Deliberation
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.nomination import Nominations
from nominate_tui.model.rules import Rules


@dataclass(frozen=True, slots=True)
class Round:
    """One pass from long list to shortlist."""

    rules: Rules
    nominations: Nominations = field(default_factory=Nominations)
    recusals: tuple[Recusal, ...] = ()
    """Those set by the chair or the secretariat; jurors' own stand in their ballots."""
    verdicts: tuple[Verdict, ...] = ()
    """The chair's, at most one a pair."""
    deliberation: Deliberation = Deliberation()

    def recused(self, juror: str) -> frozenset[str]:
        """The nominations a juror was taken out of by others."""
        return frozenset(r.nomination for r in self.recusals if r.juror == juror)

    def given(self, juror: str) -> Nominations:
        """The nominations that a juror is to score, in the order of the round."""
        found = self.rules.juror(juror)
        if found is None or found.nominations is None:
            return self.nominations
        part = frozenset(found.nominations)
        return self.nominations.where(lambda nomination: nomination.id in part)

    def beyond(self, ballot: Ballot) -> tuple[str, ...]:
        """The nominations that a juror judged without being asked to score them, in the order of the round."""
        given = self.given(ballot.juror)
        judged = {id for id, review in ballot.reviews.items() if review.judged and id not in given}
        return tuple(id for id in self.nominations.ids if id in judged) if judged else ()

    def verdict(self, pair: Iterable[str]) -> Verdict | None:
        """What the chair decided about two nominations, in any order; `None` while nothing is decided."""
        wanted = frozenset(pair)
        return next((verdict for verdict in self.verdicts if verdict.pair == wanted), None)

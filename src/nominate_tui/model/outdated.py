"""Which reviews of a round were given before the text of their nomination changed."""

from collections.abc import Mapping

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.nomination import Change, Nomination
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

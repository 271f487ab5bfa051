"""From ballots to the ranking: count the reviews, order the overall scores, break ties, draw the line."""

from collections.abc import Iterator, Mapping, Sequence

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.ranking.collecting import collect
from nominate_tui.ranking.line import Line, line
from nominate_tui.ranking.result import Correction, Ranking
from nominate_tui.ranking.scoring import Scored, refusal, scored
from nominate_tui.ranking.standings import standings
from nominate_tui.ranking.tally import Tally, tally
from nominate_tui.ranking.ties import Row, levels, rules_by_mean, rules_in_order


def rank(round: Round, ballots: Mapping[str, Ballot], groups: Sequence[Group]) -> Ranking:
    """Rank the nominations of a round; of a duplicate group its primary, with the reviews of all members.

    `ballots` are by juror id; a juror of the round who has none has reviewed nothing, and a ballot of somebody
    who is not in the jury does not count. `groups` are the chair's, of nominations of this round, and share no member.
    """
    return ranking(tally(round, collect(round, ballots), groups))


def ranking(tally: Tally) -> Ranking:
    """Rank what was counted, by the rules of its round. Where the method does not hold, `refused` says so."""
    rules = tally.round.rules
    refused = refusal(tally)
    by_place = {} if refused else scored(tally)
    rows = tuple(_rows(tally, by_place))
    found = [] if refused else list(levels(rows, rules_in_order(tally)))
    drawn = line(found, rules.shortlist, rules.tie_at_line)
    return Ranking(
        method=rules.method,
        decimals=rules.decimals,
        k=rules.shortlist,
        standings=tuple(standings(tally, by_place, found, drawn)),
        tied=drawn.tied,
        shortlist_by_mean=drawn.shortlist if rules.method == "mean" else _by_mean(tally, rows).shortlist,
        correction=_correction(tally) if rules.method == "adjusted" else None,
        heard=tally.heard,
        lowest=tally.lowest,
        refused=refused,
    )


def _rows(tally: Tally, by_place: Mapping[int, Scored]) -> Iterator[Row]:
    """What is reviewed, in the order of the round; where the method says nothing, nobody is ordered by it."""
    means, places = tally.exact.means, tally.places
    for group in tally.ranked:
        place = places[group.primary]
        if place in means:
            found = by_place.get(place)
            gauge, number = (found.gauge, found.units) if found else (None, 0)
            yield Row(group.primary, place, means[place], number, gauge)


def _by_mean(tally: Tally, rows: tuple[Row, ...]) -> Line:
    rules = tally.round.rules
    return line(levels(rows, rules_by_mean(tally)), rules.shortlist, rules.tie_at_line)


def _correction(tally: Tally) -> Correction:
    fit = tally.fit
    severity = dict(zip(tally.collected.jurors, fit.beta.tolist(), strict=True))
    return Correction(severity, fit.sigma2, fit.tau2, fit.components, fit.corrects)

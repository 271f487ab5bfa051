"""From ballots to the ranking: count the reviews, order the overall scores, break ties, draw the line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from nominate_tui.model.ballot import Ballot
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round
from nominate_tui.model.rounding import printed
from nominate_tui.model.rules import Rules
from nominate_tui.ranking.counting import Count, counting
from nominate_tui.ranking.means import criterion_means, disagreement, mean
from nominate_tui.ranking.result import Ranking, Standing
from nominate_tui.ranking.ties import Level, levels, rules_in_order


def rank(round: Round, ballots: Mapping[str, Ballot], groups: Sequence[Group]) -> Ranking:
    """Rank the nominations of a round; of a duplicate group its primary, with the reviews of all members.

    `ballots` are by juror id; a juror of the round who has none has reviewed nothing, and a ballot of somebody
    who is not in the jury does not count. `groups` are the chair's, of nominations of this round, and share no member.
    """
    rows = _unranked(round, ballots, groups)
    scored = tuple(row for row in rows if row.n)
    found = levels(scored, rules_in_order(round))
    ranked = _ranked(found, round.rules.shortlist)
    unscored = (row for row in rows if not row.n)
    rules = round.rules
    return Ranking(
        method=rules.method,
        decimals=rules.decimals,
        k=rules.shortlist,
        standings=(*ranked, *unscored),
        tie_at_the_line=_across(found, rules.shortlist),
    )


def _unranked(round: Round, ballots: Mapping[str, Ballot], groups: Iterable[Group]) -> list[Standing]:
    group_of = {member: group for group in groups for member in group.members}
    counted = counting(round, ballots)
    rows = []
    for id in round.nominations.ids:
        group = group_of.get(id, Group((id,), id))
        if group.primary == id:
            rows.append(_standing(group, counted.of(group.members), round.rules))
    return rows


def _standing(group: Group, count: Count, rules: Rules) -> Standing:
    """Everything about a nomination that can be said without looking at the others."""
    weighted = [review.weighted for review in count.reviews]
    overall = mean(weighted) if weighted else None
    return Standing(
        nomination=group.primary,
        rank=None,
        shared=False,
        overall="" if overall is None else printed(overall, rules.decimals),
        mean=overall,
        n=len(weighted),
        below_quorum=len(weighted) < rules.quorum,
        in_shortlist=False,
        states=count.states,
        criteria=criterion_means(count.reviews, rules.criteria),
        disagreement=disagreement(weighted),
        separated_by=None,
        duplicates=tuple(member for member in group.members if member != group.primary),
        counted=count.reviews,
    )


def _ranked(found: Iterable[Level], k: int) -> Iterator[Standing]:
    """The rows with their ranks: those of a level share one, and the next level's leaves out as many as they are."""
    first = 1
    for level in found:
        shared = len(level.rows) > 1
        for place, row in enumerate(level.rows):
            behind = level.separated_by if place == 0 else None
            yield replace(row, rank=first, shared=shared, in_shortlist=first <= k, separated_by=behind)
        first += len(level.rows)


def _across(found: Iterable[Level], k: int) -> bool:
    """Whether a shared rank begins at or before place `k` and ends behind it."""
    first = 1
    for level in found:
        behind = first + len(level.rows)
        if first <= k < behind - 1:
            return True
        first = behind
    return False

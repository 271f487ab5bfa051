"""The rules of docs/ranking.md once more, as plainly as they can be written: slow, in fractions, without arrays."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from nominate_tui.model.ballot import Ballot, Review, ReviewState
from nominate_tui.model.duplicate import Group
from nominate_tui.model.round import Round

Scores = Mapping[str, int]


def means(round: Round, ballots: Mapping[str, Ballot], groups: Sequence[Group] = ()) -> dict[str, Fraction]:
    """The plain mean of every ranked nomination that somebody counts for."""
    members: dict[str, tuple[str, ...]] = {id: (id,) for id in round.nominations.ids}
    for group in groups:
        members = {id: own for id, own in members.items() if id not in group.members}
        members[group.primary] = group.members
    said = {
        (juror.id, primary): counted(round, ballots.get(juror.id), juror.id, ids)
        for juror in round.rules.jurors
        for primary, ids in members.items()
    }
    middle = centre(round, [scores for each in said.values() for scores in each])
    found: dict[str, list[Fraction]] = {}
    for (_juror, primary), each in said.items():
        if each:
            found.setdefault(primary, []).append(
                average([weighted(round, scores, middle) for scores in each])
            )
    return {id: average(values) for id, values in found.items()}


def counted(round: Round, ballot: Ballot | None, juror: str, ids: Sequence[str]) -> list[Scores]:
    """The scores of the reviews that count."""
    reviews = [ballot.reviews[id] for id in ids if ballot and id in ballot.reviews]
    if round.recused(juror).intersection(ids) or any(review.conflict for review in reviews):
        return []
    return [review.scores for review in reviews if counts(round, review)]


def counts(round: Round, review: Review) -> bool:
    rules = round.rules
    state = review.state(rules.criteria)
    allowed = {ReviewState.COMPLETE, *([ReviewState.UNFINISHED] if rules.incomplete_reviews else [])}
    carried = sum(criterion.weight for criterion in rules.criteria if criterion.id in review.scores)
    return state in allowed and carried >= rules.total_weight / 2


def centre(round: Round, counted: Sequence[Scores]) -> dict[str, Fraction]:
    """The mean of the counted scores on each criterion that has one."""
    by_criterion = {
        criterion.id: [scores[criterion.id] for scores in counted if criterion.id in scores]
        for criterion in round.rules.criteria
    }
    return {id: Fraction(sum(values), len(values)) for id, values in by_criterion.items() if values}


def weighted(round: Round, scores: Scores, middle: Mapping[str, Fraction]) -> Fraction:
    """(Σ_c w_c·m_c + W/W_S · Σ_S w_c·(s_c − m_c)) / W."""
    weights = {criterion.id: criterion.weight for criterion in round.rules.criteria if criterion.id in middle}
    whole = sum(weights.values(), Fraction(0))
    here = sum((weights[id] for id in scores), Fraction(0))
    apart = sum((weights[id] * (score - middle[id]) for id, score in scores.items()), Fraction(0))
    expected = sum((weights[id] * mean for id, mean in middle.items()), Fraction(0))
    return (expected + whole / here * apart) / whole


def average(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)

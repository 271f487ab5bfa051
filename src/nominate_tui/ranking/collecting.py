"""From ballots to arrays: every review of a round once, before anything is decided about what counts.

Ballots are walked through one time; whatever is asked afterwards (other weights, another method, a juror left out)
is answered from the arrays.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from nominate_tui.model.ballot import Ballot, ReviewState
from nominate_tui.model.round import Round
from nominate_tui.ranking.arrays import Places
from nominate_tui.ranking.asked import Asked, asked
from nominate_tui.ranking.cells import Cells, cells
from nominate_tui.ranking.pseudonyms import pseudonyms

Whole = NDArray[np.int32]
Codes = NDArray[np.int8]

STATES: Final = (
    ReviewState.RECUSED,
    ReviewState.COMPLETE,
    ReviewState.UNFINISHED,
    ReviewState.ABSTAINED,
    ReviewState.MISSING,
    ReviewState.UNASSIGNED,
)
"""The states by their codes 0, 1 … in arrays. Of several reviews of one initiative the smallest code tells the state."""

_CODES: Final = {state: code for code, state in enumerate(STATES)}

_Row = tuple[int, int, int, Mapping[str, int]]
"""Nomination, juror, state, and the scores by criterion id."""

_NOTHING: Final[Mapping[str, int]] = {}


@dataclass(frozen=True)
class Collected:
    """All reviews in which something was said, by jurors of the round on nominations of the round.

    Nominations have places in the order of their ids, jurors in that of their pseudonyms, and rows are sorted, so that
    the order of files, ballots and lists changes nothing, not even the last bit of a float.
    """

    nominations: tuple[str, ...]
    """The ids, sorted: the place of a nomination is its index here."""
    jurors: tuple[str, ...]
    """The ids in the order of their pseudonyms, as they stand in the result."""
    criteria: tuple[str, ...]
    """The ids, in the order of the rules."""
    nomination: Places
    """Shape (n,): the place of the nomination. Rows are sorted by nomination, then pattern, then juror."""
    juror: Places
    """Shape (n,): the place of the juror. Nobody has two rows for one nomination."""
    state: Codes
    """Shape (n,): the index of the review's state in `STATES`."""
    scores: Whole
    """Shape (C, n): the scores, a line for each criterion; 0 where there is none, which only `pattern` can tell."""
    pattern: Places
    """Shape (n,): which of the patterns a review has."""
    patterns: tuple[frozenset[str], ...]
    """Every set of criteria (by id) that some review has scores on."""
    cells: Cells
    """Where the rows of one nomination and pattern are."""
    largest: int
    """No score is further from zero."""
    asked: Asked | None
    """Who is to score what; `None` where everybody is to score everything."""

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.nomination)


def collect(round: Round, ballots: Mapping[str, Ballot]) -> Collected:
    """The reviews of a round as arrays, with the recusals of the round in their states.

    `ballots` are by juror id; a ballot of somebody who is not in the jury is not looked at.
    """
    rows = list(_rows(round, ballots))
    criteria = tuple(criterion.id for criterion in round.rules.criteria)
    said = [said for _nomination, _juror, _state, said in rows]
    nominations, jurors = tuple(sorted(round.nominations.ids)), tuple(pseudonyms(round.rules))
    places = np.array([row[:3] for row in rows], dtype=np.int32).reshape(-1, 3).T
    return collected(
        nominations,
        jurors,
        criteria,
        places,
        np.array([[scores.get(id, 0) for scores in said] for id in criteria], dtype=np.int32),
        np.array([[id in scores for scores in said] for id in criteria], dtype=np.bool_),
        asked(round.rules, nominations, jurors, places),
    )


def collected(
    nominations: tuple[str, ...],
    jurors: tuple[str, ...],
    criteria: tuple[str, ...],
    places: Places,
    scores: Whole,
    scored: NDArray[np.bool_],
    asked: Asked | None,
) -> Collected:
    """Sort rows that are in any order.

    `places` has shape (3, n): nomination, juror and state; `scores` and `scored` (whether there is a score) have
    shape (C, n).
    """
    patterns, pattern = _patterns(scored, criteria)
    order = np.lexsort((places[1], pattern, places[0]))
    nomination, juror, state = places.take(order, axis=1)
    pattern = pattern.take(order)
    return Collected(
        nominations=nominations,
        jurors=jurors,
        criteria=criteria,
        nomination=nomination,
        juror=juror,
        state=state.astype(np.int8),
        # Line by line in memory; `scores[:, order]` would lie there row by row, five times as slow to walk along.
        scores=scores.take(order, axis=1),
        pattern=pattern,
        patterns=patterns,
        cells=cells(nomination, pattern),
        largest=max(int(scores.max(initial=0)), -int(scores.min(initial=0))),
        asked=asked,
    )


def _rows(round: Round, ballots: Mapping[str, Ballot]) -> Iterator[_Row]:
    nominations = _places(round.nominations.ids)
    jurors = {id: place for place, id in enumerate(pseudonyms(round.rules))}
    recused = {juror: round.recused(juror) for juror in {recusal.juror for recusal in round.recusals}}
    for id, juror in jurors.items():
        out = recused.get(id, frozenset()).intersection(nominations)
        yield from (
            (nominations[nomination], juror, _CODES[ReviewState.RECUSED], _NOTHING) for nomination in out
        )
        ballot = ballots.get(id)
        if ballot is not None:
            yield from _of_ballot(round, ballot, juror, nominations, out)


def _of_ballot(
    round: Round, ballot: Ballot, juror: int, nominations: Mapping[str, int], out: frozenset[str]
) -> Iterator[_Row]:
    criteria = round.rules.criteria
    for id, review in ballot.reviews.items():
        if id in nominations and id not in out:
            state = review.state(criteria)
            if state is not ReviewState.MISSING:
                yield nominations[id], juror, _CODES[state], review.scores


def _places(ids: Sequence[str]) -> dict[str, int]:
    return {id: place for place, id in enumerate(sorted(ids))}


def _patterns(
    scored: NDArray[np.bool_], criteria: Sequence[str]
) -> tuple[tuple[frozenset[str], ...], Places]:
    """Every pattern that occurs, and for each row which one it is."""
    if scored.all():  # the common case, and sorting takes a moment
        return (frozenset(criteria),), np.zeros(scored.shape[1], dtype=np.int32)
    found, pattern = np.unique(np.packbits(scored, axis=0), axis=1, return_inverse=True)
    table = np.unpackbits(found, axis=0, count=len(criteria)).T.astype(np.bool_)
    patterns = tuple(frozenset(id for id, has in zip(criteria, line, strict=True) if has) for line in table)
    return patterns, pattern.reshape(-1).astype(np.int32)

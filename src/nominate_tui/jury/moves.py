"""What a decision changes in the ranking: who moves, who enters the shortlist, who leaves it."""

from dataclasses import dataclass

from nominate_tui.ranking.result import Ranking, Standing


@dataclass(frozen=True, slots=True)
class Move:
    """One nomination whose rank, score or group is another after a decision."""

    nomination: str
    before: Standing | None
    """Its row before the decision; `None` where another nomination stood for it."""
    after: Standing | None
    """Its row after the decision; `None` where another nomination stands for it."""

    @property
    def enters(self) -> bool:
        """Whether it comes into the shortlist."""
        return not inside(self.before) and inside(self.after)

    @property
    def leaves(self) -> bool:
        """Whether it drops out of the shortlist, or gives its place there to its primary."""
        return inside(self.before) and not inside(self.after)


def moves(before: Ranking, after: Ranking) -> tuple[Move, ...]:
    """Every nomination whose row differs in what is printed of it: those of the new ranking first, best first."""
    old = {row.nomination: row for row in before.standings}
    new = {row.nomination: row for row in after.standings}
    ids = (*new, *(id for id in old if id not in new))
    return tuple(Move(id, old.get(id), new.get(id)) for id in ids if _told(old.get(id)) != _told(new.get(id)))


def inside(row: Standing | None) -> bool:
    """Whether a row is in the shortlist; one that is not there is not."""
    return row is not None and row.in_shortlist


def _told(row: Standing | None) -> tuple[object, ...]:
    if row is None:
        return ()
    return row.rank, row.shared, row.overall, row.n, row.in_shortlist, row.duplicates

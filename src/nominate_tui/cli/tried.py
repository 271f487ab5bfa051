"""What `nominate-tui ranking` tells where something is tried: what it was, and what would move."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from nominate_tui.cli.what_if import what_as_dict
from nominate_tui.jury.count import Count
from nominate_tui.jury.moves import Move, moves
from nominate_tui.jury.sight import Sight
from nominate_tui.locale.catalogue import _
from nominate_tui.model.in_force import before
from nominate_tui.model.what_if import WhatIf
from nominate_tui.ranking.pseudonyms import pseudonyms
from nominate_tui.ranking.what_if_told import changes_told
from nominate_tui.tui.chair_words import effect


@dataclass(frozen=True, slots=True)
class Tried:
    """What was tried, and what it was tried beside."""

    standing: Sight
    what: WhatIf
    count: Count

    @property
    def moves(self) -> tuple[Move, ...]:
        """What moves."""
        return moves(self.standing.ranking, self.count.ranking)

    def told(self) -> Iterator[str]:
        """What was tried, and what would move."""
        stored = self.standing.stored
        changes = "; ".join(changes_told(stored, before(stored, self.what), self.what))
        yield _("Tried, and not stored: {changes}").format(changes=changes)
        yield _("In the ranking: {effect}").format(effect=effect(self.moves))

    def as_dict(self) -> Mapping[str, object]:
        """As JSON tells it."""
        names, stored = pseudonyms(self.count.round.rules), self.standing.stored
        return {
            "tried": what_as_dict(self.what, names),
            "before": what_as_dict(before(stored, self.what), names),
            "moves": [_move(move) for move in self.moves],
        }


def _move(move: Move) -> dict[str, object]:
    return {
        "nomination": move.nomination,
        "rank_before": move.before and move.before.rank,
        "rank": move.after and move.after.rank,
        "enters": move.enters,
        "leaves": move.leaves,
    }

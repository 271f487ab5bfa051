"""A shortlist under a budget by the method of equal shares: every juror has the same part of the money to give.

D. Peters, G. Pierczyński & P. Skowron (2021), "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 34;
arXiv:2008.13276. A part of the jury that agrees can be sure of its part of the money, where by rank a small majority
may take all of it. Without a completion: what the jurors' shares do not reach for is left.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from nominate_tui.model.rules import Shares
from nominate_tui.ranking.budget import Missed, Priced, Selection, total


@dataclass(slots=True)
class _Purses:
    """The money of the voters who approve of the same nominations, and so always have the same left."""

    voters: int
    each: Fraction


def equal_shares(
    priced: Sequence[Priced],
    approvals: Sequence[Collection[str]],
    budget: Fraction,
    utility: Shares = "cost",
) -> Selection:
    """Buy, one after the other, what costs its supporters least for the worth they get, out of equal purses.

    `approvals` has for each voter the ids of what it approves of (nothing, for some: they keep their share). With
    purses b_i, at first budget / voters, a nomination of cost c with the worth u for each supporter is affordable at
    ρ, the least with Σ_i min(b_i, ρ·u) = c over its supporters. The one with the lowest ρ is bought, its supporters
    pay min(b_i, ρ·u) each, and so on until nothing is affordable. Of equal ρ the lower cost goes first, then the
    better rank. `short` is what the supporters' purses lack at the end.
    """
    purses = _purses(approvals, budget)
    supporters = {p.nomination: [purse for who, purse in purses if p.nomination in who] for p in priced}
    open_at = {place: Fraction(0) for place in range(len(priced))}
    bought = set[int]()
    while (cheapest := _cheapest(priced, supporters, open_at, utility)) is not None:
        place, share = cheapest
        for purse in supporters[priced[place].nomination]:
            purse.each -= min(purse.each, share)
        bought.add(place)
        del open_at[place]
    selected = tuple(one for place, one in enumerate(priced) if place in bought)
    missed = (one for place, one in enumerate(priced) if place not in bought)
    lacking = (Missed(m.nomination, m.cost, m.cost - _money(supporters[m.nomination])) for m in missed)
    return Selection(selected, budget - total(selected), tuple(lacking))


def _purses(approvals: Sequence[Collection[str]], budget: Fraction) -> list[tuple[frozenset[str], _Purses]]:
    alike = Counter(frozenset(approved) for approved in approvals)
    return [(who, _Purses(voters, budget / len(approvals))) for who, voters in alike.items()]


def _cheapest(
    priced: Sequence[Priced],
    supporters: Mapping[str, Sequence[_Purses]],
    open_at: dict[int, Fraction],
    utility: Shares,
) -> tuple[int, Fraction] | None:
    """The next to be bought and what each supporter pays at most; `None` where nothing is affordable.

    `open_at` has the places that may still be bought, with the ρ each had when last looked at. Purses only get
    emptier: a ρ never falls, so that one above the best need not be worked out anew, and what cannot be paid for is
    out for good.
    """
    best: tuple[Fraction, Fraction, int] | None = None
    pays = Fraction(0)
    for place in sorted(open_at, key=lambda place: (open_at[place], priced[place].cost, place)):
        if best and open_at[place] > best[0]:
            break
        share = _share(priced[place].cost, supporters[priced[place].nomination])
        if share is None:
            del open_at[place]
            continue
        open_at[place] = _rate(share, priced[place].cost, utility)
        if best is None or (open_at[place], priced[place].cost, place) < best:
            best, pays = (open_at[place], priced[place].cost, place), share
    return (best[2], pays) if best else None


def _rate(share: Fraction, cost: Fraction, utility: Shares) -> Fraction:
    """ρ, where a supporter pays at most `share`; what costs nothing is bought first."""
    return share / cost if utility == "cost" and cost else share


def _share(cost: Fraction, purses: Sequence[_Purses]) -> Fraction | None:
    """What each pays of a cost when all pay alike, and who has less gives all; `None` where they lack the money."""
    voters_by_purse = Counter[Fraction]()
    for purse in purses:
        voters_by_purse[purse.each] += purse.voters
    paying = voters_by_purse.total()
    for each, voters in sorted(voters_by_purse.items()):
        if each * paying >= cost:
            return cost / paying
        cost -= each * voters
        paying -= voters
    return None


def _money(purses: Sequence[_Purses]) -> Fraction:
    return sum((purse.each * purse.voters for purse in purses), Fraction(0))

"""Pairs of nominations as the chair sees them: what was found, and what was decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nominate_tui.duplicates.groups import KeptApart
from nominate_tui.model.duplicate import Group, Suggestion, Verdict
from nominate_tui.model.nomination import Change
from nominate_tui.model.outdated import changed_after
from nominate_tui.model.round import Round


@dataclass(frozen=True, slots=True)
class Pair:
    """Two nominations that are worth a look, or that were settled. `a` comes before `b` in the round."""

    a: str
    b: str
    suggestion: Suggestion | None
    """Why they are worth a look; `None` where the chair settled them unasked."""
    verdict: Verdict | None
    """What the chair decided; `None` where nobody decided about just these two."""
    changes: Mapping[str, Change | None] = field(default_factory=dict)
    """By id, what changed in the texts after the verdict."""
    groups: Mapping[str, Group] = field(default_factory=dict)
    """By id, the settled duplicate groups that the two are in."""
    kept_apart: Verdict | None = None
    """The verdict on two others that is one on these two as well: what is one initiative is distinct from them whole."""
    follows: tuple[str, ...] = ()
    """The two of the open pair that this one is settled with: both lie between the same groups; empty where it is none."""

    @property
    def ids(self) -> frozenset[str]:
        """The two ids, in no order."""
        return frozenset((self.a, self.b))

    @property
    def outdated(self) -> bool:
        """Whether there is a verdict from before a text changed: it binds, and is worth another look."""
        return bool(self.changes)

    @property
    def joined(self) -> Group | None:
        """The settled group that both are in; `None` where there is none."""
        group = self.groups.get(self.a)
        return group if group and self.b in group.members else None

    @property
    def open(self) -> bool:
        """Whether the chair should look at it: nothing is decided, not over others either, or it is outdated."""
        return self.outdated or not (self.verdict or self.joined or self.kept_apart or self.follows)


def pairs(round: Round, suggestions: Iterable[Suggestion], groups: Mapping[str, Group]) -> tuple[Pair, ...]:
    """The suggested pairs, in their order; then the other settled ones, those that are outdated first.

    `groups` are the settled ones, by the ids of their members.
    """
    verdicts = {verdict.pair: verdict for verdict in round.verdicts}
    suggested = [Pair(each.a, each.b, each, verdicts.pop(each.pair, None)) for each in suggestions]
    place = {id: number for number, id in enumerate(round.nominations.ids)}
    settled = [_settled(verdict, place) for verdict in verdicts.values()]
    known = [_with_all(pair, round, groups) for pair in (*suggested, *settled)]
    known = _with_what_settles_them(known, KeptApart(round.verdicts, groups))
    return (*known[: len(suggested)], *sorted(known[len(suggested) :], key=lambda pair: not pair.outdated))


def _with_what_settles_them(pairs: Sequence[Pair], apart: KeptApart) -> list[Pair]:
    """The pairs with the verdict on others that settles each, or the open pair that it is settled with.

    Of the open pairs between the same two groups one is asked about: a suggested duplicate before what is only
    related, with those that stand for their groups before others, and else the loudest, which comes first.
    """
    asked: dict[frozenset[str], Pair] = {}
    told = [
        replace(pair, kept_apart=apart.between(pair.a, pair.b))
        if pair.groups and not pair.verdict and not pair.joined
        else pair
        for pair in pairs
    ]
    for pair in sorted((pair for pair in told if pair.groups and pair.open), key=_less_telling):
        asked.setdefault(apart.names(pair.a, pair.b), pair)
    return [_after(pair, asked.get(apart.names(pair.a, pair.b), pair)) for pair in told]


def _less_telling(pair: Pair) -> tuple[bool, int]:
    """What is least in the pair that stands best for all pairs between two groups."""
    stand = sum(id not in pair.groups or pair.groups[id].primary == id for id in (pair.a, pair.b))
    return pair.suggestion is None or pair.suggestion.suggested != "duplicate", -stand


def _after(pair: Pair, asked: Pair) -> Pair:
    """A pair, told with the one that is asked about in its place."""
    return (
        replace(pair, follows=(asked.a, asked.b))
        if pair.open and not pair.verdict and pair is not asked
        else pair
    )


def _settled(verdict: Verdict, place: Mapping[str, int]) -> Pair:
    a, b = sorted((verdict.a, verdict.b), key=lambda id: place.get(id, len(place)))
    return Pair(a, b, None, verdict)


def _with_all(pair: Pair, round: Round, groups: Mapping[str, Group]) -> Pair:
    """The pair with what changed since the verdict, and with the groups that its two are in."""
    changes = changed_after(pair.verdict, round.nominations) if pair.verdict else {}
    known = {id: groups[id] for id in (pair.a, pair.b) if id in groups}
    return replace(pair, changes=changes, groups=known) if changes or known else pair

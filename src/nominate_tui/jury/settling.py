"""What the chair's decisions about duplicates make of the verdicts of a round: one pair, a whole group, one member less."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Literal

from nominate_tui.duplicates.groups import by_member, groups
from nominate_tui.errors import NotAllowed
from nominate_tui.jury.ruling import must_have, must_not_contradict, said, stands
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import Group, Verdict
from nominate_tui.model.round import Round

Verdicts = tuple[Verdict, ...]
"""All verdicts of a round, at most one a pair."""


@dataclass(frozen=True, slots=True)
class Word:
    """What the chair says with a decision."""

    reason: str
    at: datetime
    primary: str = ""
    """Who is to stand for the group; empty where the rule that there is decides."""


def replaced(verdicts: Iterable[Verdict], pair: Iterable[str], *given: Verdict) -> Verdicts:
    """The verdicts without the one on a pair, and with those given."""
    asked = frozenset(pair)
    return (*(verdict for verdict in verdicts if verdict.pair != asked), *given)


def with_verdict(round: Round, given: Verdict) -> Verdicts:
    """The verdicts of a round with one in the place of that on the same pair.

    Raises:
        NotAllowed: The others contradict it.
    """
    must_not_contradict(round, given)
    return put(round, given)


def put(round: Round, given: Verdict) -> Verdicts:
    """The verdicts of a round with one in the place of that on the same pair, whatever the others say.

    Where its primary is another member of the group that it makes, a verdict within that group names it.
    """
    kept = given if given.primary in given.pair else replace(given, primary="")
    verdicts = replaced(round.verdicts, given.pair, kept)
    return _with_primary(verdicts, round.nominations.ids, given.primary, given.at)


def as_group(round: Round, members: Sequence[str], word: Word) -> Verdicts:
    """The verdicts with these nominations, and whatever is one with them already, as one duplicate group.

    The primary is the one that the word names; or else the primary of the group that some of them are in already;
    or else the first of them. It gets a verdict with each member that is not one with it yet, or, where all are,
    with every other one anew: so a text that changes outdates only what was said of it.

    Raises:
        NotAllowed: There are fewer than two, one is not in the round, the primary is not among them, they are in two
            groups and nobody is named, there is no reason, or a verdict calls two of them distinct or related.
    """
    ids = tuple(dict.fromkeys(members))
    must_have(round, *ids)
    if len(ids) < 2:
        raise NotAllowed(_("A duplicate group has two members or more"))
    primary = stands(round, ids, word.primary)
    reason = said(word.reason)
    given = [
        Verdict(primary, id, "duplicate", reason, word.at, primary) for id in _to_join(round, ids, primary)
    ]
    _must_not_be_apart(round, given)
    for verdict in given:
        round = replace(round, verdicts=with_verdict(round, verdict))
    return round.verdicts


def _to_join(round: Round, ids: Sequence[str], primary: str) -> Sequence[str]:
    settled = by_member(groups(round.verdicts, round.nominations.ids))
    one_already = settled[primary].members if primary in settled else (primary,)
    fresh = [id for id in ids if id not in one_already]
    return fresh or [id for id in ids if id != primary]


def _must_not_be_apart(round: Round, given: Iterable[Verdict]) -> None:
    """Refuse to overrule a verdict of distinct or related in passing: of a single pair it can be changed."""
    for verdict in given:
        stands = round.verdict(verdict.pair)
        if stands and stands.kind != "duplicate":
            message = _("{a} and {b} cannot be in one group: a verdict calls them distinct")
            if stands.kind == "related":
                message = _("{a} and {b} cannot be in one group: a verdict calls them related")
            todo = _("take the verdict on {a}–{b} back first")
            raise NotAllowed(message.format(a=stands.a, b=stands.b), todo=todo.format(a=stands.a, b=stands.b))


def without(round: Round, member: str, kind: Literal["distinct", "related"], word: Word) -> Verdicts:
    """The verdicts with one member out of its duplicate group, and the others one as before.

    To each of the others it is `kind` from now on, where the chair has not called the two related already: a single
    verdict would no longer hold when the one it names is taken out too. Where the others hung together over the
    member, what joined them to it joins them to their primary. The primary stays; where it was taken out, or the
    word names another, it is that one, or else the rule that there is decides.

    Raises:
        NotAllowed: It is in no group, there is no reason, or the primary is not one of the others.
    """
    must_have(round, member)
    group = by_member(groups(round.verdicts, round.nominations.ids)).get(member)
    if group is None:
        raise NotAllowed(_("{id} is in no duplicate group").format(id=member))
    others = tuple(id for id in group.members if id != member)
    if word.primary and word.primary not in others:
        message = _("{primary} is not among {members}")
        told = message.format(primary=word.primary, members=", ".join(others))
        raise NotAllowed(told, todo=_("choose the primary among them"))
    apart = _apart(round, member, others, kind, word)
    return _kept_together(round, _with_all(round.verdicts, apart), group, member, word)


def _apart(
    round: Round, member: str, others: Iterable[str], kind: Literal["distinct", "related"], word: Word
) -> Iterable[Verdict]:
    reason = said(word.reason)
    for other in others:
        stands = round.verdict((member, other))
        if stands is None or stands.kind == "duplicate":
            yield Verdict(other, member, kind, reason, word.at)


def _kept_together(round: Round, verdicts: Verdicts, group: Group, member: str, word: Word) -> Verdicts:
    """The verdicts, with the others of a group joined to one another and their primary named where that is needed."""
    others = [id for id in group.members if id != member]
    stays = word.primary or (group.primary if group.primary != member else "")
    primary = stays or _primary_by_rule(verdicts, others)
    links = [
        _linked(round, member, primary, id, part, word)
        for part in _parts(verdicts, others)
        if primary not in part
        for id in [min(part, key=lambda id: round.verdict((primary, id)) is not None)]
    ]
    together = _with_all(verdicts, links)
    return together if not stays else _with_primary(together, others, stays, word.at)


def _linked(round: Round, member: str, primary: str, id: str, part: Sequence[str], word: Word) -> Verdict:
    """What joins a nomination to the primary, with the reason and the texts of what joined both to the member."""
    texts = (_text(round, member, primary), _text(round, member, id))
    reason = _reason(round, member, part)
    return Verdict(primary, id, "duplicate", reason, word.at, primary, texts=texts if all(texts) else ())


def _text(round: Round, member: str, id: str) -> str:
    """The digest of a nomination when it was joined to the member, or else to another; empty where none was noted."""
    of_both = round.verdict((member, id))
    known = [of_both] if of_both else [verdict for verdict in round.verdicts if id in verdict.pair]
    return next((each.digests[id] for each in known if id in each.digests), "")


def _parts(verdicts: Verdicts, ids: Sequence[str]) -> Sequence[Sequence[str]]:
    """Those of these nominations that hang together by duplicate verdicts among them, in their order."""
    found = by_member(groups(verdicts, ids))
    return list(dict.fromkeys(found[id].members if id in found else (id,) for id in ids))


def _primary_by_rule(verdicts: Verdicts, ids: Sequence[str]) -> str:
    """The primary that these nominations would have as one group, had nobody named another one."""
    # Links that name nobody put all of them into one group.
    links = (Verdict(ids[0], id, "duplicate", "", datetime.min.replace(tzinfo=UTC)) for id in ids[1:])
    unsaid = [link for link in links if all(link.pair != verdict.pair for verdict in verdicts)]
    made = groups((*verdicts, *unsaid), ids)
    return made[0].primary if made else ids[0]


def _reason(round: Round, member: str, part: Sequence[str]) -> str:
    """Why the chair joined some nominations to the member that is taken out now."""
    joining = (round.verdict((member, id)) for id in part)
    return next((verdict.reason for verdict in joining if verdict and verdict.kind == "duplicate"), "")


def _with_primary(verdicts: Verdicts, ids: Sequence[str], primary: str, at: datetime) -> Verdicts:
    """The verdicts, the primary of one group named by one of them more than it was, if it is another so far."""
    made = by_member(groups(verdicts, ids)).get(primary)
    if made is None or made.primary == primary:
        return verdicts
    naming = next(v for v in verdicts if v.kind == "duplicate" and primary in v.pair and v.pair <= set(ids))
    return replaced(verdicts, naming.pair, replace(naming, primary=primary, at=at))


def _with_all(verdicts: Verdicts, given: Iterable[Verdict]) -> Verdicts:
    for verdict in given:
        verdicts = replaced(verdicts, verdict.pair, verdict)
    return verdicts

"""Two nominations that may be one, told to the chair: what was decided, what has changed since, what speaks for what."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from nominate_tui.jury.judged_twice import Reliability
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _, decimal, later
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.duplicate import (
    BY_TOPIC_ALONE,
    KINDS,
    Axis,
    Chain,
    Grouping,
    Kind,
    SuggestedGroup,
    Suggestion,
)
from nominate_tui.model.round import Round
from nominate_tui.tui.chair_words import (
    KIND_SIGNS,
    KIND_WORDS,
    RULE_WORDS,
    percent,
    stands_for,
    when,
)
from nominate_tui.tui.words import OUTDATED, fields_told

AXES: Final[Mapping[Axis, str]] = {
    "name": later("name"),
    "owner": later("owner"),
    "text": later("text"),
    "topic": later("topic"),
}
"""What two nominations are compared by, in the order it is told."""

_NOTHING: Final[Mapping[Axis, str]] = {
    "name": later("the titles differ"),
    "owner": later("nothing is known of the owners"),
    "text": later("no passage is the same word for word"),
    "topic": later("the topics are not seen to be near"),
}
"""What is told of an axis on which nothing was found."""

_MANY: Final = 12
"""Nominations that are named one by one at most: more would leave no room for what is told besides."""


def ids(pair: Pair) -> str:
    """The two ids of a pair."""
    return f"{pair.a}–{pair.b}"


def in_short(pair: Pair) -> str:
    """What a pair is, or may be, with its sign: one cell of the list."""
    if pair.verdict:
        told = f"{KIND_SIGNS[pair.verdict.kind]} {_(KIND_WORDS[pair.verdict.kind])}"
        return f"{told} {OUTDATED}" if pair.outdated else told
    if pair.joined:
        return _same_group()
    if pair.kept_apart:
        return f"{KIND_SIGNS[pair.kept_apart.kind]} " + _("by others")
    if pair.follows:
        return "· " + _("with {a}–{b}").format(a=pair.follows[0], b=pair.follows[1])
    if by_topic_only(pair):
        return "? " + _("by topic only")
    return "? " + (_(KIND_WORDS[pair.suggestion.suggested]) if pair.suggestion else "")


def usual() -> Sequence[str]:
    """What `in_short` says of most pairs, so that its column need not grow while one settles them."""
    return (*(f"{KIND_SIGNS[kind]} {_(KIND_WORDS[kind])}" for kind in KINDS), _same_group())


def _same_group() -> str:
    return f"{KIND_SIGNS['duplicate']} " + _("same group")


def by_topic_only(pair: Pair) -> bool:
    """Whether nothing but the topic speaks for a pair, and nobody has decided about it."""
    return pair.open and pair.suggestion is not None and pair.suggestion.rule == BY_TOPIC_ALONE


def so_far(pair: Pair) -> str:
    """What was decided about a pair, or else what is suggested: beside the two texts."""
    if pair.verdict:
        told = _(KIND_WORDS[pair.verdict.kind])
        return f"{told} ({OUTDATED} " + _("before the text changed") + ")" if pair.outdated else told
    if other := by_others(pair):
        return other
    if by_topic_only(pair):
        return _("by topic only")
    if pair.suggestion:
        return _("suggested: {kind}").format(kind=_(KIND_WORDS[pair.suggestion.suggested]))
    return _("not settled")


def by_others(pair: Pair) -> str:
    """What other verdicts make of a pair that has none, or with which open pair it is settled; empty where neither is."""
    if pair.joined:
        return _("one by other verdicts")
    if other := pair.kept_apart:
        kind = _(KIND_WORDS[other.kind])
        return _("{kind} by the verdict on {a}–{b}").format(kind=kind, a=other.a, b=other.b)
    if pair.follows:
        return _("settled with {a}–{b}").format(a=pair.follows[0], b=pair.follows[1])
    return ""


def decided(pair: Pair) -> str:
    """The verdict on a pair, or what others make of it; empty where nothing was decided."""
    told: list[str] = []
    group = pair.joined
    if pair.verdict:
        kind = _(KIND_WORDS[pair.verdict.kind])
        told += [_("Verdict: {kind} ({when})").format(kind=kind, when=when(pair.verdict.at))]
        told += [pair.verdict.reason, stands_for(pair.verdict, group) if group else ""]
    elif group:
        whole = _("{primary} stands for the whole group ({members})")
        told += [_("One by other verdicts")]
        told += [whole.format(primary=group.primary, members=", ".join(group.members))]
    elif pair.kept_apart or pair.follows:
        told += [_("No verdict of its own: {told}").format(told=by_others(pair))]
        told += [pair.kept_apart.reason if pair.kept_apart else ""]
    if group and len(group.members) > len(pair.ids):
        told += [_("o takes one out")]
    return " · ".join(filter(None, told))


def changed(pair: Pair, round: Round) -> Iterator[str]:
    """What changed in which of the two after the verdict, a line each."""
    told = _("{sign} {id} changed on {day}, after the verdict: {fields}")
    by_hand = _("{sign} {id} changed after the verdict, in its file")
    for id, change in pair.changes.items():
        if change is None:
            yield by_hand.format(sign=OUTDATED, id=id)
        else:
            fields = fields_told(round, change.fields)
            yield told.format(sign=OUTDATED, id=id, day=day_and_month(change.when), fields=fields)


def gone(pair: Pair, round: Round) -> str:
    """That one of the two is not in the round, so that the verdict does not count; empty where both are."""
    ids = [id for id in (pair.a, pair.b) if id not in round.nominations]
    told = _("There is no nomination {ids}: the verdict does not count, and w takes it back")
    return told.format(ids=", ".join(ids)) if ids else ""


def would_join(pair: Pair) -> Iterator[str]:
    """The settled groups that an open pair reaches into, a line each."""
    if pair.open and pair.verdict is None:
        for id, group in pair.groups.items():
            if group.primary == id:
                others = ", ".join(each for each in group.members if each != id)
                yield _("{id} stands for {others}").format(id=id, others=others)
            else:
                yield _("{id} stands in the group of {primary}").format(id=id, primary=group.primary)


def group_of(pair: Pair, grouping: Grouping) -> SuggestedGroup | None:
    """The suggested group of more than two that both are in; `None` where there is none."""
    both = (group for group in grouping.groups if pair.ids <= set(group.members))
    return next((group for group in both if len(group.members) > len(pair.ids)), None)


def group_told(group: SuggestedGroup) -> str:
    """A suggested group: who is in it, who would stand for it, where it holds least."""
    told = _(
        "Suggested as one: {members}; {primary} would stand for all. The weakest link is {link}."
        " g settles the whole group"
    )
    members = members_told(group.members)
    return told.format(members=members, primary=group.primary, link=link_told(group.weakest))


def chains_told(pair: Pair, grouping: Grouping) -> Iterator[str]:
    """The chain that both are in, without being one group with everybody there."""
    for chain in grouping.chains:
        if not pair.ids <= set(chain.members):
            continue
        joined = pair.ids.union(*(group.members for group in pair.groups.values()))
        if pair.open and joined.issuperset(chain.members):
            a, b = chain.unsupported
            told = _("Nothing else makes duplicates of {a} and {b}; they become one where this pair does")
            yield told.format(a=a, b=b)
        else:
            yield chain_told(chain, link_told(chain.weakest))


def chain_told(chain: Chain, weakest: str) -> str:
    """A chain: who hangs together over its weakest link, which is told as it is given, and which two are not one."""
    told = _(
        "Not one group: {members} hang together over {link}, and nothing makes duplicates of {a} and {b}"
    )
    a, b = chain.unsupported
    return told.format(members=members_told(chain.members), link=weakest, a=a, b=b)


def members_told(ids: Sequence[str]) -> str:
    """Nominations by their ids; of very many the first ones, and how many there are."""
    if len(ids) <= _MANY:
        return ", ".join(ids)
    return _("{first} … ({n} in all)").format(first=", ".join(ids[:_MANY]), n=len(ids))


def link_told(link: Suggestion) -> str:
    """Two nominations, and how alike they are."""
    return _("{a}–{b} ({likeness} alike)").format(a=link.a, b=link.b, likeness=percent(link.likeness))


def suggested(found: Suggestion) -> str:
    """What is suggested, how alike the two are, and by which rule, in words."""
    kind: Kind = found.suggested
    told = _("Suggested: {kind}, {likeness} alike").format(
        kind=_(KIND_WORDS[kind]), likeness=percent(found.likeness)
    )
    rule = RULE_WORDS.get(found.rule)
    return f"{told}: {_(rule)}" if rule else told


def evidence(found: Suggestion) -> Iterator[tuple[str, str]]:
    """What was found on each of the four axes, also where that is nothing: a text, with the axis before its first."""
    for axis, name in AXES.items():
        first, *more = [each.text for each in found.evidence if each.kind == axis] or [_(_NOTHING[axis])]
        yield _(name), first
        yield from (("", text) for text in more)


def words_shared(found: Suggestion) -> int:
    """How many words stand in both texts, without the form's wording."""
    return sum(int(each.values["words"]) for each in found.evidence if each.kind == "text")


def reliability_told(found: Reliability) -> str:
    """How far two jurors lie apart on duplicates and on one nomination; empty where the pairs of reviews are few."""
    if found.judged_twice.mean is None:
        return ""
    twice = _apart(found.judged_twice.mean)
    if found.judged_once.mean is None:
        return _("Judged twice: on two duplicates, two jurors lie {twice} apart on average").format(
            twice=twice
        )
    told = _(
        "Judged twice: on two duplicates, two jurors lie {twice} apart on average;"
        " on one and the same nomination, {once}"
    )
    return told.format(twice=twice, once=_apart(found.judged_once.mean))


def _apart(mean: Fraction) -> str:
    return decimal(f"{float(mean):.2f}")

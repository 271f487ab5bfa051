"""What the chair is asked before a whole group is settled, or one nomination is taken out of its group.

As in `chair_asking`, the first question is asked at once, and the answer can be awaited: a line to show, or nothing.
"""

from collections.abc import Awaitable, Mapping, Sequence
from typing import Final, Literal

from textual.screen import Screen

from nominate_tui.errors import NotAllowed
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.duplicate import Group, SuggestedGroup
from nominate_tui.tui.chair_words import KIND_WORDS
from nominate_tui.tui.dialogs.ask import AskLine, Choose
from nominate_tui.tui.pairs_told import link_told
from nominate_tui.tui.screens.chair_answers import (
    asked,
    called,
    decided_with_reason,
    effect_and_persons,
    effect_told,
    in_body,
    which_stands,
)

_OUT_AS: Final[tuple[tuple[Literal["distinct", "related"], str], ...]] = (
    ("distinct", later("distinct: it has nothing to do with them")),
    ("related", later("related: a sibling, or the same idea elsewhere")),
)
"""What a nomination that is taken out can be to the others."""


def settle_group(
    screen: Screen[None], desk: ChairDesk, pair: Pair, group: SuggestedGroup | None
) -> Awaitable[str | None]:
    """Ask who stands for a suggested group, and why all of it is one; the answer is the effect, or `None`.

    Raises:
        NotAllowed: The pair is in no suggested group of more than two; nothing is asked.
    """
    if group is None:
        told = _("No group of more than two is suggested with {a} and {b}")
        raise NotAllowed(told.format(a=pair.a, b=pair.b))
    title = _("Which of the {n} stands for all?").format(n=len(group.members))
    body = _("The reviews of all count for it; the others are listed under it and not ranked.")
    weakest = _("The weakest link is {link}.").format(link=link_told(group.weakest))
    ids = sorted(group.members, key=lambda id: id != group.primary)
    primary = which_stands(
        screen,
        (title, f"{body} {weakest}"),
        called(desk, ids),
        lambda id: desk.effect_of_group(group.members, id),
    )
    return _settle_group(screen, desk, group, primary)


async def _settle_group(
    screen: Screen[None], desk: ChairDesk, group: SuggestedGroup, asked_primary: Awaitable[str | None]
) -> str | None:
    primary = await asked_primary
    if primary is None:
        return None
    members, seen = group.members, desk.round.nominations
    title = _("{members} are one: why?").format(members=", ".join(members))
    question = AskLine(title, body=effect_told(), required=True)
    foreseen = in_body(question, lambda: desk.effect_of_group(members, primary))
    return await decided_with_reason(
        screen,
        desk,
        title,
        asked(screen, question, [foreseen]),
        lambda reason: effect_and_persons(desk, desk.settle_group(members, reason, primary, seen), reason),
    )


def take_out(screen: Screen[None], desk: ChairDesk, pair: Pair) -> Awaitable[str | None]:
    """Ask which member leaves the settled group of a pair, as what, and why; the answer is the effect, or `None`.

    Raises:
        NotAllowed: Neither of the two is in a group; nothing is asked.
    """
    if not pair.groups:
        told = _("Neither {a} nor {b} is in a duplicate group")
        raise NotAllowed(told.format(a=pair.a, b=pair.b))
    groups = {id: group for group in pair.groups.values() for id in group.members}
    ids = sorted(groups, key=lambda id: id not in pair.ids)
    options = [(id, f"{id}  {title}") for id, title in called(desk, ids).items()]
    question = Choose(
        _("Which one is taken out of its group?"), options, _("The others of the group stay one.")
    )
    return _take_out(screen, desk, groups, asked(screen, question))


async def _take_out(
    screen: Screen[None], desk: ChairDesk, groups: Mapping[str, Group], answer: Awaitable[str | None]
) -> str | None:
    member = await answer
    if member is None:
        return None
    group = groups[member]
    others = [id for id in group.members if id != member]
    title = _("What is {id} to {others}?").format(id=member, others=", ".join(others))
    kind = await asked(screen, Choose(title, [(kind, _(told)) for kind, told in _OUT_AS]))
    if kind is None:
        return None
    primary: str | None = ""
    if member == group.primary and len(others) > 1:
        primary = await _new_primary(screen, desk, member, others)
    if primary is None:
        return None
    return await _why_out(screen, desk, member, "related" if kind == "related" else "distinct", primary)


def _new_primary(
    screen: Screen[None], desk: ChairDesk, member: str, others: Sequence[str]
) -> Awaitable[str | None]:
    title = _("{id} stood for the group. Which of the others does now?").format(id=member)
    return which_stands(
        screen, (title, ""), called(desk, others), lambda id: desk.effect_of_taking_out(member, id)
    )


def _why_out(
    screen: Screen[None], desk: ChairDesk, member: str, kind: Literal["distinct", "related"], primary: str
) -> Awaitable[str | None]:
    seen = desk.round.nominations
    title = _("{id} out of its group, {kind}: why?").format(id=member, kind=_(KIND_WORDS[kind]))
    question = AskLine(title, body=effect_told(), required=True)
    foreseen = in_body(question, lambda: desk.effect_of_taking_out(member, primary))
    return decided_with_reason(
        screen,
        desk,
        title,
        asked(screen, question, [foreseen]),
        lambda reason: effect_and_persons(desk, desk.take_out(member, reason, kind, primary, seen), reason),
    )

"""What a decision must have: a reason, nominations that are there, no verdict that says otherwise."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from nominate_tui.duplicates.groups import by_member, groups, made_one
from nominate_tui.errors import NotAllowed
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.round import Round
from nominate_tui.notation.clean import clean

LONGEST: Final = 2_000
"""Characters of a reason at most: a page, which is more than anybody reads a year later."""
_BLANK: Final = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that nobody sees: the fillers of Korean, the empty cell of braille."""


def said(reason: str) -> str:
    """The reason, tidied and made inert as whatever is read: see `clean`.

    Raises:
        NotAllowed: There is nothing to see in it, or it is longer than `LONGEST`.
    """
    if not says_something(reason):
        raise NotAllowed(
            _("A reason is needed"), todo=_("say it in a sentence, for whoever asks a year later")
        )
    tidy = clean(reason).strip()
    if len(tidy) > LONGEST:
        message = _("A reason has at most {most} characters, and this one has {n}")
        raise NotAllowed(message.format(most=LONGEST, n=len(tidy)), todo=_("say it in a few sentences"))
    return tidy


def says_something(text: str) -> bool:
    """Whether there is anything to see in a text: a letter, a digit, a sign; no space, control or zero-width character."""
    return any(unicodedata.category(each)[0] in "LNPS" and each not in _BLANK for each in text)


def must_have(round: Round, *nominations: str) -> None:
    """Raise `NotAllowed` for a nomination that the round does not have."""
    for id in nominations:
        if id not in round.nominations:
            raise NotAllowed(_("There is no nomination {nomination}").format(nomination=id))


def verdict(round: Round, meant: Verdict) -> Verdict:
    """A verdict as it can stand, with who is to stand for all that it makes one, where they are duplicates.

    That need not be one of the two: a group that one of them is in keeps its primary where none was named.

    Raises:
        NotAllowed: It is about a nomination and itself or about one that is not there, its primary is none of those
            that it makes one, it joins two groups without saying who stands for both, or it has no reason.
    """
    must_have(round, meant.a, meant.b)
    if meant.a == meant.b:
        raise NotAllowed(_("A nomination is not a duplicate of itself"))
    if meant.kind != "duplicate":
        return replace(meant, reason=said(meant.reason), primary="")
    return replace(meant, reason=said(meant.reason), primary=stands(round, (meant.a, meant.b), meant.primary))


def stands(round: Round, ids: Sequence[str], wished: str) -> str:
    """Who stands for nominations that become one, and for whatever is one with them already.

    It is the one that is wished for; or else the primary of the group that some of them are in; or the first of them.

    Raises:
        NotAllowed: The one that is wished for is not among them, or nobody is, and they are in more than one group.
    """
    settled = by_member(groups(round.verdicts, round.nominations.ids))
    joined = dict.fromkeys(settled[id] for id in ids if id in settled)
    if wished:
        if wished not in ids and all(wished not in group.members for group in joined):
            message = _("{primary} is not among {members}")
            told = message.format(primary=wished, members=", ".join(ids))
            raise NotAllowed(told, todo=_("choose the primary among them"))
        return wished
    if len(joined) > 1:
        raise _several_stand([group.primary for group in joined])
    return next((group.primary for group in joined), ids[0])


def _several_stand(primaries: Sequence[str]) -> NotAllowed:
    message = _(
        "This joins settled groups, for which {primaries} stand: nobody said who stands for all of them"
    )
    todo = _("name the one: --primary {first}, or another of them")
    return NotAllowed(message.format(primaries=", ".join(primaries)), todo=todo.format(first=primaries[0]))


def must_not_contradict(round: Round, given: Verdict) -> None:
    """Raise `NotAllowed` for a verdict that the others contradict; contradictions among the others do not matter.

    Either it calls two nominations distinct or related that others make one, or it joins two that another calls so.
    """
    others = [verdict for verdict in round.verdicts if verdict.pair != given.pair]
    known = [verdict for verdict, _group in made_one(others)]
    for apart, _group in made_one((*others, given)):
        if apart is given:
            raise _made_one(given, others)
        if apart not in known:
            raise _kept_apart(given, apart)


def _made_one(given: Verdict, others: Iterable[Verdict]) -> NotAllowed:
    chain = ", ".join(f"{verdict.a}–{verdict.b}" for verdict in _chain(given, others))
    message = _("{a} and {b} cannot be distinct: earlier verdicts make them one ({pairs})")
    todo = _("take one of these verdicts back first")
    if given.kind == "related":
        message = _("{a} and {b} cannot be only related: earlier verdicts make them one ({pairs})")
        todo = _("take one of the two out of its group first: o, or nominate-tui settle {b} related")
    return NotAllowed(message.format(a=given.a, b=given.b, pairs=chain), todo=todo.format(b=given.b))


def _kept_apart(given: Verdict, apart: Verdict) -> NotAllowed:
    message = _(
        "{a} and {b} cannot be duplicates: that would join {c} and {d}, which a verdict calls distinct"
    )
    if apart.kind == "related":
        message = _(
            "{a} and {b} cannot be duplicates: that would join {c} and {d}, which a verdict calls related"
        )
    return NotAllowed(
        message.format(a=given.a, b=given.b, c=apart.a, d=apart.b),
        todo=_("take the verdict on {a}–{b} back first").format(a=apart.a, b=apart.b),
    )


def _chain(given: Verdict, others: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """The fewest duplicate verdicts over which the two hang together."""
    duplicates = [verdict for verdict in others if verdict.kind == "duplicate"]
    ways: dict[str, tuple[Verdict, ...]] = {given.a: ()}
    for id in (reached := [given.a]):  # grows while it is gone through: the nearest come first
        for verdict in duplicates:
            if id in verdict.pair and (new := verdict.pair - ways.keys()):
                ways.update(dict.fromkeys(new, (*ways[id], verdict)))
                reached.extend(new)
    return ways[given.b]

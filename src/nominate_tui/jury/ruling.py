"""What a decision must have: a reason, nominations that are there, no verdict that says otherwise."""

import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from nominate_tui.duplicates.groups import contradictions
from nominate_tui.errors import NotAllowed
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import Group, Verdict
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
    """A verdict as it can stand: of duplicates the primary stays, or the first is it, where none was named.

    Raises:
        NotAllowed: It is about a nomination and itself or about one that is not there, its primary is neither
            of the two, or it has no reason.
    """
    must_have(round, meant.a, meant.b)
    if meant.a == meant.b:
        raise NotAllowed(_("A nomination is not a duplicate of itself"))
    if meant.kind != "duplicate":
        return replace(meant, reason=said(meant.reason), primary="")
    if meant.primary not in ("", meant.a, meant.b):
        raise NotAllowed(
            _("{primary} is neither {a} nor {b}").format(primary=meant.primary, a=meant.a, b=meant.b),
            todo=_("choose the primary among the two"),
        )
    return replace(meant, reason=said(meant.reason), primary=meant.primary or _stands(round, meant))


def _stands(round: Round, meant: Verdict) -> str:
    """Who stands for two duplicates where nobody is named: who did before the verdict was given anew, or the first."""
    before = round.verdict(meant.pair)
    return (before.primary if before else "") or meant.a


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


def made_one(verdicts: Iterable[Verdict]) -> tuple[tuple[Verdict, Group], ...]:
    """The verdicts that call two nominations distinct or related that others put into one group, with that group."""
    given = {verdict.pair: verdict for verdict in verdicts}
    read = (each if each.kind == "duplicate" else replace(each, kind="distinct") for each in given.values())
    return tuple((given[verdict.pair], group) for verdict, group in contradictions(read))


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

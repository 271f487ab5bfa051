"""What a decision of the chair must have: a reason, nominations that are there, no verdict that says otherwise."""

from collections.abc import Iterable
from dataclasses import replace

from nominate_tui.duplicates.groups import contradictions
from nominate_tui.errors import NotAllowed
from nominate_tui.locale.catalogue import _
from nominate_tui.model.duplicate import Verdict
from nominate_tui.model.round import Round


def said(reason: str) -> str:
    """The reason, tidied.

    Raises:
        NotAllowed: It is empty.
    """
    if reason.strip():
        return reason.strip()
    raise NotAllowed(_("A reason is needed"), todo=_("say it in a sentence, for whoever asks a year later"))


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

    Either it calls two nominations distinct that others make one, or it joins two that another calls distinct.
    """
    others = [verdict for verdict in round.verdicts if verdict.pair != given.pair]
    known = [verdict for verdict, _group in contradictions(others)]
    for distinct, _group in contradictions((*others, given)):
        if distinct is given:
            raise _made_one(given, others)
        if distinct not in known:
            raise _kept_apart(given, distinct)


def _made_one(given: Verdict, others: Iterable[Verdict]) -> NotAllowed:
    chain = ", ".join(f"{verdict.a}–{verdict.b}" for verdict in _chain(given, others))
    message = _("{a} and {b} cannot be distinct: earlier verdicts make them one ({pairs})")
    return NotAllowed(
        message.format(a=given.a, b=given.b, pairs=chain),
        todo=_("take one of these verdicts back first"),
    )


def _kept_apart(given: Verdict, distinct: Verdict) -> NotAllowed:
    message = _(
        "{a} and {b} cannot be duplicates: that would join {c} and {d}, which a verdict calls distinct"
    )
    return NotAllowed(
        message.format(a=given.a, b=given.b, c=distinct.a, d=distinct.b),
        todo=_("take the verdict on {a}–{b} back first").format(a=distinct.a, b=distinct.b),
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

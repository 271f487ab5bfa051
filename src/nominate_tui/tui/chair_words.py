"""What the chair's screens say in words: effects of decisions, ties, what separated whom, times."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.jury.moves import Move
from nominate_tui.jury.progress import JurorProgress, Progress
from nominate_tui.locale.catalogue import _, decimal, later, ngettext
from nominate_tui.model.duplicate import Group, Kind, Verdict
from nominate_tui.model.round import Round
from nominate_tui.model.rules import in_language
from nominate_tui.ranking.result import Ranking, Standing

KIND_SIGNS: Final[dict[Kind, str]] = {"duplicate": "=", "related": "~", "distinct": "≠"}
"""Each verdict has a sign of its own; a pair that is only suggested has `?`."""

KIND_WORDS: Final[dict[Kind, str]] = {
    "duplicate": later("duplicate"),
    "related": later("related"),
    "distinct": later("distinct"),
}

RULE_WORDS: Final[dict[str, str]] = {
    "same-name-same-owner": later("the titles are alike, the owner is the same"),
    "same-text": later("nearly all of the text is the same"),
    "much-text-same-owner": later("much of the text is the same, and the owner"),
    "like-name-same-owner-and-topic": later(
        "the same told in other words: names, owner and topic belong together"
    ),
    "same-name-and-topic-no-owner": later(
        "the titles are alike, the topics very near, and neither names an owner"
    ),
    "same-name": later("the titles are alike"),
    "copied-passages": later("passages are the same word for word"),
    "named-in-the-other": later("one names the other"),
    "next-of-one-owner": later("the titles tell parts or phases of one owner apart"),
    "same-person-near-topic": later("the same person stands behind both, and the topics are near"),
    "like-name-near-topic": later("the titles are somewhat alike, and the topics are near"),
    "nearest-of-one-owner": later("the owner is the same, and no other is nearer to one of them in topic"),
    "same-person-other-language": later("the same person stands behind both, in two languages"),
    "near-topic": later("only the topics are near; half of such pairs are nothing"),
}
"""What each rule that suggests a pair means, by its name in `docs/duplicates.md`."""

_SEPARATORS: Final[dict[str, str]] = {
    "overall": later("overall score"),
    "gauge": later("majority gauge"),
    "head_to_head": later("head to head"),
    "fewest_lowest": later("fewest lowest"),
    "chair": later("the chair"),
    "lot": later("the lot"),
}


def when(at: datetime) -> str:
    """A moment as the calendar and the clock on the wall show it."""
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def how_it_stands(round: Round, progress: Progress) -> tuple[str, str]:
    """What the line at the top says: who sits where, and how far the round is."""
    state = _("locked") if round.deliberation.locked else _("open")
    confirmed = _("{n} of {all} ballots confirmed").format(n=progress.confirmed, all=len(progress.jurors))
    return _("Chair · {award}").format(award=round.rules.title), f"{state} · {confirmed}"


def waited_for(juror: JurorProgress) -> str:
    """What a juror still has to do, and when the last sign of life was."""
    n = len(juror.unfinished)
    told = [ngettext("{n} unfinished", "{n} unfinished", n).format(n=n)] if n else []
    told += [_("{n} read before the text changed").format(n=len(juror.outdated))] if juror.outdated else []
    told += [] if juror.confirmed else [_("not confirmed")]
    told += [_("last seen {day}").format(day=day(juror.changed))] if juror.changed else []
    return ", ".join(told)


def figure(value: Fraction | float | None) -> str:
    """A mean or a deviation with two decimals; a dash where there is none."""
    return "–" if value is None else decimal(f"{float(value):.2f}")


def day(at: datetime) -> str:
    """The day of a moment, without the year, in five cells."""
    return f"{at.astimezone():%d/%m}"


def percent(share: float) -> str:
    """A share from 0 to 1 as whole percents."""
    return _("{n}%").format(n=f"{100 * share:.0f}")


def separator(rule: str, round: Round, language: str) -> str:
    """What separated two rows, by the name that `Standing.separated_by` has for it."""
    kind, _colon, criterion = rule.partition(":")
    if found := round.rules.criterion(criterion):
        return in_language(found.label, language)
    return _(_SEPARATORS[kind]) if kind in _SEPARATORS else rule


def stands_for(verdict: Verdict, group: Group) -> str:
    """Who stands for the two of a verdict, which is not always one of them; empty where nobody does.

    `group` is the duplicate group that the first of them is in now.
    """
    if verdict.kind != "duplicate" or not verdict.pair <= set(group.members):
        return ""
    if group.primary in verdict.pair and len(group.members) == len(verdict.pair):
        return _("{primary} stands for both").format(primary=group.primary)
    told = _("{primary} stands for the whole group ({members})")
    return told.format(primary=group.primary, members=", ".join(group.members))


def contradictions(contradicting: Iterable[tuple[Verdict, Group]]) -> str:
    """The verdicts that contradict one another, a line each."""
    told = _(
        "! {a}–{b} is called distinct, but verdicts join both in one group ({group}): withdraw one of them"
    )
    return "\n".join(
        told.format(a=verdict.a, b=verdict.b, group=", ".join(group.members))
        for verdict, group in contradicting
    )


def wrong(problems: Sequence[Problem]) -> str:
    """How much is wrong in the round, for the views that do not list it; empty where nothing is."""
    n = len(problems)
    told = ngettext(
        "! {n} problem in the round: what is wrong does not count (see 1)",
        "! {n} problems in the round: what is wrong does not count (see 1)",
        n,
    )
    return told.format(n=n) if n else ""


def effect(changed: Sequence[Move]) -> str:
    """What a decision changes, in a line: who stands for whom, who enters or leaves the shortlist, who else moves."""
    told = [*_groups(changed), *_line(changed), *_others(changed)]
    return "; ".join(told) if told else _("nothing in the ranking changes")


def _groups(changed: Iterable[Move]) -> Iterator[str]:
    for move in changed:
        if move.after and _stands_for_others(move):
            others = ", ".join(move.after.duplicates)
            yield _("{id} stands for {others}").format(id=move.nomination, others=others) + _from_to(move)
        elif move.before is None or _stands_for_nobody_now(move):
            yield _("{id} is ranked on its own").format(id=move.nomination) + _from_to(move)


def _stands_for_others(move: Move) -> bool:
    """Whether it stands for some nominations after the decision that it did not all stand for before."""
    before = move.before.duplicates if move.before else ()
    return move.after is not None and bool(move.after.duplicates) and move.after.duplicates != before


def _stands_for_nobody_now(move: Move) -> bool:
    """Whether it is ranked on its own after the decision, and stood for others before."""
    return bool(move.before and move.before.duplicates and move.after and not move.after.duplicates)


def _from_to(move: Move) -> str:
    before, after = _rank(move.before), _rank(move.after)
    if not after:
        return ""
    if not before or before == after:
        return ": " + _("rank {rank}").format(rank=after)
    return ": " + _("rank {before} → {after}").format(before=before, after=after)


def _rank(row: Standing | None) -> str:
    return row.printed_rank if row else ""


def _line(changed: Sequence[Move]) -> Iterator[str]:
    stood_for = {id for move in changed if move.after for id in move.after.duplicates}
    for move in changed:
        if move.enters:
            yield _("{id} enters the shortlist").format(id=move.nomination)
        elif move.leaves and move.nomination not in stood_for:
            yield _("{id} leaves the shortlist").format(id=move.nomination)


def _others(changed: Sequence[Move]) -> Iterator[str]:
    told = (_stands_for_others, _stands_for_nobody_now)
    others = [
        m
        for m in changed
        if _moved(m) and not m.enters and not m.leaves and not any(each(m) for each in told)
    ]
    if len(others) == 1:
        yield _("{id} moves from rank {before} to {after}").format(
            id=others[0].nomination, before=_rank(others[0].before), after=_rank(others[0].after)
        )
    elif others:
        yield ngettext("{n} other moves in rank", "{n} others move in rank", len(others)).format(
            n=len(others)
        )


def _moved(move: Move) -> bool:
    return bool(move.before and move.after) and _rank(move.before) != _rank(move.after)


def tie_at_the_line(ranking: Ranking) -> str:
    """The tie across the line of the shortlist, in words; empty where there is none."""
    if not ranking.tied:
        return ""
    told = _(
        "{ids} share rank {rank} across the line and no rule separates them: {n} are in a shortlist of {k}"
    )
    if ranking.tied[0] not in ranking.shortlist:
        told = _(
            "{ids} share rank {rank} across the line and the chair has not decided: {n} are in a shortlist of {k}"
        )
    rank = next(row.rank for row in ranking.standings if row.nomination == ranking.tied[0])
    return told.format(ids=", ".join(ranking.tied), rank=rank, n=len(ranking.shortlist), k=ranking.k)


def tied_with(ranking: Ranking, rank: int) -> tuple[str, ...]:
    """The nominations that have this rank."""
    return tuple(row.nomination for row in ranking.standings if row.rank == rank)


def why_here(ranking: Ranking, row: Standing, round: Round, language: str) -> str:
    """Why a row stands where it does: what put it behind the one above, or with whom it is tied."""
    if row.rank is None:
        return _("No review counts yet, so it has no rank")
    if row.shared:
        others = ", ".join(id for id in tied_with(ranking, row.rank) if id != row.nomination)
        tied = _("Shares rank {rank} with {others}: no rule separates them").format(
            rank=row.rank, others=others
        )
        return tied if row.rank == 1 else f"{tied}. {_behind(ranking, row, round, language)}"
    return _behind(ranking, row, round, language) if row.rank > 1 else _("Nobody is before it")


def _behind(ranking: Ranking, row: Standing, round: Round, language: str) -> str:
    """The rule stands with the first of those that share a rank; it holds for all of them."""
    rule = next((r.separated_by for r in ranking.standings if r.rank == row.rank and r.separated_by), None)
    above = [
        r for r in ranking.standings if r.rank is not None and row.rank is not None and r.rank < row.rank
    ]
    if rule is None or not above:
        return ""
    last = above[-1]
    told = _("Behind {id} at rank {rank} by: {rule}").format(
        id=last.nomination, rank=last.printed_rank, rule=separator(rule, round, language)
    )
    return told + _figures(rule, last, row)


def _figures(rule: str, above: Standing, row: Standing) -> str:
    kind, _colon, criterion = rule.partition(":")
    if kind == "overall":
        return f" ({decimal(above.overall)} > {decimal(row.overall)})"
    upper, lower = above.criteria.get(criterion), row.criteria.get(criterion)
    if upper is None or lower is None:
        return ""
    return f" ({figure(upper)} > {figure(lower)})"

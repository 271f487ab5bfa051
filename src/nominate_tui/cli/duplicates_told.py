"""What `nominate-tui duplicates` answers: pairs, groups, chains and what was judged twice, for programs and for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from nominate_tui.cli.answer import Answer
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.duplicates.groups import made_one
from nominate_tui.duplicates.suggested_groups import weakest_links
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.judged_twice import Difference, JudgedTwice, Reliability
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _, decimal, ngettext
from nominate_tui.model.duplicate import Chain, Group, Grouping, SuggestedGroup, Suggestion, Verdict
from nominate_tui.tui.chair_words import KIND_WORDS
from nominate_tui.tui.pairs_told import by_others, chain_told, members_told, suggested

_CSV: Final = (
    "a",
    "b",
    "suggested",
    "rule",
    "likeness",
    "evidence",
    "verdict",
    "primary",
    "reason",
    "outdated",
    "open",
    "follows",
    "gone",
)

_DECIMALS: Final = 4
"""Of likeness, of the value of evidence and of scores: further ones are no news, and differ from machine to machine."""


def answer_of(desk: ChairDesk, *, only_open: bool = False) -> Answer:
    """Everything that is known of the duplicates of a round; of the pairs, if wished, only those that wait for a decision."""
    pairs = [pair for pair in desk.pairs() if pair.open or not only_open]
    grouping = desk.grouping()
    return Answer(
        data={
            "pairs": [{**_pair(pair), "gone": [*_gone(desk, pair)]} for pair in pairs],
            "groups": [*_settled(desk), *(_suggested(group) for group in grouping.groups)],
            "chains": [_chain(chain) for chain in grouping.chains],
            "contradictions": [
                {"a": verdict.a, "b": verdict.b, "group": list(group.members)}
                for verdict, group in desk.sight.contradictions
            ],
            "related_in_group": [
                {"a": verdict.a, "b": verdict.b, "group": list(group.members)}
                for verdict, group in _overruled(desk)
            ],
            "reliability": _reliability(desk.reliability()),
        },
        sheet=Sheet(
            [Column(id, id) for id in _CSV], [(*_row(pair), " ".join(_gone(desk, pair))) for pair in pairs]
        ),
        parts=[*_parts(desk, pairs, grouping)],
    )


def _gone(desk: ChairDesk, pair: Pair) -> Sequence[str]:
    """The ids of a pair that the round does not have any more: what was said of them does not count."""
    return [id for id in (pair.a, pair.b) if id not in desk.round.nominations]


def _overruled(desk: ChairDesk) -> Sequence[tuple[Verdict, Group]]:
    """The verdicts of related within a duplicate group, which other verdicts make one all the same."""
    found = made_one(desk.round.verdicts)
    return [(verdict, group) for verdict, group in found if verdict.kind == "related"]


# For programs


def _pair(pair: Pair) -> Mapping[str, object]:
    found, verdict = pair.suggestion, pair.verdict
    evidence = found.evidence if found else ()
    return {
        "a": pair.a,
        "b": pair.b,
        "suggested": found.suggested if found else None,
        "rule": found.rule if found else None,
        "likeness": _likeness(found),
        "evidence": [{"kind": e.kind, "value": round(e.value, _DECIMALS), "text": e.text} for e in evidence],
        "verdict": verdict.kind if verdict else None,
        "primary": verdict.primary or None if verdict else None,
        "reason": verdict.reason if verdict else None,
        "outdated": pair.outdated,
        "open": pair.open,
        "kept_apart": [pair.kept_apart.a, pair.kept_apart.b] if pair.kept_apart else None,
        "follows": list(pair.follows) or None,
        "primaries": {id: group.primary for id, group in pair.groups.items()},
    }


def _row(pair: Pair) -> Sequence[Cell]:
    found, verdict = pair.suggestion, pair.verdict
    return (
        pair.a,
        pair.b,
        found.suggested if found else None,
        found.rule if found else None,
        _likeness(found),
        _evidence(found),
        verdict.kind if verdict else None,
        verdict.primary if verdict else None,
        verdict.reason if verdict else None,
        pair.outdated,
        pair.open,
        " ".join(pair.follows) or None,
    )


def _likeness(found: Suggestion | None) -> float | None:
    return round(found.likeness, _DECIMALS) if found else None


def _evidence(found: Suggestion | None) -> str:
    return "; ".join(evidence.text for evidence in found.evidence) if found else ""


def _settled(desk: ChairDesk) -> Iterator[Mapping[str, object]]:
    weakest = weakest_links(desk.groups(), desk.suggestions())
    for group in desk.groups():
        yield {
            "members": list(group.members),
            "primary": group.primary,
            "verdict": "duplicate",
            "weakest": _link(weakest.get(group.primary)),
        }


def _suggested(group: SuggestedGroup) -> Mapping[str, object]:
    weakest = _link(group.weakest)
    return {"members": list(group.members), "primary": None, "verdict": None, "weakest": weakest}


def _chain(chain: Chain) -> Mapping[str, object]:
    return {
        "members": list(chain.members),
        "weakest": _link(chain.weakest),
        "unsupported": list(chain.unsupported),
    }


def _link(found: Suggestion | None) -> Mapping[str, object] | None:
    return {"a": found.a, "b": found.b, "likeness": _likeness(found)} if found else None


def _reliability(found: Reliability) -> Mapping[str, object]:
    return {
        "judged_twice": _difference(found.judged_twice),
        "by_oneself": _difference(found.by_oneself),
        "judged_once": _difference(found.judged_once),
        "reviews": [_judged_twice(each) for each in (*found.reviews, *found.own)],
    }


def _difference(found: Difference) -> Mapping[str, object]:
    return {"pairs": found.pairs, "mean": None if found.mean is None else _rounded(found.mean)}


def _judged_twice(found: JudgedTwice) -> Mapping[str, object]:
    return {
        "group": found.group,
        "nominations": list(found.nominations),
        "jurors": list(found.jurors),
        "scores": [_rounded(score) for score in found.scores],
        "difference": _rounded(found.difference),
    }


def _rounded(value: Fraction) -> float:
    return float(round(value, _DECIMALS))


# For people


def _parts(desk: ChairDesk, pairs: Sequence[Pair], grouping: Grouping) -> Iterator[Sheet | str]:
    if not pairs:
        if not desk.pairs():
            yield _("No two nominations are worth a look, and none are settled.")
            return
        yield _("No pair waits for a decision.")
    else:
        columns = [Column("", _("Pair")), Column("", _("Titles, verdict, evidence"))]
        yield Sheet(columns, [row for pair in pairs for row in _told(desk, pair)])
    for group in desk.groups():
        others = ", ".join(id for id in group.members if id != group.primary)
        yield _("{id} stands for {others}").format(id=group.primary, others=others)
    # Of two, the pair says it already.
    yield from (_group_told(group) for group in grouping.groups if len(group.members) > 2)
    yield from (chain_told(chain, _link_told(chain.weakest)) for chain in grouping.chains)
    yield from _contradictions(desk)
    yield from _without_effect(desk, pairs)
    yield from _reliability_told(desk.reliability())


def _told(desk: ChairDesk, pair: Pair) -> Iterator[Sequence[Cell]]:
    """A row for each thing that is told of a pair: beside one another they would be columns of a few letters."""
    nominations = desk.round.nominations
    titles = [nominations[id].title if id in nominations else "–" for id in (pair.a, pair.b)]
    yield f"{pair.a} – {pair.b}", " / ".join(titles)
    yield "", _standing(pair)
    if found := pair.suggestion:
        yield "", suggested(found)
        yield from (("", each.text) for each in found.evidence)


def _standing(pair: Pair) -> str:
    """The verdict, whether it is outdated, and what an open pair would be joined to."""
    if pair.verdict:
        told = f"{_(KIND_WORDS[pair.verdict.kind])}: {pair.verdict.reason}"
        changed = _("before the text of {ids} changed").format(ids=", ".join(pair.changes))
        return f"{told} ({changed})" if pair.outdated else told
    if other := by_others(pair):
        return other
    groups = [
        _("{id} is in the group of {primary}").format(id=id, primary=group.primary)
        for id, group in pair.groups.items()
    ]
    return "; ".join((_("open"), *groups))


def _group_told(group: SuggestedGroup) -> str:
    told = _(
        "Suggested as one: {members}; the weakest link is {link}."
        " Decide with: nominate-tui settle {command} duplicate --reason …"
    )
    return told.format(
        members=members_told(group.members), link=_link_told(group.weakest), command=" ".join(group.members)
    )


def _link_told(link: Suggestion) -> str:
    return _("{a} – {b} ({percent} % alike)").format(a=link.a, b=link.b, percent=f"{100 * link.likeness:.0f}")


def _contradictions(desk: ChairDesk) -> Iterator[str]:
    for verdict, group in desk.sight.contradictions:
        told = _("{a} and {b} are called distinct, and other verdicts make them one: {members}")
        yield told.format(a=verdict.a, b=verdict.b, members=", ".join(group.members))


def _without_effect(desk: ChairDesk, pairs: Iterable[Pair]) -> Iterator[str]:
    """The verdicts that change nothing: on nominations that are gone, or of related within a group."""
    for pair in pairs:
        if gone := _gone(desk, pair):
            told = _(
                "There is no nomination {ids}: the verdict on {a} and {b} does not count."
                " Take it back with: nominate-tui settle {a} {b} open"
            )
            yield told.format(ids=", ".join(gone), a=pair.a, b=pair.b)
    for verdict, group in _overruled(desk):
        told = _("{a} and {b} are called related, and other verdicts make them one: {members}")
        yield told.format(a=verdict.a, b=verdict.b, members=", ".join(group.members))


def _reliability_told(found: Reliability) -> Iterator[str]:
    if found.judged_twice.mean is None:
        return
    told = ngettext(
        "Judged twice: {count} pair of reviews of two duplicates by different jurors lies {mean} apart",
        "Judged twice: {count} pairs of reviews of two duplicates by different jurors lie {mean} apart on average",
        found.judged_twice.pairs,
    )
    yield told.format(count=found.judged_twice.pairs, mean=_mean(found.judged_twice.mean)) + _expected(found)


def _expected(found: Reliability) -> str:
    once = found.judged_once
    if once.mean is None:
        return ""
    told = _("; two jurors on one nomination lie {mean} apart ({count} pairs)")
    return told.format(mean=_mean(once.mean), count=once.pairs)


def _mean(value: Fraction) -> str:
    return decimal(f"{float(value):.2f}")

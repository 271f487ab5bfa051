"""`nominate-tui duplicates`: the pairs worth a look, why, and what the chair decided."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from nominate_tui.cli.answer import Answer, show
from nominate_tui.cli.options import format_option, language_option, round_argument
from nominate_tui.cli.reading import chair_at
from nominate_tui.cli.sheet import Cell, Column, Sheet
from nominate_tui.jury.chair import ChairDesk
from nominate_tui.jury.pairs import Pair
from nominate_tui.locale.catalogue import _, later
from nominate_tui.model.duplicate import Group
from nominate_tui.model.nomination import Nominations

_SUGGESTED = {"duplicate": later("duplicate"), "related": later("related"), "distinct": later("distinct")}


@click.command(
    help=_(
        "List the pairs of nominations that are worth a look, loudest first, with the evidence in words and the"
        " chair's verdict where there is one, and the duplicate groups that follow. `nominate-tui settle` decides."
    )
)
@round_argument
@format_option
@language_option
def duplicates(folder: Path, format: str, language: str | None) -> None:
    """List pairs and groups."""
    desk = chair_at(folder, language)
    show(_answer(desk), format)


def _answer(desk: ChairDesk) -> Answer:
    nominations, pairs, groups = desk.round.nominations, desk.pairs(), desk.groups()
    return Answer(
        data={
            "pairs": [_pair(pair) for pair in pairs],
            "groups": [
                {"members": list(group.members), "primary": group.primary, "verdict": "duplicate"}
                for group in groups
            ],
            "contradictions": [
                {"a": verdict.a, "b": verdict.b, "group": list(group.members)}
                for verdict, group in desk.sight.contradictions
            ],
        },
        sheet=Sheet([Column(id, id) for id in _CSV], [_row(pair) for pair in pairs]),
        parts=[*_parts(nominations, pairs, groups), *_contradictions(desk)],
    )


_CSV = ("a", "b", "suggested", "rule", "likeness", "evidence", "verdict", "primary", "reason")

_DECIMALS = 4
"""Of likeness and of the value of evidence: further ones are no news, and differ from machine to machine."""


def _pair(pair: Pair) -> dict[str, object]:
    found, verdict = pair.suggestion, pair.verdict
    evidence = found.evidence if found else ()
    return {
        "a": pair.a,
        "b": pair.b,
        "suggested": found.suggested if found else None,
        "rule": found.rule if found else None,
        "likeness": _likeness(pair),
        "evidence": [{"kind": e.kind, "value": round(e.value, _DECIMALS), "text": e.text} for e in evidence],
        "verdict": verdict.kind if verdict else None,
        "primary": verdict.primary or None if verdict else None,
        "reason": verdict.reason if verdict else None,
    }


def _row(pair: Pair) -> Sequence[Cell]:
    found, verdict = pair.suggestion, pair.verdict
    return (
        pair.a,
        pair.b,
        found.suggested if found else None,
        found.rule if found else None,
        _likeness(pair),
        _evidence(pair),
        verdict.kind if verdict else None,
        verdict.primary if verdict else None,
        verdict.reason if verdict else None,
    )


def _likeness(pair: Pair) -> float | None:
    return round(pair.suggestion.likeness, _DECIMALS) if pair.suggestion else None


def _evidence(pair: Pair) -> str:
    return "; ".join(evidence.text for evidence in pair.suggestion.evidence) if pair.suggestion else ""


def _parts(nominations: Nominations, pairs: Sequence[Pair], groups: Sequence[Group]) -> Iterator[Sheet | str]:
    if not pairs:
        yield _("No two nominations are worth a look, and none are settled.")
        return
    headings = (_("Pair"), _("Titles"), _("Suggested"), _("Evidence"), _("Verdict"))
    yield Sheet([Column("", heading) for heading in headings], [_told(nominations, pair) for pair in pairs])
    for group in groups:
        others = ", ".join(id for id in group.members if id != group.primary)
        yield _("{id} stands for {others}").format(id=group.primary, others=others)


def _contradictions(desk: ChairDesk) -> Iterator[str]:
    for verdict, group in desk.sight.contradictions:
        told = _("{a} and {b} are called distinct, and other verdicts make them one: {members}")
        yield told.format(a=verdict.a, b=verdict.b, members=", ".join(group.members))


def _told(nominations: Nominations, pair: Pair) -> Sequence[Cell]:
    found, verdict = pair.suggestion, pair.verdict
    return (
        f"{pair.a} – {pair.b}",
        " / ".join(nominations[id].title for id in (pair.a, pair.b) if id in nominations),
        _(_SUGGESTED[found.suggested]) if found else "",
        _evidence(pair),
        f"{_(_SUGGESTED[verdict.kind])}: {verdict.reason}" if verdict else _("open"),
    )

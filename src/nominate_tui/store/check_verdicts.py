"""Finds what does not fit together in the verdicts on duplicates, and what they outlived."""

from collections.abc import Iterator, Mapping

from nominate_tui.duplicates.groups import made_one
from nominate_tui.errors import Problem
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.locale.dates import day_and_month
from nominate_tui.model.nomination import Change
from nominate_tui.model.outdated import changed_after
from nominate_tui.model.round import Round
from nominate_tui.notation.wording import shown
from nominate_tui.store.notes import Notes, no_nomination


def check_verdicts(round: Round, notes: Notes) -> Iterator[Problem]:
    """Verdicts on what is not there, verdicts that contradict one another, and those from before a text changed."""
    yield from _verdicts(round, notes)
    yield from _contradictions(round, notes)
    yield from _outdated_verdicts(round, notes)


def _verdicts(round: Round, notes: Notes) -> Iterator[Problem]:
    for place, verdict in enumerate(round.verdicts):
        for id in (verdict.a, verdict.b):
            if id not in round.nominations:
                todo = _("correct the id, or take the verdict out")
                yield notes.error(("verdict", place, "pair"), no_nomination(id), todo)


def _contradictions(round: Round, notes: Notes) -> Iterator[Problem]:
    for verdict, group in made_one(round.verdicts):
        place, members = round.verdicts.index(verdict), ", ".join(group.members)
        a, b = shown(verdict.a), shown(verdict.b)
        if verdict.kind == "distinct":
            message = _("{a} and {b} are distinct by this verdict, and duplicates by others: {group}")
            todo = _("change this verdict, or one of those that join the group")
            yield notes.error(("verdict", place, "verdict"), message.format(a=a, b=b, group=members), todo)
        else:
            message = _(
                "{a} and {b} are only related by this verdict, which does not count: others make them one: {group}"
            )
            todo = _("take it back, or take one of the two out of the group: nominate-tui settle {b} related")
            told = message.format(a=a, b=b, group=members)
            yield notes.warning(("verdict", place, "verdict"), told, todo.format(b=b))


def _outdated_verdicts(round: Round, notes: Notes) -> Iterator[Problem]:
    for place, verdict in enumerate(round.verdicts):
        if changed := changed_after(verdict, round.nominations):
            todo = _("look at the two again; settle them the same way again where the verdict still holds")
            yield notes.warning(("verdict", place, "at"), "; ".join(_changes_told(changed)), todo)


def _changes_told(changed: Mapping[str, Change | None]) -> Iterator[str]:
    """Whose texts changed: where an intake noted it, when; the others by hand."""
    noted = {id: change.when for id, change in changed.items() if change}
    if noted:
        message = ngettext(
            "the text of nomination {ids} changed on {day}, after this verdict",
            "the texts of nominations {ids} changed after this verdict, the last of them on {day}",
            len(noted),
        )
        yield message.format(ids=", ".join(map(shown, noted)), day=day_and_month(max(noted.values())))
    if by_hand := [id for id in changed if id not in noted]:
        message = ngettext(
            "the text of nomination {ids} changed after this verdict, in its file",
            "the texts of nominations {ids} changed after this verdict, in their file",
            len(by_hand),
        )
        yield message.format(ids=", ".join(map(shown, by_hand)))

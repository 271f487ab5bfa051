"""Reads what somebody said of columns (`--map title="Projektets navn"`): which field each of them fills."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from nominate_tui.duplicates.likeness import nearest_keys
from nominate_tui.errors import Problem
from nominate_tui.intake.column_claims import OWN_FIELDS, Head, column_key, is_own_field
from nominate_tui.intake.form import FILLS
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.wording import shown

_MEANT: Final = 0.5
"""How alike (0 to 1) a heading must be to one that is not there to be offered for it."""

_MOST: Final = 20
"""How many headings are listed."""

_LONGEST: Final = 200
"""How many characters of a heading stand in an option that is shown; questions of forms are shorter."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of columns, and what of it cannot be."""

    fields: Mapping[int, str]
    """The names of fields, by the index of the column."""
    problems: tuple[Problem, ...] = ()


def read_maps(maps: Mapping[str, str], heads: Sequence[Head], known: Collection[str], where: str) -> Said:
    """What `maps` (name of a field to heading of a column) says of these columns.

    `known` are fields of forms, which may be named besides those that every table has; `where` is the address of
    the headings.
    """
    fields: dict[int, str] = {}
    problems: list[Problem] = []
    for fills, heading in maps.items():
        found = [head for head in heads if head.key and head.key == column_key(heading)]
        if fills not in FILLS and fills not in known and not is_own_field(fills):
            problems.append(_cannot_fill(fills, where))
        elif len(found) != 1:
            problems.append(_not_one(fills, heading, found, heads, where))
        elif found[0].index in fields:
            problems.append(_said_twice(fills, fields[found[0].index], found[0], where))
        else:
            fields[found[0].index] = fills
    return Said(fields, tuple(problems))


def option(fills: str, heading: str) -> str:
    """What to write on the command line so that a column fills a field: `--map title="Projektets navn"`."""
    told = heading if len(heading) <= _LONGEST else heading[: _LONGEST - 1] + "…"
    return f'--map {fills}="{told}"'


def listed(heads: Iterable[Head]) -> str:
    """The headings of columns for a message; of many only the first ones."""
    headings = [shown(head.heading) for head in heads if head.heading]
    return ", ".join(headings[:_MOST] + ["…"] * (len(headings) > _MOST))


def _cannot_fill(fills: str, where: str) -> Problem:
    known = ", ".join((*FILLS, *(f"{own}…" for own in OWN_FIELDS)))
    message = _("{value} cannot be filled").format(value=shown(fills))
    return Problem("error", where, "--map", message, _("write one of: {words}").format(words=known))


def _not_one(fills: str, heading: str, found: Sequence[Head], heads: Sequence[Head], where: str) -> Problem:
    if found:
        message = _("several columns have the heading {heading}").format(heading=shown(heading))
        return Problem("error", where, fills, message, _("give the columns headings that differ"))
    message = _("no column has the heading {heading}").format(heading=shown(heading))
    near = nearest_keys(column_key(heading), [head.key for head in heads], _MEANT)
    if near:
        todo = _("did you mean {key}?").format(key=option(fills, heads[near[0][0]].heading))
    else:
        todo = _("write one of: {words}").format(words=listed(heads))
    return Problem("error", where, fills, message, todo)


def _said_twice(fills: str, before: str, head: Head, where: str) -> Problem:
    message = _("the column {heading} cannot fill {field}, since it fills {other}")
    told = message.format(heading=shown(head.heading), field=fills, other=before)
    return Problem("error", where, fills, told, _("say of each column only one field"))

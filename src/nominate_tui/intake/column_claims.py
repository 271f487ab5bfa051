"""Finds out which field of a form each column of a sheet asks for, by its heading; what is not clear stays open."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from nominate_tui.duplicates.likeness import keys_alike, nearest_keys
from nominate_tui.intake.document import Sheet
from nominate_tui.intake.form import ANSWER, Question, heading_key
from nominate_tui.notation.reader import is_identifier

How = Literal["exact", "near", "mapped"]
"""How a column came to its field: its heading is one of the form's or the field's own name; it is spelt nearly so;
or somebody said it."""

OWN_FIELDS: Final = (ANSWER, "facts.")
"""How the names of fields begin that a table may have besides those of the form."""

_LEAST: Final = 0.85
"""How alike (0 to 1) a heading must be to one of the form's to be taken for it."""

_LEAST_REST: Final = 0.7
"""How alike the words must be in which the two differ: "Project aim" is no spelling of "Project name"."""

_SHARED: Final = 3
"""How many words two headings must share where one has words more: "Nomination" is not "Nomination ID"."""

_AS_NEAR: Final = 0.05
"""By how much a heading must be more like one field than like any other."""

_FIRST: Final = 40
"""How many characters of a cell are shown."""

_NUMBERED: Final = re.compile(r"(?:(?:q|s|spm|spørgsmål|question)\.?\s?)?[0-9]{1,3}[.):]\s")
_HINT: Final = re.compile(r"[(\[][^()\[\]]*[)\]]\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """A column, as its heading is compared."""

    index: int
    heading: str
    """As the sheet has it, on one line."""
    first: str
    """The beginning of the first cell that has text; empty where the column has none."""
    key: str
    """The heading as it is compared with headings of forms."""
    plain: str
    """The key without a number before it or a hint in brackets behind it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A column and the field it asks for."""

    head: Head
    question: Question
    how: How
    likeness: float = 1.0
    """How alike (0 to 1) its heading is to the form's; 1 where it is the same or somebody said it."""
    known: str = ""
    """The heading of the form that it is like; empty where it is taken by its name or because somebody said it."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What the columns of a sheet ask for under one form."""

    settled: Mapping[int, Claim]
    """What is clear, by the index of the column."""
    rivals: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    """The fields that several columns ask for, by name."""
    torn: Mapping[int, tuple[Claim, ...]] = field(default_factory=dict)
    """The columns that are nearly as like one field as another, by index; the likest field first."""

    @property
    def disputed(self) -> frozenset[int]:
        """The indices of the columns of which it is not clear what they fill."""
        rivals = (claim.head.index for claims in self.rivals.values() for claim in claims)
        return frozenset((*self.torn, *rivals))

    @property
    def asked(self) -> frozenset[str]:
        """The names of all fields that some column asks for."""
        torn = (claim for claims in self.torn.values() for claim in claims)
        return frozenset((*self.rivals, *(claim.question.fills for claim in (*self.settled.values(), *torn))))


@dataclass(frozen=True, slots=True)
class _Known:
    """The headings of the fields that columns may ask for."""

    exact: Mapping[str, tuple[Question, str]]
    """The field and the heading, by its key; and by its own name, for which the heading is empty."""
    keys: Sequence[str]
    """The keys of all headings."""
    of_keys: Sequence[tuple[Question, str]]
    """For each of `keys` the field and the heading."""


def heads_of(sheet: Sheet) -> tuple[Head, ...]:
    """The columns of a sheet, in their order."""
    firsts = _firsts(sheet)
    return tuple(_head(index, heading, firsts.get(index, "")) for index, heading in enumerate(sheet.header))


def column_key(heading: str) -> str:
    """A heading of a column as it is compared: a star at its end, for what must be answered, does not count either."""
    return heading_key(heading).rstrip("*?:. ")


def _head(index: int, heading: str, first: str) -> Head:
    key = column_key(heading)
    number = _NUMBERED.match(key)
    plain = _HINT.sub("", key[number.end() :] if number else key)
    return Head(index, " ".join(heading.split()), first, key, plain.strip("*?:. "))


def _firsts(sheet: Sheet) -> dict[int, str]:
    """The beginning of the first cell with text, by the index of its column."""
    firsts: dict[int, str] = {}
    wanted = list(range(len(sheet.header)))
    for row in sheet.rows:
        found = {index: row.cells[index] for index in wanted if _has_text(row.cells[index])}
        if found:
            firsts |= {index: _beginning(cell) for index, cell in found.items()}
            wanted = [index for index in wanted if index not in found]
        if not wanted:
            break
    return firsts


def _has_text(cell: str) -> bool:
    return cell != "" and not cell.isspace()


def _beginning(cell: str) -> str:
    line = " ".join(cell.lstrip()[: 4 * _FIRST].split())
    return line if len(line) <= _FIRST else line[: _FIRST - 1] + "…"


def is_own_field(fills: str) -> bool:
    """Whether a name is that of an answer or a fact, with an id of one's own."""
    return fills.startswith(OWN_FIELDS) and is_identifier(fills.partition(".")[2])


def claims_of(heads: Iterable[Head], questions: Iterable[Question], mapped: Mapping[int, Claim]) -> Claims:
    """What the columns ask for; `mapped` are those somebody decided, which nothing else may ask for.

    A column without text never stands in another's way.
    """
    said = {claim.question.fills for claim in mapped.values()}
    known = _known([question for question in questions if question.fills not in said])
    free = (head for head in heads if head.key and head.index not in mapped)
    made = {head.index: _exact(head, known, said) or _near(head, known) for head in free}
    torn = {index: claims for index, claims in made.items() if len(claims) > 1}
    settled, rivals = _settled(claims[0] for claims in made.values() if len(claims) == 1)
    return Claims({**mapped, **settled}, rivals, torn)


def _known(questions: Sequence[Question]) -> _Known:
    pairs = [(question, heading) for question in questions for heading in question.headings]
    keys = [heading_key(heading) for _question, heading in pairs]
    names = {question.fills.casefold(): (question, "") for question in questions}
    return _Known(dict(zip(keys, pairs, strict=True)) | names, keys, pairs)


def _exact(head: Head, known: _Known, said: Container[str]) -> tuple[Claim, ...]:
    if found := known.exact.get(head.key):
        return (Claim(head, found[0], "exact", known=found[1]),)
    if is_own_field(head.heading) and head.heading not in said:
        id = head.heading.partition(".")[2]
        return (Claim(head, Question(head.heading, (id,), missing="ignore"), "exact"),)
    return ()


def _near(head: Head, known: _Known) -> tuple[Claim, ...]:
    """The field that a heading is most like, and those that it is nearly as like."""
    best: dict[str, Claim] = {}
    for claim in _likenesses(head, known) if head.first else ():
        best.setdefault(claim.question.fills, claim)
    found = tuple(best.values())
    return tuple(claim for claim in found if claim.likeness > found[0].likeness - _AS_NEAR)


def _likenesses(head: Head, known: _Known) -> Iterator[Claim]:
    """The headings that are alike, the likest first."""
    for place, likeness in nearest_keys(head.plain, known.keys, _LEAST):
        if _is_spelling(head.plain, known.keys[place]):
            question, heading = known.of_keys[place]
            yield Claim(head, question, "near", likeness, heading)


def _is_spelling(key: str, known: str) -> bool:
    """Whether two headings that are alike mean the same.

    The words in which they differ are alike too; or the one only has words more than the other.
    """
    own, other = key.split(), known.split()
    rest, its = [word for word in own if word not in other], [word for word in other if word not in own]
    if rest and its:
        return keys_alike(" ".join(rest), " ".join(its)) >= _LEAST_REST
    return len(own) - len(rest) >= _SHARED or not (rest or its)


def _settled(claims: Iterable[Claim]) -> tuple[dict[int, Claim], dict[str, tuple[Claim, ...]]]:
    """The claims that nobody disputes, and the fields that are disputed."""
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.question.fills, []).append(claim)
    settled: dict[int, Claim] = {}
    rivals: dict[str, tuple[Claim, ...]] = {}
    for fills, several in by_field.items():
        serious = [claim for claim in several if claim.head.first] or several[:1]
        if len(serious) == 1:
            settled[serious[0].head.index] = serious[0]
        else:
            rivals[fills] = tuple(serious)
    return settled, rivals

"""Finds the form of a sheet with one nomination a row, and the field that each of its columns fills."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.column_claims import Claim, Claims, Head, How, claims_of, heads_of
from nominate_tui.intake.column_maps import Said, read_maps
from nominate_tui.intake.column_problems import (
    doubled_id_problem,
    missing_problems,
    near_problem,
    no_title_problem,
    rival_problem,
    torn_problem,
    unread_problem,
)
from nominate_tui.intake.document import Sheet
from nominate_tui.intake.form import Form, Question
from nominate_tui.locale.catalogue import _
from nominate_tui.notation.wording import shown


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet, and what it fills."""

    heading: str
    """As the sheet has it, on one line."""
    question: Question | None = None
    """What its cells answer. `None` where the column fills nothing: not a word of it is taken in."""
    how: How | None = None
    """How it came to that."""
    likeness: float = 1.0
    """How alike (0 to 1) its heading is to the form's, where it is `near`."""
    words: int = 0
    """How many words are below the heading, where it fills nothing."""


@dataclass(frozen=True, slots=True)
class Matched:
    """A sheet in its form."""

    form: Form
    columns: tuple[Column, ...]
    """As many as the sheet has, in its order. One of them is the title; no two fill the same."""
    problems: tuple[Problem, ...]
    """What is wrong or doubtful about the columns; with an error, nothing may be written."""

    @property
    def why(self) -> str:
        """What the sheet was recognised by, in the language spoken."""
        filled = [column for column in self.columns if column.question]
        title = next(
            column.heading for column in filled if column.question and column.question.fills == "title"
        )
        told = _("{found} of {all} columns are fields of the form, and the titles are in {title}")
        return told.format(found=len(filled), all=len(self.columns), title=shown(title))


@dataclass(frozen=True, slots=True)
class _Attempt:
    """What the columns ask for under one form."""

    form: Form
    claims: Claims

    @property
    def rank(self) -> tuple[int, int, int]:
        """The more fields are asked for, the better it fits; then the more are exact, then the less is missing."""
        asked = self.claims.asked
        exact = sum(claim.how != "near" for claim in self.claims.settled.values())
        lacks = sum(question.fills not in asked for question in self.form.questions if question.severity)
        return len(asked), exact, -lacks


def match_columns(
    sheet: Sheet, forms: Sequence[Form], wanted: str | None, maps: Mapping[str, str]
) -> Matched:
    """The sheet under the form that most of its columns are fields of, or under the one that is wanted.

    `maps` gives the columns that somebody named (field to heading); they go before all that is found here.

    Raises:
        BadInput: No form is of that name, or no column, or more than one, has the titles of the nominations.
    """
    candidates = [form for form in forms if wanted in (None, form.id)]
    if not candidates:
        raise BadInput([_unknown(sheet, wanted, forms)])
    heads = heads_of(sheet)
    known = [question.fills for form in forms for question in _questions(form, forms)]
    said = read_maps(maps, heads, known, sheet.where(sheet.header_place))
    attempts = [_attempt(form, forms, heads, said) for form in candidates]
    titled = [attempt for attempt in attempts if "title" in attempt.claims.asked]
    if not titled:
        claims = [attempt.claims for attempt in attempts]
        raise BadInput([*said.problems, no_title_problem(sheet, heads, claims, forms)])
    return _matched(sheet, heads, max(titled, key=lambda attempt: attempt.rank), said)


def asked(matched: Matched) -> dict[str, str]:
    """What was asked, by the id of the answer or fact: a form's question, or the heading of a column of its own."""
    questions = (column.question for column in matched.columns if column.question)
    return {question.own_id: question.headings[0] for question in questions if question.own_id}


def _unknown(sheet: Sheet, wanted: str | None, forms: Iterable[Form]) -> Problem:
    todo = _("known forms: {forms}; write a form file for another")
    message = _("there is no form “{form}”").format(form=wanted)
    return Problem("error", sheet.name, "", message, todo.format(forms=", ".join(form.id for form in forms)))


def _questions(form: Form, forms: Sequence[Form]) -> list[Question]:
    """The questions that a column can answer under a form: its own, and those for number and title of any form.

    Many forms have number and title on the line that a nomination begins with, and ask for neither.
    """
    own = [question for question in form.questions if question.kind != "choices"]
    asked_for = {question.fills for question in own}
    return own + [_of_any(fills, forms) for fills in ("id", "title") if fills not in asked_for]


def _of_any(fills: str, forms: Iterable[Form]) -> Question:
    alike = (question for form in forms for question in form.questions if question.fills == fills)
    headings = dict.fromkeys(heading for question in alike for heading in question.headings)
    return Question(fills, tuple(headings), "line", missing="ignore")


def _attempt(form: Form, forms: Sequence[Form], heads: Sequence[Head], said: Said) -> _Attempt:
    questions = _questions(form, forms)
    by_name = {question.fills: question for question in questions}
    mapped = {
        index: Claim(heads[index], by_name.get(fills) or _own(fills, heads[index]), "mapped")
        for index, fills in said.fields.items()
    }
    return _Attempt(form, claims_of(heads, questions, mapped))


def _own(fills: str, head: Head) -> Question:
    """A question that the form does not have; the heading of its column is what was asked."""
    return Question(fills, (head.heading,), missing="ignore")


def _matched(sheet: Sheet, heads: Sequence[Head], best: _Attempt, said: Said) -> Matched:
    columns = tuple(_column(sheet, head, best) for head in heads)
    problems = (*said.problems, *_problems(sheet, heads, columns, best))
    if not any(column.question and column.question.fills == "title" for column in columns):
        raise BadInput(problems)
    return Matched(best.form, columns, problems)


def _column(sheet: Sheet, head: Head, best: _Attempt) -> Column:
    claim = best.claims.settled.get(head.index)
    if claim is None:
        words = sum(len(row.cells[head.index].split()) for row in sheet.rows) if head.first else 0
        return Column(head.heading, words=words)
    question = claim.question
    # A form for tables only asks nothing itself: its headings are the names that others gave their questions.
    if not best.form.begins and (not question.own_id or head.key != question.fills.casefold()):
        question = replace(question, headings=(head.heading,))
    return Column(head.heading, question, claim.how, claim.likeness)


def _problems(
    sheet: Sheet, heads: Sequence[Head], columns: Sequence[Column], best: _Attempt
) -> Iterator[Problem]:
    for fills, rivals in best.claims.rivals.items():
        yield rival_problem(sheet, fills, rivals)
    for claims in best.claims.torn.values():
        yield torn_problem(sheet, claims)
    disputed = best.claims.disputed
    for head, column in zip(heads, columns, strict=True):
        if column.how == "near":
            yield near_problem(sheet, best.claims.settled[head.index])
        elif column.words and head.index not in disputed:
            yield unread_problem(sheet, head, column.words)
    yield from _doubled_ids(sheet, heads, columns)
    yield from missing_problems(sheet, best.form, best.claims.asked)


def _doubled_ids(sheet: Sheet, heads: Sequence[Head], columns: Sequence[Column]) -> Iterator[Problem]:
    first: dict[str, Question] = {}
    for head, question in zip(heads, (column.question for column in columns), strict=True):
        if question and question.own_id:
            other = first.setdefault(question.own_id, question)
            if other is not question:
                yield doubled_id_problem(sheet, head, question, other)

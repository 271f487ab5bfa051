"""Words what is wrong or doubtful about the columns of a sheet, each problem with its address."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.intake.cells import cell_place, column_letters
from nominate_tui.intake.column_claims import Claim, Claims, Head
from nominate_tui.intake.column_maps import listed, option
from nominate_tui.intake.document import Sheet
from nominate_tui.intake.form import Form, Question
from nominate_tui.locale.catalogue import _, ngettext
from nominate_tui.notation.wording import shown

_EITHER: Final = ("navn", "name")
"""Headings that stand for the name of an initiative or of a person."""


def at(sheet: Sheet, head: Head) -> str:
    """The address of the heading of a column."""
    return sheet.where(cell_place(sheet.header_place, head.index))


def percent(likeness: float) -> str:
    """A likeness (0 to 1) for a person, rounded down: only what is the same is 100 % alike."""
    return f"{int(likeness * 100)} %"


def near_problem(sheet: Sheet, claim: Claim) -> Problem:
    """A column was taken for a field since it is spelt nearly so."""
    message = _("the column {heading} is taken for {field}, being {percent} like {known}: “{start}”").format(
        heading=shown(claim.head.heading),
        field=claim.question.fills,
        percent=percent(claim.likeness),
        known=shown(claim.known),
        start=claim.head.first,
    )
    todo = _("see whether it is; if not, say what it is, as in {option}")
    told = todo.format(option=option("answers.…", claim.head.heading))
    return Problem("warning", at(sheet, claim.head), claim.question.fills, message, told)


def rival_problem(sheet: Sheet, fills: str, claims: Sequence[Claim]) -> Problem:
    """Several columns ask for one field."""
    message = _("several columns could be {field}: {headings}")
    told = message.format(field=fills, headings=listed(claim.head for claim in claims))
    if len({claim.head.key for claim in claims}) < len(claims):
        todo = _("give the columns headings that differ")
    else:
        todo = _("say which it is: {options}").format(
            options=_either(option(fills, claim.head.heading) for claim in claims)
        )
    return Problem("error", at(sheet, claims[0].head), fills, told, todo)


def torn_problem(sheet: Sheet, claims: Sequence[Claim]) -> Problem:
    """A column is nearly as like one field as another."""
    head = claims[0].head
    likest = ", ".join(f"{claim.question.fills} ({percent(claim.likeness)})" for claim in claims)
    message = _("the column {heading} could be any of these: {fields}")
    todo = _("say which it is: {options}").format(
        options=_either(option(claim.question.fills, head.heading) for claim in claims)
    )
    told = message.format(heading=shown(head.heading), fields=likest)
    return Problem("error", at(sheet, head), claims[0].question.fills, told, todo)


def _either(options: Iterable[str]) -> str:
    return _(" or ").join(options)


def missing_problems(sheet: Sheet, form: Form, filled: Iterable[str]) -> Iterator[Problem]:
    """The questions of a form for which there is no column."""
    there = set(filled)
    for question in form.questions:
        if question.fills not in there and (severity := question.severity):
            message = _("no column has the heading {heading}").format(heading=shown(question.headings[0]))
            todo = _("say which it is, as in {option}, or add the column").format(
                option=option(question.fills, "…")
            )
            yield Problem(severity, sheet.where(sheet.header_place), question.fills, message, todo)


def unread_problem(sheet: Sheet, head: Head, words: int) -> Problem:
    """A column fills nothing; nothing of it is taken in."""
    if head.heading:
        column = _("the column {heading}").format(heading=shown(head.heading))
        todo = _("take it in as in {option}, or write a form file; else leave it")
        todo = todo.format(option=option("answers.…", head.heading))
    else:
        column = _("column {letters}, which has no heading,").format(letters=column_letters(head.index))
        todo = _("give the column a heading; else leave it")
    message = ngettext(
        "{count} word in {column} is not understood: “{start}”",
        "{count} words in {column} are not understood: “{start}”",
        words,
    ).format(count=words, column=column, start=head.first)
    return Problem("warning", at(sheet, head), "", message, todo)


def doubled_id_problem(sheet: Sheet, head: Head, question: Question, other: Question) -> Problem:
    """An answer and a fact would have one id."""
    message = _("{field} and {other} have one id").format(field=question.fills, other=other.fills)
    return Problem("error", at(sheet, head), question.fills, message, _("give one of them another id"))


def no_title_problem(
    sheet: Sheet, heads: Sequence[Head], attempts: Iterable[Claims], forms: Sequence[Form]
) -> Problem:
    """No column has the titles, without which rows are no nominations."""
    name = next(_names(attempts), None)
    example = name or next((head for head in heads if head.heading), None)
    message = _("no form is recognised: no column has the titles; the headings are: {headings}")
    if name:
        message = _(
            "{heading} may be the name of what is nominated or of a person; the headings are: {headings}"
        )
    todo = _("say which column has the titles, as in {option}, or write a form file; known forms: {forms}")
    return Problem(
        "error",
        sheet.where(sheet.header_place),
        "title",
        message.format(heading=shown(name.heading if name else ""), headings=listed(heads)),
        todo.format(
            option=option("title", example.heading if example else "…"),
            forms=", ".join(form.id for form in forms),
        ),
    )


def _names(attempts: Iterable[Claims]) -> Iterator[Head]:
    """The columns that may have the names of initiatives, though they are taken for those of persons."""
    settled = (claim for claims in attempts for claim in claims.settled.values())
    return (
        claim.head
        for claim in settled
        if claim.question.fills == "contact.name" and claim.head.key in _EITHER
    )

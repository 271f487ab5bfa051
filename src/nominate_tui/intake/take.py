"""The way from documents to nominations and problems. It reads files and writes none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from nominate_tui.errors import BadInput, Problem
from nominate_tui.intake.checks import problems_of
from nominate_tui.intake.document import read_document
from nominate_tui.intake.fill import Filled, fill
from nominate_tui.intake.form import Form
from nominate_tui.intake.recognise import recognise
from nominate_tui.intake.result import IntakeResult, Taken
from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Nominations


@dataclass(frozen=True, slots=True)
class _Read:
    """What one document gave: problems, and nominations where it was understood."""

    problems: tuple[Problem, ...]
    taken: Taken | None = None
    form: Form | None = None
    filled: tuple[Filled, ...] = ()


def take_in(documents: Iterable[Path], forms: Sequence[Form], wanted: str | None = None) -> IntakeResult:
    """Read documents, each by the form it follows or by the one that is wanted.

    Nothing is raised for a document that is not as it must be: it gives problems, and the others are read.
    """
    read = [_read(path, forms, wanted) for path in documents]
    filled, doubled = _once(one for each in read for one in each.filled)
    return IntakeResult(
        taken=tuple(each.taken for each in read if each.taken),
        nominations=Nominations(tuple(one.nomination for one in filled), _questions(read)),
        contacts=tuple(one.contact for one in filled if one.contact),
        problems=(*(problem for each in read for problem in each.problems), *doubled),
    )


def _questions(read: Iterable[_Read]) -> dict[str, str]:
    """What the forms of the documents asked, by answer id; the first form says it."""
    asked: dict[str, str] = {}
    for question in (question for each in read if each.form for question in each.form.questions):
        if question.answer:
            asked.setdefault(question.answer, question.headings[0])
    return asked


def _read(path: Path, forms: Sequence[Form], wanted: str | None) -> _Read:
    try:
        found = recognise(read_document(path), forms, wanted)
    except BadInput as bad:
        return _Read(bad.problems)
    filled = fill(found.layout)
    taken = Taken(found.layout.document.name, found.layout.form.id, found.why, len(filled))
    return _Read(problems_of(found.layout, filled), taken, found.layout.form, filled)


def _once(filled: Iterable[Filled]) -> tuple[list[Filled], list[Problem]]:
    """The nominations whose number was not there before, and a problem for each of the others."""
    first: dict[str, Filled] = {}
    doubled: list[Problem] = []
    for one in filled:
        before = first.setdefault(one.nomination.id, one)
        if before is not one:
            doubled.append(_doubled(before, one))
    return list(first.values()), doubled


def _doubled(before: Filled, one: Filled) -> Problem:
    message = _("the number {number} is there twice: “{title}” has it too, at {where}").format(
        number=one.entry.number, title=before.nomination.title, where=_where(before)
    )
    todo = _("give one of the two another number in the document")
    return Problem("error", _where(one), "id", message, todo)


def _where(one: Filled) -> str:
    source = one.nomination.source
    return f"{source.document}:{source.line}" if source else ""

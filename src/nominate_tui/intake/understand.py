"""Makes nominations of a document in its form, each with what is wrong in it and where its texts stand."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from nominate_tui.errors import Problem
from nominate_tui.intake.checks import findings, problem_of
from nominate_tui.intake.document import Document
from nominate_tui.intake.fill import Filled, contents_of, fill
from nominate_tui.intake.form import Form
from nominate_tui.intake.recognise import recognise
from nominate_tui.intake.result import Entered, Taken, Understood
from nominate_tui.intake.split import Layout, Section


def understand(document: Document, forms: Sequence[Form], wanted: str | None = None) -> Understood:
    """The nominations of a document, by the form it follows or by the one that is wanted.

    Raises:
        BadInput: No form is of that name, or the document follows none.
    """
    found = recognise(document, forms, wanted)
    layout = found.layout
    contents = contents_of(layout)
    filled = fill(layout, contents)
    told: defaultdict[int | None, list[Problem]] = defaultdict(list)
    for each in findings(layout, filled, contents):
        told[each.nomination].append(problem_of(layout, each))
    entered = tuple(
        Entered(
            one.nomination,
            one.contact,
            tuple(told.get(place, ())),
            partial(_where, layout, one),
        )
        for place, one in enumerate(filled)
    )
    return Understood(
        Taken(document.name, layout.form.id, found.why, len(filled)),
        entered,
        asked_by(layout),
        tuple(told.get(None, ())),
    )


def asked_by(layout: Layout) -> dict[str, str]:
    """What a form asked, by the id of what it fills: the first of each heading."""
    form = layout.form
    asked = {each.own_id: each.headings[0] for each in form.questions if each.own_id}
    asked |= {each.own_id: each.headings[0] for each in form.tables}
    if layout.package and form.package:
        asked["package"] = form.package.begins[0].partition("{title}")[0].strip(" :")
    return asked


def _where(layout: Layout, one: Filled, field: str, start: int) -> str:
    """The address of a place in a text, by its field and the index in the text."""
    words = len(one.texts.get(field, "")[:start].split())
    for section in one.entry.sections:
        if section.question.fills == field:
            line, words = _line_of_word(section, words)
            if line is not None:
                return layout.document.where(line)
    return layout.document.where(one.entry.heading.start)


def _line_of_word(section: Section, place: int) -> tuple[int | None, int]:
    """The line that a word of a section stands on; `None`, and how many words are still to come, behind its end."""
    for index, line in enumerate(section.lines):
        place -= len(line.split())
        if place < 0:
            return section.first + index, 0
    return None, place

"""Makes nominations of the rows of a sheet, one a row, and finds what is wrong or doubtful in each."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import Final

from nominate_tui.errors import Problem
from nominate_tui.intake.cells import cell_place
from nominate_tui.intake.columns import Matched
from nominate_tui.intake.cut import is_cut
from nominate_tui.intake.document import Row, Sheet
from nominate_tui.intake.emails import is_email
from nominate_tui.intake.form import ANSWER, Question
from nominate_tui.intake.result import Entered
from nominate_tui.locale.catalogue import _
from nominate_tui.model.nomination import Contact, Nomination, Source
from nominate_tui.notation.wording import shown

_ONE_LINE: Final = frozenset(
    ("id", "title", "organisation", "contact.name", "contact.email", "contact.telephone")
)
"""The fields that are one line in a round's files, whatever the form says."""

_UNTIDY: Final = re.compile(r"\n(?:(?<=[^\S\n]\n)|[^\S\n]|\n\n)")
"""White space at the end or the beginning of a line, or two empty lines; most cells have neither."""

_END: Final = 40
"""How many characters of the end of an answer stand in a message."""


class _Reader:
    """Reads the rows of one sheet."""

    def __init__(self, sheet: Sheet, matched: Matched) -> None:
        """Take the fields in the order of the form, those of one's own after them."""
        order = {question.fills: place for place, question in enumerate(matched.form.questions)}
        filled = [(index, column.question) for index, column in enumerate(matched.columns) if column.question]
        filled.sort(key=lambda pair: order.get(pair[1].fills, len(order)))
        questions = [question for _index, question in filled]
        self._sheet = sheet
        self._columns = {question.fills: index for index, question in filled}
        self._texts = [(question.fills, index, _reading(question)) for index, question in filled]
        self._watched = [(question, _has_more(question)) for question in questions if _is_watched(question)]
        self._answers, self._facts, self._shared = (
            [(question.own_id, question.fills) for question in questions if question.fills.startswith(own)]
            for own in (ANSWER, "facts.", "shared.")
        )

    def texts(self, row: Row) -> dict[str, str]:
        """What a row says, by the fields it fills."""
        texts: dict[str, str] = {}
        for fills, index, read in self._texts:
            cell = row.cells[index].strip()
            texts[fills] = read(cell) if "\n" in cell else cell
        return texts

    def entered(self, row: Row, texts: Mapping[str, str]) -> Entered:
        """The nomination of a row."""
        sheet = self._sheet
        nomination = Nomination(
            id=texts.get("id", ""),
            title=texts["title"],
            organisation=texts.get("organisation", ""),
            responsible=texts.get("responsible", ""),
            started=texts.get("started", ""),
            answers={id: texts[fills] for id, fills in self._answers},
            source=Source(sheet.name, str(cell_place(row.place, 0)), sheet.sha256),
            facts={id: texts[fills] for id, fills in self._facts},
            shared={id: texts[fills] for id, fills in self._shared},
        )
        problems = tuple(self._problems(row, texts))
        return Entered(
            nomination, _contact(nomination.id, texts), problems, where=partial(self._where, row.place)
        )

    def _where(self, place: int | str, field: str, _index: int = 0) -> str:
        """The address of the cell that a field of a row was read from; of the row, where none was."""
        return self._sheet.where(cell_place(place, self._columns.get(field, 0)))

    def _problems(self, row: Row, texts: Mapping[str, str]) -> Iterator[Problem]:
        for question, has_more in self._watched:
            text = texts[question.fills]
            # Of most answers nothing is asked but that there is one.
            if (has_more or not text) and _is_doubtful(question, text):
                where = self._where(row.place, question.fills)
                yield _problem(where, question, texts.get("id") or shown(texts["title"]), text)


def _reading(question: Question) -> Callable[[str], str]:
    """How the cells are read that answer a question."""
    return one_line if question.kind == "line" or question.fills in _ONE_LINE else paragraphs


def _is_watched(question: Question) -> bool:
    """Whether anything can be wrong with an answer."""
    return bool(question.severity or question.fills == "title" or _has_more(question))


def _has_more(question: Question) -> bool:
    """Whether an answer may be wrong that is there."""
    return question.limit is not None or question.fills == "contact.email"


def entered(sheet: Sheet, matched: Matched) -> tuple[tuple[Entered, ...], tuple[Problem, ...]]:
    """The nomination of each row, and what is wrong or doubtful in the sheet as a whole.

    A row that has nothing, or nothing but a number, is no nomination and is told.
    """
    reader = _Reader(sheet, matched)
    made: list[Entered] = []
    problems: list[Problem] = []
    for row in sheet.rows:
        texts = reader.texts(row)
        if any(text for fills, text in texts.items() if fills != "id"):
            made.append(reader.entered(row, texts))
        else:
            problems.append(_left_out(sheet, row, texts.get("id", "")))
    if not made:
        problems.append(_nothing(sheet))
    return tuple(made), tuple(problems)


def one_line(cell: str) -> str:
    """The text of a cell on one line, however many it has."""
    if "\n" not in cell:
        return cell.strip()
    return " ".join(line for line in map(str.strip, cell.split("\n")) if line)


def paragraphs(cell: str) -> str:
    """The text of a cell with its lines, without white space around them, and never two empty ones in a row."""
    text = cell.strip()
    if not _UNTIDY.search(text):
        return text
    lines = [line.strip() for line in text.split("\n")]
    return "\n".join(line for before, line in pairwise(("", *lines)) if line or before)


def _contact(id: str, texts: Mapping[str, str]) -> Contact | None:
    contact = Contact(
        id,
        name=texts.get("contact.name", ""),
        email=texts.get("contact.email", ""),
        telephone=texts.get("contact.telephone", ""),
    )
    return contact if contact.name or contact.email or contact.telephone else None


def _is_doubtful(question: Question, text: str) -> bool:
    if not text:
        return question.severity is not None or question.fills == "title"
    return is_cut(text, question) or (question.fills == "contact.email" and not is_email(text))


def _problem(where: str, question: Question, named: str, text: str) -> Problem:
    """What is doubtful about a text; `named` tells the nomination."""
    if not text and question.fills == "title":
        return Problem(
            "error", where, "title", _("the row has no title"), _("write its title into the document")
        )
    if not text:
        message = _("nomination {number} has nothing under “{heading}”")
        todo = _("ask for it, or leave it empty")
    elif question.fills == "contact.email":
        message = _("nomination {number} has an e-mail address that is none: “{address}”")
        todo = _("correct it in the document")
    else:
        message = _(
            "nomination {number} has an answer cut off at the {limit} characters of the form: “…{end}”"
        )
        todo = _("ask for the rest, or leave it so")
    told = message.format(
        number=named,
        heading=question.headings[0],
        address=text[:_END],
        limit=question.limit,
        end=" ".join(text[-_END:].split()),
    )
    return Problem("warning", where, question.fills, told, todo)


def _left_out(sheet: Sheet, row: Row, number: str) -> Problem:
    message = _("the row has no text in the columns that are understood, and is left out")
    if number:
        message = _("the row has nothing but the number {number}, and is left out").format(
            number=shown(number)
        )
    todo = _("see whether it should be a nomination; else leave it")
    return Problem("warning", sheet.where(cell_place(row.place, 0)), "", message, todo)


def _nothing(sheet: Sheet) -> Problem:
    message = _("there is no nomination below the headings")
    return Problem(
        "error", sheet.where(sheet.header_place), "", message, _("see whether it is the right table")
    )

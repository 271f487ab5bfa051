"""Finds what is wrong or doubtful in the nominations of one document, each with its address."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from nominate_tui.errors import Problem, Severity
from nominate_tui.intake.account import first_loss
from nominate_tui.intake.cut import is_cut
from nominate_tui.intake.emails import is_email
from nominate_tui.intake.fill import Contents, Filled
from nominate_tui.intake.marker import marker_of
from nominate_tui.intake.scan import Mark, scan
from nominate_tui.intake.split import Entry, Layout, Section
from nominate_tui.locale.catalogue import _, ngettext

_MOST_WORDS_OF_A_LINE: Final = 30
"""Beyond so many words a name or an address has surely swallowed what stands below it."""

_FEWEST: Final = 3
"""So many headings at least make a nomination; two may be quoted anywhere."""

_SHOWN: Final = 40
"""How many characters of a line or an answer stand in a message."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem, before its address is written out."""

    line: int
    """The index of a line of the document."""
    severity: Severity
    field: str
    message: str
    todo: str
    nomination: int | None = None
    """The place of the nomination it is about among those of the document; `None` where it is about none."""


def findings(layout: Layout, filled: Sequence[Filled], contents: Contents) -> tuple[Finding, ...]:
    """Everything in a document that its reader should know, in the order of its lines."""
    shared = _shared(layout) if layout.package else {}
    found = [
        *_of_document(layout, contents),
        *(
            replace(each, nomination=place)
            for place, one in enumerate(filled)
            for each in _of_nomination(layout, one, contents, shared)
        ),
    ]
    return tuple(sorted(found, key=lambda finding: finding.line))


def problem_of(layout: Layout, found: Finding) -> Problem:
    """A finding with its address."""
    return Problem(found.severity, layout.document.where(found.line), found.field, found.message, found.todo)


def _of_document(layout: Layout, contents: Contents) -> Iterator[Finding]:
    yield from _not_understood(layout, layout.before)
    ahead = scan(layout.document.lines[: layout.before.stop], layout.form).marks if layout.form.begins else ()
    if _is_another(layout, ahead):
        yield _without_beginning(layout, ahead[0])
    for index in layout.others:
        message = _("another package begins here, and a document holds one")
        yield Finding(index, "error", "", message, _("divide the document, and take in both parts"))
    for section in layout.sections:
        if contents[section].doubts:
            yield from _doubts(section, contents)
    yield from _mentions(layout)
    yield from _out_of_sequence(layout)
    yield from _lost(layout, contents)


def _shared(layout: Layout) -> Mapping[Section, Sequence[Entry]]:
    """The nominations that each section of a package belongs to."""
    owners: dict[Section, list[Entry]] = {}
    for entry in layout.entries:
        for section in entry.sections:
            owners.setdefault(section, []).append(entry)
    return owners


def _of_nomination(
    layout: Layout, one: Filled, contents: Contents, shared: Mapping[Section, Sequence[Entry]]
) -> Iterator[Finding]:
    yield from _of_title(one)
    yield from _not_understood(layout, one.entry.stray)
    yield from _of_marks(layout, one.entry)
    yield from _missing(layout, one.entry)
    own = _called(one.entry)
    for section in one.entry.sections:
        owners = shared.get(section)
        if owners is None:
            yield from _of_section(one, section, contents, own)
        elif owners[0] is one.entry:
            yield from _of_section(one, section, contents, ", ".join(map(_called, owners)))
    if layout.entries[-1] is one.entry:
        yield from _torn(layout, one)


def _doubts(section: Section, contents: Contents) -> Iterator[Finding]:
    for doubt in contents[section].doubts:
        line = section.first + doubt.index
        yield Finding(line, "warning", section.question.fills, doubt.message, doubt.todo)


def _not_understood(layout: Layout, where: range) -> Iterator[Finding]:
    lines = [index for index in where if layout.document.lines[index] and index not in layout.own]
    if not lines:
        return
    words = sum(len(layout.document.lines[index].split()) for index in lines)
    message = ngettext(
        "{count} word that belongs to no nomination or heading is not understood: “{start}”",
        "{count} words that belong to no nomination or heading are not understood: “{start}…”",
        words,
    ).format(count=words, start=layout.document.lines[lines[0]][:_SHOWN])
    todo = _("see whether a heading is spelt otherwise than in the form; else leave it")
    yield Finding(lines[0], "warning", "", message, todo)


def _called(entry: Entry) -> str:
    """What a nomination is called in a message: its number, or else its title."""
    return entry.number or f"“{entry.title[:_SHOWN]}”"


def _of_title(one: Filled) -> Iterator[Finding]:
    entry, field = one.entry, one.texts.get("title")
    if not entry.title and not field:
        message = _("nomination {number} has no title").format(number=_called(entry))
        yield Finding(entry.heading.start, "error", "title", message, _("write its title into the document"))
    elif field and entry.title and _compared(field) != _compared(entry.title):
        message = _("nomination {number} begins as “{heading}” and has the title “{field}”")
        message = message.format(number=_called(entry), heading=entry.title, field=field)
        todo = _("the latter is taken; see which is right")
        yield Finding(entry.heading.start, "warning", "title", message, todo)


def _compared(title: str) -> str:
    return " ".join(title.split()).rstrip(". ")


def _of_marks(layout: Layout, entry: Entry) -> Iterator[Finding]:
    repeated = () if _is_another(layout, entry.repeated) else entry.repeated
    if entry.repeated and not repeated:
        yield _without_beginning(layout, entry.repeated[0])
    for mark in repeated:
        message = _("nomination {number} has the heading “{heading}” once more, which was read as text")
        todo = _("see whether it belongs to the answer it stands in")
        yield _of_mark(layout, entry, mark, message, todo)
    for mark in entry.displaced:
        message = _("nomination {number} has the heading “{heading}” in another place than the form")
        yield _of_mark(layout, entry, mark, message, _("it was read as a heading; see whether it is one"))


def _is_another(layout: Layout, marks: Sequence[Mark]) -> bool:
    """Whether headings are so many that they can only be those of another nomination."""
    questions = {mark.question for mark in marks}
    return len(questions) >= max(_FEWEST, len(layout.form.questions) / 2)


def _without_beginning(layout: Layout, mark: Mark) -> Finding:
    message = _(
        "a nomination seems to begin above this line, but no line there is as the form says (“{begins}”)"
    )
    todo = _("write its first line as the form has it, or add to the form how it begins here")
    return Finding(mark.line, "error", "", message.format(begins=layout.form.begins[0]), todo)


def _of_mark(layout: Layout, entry: Entry, mark: Mark, message: str, todo: str) -> Finding:
    question = layout.form.questions[mark.question]
    told = message.format(number=_called(entry), heading=question.headings[0])
    return Finding(mark.line, "warning", question.fills, told, todo)


def _missing(layout: Layout, entry: Entry) -> Iterator[Finding]:
    there = {section.question.fills for section in entry.sections}
    for question in layout.form.questions:
        if question.fills not in there and (severity := question.severity):
            message = _("nomination {number} lacks the heading “{heading}”")
            told = message.format(number=_called(entry), heading=question.headings[0])
            todo = _(
                "write the heading into the document, with an empty line below it if nothing was answered"
            )
            yield Finding(entry.heading.start, severity, question.fills, told, todo)


def _of_section(one: Filled, section: Section, contents: Contents, number: str) -> Iterator[Finding]:
    """What is wrong in a section; `number` says whose it is."""
    question, content = section.question, contents[section]
    text = content.text if content.unfilled else one.texts[question.fills]
    if content.unfilled:
        message = _("the template's own words stand under “{heading}” of nomination {number}")
        yield _nothing(section, message, number)
    elif question.boxes and not content.marked:
        yield _nothing(section, _("nomination {number} has no box marked under “{heading}”"), number)
    elif not (text or content.figures or question.boxes) and question.severity:
        yield _nothing(section, _("nomination {number} has nothing under “{heading}”"), number)
    if text and question.fills == "contact.email" and not is_email(text):
        message = _("nomination {number} has an e-mail address that is none: “{address}”")
        told = message.format(number=number, address=" ".join(text[:_SHOWN].split()))
        yield Finding(section.first, "warning", question.fills, told, _("correct it in the document"))
    if question.fills.startswith("contact.") and len(text.split()) > _MOST_WORDS_OF_A_LINE:
        message = _("nomination {number} has {count} words under “{heading}”, which is asked for one line")
        told = message.format(number=number, count=len(text.split()), heading=question.headings[0])
        todo = _("see whether a heading below it is missing in the form, or is spelt otherwise")
        yield Finding(section.first, "warning", question.fills, told, todo)
    if is_cut(text, question):
        yield _cut(one, section)


def _nothing(section: Section, message: str, number: str) -> Finding:
    question = section.question
    told = message.format(number=number, heading=question.headings[0])
    line = section.heading.start
    return Finding(line, "warning", question.fills, told, _("ask for it, or leave it empty"))


def _cut(one: Filled, section: Section) -> Finding:
    last = max(index for index, line in enumerate(section.lines) if line)
    message = _("nomination {number} has an answer cut off at the {limit} characters of the form: “…{end}”")
    told = message.format(
        number=_called(one.entry),
        limit=section.question.limit,
        end=" ".join(one.texts[section.question.fills][-_SHOWN:].split()),
    )
    fills = section.question.fills
    return Finding(section.first + last, "warning", fills, told, _("ask for the rest, or leave it so"))


def _torn(layout: Layout, one: Filled) -> Iterator[Finding]:
    """The end of a document of which the rest was lost: its last line has no end, nor has the sentence on it."""
    last = len(layout.document.lines) - 1
    section = one.entry.sections[-1]
    if not layout.document.lines[last] or section.first + len(section.lines) <= last:
        return
    text = one.texts[section.question.fills]
    if section.question.answer and text and _looks_torn(text) and not is_cut(text, section.question):
        message = _("the document ends in the middle of a sentence: “…{end}”")
        told = message.format(end=" ".join(text[-_SHOWN:].split()))
        todo = _("see whether the rest of it is missing; if it is, get the whole document")
        yield Finding(last, "warning", section.question.fills, told, todo)


def _looks_torn(text: str) -> bool:
    """Whether the last paragraph breaks off; items of lists and single words often stand without a full stop."""
    last = text.rpartition("\n")[2]
    return " " in last and marker_of(last) is None and (last[-1].isalpha() or last[-1] in ",-–")


def _mentions(layout: Layout) -> Iterator[Finding]:
    """Lines that were not taken as the beginning of a nomination, since no headings begin anew after them."""
    starts = [entry.heading.start for entry in layout.entries]
    for mention in layout.mentions:
        before = layout.entries[bisect_left(starts, mention.line) - 1].number
        severity: Severity = "error" if mention.number and _follows(before, mention.number) else "warning"
        message = _("this line looks as if nomination {number} began, but its headings do not follow")
        todo = _(
            "if it begins here, write its headings below; if an answer mentions it, put a word before it"
        )
        told = message.format(number=mention.number or f"“{mention.title[:_SHOWN]}”")
        yield Finding(mention.line, severity, "", told, todo)


def _follows(before: str, number: str) -> bool:
    """Whether a number is the next after another; numbers of letters and figures are in no sequence."""
    return before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1


def _out_of_sequence(layout: Layout) -> Iterator[Finding]:
    for before, entry in pairwise(layout.entries):
        counted = before.number.isdecimal() and entry.number.isdecimal()
        if counted and entry.number != before.number and not _follows(before.number, entry.number):
            message = _("nomination {number} follows nomination {before}")
            told = message.format(number=entry.number, before=before.number)
            todo = _("see whether one is missing or has a wrong number")
            yield Finding(entry.heading.start, "warning", "id", told, todo)


def _lost(layout: Layout, contents: Contents) -> Iterator[Finding]:
    index = first_loss(layout, contents)
    if index is not None:
        message = _("the words from this line on were not all read, which is a mistake of this program")
        todo = _("report it with the document; nothing is written")
        yield Finding(index, "error", "", message, todo)

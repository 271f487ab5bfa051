"""Reads the text of one paragraph of a Word file, as a reader of the document sees it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from nominate_tui.intake.readers.docx_plain import MARKED
from nominate_tui.intake.readers.docx_styles import Styles
from nominate_tui.intake.readers.docx_symbols import symbol
from nominate_tui.intake.readers.docx_told import Told
from nominate_tui.intake.readers.docx_xml import at, is_on, value, whole
from nominate_tui.notation.clean import clean

_SIGNS: Final = {
    "w:tab": " ",  # not a tab, which stands between the cells of a row
    "w:ptab": " ",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "-",
}

_BLANK: Final = str.maketrans("\t\r\n", "   ")
"""In the XML of a text these are no more than a space."""


@dataclass(slots=True)
class Said:
    """What a paragraph says."""

    text: str = ""
    """Clean, without white space around it; a line each where somebody ended a line."""
    boxes: list[Element] = field(default_factory=list)
    """The text boxes that hang on the paragraph (`w:txbxContent`)."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The notes it refers to: the element of the reference, and the id of the note."""


def said(paragraph: Element, styles: Styles, told: Told) -> Said:
    """What a paragraph of a plain tree says, hidden text aside, which is counted."""
    reading = _Reading(styles, told, styles.hides_paragraph(paragraph))
    for child in paragraph:
        if child.tag == "w:r":
            reading.run(child)
    reading.said.text = clean("".join(reading.pieces)).strip()
    return reading.said


@dataclass(slots=True)
class _Reading:
    """A paragraph that is being read."""

    styles: Styles
    told: Told
    hidden: bool
    """Whether its style hides its runs."""
    said: Said = field(default_factory=Said)
    pieces: list[str] = field(default_factory=list)
    codes: list[int | None] = field(default_factory=list)
    """For each field that is open, the index of the piece its code begins at; `None` in its result."""

    def run(self, run: Element) -> None:
        """Take what a run says, unless it is hidden."""
        if self.styles.hides_run(run, paragraph=self.hidden):
            self.told.hidden += sum(len((text.text or "").split()) for text in run.iter("w:t"))
            return
        for child in run:
            self._take(child)

    def _take(self, child: Element) -> None:
        if child.tag in _SIGNS:
            self.pieces.append(_SIGNS[child.tag])
        elif child.tag in _READERS:
            _READERS[child.tag](self, child)

    def take_text(self, text: Element) -> None:
        self.pieces.append((text.text or "").translate(_BLANK))

    def take_symbol(self, sign: Element) -> None:
        self.pieces.append(symbol(value(sign, "font"), value(sign, "char")))

    def take_box(self, box: Element) -> None:
        self.said.boxes.append(box)

    def take_note(self, reference: Element) -> None:
        self.said.notes.append((reference.tag, value(reference, "id")))

    def take_field(self, mark: Element) -> None:
        """A field begins with its code, which no reader sees; its result is the text between the other two marks."""
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self.pieces.append(_filled_in(mark))
            self.codes.append(len(self.pieces))
        elif self.codes:
            start = self.codes.pop()
            if start is not None:
                del self.pieces[start:]
            if kind == "separate":
                self.codes.append(None)


_READERS: Final[dict[str, Callable[[_Reading, Element], None]]] = {
    "w:t": _Reading.take_text,
    "w:r": _Reading.run,
    "w:sym": _Reading.take_symbol,
    "w:txbxContent": _Reading.take_box,
    "w:footnoteReference": _Reading.take_note,
    "w:endnoteReference": _Reading.take_note,
    "w:fldChar": _Reading.take_field,
}


def _filled_in(mark: Element) -> str:
    """What an old form field that has no result says: a mark for a box that is marked, or the choice of a list."""
    data = at(mark, "w:ffData")
    box, choices = at(data, "w:checkBox"), at(data, "w:ddList")
    if box is not None:
        marked = at(box, "w:checked")
        return MARKED if is_on(at(box, "w:default") if marked is None else marked) else ""
    return "" if choices is None else _choice(choices)


def _choice(choices: Element) -> str:
    chosen = at(choices, "w:result")
    place = whole(value(at(choices, "w:default") if chosen is None else chosen))
    entries = [value(entry) for entry in choices if entry.tag == "w:listEntry"]
    return entries[place] if place < len(entries) else ""

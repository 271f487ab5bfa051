"""Reads the text of a PDF's page: each run of words with its place, as the page draws it."""

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Final

# It comes without types: what it gives is put into typed values here and in the files beside this one.
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from nominate_tui.intake.readers.docx_symbols import symbol
from nominate_tui.intake.readers.pdf_parts import COLUMN_GAP, Box, Run, Turn, Word

HYPHEN: Final = "\ufffe"
"""What PDFium has for a hyphen at the end of a line, and goes on with the next line as if there were none."""

_WORD: Final = re.compile(rf"[^\s{HYPHEN}]*{HYPHEN}|[^\s{HYPHEN}]+")
_LEFTWARD: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNREADABLE: Final = "\ufffd"
_STRANGE: Final = re.compile(f"[\x02{HYPHEN}\ue000-\uf8ff]")
"""Hyphens at the ends of lines, letters that the font has no Unicode for, and signs of symbol fonts."""

_SUBSET: Final = re.compile(r"\A[A-Z]{6}\+")
"""What stands before the name of a font of which a PDF has some letters only."""
_SYMBOL_FONTS: Final = {
    "symbol": "symbol",
    "symbolmt": "symbol",
    "wingdings": "wingdings",
    "wingdings-regular": "wingdings",
    "wingdings2": "wingdings 2",
}
_LONGEST_NAME: Final = 100

_SKEWED: Final = 5
"""By how many degrees a line may be askew, as scanned ones are."""


class TextLayer:
    """The text of a page, letter by letter. To be closed after use."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        """Of a page that is open."""
        self._page = page.get_textpage()
        self._raw = self._page.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._point = ctypes.byref(self._x), ctypes.byref(self._y)
        self._box, self._matrix = pdfium_c.FS_RECTF(), pdfium_c.FS_MATRIX()
        self._to_box, self._to_matrix = ctypes.byref(self._box), ctypes.byref(self._matrix)

    def close(self) -> None:
        """Give its memory back."""
        self._page.close()

    def text(self) -> str:
        """A character for each letter, also where the font tells no Unicode (U+FFFD)."""
        count = max(int(self._page.count_chars()), 0)
        text = str(self._page.get_text_range()) if count else ""
        if len(text) != count:
            codes = (int(pdfium_c.FPDFText_GetUnicode(self._raw, index)) for index in range(count))
            text = "".join(chr(code) if code else _UNREADABLE for code in codes)
        return _STRANGE.sub(lambda sign: self._told(sign[0], sign.start()), text)

    def _told(self, sign: str, index: int) -> str:
        """What a strange character is. A letter without Unicode may look like a hyphen at the end of a line."""
        if sign in ("\x02", HYPHEN):
            other = _UNREADABLE if sign == HYPHEN else sign
            return HYPHEN if pdfium_c.FPDFText_IsHyphen(self._raw, index) == 1 else other
        name = ctypes.create_string_buffer(_LONGEST_NAME)
        pdfium_c.FPDFText_GetFontInfo(self._raw, index, name, _LONGEST_NAME, ctypes.byref(ctypes.c_int()))
        font = _SUBSET.sub("", name.value.decode("utf-8", "replace")).lower().replace(" ", "")
        return symbol(_SYMBOL_FONTS[font], f"{ord(sign):04X}") if font in _SYMBOL_FONTS else sign

    def origin(self, index: int) -> tuple[float, float]:
        """Where a letter begins, on the line it stands on."""
        pdfium_c.FPDFText_GetCharOrigin(self._raw, index, *self._point)
        return self._x.value, self._y.value

    def box(self, index: int) -> Box:
        """The room that a letter takes up: left, bottom, right, top."""
        box = self._box
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, index, self._to_box)
        return box.left, box.bottom, box.right, box.top

    def reach(self, first: int, last: int) -> tuple[float, float, float]:
        """Where a word begins, and how far its last letter reaches to the right; it is asked for each word."""
        pdfium_c.FPDFText_GetCharOrigin(self._raw, first, *self._point)
        pdfium_c.FPDFText_GetLooseCharBox(self._raw, last, self._to_box)
        return self._x.value, self._y.value, self._box.right

    def font(self, index: int) -> tuple[int, float]:
        """The direction that a letter is written in, in degrees from 0 to 359, and its size as it is seen."""
        matrix = self._matrix
        pdfium_c.FPDFText_GetMatrix(self._raw, index, self._to_matrix)
        size = float(pdfium_c.FPDFText_GetFontSize(self._raw, index)) * math.hypot(matrix.c, matrix.d)
        degrees = _straightened(math.degrees(math.atan2(matrix.b, matrix.a)))
        if size < 0:  # such letters stand on their heads, mostly within what is turned that way too
            degrees, size = (degrees + 180) % 360, -size
        if not 1 <= size <= 1000:  # a font whose letters are drawings may have a scale of its own
            _left, bottom, _right, top = self.box(index)
            size = max(top - bottom, 1.0)
        return degrees, size


def _straightened(degrees: float) -> int:
    quarter = round(degrees / 90) * 90
    return (quarter if abs(degrees - quarter) <= _SKEWED else round(degrees)) % 360


class _Hand:
    """Gathers the words of one run."""

    def __init__(self, layer: TextLayer, index: int) -> None:
        self.degrees, self.size = layer.font(index)
        self._layer = layer
        self._turn = Turn(self.degrees)
        self._words: list[Word] = []
        self._leftward = False
        self.start = self.last = layer.origin(index)
        _x, self.base = self._turn(*self.start)

    def takes(self, text: str, first: int, last: int, *, leftward: bool) -> bool:
        """Take the word whose first and last letter these are, if it stands beside those taken before.

        `leftward` is whether the page has words that are written from right to left.
        """
        if leftward and _LEFTWARD.search(text):
            return self._takes_leftward(text, first, last)
        left, base, right = self._layer.reach(first, last)
        point = left, base
        if self.degrees:
            left, base = self._turn(*point)
            right = self._turn.box(self._layer.box(last))[2]
        if self._words:
            gap = left - self._words[-1].right
            if not -self.size / 2 < gap < COLUMN_GAP * self.size or abs(base - self.base) >= self.size / 2:
                return False
        if base != self.base:
            self._settle(first, base)
        self.last = point
        self._words.append(Word(text, left, right))
        return True

    def _settle(self, index: int, base: float) -> None:
        """The run stands where its largest letters do: a raised figure before them does not raise it."""
        size = self._layer.font(index)[1]
        if size > self.size:
            self.base, self.size = base, size

    def _takes_leftward(self, text: str, first: int, last: int) -> bool:
        """The same for a word that is written from right to left; such words are not told apart by their places."""
        left, _bottom, right, _top = self._turn.box(self._layer.box(first))
        other = self._turn.box(self._layer.box(last))
        low, high = min(left, other[0]), max(right, other[2])
        _x, base = self._turn(*self._layer.origin(first))
        if self._words:
            room = COLUMN_GAP * self.size
            near = self._words[0].left - room < high and low < self._words[-1].right + room
            if not near or abs(base - self.base) > self.size / 2:
                return False
        self.last = self._layer.origin(first)
        words = [*self._words, Word(text, low, high)]
        low, high = min(word.left for word in words), max(word.right for word in words)
        self._words = [Word(word.text, low, high) for word in words]
        return True

    def run(self) -> Run:
        """What was gathered."""
        return Run(tuple(self._words), self.base, self.size)


def read_runs(layer: TextLayer, visible: Box) -> tuple[dict[int, list[Run]], list[str]]:
    """The runs of a page by their direction, that of most letters first; and the texts outside of a box."""
    inside: dict[int, list[Run]] = {}
    outside = []
    for hand in _hands(layer):
        run = hand.run()
        if _is_in(hand.start, visible) or _is_in(hand.last, visible):
            inside.setdefault(hand.degrees, []).append(run)
        else:
            outside.append(run.text)
    weights = {degrees: sum(len(run.text) for run in runs) for degrees, runs in inside.items()}
    return {degrees: inside[degrees] for degrees in sorted(inside, key=lambda one: -weights[one])}, outside


def _is_in(point: tuple[float, float], box: Box) -> bool:
    (x, y), (left, bottom, right, top) = point, box
    return left - 1 <= x <= right + 1 and bottom - 1 <= y <= top + 1


def _hands(layer: TextLayer) -> Iterator[_Hand]:
    hand = None
    text = layer.text()
    leftward = _LEFTWARD.search(text) is not None
    for found in _WORD.finditer(text):
        word, (first, behind) = found[0], found.span()
        if not word.isascii():
            word = _whole(word)
        if hand and hand.takes(word, first, behind - 1, leftward=leftward):
            continue
        if hand:
            yield hand
        hand = _Hand(layer, first)
        hand.takes(word, first, behind - 1, leftward=leftward)
    if hand:
        yield hand


def _whole(word: str) -> str:
    """The word with characters in one piece that came in two, as those beyond U+FFFF do on some systems."""
    return word.encode("utf-16", "surrogatepass").decode("utf-16", "replace")

"""Finds the ruled lines that a page of a PDF draws around the cells of its tables."""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from math import inf
from typing import Final

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from nominate_tui.intake.readers.pdf_parts import Level, Ruling, Turn, Upright

_MOST_OBJECTS: Final = 5_000
"""A page that draws more than this is a picture: its lines are not looked at."""

_MOST_POINTS: Final = 200
"""How many corners of one path are looked at."""

_MOST_EDGES: Final = 5_000
"""How many lines of a page are looked at."""

_DEEPEST: Final = 3
"""In how many groups within one another lines are looked for."""

_SHORTEST: Final = 4.0
"""The length of a ruled line, in points, at least: shorter ones are parts of letters and boxes to cross."""

_THICKEST: Final = 3.0
"""How thick a drawn bar may be that stands for a line."""

_NEAR: Final = 1.5
"""How far, in points, lines that are one may miss one another."""

_Matrix = tuple[float, float, float, float, float, float]
_Point = tuple[float, float]
_Edge = tuple[_Point, _Point]
_Line = tuple[float, float, float]
"""The height of a line from left to right, and its two ends; or the same of one from bottom to top."""

_UNMOVED: Final[_Matrix] = (1, 0, 0, 1, 0, 0)


def read_ruling(page: pdfium.PdfPage, degrees: int) -> Ruling:
    """The ruled lines of a page whose text is written in this direction."""
    turn = Turn(degrees)
    edges = [(turn(*start), turn(*end)) for start, end in islice(_edges(page), _MOST_EDGES)]
    levels = _united(_lines(edges))
    uprights = _united(_lines(((y, x), (y2, x2)) for (x, y), (x2, y2) in edges))
    return Ruling(tuple(Level(*line) for line in levels), tuple(Upright(*line) for line in uprights))


def is_drawn(page: pdfium.PdfPage) -> bool:
    """Whether a page draws anything at all."""
    return int(pdfium_c.FPDFPage_CountObjects(page)) > 0


def _lines(edges: Iterable[_Edge]) -> Iterator[_Line]:
    """The edges that go from left to right, or back."""
    for (x, y), (x2, y2) in edges:
        if abs(y - y2) < _NEAR and abs(x - x2) >= _SHORTEST:
            yield y, min(x, x2), max(x, x2)


def _united(lines: Iterable[_Line]) -> Iterator[_Line]:
    """The lines; those that are parts of one are united."""
    beside: dict[float, list[tuple[float, float]]] = {}
    at = -inf
    for place, low, high in sorted(lines):
        at = at if place - at <= _NEAR else place
        beside.setdefault(at, []).append((low, high))
    return ((place, *part) for place, parts in beside.items() for part in _joined(parts))


def _joined(parts: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    united: tuple[float, float] | None = None
    for low, high in sorted(parts):
        if united and low <= united[1] + 2 * _NEAR:
            united = united[0], max(united[1], high)
        else:
            if united:
                yield united
            united = low, high
    if united:
        yield united


def _edges(page: pdfium.PdfPage) -> Iterator[_Edge]:
    count = int(pdfium_c.FPDFPage_CountObjects(page))
    if count <= _MOST_OBJECTS:
        for index in range(count):
            yield from _edges_of(pdfium_c.FPDFPage_GetObject(page, index), _UNMOVED, _DEEPEST)


def _edges_of(drawn: pdfium_c.FPDF_PAGEOBJECT, outer: _Matrix, deep: int) -> Iterator[_Edge]:
    kind = pdfium_c.FPDFPageObj_GetType(drawn)
    if kind == pdfium_c.FPDF_PAGEOBJ_PATH:
        yield from _edges_of_path(drawn, _times(_matrix(drawn), outer))
    elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and deep:
        matrix = _times(_matrix(drawn), outer)
        for index in range(min(int(pdfium_c.FPDFFormObj_CountObjects(drawn)), _MOST_OBJECTS)):
            yield from _edges_of(pdfium_c.FPDFFormObj_GetObject(drawn, index), matrix, deep - 1)


def _matrix(drawn: pdfium_c.FPDF_PAGEOBJECT) -> _Matrix:
    matrix = pdfium_c.FS_MATRIX()
    pdfium_c.FPDFPageObj_GetMatrix(drawn, ctypes.byref(matrix))
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    (a, b, c, d, e, f), (a2, b2, c2, d2, e2, f2) = one, other
    return (
        a * a2 + b * c2,
        a * b2 + b * d2,
        c * a2 + d * c2,
        c * b2 + d * d2,
        e * a2 + f * c2 + e2,
        e * b2 + f * d2 + f2,
    )


def _edges_of_path(path: pdfium_c.FPDF_PAGEOBJECT, matrix: _Matrix) -> Iterator[_Edge]:
    """The straight edges of a path that are seen as lines: strokes, and bars that are thin enough."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, ctypes.byref(filled), ctypes.byref(stroked))
    for shape in _shapes(path, matrix) if filled.value or stroked.value else ():
        if stroked.value:
            yield from pairwise(shape)
        else:
            yield from _bar(shape)


def _bar(shape: Sequence[_Point]) -> Iterator[_Edge]:
    xs, ys = zip(*shape, strict=True)
    width, height = max(xs) - min(xs), max(ys) - min(ys)
    if min(width, height) <= _THICKEST:
        middle = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
        if height < width:
            yield (min(xs), middle[1]), (max(xs), middle[1])
        else:
            yield (middle[0], min(ys)), (middle[0], max(ys))


def _shapes(path: pdfium_c.FPDF_PAGEOBJECT, matrix: _Matrix) -> Iterator[list[_Point]]:
    """The corners of each closed or open part of a path; curves end where they end."""
    a, b, c, d, e, f = matrix
    x, y = ctypes.c_float(), ctypes.c_float()
    shape: list[_Point] = []
    for index in range(min(int(pdfium_c.FPDFPath_CountSegments(path)), _MOST_POINTS)):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, index)
        pdfium_c.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y))
        point = (x.value * a + y.value * c + e, x.value * b + y.value * d + f)
        if pdfium_c.FPDFPathSegment_GetType(segment) == pdfium_c.FPDF_SEGMENT_MOVETO and shape:
            yield shape
            shape = []
        shape.append(point)
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            shape.append(shape[0])
    if shape:
        yield shape

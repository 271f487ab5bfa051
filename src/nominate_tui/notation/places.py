"""Finds the line that a key of a TOML document stands on. Needed only where something is wrong, or is changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import tomli

from nominate_tui.notation.toml import BOM, KeyPath

_PIECE: Final = (
    r"(?P<comment>#[^\n]*)"
    r'|(?P<string>"""(?:[^\\]|\\.)*?"{3,5}|\'{3}.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\')'
    r"|(?P<newline>\n)"
    r"|(?P<sign>[\[\]{}=,.])"
    r"|(?P<word>[^\s\[\]{}=,.\"'#]+)"
)


def line_of(text: str, path: KeyPath) -> int:
    """The line, from 1, that a key path stands on; that of the nearest key around it where it does not stand."""
    return nearest_line(lines_of(text), path)


def nearest_line(lines: dict[KeyPath, int], path: KeyPath) -> int:
    """The line of a key path among the answers of `lines_of`, or of the nearest key around it; 1 at the least."""
    while path not in lines and path:
        path = path[:-1]
    return lines.get(path, 1)


def lines_of(text: str) -> dict[KeyPath, int]:
    """The line, from 1, of every key path of a valid document."""
    scanner = _Scanner()
    for token in tokens(text.removeprefix(BOM)):
        scanner.take(token)
    return scanner.lines


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a TOML document; white space lies between them."""

    kind: str
    """`comment`, `string`, `newline`, `sign` (one of `[]{}=,.`) or `word`."""
    text: str
    start: int
    """The index of its first character."""
    line: int
    """The line it begins on, from 1."""


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a valid document, in order."""
    line = 1
    for found in re.finditer(_PIECE, text, re.DOTALL):
        yield Token(found.lastgroup or "", found[0], found.start(), line)
        line += found[0].count("\n")


@dataclass(slots=True)
class _Frame:
    """What the scanner is inside of."""

    kind: str
    """`document`, `header`, `array` or `table` (an inline one)."""
    path: KeyPath
    index: int = 0
    """The place of the element, in an array."""


class _Scanner:
    """Follows the tokens of a valid document and notes the line of each key path."""

    def __init__(self) -> None:
        self.lines: dict[KeyPath, int] = {}
        self._frames = [_Frame("document", ())]
        self._key: list[str] = []
        self._in_key = True
        self._twice = False
        """Whether the header began with two brackets."""
        self._sizes: dict[KeyPath, int] = {}
        """How many tables each array of tables has so far."""

    def take(self, token: Token) -> None:
        """Follow one token."""
        if token.kind == "newline":
            self._end_of_line()
        elif token.kind == "sign":
            self._sign(token)
        elif token.kind in ("string", "word"):
            self._word(token)

    def _end_of_line(self) -> None:
        if self._frames[-1].kind == "document":
            self._key, self._in_key = [], True

    def _word(self, token: Token) -> None:
        if self._in_key:
            self._key.append(unquoted(token))
        else:
            self._note(self._here(), token.line)

    def _sign(self, token: Token) -> None:
        frame = self._frames[-1]
        if token.text == "=":
            self._in_key = False
            self._note(self._here(), token.line)
        elif token.text == "," and frame.kind in ("array", "table"):
            self._next(frame)
        elif token.text in "[{":
            self._open(frame, token)
        elif token.text in "]}":
            self._close(frame, token)

    def _next(self, frame: _Frame) -> None:
        frame.index += 1
        self._key, self._in_key = [], frame.kind == "table"

    def _open(self, frame: _Frame, token: Token) -> None:
        if frame.kind == "header":
            self._twice = True
        elif frame.kind == "document" and self._in_key:
            self._frames.append(_Frame("header", ()))
            self._twice = False
        else:
            self._note(self._here(), token.line)
            self._frames.append(_Frame("array" if token.text == "[" else "table", self._here()))
            self._key, self._in_key = [], token.text == "{"

    def _close(self, frame: _Frame, token: Token) -> None:
        if frame.kind == "header":
            self._frames = [_Frame("document", self._headed(token.line))]
        elif frame.kind != "document":
            self._frames.pop()
            self._key = []
        self._in_key = False

    def _here(self) -> KeyPath:
        """The path of the value that comes or is being read."""
        frame = self._frames[-1]
        return (*frame.path, frame.index) if frame.kind == "array" else (*frame.path, *self._key)

    def _headed(self, line: int) -> KeyPath:
        """The path that a `[table]` or `[[array]]` header opens."""
        path: KeyPath = ()
        for place, part in enumerate(self._key, start=1):
            path = (*path, part)
            if place == len(self._key) and self._twice:
                self._sizes[path] = self._sizes.get(path, 0) + 1
            self._note(path, line)
            if path in self._sizes:
                path = (*path, self._sizes[path] - 1)
                self._note(path, line)
        return path

    def _note(self, path: KeyPath, line: int) -> None:
        """Keep the first line of a path, and of what is around it."""
        while path and path not in self.lines:
            self.lines[path] = line
            path = path[:-1]


def unquoted(token: Token) -> str:
    """What a word or a string of a key says."""
    if token.kind == "word":
        return token.text
    value = tomli.loads(f"key = {token.text}")["key"]
    return str(value)

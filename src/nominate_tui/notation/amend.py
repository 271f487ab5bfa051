"""Changes files that a person edits too: the entries that change are rewritten, all else keeps its bytes.

A file is cut before each `[[entry]]`, with the comments directly above it; tomlkit changes single entries, so
that comments within them stay. Entries of another kind stay where they are. The only file that knows tomlkit.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import tomlkit
from tomlkit.items import AbstractTable, AoT

from nominate_tui.notation.places import Token, tokens, unquoted
from nominate_tui.notation.toml import BOM, decoded
from nominate_tui.notation.writing import inline, table

Fields = Mapping[str, object]
"""What an entry says by key; `None` for a key that is absent."""

Entry = tuple[Hashable, Fields]
"""What an entry is about, by which it is found again, and what it says."""


def amend(
    text: str | bytes, name: str, old: Sequence[Entry], new: Iterable[Entry], top: Fields | None = None
) -> str:
    """A valid file with other entries: `new` instead of `old`, which are those in it, in its order.

    Entries that say the same keep their bytes, and changed ones their comments. New ones come in the order of
    `new`. Of an entry that goes, the comments on lines of their own stay. `top` are the keys above the entries.
    What is added has the line ends of the file, where these are all alike.
    """
    plain = decoded(text, "")
    end = _line_end(plain)
    amended = _amend(plain.replace(end, "\n"), name, old, list(new), top or {})
    return _mark(text) + amended.replace("\n", end)


def _line_end(text: str) -> str:
    """CR LF where every line ends so, otherwise LF."""
    return "\r\n" if 0 < text.count("\r\n") == text.count("\n") else "\n"


def _mark(text: str | bytes) -> str:
    """The byte order mark that a file begins with, if it does."""
    marked = text.startswith(BOM) if isinstance(text, str) else text.startswith(BOM.encode())
    return BOM if marked else ""


def _amend(text: str, name: str, old: Sequence[Entry], new: Sequence[Entry], top: Fields) -> str:
    head, blocks = _cut(text)
    own = {place: block.text for place, block in enumerate(blocks) if block.name == name}
    if old and not own:  # all in one value: name = [{…}, {…}]
        head, old = _without_value(head, name), ()
    known, left = _known(old, own, dict(new))
    pieces = _Pieces(_with_top(head, top), added=any(value is not None for value in top.values()))
    amended = deque(_amended(name, known.get(about), fields) for about, fields in new)
    stays = {entry.place for entry in known.values()}
    for place, block in enumerate(blocks):
        if block.name != name:
            pieces.add(block.text, place)
        elif place in stays:
            pieces.add(*amended.popleft())
    for piece in (*amended, *([(left, None)] if left else [])):
        pieces.add(*piece)
    return pieces.text


@dataclass(frozen=True, slots=True)
class _Block:
    """One entry of a file, of any kind."""

    name: str
    text: str
    """With the comments directly above it."""


@dataclass(frozen=True, slots=True)
class _Known:
    """An entry as it stands in the file."""

    place: int
    """From 0, in the order of the file."""
    text: str
    fields: Fields


class _Pieces:
    """A file that is put together again."""

    def __init__(self, head: str, *, added: bool) -> None:
        """Begin with what stands above the entries; `added` tells whether a line was written there."""
        self.text = head
        self._last = -2 if added else -1

    def add(self, text: str, place: int | None) -> None:
        """Add an entry; one that does not follow the one before it in the file comes after an empty line."""
        if self.text and not self.text.endswith("\n"):
            self.text += "\n"
        if self.text and place != self._last + 1 and not self.text.endswith("\n\n"):
            self.text += "\n"
        self.text += text
        self._last = -2 if place is None else place


def _known(
    old: Sequence[Entry], blocks: Mapping[int, str], wanted: Mapping[Hashable, Fields]
) -> tuple[Mapping[Hashable, _Known], str]:
    """The entries of the file that stay, by what they are about, and the comments left over at the end.

    `blocks` are the entries of this kind by their place in the file. The comments of an entry that goes are put above the next that stays.
    """
    known = {}
    left = ""
    for (about, fields), (place, block) in zip(old, blocks.items() if old else (), strict=True):
        if about in wanted:
            known[about] = _Known(place, left + block, fields)
            left = ""
        elif comments := _comments(block):
            left += f"{comments}\n"
    return known, left


def _amended(name: str, known: _Known | None, fields: Fields) -> tuple[str, int | None]:
    """The text of an entry, and its place in the file where it had one."""
    if known is None:
        return table(f"[[{name}]]", fields), None
    changes = {key: value for key, value in fields.items() if known.fields.get(key) != value}
    return (_changed(known.text, name, changes) if changes else known.text), known.place


def _changed(block: str, name: str, changes: Fields) -> str:
    end = _end_of_values(block)
    document = tomlkit.parse(block[:end])
    entries = document[name]
    if isinstance(entries, AoT):
        _set(entries[0], changes)
    return tomlkit.dumps(document) + block[end:]


def _with_top(head: str, top: Fields) -> str:
    for key, value in top.items():
        if value is None:
            head = _without_line(head, key)
    document = tomlkit.parse(head)
    _set(document, top)
    return tomlkit.dumps(document) if top else head


def _without_line(head: str, key: str) -> str:
    """The text without the line of a key, and without the empty line below it if there is one above it too."""
    pieces = list(tokens(head))
    place = _place_of(pieces, key)
    end = next((token.start + 1 for token in pieces[place:] if token.kind == "newline"), len(head))
    before, after = head[: _start_of_line(head, pieces[place])], head[end:]
    apart = not before or before.endswith("\n\n")
    return before + (after.removeprefix("\n") if apart else after)


def _set(entry: AbstractTable | tomlkit.TOMLDocument, changes: Fields) -> None:
    for key, value in changes.items():
        if value is not None:
            entry[key] = tomlkit.value(inline(value))
        elif key in entry:
            del entry[key]


def _cut(text: str) -> tuple[str, list[_Block]]:
    """What stands above the first entry, and each entry with the comments directly above it."""
    starts = _starts(text)
    if not starts:
        return text, []
    ends = [*(start for start, _name in starts[1:]), len(text)]
    blocks = [_Block(name, text[start:end]) for (start, name), end in zip(starts, ends, strict=True)]
    return text[: starts[0][0]], blocks


def _starts(text: str) -> list[tuple[int, str]]:
    """Where each entry begins, with the comments directly above it, and of which kind it is."""
    pieces = list(tokens(text))
    starts = []
    depth = 0
    for place, token in enumerate(pieces):
        if depth == 0 and _begins_line(pieces, place) and (name := _entry_named(pieces[place : place + 4])):
            starts.append((_start_of_line(text, pieces[_first_comment(pieces, place)]), name))
        depth += _step(token)
    return starts


def _entry_named(header: Sequence[Token]) -> str:
    """The kind of an entry that begins with these tokens, `[[kind]`; empty where they are none, as in `[a.b]`."""
    if [token.text for token in header if token.kind == "sign"] != ["[", "[", "]"]:
        return ""
    return unquoted(header[2])


def _begins_line(pieces: Sequence[Token], place: int) -> bool:
    return place == 0 or pieces[place - 1].kind == "newline"


def _first_comment(pieces: Sequence[Token], place: int) -> int:
    """The place of the first comment in the lines directly above, or the same place where there is none."""
    while place >= 2 and pieces[place - 2].kind == "comment" and _begins_line(pieces, place - 2):
        place -= 2
    return place


def _start_of_line(text: str, token: Token) -> int:
    return text.rfind("\n", 0, token.start) + 1


def _step(token: Token) -> int:
    """How much deeper a token goes into brackets."""
    if token.kind != "sign":
        return 0
    return (token.text in "[{") - (token.text in "]}")


def _end_of_values(block: str) -> int:
    """Where the line of the last value ends; what follows are comments and empty lines."""
    pieces = list(tokens(block))
    last = max(place for place, token in enumerate(pieces) if token.kind not in ("comment", "newline"))
    after = next((token for token in pieces[last:] if token.kind == "newline"), None)
    return after.start + 1 if after else len(block)


def _comments(block: str) -> str:
    """The comments of an entry that stand on lines of their own."""
    pieces = list(tokens(block))
    lines = (
        token.text.rstrip()
        for place, token in enumerate(pieces)
        if token.kind == "comment" and _begins_line(pieces, place)
    )
    return "".join(f"{line}\n" for line in lines)


def _without_value(text: str, name: str) -> str:
    """The file without the value of a key, of which the comments stay."""
    pieces = list(tokens(text))
    first = _place_of(pieces, name)
    last = first
    depth = 0
    while last < len(pieces) and (depth or pieces[last].kind != "newline"):
        depth += _step(pieces[last])
        last += 1
    end = pieces[last].start + 1 if last < len(pieces) else len(text)
    comments = (token.text.rstrip() for token in pieces[first:last] if token.kind == "comment")
    start = _start_of_line(text, pieces[first])
    return text[:start] + "".join(f"{line}\n" for line in comments) + text[end:]


def _place_of(pieces: Sequence[Token], name: str) -> int:
    return next(
        place
        for place, token in enumerate(pieces)
        if token.kind in ("word", "string") and _begins_line(pieces, place) and unquoted(token) == name
    )

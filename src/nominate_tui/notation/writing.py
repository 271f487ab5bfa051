"""Writes values as TOML the way a person would: short tables and lists on one line, long texts on many."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

import tomli_w

_BARE: Final = re.compile("[A-Za-z0-9_-]+")
"""A key that needs no quotes."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
"""What is written as a number in a text, and stands in hardly any."""


def table(header: str, values: Mapping[str, object]) -> str:
    """A table under its header (`[[review]]`; empty for the top of a file), a value a line; `None` is left out."""
    lines = (assignment(name, value) for name, value in values.items() if value is not None)
    return "".join((f"{header}\n" if header else "", *lines))


def document(*tables: str) -> str:
    """Tables (or other pieces) as one document, an empty line between them; empty pieces are left out."""
    return "\n".join(piece for piece in tables if piece)


def assignment(name: str, value: object) -> str:
    """`name = value` and the end of the line; a text of several lines keeps them."""
    if not isinstance(value, str) or "\n" not in value:
        return f"{key(name)} = {inline(value)}\n"
    if _CONTROL.search(value):
        return tomli_w.dumps({name: value}, multiline_strings=True)
    return f'{key(name)} = """\n{_escaped(value)}"""\n'


def inline(value: object) -> str:
    """A value on one line; times in UTC, with a Z."""
    # A round has hundreds of thousands of texts; tomli_w looks at each of their characters by itself.
    if isinstance(value, str) and not _CONTROL.search(value):
        return '"' + _escaped(value).replace("\n", "\\n") + '"'
    if type(value) is int:
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, Mapping):
        pairs = (f"{key(str(name))} = {inline(item)}" for name, item in value.items())
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(inline, value))}]"
    return tomli_w.dumps({"_": value}).removeprefix("_ = ").removesuffix("\n")


def key(name: str) -> str:
    """A key as it is written, also within a header: in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else tomli_w.dumps({name: 0}).removesuffix(" = 0\n")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')

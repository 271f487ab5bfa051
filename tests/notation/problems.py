"""Reads what must be refused, for tests that look at the problems."""

from collections.abc import Callable

import pytest

from nominate_tui.errors import BadInput


def problems(read: Callable[[], object]) -> list[str]:
    """The problems of a reading, each on its line."""
    with pytest.raises(BadInput) as caught:
        read()
    return [str(problem) for problem in caught.value.problems]

import pytest

from nominate_tui.tui.widgets.tried_list import moved
from ranking.rounds import ranked

TABLE = {"anna": {"a": (5, 5), "b": (4, 4), "c": (3, 3), "d": (2, 2)}}
ROWS = {row.nomination: row for row in ranked(TABLE).standings}


@pytest.mark.parametrize(("before", "after", "told"), [("a", "a", ""), ("d", "a", "▲3"), ("b", "d", "▼2")])
def test_a_row_that_moves_has_an_arrow_and_by_how_many(before: str, after: str, told: str) -> None:
    assert moved(ROWS[before], ROWS[after]) == told


def test_a_row_that_is_new_moves_nowhere() -> None:
    assert moved(None, ROWS["a"]) == ""

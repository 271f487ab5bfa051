from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from nominate_tui.tui.columns import Column, fitting, heads, told

TABLE = (
    Column("id", "", 3, right=True),
    Column("title", "Title"),
    Column("mean", "mean", 6, wanted=1, right=True),
    Column("other", "other", 6, wanted=1, right=True),
    Column("by", "by", 10, wanted=2),
)


def keys(room: int) -> list[str]:
    return [column.key for column in fitting(TABLE, room, 20)]


def test_all_columns_are_shown_where_there_is_room_for_the_open_one() -> None:
    # 3 + 6 + 6 + 10 cells, four spaces and twenty for the title.
    assert keys(49) == ["id", "title", "mean", "other", "by"]


def test_the_least_wanted_go_first_and_together() -> None:
    assert keys(48) == ["id", "title", "by"]
    assert keys(35) == ["id", "title", "by"]
    assert keys(34) == ["id", "title"]


def test_what_always_stays_stays_in_no_room_at_all() -> None:
    assert keys(0) == ["id", "title"]
    assert fitting(TABLE, 0, 20)[1].width == 1


def test_the_open_column_takes_what_is_left() -> None:
    assert fitting(TABLE, 60, 20)[1].width == 31


def test_a_row_is_as_wide_as_the_room_and_cuts_with_an_ellipsis() -> None:
    shown = fitting(TABLE, 34, 20)
    row = told(shown, {"id": Content("7"), "title": Content("A title that is longer than the room there is")})
    assert row.plain == "  7 A title that is longer than t…"


def test_heads_stand_over_their_columns() -> None:
    assert heads(fitting(TABLE, 49, 20)).plain == "    Title                  mean  other by        "


def test_text_that_looks_like_markup_is_text() -> None:
    shown = fitting(TABLE, 40, 20)
    assert "[@click=app.quit]x[/]" in told(shown, {"title": Content("[@click=app.quit]x[/]")}).plain


@given(st.integers(24, 200), st.text(max_size=60))
def test_no_row_is_wider_or_narrower_than_the_room(room: int, title: str) -> None:
    shown = fitting(TABLE, room, 20)
    assert told(shown, {"title": Content(title.replace("\n", " ").replace("\t", " "))}).cell_length == room

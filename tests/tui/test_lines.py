"""Lines that are drawn when they are seen: however many there are, only a screenful is asked for."""

from collections.abc import Sequence

import pytest
from textual.content import Content

from nominate_tui.tui.widgets.lines import Lines, PlainLines
from tui.hosting import Host, rows


class Numbers(Lines):
    """Counts its lines, and notes which ones were drawn."""

    def __init__(self, many: int, sticky: int = 0) -> None:
        super().__init__()
        self.many = many
        self.sticky = sticky
        self.drawn: list[int] = []

    def count(self) -> int:
        return self.many

    def line(self, number: int) -> Content:
        self.drawn.append(number)
        return Content(f"line {number}")


class Coloured(PlainLines):
    """Lines made of two pieces."""

    def count(self) -> int:
        return 2

    def pieces(self, number: int) -> Sequence[tuple[str, str]]:
        return (f"[b]{number}[/b]", ""), (" wide 家家家家家家", "")


def numbers(shown: list[str]) -> list[int]:
    """The numbers of the lines that are shown."""
    return [int(row.split()[1]) for row in shown if row.strip(" ▐")]


async def test_of_a_hundred_thousand_lines_a_screenful_is_drawn() -> None:
    widget = Numbers(100_000)
    async with Host(widget).run_test(size=(20, 10)) as pilot:
        assert numbers(rows(pilot)) == list(range(10))
        assert set(widget.drawn) == set(range(10))


async def test_a_line_far_away_comes_into_view_and_those_between_are_not_drawn() -> None:
    widget = Numbers(100_000)
    async with Host(widget).run_test(size=(20, 10)) as pilot:
        widget.show_line(50_000)
        await pilot.pause()
        assert numbers(rows(pilot)) == list(range(49_991, 50_001))
        assert max(n for n in widget.drawn if n < 40_000) == 9


async def test_a_line_that_is_in_view_moves_nothing() -> None:
    widget = Numbers(100)
    async with Host(widget).run_test(size=(20, 10)) as pilot:
        widget.show_line(40, top=True)
        for number in (40, 45, 49):
            widget.show_line(number)
            await pilot.pause()
            assert numbers(rows(pilot)) == list(range(40, 50))
        widget.show_line(39)
        await pilot.pause()
        assert numbers(rows(pilot)) == list(range(39, 49))
        widget.show_line(49)
        await pilot.pause()
        assert numbers(rows(pilot)) == list(range(40, 50))


async def test_the_first_lines_stay_while_the_others_scroll() -> None:
    widget = Numbers(100, sticky=2)
    async with Host(widget).run_test(size=(20, 10)) as pilot:
        widget.show_line(50, top=True)
        await pilot.pause()
        assert numbers(rows(pilot)) == [0, 1, *range(50, 58)]
        assert widget.seen == range(50, 58)


async def test_the_last_line_can_be_reached_and_nothing_follows_it() -> None:
    widget = Numbers(25, sticky=3)
    async with Host(widget).run_test(size=(20, 10)) as pilot:
        widget.scroll_end(animate=False)
        await pilot.pause()
        assert numbers(rows(pilot)) == [0, 1, 2, *range(18, 25)]


async def test_when_lines_go_the_place_stays_within_those_that_are_left() -> None:
    widget = Numbers(100)
    async with Host(widget).run_test(size=(20, 10)) as pilot:
        widget.show_line(99)
        widget.many = 15
        widget.renew()
        await pilot.pause()
        assert numbers(rows(pilot)) == list(range(5, 15))
        widget.many = 4
        widget.renew()
        await pilot.pause()
        assert numbers(rows(pilot)) == [0, 1, 2, 3]


async def test_one_line_is_drawn_again_alone() -> None:
    widget = Numbers(100)
    async with Host(widget).run_test(size=(20, 10)) as pilot:
        await pilot.pause()
        widget.drawn.clear()
        widget.renew_line(3)
        await pilot.pause()
        assert widget.drawn == [3]
        widget.renew_line(50)  # not in view
        await pilot.pause()
        assert widget.drawn == [3]


async def test_the_bar_at_the_edge_tells_how_far_one_is() -> None:
    widget = Numbers(100)
    async with Host(widget).run_test(size=(20, 10)) as pilot:
        places = []
        for number in (0, 50, 99):
            widget.show_line(number, top=True)
            await pilot.pause()
            places.append(next(y for y, row in enumerate(rows(pilot)) if row.endswith("▐")))
    assert places == [0, 5, 9]


async def test_where_everything_fits_there_is_no_bar() -> None:
    async with Host(Numbers(10)).run_test(size=(20, 10)) as pilot:
        assert not any("▐" in row for row in rows(pilot))


@pytest.mark.parametrize("size", [(20, 5), (5, 10), (1, 1)])
async def test_a_window_of_any_size_is_filled_and_not_overrun(size: tuple[int, int]) -> None:
    async with Host(Numbers(100)).run_test(size=(30, 20)) as pilot:
        await pilot.resize_terminal(*size)
        await pilot.pause()
        strips = pilot.app.screen._compositor.render_strips()
        assert [strip.cell_length for strip in strips] == [size[0]] * size[1]


async def test_pieces_are_shown_as_they_are_and_cropped_in_cells() -> None:
    async with Host(Coloured()).run_test(size=(20, 3)) as pilot:
        shown = rows(pilot)
    assert shown == ["[b]0[/b] wide 家家", "[b]1[/b] wide 家家", ""]

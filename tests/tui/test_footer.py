"""The line of keys: as many as fit, help and leave always."""

import pytest

from nominate_tui.tui.commands import EVERYWHERE, JUROR
from nominate_tui.tui.widgets.footer import Footer
from tui.hosting import Host, rows

COMMANDS = (*JUROR, *EVERYWHERE)


async def shown(width: int) -> str:
    """The line in a window of so many columns."""
    async with Host(Footer(COMMANDS, ("1-5", "score"))).run_test(size=(width, 1)) as pilot:
        return rows(pilot)[0]


async def test_with_room_for_all_every_command_that_wants_to_is_named() -> None:
    line = await shown(300)
    named = [f"{command.shown.split()[0]} {command.label}" for command in COMMANDS if command.footer]
    assert line.split("  ") == [" 1-5 score", *named]


@pytest.mark.parametrize("width", [20, 40, 72, 80, 120])
async def test_help_and_leave_are_always_named_and_no_word_is_cut(width: int) -> None:
    line = await shown(width)
    whole = (await shown(300)).split("  ")
    assert line.endswith("? keys  q leave")
    assert len(line) <= width
    assert {entry.strip() for entry in line.split("  ")} <= {entry.strip() for entry in whole}


async def test_at_eighty_columns_the_keys_that_a_juror_needs_first_are_named() -> None:
    line = await shown(80)
    assert line.startswith(" 1-5 score  Tab criterion  j next")

"""`docs/keys.md` is what its maker makes of the table of commands, and the table has no key twice."""

import runpy
from pathlib import Path

import pytest

from nominate_tui.model.rules import Scale
from nominate_tui.tui.commands import CHAIR, EVERYWHERE, JUROR, TRYING, Command, score_keys

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_keys_is_made_from_the_table_of_commands() -> None:
    page = runpy.run_path(str(DOCS / "make_keys.py"))["page"]()
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == page


def test_every_command_is_on_the_page_with_its_keys() -> None:
    page = (DOCS / "keys.md").read_text(encoding="utf-8")
    for command in (*JUROR, *CHAIR, *TRYING, *EVERYWHERE):
        assert all(f"`{key}`" in page for key in command.shown.split(" "))
        assert f"| {command.help} |" in page


@pytest.mark.parametrize("screen", [(*JUROR, *EVERYWHERE), (*CHAIR, *EVERYWHERE), TRYING])
def test_no_key_does_two_things(screen: tuple[Command, ...]) -> None:
    keys = [key for command in screen for key in command.keys.split(",")]
    assert sorted(set(keys)) == sorted(keys)


@pytest.mark.parametrize(
    ("scale", "keys"),
    [
        (Scale(1, 5), {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}),
        (Scale(0, 2), {"0": 0, "1": 1, "2": 2}),
        (Scale(8, 10), {"8": 8, "9": 9, "0": 10}),
        (Scale(-1, 1), {"0": 0, "1": 1}),
        (Scale(9, 12), {"9": 9, "0": 10}),
    ],
)
def test_every_value_has_the_key_of_its_digit_and_ten_has_zero(scale: Scale, keys: dict[str, int]) -> None:
    assert score_keys(scale) == keys


def test_ten_has_a_key_of_its_own_where_the_scale_begins_at_zero() -> None:
    assert score_keys(Scale(0, 10)) == {str(value): value for value in range(10)} | {"t": 10}


def test_no_key_of_a_score_is_the_key_of_a_command() -> None:
    commands = {key for command in (*JUROR, *EVERYWHERE) for key in command.keys.split(",")}
    assert commands & score_keys(Scale(0, 10)).keys() == set()

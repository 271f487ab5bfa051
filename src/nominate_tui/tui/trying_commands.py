"""What the chair can do where something is tried, as in `commands`."""

from typing import Final

from nominate_tui.locale.catalogue import later
from nominate_tui.tui.command import Command

TRYING: Final[tuple[Command, ...]] = (
    Command("pick(1)", "j,down", later("next"), later("Go to the next choice"), "j ↓", footer=True),
    Command("pick(-1)", "k,up", later("before"), later("Go to the choice before"), "k ↑"),
    Command(
        "turn(1)",
        "right,l",
        later("more"),
        later("Try more of what is picked: a percentage point of weight, the next method, a place"),
        "→ l",
        footer=True,
    ),
    Command(
        "turn(-1)",
        "left,h",
        later("less"),
        later("Try less of what is picked: a percentage point of weight, the method before, a place"),
        "← h",
        footer=True,
    ),
    Command(
        "adopt",
        "a",
        later("adopt"),
        later("Rank by this from now on: who decides it and why is asked, and recorded"),
        "a",
        footer=True,
    ),
    Command(
        "turn(0)",
        "space,x",
        later("leave out"),
        later("Leave the picked juror or verdict out, or let it count again"),
        "Space x",
        footer=True,
    ),
    Command("method", "m", later("method"), later("Try the next method"), "m", footer=True),
    Command(
        "places(1)",
        "plus",
        later("place more"),
        later("Try one place more in the shortlist"),
        "+",
        footer=True,
    ),
    Command("places(-1)", "minus", later("place less"), later("Try one place less in the shortlist"), "-"),
    Command("read(1)", "pagedown", later("read on"), later("Read on in the ranking"), "PgDn"),
    Command("read(-1)", "pageup", later("read back"), later("Read back in the ranking"), "PgUp"),
    Command("anew", "backspace", later("anew"), later("Begin again with what holds now"), "Backspace"),
    Command(
        "leave",
        "escape,q",
        later("leave"),
        later("Leave; nothing of what was tried is stored"),
        "Esc q",
        footer=True,
    ),
)
"""What can be done beside the ranking that is tried."""

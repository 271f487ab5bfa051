"""What a person sees of a screen under test, as text."""

import time

from textual.events import Key
from textual.pilot import Pilot


def lines(pilot: Pilot[None]) -> list[str]:
    """The rows of the screen, without the spaces and scrollbars at their ends."""
    strips = pilot.app.screen._compositor.render_strips()
    return [strip.text.rstrip(" ▁▂▃▄▅▆▇█▐▌") for strip in strips]


async def until(pilot: Pilot[None], text: str) -> list[str]:
    """The rows of the screen as soon as a text is on it; an `AssertionError` where it never comes."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        await pilot.pause()
        seen = lines(pilot)
        if any(text in line for line in seen):
            return seen
        await pilot.pause(0.02)
    raise AssertionError(f"{text!r} is not on the screen:\n" + "\n".join(lines(pilot)))


async def typed(pilot: Pilot[None], text: str) -> None:
    """Write a text, letter by letter, and leave it with Enter."""
    await quickly(pilot, *("space" if letter == " " else letter for letter in text))
    await pilot.press("enter")


async def quickly(pilot: Pilot[None], *keys: str) -> None:
    """Press many keys: each is heard before the next one comes, but the screen comes to rest only at the end."""
    for key in keys:
        letter = key if len(key) == 1 else None
        pilot.app.post_message(Key("space", " ") if key in ("space", " ") else Key(key, letter))
        for _queue in ("application", "screen", "focus"):
            await pilot.pause(0)
    await pilot.pause()

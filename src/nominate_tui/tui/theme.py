"""Our two themes: dark and light, both calm, with one accent."""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="nominate-dark",
    primary="#7aa2c4",
    secondary="#9aa5b1",
    accent="#8ab4d8",
    warning="#e0b870",
    error="#e07a78",
    success="#9cc48c",
    foreground="#d6dae0",
    background="#14171c",
    surface="#1c2028",
    panel="#232934",
    dark=True,
)

LIGHT: Final = Theme(
    name="nominate-light",
    primary="#2f5f8a",
    secondary="#5b6673",
    accent="#1f6aa5",
    warning="#8a5a00",
    error="#a3302d",
    success="#2f6b2a",
    foreground="#1f2328",
    background="#fafaf7",
    surface="#efefea",
    panel="#e3e4df",
    dark=False,
)

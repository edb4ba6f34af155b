"""The two looks: paper by day, ink by night. One accent, for what can be acted on.

Contrast of text on background, by WCAG 2.1: at least 7:1 for text, 4.5:1 for everything else.
"""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="civicsquiz-dark",
    dark=True,
    background="#16181d",
    surface="#16181d",
    panel="#20242c",
    boost="#20242c",
    foreground="#e9e6df",
    primary="#8ab8ff",
    secondary="#8ab8ff",
    accent="#8ab8ff",
    success="#93d18d",
    error="#ffa494",
    warning="#ffa494",
    variables={
        "quiet": "#a9a59b",
        "rule": "#5b6170",
        "chosen": "#283142",
        "scrollbar": "#3a4150",
        "scrollbar-background": "#16181d",
    },
)

LIGHT = Theme(
    name="civicsquiz-light",
    dark=False,
    background="#fbf9f4",
    surface="#fbf9f4",
    panel="#f1ede3",
    boost="#f1ede3",
    foreground="#211e19",
    primary="#0b4f9c",
    secondary="#0b4f9c",
    accent="#0b4f9c",
    success="#1b6327",
    error="#9c2116",
    warning="#9c2116",
    variables={
        "quiet": "#5d584e",
        "rule": "#a39c8c",
        "chosen": "#dfe8f4",
        "scrollbar": "#cfc8b8",
        "scrollbar-background": "#fbf9f4",
    },
)


def by_terminal(colours: str) -> str:
    """The name of the theme for a terminal whose COLORFGBG is `colours` ("15;0"): light where the
    background is one of the light ones of the sixteen, dark where it is not, or not said."""
    background = colours.rsplit(";", 1)[-1]
    return LIGHT.name if background in ("7", "15") else DARK.name

"""The commands of the palette: those of the program, and what can be done on the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from textual.app import SystemCommand
from textual.screen import Screen

if TYPE_CHECKING:
    from civicsquiz.tui.app import QuizApp

_OURS = ("help", "app.switch_certainty", "app.quit")
"""Actions that have a command here whatever the screen is."""


def of(app: QuizApp, screen: Screen[Any]) -> Iterator[SystemCommand]:
    """All that there are on `screen`: what its last line and its help name, and what always holds."""
    yield SystemCommand("Help", "What the keys do", app.action_help)
    yield SystemCommand("Light or dark", "Change the look", app.action_change_look)
    if all(getattr(below, "FOR_LEARNERS", True) for below in app.screen_stack):
        yield SystemCommand(
            "Certainty on or off",
            "Whether you are asked how sure you are",
            app.action_switch_certainty,
        )
    in_help = getattr(screen, "IN_HELP", ())
    for active in screen.active_bindings.values():
        binding = active.binding
        shown = binding.show or binding.action in in_help
        if shown and active.enabled and binding.action not in _OURS:
            name = binding.tooltip or binding.description
            yield SystemCommand(name.capitalize(), f"Key {binding.key}", _press(app, binding.key))
    yield SystemCommand("Quit", "Leave civicsquiz", app.exit)


def _press(app: QuizApp, key: str) -> Callable[[], None]:
    return lambda: app.simulate_key(key)

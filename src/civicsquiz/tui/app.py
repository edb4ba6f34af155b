"""The Textual application: themes, keys that hold everywhere, and the way in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from civicsquiz.tui import terminal, themes
from civicsquiz.tui.screens.help import HelpScreen

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.session import Session
    from civicsquiz.tui.builder import Builder


class QuizApp(App[None]):
    """`first` makes the screen to begin with; `builder` puts sessions together."""

    TITLE = "civicsquiz"
    CSS_PATH = "civicsquiz.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("ctrl+c", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, system=True),
    ]

    def __init__(self, builder: Builder, first: Callable[[], Screen[Any]], *, theme: str) -> None:
        super().__init__()
        self.builder = builder
        self._first = first
        self.register_theme(themes.DARK)
        self.register_theme(themes.LIGHT)
        self.theme = theme

    def on_mount(self) -> None:
        terminal.guard(self)
        self.push_screen(self._first())

    def on_ready(self) -> None:
        self.call_after_refresh(terminal.settle)

    def action_help(self) -> None:
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_change_look(self) -> None:
        """From dark to light and back."""
        dark = self.theme == themes.DARK.name
        self.theme = themes.LIGHT.name if dark else themes.DARK.name

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        yield SystemCommand("Help", "What the keys do", self.action_help)
        yield SystemCommand("Light or dark", "Change the look", self.action_change_look)
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and binding.action != "help":
                name = binding.tooltip or binding.description
                yield SystemCommand(
                    name.capitalize(), f"Key {binding.key}", self._press(binding.key)
                )
        yield SystemCommand("Quit", "Leave civicsquiz", self.exit)

    def _press(self, key: str) -> Callable[[], None]:
        return lambda: self.simulate_key(key)


def run_home(builder: Builder) -> int:
    """Open Home; returns the exit status."""
    from civicsquiz.tui.screens.home import HomeScreen

    return _run(builder, HomeScreen)


def run_session(builder: Builder, session: Session, bank: Bank, shelf: Shelf) -> int:
    """Go straight into a session; returns the exit status."""
    from civicsquiz.tui.screens.quiz import QuizScreen

    return _run(builder, lambda: QuizScreen(session, bank, shelf))


def _run(builder: Builder, first: Callable[[], Screen[Any]]) -> int:
    terminal.before_start()
    theme = themes.by_terminal(builder.env.get("COLORFGBG", ""))
    app = QuizApp(builder, first, theme=theme)
    app.run()
    return app.return_code or 0

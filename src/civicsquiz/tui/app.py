"""The Textual application: themes, keys that hold everywhere, and the way in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from civicsquiz.tui import terminal, themes

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
        self._stands = False
        self._ending: int | None = None
        self.register_theme(themes.DARK)
        self.register_theme(themes.LIGHT)
        self._begin_with(theme)

    def _begin_with(self, theme: str) -> None:
        """Set the theme; assigned, it would have all styles read a second time."""
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        dark = self.current_theme.dark
        self.set_class(dark, "-dark-mode", update=False)
        self.set_class(not dark, "-light-mode", update=False)

    async def run_async(self, **options: Any) -> Any:
        """Guarded before the screen is taken, so that it is always given back."""
        terminal.guard(self._end)
        running: Awaitable[Any] = super().run_async(**options)
        return await running

    def on_mount(self) -> None:
        terminal.watch(self)
        self.app_resume_signal.subscribe(self, self._resumed)
        self.call_later(self._open_first)

    def _resumed(self, _app: App[Any]) -> None:
        """Back from the shell: it has drawn over everything, though no size has changed."""
        self.refresh(layout=True)

    def _open_first(self) -> None:
        """Once Textual has started: what is drawn before is thrown away and drawn again later."""
        self.push_screen(self._first())
        self.screen.call_after_refresh(self._stand)

    def _stand(self) -> None:
        """The first screen stands: from here on the program can end in order."""
        self._stands = True
        if self._ending is not None:
            self.exit(return_code=self._ending)
        terminal.settle()

    def _end(self, status: int) -> None:
        """End now; a screen that is half made would fail on its way out, so not before it stands."""
        self._ending = status
        if self._stands:
            self.exit(return_code=status)

    def action_help(self) -> None:
        from civicsquiz.tui.screens.help import HelpScreen

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

"""The Textual application: themes, and keys that hold everywhere."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input

from civicsquiz.errors import CivicsquizError, FileError
from civicsquiz.source.visible import one_line
from civicsquiz.tui import terminal, themes
from civicsquiz.tui.worded import Questioning, Worded

if TYPE_CHECKING:
    from civicsquiz.bank.models import Term
    from civicsquiz.study.glossary import Glossary
    from civicsquiz.study.question import Question
    from civicsquiz.study.session import Session
    from civicsquiz.tui.background import Background
    from civicsquiz.tui.builder import Builder

    First = Callable[[], Screen[Any]]
    _Wanted = tuple[tuple[Term, ...], tuple[Question, ...], Question | None]


_BACKUP_AFTER = 1.0
"""Seconds after the first frame: by then nothing of the start is left to be done."""


class QuizApp(App[None]):
    """`first` makes the screen to begin with; `builder` puts sessions together. `trouble` says why
    nothing is kept of what is answered, as soon as that is known and on the screen."""

    TITLE = "civicsquiz"
    CSS_PATH = ["civicsquiz.tcss", "home.tcss"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "glossary", "words", tooltip="Words to know"),
        Binding("slash", "search", "search", key_display="/", tooltip="Search in everything"),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("ctrl+c", "quit", "Quit", show=False, priority=True),
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, system=True),
    ]

    def __init__(self, builder: Builder, first: First, *, theme: str) -> None:
        super().__init__()
        self.builder = builder
        self.trouble: Content | None = None
        self._first = first
        self._glossaries: dict[str, Glossary] = {}
        self._readable: tuple[_Wanted, tuple[Term, ...]] | None = None
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
        self.push_screen(self.with_record(self._first))
        self.screen.call_after_refresh(self._stand)

    def with_record(self, make: First) -> Screen[Any]:
        """What `make` makes; where that fails for want of a record or of settings, a page that says so
        and leads on without them."""
        try:
            return make()
        except FileError as error:
            from civicsquiz.tui.screens.trouble import TroubleScreen

            return TroubleScreen(error, make)

    def _stand(self) -> None:
        """The first screen stands: from here on the program can end in order."""
        self._stands = True
        if self._ending is not None:
            self.exit(return_code=self._ending)
        terminal.settle()
        self.set_timer(_BACKUP_AFTER, self.keep_a_copy)

    def keep_a_copy(self) -> None:
        """Make the backup of the day, if there is none yet, without anybody waiting for it."""
        if not self.builder.forgetful and self.trouble is None:
            from civicsquiz.tui import backing_up

            backing_up.start(self, self.builder)

    def exit(self, *args: Any, **options: Any) -> None:
        """End; what is under way can go on another time."""
        if self._stands:
            for session in self.sessions:
                with suppress(CivicsquizError):  # all that was answered is on the disk already
                    session.leave()
        super().exit(*args, **options)

    def play(self, session: Session, note: str = "") -> None:
        """Put a session on the screen, and if need be say something of it."""
        self.push_screen(self.screen_of(session, note))

    def screen_of(self, session: Session, note: str = "") -> Screen[Any]:
        """The screen that plays a session over any banks."""
        from civicsquiz.tui.screens.noted import NotedScreen

        return NotedScreen(session, self.builder.shelf_of(session.questions), note)

    def _end(self, status: int) -> None:
        """End now; a screen that is half made would fail on its way out, so not before it stands."""
        self._ending = status
        if self._stands:
            self.exit(return_code=status)

    @property
    def sessions(self) -> tuple[Session, ...]:
        """Those that are under way on any screen, whether or not another is above it."""
        found = (getattr(screen, "session", None) for screen in self.screen_stack)
        return tuple(dict.fromkeys(session for session in found if session is not None))

    @property
    def asking(self) -> bool:
        """Whether somewhere a question waits for its answer."""
        return any(session.asking for session in self.sessions)

    @property
    def still_open(self) -> tuple[Question, ...]:
        """The questions whose answers nothing may give away."""
        return tuple(question for session in self.sessions for question in session.still_open)

    @cached_property
    def gathering(self) -> Background:
        """Goes through the library for what its banks quote."""
        from civicsquiz.tui.background import Background

        return Background(self, "quotations", self.builder.quotations.steps)

    @cached_property
    def indexing(self) -> Background:
        """Brings the index of the search up to date."""
        from civicsquiz.tui.background import Background

        steps = self.builder.search.steps
        return Background(self, "index", lambda: ((one.done, one.total) for one in steps()))

    @property
    def page(self) -> Screen[Any]:
        """The screen below all windows."""
        pages = (screen for screen in reversed(self.screen_stack) if not screen.is_modal)
        return next(pages, self.screen)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "search":
            return not isinstance(self.focused, Input)  # where a slash is a slash
        if action == "glossary":
            has_question = isinstance(self.page, Questioning)
            return bool(self._words_here()) if has_question else not self.asking
        return True

    def _words_here(self) -> tuple[Term, ...]:
        """The words on the page that can be looked up. The glossary is read after the first frame
        that could show some."""
        page = self.page
        if not isinstance(page, Questioning):
            return ()
        glossary = self._glossaries.get(page.bank.id)
        if glossary is None:
            self.call_after_refresh(self._read_glossary, page)
            return ()
        found = glossary.found_in(page.glossary_texts())
        if not found or not self.asking:
            return found
        session = getattr(page, "session", None)
        asked = session.question if session is not None and session.asking else None
        wanted = found, self.still_open, asked
        if self._readable is None or self._readable[0] != wanted:  # the key line asks often
            from civicsquiz.study.glossary import readable

            self._readable = wanted, readable(*wanted)
        return self._readable[1]

    def _read_glossary(self, page: Questioning) -> None:
        if page.bank.id not in self._glossaries:
            self._glossaries[page.bank.id] = self.builder.glossary(page.bank)
            self.page.refresh_bindings()

    async def action_quit(self) -> None:
        """Leave; but a screen on which something typed would be lost says so first."""
        holds = getattr(self.screen, "holds", None)
        if holds is None or not holds():
            await super().action_quit()

    def action_glossary(self) -> None:
        """The words on a screen with a question, in a window; elsewhere all words, on a page that
        begins with those on the screen."""
        from civicsquiz.tui.screens.glossary import GlossaryScreen, WordsScreen

        page = self.page
        if isinstance(page, Questioning):
            self.push_screen(WordsScreen(self._words_here()))
        else:
            texts = page.glossary_texts() if isinstance(page, Worded) else ()
            self.push_screen(GlossaryScreen(texts, getattr(page, "bank", None)))

    def action_search(self) -> None:
        from civicsquiz.tui.screens.search import SearchScreen

        self.push_screen(SearchScreen())

    def action_help(self) -> None:
        from civicsquiz.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_change_look(self) -> None:
        """From dark to light and back."""
        dark = self.theme == themes.DARK.name
        self.theme = themes.LIGHT.name if dark else themes.DARK.name

    def action_switch_certainty(self) -> None:
        """Ask how sure one is before each answer, or not, in all that begins from here on."""
        from civicsquiz.tui import keeping

        try:
            told = keeping.switch_certainty(self.builder)
        except CivicsquizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False)
        else:
            from civicsquiz.tui.screens.home import HomeScreen

            if isinstance(page := self.page, HomeScreen):
                page.say(told)
            else:
                later = " From the next quiz on." if self.sessions else ""
                self.notify(f"{told}{later}", markup=False)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        from civicsquiz.tui import commands

        return commands.of(self, screen)

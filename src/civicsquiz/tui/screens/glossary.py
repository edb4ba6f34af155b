"""Words to know: those on the screen in a window over it, or all of them on a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input

from civicsquiz.bank.models import Bank, Term
from civicsquiz.study.glossary import Glossary
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.screens.window import ReadingWindow
from civicsquiz.tui.widgets.entries import Entries
from civicsquiz.tui.widgets.find_field import FindField
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.top_line import TopLine


class WordsScreen(ReadingWindow):
    """A window with some terms."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("g", "dismiss(None)", "close", show=False)]

    def __init__(self, terms: Sequence[Term]) -> None:
        super().__init__()
        self._terms = tuple(terms)

    def body(self) -> Iterable[Widget]:
        yield Entries(self._terms)


class GlossaryScreen(PageScreen[None]):
    """All words, those of `bank` among them, and before them once more those that stand in `texts`;
    with a field that keeps those in which its text stands."""

    SCROLLS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "scroll_by(1)", "read on", key_display="↓"),
        Binding("up", "scroll_by(-1)", "Up", show=False),
        Binding("pagedown", "scroll_pages(1)", "Down", show=False),
        Binding("pageup", "scroll_pages(-1)", "Up", show=False),
        Binding("escape", "leave", "back", key_display="Esc"),
    ]

    def __init__(self, texts: Sequence[str] = (), bank: Bank | None = None) -> None:
        super().__init__()
        self._texts = tuple(texts)
        self._bank = bank

    @cached_property
    def _glossary(self) -> Glossary:
        return self.builder.glossary(self._bank)

    def head(self) -> TopLine:
        return TopLine("Words to know")

    def body(self) -> Iterable[Widget]:
        yield FindField(placeholder="type to find a word")
        yield Prose(self._glossary.problem, classes="quiet", id="note")
        with VerticalScroll(id="entries", can_focus=False):
            yield Prose("On this screen", classes="quiet here")
            yield Entries(classes="here")
            yield Prose("All words", classes="quiet here")
            yield Entries(id="all")

    def on_mount(self) -> None:
        self.query_one(FindField).focus()
        self._show("")

    @on(Input.Changed)
    def _filter(self, message: Input.Changed) -> None:
        self._show(message.value)

    def _show(self, wanted: str) -> None:
        terms = _matching(self._glossary.terms, wanted)
        here = _matching(self._glossary.found_in(self._texts), wanted)
        self.query_one("Entries.here", Entries).show(here)
        self.query(".here").set(display=bool(here))
        self.query_one("#all", Entries).show(terms)
        note = self._glossary.problem or ("" if terms else "No word has that in it.")
        prose = self.query_one("#note", Prose)
        prose.display = bool(note)
        prose.update(note)
        count = len(terms)
        self.query_one(TopLine).show(f"{count} word{'' if count == 1 else 's'}")
        self._scroll.scroll_home(animate=False)
        self.call_after_refresh(self.refresh_bindings)

    @property
    def _scroll(self) -> VerticalScroll:
        return self.query_one("#entries", VerticalScroll)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self._scroll.max_scroll_y > 0 if action == "scroll_by" else True

    def action_scroll_by(self, by: int) -> None:
        self._scroll.scroll_relative(y=by, animate=False)

    def action_scroll_pages(self, by: int) -> None:
        height = max(1, self._scroll.size.height - 2)
        self._scroll.scroll_relative(y=by * height, animate=False)

    def action_leave(self) -> None:
        self.app.pop_screen()


def _matching(terms: Sequence[Term], wanted: str) -> tuple[Term, ...]:
    """The terms in which `wanted` stands: first those that begin with it, then those with it in a
    form, then those with it in the entry."""
    sought = " ".join(wanted.casefold().split())
    ranked: tuple[list[Term], list[Term], list[Term]] = ([], [], [])
    for term in terms:
        forms = [form.casefold() for form in (term.term, *term.also)]
        if any(form.startswith(sought) for form in forms):
            ranked[0].append(term)
        elif any(sought in form for form in forms):
            ranked[1].append(term)
        elif sought in term.entry.casefold():
            ranked[2].append(term)
    return (*ranked[0], *ranked[1], *ranked[2])

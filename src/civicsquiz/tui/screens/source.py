"""The source: the article, or the guide that stands in for it, with the quoted words set off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from civicsquiz.bank.models import Bank
from civicsquiz.source.document import Kind
from civicsquiz.source.shelf import Proof, Shelf
from civicsquiz.study.opening import Part, open_passage
from civicsquiz.study.passages import Quoted
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Lines, Prose
from civicsquiz.tui.widgets.top_line import TopLine

_HEADINGS = (Kind.TITLE, Kind.HEADING)
_LEFT_OUT = (Kind.NAVIGATION, Kind.LINK_LIST, Kind.FUND_RAISING, Kind.RELATED, Kind.CREDIT)
_WHERE = {Proof.ARTICLE: "article", Proof.GUIDE: "guide", Proof.ABSENT: "not at hand"}


class Block(Lines):
    """One part of the source, its quoted words set off."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        part = self.part
        content = Content(part.text)
        if part.ours:
            return text.hang("", Content(f"In short: {part.text}").stylize("italic $quiet"), width)
        if part.kind in _HEADINGS:
            return text.wrapped(content.stylize("bold"), width)
        if part.kind != Kind.BODY and not part.excerpt:
            content = content.stylize(text.QUIET)
        for first, last in part.marks:
            content = content.stylize("bold on $chosen", first, last)
        return text.barred(content, width) if part.excerpt else text.wrapped(content, width)

    def line_of_mark(self, width: int) -> int:
        """The line, from 0, on which the first quoted words stand."""
        before = self.part.text[: self.part.marks[0][0] + 1]
        return len(text.wrapped(before, max(8, width - 2))) - 1


class SourceScreen(PageScreen[None]):
    """Opens the source of `passages[0]`, scrolled to it; the others are one key away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "move", "next passage"),
        Binding("enter", "move", "next passage", show=False),
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("up,k", "scroll_lines(-1)", "Up", show=False),
        Binding("down,j", "scroll_lines(1)", "Down", show=False),
        Binding("pagedown", "scroll_page(1)", "page down", key_display="PgDn"),
        Binding("space", "scroll_page(1)", "page down", show=False),
        Binding("pageup", "scroll_page(-1)", "Page up", show=False),
        Binding("q,o", "leave", "back", show=False),
    ]

    def __init__(self, bank: Bank, shelf: Shelf, passages: Sequence[Quoted], at: int = 0) -> None:
        super().__init__()
        self.bank = bank
        self.shelf = shelf
        self._passages = tuple(passages)
        self._at = at
        self._opened = open_passage(bank, self._passages[at], shelf)

    def head(self) -> TopLine:
        return TopLine(self._opened.title, _WHERE[self._opened.proof])

    def body(self) -> Iterable[Widget]:
        yield Prose(self._told(), classes="quiet")
        yield from (Block(part) for part in self._opened.parts if part.kind not in _LEFT_OUT)

    def _told(self) -> str:
        total = len(self._passages)
        which = f" Passage {self._at + 1} of {total}." if total > 1 else ""
        return (self._opened.note or "The article, with the quoted words set off.") + which

    def on_mount(self) -> None:
        self.call_after_refresh(self._scroll_to_passage)

    def _scroll_to_passage(self) -> None:
        """Bring the first proving words into view, a few lines below the top."""
        self.refresh_bindings()
        for block in self.query(Block):
            if block.part.marks:
                line = block.virtual_region.y + block.line_of_mark(block.size.width)
                self.page.scroll_to(y=max(0, line - 4), animate=False, force=True)
                return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "scroll_page":
            return self.page.max_scroll_y > 0
        return len(self._passages) > 1 if action == "move" else True

    def action_move(self) -> None:
        at = (self._at + 1) % len(self._passages)
        self.app.switch_screen(SourceScreen(self.bank, self.shelf, self._passages, at))

    def action_scroll_lines(self, by: int) -> None:
        self.page.scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        self.app.pop_screen()

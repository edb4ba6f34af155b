"""The sources that the banks rest on, to be read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from civicsquiz.source.shelf import Proof
from civicsquiz.study.opening import title_of
from civicsquiz.study.quotations import QuotedSource
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.row_list import Row, RowList
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.tui.background import Background

_AT_HAND = {
    Proof.ARTICLE: "article at hand",
    Proof.GUIDE: "guide at hand",
    Proof.ABSENT: "not at hand",
}


class SourcesScreen(PageScreen[None]):
    """Lists the sources once all banks have been gone through; Enter reads one."""

    SCROLLS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("q", "leave", "back", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._sources: tuple[QuotedSource, ...] = ()

    def head(self) -> TopLine:
        return TopLine("Read", "what the questions rest on")

    def body(self) -> Iterable[Widget]:
        yield Prose(classes="quiet", id="note")
        yield RowList(enter="read", tooltip="Read this source")

    def on_mount(self) -> None:
        self.query_one(RowList).focus()
        gathering = self.quiz_app.gathering
        gathering.moved.subscribe(self, self._gathered)
        gathering.start()
        self._gathered(gathering)

    def _gathered(self, gathering: Background) -> None:
        note = self.query_one("#note", Prose)
        options = self.query_one(RowList)
        if not gathering.done:
            done, total = gathering.progress
            note.update(f"Getting ready… {done} of {total} banks" if total else "Getting ready…")
        elif not self._sources:
            self._sources = self.builder.quotations.sources
            told = "Pick a source." if self._sources else "The banks there are quote no source."
            note.update(told)
            options.show(map(_row, self._sources))
        options.display = bool(self._sources)

    @on(RowList.OptionSelected)
    def _read(self, message: RowList.OptionSelected) -> None:
        from civicsquiz.study.reader import all_stops
        from civicsquiz.tui.screens.reader import ReaderScreen

        self.app.push_screen(ReaderScreen(all_stops(self._sources[message.option_index])))

    def action_leave(self) -> None:
        self.app.pop_screen()


def _row(quoted: QuotedSource) -> Row:
    """The title, and under it what kind of source it is and how much rests on it."""
    card = quoted.source.card
    at_hand = _AT_HAND[quoted.source.proof]
    if quoted.source.proof is Proof.GUIDE and card.public_domain:
        at_hand = "passages at hand"
    counts = f"{_count(len(quoted.passages), 'passage')}, {_count(quoted.items, 'question')}"
    told = " · ".join(part for part in (card.genre, at_hand, counts) if part)
    return Row(Content(title_of(card)), told)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

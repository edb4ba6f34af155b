"""The items that rest on a passage, by their stems; Enter practises one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from civicsquiz.study.quotations import Resting
from civicsquiz.study.reader import Stop
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Lines
from civicsquiz.tui.widgets.row_list import Row, RowList
from civicsquiz.tui.widgets.top_line import TopLine


class Quotation(Lines):
    """The passage, as much of it as leaves room for a list."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words

    def lines(self, width: int, rows: int) -> list[Content]:
        lines = text.barred(Content(self._words), width)
        return [*text.clipped(lines, max(2, rows // 3), width), Content("")]


class RestingScreen(PageScreen[None]):
    """Lists `items`. Those that are still to be answered in a quiz below cannot be opened."""

    SCROLLS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", key_display="Esc", tooltip="Back to the passage"),
        Binding("q", "leave", "back", show=False),
    ]

    def __init__(self, stop: Stop, items: Sequence[Resting]) -> None:
        super().__init__()
        self._stop = stop
        self._items = tuple(items)

    def head(self) -> TopLine:
        return TopLine(self._stop.page.title, "Questions on this passage")

    def body(self) -> Iterable[Widget]:
        yield Quotation(self._stop.words)
        yield RowList(
            [self._row(item) for item in self._items],
            enter="practice",
            tooltip="Practice this question, and come back to the passage",
        )

    def _row(self, item: Resting) -> Row:
        is_open = item.ref in {question.ref for question in self.quiz_app.still_open}
        told = f"{item.title} · comes in your quiz" if is_open else item.title
        return Row(Content(item.stem), told, closed=is_open)

    def glossary_texts(self) -> Sequence[str]:
        """All texts that are shown now."""
        return [self._stop.page.title, self._stop.words, *(item.stem for item in self._items)]

    def on_mount(self) -> None:
        self.query_one(RowList).focus()

    @on(RowList.OptionSelected)
    def _practise(self, message: RowList.OptionSelected) -> None:
        from civicsquiz.tui.screens.practise import practise

        item = self._items[message.option_index]
        practise(self, item.path, item.item, instead=True)

    def action_leave(self) -> None:
        self.app.pop_screen()

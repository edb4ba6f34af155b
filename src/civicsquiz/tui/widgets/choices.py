"""The options of an item, to be answered by number, by arrow and Enter, or by a click."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines


class Choices(Lines, can_focus=True):
    """Numbered options. `highlighted` is the one the arrows stand on, `chosen` the one that is
    already answered (test mode); both count from 1, 0 for none."""

    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
    ]

    highlighted = reactive(0, layout=True)
    chosen = reactive(0, layout=True)

    class Answered(Message):
        """An option was chosen; `response` is the canonical response text."""

        def __init__(self, response: str) -> None:
            super().__init__()
            self.response = response

    def __init__(self, options: Sequence[str] = ()) -> None:
        super().__init__()
        self._options = tuple(options)

    def show(self, options: Sequence[str], chosen: int = 0) -> None:
        """Offer other options."""
        self._options = tuple(options)
        self.set_reactive(Choices.highlighted, 0)
        self.set_reactive(Choices.chosen, chosen)
        self.refresh(layout=True)

    def _rows(self, width: int) -> list[tuple[int, Content]]:
        rows: list[tuple[int, Content]] = []
        for number, option in enumerate(self._options, 1):
            here, taken = number == self.highlighted, number == self.chosen
            sign = "▸" if here else ("●" if taken else " ")
            lead = text.styled(f" {sign} {number}  ", f"bold {text.ACCENT}")
            body = text.styled(option, text.BOLD if here or taken else "")
            for line in text.hang(lead, body, width):
                padded = line.pad_right(max(0, width - line.cell_length))
                rows.append((number, padded.stylize("on $chosen") if here else padded))
        return rows

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        return [line for _, line in self._rows(width)]

    def action_move(self, by: int) -> None:
        count = len(self._options)
        if self.highlighted:
            self.highlighted = (self.highlighted - 1 + by) % count + 1
        else:
            self.highlighted = self.chosen or (1 if by > 0 else count)

    def watch_highlighted(self) -> None:
        """Keep the option under the arrows in sight where the page is longer than the screen."""
        rows = [
            row
            for row, (number, _) in enumerate(self._rows(self.size.width))
            if number == self.highlighted
        ]
        if rows and isinstance(self.parent, Widget):
            option = Region(0, rows[0], self.size.width, len(rows))
            page = option.translate(self.virtual_region.offset)
            self.parent.scroll_to_region(page, animate=False)

    def on_click(self, event: events.Click) -> None:
        rows = self._rows(self.size.width)
        if 0 <= event.y < len(rows):
            self.post_message(self.Answered(str(rows[event.y][0])))

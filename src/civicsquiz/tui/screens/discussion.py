"""A question to talk about, with two sides that weigh the same. Nobody grades it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from civicsquiz.bank.models import Discussion, Side
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Lines, Prose
from civicsquiz.tui.widgets.top_line import TopLine

_GAP = 4


class Sides(Lines):
    """Both sides next to each other, or one under the other where there is no room."""

    def __init__(self, sides: tuple[Side, Side]) -> None:
        super().__init__()
        self._sides = sides

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        one, other = self._sides
        if width < text.NARROW:
            return [*_side(one, width), Content(""), *_side(other, width)]
        half = (width - _GAP) // 2
        return [
            left.pad_right(half + _GAP - left.cell_length) + right
            for left, right in zip_longest(
                _side(one, half), _side(other, half), fillvalue=Content("")
            )
        ]


def _side(side: Side, width: int) -> list[Content]:
    lines = text.wrapped(text.styled(side.view, text.BOLD), width)
    for starter in side.starters:
        lines += [Content(""), *text.hang(text.styled("· ", text.QUIET), starter, width)]
    return lines


class DiscussionScreen(PageScreen[None]):
    """The question of a bank, to be talked about elsewhere: here is nothing to type into."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("q,d,enter", "leave", "back", show=False),
        Binding("up,k", "scroll_lines(-1)", "Up", show=False),
        Binding("down,j", "scroll_lines(1)", "Down", show=False),
        Binding("space", "read_on", "more", key_display="Space", tooltip="Read on"),
        Binding("pagedown", "read_on", "Page down", show=False),
        Binding("pageup", "scroll_page(-1)", "Page up", show=False),
    ]

    def __init__(self, title: str, discussion: Discussion) -> None:
        super().__init__()
        self._title = title
        self._discussion = discussion

    def head(self) -> TopLine:
        return TopLine(self._title, "To talk about")

    def body(self) -> Iterable[Widget]:
        yield Prose(self._discussion.question, classes="stem")
        yield Sides(self._discussion.sides)
        told = "Ways to begin a sentence, for either side. Nobody grades this, and nothing that is said or written about it is kept."
        yield Prose(told, classes="quiet after")

    def on_mount(self) -> None:
        self.back_to_top()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self.more_below if action == "read_on" else True

    def action_leave(self) -> None:
        self.app.pop_screen()

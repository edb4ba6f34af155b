"""A small window for what is wrong with an item."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from civicsquiz.tui.widgets.key_line import KeyLine
from civicsquiz.tui.widgets.keys_in_order import KeysInOrder
from civicsquiz.tui.widgets.lines import Prose

_LONGEST = 500


class Note(KeysInOrder, Input):
    """What is wrong, in one line."""


class FlagScreen(ModalScreen[str | None]):
    """Returns the note (it may be empty), or None where nothing is to be flagged."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", "flag it", key_display="Enter", priority=True),
        Binding("escape", "leave", "never mind", key_display="Esc"),
    ]

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Prose("Something is wrong with this question? Say what, in a few words.")
            yield Note(max_length=_LONGEST, placeholder="for example: option 3 is right too")
            yield KeyLine()

    @on(Input.Submitted)
    def action_save(self) -> None:
        self.dismiss(self.query_one(Input).value.strip())

    def action_leave(self) -> None:
        self.dismiss(None)

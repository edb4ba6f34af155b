"""A text of several lines to be typed, in which Enter leads on and nothing else is a command."""

from __future__ import annotations

import re
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.keys import REPLACED_KEYS
from textual.widgets import TextArea
from textual.widgets.text_area import EditResult, Location

from civicsquiz.source.visible import one_line
from civicsquiz.tui.widgets.keys_in_order import KeysInOrder

LONGEST = 2000
_SPACE = re.compile(r"\s+")


class Entry(KeysInOrder, TextArea):
    """One paragraph, wrapped. Whatever is pasted, nothing that a terminal would obey gets in."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.next_field", "next field", show=False, priority=True),
        Binding("ctrl+a", "select_all", "select all", show=False),  # as in any form; Home stays
    ]

    def __init__(self, told: str, placeholder: str = "") -> None:
        self._shown = one_line(told)
        super().__init__(
            self._shown, compact=True, highlight_cursor_line=False, placeholder=Content(placeholder)
        )
        self.cursor_blink = False

    def on_mount(self) -> None:
        self.move_cursor(self.document.end)

    @property
    def untouched(self) -> bool:
        """Whether nothing was typed: what cannot be typed as it stands is then left as it is."""
        return self.text == self._shown

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """A slash is a character too, though Textual does not find it by the name of its key."""
        return key in REPLACED_KEYS or super().check_consume_key(key, character)

    async def _on_paste(self, event: events.Paste) -> None:
        """All lines as one, as far as there is room."""
        event.stop()
        event.prevent_default()
        self.replace(_SPACE.sub(" ", event.text), *self.selection)

    def replace(
        self, insert: str, start: Location, end: Location, *, maintain_selection_offset: bool = True
    ) -> EditResult:
        room = LONGEST - len(self.text) + len(self.get_text_range(start, end))
        return super().replace(
            one_line(insert)[:room], start, end, maintain_selection_offset=maintain_selection_offset
        )

    def action_cursor_up(self, select: bool = False) -> None:
        """On the first line: back to the field before, if there is one."""
        if self._row == 0 and not select:
            if self is not self.screen.query(Entry).first():
                self.screen.focus_previous(Entry)
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        """On the last line: on to the field after, if there is one."""
        if self._row == self.wrapped_document.height - 1 and not select:
            if self is not self.screen.query(Entry).last():
                self.screen.focus_next(Entry)
        else:
            super().action_cursor_down(select)

    @property
    def _row(self) -> int:
        """The line, as it is wrapped, that the cursor is on."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y

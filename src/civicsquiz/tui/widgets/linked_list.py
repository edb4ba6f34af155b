"""Lists that stand one above the other and are gone through as one."""

from __future__ import annotations

from textual.binding import Binding

from civicsquiz.tui.widgets.pick_list import PickList


class LinkedList(PickList):
    """A list whose arrows lead on into `above` and `below`, where those have rows to pick."""

    above: LinkedList | None = None
    below: LinkedList | None = None

    def say_enter(self, does: str, tooltip: str = "") -> None:
        """What Enter does from here on, for the line of keys."""
        picking = Binding(
            "enter", "select", does, show=True, key_display="Enter", tooltip=tooltip or does
        )
        self._bindings.key_to_bindings["enter"] = [picking]

    @property
    def rows(self) -> list[int]:
        """The indices of the rows that can be picked."""
        return [at for at, option in enumerate(self.options) if not option.disabled]

    def enter_from(self, end: int) -> None:
        """Take the focus, on the first row (0) or the last (-1)."""
        self.screen.set_focus(self)
        self.highlighted = self.rows[end]

    def action_cursor_up(self) -> None:
        other = self.above or self.below
        if other and other.rows and self.rows and self.highlighted in (None, self.rows[0]):
            other.enter_from(-1)
        else:
            super().action_cursor_up()

    def action_cursor_down(self) -> None:
        other = self.below or self.above
        if other and other.rows and self.rows and self.highlighted in (None, self.rows[-1]):
            other.enter_from(0)
        else:
            super().action_cursor_down()

"""A field above a list: what is typed narrows the list, which the arrows move in."""

from __future__ import annotations

from textual.widgets import Input

from civicsquiz.tui.widgets.keys_in_order import KeysInOrder

_LONGEST = 200
_NOT_FOR_A_LINE = ("up", "down", "pageup", "pagedown", "enter")


class FindField(KeysInOrder, Input):
    """Takes letters as letters, and leaves the keys of the list to the screen. Nothing blinks."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, max_length=_LONGEST)
        self.cursor_blink = False
        for key in _NOT_FOR_A_LINE:
            self._bindings.key_to_bindings.pop(key, None)

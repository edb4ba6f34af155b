"""A list to pick from, whose Enter says what it does."""

from __future__ import annotations

from textual.binding import Binding
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class PickList(OptionList):
    """Options of plain text; `enter` is what the key line calls picking one."""

    def __init__(self, *options: Option, enter: str, tooltip: str = "") -> None:
        super().__init__(*options, markup=False)
        picking = Binding(
            "enter", "select", enter, show=True, key_display="Enter", tooltip=tooltip or enter
        )
        self._bindings.key_to_bindings["enter"] = [picking]

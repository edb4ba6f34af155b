"""Help: what the keys of the screen below do, in words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from civicsquiz.tui import text
from civicsquiz.tui.screens.window import ReadingWindow
from civicsquiz.tui.widgets.lines import Lines

_EVERYWHERE = (
    ("↑ ↓", "Move; the mouse works too"),
    ("PgUp PgDn", "Scroll"),
    ("Ctrl+P", "All commands, and light or dark"),
    ("Ctrl+Z", "Suspend; the shell’s fg comes back"),
    ("Ctrl+C", "Quit"),
)
_SIGNS = (
    ("✓ ✗ ◐", "Right, wrong, partly right"),
    ("☐ ☑", "Not chosen, chosen, where several answers are right"),
    ("┃", "A passage, word for word; the words that prove the answer are bold"),
    ("│", "In the reader: words that some question rests on"),
    ("[…]", "A source that states no title, called by what it is"),
)


class Keys(Lines):
    """Keys and what they do, in two columns."""

    def __init__(self, rows: list[tuple[str, str]]) -> None:
        super().__init__()
        self._rows = rows

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        lines: list[Content] = []
        for key, told in self._rows:
            lead = text.styled(f"{key:<11}", f"bold {text.ACCENT}")
            lines += text.hang(lead, told, width) if key else [Content("")]
        return lines


class HelpScreen(ReadingWindow):
    """Lists the keys of `below`, the keys that hold everywhere, and the signs. Keys that the last line
    of `below` has no room for are those whose actions are in its `IN_HELP`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "dismiss(None)", "close", show=False),
    ]

    def __init__(self, below: Screen[Any]) -> None:
        super().__init__()
        self._below = below

    def _label(self, binding: Binding) -> str:
        label = getattr(self._below, "key_label", self.app.get_key_display)
        return str(label(binding))

    def body(self) -> Iterable[Widget]:
        in_help = getattr(self._below, "IN_HELP", ())
        here = [
            (self._label(active.binding), active.binding.tooltip or active.binding.description)
            for active in self._below.active_bindings.values()
            if (
                active.binding.show or (active.binding.action in in_help and active.binding.tooltip)
            )
            and active.binding.action != "help"
            and active.enabled
        ]
        blank = [("", "")]
        rows = [*((key, told[:1].upper() + told[1:]) for key, told in here)]
        yield Keys([*rows, *blank, *_EVERYWHERE, *blank, *_SIGNS])

"""The line at the bottom: the keys that matter now. Each can be clicked."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from civicsquiz.tui import text

_GAP, _LEAST_GAP = 3, 2
_MORE = "more"


class KeyLine(Widget):
    """The bindings of the screen that are shown and can be used, in their order."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 100%; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def _keys(self) -> tuple[list[tuple[Binding, Content]], int]:
        """What is shown now, as far as the width allows, and the gap between; the help key always
        is, and on a screen that says `KEEPS_MORE` so is that there is more to read. Keys move closer
        together before one has to go."""
        more = _MORE if getattr(self.screen, "KEEPS_MORE", False) else ""
        shown = [
            (active.binding, self._label(active.binding))
            for active in self.screen.active_bindings.values()
            if active.binding.show and active.enabled
        ]
        while _width(shown, _LEAST_GAP) > self.size.width and (at := _least(shown, more)) >= 0:
            shown.pop(at)
        gap = _GAP if _width(shown, _GAP) <= self.size.width else _LEAST_GAP
        return shown, gap

    def _label(self, binding: Binding) -> Content:
        label = getattr(self.screen, "key_label", self.app.get_key_display)
        key: str = label(binding)
        return text.styled(key, f"bold {text.ACCENT}") + Content(f" {binding.description}")

    def render(self) -> Content:
        shown, gap = self._keys()
        return Content(" " * gap).join([label for _, label in shown])

    async def on_click(self, event: events.Click) -> None:
        at = event.x
        shown, gap = self._keys()
        for binding, label in shown:
            if 0 <= at < label.cell_length:
                self.app.simulate_key(binding.key)
                return
            at -= label.cell_length + gap


def _least(shown: list[tuple[Binding, Content]], more: str) -> int:
    """Which key goes first where there is no room for all: the last but that for help and that
    which is called `more`; of these two the latter. -1 where only one is left."""
    others = range(len(shown) - 2, -1, -1)
    return next((at for at in others if shown[at][0].description != more), len(shown) - 2)


def _width(shown: list[tuple[Binding, Content]], gap: int) -> int:
    return sum(label.cell_length + gap for _, label in shown) - gap

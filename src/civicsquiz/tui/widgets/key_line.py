"""The line at the bottom: the keys that matter now. Each can be clicked."""

from __future__ import annotations

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from civicsquiz.tui import text

_GAP = 3


class KeyLine(Widget):
    """The bindings of the screen that are shown and can be used, in their order."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 100%; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def _keys(self) -> list[tuple[Binding, Content]]:
        """What is shown now, as far as the width allows; the help key always is."""
        shown = [
            (active.binding, self._label(active.binding))
            for active in self.screen.active_bindings.values()
            if active.binding.show and active.enabled
        ]
        while len(shown) > 1 and self._width(shown) > self.size.width:
            shown.pop(-2)
        return shown

    def _label(self, binding: Binding) -> Content:
        label = getattr(self.screen, "key_label", self.app.get_key_display)
        key: str = label(binding)
        return text.styled(key, f"bold {text.ACCENT}") + Content(f" {binding.description}")

    def _width(self, shown: list[tuple[Binding, Content]]) -> int:
        return sum(label.cell_length + _GAP for _, label in shown) - _GAP

    def render(self) -> Content:
        return Content(" " * _GAP).join([label for _, label in self._keys()])

    async def on_click(self, event: events.Click) -> None:
        at = event.x
        for binding, label in self._keys():
            if 0 <= at < label.cell_length:
                self.app.simulate_key(binding.key)
                return
            at -= label.cell_length + _GAP

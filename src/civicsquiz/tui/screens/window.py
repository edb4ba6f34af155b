"""What the windows to read in have in common: Space goes on as long as there is more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget

from civicsquiz.tui.widgets.key_line import KeyLine


class ReadingWindow(ModalScreen[None]):
    """A window over a page. `body` is what a screen puts into it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "read_on", "more", key_display="Space"),
        Binding("escape", "dismiss(None)", "close", key_display="Esc"),
        Binding("q,enter", "dismiss(None)", "close", show=False),
    ]

    def body(self) -> Iterable[Widget]:
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            with VerticalScroll():
                yield from self.body()
            yield KeyLine()

    def on_mount(self) -> None:
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action != "read_on":
            return True
        scroll = self.query_one(VerticalScroll)
        return scroll.scroll_target_y < scroll.max_scroll_y

    def action_read_on(self) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=max(1, scroll.size.height // 2), animate=False)
        self.call_after_refresh(self.refresh_bindings)

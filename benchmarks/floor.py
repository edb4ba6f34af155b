"""The floor: the least that a Textual app can do. It shows one line, and counts the keys in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App, ComposeResult
from textual.widgets import Static

if TYPE_CHECKING:
    from textual.events import Key


class Floor(App[None]):
    """One Static."""

    keys = 0

    def compose(self) -> ComposeResult:
        yield Static("The floor is shown.")

    def on_key(self, event: Key) -> None:
        if event.key != "q":
            self.keys += 1
            self.query_one(Static).update(f"Key {self.keys}.")


if __name__ == "__main__":
    Floor().run()

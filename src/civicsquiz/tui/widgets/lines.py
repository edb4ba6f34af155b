"""A widget that sets its own lines."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from civicsquiz.tui import text


class Lines(Widget):
    """Text whose lines depend on the width, and if need be on the rows, that it is given."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 100%; }
    """

    def lines(self, width: int, rows: int) -> list[Content]:
        """The lines for a column of `width` cells with `rows` rows in sight."""
        raise NotImplementedError

    _room = 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        self._room = container.height  # what is drawn is what was measured
        return len(self.lines(width, self._room))

    def render(self) -> Content:
        return text.joined(self.lines(self.size.width, self._room))


class Prose(Lines):
    """A paragraph."""

    def __init__(
        self,
        content: Content | str = "",
        *,
        classes: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        super().__init__(classes=classes, id=id)
        self._content = content

    def update(self, content: Content | str) -> None:
        self._content = content
        self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        return text.wrapped(self._content, width)

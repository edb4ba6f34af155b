"""The line at the top of every screen: where you are, and how far."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines


class TopLine(Lines):
    """A title at the left; at the right a word, with a bar where there is progress to show."""

    def __init__(
        self, title: str, right: str = "", progress: tuple[int, int] | None = None
    ) -> None:
        super().__init__()
        self._title = title
        self._right = right
        self._progress = progress

    def show(self, right: str, progress: tuple[int, int] | None = None) -> None:
        """Change what stands at the right."""
        self._right, self._progress = right, progress
        self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        right = text.styled(self._right, text.QUIET)
        if right.cell_length > width // 2:
            right = Content("")
        if self._progress and width >= text.NARROW:
            right = right + Content("  ") + text.bar(*self._progress, 11)
        return [text.between(text.styled(self._title, text.BOLD), right, width), Content("")]

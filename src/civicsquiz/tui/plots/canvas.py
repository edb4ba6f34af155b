"""A grid of characters to draw on."""

from __future__ import annotations

from textual.content import Content


class Canvas:
    """`width` by `height` cells, each one character of one cell with its style; row 0 is at the top.
    What is drawn outside of it is lost."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._cells = [[(" ", "")] * width for _ in range(height)]

    def put(self, x: int, y: int, text: str, style: str = "") -> None:
        """Write `text`, in characters of one cell, from `x` to the right."""
        if 0 <= y < self.height:
            for at, char in enumerate(text, x):
                if 0 <= at < self.width:
                    self._cells[y][at] = char, style

    def free(self, x: int, y: int, width: int) -> bool:
        """Whether so many cells are there and empty."""
        row = self._cells[y] if 0 <= y < self.height else []
        return (
            x >= 0
            and x + width <= len(row)
            and all(row[at][0] == " " for at in range(x, x + width))
        )

    @property
    def lines(self) -> list[Content]:
        return [Content.assemble(*_runs(row)).rstrip() for row in self._cells]


def _runs(row: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbours of one style together."""
    runs: list[tuple[str, str]] = []
    for char, style in row:
        if runs and runs[-1][1] == style:
            runs[-1] = runs[-1][0] + char, style
        else:
            runs.append((char, style))
    return runs

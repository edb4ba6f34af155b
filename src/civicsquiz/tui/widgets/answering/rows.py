"""What an answer is picked from: rows, reached by key, by arrow, or by a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, cast

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from civicsquiz.study.question import Question
from civicsquiz.tui import text
from civicsquiz.tui.widgets.answering.answering import Answering
from civicsquiz.tui.widgets.lines import Lines


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `keys` are what a click on it amounts to, each with the column it begins at."""

    content: Content
    keys: tuple[tuple[int, str], ...] = ()

    def has(self, key: str) -> bool:
        return any(one == key for _, one in self.keys)

    def key_at(self, column: int) -> str:
        """The key under a column; empty where there is none."""
        found = ""
        for begin, key in self.keys:
            if column >= begin:
                found = key
        return found


class Rows(Lines, Answering, can_focus=True):
    """Rows of something that has numbers. `highlighted` is the number that the arrows stand on; it
    counts from 1, 0 is none."""

    BINDINGS = [
        Binding("number", "name_keys", "answer", tooltip="Answer by number, or by a click"),
        *(Binding(str(n), f"pick('{n}')", f"Answer {n}", show=False) for n in range(1, 10)),
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
    ]

    MANY: ClassVar[bool] = False
    """Whether rows are picked one after the other, so that Space picks what the arrows stand on."""

    highlighted = reactive(0, repaint=False)

    def __init__(self) -> None:
        super().__init__()
        self._question: Question | None = None
        self._drawn: dict[tuple[int, int], list[Row]] = {}

    @property
    def question(self) -> Question:
        """The question that is asked; there is one once `show` was called."""
        return cast("Question", self._question)

    def show(self, question: Question, text: str) -> None:
        self._question = question
        self.set_reactive(Rows.highlighted, 0)
        self.take(text)
        self._drawn.clear()
        self.refresh(layout=True)

    def take(self, text: str) -> None:
        """Begin with a response text, whole or half done."""
        raise NotImplementedError

    @property
    def count(self) -> int:
        """How many rows have a number."""
        return len(self.question.options)

    @property
    def keys(self) -> str:
        return f"1–{self.count}"

    def draw(self, width: int, rows: int) -> list[Row]:
        """All lines for a column of `width` cells, of which `rows` are in sight."""
        raise NotImplementedError

    def pick(self, key: str) -> None:
        """What a key, or a click on its row, means. The key is one on offer."""
        raise NotImplementedError

    @property
    def can_pick(self) -> bool:
        return self.MANY and bool(self.highlighted)

    def pick_here(self) -> None:
        self.pick(str(self.highlighted))

    def stepped(self) -> None:
        """Draw anew after a step of an answer, and tell."""
        self.redraw()
        self.changed()

    def redraw(self) -> None:
        """Draw anew; only another number of lines asks for another layout."""
        before = {at: len(rows) for at, rows in self._drawn.items()}
        self._drawn.clear()
        grown = any(len(self._rows(*at)) != count for at, count in before.items())
        self.refresh(layout=grown)

    def _rows(self, width: int, rows: int) -> list[Row]:
        """Asked several times for each frame: kept until something changes."""
        if self._question is None:
            return []
        if (width, rows) not in self._drawn:
            self._drawn = {(width, rows): self.draw(width, rows)}
        return self._drawn[width, rows]

    def lines(self, width: int, rows: int) -> list[Content]:
        return [row.content for row in self._rows(width, rows)]

    def watch_highlighted(self, before: int, now: int) -> None:
        """Keep what the arrows stand on in sight where the page is longer than the screen."""
        self.redraw()
        if not (before and now):
            self.refresh_bindings()
        first, last = self.in_sight(self._rows(self.size.width, self._room), str(now))
        if last >= first and isinstance(self.parent, Widget):
            rows = Region(0, first, self.size.width, last - first + 1)
            page = rows.translate(self.virtual_region.offset)
            self.parent.scroll_to_region(page, animate=False)

    def in_sight(self, rows: list[Row], key: str) -> tuple[int, int]:
        """The first and the last of the lines that have to be seen with the row of a key; the last
        is less than the first where there is none."""
        lines = [y for y, row in enumerate(rows) if row.has(key)]
        return (lines[0], lines[-1]) if lines else (0, -1)

    def numbered(self, number: int, lines: list[Content], width: int) -> list[Row]:
        """The lines of what has a number; those that the arrows stand on are set off."""
        here, keys = number == self.highlighted, ((0, str(number)),)
        return [Row(_lit(line, width) if here else line, keys) for line in lines]

    def lead(self, number: int) -> Content:
        """The number at the left, with a sign where the arrows stand."""
        sign = "▸" if number == self.highlighted else " "
        return text.styled(f" {sign} {number}", f"bold {text.ACCENT}")

    def action_name_keys(self) -> None:
        """The key line shows which keys answer; there is no such key."""

    def action_move(self, by: int) -> None:
        if self.highlighted:
            self.highlighted = (self.highlighted - 1 + by) % self.count + 1
        else:
            self.highlighted = self.first(by)

    def first(self, by: int) -> int:
        """Where an arrow begins."""
        return 1 if by > 0 else self.count

    def action_pick(self, key: str) -> None:
        """A number that is not on offer is sent as it is, and refused in words."""
        if int(key) <= self.count:
            self.pick(key)
        else:
            self.answered(key)

    def on_click(self, event: events.Click) -> None:
        rows = self._rows(self.size.width, self._room)
        if 0 <= event.y < len(rows) and (key := rows[event.y].key_at(event.x)):
            self.pick(key)


def _lit(line: Content, width: int) -> Content:
    return line.pad_right(max(0, width - line.cell_length)).stylize("on $chosen")


def hint(told: str, width: int) -> list[Row]:
    """What to do next, in words, below the rows."""
    lines = text.wrapped(text.styled(told, text.QUIET), width)
    return [Row(Content("")), *map(Row, lines)]

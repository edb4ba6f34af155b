"""A passage to be read before a question, in its surroundings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.containers import Vertical

from civicsquiz.source.document import Kind
from civicsquiz.tui import text
from civicsquiz.tui.widgets.block import Block
from civicsquiz.tui.widgets.lines import Prose

if TYPE_CHECKING:
    from civicsquiz.study.opening import Opened, Part
    from civicsquiz.study.passages import Quoted

_LEFT_OUT = (
    Kind.TITLE, Kind.NAVIGATION, Kind.LINK_LIST, Kind.FUND_RAISING, Kind.RELATED, Kind.CREDIT,
    Kind.METADATA, Kind.REFERENCES, Kind.STUDY_AID,
)  # fmt: skip
_AROUND = 1
"""So many parts of the source stand before the passage, and as many after it."""


class ReadFirst(Vertical):
    """Says why, and shows the passage between what stands before and after it in its source."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False
        self.texts: tuple[str, ...] = ()

    def show(self, why: str, opened: Opened, quoted: Quoted) -> None:
        """Show a passage; `why` says in a sentence what it is for."""
        from civicsquiz.study.opening import spans_of

        parts = list(around(opened))
        blocks = [Block(part) for part in parts]
        spans = spans_of(quoted) if quoted.start >= 0 else quoted.marks
        for block in blocks:
            block.mark((), spans)
        self.texts = tuple(part.text for part in parts)
        self.remove_children()
        self.mount_all(
            [
                Prose(text.styled(why, text.BOLD)),
                Prose(opened.note, classes="quiet") if opened.note else Prose(opened.title),
                *blocks,
                Prose(opened.citation, classes="quiet cited"),
            ]
        )
        self.display = True

    def on_resize(self) -> None:
        """Now that it is laid out, the keys can say whether it goes on below."""
        self.call_after_refresh(self.screen.refresh_bindings)

    def hide(self) -> None:
        if self.display:
            self.display = False
            self.texts = ()
            self.remove_children()


def around(opened: Opened) -> Iterator[Part]:
    """The parts that the passage stands in, with those next to them."""
    marked = [at for at, part in enumerate(opened.parts) if part.marks] or [opened.at]
    first, last = marked[0] - _AROUND, marked[-1] + _AROUND
    for at, part in enumerate(opened.parts):
        if first <= at <= last and (part.marks or part.kind not in _LEFT_OUT):
            yield part

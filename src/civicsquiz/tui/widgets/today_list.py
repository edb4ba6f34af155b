"""What matters today: a few rows above a longer list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.widgets.option_list import Option

from civicsquiz.tui import text
from civicsquiz.tui.widgets.linked_list import LinkedList

GOES_ON, REVIEW = "c", "v"
"""The keys of what may be offered."""

_LEAD = 10
_LEAST = 4
_SCROLLBAR = 1


@dataclass(frozen=True, slots=True)
class Offer:
    """A row: `key` picks it, `name` says what it is, `told` how much of it there is or which, and
    `rest` what is said of that in any case, `brief` in a narrow window. Where nothing can be done now
    it is `quiet`. `does` is what the line of keys calls picking it, and `about` says more when the arrows
    stand on it."""

    key: str
    name: str
    told: str
    does: str
    about: str
    rest: str = ""
    brief: str = ""
    quiet: bool = False

    def content(self, width: int) -> Content:
        """In one line of at most `width` cells."""
        lead = text.styled(f" {self.key}  ", f"bold {text.ACCENT}")
        lead += text.styled(f"{self.name:<{_LEAD}}", text.QUIET if self.quiet else text.BOLD)
        told = Content(self.told)
        rest = Content(self.rest if width >= text.NARROW else self.brief or self.rest)
        room = width - lead.cell_length - rest.cell_length
        if told.cell_length > room:
            told = told.truncate(max(_LEAST, room), ellipsis=True)
        line = told + rest
        return lead + (line.stylize_before(text.QUIET) if self.quiet else line)


class TodayList(LinkedList):
    """Offers in rows of their own. Before there are any, and where there are fewer, the rows stay
    empty, so that nothing below moves."""

    ROWS = 2

    def __init__(self) -> None:
        super().__init__(enter="open")
        self.offers: tuple[Offer, ...] = ()

    @property
    def offer(self) -> Offer | None:
        """The one that the arrows stand on."""
        at = self.highlighted
        if at is None or at >= len(self.offers) or self.screen.focused is not self:
            return None
        return self.offers[at]

    def show(self, offers: Sequence[Offer]) -> None:
        """Show other rows; the arrows stay where they are, on the same offer if it is still there."""
        if tuple(offers) == self.offers:
            return
        before = self.offer
        self.offers = tuple(offers)
        keys = [offer.key for offer in self.offers]
        self._set(keys.index(before.key) if before and before.key in keys else None)

    def on_resize(self) -> None:
        self._set(self.highlighted)

    def _set(self, highlighted: int | None) -> None:
        width = self.size.width - _SCROLLBAR
        with self.prevent(self.OptionHighlighted):
            self.clear_options()
            self.add_options(Option(offer.content(width), id=offer.key) for offer in self.offers)
            self.highlighted = highlighted

    def on_blur(self, _event: events.Blur) -> None:
        """Only the list that has the keys says where they are."""
        self.highlighted = None

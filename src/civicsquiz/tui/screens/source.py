"""The source: the article, or the guide that stands in for it, with the passages marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from civicsquiz.bank.models import Bank
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.guide import Guide, Passage
from civicsquiz.source.shelf import Proof, Shelf, Source
from civicsquiz.study.passages import Quoted, source_of
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Lines, Prose
from civicsquiz.tui.widgets.top_line import TopLine

_HEADINGS = (Kind.TITLE, Kind.HEADING)
_LEFT_OUT = (Kind.NAVIGATION, Kind.LINK_LIST, Kind.FUND_RAISING, Kind.RELATED, Kind.CREDIT)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the source as it is set: where it begins in the canonical text (-1: our own
    words), and whether it is quoted, a heading, or beside the text."""

    content: str
    start: int
    quoted: bool = False
    heading: bool = False
    aside: bool = False


class Block(Lines):
    """One piece with the proving words in it set off."""

    def __init__(self, piece: Piece, marks: Sequence[tuple[int, int]]) -> None:
        super().__init__()
        self._piece = piece
        end = piece.start + len(piece.content)
        self.marks = [
            (max(first, piece.start) - piece.start, min(last, end) - piece.start)
            for first, last in marks
            if piece.start >= 0 and first < end and last > piece.start
        ]

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        piece = self._piece
        content = Content(piece.content)
        if piece.start < 0:
            return text.hang(
                "", Content(f"In short: {piece.content}").stylize("italic $quiet"), width
            )
        if piece.heading:
            return text.wrapped(content.stylize("bold"), width)
        if piece.aside:
            content = content.stylize(text.QUIET)
        for first, last in self.marks:
            content = content.stylize("bold on $chosen", first, last)
        return text.barred(content, width) if piece.quoted else text.wrapped(content, width)

    def line_of_mark(self, width: int) -> int:
        """The line, from 0, on which the first proving words stand."""
        if not self.marks:
            return 0
        return len(text.wrapped(self._piece.content[: self.marks[0][0] + 1], max(8, width - 2))) - 1


class SourceScreen(PageScreen[None]):
    """Opens the source of `passages[0]`, scrolled to it; the others are one key away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "move", "next passage"),
        Binding("enter", "move", "next passage", show=False),
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("up,k", "scroll_lines(-1)", "Up", show=False),
        Binding("down,j", "scroll_lines(1)", "Down", show=False),
        Binding("pagedown", "scroll_page(1)", "page down", key_display="PgDn"),
        Binding("space", "scroll_page(1)", "page down", show=False),
        Binding("pageup", "scroll_page(-1)", "Page up", show=False),
        Binding("q,o", "leave", "back", show=False),
    ]

    def __init__(self, bank: Bank, shelf: Shelf, passages: Sequence[Quoted], at: int = 0) -> None:
        super().__init__()
        self.bank = bank
        self.shelf = shelf
        self._passages = tuple(passages)
        self._at = at
        self._source = source_of(bank, self._passages[at].source, shelf)

    def head(self) -> TopLine:
        card = self._source.card
        return TopLine(card.title or f"[{card.label}]", _where(self._source))

    def body(self) -> Iterable[Widget]:
        yield Prose(self._told(), classes="quiet")
        marks = _spans(self._passages[self._at])
        yield from (Block(piece, marks) for piece in self._pieces())

    def _told(self) -> str:
        total = len(self._passages)
        which = f" Passage {self._at + 1} of {total}." if total > 1 else ""
        return self._at_hand() + which

    def _at_hand(self) -> str:
        if self._source.proof is Proof.ARTICLE:
            return "The article, with the quoted words set off."
        if self._source.proof is Proof.GUIDE:
            return (
                "The article itself is not at hand. Its quoted passages stand after the bars, word "
                "for word; between them a summary in our own words."
            )
        return "Neither the article nor a guide to it is at hand; this is the bank’s quotation."

    def _pieces(self) -> Iterable[Piece]:
        if self._source.document is not None:
            return _article(self._source.document)
        if self._source.guide is not None:
            return _guide(self._source.guide)
        return [Piece(self._passages[self._at].text, 0, quoted=True)]

    def on_mount(self) -> None:
        self.call_after_refresh(self._scroll_to_passage)

    def _scroll_to_passage(self) -> None:
        """Bring the first proving words into view, a few lines below the top."""
        self.refresh_bindings()
        for block in self.query(Block):
            if block.marks:
                line = block.virtual_region.y + block.line_of_mark(block.size.width)
                self.page.scroll_to(y=max(0, line - 4), animate=False, force=True)
                return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "scroll_page":
            return self.page.max_scroll_y > 0
        return len(self._passages) > 1 if action == "move" else True

    def action_move(self) -> None:
        at = (self._at + 1) % len(self._passages)
        self.app.switch_screen(SourceScreen(self.bank, self.shelf, self._passages, at))

    def action_scroll_lines(self, by: int) -> None:
        self.page.scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        self.app.pop_screen()


def _spans(quoted: Quoted) -> list[tuple[int, int]]:
    """The quoted words' spans in the canonical text; none where they were not found in it."""
    if quoted.start < 0:
        return []
    if not quoted.marks:
        return [(quoted.start, quoted.end)]
    begin = quoted.start - quoted.marks[0][0]
    return [(begin + first, begin + last) for first, last in quoted.marks]


def _where(source: Source) -> str:
    return {Proof.ARTICLE: "article", Proof.GUIDE: "guide"}.get(source.proof, "not at hand")


def _article(document: Document) -> Iterable[Piece]:
    for block in document.blocks:
        if block.kind not in _LEFT_OUT:
            heading, aside = block.kind in _HEADINGS, block.kind is not Kind.BODY
            yield Piece(document.text_of(block), block.start, heading=heading, aside=aside)


def _guide(guide: Guide) -> Iterable[Piece]:
    for block in guide.blocks:
        if isinstance(block, Passage):
            yield Piece(block.text, block.start, quoted=True)
        else:
            yield Piece(block.text, -1)

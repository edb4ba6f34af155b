"""The reader: a source, article or guide, with everything marked that any bank quotes of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from civicsquiz.source.shelf import Proof
from civicsquiz.study.reader import Stop
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.block import Block
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.study.quotations import QuotedSource, Resting
    from civicsquiz.tui.background import Background

_WHERE = {Proof.ARTICLE: "article", Proof.GUIDE: "guide", Proof.ABSENT: "not at hand"}


class ReaderScreen(PageScreen[None]):
    """Opens the page of `stops[at]`, scrolled to it; the other stops are one key away.

    With `every` they become all passages that are quoted of this source, as soon as the banks have
    been gone through.
    """

    HOLDS_PLACE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "items",
            "questions",
            key_display="Enter",
            tooltip="Questions that rest on this passage",
        ),
        Binding("n", "move(1)", "next", tooltip="Next passage"),
        Binding("b", "move(-1)", "previous", tooltip="Previous passage"),
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("up,k", "scroll_lines(-1)", "Up", show=False),
        Binding("down,j", "scroll_lines(1)", "Down", show=False),
        Binding("pagedown,space", "scroll_page(1)", "Page down", show=False),
        Binding("pageup", "scroll_page(-1)", "Page up", show=False),
        Binding("q,o", "leave", "back", show=False),
    ]

    def __init__(self, stops: Sequence[Stop], at: int = 0, *, every: bool = False) -> None:
        super().__init__()
        self._stops = tuple(stops)
        self._at = at
        self._every = every
        self._quoted: QuotedSource | None = None

    @property
    def stop(self) -> Stop:
        """The passage that one has stopped at."""
        return self._stops[self._at]

    @property
    def items(self) -> tuple[Resting, ...]:
        """The items that rest on it, as far as they are known; none while a question is asked."""
        if self._quoted is None or self.quiz_app.asking:
            return ()
        passages = self._quoted.passages
        found = {
            item.ref: item for at in self.stop.among(self._quoted) for item in passages[at].items
        }
        return tuple(found.values())

    def head(self) -> TopLine:
        return TopLine(self.stop.page.title)

    def body(self) -> Iterable[Widget]:
        page = self.stop.page
        told = page.note or "The article, with what the banks quote of it marked."
        yield Prose(told, classes="quiet")
        yield from (Block(part) for part in page.parts)

    def glossary_texts(self) -> Sequence[str]:
        """All texts that are shown now: the parts of the page that are in sight."""
        sight = self.page.region
        parts = [
            one.part for one in self.query(Block) if one.display and one.region.overlaps(sight)
        ]
        return [self.stop.page.title, *(part.text for part in parts)]

    def on_mount(self) -> None:
        gathering = self.quiz_app.gathering
        self._mark()
        if gathering.done:
            self._gathered(gathering)
        else:
            gathering.moved.subscribe(self, self._gathered)
            gathering.start()
        self.call_after_refresh(self._scroll_to_passage)

    def _gathered(self, gathering: Background) -> None:
        """All banks have been gone through: mark what they quote of this source."""
        if gathering.done:
            self._quoted = self.builder.quotations.of(self.stop.page.source)
            if self._every and self._quoted is not None:
                self._widen(self._quoted)
            self._mark()

    def _widen(self, quoted: QuotedSource) -> None:
        """Stop at every passage of the source from here on."""
        from civicsquiz.study.reader import all_stops

        here = self.stop.among(quoted)
        if not here:
            return
        page = self.stop.page
        self._stops, self._at = all_stops(quoted, page), here[0]
        if self.stop.page is not page:
            self.app.switch_screen(ReaderScreen(self._stops, self._at))

    def _mark(self) -> None:
        stops = [span for one in self._stops if one.page is self.stop.page for span in one.spans]
        known = self._quoted.passages if self._quoted and not self.stop.page.alone else ()
        quoted = sorted({*stops, *((one.start, one.end) for one in known)})
        for block in self.query(Block):
            block.mark(quoted, self.stop.spans)
        self._tell()
        self.refresh_bindings()

    def _tell(self) -> None:
        total = len(self._stops)
        which = f"   {self._at + 1} of {total}" if total > 1 else ""
        page = self.stop.page
        passages = page.proof is Proof.GUIDE and page.source.card.public_domain
        where = "passages" if passages else _WHERE[page.proof]
        self.query_one(TopLine).show(where + which)

    def _scroll_to_passage(self) -> None:
        """Bring the passage into view, a few lines below the top."""
        self.refresh_bindings()
        for block in self.query(Block):
            if block.stopped_at:
                line = block.virtual_region.y + block.line_of_passage(block.size.width)
                self.page.scroll_to(y=max(0, line - 4), animate=False, force=True)
                return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "items":
            return bool(self.items)
        return len(self._stops) > 1 if action == "move" else True

    def action_move(self, by: int) -> None:
        page = self.stop.page
        self._at = (self._at + by) % len(self._stops)
        if self.stop.page is page:
            self._mark()
            self._scroll_to_passage()
        else:
            self.app.switch_screen(ReaderScreen(self._stops, self._at, every=self._every))

    def action_items(self) -> None:
        from civicsquiz.tui.screens.resting import RestingScreen

        self.app.push_screen(RestingScreen(self.stop, self.items))

    def action_scroll_lines(self, by: int) -> None:
        self.page.scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        self.app.pop_screen()

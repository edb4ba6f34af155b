"""An item as a student will see it, followed as its file is saved, with what the rules say below it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget

from civicsquiz.study.selection import question
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.widgets.findings import Findings
from civicsquiz.tui.widgets.key_line import KeyLine
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.bank.check.followed import Followed
    from civicsquiz.tui.builder import Builder

EVERY = 0.4
"""Seconds between two looks at the file."""

_SEED = "preview"
"""Options stand in one of the orders in which a student may meet them, always the same."""


class _Following:
    """What both screens do: look at the file, go to another item, fold the findings out."""

    followed: Followed
    item: str

    def follow(self) -> None:
        self._screen.set_interval(EVERY, self._look)

    @property
    def _screen(self) -> PageScreen[None]:
        return cast("PageScreen[None]", self)

    def _look(self) -> None:
        if self._screen.is_current and self.followed.look():
            self.go(0)

    def go(self, by: int) -> None:
        """Show the item again, or the one so many further."""
        names = [item.id for item in self.followed.items]
        at = names.index(self.item) if self.item in names else 0
        self._screen.app.switch_screen(
            screen_of(
                self._screen.builder, self.followed, names[(at + by) % len(names)] if names else ""
            )
        )


class PreviewScreen(_Following, QuizScreen):
    """Asks one item; what is answered here is kept nowhere."""

    CSS_PATH = "../preview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "other(1)", "next item", tooltip="The next item of the bank"),
        Binding("ctrl+n", "other(1)", "next item", show=False),
        Binding("N", "other(-1)", "item before", tooltip="The item before"),
        Binding("ctrl+p", "other(-1)", "item before", tooltip="The item before", show=False),
        Binding("w", "whole", "all findings", tooltip="All findings in full, or not"),
    ]

    def __init__(self, session: Any, followed: Followed, item: str) -> None:
        super().__init__(session, followed.shelf)
        self.followed, self.item = followed, item

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            yield self.head()
            with self._page():
                yield from self.body()
            yield Findings(self.followed.of(self.item))
            yield KeyLine()

    def head(self) -> TopLine:
        return TopLine(self.followed.bank.title if self.followed.bank else self.followed.path.name)

    def on_mount(self) -> None:
        super().on_mount()
        self.follow()

    @property
    def today(self) -> date | None:
        return None  # nothing is kept, so nothing comes back

    def show_top(self) -> None:
        items = self.followed.items
        at = next((at for at, one in enumerate(items) if one.id == self.item), 0)
        state = items[at].status.value if items and items[at].status.value != "ready" else ""
        if not self.followed.sound(self.item):
            state = "as it last was"
        told = f"{state}  " if state else ""
        self.query_one(TopLine).show(f"{told}preview {at + 1} of {len(items)}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("flag", "mark", "overview", "submit", "forward", "back"):
            return False
        if action == "whole":
            findings = self.query_one(Findings)
            return findings.whole or findings.folded
        if action == "other":
            return len(self.followed.items) > 1
        return super().check_action(action, parameters)

    def action_other(self, by: int) -> None:
        self.go(by)

    def action_whole(self) -> None:
        findings = self.query_one(Findings)
        findings.whole = not findings.whole
        findings.refresh(layout=True)
        self.call_after_refresh(self.refresh_bindings)

    def action_leave(self) -> None:
        self.app.exit()


class NothingToShowScreen(_Following, PageScreen[None]):
    """A file without an item that can be shown, with all that is wrong with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "leave", "quit"),
        Binding("escape", "leave", "quit", show=False),
    ]

    def __init__(self, followed: Followed) -> None:
        super().__init__()
        self.followed, self.item = followed, ""

    def head(self) -> TopLine:
        return TopLine(self.followed.path.name, "preview")

    def body(self) -> Iterable[Widget]:
        yield Prose(
            "There is no item to be shown yet. As soon as the file is saved, it is looked at again.\n"
        )
        findings = Findings(self.followed.findings)
        findings.whole = True
        yield findings

    def on_mount(self) -> None:
        self.follow()

    def action_leave(self) -> None:
        self.app.exit()


def screen_of(builder: Builder, followed: Followed, item: str) -> PageScreen[None]:
    """The screen for an item, by its id; for the first, where there is no such item."""
    bank = followed.bank
    if bank is None or not followed.items:
        return NothingToShowScreen(followed)
    shown = next((one for one in followed.items if one.id == item), followed.items[0])
    asked = question(bank, shown, _SEED)
    session = builder.session([asked], mode=Mode.PRACTICE, seed=_SEED, shelf=followed.shelf)
    return PreviewScreen(session, followed, shown.id)

"""Triage: the drafts of a bank, one by one, each judged with one key."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from civicsquiz.bank.models import Status
from civicsquiz.bank.origin import Reason
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line
from civicsquiz.tui import text
from civicsquiz.tui.screens.triage_page import DraftPage
from civicsquiz.tui.widgets.triage_draft import Draft, link
from civicsquiz.tui.widgets.triage_end import Ended
from civicsquiz.tui.widgets.triage_head import TriageHead
from civicsquiz.tui.widgets.triage_shown import proposal_at, shown_of

if TYPE_CHECKING:
    from civicsquiz.draft.triage import Triage
    from civicsquiz.tui.builder import Builder

_QUIT = "Quit; what is judged is kept"
_ERRORS = "✗ It has errors: the bank would fail its check. a again accepts it all the same."


class TriageScreen(DraftPage):
    """Plays a sitting of triage. `bank` is what the shell calls the bank."""

    IN_HELP: ClassVar[Sequence[str]] = (
        "undo", "open_source", "read_on", "quit_quietly",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "take", "take", tooltip="Take this passage as the proof"),
        Binding("n", "next_passage", "next passage", tooltip="Show the next passage"),
        Binding("a", "accept", "accept", tooltip="Accept: it may be asked from now on"),
        Binding("r", "reject", "reject", tooltip="Reject, with a reason"),
        Binding("e", "edit", "edit", tooltip="Edit, and accept with it"),
        Binding("s", "skip", "skip", tooltip="Skip: it comes again at the end"),
        Binding(
            "ctrl+r",
            "read_again",
            "read again",
            key_display="Ctrl+R",
            tooltip="Read the file again",
        ),
        Binding("space", "read_on", "more", key_display="Space", tooltip="Show the rest, read on"),
        Binding("u", "undo", "undo", show=False, tooltip="Take back what was done last"),
        Binding("o", "open_source", "open", show=False, tooltip="Open the article at the passage"),
        Binding("q", "quit_triage", "quit", tooltip=_QUIT),
        Binding("s", "skip_quietly", "skip", show=False),
        Binding("q", "quit_quietly", "quit", show=False, tooltip=_QUIT),
        Binding("escape", "quit_quietly", "quit", show=False),
    ]

    def __init__(self, triage: Triage, bank: str) -> None:
        super().__init__()
        self.triage = triage
        self._named = shlex.quote(bank)
        self._passage = 0
        self._sure = ""
        self._changed_elsewhere = False

    def head(self) -> TriageHead:
        return TriageHead(self.triage.bank.title)

    def body(self) -> Iterable[Widget]:
        yield Draft()
        yield Ended(self.triage, self._named)

    def on_mount(self) -> None:
        self._show()

    def _show(self, note: Content | str = "") -> None:
        item = self.triage.current
        draft, ended = self.query_one(Draft), self.query_one(Ended)
        draft.display, ended.display = item is not None, item is None
        if item is not None:
            draft.shown = shown_of(self.triage, self._passage)
        ended.refresh(layout=True)
        self.query_one(TriageHead).tell(
            self.triage, Content(note) if isinstance(note, str) else note
        )
        self.back_to_top()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        here = self.triage.current
        match action:
            case "take":
                return proposal_at(self.triage, self._passage) is not None
            case "next_passage":
                return here is not None and len(self.triage.proposals) > 1
            case "accept":
                return here is not None and (
                    here.status is not Status.UNPROVEN or self.triage.proven
                )
            case "reject" | "edit":
                return here is not None
            case "skip":
                crowded = here is not None and len(self.triage.proposals) > 1 and self.more
                return self.triage.left > 1 and not crowded
            case "skip_quietly":
                return self.triage.left > 1
            case "open_source":
                draft = self.query_one(Draft).shown
                return here is not None and draft is not None and bool(draft.stops)
            case "read_on":
                return here is not None and self.more
            case "read_again":
                return self._changed_elsewhere
            case "quit_triage":  # the last line has room for six keys
                crowded = here is not None and (self.more or bool(self.triage.proposals))
                return not crowded and not self._changed_elsewhere
            case _:
                return True

    def _did(self, act: Callable[[], object], sign: str, told: str) -> None:
        """Do something that goes onto the disk, and say so; where it cannot, say that."""
        name = self.triage.current.id if self.triage.current else ""
        try:
            act()
        except CivicsquizError as error:
            self._failed(error)
            return
        self._passage, self._sure, self._changed_elsewhere = 0, "", False
        lead = text.styled(f"{sign} {told}", text.BOLD) + text.styled(f"  {name}   ", text.QUIET)
        self._show(
            lead + (link("u takes it back", "undo") if self.triage.can_undo else Content(""))
        )

    def _failed(self, error: CivicsquizError) -> None:
        self._changed_elsewhere = self.triage.changed_elsewhere
        told = text.styled(f"✗ Not done. {one_line(str(error))}.  ", "bold $error")
        if self._changed_elsewhere:
            told += link("Ctrl+R reads it again", "read_again")
        self.query_one(TriageHead).tell(self.triage, told)
        self.refresh_bindings()

    def action_accept(self) -> None:
        item = self.triage.current
        draft = self.query_one(Draft).shown
        if item is None or draft is None:
            return
        if any(flaw.error for flaw in draft.flaws) and self._sure != item.id:
            self._sure = item.id
            told = text.styled(_ERRORS, "bold $error")
            self.query_one(TriageHead).tell(self.triage, told)
            return
        self._did(self.triage.accept, "✓", "Accepted")

    def action_reject(self) -> None:
        from civicsquiz.tui.screens.triage_reasons import WORDS, ReasonsScreen

        def told(reason: Reason | None) -> None:
            if reason is not None:
                words = WORDS[reason][1]
                self._did(lambda: self.triage.reject(reason), "✗", f"Rejected: {words}")

        item = self.triage.current
        if item is not None:
            self.app.push_screen(ReasonsScreen(remembered=item.draft is not None), told)

    def action_edit(self) -> None:
        from civicsquiz.tui.screens.triage_editor import EditorScreen

        def back(done: str | None) -> None:
            self._passage, self._sure, self._changed_elsewhere = 0, "", False
            lead = text.styled(f"✓ {done}.  ", text.BOLD) if done else Content("")
            self._show(lead + (link("u takes it back", "undo") if done else Content("")))

        self.app.push_screen(EditorScreen(self.triage, self._passage), back)

    def action_skip(self) -> None:
        self._did(self.triage.skip, "→", "Skipped")

    def action_skip_quietly(self) -> None:
        """The same where the last line has no room to say so."""
        self.action_skip()

    def action_undo(self) -> None:
        try:
            last = self.triage.undo()
        except CivicsquizError as error:
            self._failed(error)
            return
        self._passage, self._sure = 0, ""
        self._show(
            text.styled(f"↶ No longer {last.done}", text.BOLD)
            + text.styled(f"  {last.item}", text.QUIET)
        )

    def action_take(self) -> None:
        proposal = proposal_at(self.triage, self._passage)
        if proposal is not None:
            self._did(lambda: self.triage.take(proposal), "✓", "Passage taken")

    def action_next_passage(self) -> None:
        self._passage += 1
        self._show()

    def action_read_again(self) -> None:
        try:
            self.triage.read_again()
        except CivicsquizError as error:
            self._failed(error)
            return
        self._passage, self._sure, self._changed_elsewhere = 0, "", False
        self._show("Read again. What you judged before stands.")

    def action_quit_triage(self) -> None:
        self.app.exit()

    def action_quit_quietly(self) -> None:
        """The same where the last line has no room to say so."""
        self.app.exit()


def run_triage(builder: Builder, triage: Triage, bank: str) -> int:
    """Open triage over a sitting; returns the exit status."""
    from civicsquiz.tui import terminal, themes
    from civicsquiz.tui.app import QuizApp

    terminal.before_start()
    theme = themes.by_terminal(builder.env.get("COLORFGBG", ""))
    app = QuizApp(builder, lambda: TriageScreen(triage, bank), theme=theme)
    app.run()
    return app.return_code or 0

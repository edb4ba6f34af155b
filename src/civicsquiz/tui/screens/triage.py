"""Triage: the drafts of a bank, one by one, each judged with one key."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from civicsquiz.bank.models import Status
from civicsquiz.bank.origin import Reason
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line
from civicsquiz.tui import text
from civicsquiz.tui.screens.triage_keys import KEYS, SHOWN, in_line
from civicsquiz.tui.screens.triage_page import DraftPage
from civicsquiz.tui.widgets.triage_draft import Draft, link
from civicsquiz.tui.widgets.triage_end import Ended
from civicsquiz.tui.widgets.triage_head import TriageHead
from civicsquiz.tui.widgets.triage_shown import proposal_at, shown_of

if TYPE_CHECKING:
    from civicsquiz.draft.triage import Triage

_ERRORS = "✗ It has errors: the bank would fail its check. a again accepts it all the same."


class TriageScreen(DraftPage):
    """Plays a sitting of triage. `bank` is what the shell calls the bank."""

    IN_HELP: ClassVar[Sequence[str]] = (
        "undo", "open_source", "read_on", "quit_quietly", "reject_quietly", "edit_quietly",
        "skip_quietly",
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = KEYS

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
        self._show(_earlier(self.triage))

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
        if action in SHOWN:
            proposed = proposal_at(self.triage, self._passage) is not None
            return action in in_line(self._can, proposed=proposed)
        if action.endswith("_quietly"):
            return self._can(action.removesuffix("_quietly"))
        return self._can(action)

    def _can(self, action: str) -> bool:
        """Whether it can be done now, in the last line or not."""
        here = self.triage.current
        match action:
            case "take":
                return proposal_at(self.triage, self._passage) is not None
            case "next_passage":
                return here is not None and len(self.triage.proposals) > 1
            case "next_part":
                return here is not None and len(self.triage.lacking) > 1
            case "accept":
                return here is not None and (
                    here.status is not Status.UNPROVEN or self.triage.proven
                )
            case "reject" | "edit":
                return here is not None
            case "skip":
                return self.triage.left > 1
            case "open_source":
                draft = self.query_one(Draft).shown
                return here is not None and draft is not None and bool(draft.stops)
            case "read_on":
                return here is not None and self.more
            case "read_again":
                return self._changed_elsewhere
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

    def action_reject_quietly(self) -> None:
        """The same where the last line has no room to say so."""
        self.action_reject()

    def action_edit_quietly(self) -> None:
        """As before."""
        self.action_edit()

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

    def action_next_part(self) -> None:
        self.triage.next_part()
        self._passage = 0
        self._show()

    def action_read_again(self) -> None:
        try:
            self.triage.read_again()
        except CivicsquizError as error:
            self._failed(error)
            return
        self._passage, self._sure, self._changed_elsewhere = 0, "", False
        self._show("Read again. What you judged before stands.")

    def action_stay(self) -> None:
        """Esc leads back from other pages; pressed once too often it ends nothing."""
        self.query_one(TriageHead).tell(
            self.triage, link("q quits; what is judged is kept", "quit_triage")
        )

    def action_quit_triage(self) -> None:
        self.app.exit()

    def action_quit_quietly(self) -> None:
        """The same where the last line has no room to say so."""
        self.app.exit()


def _earlier(triage: Triage) -> str:
    """What was judged before this sitting, which its own count leaves out."""
    accepted, rejected = triage.earlier
    return (
        f"Judged before: {accepted} accepted, {rejected} rejected." if accepted or rejected else ""
    )

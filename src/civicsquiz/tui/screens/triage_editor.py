"""Editing a draft in place: each text a field, with what the rules say of it under it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import TextArea
from textual.worker import get_current_worker

from civicsquiz.errors import CivicsquizError, UsageError
from civicsquiz.source.visible import one_line
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.top_line import TopLine
from civicsquiz.tui.widgets.triage_draft import Passages
from civicsquiz.tui.widgets.triage_entry import Entry
from civicsquiz.tui.widgets.triage_fields import fields_of
from civicsquiz.tui.widgets.triage_flaws import Flaws
from civicsquiz.tui.widgets.triage_shown import shown_of
from civicsquiz.tui.widgets.triage_typed import put_back

if TYPE_CHECKING:
    from civicsquiz.draft.judging import Flaw
    from civicsquiz.draft.triage import Triage

_PROOF: dict[str, str] = {
    "literal": "◆ All words of the key stand in what is quoted.",
    "bridged": "◆ “Because” leads from what is quoted to the key.",
    "unproven": "◇ What is quoted does not prove the key.",
}


class EditorScreen(PageScreen[str]):
    """Over the current item of `triage`; `passage` is the number of the proposed one that is shown with
    it. Returns what was done, in words; empty for nothing."""

    CSS_PATH = "../triage.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save and accept", key_display="Ctrl+S", priority=True),
        Binding("enter", "next_field", "next field", key_display="Enter"),
        Binding("escape", "leave", "leave", key_display="Esc", priority=True),
        Binding("ctrl+r", "read_again", "read the file again", key_display="Ctrl+R", priority=True),
        Binding("slash", "nothing", show=False),
        Binding("g", "nothing", show=False),
        Binding("question_mark", "nothing", show=False),
    ]

    def __init__(self, triage: Triage, passage: int = 0) -> None:
        super().__init__()
        self._passage = passage
        self._triage = triage
        self._values: dict[str, Any] = triage.values()
        self._fields = fields_of(self._values, triage.sources)
        self._flaws: list[Flaw] = []
        self._sure: tuple[str, ...] = ()
        self._leaving = self._unjudged = False

    def head(self) -> TopLine:
        return TopLine(f"Editing {self._values['id']}")

    def body(self) -> Iterable[Widget]:
        yield Prose(id="note")
        yield Prose(id="gate")
        last = max(at for at, field in enumerate(self._fields) if field.place[0] == "evidence")
        for at, field in enumerate(self._fields):
            entry = Entry(field.text, "may be empty" if field.optional else "")
            with Horizontal(classes="field"):
                yield Prose(one_line(field.label), classes="label")
                yield entry
            yield Flaws()
            if at == last:
                yield Prose(id="proof")
        yield Flaws()
        if (shown := shown_of(self._triage, self._passage)) is not None:
            yield Passages(shown)

    def on_mount(self) -> None:
        self._say("")
        self._judge()
        self.query(Entry).first().focus()
        self.call_after_refresh(self._look_up)

    def _look_up(self) -> None:
        """Find what this was drafted of beside the typing, and then run the gate's rules too."""

        def find() -> None:
            worker = get_current_worker()
            self._triage.look_up()
            if not worker.is_cancelled:
                self.app.call_from_thread(self._looked_up)

        self.run_worker(find, thread=True, exclusive=True, group="gate")

    def _looked_up(self) -> None:
        if self.is_current:
            self._judge()

    @property
    def _texts(self) -> list[str]:
        return [
            field.text if entry.untouched else entry.text
            for field, entry in zip(self._fields, self.query(Entry), strict=True)
        ]

    @on(TextArea.Changed)
    def _typed(self) -> None:
        self._sure, self._leaving = (), False
        self._say("")
        if not self._unjudged:  # once for all that is typed until then
            self._unjudged = True
            self.call_after_refresh(self._judge_typed)

    def _judge_typed(self) -> None:
        """Unless it was judged meanwhile, or what was typed is saved or left."""
        if self._unjudged and self.is_current:
            self._judge()

    def _judge(self) -> None:
        """Run the rules over what is typed, and say at each field what they find."""
        self._unjudged = False
        new, places = put_back(self._values, self._fields, self._texts)
        self._flaws = self._triage.flaws(new)
        told: dict[int, list[Flaw]] = {}
        for flaw in self._flaws:
            told.setdefault(self._field_of(flaw, places), []).append(flaw)
        for at, shown in enumerate(self.query(Flaws)):
            shown.show(told.get(at, []))
        standing = self._triage.standing(new)
        self._tell("#proof", _PROOF[standing] if standing else "")
        self._tell("#gate", self._triage.ungated)
        self.call_after_refresh(self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        """What is found in the field that is typed in, as far as there is room for both."""
        for entry, shown in zip(self.query(Entry), self.query(Flaws), strict=False):
            height = entry.size.height + shown.size.height
            if entry.has_focus and shown.display and height < self.page.size.height:
                shown.scroll_visible(animate=False)

    def _field_of(self, flaw: Flaw, places: list[tuple[str | int, ...]]) -> int:
        """The number of the field that a flaw is about; the one after the last where it is about none."""
        best, most = len(self._fields), 0
        for at, place in enumerate(places):
            shared = min(len(place), len(flaw.place))
            if place[:shared] == flaw.place[:shared] and shared > most:
                best, most = at, shared
        return best

    def _tell(self, where: str, told: str) -> None:
        """A quiet line, or none."""
        line = self.query_one(where, Prose)
        line.display = bool(told)
        line.update(text.styled(told, text.QUIET))

    def _say(self, told: str, *, error: bool = False) -> None:
        note = self.query_one("#note", Prose)
        note.display = bool(told)
        note.update(text.styled(told, "bold $error" if error else text.QUIET))
        if told:
            self.page.scroll_home(animate=False)

    def action_next_field(self) -> None:
        self.focus_next(Entry)

    def action_nothing(self) -> None:
        """A key that leads elsewhere on other pages."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "read_again":
            return self._triage.changed_elsewhere
        return True

    def action_save(self) -> None:
        """Onto the disk, and on to the next. What is no item is not saved; what has errors only when
        that was said."""
        if self._unjudged:
            self._judge()
        new, _ = put_back(self._values, self._fields, self._texts)
        errors = tuple(f"{flaw.code} {flaw.message}" for flaw in self._flaws if flaw.error)
        try:
            from civicsquiz.bank.editing import forms

            if forms.faults(new):
                self._say(
                    "This cannot be saved yet: see what is said under the fields.", error=True
                )
                return
            if errors and errors != self._sure:
                self._sure = errors
                self._say("It has errors. Ctrl+S again accepts it all the same.", error=True)
                return
            self.dismiss(self._put(new))
        except CivicsquizError as error:
            again = " Ctrl+R reads it again." if self._triage.changed_elsewhere else ""
            self._say(f"Not saved. {one_line(str(error))}.{again}", error=True)
            self.refresh_bindings()

    def _put(self, new: dict[str, Any]) -> str:
        try:
            self._triage.edit(new)
        except UsageError:
            self._triage.edit(new, accept=False)
            return "Saved; no passage proves it yet"
        return "Saved and accepted"

    def action_read_again(self) -> None:
        """Read the file as somebody else has left it; what is typed stays."""
        try:
            self._triage.read_again()
        except CivicsquizError as error:
            self._say(one_line(str(error)), error=True)
            return
        item = self._triage.current
        if item is None or item.id != self._values["id"]:
            self._say("Somebody else has judged or removed this question. Esc leaves.", error=True)
            return
        if self._triage.values() != self._values:
            self._say(
                "Somebody else has changed this very question. Ctrl+S puts yours in its place; Esc leaves.",
                error=True,
            )
            return
        self._look_up()
        self._say("Read again; what you have typed is still here.")
        self.refresh_bindings()

    def holds(self) -> bool:
        """Whether something typed would be lost; said, the first time that it is asked."""
        changed = any(f.text != typed for f, typed in zip(self._fields, self._texts, strict=True))
        if not changed or self._leaving:
            return False
        self._leaving = True
        self._say("Nothing of this is saved. The same key again leaves all the same.", error=True)
        return True

    def action_leave(self) -> None:
        if not self.holds():
            self.dismiss("")

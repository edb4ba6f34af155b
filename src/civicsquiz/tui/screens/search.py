"""Search: passages and questions, found as one types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input
from textual.worker import get_current_worker

from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line
from civicsquiz.study.search import Hidden, Hit, Kind, hidden_for
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.find_field import FindField
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.row_list import Row, RowList
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.study.question import Question
    from civicsquiz.tui.background import Background

_REST = 0.06
"""So many seconds without a key, and what is typed is looked for."""
_WAIT = "Answer this question first."
_LATER = "That question comes in your quiz."


class SearchScreen(PageScreen[None]):
    """A field with what it finds below. While a question is asked nothing opens from here; but with
    `looking_up`, the question that is asked, its own passages are found among others, and opened."""

    SCROLLS = False
    HOLDS_PLACE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "open", key_display="Enter", tooltip="Open what the arrows stand on"
        ),
        Binding("down", "move(1)", "choose", key_display="↑ ↓"),
        Binding("up", "move(-1)", "Up", show=False),
        Binding("pagedown", "move(4)", "Down", show=False),
        Binding("pageup", "move(-4)", "Up", show=False),
        Binding("escape", "leave", "back", key_display="Esc"),
    ]

    def __init__(self, looking_up: Question | None = None) -> None:
        super().__init__()
        self._looking_up = looking_up
        self.shown_for = ""
        """What the list below the field was found for."""
        self._hits: tuple[Hit, ...] = ()
        self._resting: Timer | None = None

    def head(self) -> TopLine:
        if self._looking_up:
            return TopLine("Look it up", "passages")
        return TopLine("Search", "passages and questions")

    def body(self) -> Iterable[Widget]:
        if self._looking_up:
            yield Prose(self._looking_up.item.stem, classes="stem")
        words = "words of the question" if self._looking_up else "words, or a “phrase”"
        yield FindField(placeholder=words)
        yield Prose(classes="quiet", id="note")
        yield RowList(enter="open")

    def on_mount(self) -> None:
        self._list.can_focus = False  # what is typed always goes into the field
        self.query_one(FindField).focus()
        indexing = self.quiz_app.indexing
        indexing.moved.subscribe(self, self._indexed)
        indexing.start()
        self._tell()

    @property
    def wanted(self) -> str:
        """What is typed."""
        return self.query_one(FindField).value

    @property
    def _list(self) -> RowList:
        return self.query_one(RowList)

    def _indexed(self, indexing: Background) -> None:
        """More can be found than before."""
        if indexing.done:
            self._look()
        self._tell()

    @on(Input.Changed)
    def _typed(self) -> None:
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(_REST, self._look)

    def _look(self) -> None:
        """Look for what is typed, in a thread."""
        query = self.wanted
        hidden = self._hidden()
        search = self.builder.search

        def find() -> None:
            worker = get_current_worker()
            problem = ""
            hits: tuple[Hit, ...] = ()
            try:
                hits = search.search(query, hidden=hidden)
            except CivicsquizError as error:
                problem = one_line(str(error))
            if not worker.is_cancelled:
                self.app.call_from_thread(self._found, query, hits, problem)

        self.run_worker(find, thread=True, exclusive=True, group="find")

    def _hidden(self) -> Hidden:
        """What must not be found."""
        if self._looking_up is None:
            return hidden_for(self.quiz_app.still_open)
        from civicsquiz.study.search.looking_up import looking_up

        return looking_up(self._looking_up, self.quiz_app.still_open)

    def _found(self, query: str, hits: tuple[Hit, ...], problem: str) -> None:
        if not self.is_running or query != self.wanted:
            return
        self.shown_for, self._hits = query, hits
        self._list.show(map(_row, hits))
        self._tell(problem)

    def _tell(self, told: str = "") -> None:
        """Under the field: `told`, or how far the index is, or that nothing was found."""
        indexing = self.quiz_app.indexing
        done, total = indexing.progress
        if not told and indexing.problem:
            told = indexing.problem
        elif not told and not indexing.done:
            told = f"Getting ready… {done} of {total} banks" if total else "Getting ready…"
        elif not told and not self._hits and self.wanted.strip():
            told = "Nothing has these words."
            if self.quiz_app.still_open:
                other = "another" if self._looking_up else "an"
                told += f" What would answer {other} open question is not shown."
        note = self.query_one("#note", Prose)
        note.display = bool(told)
        note.update(told)
        self._list.display = bool(self._hits)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return bool(self._hits) if action in ("open", "move") else True

    def action_move(self, by: int) -> None:
        highlighted = self._list.highlighted or 0
        self._list.highlighted = min(len(self._hits) - 1, max(0, highlighted + by))

    @on(RowList.OptionSelected)
    def action_open(self) -> None:
        highlighted = self._list.highlighted
        if highlighted is None or not self._hits:
            return
        hit = self._hits[highlighted]
        if self.quiz_app.asking and self._looking_up is None:
            self._tell(_WAIT)
        elif hit.kind is Kind.ITEM:
            self._practise(hit)
        else:
            self._read(hit)

    def _practise(self, hit: Hit) -> None:
        from civicsquiz.tui.screens.practise import practise

        (item,) = hit.items
        if f"{hit.bank}/{item}" in {question.ref for question in self.quiz_app.still_open}:
            self._tell(_LATER)
        else:
            practise(self, hit.path, item)

    def _read(self, hit: Hit) -> None:
        from civicsquiz.study.reader import stop_alone, stop_at
        from civicsquiz.tui.screens.reader import ReaderScreen

        builder = self.builder
        try:
            bank = builder.library.load(builder.library.find(str(hit.path)))
        except CivicsquizError as error:
            self._tell(one_line(str(error)))
            return
        shelf = builder.shelf_for(hit.path)
        if hit.start >= 0:
            stop = stop_at(bank, hit.source, hit.start, hit.end, shelf)
        else:
            stop = stop_alone(bank, hit.source, hit.items, hit.text, shelf)
        self.app.push_screen(ReaderScreen([stop], every=True))

    def action_leave(self) -> None:
        self.app.pop_screen()


def _row(hit: Hit) -> Row:
    """The text with what matches set off, and what kind of thing it is and where from."""
    content = Content(hit.text)
    for start, end in hit.marks:
        content = content.stylize("bold underline", start, end)
    if hit.kind is Kind.ITEM:
        return Row(content, f"Question · {hit.title}")
    count = len(hit.items)
    rest = f"{count} question{'' if count == 1 else 's'} on it"
    return Row(content, f"Passage · {hit.citation} · {rest}")

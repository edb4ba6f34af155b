"""Today: what is due, what keeps slipping, what was believed and is not so, and the days to come."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line
from civicsquiz.study.session import Mode
from civicsquiz.tui import text, today
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.days import Days
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.linked_list import LinkedList
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.study.reviewing.outlook import Outlook
    from civicsquiz.study.reviewing.queue import Entry, Pair, Queue
    from civicsquiz.tui.background import Background

_MOST_LEECHES = 9
_MOST_SURE = 50
_BEGIN, _SURE = "begin", "sure"
_ENTER = {
    _BEGIN: ("review", "Begin the review"),
    _SURE: ("ask again", "Ask again what you were certain of, and had wrong"),
}


class ReviewScreen(PageScreen[None]):
    """Says what is asked today; Enter begins with it."""

    SCROLLS = False
    HOLDS_PLACE = True
    IN_HELP = ("begin", "sure", "app.search", "app.glossary")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "begin", "review", show=False, tooltip="Begin the review"),
        Binding("w", "sure", "certain and wrong", show=False,
                tooltip="Ask again what you were certain of, and had wrong"),
        Binding("slash", "app.search", "search", show=False, key_display="/",
                tooltip="Search in everything"),
        Binding("g", "app.glossary", "words", show=False, tooltip="Words to know"),
        *(Binding(str(n), f"read({n})", "read", show=False) for n in range(1, _MOST_LEECHES + 1)),
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("q", "leave", "back", show=False),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self._queue: Queue | None = None
        self._leeches: tuple[Pair, ...] = ()
        self._sure: tuple[str, ...] = ()
        self._looking: Background | None = None
        self._left = False

    def head(self) -> TopLine:
        day = self.builder.today
        return TopLine("Today", f"{today.weekday(day)}, {today.date_in_words(day)}")

    def body(self) -> Iterable[Widget]:
        yield Prose(id="due")
        yield LinkedList(enter="review")
        yield Days()

    @property
    def _list(self) -> LinkedList:
        return self.query_one(LinkedList)

    @property
    def settled(self) -> bool:
        """Whether all that is looked up beside the screen is there."""
        return self._looking is not None and self._looking.done

    def on_unmount(self) -> None:
        self._left = True

    def on_screen_resume(self) -> None:
        """Also after a review, when less is due."""
        try:
            cards = today.deck(self.builder)
            look = today.outlook(self.builder, cards)
            self._queue = today.queue(self.builder, cards, "")
        except CivicsquizError as error:
            self._say(one_line(str(error)))
            return
        found = (self.builder.at_hand.find(card.item) for card in look.leeches)
        self._leeches = tuple(pair for pair in found if pair is not None)[:_MOST_LEECHES]
        self._say(_due_in_words(self._queue, look))
        self._list_them()
        self.query_one(Days).show(look.days)
        self._look_back()

    def _say(self, told: str) -> None:
        self.query_one("#due", Prose).update(told)

    # ---- certain and wrong: the whole log has to be gone through

    def _look_back(self) -> None:
        from civicsquiz.tui.background import Background

        self._looking = Background(self.app, "certain and wrong", self._steps)
        self._looking.moved.subscribe(self, self._looked)
        self._looking.start()

    def _steps(self) -> Iterator[tuple[int, int]]:
        """In a thread, which ends early where the screen has been left."""
        from civicsquiz.record.events import Event, EventType
        from civicsquiz.study.reviewing.confident import confident_queue, confidently_wrong

        builder = self.builder
        types = (EventType.ANSWERED, EventType.UNDONE, EventType.REDONE)

        def events() -> Iterator[Event]:
            for event in builder.store.events(learner_uuid=builder.learner.uuid, types=types):
                if self._left:
                    return
                yield event

        entries = confident_queue(confidently_wrong(events()), builder.at_hand, _MOST_SURE)
        self._sure = tuple(entry.ref for entry in entries)
        yield 1, 1

    def _looked(self, looking: Background) -> None:
        if looking is self._looking and looking.done:
            self._list_them()

    # ---- the list

    @property
    def _narrow(self) -> bool:
        return self.size.width < text.NARROW

    def on_resize(self) -> None:
        if self._queue is not None:
            self._list_them()

    def _list_them(self) -> None:
        """What can be begun or read; the arrows stay where they are."""
        rows = [*self._begins(), *self._slipping()]
        options, at = self._list, self._list.highlighted
        options.clear_options()
        options.add_options(rows)
        options.display = options.can_focus = bool(rows)
        if at is not None and at < len(rows) and not rows[at].disabled:
            options.highlighted = at
        else:
            options.action_first()
        if rows:
            options.focus()
        self.refresh_bindings()

    @on(LinkedList.OptionHighlighted)
    def _moved(self, message: LinkedList.OptionHighlighted) -> None:
        does, tooltip = _ENTER.get(str(message.option_id), ("read", "Read its passage"))
        self._list.say_enter(does, tooltip)
        self.refresh_bindings()

    def _begins(self) -> Iterator[Option]:
        if self._queue and self._queue.entries:
            lead = text.styled(" v  ", f"bold {text.ACCENT}")
            yield Option(lead + text.styled("Begin the review", text.BOLD), id=_BEGIN)
        if count := len(self._sure):
            lead = text.styled(" w  ", f"bold {text.ACCENT}")
            answers = "1 answer" if count == 1 else f"{count} answers"
            told = f"{answers} certain, and wrong"
            if not self._narrow:
                told = f"{answers} you were certain of, and wrong"
            yield Option(lead + Content(told), id=_SURE)

    def _slipping(self) -> Iterator[Option]:
        if count := len(self._leeches):
            few = "" if self._narrow else " question" if count == 1 else " questions"
            what = f"{count}{few} {'keeps' if count == 1 else 'keep'} slipping"
            which = "its passage" if count == 1 else "their passages"
            yield Option(Content(""), disabled=True)
            told = f"{what}: read {which}{'' if self._narrow else '.'}"
            yield Option(text.styled(told, text.QUIET), disabled=True)
        for number, (_, item) in enumerate(self._leeches, 1):
            lead = text.styled(f" {number}  ", f"bold {text.ACCENT}")
            yield Option(lead + Content(item.stem), id=str(number))

    @on(LinkedList.OptionSelected)
    def _take_up(self, message: LinkedList.OptionSelected) -> None:
        if message.option_id == _BEGIN:
            self.action_begin()
        elif message.option_id == _SURE:
            self.action_sure()
        else:
            self.action_read(int(str(message.option_id)))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "begin":
            return bool(self._queue and self._queue.entries)
        return bool(self._sure) if action == "sure" else True

    # ---- what can be done

    def action_begin(self) -> None:
        """The review of the day, in an order that is drawn now."""
        seed = self.builder.new_seed()
        try:
            queue = today.queue(self.builder, today.deck(self.builder), seed)
        except CivicsquizError as error:
            self._say(one_line(str(error)))
            return
        self._play(queue.entries, seed, "Review")

    def action_sure(self) -> None:
        from civicsquiz.study.reviewing.confident import confident_queue

        entries = confident_queue(self._sure, self.builder.at_hand)
        self._play(entries, self.builder.new_seed(), "Certain, and wrong")

    def _play(self, entries: Sequence[Entry], seed: str, title: str) -> None:
        if not entries:
            return
        try:
            session = self.builder.session(
                today.questions(self.builder, entries, seed), mode=Mode.REVIEW, seed=seed, title=title,
                leeches=frozenset(entry.ref for entry in entries if entry.leech),
            )  # fmt: skip
        except CivicsquizError as error:
            self._say(one_line(str(error)))
            return
        self.quiz_app.play(session)

    def action_read(self, number: int) -> None:
        """Open the passages that a question rests on, in their source."""
        from civicsquiz.study.feedback import explain
        from civicsquiz.study.reader import by_place, stops_of
        from civicsquiz.study.selection import question
        from civicsquiz.tui.screens.reader import ReaderScreen

        if number > len(self._leeches):
            return
        asked = question(*self._leeches[number - 1], "")
        shelf = self.builder.shelf_of([asked])
        stops = stops_of(asked.bank, explain(asked, (), shelf).passages, shelf)
        if stops:
            in_place = by_place(stops)
            self.app.push_screen(ReaderScreen(in_place, in_place.index(stops[0])))

    def action_leave(self) -> None:
        self.app.pop_screen()


def _due_in_words(queue: Queue, look: Outlook) -> str:
    """What is asked today, or kind words; and what cannot be asked any more."""
    told = _asked(queue) if queue.entries else _nothing(queue, look)
    if queue.gone:
        is_ = "question is" if queue.gone == 1 else "questions are"
        told = f"{told} {queue.gone} due {is_} in no bank any more.".strip()
    return told


def _asked(queue: Queue) -> str:
    due = f"{queue.reviews} {'question is' if queue.reviews == 1 else 'questions are'} due"
    new = f"{queue.new} {'is' if queue.new == 1 else 'are'} new"
    told = f"{due}, and {new}." if queue.reviews and queue.new else f"{due}."
    if not queue.reviews:
        which = "question" if queue.new == 1 else "questions"
        told = f"Nothing is due. {queue.new} new {which} to meet."
    return f"{told} More wait for another day." if queue.more else told


def _nothing(queue: Queue, look: Outlook) -> str:
    today_ = look.days[0][0]
    if look.next_due is None:
        return "Nothing to review yet. What you answer comes back here before you forget it."
    if look.next_due > today_:
        when = today.on_day(look.next_due, today_)
        return f"Nothing is due today: you are up to date. The next comes {when}."
    return "" if queue.gone else "That is all for today: what is still due comes back tomorrow."

"""Home: what matters today, and the banks there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from civicsquiz.errors import CivicsquizError, RecordDamaged
from civicsquiz.source.visible import one_line
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.bank_list import BankList
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.linked_list import LinkedList
from civicsquiz.tui.widgets.today_list import GOES_ON, REVIEW, Offer, TodayList
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.tui.today import Waiting

FIRST = "What you answer is kept here, and comes back before you forget it."
_LET_GO = "Let go of it? It is not offered again; your answers stay. Press x again."
_DONE = object()


class HomeScreen(PageScreen[None]):
    """Lists the library; Enter practises a bank. What needs the record comes after the first frame."""

    SCROLLS = False
    HOLDS_PLACE = True
    IN_HELP = (
        "go_on", "review", "let_go", "app.switch_certainty", "app.search", "app.glossary", "app.quit"
    )  # fmt: skip
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "let_go('here')", "let go", tooltip="Let go of this session"),
        Binding("x", "let_go", "let go", show=False, tooltip="Let go of the session that waits"),
        Binding("t", "test", "test", tooltip="Test: feedback at the end"),
        Binding("u", "tutor", "tutor", tooltip="Tutor: several tries, with hints"),
        Binding("s", "stats", "statistics", tooltip="Statistics: how you are doing"),
        Binding("r", "read", "read", tooltip="Read the sources"),
        Binding(GOES_ON, "go_on", "continue", show=False, tooltip="Continue where you were"),
        Binding(REVIEW, "review", "review", show=False, tooltip="Review: what is due today"),
        Binding("y", "app.switch_certainty", "certainty", show=False,
                tooltip="Be asked how sure you are, or not"),
        Binding("slash", "app.search", "search", show=False, key_display="/",
                tooltip="Search in everything"),
        Binding("g", "app.glossary", "words", show=False, tooltip="Words to know"),
        Binding("q", "app.quit", "quit", show=False, tooltip="Quit"),
        Binding("escape", "app.quit", "quit", show=False),
        *(Binding(str(n), f"pick({n})", f"Bank {n}", show=False) for n in range(1, 10)),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__()
        self.settled = False
        """Whether all is shown that the record says."""
        self._waiting: Waiting | None = None
        self._knowing: Iterator[None] = iter(())
        self._known = False
        self._begun = False
        self._letting_go = False

    # ---- what is shown

    def head(self) -> TopLine:
        return TopLine("civicsquiz", "every answer opens the passage that proves it")

    def body(self) -> Iterable[Widget]:
        yield Prose(id="trouble")
        yield Prose(id="clock")
        with Vertical(id="today"):
            yield TodayList()
            yield Prose(FIRST, classes="quiet", id="first")
        yield Prose("Pick a bank of questions.", classes="quiet", id="pick")
        yield BankList(
            self.builder.library.listed(),
            enter="practice",
            tooltip="Practice: feedback after each answer",
        )
        yield Prose(id="about", classes="quiet")

    @property
    def _banks(self) -> BankList:
        return self.query_one(BankList)

    @property
    def _today(self) -> TodayList:
        return self.query_one(TodayList)

    def on_mount(self) -> None:
        banks, today = self._banks, self._today
        banks.above, today.below = today, banks
        for name in ("#trouble", "#clock", "#first"):
            self.query_one(name).display = False
        banks.focus()
        banks.action_first()

    def on_screen_resume(self) -> None:
        """The list can be read before anything of the record is asked for."""
        self.settled = False
        self._knowing = self._know_in_steps()
        self.call_after_refresh(self._know_more, self._knowing)
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """While the list is read: all that the first quiz would have to wait for."""
        from civicsquiz.study import feedback, selection  # noqa: F401
        from civicsquiz.tui.screens import quiz  # noqa: F401

    # ---- what the record says

    def know(self) -> None:
        """Ask the record what matters today, and show it."""
        self._knowing = iter(())
        for _ in self._know_in_steps():
            pass
        self.settled = True

    def _know_more(self, knowing: Iterator[None]) -> None:
        """One step; what was pressed meanwhile goes before the next."""
        if knowing is not self._knowing:
            return
        self.settled = next(knowing, _DONE) is _DONE
        if not self.settled:
            self.call_later(self._know_more, knowing)

    def _know_in_steps(self) -> Iterator[None]:
        from civicsquiz.tui import keeping, offers, today

        builder = self.builder
        self._find_trouble()
        yield
        try:
            self._waiting = today.waiting(builder)
            going_on = offers.going_on(self._waiting)
            before = (one for one in self._today.offers if one.key == REVIEW)
            self._show_today([*going_on, *before])
            yield
            warnings = today.warnings(builder)
            self._say_above("clock", one_line(warnings))
            self._say_whose()
            cards = today.deck(builder)
            self._begun = bool(cards.cards)
            self._banks.tell(today.standings(cards.cards, builder.today))
            yield
            review = offers.review(builder, cards) if self._begun else ()
            self._show_today([*going_on, *review])
            self._say_first()
            if not self._begun and (back := today.bringing_back(builder)):
                self._say_above("clock", one_line(f"{warnings} {back}".strip()))
        except RecordDamaged as error:  # met where it was not looked at in opening
            self.quiz_app.trouble = keeping.told(error)
            builder.keep_nothing()
            self._say_trouble(self.quiz_app.trouble)
        except CivicsquizError as error:  # such as another program: what is done says so itself
            self._say_trouble(Content(one_line(str(error))))

    def _find_trouble(self) -> None:
        """Before anything is begun: whether what is answered can be kept."""
        from civicsquiz.tui import keeping

        try:
            keeping.check(self.builder)
        except CivicsquizError as error:
            self.quiz_app.trouble = keeping.told(error)
            self.builder.keep_nothing()
        self._known = True
        self._say_trouble(self.quiz_app.trouble)

    def _say_trouble(self, told: Content | None) -> None:
        self._say_above("trouble", told)
        self.query_one("#today").display = told is None or bool(self._today.offers)

    def _say_above(self, name: str, told: Content | str | None) -> None:
        prose = self.query_one(f"#{name}", Prose)
        prose.update(told or "")
        prose.display = bool(told)
        self.set_class(bool(told), f"-{name}")

    def _say_first(self) -> None:
        """How learning goes here, to somebody who has not answered anything."""
        first = not self._begun and not self._today.offers
        self._today.display = not first
        self.query_one("#first").display = first

    def _say_whose(self) -> None:
        """Whose record it is, where several are kept here or one was named."""
        from civicsquiz.tui import today

        if told := one_line(today.whose(self.builder)):
            self.query_one(TopLine).show(told)

    def _show_today(self, offers: Sequence[Offer]) -> None:
        today = self._today
        had_focus = today.has_focus
        today.show(offers)
        self.query_one("#today").display = self.quiz_app.trouble is None or bool(offers)
        if had_focus and today.highlighted is None:
            self._banks.focus()
        self._letting_go = False
        self._tell()

    @on(LinkedList.OptionHighlighted)
    def _moved(self) -> None:
        self._tell()

    def on_descendant_focus(self) -> None:
        self._tell()

    def _tell(self) -> None:
        """What the arrows stand on, under the lists."""
        told = ""
        offer = self._today.offer
        self._letting_go = self._letting_go and offer is not None and offer.key == GOES_ON
        if offer:
            told = _LET_GO if self._letting_go else offer.about
            self._today.say_enter(offer.does)
        elif bank := self._banks.picked:
            told = f"{bank.description} {bank.as_of}".strip()
        self.say(told)
        self.refresh_bindings()

    def say(self, told: str) -> None:
        """Say something under the lists, until the arrows move."""
        self.query_one("#about", Prose).update(told)

    # ---- what can be done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "go_on":
            return self._waiting is not None
        if action == "review":
            return self._begun
        offer = self._today.offer if self.is_mounted else None
        if action == "let_go":
            here = offer is not None and offer.key == GOES_ON
            return here if parameters else self._waiting is not None and not here
        if action in ("test", "tutor"):
            return offer is None and self.is_mounted and self._banks.picked is not None
        return True

    @on(TodayList.OptionSelected, "TodayList")
    def _take_up(self, message: TodayList.OptionSelected) -> None:
        if message.option_id == GOES_ON:
            self.action_go_on()
        else:
            self.action_review()

    def action_pick(self, number: int) -> None:
        if self._banks.pick(number):
            self.action_practise()

    @on(BankList.OptionSelected, "BankList")
    def action_practise(self) -> None:
        self._open("practice")

    def action_test(self) -> None:
        self._open("test")

    def action_tutor(self) -> None:
        self._open("tutor")

    def _open(self, mode: str) -> None:
        from civicsquiz.tui import beginning

        bank = self._banks.picked
        if bank is not None and self._may_begin():
            beginning.begin(self, bank.entry, mode)

    def _may_begin(self) -> bool:
        """Whether it has been said if nothing is kept."""
        if self._known:
            return True
        self._find_trouble()
        return self.quiz_app.trouble is None

    def action_go_on(self) -> None:
        from civicsquiz.tui import beginning

        if self._waiting and not beginning.go_on(self, self._waiting.session_id):
            self.know()

    def action_let_go(self, here: str = "") -> None:
        """Say what it means, and the second time do it. A test is explained as far as it has answers."""
        from civicsquiz.tui import beginning

        if self._letting_go and self._waiting:
            beginning.let_go(self, self._waiting.session_id)
            self.know()
            return
        if not here:
            self._today.enter_from(0)
        self._letting_go = True
        self._tell()

    def action_review(self) -> None:
        from civicsquiz.tui.screens.review import ReviewScreen

        self.app.push_screen(ReviewScreen())

    def action_stats(self) -> None:
        from civicsquiz.tui.screens.stats import StatsScreen

        if self._may_begin():
            self.app.push_screen(StatsScreen())

    def action_read(self) -> None:
        from civicsquiz.tui.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen())

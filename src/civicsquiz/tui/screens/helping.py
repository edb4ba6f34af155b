"""What a tutor adds while a question is asked: tries, hints, looking things up, a passage to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.widget import Widget

from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.asking import AskingScreen
from civicsquiz.tui.screens.recording import recorded
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.tutor import Hints, Tried, costs

if TYPE_CHECKING:
    from civicsquiz.study.coaching import Reading
    from civicsquiz.study.passages import Quoted
    from civicsquiz.study.session import Session
    from civicsquiz.tui.widgets.read_first import ReadFirst

_HELP = {"hint": "h", "look_up": "l", "all_hints": "e"}
"""Actions by their keys; where a key is the letter of an option, its capital."""


class HelpingScreen(AskingScreen):
    """Helps with the questions of `session`, where its mode has help."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.set_class(self.tutoring, "-tutor")
        self._warned = False
        self._can_hint = False
        self._read_first: ReadFirst | None = None

    @property
    def tutoring(self) -> bool:
        """Whether questions have several tries."""
        return self.session.mode is Mode.TUTOR

    def helping_parts(self) -> Iterable[Widget]:
        if self.tutoring:
            yield Tried()
            yield Hints()
            yield Prose(classes="quiet", id="costs")

    def glossary_texts(self) -> Sequence[str]:
        if self.session.reading and self._read_first:
            return self._read_first.texts
        return super().glossary_texts()

    # ---- tries

    @property
    def told_tries(self) -> str:
        """Which try it is, while a question is asked: "try 1 of 3"."""
        session = self.session
        if not self.tutoring or not session.asking or session.reading or session.tries == 1:
            return ""
        return f"try {session.tries - session.tries_left + 1} of {session.tries}"

    def show_help(self, *, asked: bool) -> None:
        """What has been tried, the hints so far, and what more would cost."""
        if not self.tutoring:
            return
        session = self.session
        self._can_hint = asked and session.can_hint  # the keys ask for it often
        if asked:
            question = session.question
            tried = [question.write(attempt.response) for attempt in session.attempts]
            self.answering.tried(tried)
        self.query_one(Tried).show(session.attempts if asked else ())
        self.query_one(Hints).show(session.hints if asked else ())
        self._put("#costs", self._costs() if asked else "")

    def _costs(self) -> str:
        session = self.session
        return costs(
            session.tries, session.tries_left, session.price,
            hint=self._key("h") if self._can_hint else "",
            look_up=self._key("l") if session.can_look_up else "",
            looked_up=session.looked_up,
        )  # fmt: skip

    def _key(self, letter: str) -> str:
        """The key of this letter, or its capital where the letter means an option; where it would be
        typed, first out of the field."""
        if self.answering.TYPED:
            return f"Esc {letter}"
        return letter.upper() if letter in self.answering.letters else letter

    def tell_not_yet(self) -> None:
        """A try was not right and left another."""
        self.show_help(asked=True)
        self.set_focus(self.answering.target, scroll_visible=False)
        self.call_after_refresh(self._into_sight, Tried)

    def _into_sight(self, kind: type[Widget]) -> None:
        widget = self.query_one(kind)
        top = widget.virtual_region.y
        last = self.query_one("#costs").virtual_region.bottom
        room = self.page.size.height
        if last > self.page.scroll_target_y + room:
            self.page.scroll_to(y=min(top, last - room), animate=False, force=True)
        self.call_after_refresh(self.refresh_bindings)

    # ---- hints

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        asked = self._asked is not None
        if action in _HELP and asked and self.tutoring:
            if bool(parameters) != (_HELP[action] in self.answering.letters):
                return False
            if action == "all_hints":
                return len(self.query_one(Hints).hints) > 1
            return self._can_hint if action == "hint" else self.session.can_look_up
        if action in _HELP:
            return False
        if action == "done_reading":
            return self.session.reading is not None
        return super().check_action(action, parameters)

    @recorded
    def action_hint(self, _by: str = "") -> None:
        self.session.hint()
        self.note("")
        self.show_top()
        self.show_help(asked=True)
        self.call_after_refresh(self._into_sight, Hints)

    def action_all_hints(self, _by: str = "") -> None:
        """All hints in full, or the newest alone."""
        hints = self.query_one(Hints)
        hints.whole = not hints.whole
        self.call_after_refresh(self.refresh_bindings)

    # ---- looking up

    @recorded
    def action_look_up(self, _by: str = "") -> None:
        """Search the sources for the answer. What it costs is said before."""
        from civicsquiz.tui.screens.search import SearchScreen

        session = self.session
        if not session.looked_up and not self._warned:
            self._warned = True
            from civicsquiz.study.tries import price_in_marks

            marks = price_in_marks(session.price)
            price = f"a try and {marks}" if session.tries_left > 1 else f"{marks}, not this try"
            self.note(
                f"Looking it up costs {price}. Press {self._key('l').removeprefix('Esc ')} again to do it."
            )
            return
        session.look_up()
        self._warned = False
        self.note("")
        self.show_top()
        self.show_help(asked=True)
        self.app.push_screen(SearchScreen(looking_up=session.question))

    def take_back_warning(self) -> bool:
        """Forget that looking up was begun, if it was; whether it was."""
        if not self._warned:
            return False
        self._warned = False
        self.note("")
        return True

    def ask(self, opening: str) -> None:
        self._warned = False
        super().ask(opening)

    # ---- reading

    def reading_parts(self) -> Iterable[Widget]:
        """What is read from, in the modes that send one to read."""
        if self.session.mode in (Mode.TUTOR, Mode.REVIEW):
            from civicsquiz.tui.widgets.read_first import ReadFirst

            self._read_first = ReadFirst()
            yield self._read_first

    def show_reading(self) -> None:
        """The passage that is to be read before the question, where there is one."""
        part, reading = self._read_first, self.session.reading
        if part is None:
            return
        if reading is None:
            part.hide()
            return
        from civicsquiz.study.opening import open_passage

        quoted = self._quoted(reading)
        opened = open_passage(reading.question.bank, quoted, self.shelf)
        part.show(self._why(reading), opened, quoted)

    def _quoted(self, reading: Reading) -> Quoted:
        """The evidence that is to be read, as a passage."""
        from civicsquiz.study.passages import passages_of

        wanted = reading.evidence
        passages = passages_of(reading.question, self.shelf)
        of_source = [one for one in passages if one.source == wanted.source]
        has_it = (one for one in of_source if wanted.selector.exact in one.text)
        return next(has_it, (of_source or passages)[0])

    def _why(self, reading: Reading) -> str:
        """What the passage is read for."""
        if not self.tutoring:
            return "This one keeps slipping away. Read where it stands; it comes once more."
        missed = reading.question
        topic = missed.bank.topic_name(missed.item.topic)
        count = sum(
            outcome.raw < 1
            and outcome.question.bank.id == missed.bank.id
            and outcome.question.item.topic == missed.item.topic
            for outcome in self.session.results().misses
        )
        misses = {1: "A miss", 2: "Two misses"}.get(count, "Another miss")
        return f"{misses} on {topic}: read this first."

    @recorded
    def action_done_reading(self) -> None:
        self.session.done_reading()
        self.show()

    def open_reading(self, reading: Reading) -> None:
        """Open its source at it."""
        from civicsquiz.study.reader import stops_of
        from civicsquiz.tui.screens.reader import ReaderScreen

        quoted = self._quoted(reading)
        self.app.push_screen(ReaderScreen(stops_of(reading.question.bank, [quoted], self.shelf)))

    def show(self) -> None:
        """Put on the screen what the session has come to."""
        raise NotImplementedError

    def show_top(self) -> None:
        """What stands in the line at the top."""
        raise NotImplementedError

"""What is on the screen while a question is asked: the stem, what it is answered with, how sure one is,
and a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget

from civicsquiz.bank.models import Bank
from civicsquiz.errors import ResponseError
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.explaining import ExplainingScreen
from civicsquiz.tui.screens.recording import recorded
from civicsquiz.tui.widgets.answering import Answering, widget_for
from civicsquiz.tui.widgets.how_sure import HowSure
from civicsquiz.tui.widgets.lines import Prose

if TYPE_CHECKING:
    from civicsquiz.study.session import Session


class _Page(VerticalScroll, inherit_bindings=False, can_focus=False):
    """The page; what it does not scroll by itself, the arrows are free for."""

    BINDINGS = [
        Binding("home", "scroll_home", "Top", show=False),
        Binding("end", "scroll_end", "Bottom", show=False),
    ]


class AskingScreen(ExplainingScreen):
    """Asks the questions of `session`. Half an answer is kept for whoever goes and comes back; `failed`
    is what could not be written down, to be tried again (see `recording`)."""

    session: Session

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.failed: Callable[[], None] | None = None
        self._widgets: dict[type[Answering], Answering] = {kind: kind() for kind in self._kinds()}
        for widget in self._widgets.values():
            widget.answered, widget.changed = self.action_answer, self._changed
        self._asked: int | None = None
        self._half_done: dict[int, tuple[str, str]] = {}
        self._put_already: dict[str, str] = {}

    def _kinds(self) -> Iterable[type[Answering]]:
        """What is answered with; questions that a tutor makes up ask for a quotation."""
        kinds = [widget_for(question.item) for question in self.session.questions]
        if self.session.mode in (Mode.TUTOR, Mode.REVIEW):
            from civicsquiz.tui.widgets.answering.quoting import Quoting

            kinds.append(Quoting)
        return dict.fromkeys(kinds)

    @property
    def bank(self) -> Bank:
        """The bank that the current question is from."""
        return self.session.question.bank

    def _page(self) -> VerticalScroll:
        return _Page(id="page")

    def asking_parts(self) -> Iterable[Widget]:
        """The widgets of the page, for `body`."""
        yield Prose(classes="quiet", id="as-of")
        yield Prose(classes="stem", id="stem")
        yield from self._widgets.values()
        if self.session.asks_certainty:
            yield HowSure(self.action_certain)
        yield from self.helping_parts()
        yield Prose(id="note")

    def helping_parts(self) -> Iterable[Widget]:
        """What helps to answer."""
        return ()

    def glossary_texts(self) -> Sequence[str]:
        if self._asked is None:
            return super().glossary_texts()
        question = self.session.question
        return [question.item.stem, *(one.text for one in (*question.prompts, *question.options))]

    @property
    def answering(self) -> Answering:
        """What the current question is answered with."""
        return self._widgets[widget_for(self.session.question.item)]

    @property
    def testing(self) -> bool:
        """Whether answers are kept and not yet graded."""
        return self.session.mode is Mode.TEST and not self.session.ended

    @property
    def at_the_answer(self) -> bool:
        """Whether keys go to what the question is answered with."""
        return self._asked is not None and self.focused is self.answering.target

    @property
    def unsent(self) -> bool:
        """Whether Enter would send something that the session does not have."""
        return self._differs(self.session.position)

    def _differs(self, position: int) -> bool:
        """Whether the answer on the screen is another than the session has at a position."""
        question, kept = self.session.questions[position], self.session.response(position)
        text = self._widgets[widget_for(question.item)].response_text
        if not text and kept is None:
            return not self.testing  # a test goes on without an answer
        try:
            return question.read(text) != kept
        except ResponseError:
            return True

    def ask(self, opening: str) -> None:
        """Put the session's current question, with the answer that it has so far. The one that is
        asked already stays as it is."""
        session, question, answering = self.session, self.session.question, self.answering
        if self._asked == session.position:
            return
        self._stop_asking()
        self._asked = session.position
        self._put("#as-of", opening)
        self._put("#stem", question.item.stem)
        of, half_done = self._half_done.pop(session.position, ("", ""))
        if of != question.ref:
            half_done = ""
        kept = question.write(session.response(session.position) or ())
        answering.show(question, half_done or kept)
        answering.display = True
        self.set_focus(answering.target, scroll_visible=False)
        for other in self._widgets.values():
            other.display = other is answering
        self._show_certainty(asked=True)
        self.note("This is not kept yet." if half_done and self.testing else "")

    def hide_asking(self) -> None:
        """Make room for what explains an answer."""
        if self._asked is not None:
            self.set_focus(None)  # now: the frame that hides it would have to be drawn again
        self._stop_asking()
        for selector in ("#as-of", "#stem"):
            self._put(selector, "")
        for widget in self._widgets.values():
            widget.display = False
        self._show_certainty(asked=False)

    def _stop_asking(self) -> None:
        """Remember half an answer to the question that was asked last."""
        at, self._asked = self._asked, None
        if at is None or at >= len(self.session.questions):
            return
        if self.session.outcome_at(at) is not None:
            return
        question = self.session.questions[at]
        answering = self._widgets[widget_for(question.item)]
        if not answering.AT_ONCE and answering.response_text and self._differs(at):
            self._half_done[at] = question.ref, answering.response_text

    def ask_anew(self) -> None:
        """Put the question that is asked once more, with nothing in it."""
        self._asked = None

    def keep_unsent(self) -> None:
        """A test keeps a whole answer that was not sent, when one goes elsewhere. One that is not
        whole, or misspelt, waits.

        Raises:
            RecordError: it could not be kept.
        """
        answering = self.answering
        if self.testing and self._asked is not None and self.unsent and not answering.AT_ONCE:
            with suppress(ResponseError):
                self.session.answer(answering.response_text, sent=False)

    @property
    def waiting(self) -> frozenset[int]:
        """The positions whose answer on the screen the session does not have."""
        waiting = set(self._half_done)
        if self._asked is not None and self.answering.response_text and self.unsent:
            waiting.add(self.session.position)
        return frozenset(waiting)

    def keep(self) -> None:
        """Say that a test has kept an answer."""
        question, answering = self.session.question, self.answering
        if answering.AT_ONCE:
            kept = self.session.response(self.session.position)
            answering.show(question, question.write(kept or ()))
        answering.settle()
        self.note("Kept. Enter goes on; you can change it until you submit.")

    def note(self, told: str) -> None:
        """Say something below the answer, and bring it into sight."""
        self._put("#note", told)
        if told:
            self.call_after_refresh(self.query_one("#note").scroll_visible, animate=False)

    def _put(self, selector: str, told: str) -> None:
        if self._put_already.get(selector) != told:
            self._put_already[selector] = told
            prose = self.query_one(selector, Prose)
            prose.display = bool(told)
            prose.update(told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "again":
            return self.failed is not None
        if action == "send":
            return self.at_the_answer and self.answering.ready and self.unsent
        if action == "take_up":
            return self._asked is not None and not self.at_the_answer
        if action == "leave_field":
            return self.at_the_answer and self.answering.TYPED
        if action == "pick_here":
            return self.at_the_answer and self.answering.can_pick
        if action == "take_back":
            return self.at_the_answer and self.answering.can_take_back
        if action == "certain":
            return self._asked is not None and self.session.asks_certainty
        return True

    def key_label(self, binding: Binding) -> str:
        if binding.action == "name_keys":
            return self.answering.keys
        return super().key_label(binding)

    def _changed(self) -> None:
        """What was said of the answer before may no longer be so."""
        self.failed = None
        self.note("")
        self.refresh_bindings()

    def action_again(self) -> None:
        """Once more what could not be written down."""
        if self.failed is not None:
            self.failed()

    def action_answer(self, response: str) -> None:
        """Answer with a response text; what cannot be taken is said in the note."""
        raise NotImplementedError

    def action_send(self) -> None:
        self.action_answer(self.answering.response_text)

    def action_take_up(self) -> None:
        """Back to the answer, where the focus had left it."""
        self.set_focus(self.answering.target)

    def action_leave_field(self) -> None:
        """Out of the field, so that letters are keys again."""
        self.set_focus(None)

    def action_pick_here(self) -> None:
        self.answering.pick_here()

    def action_take_back(self) -> None:
        self.answering.take_back()

    @recorded
    def action_certain(self, certainty: int) -> None:
        """Say how sure one is, or the same a second time to say nothing."""
        session = self.session
        session.say_certainty(None if session.certainty == certainty else certainty)
        self._show_certainty(asked=True)
        self.call_after_refresh(self.query_one(HowSure).scroll_visible, animate=False)

    def _show_certainty(self, *, asked: bool) -> None:
        if self.session.asks_certainty:
            how_sure = self.query_one(HowSure)
            how_sure.display = asked
            how_sure.certainty = self.session.certainty

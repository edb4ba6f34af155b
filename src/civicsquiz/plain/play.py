"""Playing sessions in lines: every line typed leads to one action of the session.

Nothing of the quiz is decided here. What is kept is where the reader is (`helping.Place`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TextIO

from civicsquiz.bank.models import Bank
from civicsquiz.plain import ending, pages
from civicsquiz.plain.asking import LeftOut, ask_before_showing, at_question
from civicsquiz.plain.before import before_all
from civicsquiz.plain.commands import Command, read_command
from civicsquiz.plain.desk import Desk, Look, Surroundings
from civicsquiz.plain.ending import Wish
from civicsquiz.plain.helping import Place
from civicsquiz.plain.talk import Ended, Talk
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.glossary import Glossary
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode, Session

Again = Callable[[Sequence[Question], Mode], Session]
"""Makes a new session over some of the questions: those that were missed, or not left out."""

INTERRUPTED = 130
NOT_RECORDED = 2


def run(
    session: Session,
    read: Iterable[str],
    write: TextIO,
    *,
    shelf: Shelf,
    glossary: Glossary | Callable[[Bank], Glossary] | None = None,
    again: Again | None = None,
    echo: bool | None = None,
    note: str = "",
    look: Look | None = None,
    today: date | None = None,
    goes_on: str = "",
) -> int:
    """Play `session` until it ends, the input ends or the reader leaves; returns the exit status.

    `shelf` opens passages in their sources, `glossary` explains words: one for all banks, or made
    for each. With `again` the misses can be tried once more, and questions left out. `echo` as for
    `Talk`. `note` is a sentence on a session that goes on, `goes_on` the command that does so later.
    `look` searches the sources in tutor mode, `today` is the learner's day. The status is 0,
    `INTERRUPTED` after Ctrl+C, and `NOT_RECORDED` where the last that was done could not be recorded.
    """
    words = glossary or Glossary(())
    made = words if callable(words) else lambda _: words
    around = Surroundings(shelf, made, look, today, goes_on, again is not None)
    desk = Desk(session, Talk(read, write, echo), around)
    desk.talk.say(pages.opening(session, note, looks=look is not None, leaves_out=around.again))
    ask_first = around.again and before_all(session) and bool(session.question.item.content)
    while True:
        try:
            if ask_first:
                ask_first = False
                ask_before_showing(desk)
            desk.show()
            wish = _play(desk)
            if wish is not Wish.AGAIN or again is None:
                return _status(desk)
            mode = Mode.TUTOR if desk.session.mode is Mode.TUTOR else Mode.PRACTICE
            desk = Desk(again(desk.session.missed(), mode), desk.talk, around)
            desk.talk.say(pages.opening_again(desk.session))
        except Ended:
            ending.leave(desk)
            return _status(desk)
        except LeftOut as left:
            with desk.recording():
                desk.session.abandon()
                if again is not None:
                    desk = Desk(again(left.questions, desk.session.mode), desk.talk, around)
                    desk.talk.say(pages.opening_without(desk.session))
        except KeyboardInterrupt:
            desk.talk.say()
            ending.leave(desk)
            return INTERRUPTED


def _status(desk: Desk) -> int:
    return NOT_RECORDED if desk.failed else 0


def _play(desk: Desk) -> Wish:
    """Ask until the results are due, and show them; again where an answer is taken back there."""
    while True:
        while not desk.session.finished:
            if desk.session.reading:
                from civicsquiz.plain.tutoring import at_reading

                at_reading(desk)
            elif desk.session.outcome is None:
                at_question(desk)
            else:
                _after_answer(desk)
        wish = ending.after_results(desk)
        if wish is not Wish.ON:
            return wish


def _after_answer(desk: Desk) -> None:
    session, desk.place = desk.session, Place.ANSWERED
    last = session.position == len(session.questions) - 1
    onward = "Enter for the results" if last else "Enter for the next"
    command, rest = read_command(desk.talk.ask(f"{onward}, o open, f flag, q quit, ? help: "))
    if command is Command.NEXT:
        with desk.recording():
            session.next()
            if not session.finished:
                desk.show()
    elif not desk.everywhere(command, rest):
        desk.talk.say(["This question is answered. Enter goes on, ? is help."])

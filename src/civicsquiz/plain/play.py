"""Playing sessions in lines: every line typed leads to one action of the session.

Nothing of the quiz is decided here. What is kept is where the reader is (`commands.Place`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from civicsquiz.errors import ResponseError
from civicsquiz.plain import ending, handing_in, pages
from civicsquiz.plain.commands import Command, Place, read_command
from civicsquiz.plain.desk import Desk
from civicsquiz.plain.talk import Ended, Talk
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode, Session

Again = Callable[[Sequence[Question]], Session]
"""Makes a new session over questions that were missed."""

INTERRUPTED = 130


def run(
    session: Session,
    read: Iterable[str],
    write: TextIO,
    *,
    shelf: Shelf,
    again: Again | None = None,
    echo: bool | None = None,
) -> int:
    """Play `session` until it ends, the input ends or the reader leaves; returns the exit status.

    `shelf` opens passages in their sources. With `again` the misses can be tried once more. `echo`
    as for `Talk`. The status is 0, and `INTERRUPTED` after Ctrl+C.
    """
    talk = Talk(read, write, echo)
    desk = Desk(session, talk, shelf)
    talk.say(pages.opening(session))
    while True:
        try:
            _play(desk)
            if not ending.wants_more(desk, can_repeat=again is not None) or again is None:
                return 0
        except Ended:
            ending.leave(desk)
            return 0
        except KeyboardInterrupt:
            talk.say()
            ending.leave(desk)
            return INTERRUPTED
        desk = Desk(again(desk.session.missed()), talk, shelf)
        talk.say(pages.opening_again(desk.session))


def _play(desk: Desk) -> None:
    """Ask until the results are due."""
    desk.show()
    while not desk.session.finished:
        if desk.session.outcome is None:
            _at_question(desk)
        else:
            _after_answer(desk)


def _at_question(desk: Desk) -> None:
    session, desk.place = desk.session, Place.QUESTION
    test = session.mode is Mode.TEST
    kept = session.response(session.position)
    now = f", now {session.question.write(kept)}" if kept else ""
    typed = desk.talk.ask(f"Your answer, {pages.numbers(session.question)}{now} (? help): ")
    command, rest = read_command(typed, session.question)
    if command is None or (command is Command.NEXT and not test):
        _answer(desk, typed)
    elif command is Command.OPEN:
        desk.talk.say(["The passage opens when your answer has been judged."])
    elif command in handing_in.COMMANDS:
        if test:
            handing_in.handle(desk, command)
        else:
            desk.talk.say(["That is for tests. This is practice."])
    elif not desk.everywhere(command, rest):
        desk.talk.say(["That is for the results, after the last question."])


def _answer(desk: Desk, typed: str) -> None:
    try:
        outcome = desk.session.answer(typed)
    except ResponseError as error:
        desk.talk.say([f"{error} For help type ?"])
        return
    if outcome:
        desk.talk.say(pages.feedback(outcome.feedback))
    else:
        handing_in.go_on(desk)


def _after_answer(desk: Desk) -> None:
    session, desk.place = desk.session, Place.ANSWERED
    last = session.position == len(session.questions) - 1
    onward = "Enter for the results" if last else "Enter for the next"
    command, rest = read_command(desk.talk.ask(f"{onward}, o open, f flag, q quit, ? help: "))
    if command is Command.NEXT:
        session.next()
        if not session.finished:
            desk.show()
    elif not desk.everywhere(command, rest):
        desk.talk.say(["This question is answered. Enter goes on, ? is help."])

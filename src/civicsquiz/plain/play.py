"""Playing sessions in lines: every line typed leads to one action of the session.

Nothing of the quiz is decided here. What is kept is where the reader is (`commands.Place`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TextIO

from civicsquiz.errors import ResponseError
from civicsquiz.plain import ending, handing_in, pages
from civicsquiz.plain.commands import (
    Command,
    Place,
    before_all,
    how_to_answer,
    meant_as_command,
    noted,
    read_command,
)
from civicsquiz.plain.desk import Desk
from civicsquiz.plain.talk import Ended, Talk
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.glossary import Glossary
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode, Session

Again = Callable[[Sequence[Question], Mode], Session]
"""Makes a new session over some of the questions: those that were missed, or not left out."""

INTERRUPTED = 130


class LeftOut(Exception):
    """The reader wants a session over `questions` only."""

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__()
        self.questions = questions


def run(
    session: Session,
    read: Iterable[str],
    write: TextIO,
    *,
    shelf: Shelf,
    glossary: Glossary | None = None,
    again: Again | None = None,
    echo: bool | None = None,
) -> int:
    """Play `session` until it ends, the input ends or the reader leaves; returns the exit status.

    `shelf` opens passages in their sources, `glossary` explains words. With `again` the misses can be tried once more. `echo`
    as for `Talk`. The status is 0, and `INTERRUPTED` after Ctrl+C.
    """
    talk = Talk(read, write, echo)
    words = glossary or Glossary(())
    desk = Desk(session, talk, shelf, words)
    talk.say(pages.opening(session))
    ask_first = bool(session.questions[0].item.content)
    while True:
        try:
            if ask_first:
                ask_first = False
                _ask_before_showing(desk)
            _play(desk)
            if not ending.wants_more(desk, can_repeat=again is not None) or again is None:
                return 0
        except Ended:
            ending.leave(desk)
            return 0
        except LeftOut as left:
            desk = Desk(
                again(left.questions, session.mode) if again else session, talk, shelf, words
            )
            talk.say(pages.opening_without(desk.session))
            continue
        except KeyboardInterrupt:
            talk.say()
            ending.leave(desk)
            return INTERRUPTED
        desk = Desk(again(desk.session.missed(), Mode.PRACTICE), talk, shelf, words)
        talk.say(pages.opening_again(desk.session))


def _play(desk: Desk) -> None:
    """Ask until the results are due."""
    desk.show()
    while not desk.session.finished:
        if desk.session.outcome is None:
            _at_question(desk)
        else:
            _after_answer(desk)


def _ask_before_showing(desk: Desk) -> None:
    """A question that a content note is about is not shown before the note can be answered."""
    while True:
        typed = desk.talk.ask("The first question is one of them. Enter shows it, x leaves out: ")
        command, _ = read_command(typed)
        if command is Command.NEXT:
            return
        if command is Command.QUIT:
            raise Ended
        if command is Command.LEAVE_OUT:
            _before_all(desk, command)


def _at_question(desk: Desk) -> None:
    session, desk.place = desk.session, Place.QUESTION
    test = session.mode is Mode.TEST
    kept = session.response(session.position)
    now = f", now {session.question.write(kept)}" if kept else ""
    typed = desk.talk.ask(f"Your answer, {how_to_answer(session.question)}{now} (? help): ")
    command, rest = read_command(typed, session.question)
    if command is None or (command is Command.NEXT and not test):
        _answer(desk, typed)
    elif command is Command.OPEN:
        desk.talk.say(["The passage opens when your answer has been judged."])
    elif command in (Command.READ, Command.LEAVE_OUT):
        _before_all(desk, command)
    elif command in handing_in.COMMANDS:
        if test:
            handing_in.handle(desk, command)
        else:
            desk.talk.say(["That is for tests. This is practice."])
    elif not desk.everywhere(command, rest):
        desk.talk.say(["That is for the results, after the last question."])


def _before_all(desk: Desk, command: Command) -> None:
    """What can be done until the first answer."""
    session = desk.session
    left = noted(session)
    if not before_all(session):
        desk.talk.say(["That is for before the first answer."])
    elif command is Command.READ:
        desk.read_first()
    elif left and len(left) < len(session.questions):
        raise LeftOut([one for at, one in enumerate(session.questions) if at not in left])
    else:
        desk.talk.say(["There is nothing to leave out."])


def _answer(desk: Desk, typed: str) -> None:
    if meant_as_command(typed, desk.session.question) and desk.asked_about != typed:
        desk.asked_about = typed
        desk.talk.say(
            [f"Commands have a colon here: :{typed}. To answer “{typed}”, type it again."]
        )
        return
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

"""A question is asked: the answer, how sure one is, and what else can be typed until then."""

from __future__ import annotations

from collections.abc import Sequence

from civicsquiz.errors import ResponseError
from civicsquiz.plain import handing_in
from civicsquiz.plain.before import before_all, noted
from civicsquiz.plain.commands import (
    CERTAINTIES,
    Command,
    how_to_answer,
    meant_otherwise,
    read_certainty,
    read_command,
)
from civicsquiz.plain.desk import Desk
from civicsquiz.plain.helping import Place
from civicsquiz.plain.layout import wrapped
from civicsquiz.plain.talk import Ended
from civicsquiz.record.certainty import Certainty
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode


class LeftOut(Exception):
    """The reader wants a session over `questions` only."""

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__()
        self.questions = questions


def ask_before_showing(desk: Desk) -> None:
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


def at_question(desk: Desk) -> None:
    """Ask for one line, and do what it says."""
    session, desk.place = desk.session, Place.QUESTION
    test = session.mode is Mode.TEST
    typed = desk.talk.ask(_prompt(desk))
    command, rest = read_command(typed, session.question)
    if session.mode is Mode.TUTOR and command is Command.HELP and _is_key(typed, "h"):
        command = Command.HINT  # as the key is on the screens; ? and help are help
    if command is None or (command is Command.NEXT and not test):
        _answer(desk, typed)
    elif command in CERTAINTIES:
        _say_certainty(desk, CERTAINTIES[command])
    elif command is Command.OPEN:
        desk.talk.say(["The passage opens when your answer has been judged."])
    elif command in (Command.READ, Command.LEAVE_OUT):
        _before_all(desk, command)
    elif command in (Command.HINT, Command.LOOK):
        from civicsquiz.plain import tutoring

        if command is Command.HINT:
            tutoring.show_hint(desk)
        else:
            tutoring.look_up(desk, rest)
    elif command in handing_in.COMMANDS:
        if test:
            handing_in.handle(desk, command)
        else:
            desk.talk.say([f"That is for tests. This is {session.mode}."])
    elif not desk.everywhere(command, rest):
        desk.talk.say(["That is for the results, after the last question."])


def _is_key(typed: str, key: str) -> bool:
    """Whether a line is this letter alone, with or without a colon."""
    return typed.strip().removeprefix(":").strip().lower() == key


def _prompt(desk: Desk) -> str:
    session, question = desk.session, desk.session.question
    parts = [how_to_answer(question)]
    if kept := session.response(session.position):
        parts.append(f"now {question.write(kept)}")
    if session.certainty:
        parts.append(Certainty(session.certainty).words)
    if session.mode is Mode.TUTOR:
        from civicsquiz.plain import hints

        parts.append(hints.left(session.tries_left, session.tries))
    return f"Your answer, {', '.join(parts)} (? help): "


def _before_all(desk: Desk, command: Command) -> None:
    """What can be done until the first answer."""
    session = desk.session
    left = noted(session)
    if not before_all(session):
        desk.talk.say(["That is for before the first answer."])
    elif command is Command.READ:
        desk.read_first()
    elif desk.around.again and left and len(left) < len(session.questions):
        raise LeftOut([one for at, one in enumerate(session.questions) if at not in left])
    else:
        desk.talk.say(["There is nothing to leave out."])


def _say_certainty(desk: Desk, certainty: int | None) -> None:
    try:
        with desk.recording():
            desk.session.say_certainty(certainty)
            said = Certainty(certainty).words if certainty else "nothing said"
            desk.talk.say([f"How sure you are: {said}."])
    except ResponseError as error:
        desk.talk.say([str(error)])


def _answer(desk: Desk, typed: str) -> None:
    session, question = desk.session, desk.session.question
    sure = session.asks_certainty
    other = meant_otherwise(typed, question, sure=sure)
    if other and desk.asked_about != typed:
        desk.asked_about = typed
        told = f"Commands have a colon here: {other}. To answer “{typed}”, type it again."
        desk.talk.say(wrapped(told))
        return
    certainty = None
    if sure and not other:
        typed, certainty = read_certainty(typed, question)
    before = len(session.hints)
    try:
        with desk.recording():
            if certainty:
                question.read(typed)  # what is no answer says nothing of how sure one is
                session.say_certainty(certainty)
            outcome = session.answer(typed)
            if outcome:
                desk.say_outcome()
            elif session.mode is Mode.TUTOR:
                from civicsquiz.plain import tutoring

                tutoring.after_try(desk, before)
            else:
                handing_in.go_on(desk)
    except ResponseError as error:
        desk.talk.say([f"{error} For help type ?"])

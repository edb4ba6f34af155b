"""The end of a session: its results, each question on request, and the farewell."""

from __future__ import annotations

from enum import Enum

from civicsquiz.plain import before, results
from civicsquiz.plain.commands import Command, is_number, read_command
from civicsquiz.plain.desk import Desk
from civicsquiz.plain.helping import Place
from civicsquiz.study.session import Mode


class Wish(Enum):
    """What the reader wants after the results."""

    NOTHING = "to end"
    AGAIN = "to try the misses again"
    ON = "to answer what was taken back"


def leave(desk: Desk) -> None:
    """Keep a session that was left for another time, and say what came of it, unless that has been
    said. What could not be recorded before stays `failed`."""
    session, failed = desk.session, desk.failed
    with desk.recording():
        session.leave()
    desk.failed = desk.failed or failed
    if desk.told:
        return
    if not session.unanswered and session.results().asked:
        desk.talk.say(results.results(session))
    else:
        desk.talk.say(results.farewell(session, desk.around.goes_on))


def after_results(desk: Desk) -> Wish:
    """Show the results and each question on request; what is wanted then."""
    session = desk.session
    desk.talk.say(results.results(session))
    desk.place, desk.told = Place.RESULTS, True
    misses = session.results().misses
    if not misses and session.mode is not Mode.TEST:
        return Wish.NOTHING
    can_repeat = desk.around.again and bool(misses)
    desk.talk.say()
    again = ", again to try the misses again" if can_repeat else ""
    looks_at_one = False
    while True:
        typed = desk.talk.ask(f"A number to read why{again}, Enter to end: ")
        command, rest = read_command(typed)
        if command is Command.NEXT:
            return Wish.NOTHING
        if command is Command.AGAIN and can_repeat:
            return Wish.AGAIN
        if is_number(typed):
            looks_at_one = desk.go_to(typed) or looks_at_one
        elif command is Command.ALL:
            for at in range(len(session.questions)):
                looks_at_one = desk.go_to(str(at + 1))
        elif command is Command.DISCUSS:
            desk.talk.say(before.discussion(session.question.bank))
        elif command in (Command.OPEN, Command.FLAG, Command.PLAIN) and not looks_at_one:
            desk.talk.say(["Type the number of a question first."])
        elif not desk.everywhere(command, rest):
            desk.talk.say(["Type a number, or ? for what else there is."])
        if session.unanswered and not session.ended:
            desk.told = False
            return Wish.ON

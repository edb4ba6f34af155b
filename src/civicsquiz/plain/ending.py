"""The end of a session: its results, each question on request, and the farewell."""

from __future__ import annotations

from civicsquiz.plain import before, pages
from civicsquiz.plain.commands import Command, Place, is_number, read_command
from civicsquiz.plain.desk import Desk
from civicsquiz.study.session import Mode


def leave(desk: Desk) -> None:
    """Say what came of a session that was left, unless that has been said."""
    session = desk.session
    if desk.told:
        return
    if not session.unanswered and session.results().asked:
        desk.talk.say(pages.results(session))
    else:
        desk.talk.say([pages.farewell(session)])


def wants_more(desk: Desk, *, can_repeat: bool) -> bool:
    """Show the results and each question on request; whether the misses are to be tried again."""
    session = desk.session
    desk.talk.say(pages.results(session))
    desk.place, desk.told = Place.RESULTS, True
    misses = session.results().misses
    if not misses and session.mode is Mode.PRACTICE:
        return False
    can_repeat = can_repeat and bool(misses)
    desk.talk.say()
    again = ", again to try the misses again" if can_repeat else ""
    looks_at_one = False
    while True:
        typed = desk.talk.ask(f"A number to read why{again}, Enter to end: ")
        command, rest = read_command(typed)
        if command is Command.NEXT:
            return False
        if command is Command.AGAIN and can_repeat:
            return True
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

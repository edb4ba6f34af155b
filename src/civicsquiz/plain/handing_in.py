"""What only a test has: going on without an answer, marking, the overview, handing in."""

from __future__ import annotations

from civicsquiz.plain import results
from civicsquiz.plain.commands import Command, is_number, read_command
from civicsquiz.plain.desk import Desk
from civicsquiz.plain.helping import Place
from civicsquiz.plain.leaving import submit

COMMANDS = (Command.NEXT, Command.MARK, Command.OVERVIEW, Command.SUBMIT)
"""The commands that `handle` carries out."""


def handle(desk: Desk, command: Command | None) -> None:
    """Carry out one of `COMMANDS` at a question of a test."""
    session = desk.session
    if command is Command.NEXT:
        go_on(desk)
    elif command is Command.MARK:
        with desk.recording():
            session.toggle_mark()
            marked = session.position in session.marked
            desk.talk.say(["Marked for later." if marked else "No longer marked."])
    elif command is Command.OVERVIEW:
        _overview(desk)
    elif command is Command.SUBMIT:
        submit(desk)


def go_on(desk: Desk) -> None:
    """Go to the next question of a test, after the last one to the overview."""
    if desk.session.position < len(desk.session.questions) - 1:
        desk.session.next()
        desk.show()
    else:
        _overview(desk)


def _overview(desk: Desk) -> None:
    desk.place = Place.OVERVIEW
    desk.talk.say(results.overview(desk.session))
    while not desk.session.finished:
        typed = desk.talk.ask("A number to go there, submit to hand in, Enter to go back: ")
        command, rest = read_command(typed)
        if command in (Command.NEXT, Command.BACK):
            desk.show()
            return
        if command is Command.SUBMIT:
            submit(desk)
            if not desk.failed:
                return
        elif is_number(typed):
            if desk.go_to(typed):
                return
        elif command is Command.OVERVIEW:
            desk.talk.say(results.overview(desk.session))
        elif command is Command.FLAG or not desk.everywhere(command, rest):
            desk.talk.say(["Type a number, submit, or Enter."])

"""Leaving a session, for another time or for good, and handing a test in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civicsquiz.plain.commands import Command, read_command
from civicsquiz.plain.layout import wrapped
from civicsquiz.plain.talk import Ended
from civicsquiz.study.session import Mode

if TYPE_CHECKING:
    from civicsquiz.plain.desk import Desk


def leave(desk: Desk) -> None:
    """Leave; from a test with answers in one of three ways, or not at all.

    Raises:
        Ended: the reader leaves.
    """
    session = desk.session
    while session.mode is Mode.TEST and session.answered and not session.ended:
        later = (
            "later to go on another time" if desk.around.goes_on else "q to leave it unsubmitted"
        )
        desk.talk.say(
            wrapped(
                f"You have answered {len(session.answered)} of {len(session.questions)}. Type submit "
                f"to hand the test in, {later}, or give up: then what you answered is explained, "
                "and the rest does not count."
            )
        )
        word = "later" if desk.around.goes_on else "q"
        typed = desk.talk.ask(f"submit, {word}, give up, or Enter to stay: ")
        command, _ = read_command(typed)
        if command is Command.NEXT:
            return
        if command is Command.SUBMIT:
            submit(desk)
            return
        if command is Command.GIVE_UP:
            with desk.recording():
                session.abandon()
        elif command in (Command.LATER, Command.QUIT):
            break
    if not session.ended:
        raise Ended


def give_up(desk: Desk) -> None:
    """End the session for good, with the results of what was answered; a test is asked about first.

    Raises:
        Ended: nothing was answered.
    """
    if desk.session.mode is Mode.TEST:
        leave(desk)
        return
    with desk.recording():
        desk.session.abandon()
        if not desk.session.answered:
            raise Ended


def submit(desk: Desk) -> None:
    """Hand in; with questions left open only when that is said twice."""
    if left := desk.session.unanswered:
        numbers = ", ".join(str(at + 1) for at in left[:12]) + (", …" if left[12:] else "")
        desk.talk.say([f"No answer yet: {numbers}. Without one a question counts as wrong."])
        typed = desk.talk.ask("Type submit to hand in all the same, Enter to go back: ")
        if read_command(typed)[0] is not Command.SUBMIT:
            desk.show()
            return
    with desk.recording():
        desk.session.submit()

"""What only tutor mode has: hints, looking up, and reading before going on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from civicsquiz.errors import CivicsquizError, ResponseError
from civicsquiz.plain import hints
from civicsquiz.plain.commands import Command, colon_for, read_command
from civicsquiz.plain.desk import Desk
from civicsquiz.plain.helping import Place
from civicsquiz.plain.layout import wrapped
from civicsquiz.study.tries import price_in_marks

if TYPE_CHECKING:
    from civicsquiz.study.search import Hit

_MOST = 5
"""So many passages are shown."""


def show_hint(desk: Desk) -> None:
    """Show the next hint."""
    try:
        with desk.recording():
            price = price_in_marks(desk.session.price)
            shown = desk.session.hint()
            desk.talk.say(hints.hint(len(desk.session.hints), shown))
            left = desk.session.tries_left
            tries = "one try is" if left == 1 else f"{left} tries are"
            desk.talk.say(["", f"That cost a try and {price}; {tries} left."])
    except ResponseError as error:
        desk.talk.say([str(error)])


def after_try(desk: Desk, shown_before: int) -> None:
    """Say that the latest try was not right, and the hints that have come with it."""
    session = desk.session
    desk.talk.say(hints.attempt(session.question, session.attempts[-1]))
    for number, hint in enumerate(session.hints[shown_before:], shown_before + 1):
        desk.talk.say(hints.hint(number, hint))
    desk.talk.say()


def look_up(desk: Desk, words: str) -> None:
    """Search the sources for some words; the first time for a question only its price is said."""
    session, question = desk.session, desk.session.question
    if not session.can_look_up or desk.around.look is None:
        desk.talk.say(["There is nothing to look up here."])
        return
    words = words or desk.talk.ask("Which words? One line; Enter alone looks for nothing: ")
    if not words:
        return
    if question.ref not in desk.priced and not session.looked_up:
        desk.priced.add(question.ref)
        a_try = "a try and " if session.tries_left > 1 else ""
        last = "" if a_try else ", not this try"
        price = (
            f"Looking up costs {a_try}{price_in_marks(session.price)}{last}, once for a question."
        )
        again = f"To look it up, type it again: {colon_for(question)}look {words}"
        desk.talk.say([*wrapped(price), *wrapped(again)])
        return
    try:
        hits = desk.around.look(words)
    except CivicsquizError as error:
        desk.talk.say([str(error)])
        return
    found = _fair(desk, hits)
    if not found:
        but = " but what would answer another question" if hits else ""
        desk.talk.say(wrapped(f"Nothing was found for “{words}”{but}. That cost nothing."))
        return
    with desk.recording():
        session.look_up()
        desk.talk.say(hints.found(words, found))


def _fair(desk: Desk, hits: Sequence[Hit]) -> list[Hit]:
    """The passages that may be shown: those that this question rests on, and those that answer none
    that is still to come."""
    from civicsquiz.study.search import Kind, hidden_for

    question = desk.session.question
    hidden = hidden_for(one for one in desk.session.still_open if one.ref != question.ref)
    fair = [
        hit
        for hit in hits
        if hit.kind is Kind.PASSAGE
        and (
            (hit.bank == question.bank.id and question.item.id in hit.items)
            or not hidden.hides(hit)
        )
    ]
    return fair[:_MOST]


def at_reading(desk: Desk) -> None:
    """A passage has been shown that is to be read before the question is asked."""
    desk.place = Place.READING
    command, rest = read_command(desk.talk.ask("Enter when you have read it, ? help: "))
    if command is Command.NEXT:
        with desk.recording():
            desk.session.done_reading()
            desk.show()
    elif command in (Command.FLAG, Command.WORDS) or not desk.everywhere(command, rest):
        desk.talk.say(["Read the passage, then press Enter. The question comes after it."])

"""What can be typed besides an answer."""

from __future__ import annotations

from enum import Enum

from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode, Session


class Command(Enum):
    """A command, by everything that it can be typed as."""

    NEXT = ("", "n", "next")
    HELP = ("?", "h", "help")
    OPEN = ("o", "open")
    FLAG = ("f", "flag")
    BACK = ("b", "back")
    MARK = ("m", "mark")
    OVERVIEW = ("v", "overview")
    SUBMIT = ("s", "submit")
    AGAIN = ("again",)
    ALL = ("all",)
    QUIT = ("q", "quit", "exit")


_NAMES = {name: command for command in Command for name in command.value}


def read_command(typed: str, asked: Question | None = None) -> tuple[Command | None, str]:
    """The command that a line is, with what follows it; None where it is no command.

    While a true-false question is `asked`, "f" is the answer False and only "flag" flags.
    """
    name, _, rest = typed.strip().lower().partition(" ")
    if asked is not None and asked.item.type == "true-false" and name == "f":
        return None, ""
    command = _NAMES.get(name)
    if rest and command is not Command.OPEN:
        return None, ""
    return command, rest.strip()


def is_number(typed: str) -> bool:
    """Whether a line is the number of a question."""
    return typed.isascii() and typed.isdecimal()


class Place(Enum):
    """Where the reader is, which decides what a number means."""

    QUESTION = "a question to be answered"
    ANSWERED = "a question with its feedback"
    OVERVIEW = "the overview of a test"
    RESULTS = "the results"


def help_for(session: Session, place: Place) -> list[tuple[str, str]]:
    """What can be typed at a place, each with its meaning."""
    judgement = session.question.item.type == "true-false"
    lines = []
    if place is Place.QUESTION and judgement:
        lines = [("1 or 2", "answers; t and f do too")]
    elif place is Place.QUESTION:
        lines = [(f"1 to {len(session.question.options)}", "answers")]
    elif place is Place.OVERVIEW:
        lines = [("1, 2, 3 …", "goes to that question")]
    elif place is Place.RESULTS:
        lines = [
            ("1, 2, 3 …", "shows that question with its answer and its passage"),
            ("all", "shows all of them"),
            ("again", "asks the questions again that you missed"),
        ]
    if place in (Place.ANSWERED, Place.RESULTS):
        lines.append(("o", "opens the passage in its source; o 2 the second, if there are two"))
    if place is not Place.OVERVIEW:
        flag = "flag" if judgement and place is Place.QUESTION else "f"
        lines.append((flag, "says that something is wrong with this question"))
    if place in (Place.QUESTION, Place.ANSWERED):
        lines.append(("b", "goes back one question"))
    if session.mode is Mode.TEST and place is Place.QUESTION:
        lines.append(("m", "marks this question for later, or takes the mark away"))
        lines.append(("overview", "lists the questions with your answers"))
    if session.mode is Mode.TEST and place in (Place.QUESTION, Place.OVERVIEW):
        lines.append(("submit", "hands the test in"))
    lines.append(("q", "leaves"))
    if place is not Place.QUESTION or session.mode is Mode.TEST:
        lines.append(("Enter", _ENTER[place]))
    return lines


_ENTER = {
    Place.QUESTION: "goes on without an answer",
    Place.ANSWERED: "goes on",
    Place.OVERVIEW: "goes back to the question",
    Place.RESULTS: "ends",
}

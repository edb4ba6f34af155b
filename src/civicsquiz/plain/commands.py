"""What can be typed besides an answer."""

from __future__ import annotations

from enum import Enum

from civicsquiz.bank.items import Number
from civicsquiz.study.answering.pairing import letter
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
    PLAIN = ("p", "plain")
    READ = ("r", "read")
    WORDS = ("w", "words")
    LEAVE_OUT = ("x",)
    DISCUSS = ("d", "discuss")
    AGAIN = ("again",)
    ALL = ("all",)
    QUIT = ("q", "quit", "exit")


_NAMES = {name: command for command in Command for name in command.value}


def read_command(typed: str, asked: Question | None = None) -> tuple[Command | None, str]:
    """The command that a line is, with what follows it; None where it is no command.

    A colon in front makes a command of what could be an answer. While a question is `asked` that a
    word answers, only "?" does without; while a true-false question is, "f" is the answer False.
    """
    line = typed.strip().lower()
    name, _, rest = line.removeprefix(":").partition(" ")
    type_ = asked.item.type if asked is not None and not line.startswith(":") else ""
    if (type_ == "true-false" and name == "f") or (type_ == "short" and name not in ("", "?")):
        return None, ""
    command = _NAMES.get(name)
    if rest and command is not Command.OPEN:
        return None, ""
    return command, rest.strip()


def meant_as_command(typed: str, asked: Question) -> bool:
    """Whether an answer to a question that a word answers is the name of a command."""
    return asked.item.type == "short" and typed.strip().lower() in _NAMES


def is_number(typed: str) -> bool:
    """Whether a line is the number of a question."""
    return typed.isascii() and typed.isdecimal()


class Place(Enum):
    """Where the reader is, which decides what a number means."""

    QUESTION = "a question to be answered"
    ANSWERED = "a question with its feedback"
    OVERVIEW = "the overview of a test"
    RESULTS = "the results"


def how_to_answer(question: Question) -> str:
    """What can be typed as an answer, for a prompt."""
    item, count = question.item, len(question.options)
    match item.type:
        case "multiple":
            return f"all that are right, 1 to {count}, as in 1 3"
        case "match":
            letters = f"a to {letter(count)}"
            return f"each number with a letter, {letters}, as in 1b 2a"
        case "order":
            return "all numbers, first to last, as in 2 3 1"
        case "short":
            return "in a word or a few"
        case "number":
            unit = item.unit if isinstance(item, Number) else ""
            return f"a number of {unit}" if unit else "a number"
        case _:
            return f"1 {'or' if count == 2 else 'to'} {count}"


def help_for(session: Session, place: Place) -> list[tuple[str, str]]:
    """What can be typed at a place, each with its meaning."""
    question = session.question
    type_ = question.item.type
    judgement = type_ == "true-false"
    colon = ":" if type_ == "short" and place is Place.QUESTION else ""
    lines = []
    if place is Place.QUESTION and judgement:
        lines = [("1 or 2", "answers; t and f do too")]
    elif place is Place.QUESTION and colon:
        lines = [("a word", "answers; commands have a colon in front")]
    elif place is Place.QUESTION and type_ in ("choice", "evidence"):
        lines = [(f"1 to {len(question.options)}", "answers")]
    elif place is Place.QUESTION:
        lines = [("an answer", how_to_answer(question))]
    elif place is Place.OVERVIEW:
        lines = [("1, 2, 3 …", "goes to that question")]
    elif place is Place.RESULTS:
        lines = [
            ("1, 2, 3 …", "shows that question with its answer and its passage"),
            ("all", "shows all of them"),
            ("again", "asks the questions again that you missed"),
        ]
        if question.bank.discussion:
            lines.append(("d", "a question to talk about, with two sides"))
    if place in (Place.ANSWERED, Place.RESULTS):
        lines.append(("o", "opens the passage in its source; o 2 the second, if there are two"))
        lines.append(("p", "says in plain words what the passages say, where we have such words"))
    if place is Place.QUESTION and before_all(session):
        if question.bank.read_first or question.bank.vocabulary:
            lines.append((f"{colon}r", "a summary to read first"))
        if noted(session):
            lines.append((f"{colon}x", "leaves out the questions that the content note is about"))
    if place in (Place.QUESTION, Place.ANSWERED):
        lines.append((f"{colon}w", "explains the words of civics that stand here"))
    if place is not Place.OVERVIEW:
        flag = "flag" if judgement and place is Place.QUESTION else f"{colon}f"
        lines.append((flag, "says that something is wrong with this question"))
    if place in (Place.QUESTION, Place.ANSWERED):
        lines.append((f"{colon}b", "goes back one question"))
    if session.mode is Mode.TEST and place is Place.QUESTION:
        lines.append((f"{colon}m", "marks this question for later, or takes the mark away"))
        lines.append((f"{colon}overview", "lists the questions with your answers"))
    if session.mode is Mode.TEST and place in (Place.QUESTION, Place.OVERVIEW):
        lines.append((f"{colon}submit", "hands the test in"))
    lines.append((f"{colon}q", "leaves"))
    if place is not Place.QUESTION or session.mode is Mode.TEST:
        lines.append(("Enter", _ENTER[place]))
    return lines


def before_all(session: Session) -> bool:
    """Whether no question has been answered yet: what is to be read first is closed after that."""
    return not session.position and not session.answered and not session.submitted


def noted(session: Session) -> tuple[int, ...]:
    """The positions of the questions that a content note is about."""
    return tuple(at for at, one in enumerate(session.questions) if one.item.content)


_ENTER = {
    Place.QUESTION: "goes on without an answer",
    Place.ANSWERED: "goes on",
    Place.OVERVIEW: "goes back to the question",
    Place.RESULTS: "ends",
}

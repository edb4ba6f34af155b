"""What can be typed besides an answer."""

from __future__ import annotations

import re
from enum import Enum

from civicsquiz.bank.items import Number
from civicsquiz.study.answering.pairing import letter
from civicsquiz.study.question import Question


class Command(Enum):
    """A command, by everything that it can be typed as."""

    NEXT = ("", "n", "next")
    HELP = ("?", "h", "help")
    OPEN = ("o", "open")
    FLAG = ("f", "flag")
    BACK = ("b", "back")
    UNDO = ("u", "undo")
    REDO = ("redo",)
    GUESS = ("c1",)
    FAIRLY_SURE = ("c2",)
    CERTAIN = ("c3",)
    UNSAID = ("c0",)
    HINT = ("hint",)
    LOOK = ("look", "look up", "lookup")
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
    LATER = ("later",)
    GIVE_UP = ("give up", "giveup")
    QUIT = ("q", "quit", "exit")


_NAMES = {name: command for command in Command for name in command.value}

_FOLLOWED = (Command.OPEN, Command.LOOK)
"""The commands that something may follow."""

CERTAINTIES = {
    Command.UNSAID: None,
    Command.GUESS: 1,
    Command.FAIRLY_SURE: 2,
    Command.CERTAIN: 3,
}
"""What each command says of how sure somebody is."""

_SURE_TOO = re.compile(r"(.*\S)\s+(:?)c([1-3])", re.IGNORECASE)


def read_command(typed: str, asked: Question | None = None) -> tuple[Command | None, str]:
    """The command that a line is, with what follows it; None where it is no command.

    A colon in front makes a command of what could be an answer. While a question is `asked` that a
    word answers, only "?" does without; while a true-false question is, "f" is the answer False.
    """
    line = _with_capital(typed.strip())
    bare = line.removeprefix(":").strip()
    name, rest = _parted(bare)
    type_ = asked.item.type if asked is not None and not line.startswith(":") else ""
    if (type_ == "true-false" and name == "f") or (type_ == "short" and name not in ("", "?")):
        return None, ""
    command = _NAMES.get(name)
    if rest and command not in _FOLLOWED:
        return None, ""
    return command, rest


def _with_capital(typed: str) -> str:
    """Small letters, but for the key that has the capital on the screens too: U brings back."""
    return "redo" if typed in ("U", ":U") else typed.lower()


def _parted(line: str) -> tuple[str, str]:
    """The name that a line begins with, and what follows it."""
    for name in (line, *(two for two in ("look up",) if line.startswith(f"{two} "))):
        if name in _NAMES:
            return name, line[len(name) :].strip()
    name, _, rest = line.partition(" ")
    return name, rest.strip()


def meant_otherwise(typed: str, asked: Question, *, sure: bool) -> str:
    """How to type what an answer to a question that a word answers may have been meant as: a command,
    or with `sure`, an answer with how sure one is; empty where it is plainly an answer."""
    if asked.item.type != "short" or not typed:
        return ""
    name, rest = _parted(typed.strip().lower())
    command = _NAMES.get(name)
    if command and (not rest or command in _FOLLOWED):
        return f":{typed}"
    found = _SURE_TOO.fullmatch(typed) if sure else None
    return f"{found[1]} :c{found[3]}" if found and not found[2] else ""


def read_certainty(typed: str, asked: Question) -> tuple[str, int | None]:
    """An answer, and how sure it says to be at its end: "2 c3". After a word there is a colon: "the
    clerk :c3"."""
    found = _SURE_TOO.fullmatch(typed)
    if not found or (asked.item.type == "short" and not found[2]):
        return typed, None
    return found[1], int(found[3])


def is_number(typed: str) -> bool:
    """Whether a line is the number of a question."""
    return typed.isascii() and typed.isdecimal()


def colon_for(question: Question) -> str:
    """What stands before a command while this question is asked."""
    return ":" if question.item.type == "short" else ""


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

"""What a line that is typed means: an answer, a command, how sure one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from civicsquiz.plain.commands import Command, meant_otherwise, read_certainty, read_command

if TYPE_CHECKING:
    from tests.plain.conftest import Table

TYPED = "who-keeps-minutes"


@pytest.mark.parametrize(
    ("typed", "command", "rest"),
    [
        ("u", Command.UNDO, ""),
        (" REDO ", Command.REDO, ""),
        (":c3", Command.CERTAIN, ""),
        ("give up", Command.GIVE_UP, ""),
        ("look", Command.LOOK, ""),
        ("look up the Charter", Command.LOOK, "the charter"),
        ("look upon this", Command.LOOK, "upon this"),
        ("lookup x", Command.LOOK, "x"),
        ("o 2", Command.OPEN, "2"),
        ("hint 2", None, ""),
        ("c4", None, ""),
        ("", Command.NEXT, ""),
    ],
)
def test_commands(typed: str, command: Command | None, rest: str) -> None:
    """Only a command that takes something may be followed by it."""
    assert read_command(typed) == (command, rest)


@pytest.mark.parametrize("typed", ["hint", "u", "c3", "look minutes", "give up", "f"])
def test_a_word_may_be_the_answer(types: Table, typed: str) -> None:
    """Where a word answers, a command has a colon in front, and without one the reader is asked."""
    question = types.question(TYPED)
    assert read_command(typed, question) == (None, "")
    assert read_command(f":{typed}", question)[0] is not None
    assert meant_otherwise(typed, question, sure=False) == f":{typed}"


def test_false_is_an_answer(types: Table) -> None:
    """“f” answers a true-false question, and “:f” flags it."""
    question = types.question("minutes")
    assert read_command("f", question)[0] is None
    assert read_command(":f", question)[0] is Command.FLAG


@pytest.mark.parametrize(
    ("item", "typed", "answer", "certainty"),
    [
        ("seats", "2 c3", "2", 3),
        ("seats", "2  :C1", "2", 1),
        ("seats", "c3", "c3", None),
        ("seats", "2 c4", "2 c4", None),
        ("seats", "2c3", "2c3", None),
        ("said-by-the-mayor", "2 3 c2", "2 3", 2),
        ("numbers-of-the-town", "1c 2d 3b c1", "1c 2d 3b", 1),
        ("price", "4,000 c2", "4,000", 2),
        ("price", "4,000 :c2", "4,000", 2),
        (TYPED, "vitamin c3", "vitamin c3", None),
        (TYPED, "the clerk :c3", "the clerk", 3),
    ],
)
def test_certainty_after_an_answer(
    types: Table, item: str, typed: str, answer: str, certainty: int | None
) -> None:
    """It stands at the end, after a space; after words only with a colon."""
    assert read_certainty(typed, types.question(item)) == (answer, certainty)


def test_certainty_without_its_colon(types: Table) -> None:
    """After words the reader is asked whether it was meant, but only where it is asked for."""
    question = types.question(TYPED)
    assert meant_otherwise("clerk c3", question, sure=True) == "clerk :c3"
    assert meant_otherwise("clerk c3", question, sure=False) == ""
    assert meant_otherwise("clerk :c3", question, sure=True) == ""
    assert meant_otherwise("", question, sure=True) == ""

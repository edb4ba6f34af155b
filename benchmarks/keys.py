"""How long from a key to the frame that shows what it did, against a bare Textual app.

    python benchmarks/keys.py [KEYS]

A key is written to a pseudo-terminal; its time runs until everything that it changes has been read:
an arrow until the mark stands on the option, the key that sends an answer until outcome and the keys
below are those of an answered question, Enter until the next question is there. Keys come as from a
person who reads: each after the screen has been quiet for a while, the first half a second after the
start. All eight types are answered, half of the questions rightly; of an answer in several parts, or
a typed one, only the key that sends it counts.

The shipped banks are played one after the other, each in a process of its own; before each, the bare
app gets as many keys and shows each in its one Static. The first answer of each process, for which
the guides are read, is told by itself as well.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from terminal import Figure, Terminal, floor, percentile, program, surroundings, table

from civicsquiz.app import App
from civicsquiz.bank.models import Bank
from civicsquiz.study.beginning import has_beginning
from civicsquiz.study.grading import grade, verdict
from civicsquiz.study.question import Question
from civicsquiz.study.selection import select

AIM = 35.0
KEYS = 420
QUIET = 0.08
"""Seconds without a write after which a screen is taken to rest."""

READING = 0.5
"""Seconds that a person looks at the first screen, at the least."""

SEED = "1"
ONE_OPTION = ("choice", "true-false", "evidence")
TYPED = ("short", "number")
DOWN, UP, ENTER = "\x1b[B", "\x1b[A", "\r"


@dataclass(frozen=True)
class Key:
    """A key to press, what it is for, and what it makes the screen write. `before` are keys that are
    pressed before it, one after the other, and do not count."""

    key: str
    kind: str
    texts: tuple[str, ...]
    before: str = ""


def answer(question: Question, wrong_one: int) -> tuple[str, tuple[str, ...]]:
    """The keys that answer a question, and the response that they make. Where one option is chosen it
    is that of index `wrong_one`, which may be right; all else is answered rightly."""
    if question.item.type in ONE_OPTION:
        chosen = question.options[wrong_one % len(question.options)]
        return str(question.number(chosen.id)), (chosen.id,)
    response = question.item.key_response
    text = question.write(response)
    typed = text if question.item.type in TYPED else text.replace(" ", "")
    return typed + ENTER, response


def keys_for(questions: Sequence[Question]) -> Iterator[Key]:
    """Arrows over the options, an answer, Enter: for every question but the last, which has no
    next one."""
    for number, question in enumerate(questions[:-1], 1):
        if question.item.type in ("choice", "true-false"):
            yield Key(DOWN, "arrow", ("▸ 1",))
            yield Key(DOWN, "arrow", ("▸ 2",))
            yield Key(UP, "arrow", ("▸ 1",))
        keys, response = answer(question, number)
        outcome = verdict(grade(question.item, response))
        yield Key(keys[-1], "answer", (str(outcome), "next"), keys[:-1])
        following = questions[number].item.stem.split()
        yield Key(ENTER, "next", (f"{number + 1} of", " ".join(following[:4])))


def pressed(terminal: Terminal, key: Key) -> float:
    """Milliseconds until the key's effect is seen; waits for rest before and after."""
    terminal.settle(QUIET)
    for before in key.before:
        terminal.press(before)
        terminal.settle(QUIET / 4)
    terminal.settle(QUIET)
    began = terminal.press(key.key)
    return (terminal.wait(*key.texts) - began) * 1000


def begin(terminal: Terminal, bank: Bank, questions: Sequence[Question]) -> None:
    """Wait for the first question, past what is to be read before it."""
    terminal.wait(bank.title, "? help")
    if has_beginning(bank, questions):
        terminal.settle(QUIET)
        terminal.press(ENTER)
        terminal.wait(f"1 of {len(questions)}")
    terminal.settle(QUIET)


def once(bank: Bank, environment: dict[str, str]) -> None:
    """Play as far as the first answer."""
    questions = select([bank], seed=SEED)
    with Terminal(program("play", bank.id, "--seed", SEED), environment) as terminal:
        begin(terminal, bank, questions)
        keys, _ = answer(questions[0], 0)
        pressed(terminal, Key(keys[-1], "answer", ("next",), keys[:-1]))


def main(arguments: Sequence[str]) -> int:
    wanted = int(arguments[0]) if arguments else KEYS
    taken: dict[str, list[float]] = {"arrow": [], "answer": [], "next": []}
    first: list[float] = []
    lowest: list[float] = []
    with surroundings() as environment:
        library = App(env=environment).library
        banks = [bank for _, bank in library.banks() if isinstance(bank, Bank)]
        for bank in banks:  # compiles everything, and reads the guides that are cached from then on
            once(bank, environment)
        for bank in itertools.cycle(banks):
            questions = select([bank], seed=SEED)
            keys = list(keys_for(questions))
            with Terminal(floor(), environment) as terminal:
                terminal.wait("The floor is shown.")
                lowest.extend(
                    pressed(terminal, Key("x", "floor", (f"Key {number}.",)))
                    for number in range(1, len(keys) + 1)
                )
            answered = False
            with Terminal(program("play", bank.id, "--seed", SEED), environment) as terminal:
                begin(terminal, bank, questions)
                terminal.settle(READING)
                for key in keys:
                    time = pressed(terminal, key)
                    taken[key.kind].append(time)
                    if key.kind == "answer" and not answered:
                        answered = True
                        first.append(time)
            if sum(map(len, taken.values())) >= wanted:
                break

    every = [time for times in taken.values() for time in times]
    print(f"Key to paint, {len(every)} keys, and {len(lowest)} of the floor")
    floors = {of_100: percentile(lowest, of_100) for of_100 in (50, 99)}
    figures = [
        Figure("all keys, p50", percentile(every, 50), "ms", floors[50]),
        Figure("all keys, p99", percentile(every, 99), "ms", floors[99], AIM),
        *(Figure(f"{kind} ({len(times)}), p{of_100}", percentile(times, of_100), "ms",
                 floors[of_100])
          for kind, times in taken.items() for of_100 in (50, 99)),
        Figure(f"the first answer ({len(first)}), p50", percentile(first, 50), "ms", floors[50]),
        Figure(f"the first answer ({len(first)}), most", max(first), "ms", max(lowest)),
    ]  # fmt: skip
    return 1 if table(figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

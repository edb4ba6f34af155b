"""How long from a key to the frame that shows what it did, against a bare Textual app.

    python benchmarks/keys.py [KEYS]

A key is written to a pseudo-terminal; its time runs until everything that it changes has been read:
an arrow until the mark stands on the option, a digit until outcome and the keys below are those of
an answered question, Enter until the next question is there. Keys come as from a person who reads:
each after the screen has been quiet for a while, the first half a second after the start. The shipped banks are played one after the other,
each in a process of its own; before each, the bare app gets as many keys and shows each in its one
Static. The first answer of each process, for which the guides are read, is told by itself as well.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from terminal import Figure, Terminal, floor, percentile, program, surroundings, table

from civicsquiz.app import App
from civicsquiz.bank.models import Bank
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
DOWN, UP, ENTER = "\x1b[B", "\x1b[A", "\r"


@dataclass(frozen=True)
class Key:
    """A key to press, what it is for, and what it makes the screen write."""

    key: str
    kind: str
    texts: tuple[str, ...]


def keys_for(questions: Sequence[Question]) -> Iterator[Key]:
    """Arrows over the options, an answer, Enter: for every question but the last, which has no
    next one."""
    for number, question in enumerate(questions[:-1], 1):
        yield Key(DOWN, "arrow", ("▸ 1",))
        yield Key(DOWN, "arrow", ("▸ 2",))
        yield Key(UP, "arrow", ("▸ 1",))
        chosen = question.options[number % len(question.options)]
        outcome = verdict(grade(question.item, (chosen.id,)))
        digit = str(question.number(chosen.id))
        yield Key(digit, "answer", (str(outcome), "next"))
        following = questions[number].item.stem.split()
        yield Key(ENTER, "next", (f"{number + 1} of", " ".join(following[:4]), "answer"))


def pressed(terminal: Terminal, key: Key) -> float:
    """Milliseconds until the key's effect is seen; waits for rest before and after."""
    terminal.settle(QUIET)
    began = terminal.press(key.key)
    return (terminal.wait(*key.texts) - began) * 1000


def once(bank: Bank, environment: dict[str, str]) -> None:
    """Play as far as the first answer."""
    with Terminal(program("play", bank.id, "--seed", SEED), environment) as terminal:
        terminal.wait(bank.title, "? help")
        terminal.settle(QUIET)
        terminal.press("1")
        terminal.wait("next")


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
                terminal.wait(bank.title, "? help")
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

"""Home, a quiz and memory with a library of 10,000 items, against a bare Textual app.

    python benchmarks/library.py [ROUNDS]

The library (`libraries.py`: a hundred banks of a hundred items, each with its article) comes on top
of the shipped banks. Everything has been run once before, so that banks, guides and the catalogue of
the library are in the cache; the cold start, with an empty cache, is told as well.

A start is measured as in `start.py`, keys as in `keys.py`: arrows up and down through the banks of
Home, until the bank is set off in the list, and those of the first questions of some banks. When the
line below the list tells what the bank is about, and how long a bank takes to open, is told too, and
not among the keys. Memory is the peak (VmHWM) of a program in which Home was looked through, a bank
opened and its first questions answered.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import libraries
from keys import DOWN, ENTER, QUIET, READING, SEED, UP, Key, begin, keys_for, pressed
from start import first_frame
from terminal import (
    Figure,
    Terminal,
    floor,
    percentile,
    program,
    spread,
    surroundings,
    table,
)

from civicsquiz.app import App
from civicsquiz.bank.library import Listed
from civicsquiz.bank.models import Bank
from civicsquiz.study.selection import select

START_AIM, KEY_AIM, MEMORY_AIM = 1.25, 35.0, 55.0
ROUNDS = 20
STEPS = 40
"""Banks that the arrows go down in Home, and up again."""

OPENED = 5
QUESTIONS = 20
FLOOR = ("The floor is shown.",)


def words(text: str) -> str:
    """As much of a text as no line breaks."""
    return " ".join(text.split()[:4])


def home_texts(rows: Sequence[Listed]) -> tuple[str, ...]:
    """What stands on the first frame of Home: its first bank, what that is about, the keys."""
    return ("Pick a bank", rows[0].title, words(rows[0].description), "? help")


def home_rows(rows: Sequence[Listed]) -> Iterator[tuple[str, Listed]]:
    """Arrows down the list and up again, each with the bank that it goes to."""
    for row in rows[1 : STEPS + 1]:
        yield DOWN, row
    for row in reversed(rows[:STEPS]):
        yield UP, row


def through_home(
    terminal: Terminal, rows: Sequence[Listed]
) -> tuple[list[tuple[str, float]], list[float]]:
    """Every arrow through Home until the bank is set off, by its kind; and until it has told below
    the list what it is about."""
    keys, told = [], []
    for arrow, row in home_rows(rows):
        terminal.settle(QUIET)
        began = terminal.press(arrow)
        keys.append(("Home arrow", (terminal.wait(row.title) - began) * 1000))
        told.append((terminal.wait(words(row.description)) - began) * 1000)
    return keys, told


def opening(at: int, rows: Sequence[Listed], environment: dict[str, str]) -> float:
    """Opening the bank `at`, Home having been looked at for a while."""
    with Terminal(program(), environment) as terminal:
        terminal.wait(*home_texts(rows))
        terminal.settle(READING)
        for row in rows[1 : at + 1]:
            pressed(terminal, Key(DOWN, "arrow", (words(row.description),)))
        return pressed(terminal, Key(ENTER, "open", (f"1 of {rows[at].asked}", "? help")))


def in_quiz(bank: Bank, environment: dict[str, str]) -> list[tuple[str, float]]:
    """Every key of the first questions of a bank, by its kind."""
    questions = select([bank], seed=SEED)[: QUESTIONS + 1]
    with Terminal(program("play", bank.id, "--seed", SEED), environment) as terminal:
        begin(terminal, bank, questions)
        terminal.settle(READING)
        return [(key.kind, pressed(terminal, key)) for key in keys_for(questions)]


def bare_keys(count: int, environment: dict[str, str]) -> list[float]:
    """As many keys of the bare app."""
    with Terminal(floor(), environment) as terminal:
        terminal.wait(*FLOOR)
        return [
            pressed(terminal, Key("x", "floor", (f"Key {number}.",)))
            for number in range(1, count + 1)
        ]


def memory(rows: Sequence[Listed], environment: dict[str, str]) -> float:
    """MiB after Home was looked through, a bank opened there and its first questions answered."""
    with Terminal(program(), environment) as terminal:
        terminal.wait(*home_texts(rows))
        through_home(terminal, rows)
        pressed(terminal, Key(ENTER, "open", (f"1 of {rows[0].asked}", "? help")))
        for number in range(1, QUESTIONS + 1):
            pressed(terminal, Key("1", "answer", ("next",)))
            pressed(terminal, Key(ENTER, "next", (f"{number + 1} of",)))
        terminal.settle(QUIET)
        return terminal.status("VmHWM") / 1024


def bare_memory(keys: int, environment: dict[str, str]) -> float:
    with Terminal(floor(), environment) as terminal:
        terminal.wait(*FLOOR)
        for number in range(1, keys + 1):
            pressed(terminal, Key("x", "floor", (f"Key {number}.",)))
        return terminal.status("VmHWM") / 1024


def main(arguments: Sequence[str]) -> int:
    rounds = max(2, int(arguments[0])) if arguments else ROUNDS
    with surroundings() as plain:
        made = libraries.write(Path(plain["HOME"], "library"))
        environment = plain | made.environment
        first_frame(program("--version"), ("civicsquiz",), environment)  # compiles
        rows = list(App(env=environment).library.listed())
        shutil.rmtree(environment["CIVICSQUIZ_HOME"])
        cold = first_frame(program(), home_texts(rows), environment)
        library = App(env=environment).library
        banks = [library.load(row.entry) for row in rows[10:90:20]]
        in_quiz(banks[0], environment)

        lowest, starts = [], []
        for _ in range(rounds):
            lowest.append(first_frame(floor(), FLOOR, environment))
            starts.append(first_frame(program(), home_texts(rows), environment))

        with Terminal(program(), environment) as terminal:
            terminal.wait(*home_texts(rows))
            terminal.settle(READING)
            keys, told = through_home(terminal, rows)
        bare = bare_keys(len(keys), environment)
        opened = [opening(at, rows, environment) for at in range(OPENED)]
        for bank in banks:
            played = in_quiz(bank, environment)
            bare += bare_keys(len(played), environment)
            keys += played

        count = 2 * STEPS + 1 + 2 * QUESTIONS
        sizes = [memory(rows, environment) for _ in range(3)]
        low_sizes = [bare_memory(count, environment) for _ in range(3)]

    every = [time for _, time in keys]
    kinds = {kind: [time for one, time in keys if one == kind] for kind, _ in keys}
    items = sum(row.items for row in rows)
    print(f"A library of {len(rows)} banks with {items:,} items, medians of {rounds} starts")
    start_floor = statistics.median(lowest)
    floors = {of_100: percentile(bare, of_100) for of_100 in (50, 99)}
    figures = [
        Figure("Home", statistics.median(starts), "ms", start_floor, START_AIM, of_ratio=True),
        Figure("Home, cold, once", cold, "ms", start_floor),
        Figure(f"all keys ({len(every)}), p50", percentile(every, 50), "ms", floors[50]),
        Figure(f"all keys ({len(every)}), p99", percentile(every, 99), "ms", floors[99], KEY_AIM),
        *(Figure(f"{kind} ({len(times)}), p{of_100}", percentile(times, of_100), "ms",
                 floors[of_100])
          for kind, times in kinds.items() for of_100 in (50, 99)),
        Figure("what a bank of Home is about, p50", percentile(told, 50), "ms", floors[50]),
        Figure(f"opening a bank ({len(opened)}), p50", percentile(opened, 50), "ms", floors[50]),
        Figure(f"memory, {count} keys", statistics.median(sizes), "MiB",
               statistics.median(low_sizes), MEMORY_AIM),
    ]  # fmt: skip
    missed = table(figures)
    print(f"  the floor: {spread(lowest)}")
    print(f"  Home: {spread(starts)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

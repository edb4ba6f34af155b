"""The most memory that playing a bank to its results takes, against a bare Textual app.

    python benchmarks/memory.py [ROUNDS]

Measured as the process's peak resident set (VmHWM in /proc/PID/status) when the results stand, and
for the floor after as many keys; medians of some rounds, in MiB. Everything has been run once
before, so that no bank and no guide is parsed. Modules that the program loads beyond the bare app's
and that take most are listed where the aim is missed.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence

from keys import ENTER, QUIET, SEED, Key, answer, begin, pressed
from terminal import Figure, Terminal, floor, program, spread, surroundings, table

from civicsquiz.app import App
from civicsquiz.bank.models import Bank
from civicsquiz.study.question import Question
from civicsquiz.study.selection import select

AIM = 50.0
ROUNDS = 5

_GROWTH = """
import builtins, json, sys
def resident():
    return int(open("/proc/self/statm").read().split()[1])
own, open_, real = {}, [0.0], builtins.__import__
def weighed(name, globals=None, locals=None, fromlist=(), level=0):
    if name in sys.modules or level:
        return real(name, globals, locals, fromlist, level)
    before = resident()
    open_.append(0.0)
    try:
        return real(name, globals, locals, fromlist, level)
    finally:
        grown, inner = resident() - before, open_.pop()
        own[name] = own.get(name, 0.0) + (grown - inner) / 256
        open_[-1] += grown
from textual.app import App
from textual.widgets import Static
builtins.__import__ = weighed
import civicsquiz.cli, civicsquiz.cli.play, civicsquiz.cli.parser
import civicsquiz.tui.app, civicsquiz.tui.screens.quiz, civicsquiz.tui.screens.results
import civicsquiz.study.feedback, civicsquiz.record.record, civicsquiz.record.store
json.dump(own, sys.stdout)
"""


def played(bank: Bank, questions: Sequence[Question], environment: dict[str, str]) -> float:
    """MiB at the results, with every question answered."""
    command = program("play", bank.id, "--seed", SEED)
    with Terminal(command, environment) as terminal:
        begin(terminal, bank, questions)
        for number, question in enumerate(questions, 1):
            keys, _ = answer(question, number)
            pressed(terminal, Key(keys[-1], "answer", ("next",), keys[:-1]))
            terminal.settle(QUIET)
            terminal.press(ENTER)
            if number < len(questions):
                terminal.wait(f"{number + 1} of")
        terminal.wait("Results")
        terminal.settle(QUIET)
        return terminal.status("VmHWM") / 1024


def bare(keys: int, environment: dict[str, str]) -> float:
    """MiB of the bare app after so many keys."""
    with Terminal(floor(), environment) as terminal:
        terminal.wait("The floor is shown.")
        for number in range(1, keys + 1):
            terminal.settle(QUIET)
            terminal.press("x")
            terminal.wait(f"Key {number}.")
        return terminal.status("VmHWM") / 1024


def heaviest(environment: dict[str, str], most: int = 12) -> list[tuple[float, str]]:
    """The modules that make the process grow most by themselves, in MiB, beyond the bare app's."""
    command = [sys.executable, "-c", _GROWTH]
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    own: dict[str, float] = json.loads(told.stdout)
    return sorted(((size, name) for name, size in own.items()), reverse=True)[:most]


def main(arguments: Sequence[str]) -> int:
    rounds = max(2, int(arguments[0])) if arguments else ROUNDS
    with surroundings() as environment:
        library = App(env=environment).library
        banks = [bank for _, bank in library.banks() if isinstance(bank, Bank)]
        longest = max(banks, key=lambda bank: len(bank.asked))
        questions = select([longest], seed=SEED)
        keys = sum(1 + len(answer(question, 0)[0]) for question in questions)
        played(longest, questions, environment)
        bare(1, environment)
        lowest, sizes = [], []
        for _ in range(rounds):
            lowest.append(bare(keys, environment))
            sizes.append(played(longest, questions, environment))
        print(f"Peak memory, {longest.id} played to its results, medians of {rounds}")
        name = f"{len(questions)} questions, {keys} keys"
        missed = table(
            [Figure(name, statistics.median(sizes), "MiB", statistics.median(lowest), AIM)]
        )
        print(f"  the floor: {spread(lowest)}")
        print(f"  {name}: {spread(sizes)}")
        if missed or "--imports" in arguments:
            print("what makes the process grow most beyond Textual, by itself:")
            for size, module in heaviest(environment):
                print(f"  {size:6.2f} MiB  {module}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

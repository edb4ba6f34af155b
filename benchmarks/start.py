"""How long until civicsquiz shows its first frame, against a bare Textual app.

    python benchmarks/start.py [ROUNDS]

Measured from just before the process is forked until everything that stands on the first frame, from
its first line to the keys in its last, has been read from a pseudo-terminal. Each round starts the
bare app, Home and a quiz once each, in turn, so that the machine's moods touch all alike; the
ratios are of medians. Everything has been run once before: modules are compiled, banks are cached.

The cold figures are first starts with an empty cache, when the banks have to be parsed.

It also makes sure that no warm start imports what only parsing needs.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from terminal import Figure, Missing, Terminal, floor, program, spread, surroundings, table

from civicsquiz.app import App
from civicsquiz.bank.models import Bank
from civicsquiz.study.beginning import paragraphs

AIM = 1.25
ROUNDS = 40
COLD_ROUNDS = 5
NEVER_WARM = ("pydantic", "pydantic_core", "yaml", "markdown_it")

_DUMPED = """
import atexit, json, sys
atexit.register(lambda: open(sys.argv[1], "w").write(json.dumps(sorted(sys.modules))))
from civicsquiz.cli import main
sys.exit(main(sys.argv[2:]))
"""
_IMPORTED = "import civicsquiz.cli.parser, civicsquiz.tui.app, civicsquiz.tui.screens."


BANK = "eighth-amendment"
SEED = "1"


@dataclass(frozen=True)
class Start:
    """A way to start, and texts of its first frame: from its top, its middle and its last line."""

    name: str
    arguments: tuple[str, ...]
    texts: tuple[str, ...]


def starts(environment: dict[str, str]) -> tuple[Start, Start]:
    """Home and a quiz, with what the banks say that they show."""
    library = App(env=environment).library
    banks = [bank for _, bank in library.banks() if isinstance(bank, Bank)]
    played = library.load(library.find(BANK))
    read_first = paragraphs(played)[0]
    return (
        Start(
            "Home (civicsquiz)",
            (),
            ("Pick a bank", banks[0].title, banks[-1].title, _words(banks[0].description),
             "? help"),
        ),
        Start(
            f"a quiz (play {BANK} --seed {SEED})",
            ("play", BANK, "--seed", SEED),
            (played.title, _words(played.as_of or ""), _words(read_first), "? help"),
        ),
    )  # fmt: skip


def _words(text: str) -> str:
    """As much of a text as no line breaks."""
    return " ".join(text.split()[:4])


_FLOOR_TEXTS = ("The floor is shown.",)


def first_frame(command: Sequence[str], texts: Sequence[str], environment: dict[str, str]) -> float:
    """Milliseconds from the fork to the first frame."""
    with Terminal(command, environment) as terminal:
        return (terminal.wait(*texts) - terminal.started) * 1000


def cold(start: Start, environment: dict[str, str]) -> list[float]:
    """Starts with an empty cache."""
    times = []
    for _ in range(COLD_ROUNDS):
        shutil.rmtree(environment["CIVICSQUIZ_HOME"], ignore_errors=True)
        times.append(first_frame(program(*start.arguments), start.texts, environment))
    return times


def modules(start: Start, environment: dict[str, str]) -> set[str]:
    """What a warm start has imported when it ends, a moment after its first frame."""
    into = Path(environment["HOME"]) / "modules.json"
    command = [sys.executable, "-c", _DUMPED, str(into), *start.arguments]
    with Terminal(command, environment) as terminal:
        terminal.wait(*start.texts)
        terminal.settle(0.5)
    return set(json.loads(into.read_text(encoding="utf-8")))


def heaviest(screen: str, environment: dict[str, str], most: int = 12) -> list[tuple[float, str]]:
    """The modules that cost most by themselves, in ms, of those the bare app does not import."""
    told = []
    for code in ("from textual.app import App; from textual.widgets import Static",
                 _IMPORTED + screen):  # fmt: skip
        command = [sys.executable, "-X", "importtime", "-c", code]
        lines = subprocess.run(
            command, env=environment, check=True, capture_output=True, text=True
        ).stderr.splitlines()
        parts = [line.removeprefix("import time:").split("|") for line in lines[1:]]
        told.append({part[2].strip(): int(part[0]) / 1000 for part in parts if len(part) == 3})
    bare, ours = told
    return sorted(((ours[name], name) for name in ours if name not in bare), reverse=True)[:most]


def main(arguments: Sequence[str]) -> int:
    rounds = int(arguments[0]) if arguments else ROUNDS
    with surroundings() as environment:
        home, quiz = both = starts(environment)
        for start in both:  # compiles everything
            first_frame(program(*start.arguments), start.texts, environment)
        first_frame(floor(), _FLOOR_TEXTS, environment)
        chilled = {start: cold(start, environment) for start in both}
        first_frame(program(), home.texts, environment)

        lowest: list[float] = []
        warm: dict[Start, list[float]] = {home: [], quiz: []}
        for _ in range(rounds):
            lowest.append(first_frame(floor(), _FLOOR_TEXTS, environment))
            for start, times in warm.items():
                times.append(first_frame(program(*start.arguments), start.texts, environment))

        print(f"Start to first frame, medians of {rounds} (cold: of {COLD_ROUNDS})")
        bare = statistics.median(lowest)
        figures = [
            *(Figure(start.name, statistics.median(times), "ms", bare, AIM, of_ratio=True)
              for start, times in warm.items()),
            *(Figure(f"{start.name}, cold", statistics.median(times), "ms", bare)
              for start, times in chilled.items()),
        ]  # fmt: skip
        missed = table(figures)
        print(f"  the floor: {spread(lowest)}")
        for start, times in warm.items():
            print(f"  {start.name}: {spread(times)}")
            ratios = [time / least for time, least in zip(times, lowest, strict=True)]
            low, middle, high = statistics.quantiles(ratios, n=4)
            print(f"    ratio round by round: {middle:.2f}, quartiles {low:.2f} to {high:.2f}")
        for start in both:
            present = modules(start, environment) & set(NEVER_WARM)
            if present:
                raise Missing(f"a warm start of {start.name} imports {', '.join(sorted(present))}")
        print(f"  no warm start imports {', '.join(NEVER_WARM)}")
        if missed or "--imports" in arguments:
            for screen in ("home", "quiz"):
                print(f"heaviest imports beyond Textual's, {screen}, by themselves:")
                for cost, name in heaviest(screen, environment):
                    print(f"  {cost:6.2f} ms  {name}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

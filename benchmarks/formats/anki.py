"""A deck of 1,000 and of 10,000 questions written and read, beside genanki alone.

    python -m benchmarks.formats.anki [ROUNDS]

Both write the same fields into a package, in turn; medians of some rounds. Ours is everything from the
questions to the bytes: fields spelt as HTML, parts of the explanation, details, GUIDs and losses. genanki's
is given the finished fields, and writes a package as it does of itself, uncompressed and by way of two
files. Reading, which genanki cannot do, stands beside the same writing. Memory is what Python asks for at
most (tracemalloc).
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import genanki
from benchmarks.libraries import Language
from benchmarks.terminal import Figure, table

from civicsquiz.formats import anki
from civicsquiz.formats.anki.collection import opened
from civicsquiz.formats.anki.own import model
from civicsquiz.formats.portable import Answer, Collection, Kind, Portable, Text

SIZES = (1_000, 10_000)
ROUNDS = 5
WRITING, READING = 3.0, 3.0
"""Times genanki's time."""


def bank(size: int) -> Collection:
    """So many choices, each with a passage."""
    said = Language(1)
    questions = []
    for number in range(size):
        general = (
            f"{said.sentence(12, 25)}.\n\nThe passage that proves it: “{said.sentence(9, 32)}”\n[Report],"
            f" paragraph 3\n\nStated as fact.\n\nNot in the article: {said.sentence(15, 30)}."
        )
        right = Answer(Text(said.name()), Decimal(1), id=f"r{number}")
        wrong = [
            Answer(Text(said.name()), Decimal(0), Text(said.sentence(8, 15)), id=f"w{number}-{at}")
            for at in range(3)
        ]
        questions.append(
            Portable(
                kind=Kind.CHOICE,
                stem=Text(f"Who {said.said(9, 24)}?"),
                id=f"item-{number}",
                name=f"item-{number}",
                answers=(wrong[0], right, *wrong[1:]),
                general=Text(general),
                category=("Bank", f"Topic {number % 7}"),
                tags=(f"topic:topic-{number % 7}", "stance:fact"),
            )
        )
    return Collection(tuple(questions), title="Bank", language="en", id="bank")


def alone(written: Path, data: bytes) -> Callable[[], object]:
    """genanki with the fields, tags and GUIDs of a package."""
    notes = opened(data, "bank.apkg").notes

    def write() -> None:
        kind, deck = model(), genanki.Deck(1_500_000_000, "Bank")
        for note in notes:
            deck.add_note(
                genanki.Note(model=kind, fields=list(note.fields), tags=note.tags, guid=note.guid)
            )
        genanki.Package(deck).write_to_file(str(written), timestamp=1.0)

    return write


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def most(work: Callable[[], object]) -> float:
    """MiB at the most during one call."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / (1 << 20)


def main(arguments: Sequence[str]) -> int:
    rounds = int(arguments[0]) if arguments else ROUNDS
    figures, told = [], []
    with tempfile.TemporaryDirectory() as folder:
        # genanki leaves its second file where temporary files are.
        tempfile.tempdir = folder
        for size in SIZES:
            taken, sizes = measured(size, rounds, Path(folder) / "alone.apkg")
            told.append(f"  {size:,}: {sizes}")
            floor = taken["genanki"]
            figures += [
                Figure(f"{name}, {size:,} questions", taken[name], "ms", floor, aim, of_ratio=True)
                for name, aim in (("write", WRITING), ("read", READING))
            ]
    tempfile.tempdir = None
    print(f"Anki decks, medians of {rounds} rounds in turn; the floor is genanki alone")
    missed = table(figures)
    print("\n".join(told))
    return 1 if missed else 0


def measured(size: int, rounds: int, path: Path) -> tuple[dict[str, float], str]:
    """The medians of each, and how large files and memory were, in words."""
    whole = bank(size)
    data, losses = anki.write(whole)
    assert not losses
    works = {
        "write": lambda: anki.write(whole),
        "genanki": alone(path, data),
        "read": lambda: anki.read(data, "bank.apkg"),
    }
    taken = [{name: timed(work) for name, work in works.items()} for _ in range(rounds)]
    medians = {name: statistics.median(one[name] for one in taken) for name in works}
    files = f"package {len(data) >> 10:,} KiB, genanki’s {path.stat().st_size >> 10:,} KiB"
    peaks = ", ".join(f"{name} {most(work):.0f} MiB" for name, work in works.items())
    return medians, f"{files}; memory at the most: {peaks}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

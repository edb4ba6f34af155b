"""How long GIFT takes to be read and written: 1,000 and 10,000 choices, beside pygiftparser in the same run.

    python benchmarks/formats/gift.py [ROUNDS]

Times are those of the processor. The floor of reading is pygiftparser on the same bytes, in turn with ours;
that of writing is ours reading them, since that program writes nothing. Told as well: the most memory that
Python had while it read and wrote the largest file, beside its size.
"""

from __future__ import annotations

import io
import sys
import time
import tracemalloc
import warnings
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from libraries import Language
from terminal import Figure, table

from civicsquiz.formats import gift
from civicsquiz.formats.portable import Answer, Collection, Kind, Portable, Text

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own patterns have escapes that Python advises against
    from pygiftparser.parser import parseFile

SIZES = 1_000, 10_000
ROUNDS = 3
AIM_RATIO = 1.5
"""Of the peer, which leaves the escapes in, and reads neither ids nor tags, and no forms of answers."""


def choices(count: int) -> Collection:
    """So many choices of four answers, with feedback and an explanation in two paragraphs."""
    language = Language(1)
    questions = []
    for at in range(count):
        names = [language.name() for _ in range(4)]
        wrong = [
            Answer(Text(name), Decimal(0), Text(f"{language.sentence(8, 15)}."))
            for name in names[1:]
        ]
        general = f"{language.sentence(12, 25)}.\n\n“{language.sentence(9, 32)}.”"
        questions.append(
            Portable(
                kind=Kind.CHOICE,
                stem=Text(f"Who {language.said(9, 24)}?"),
                id=f"item-{at}",
                name=f"item-{at}",
                answers=(Answer(Text(names[0]), Decimal(1)), *wrong),
                general=Text(general),
                category=("A bank", f"Topic {at // 50}"),
                tags=("stance:fact",),
            )
        )
    return Collection(tuple(questions), title="A bank", language="en")


def milliseconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1e3


def peer(text: str) -> int:
    return len(parseFile(io.StringIO(text)))


def measured(count: int, rounds: int) -> list[Figure]:
    collection = choices(count)
    data, losses = gift.write(collection)
    found, told = gift.read(data, "x.gift")
    assert not losses, losses[0]
    assert not told, told[0]
    assert len(found.questions) == peer(data.decode()) == count
    reading, theirs, writing = [], [], []
    for _ in range(rounds):
        reading.append(milliseconds(lambda: gift.read(data, "x.gift")))
        theirs.append(milliseconds(lambda: peer(data.decode())))
        writing.append(milliseconds(lambda: gift.write(collection)))
    ours = min(reading)
    return [
        Figure(f"reading {count:,} choices", ours, "ms", min(theirs), AIM_RATIO, of_ratio=True),
        Figure(f"writing {count:,} choices", min(writing), "ms", ours),
    ]


def memory(count: int) -> Figure:
    """The most that was held at once while a file was read and written again, beside its size."""
    data, _ = gift.write(choices(count))
    tracemalloc.start()
    found, _ = gift.read(data, "x.gift")
    gift.write(found)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Figure(f"memory for {count:,} choices", most / 2**20, "MiB", len(data) / 2**20)


def main(arguments: Sequence[str]) -> int:
    rounds = int(arguments[0]) if arguments else ROUNDS
    print(f"GIFT, the best of {rounds} rounds beside pygiftparser")
    figures = [figure for size in SIZES for figure in measured(size, rounds)]
    return 1 if table([*figures, memory(SIZES[-1])]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

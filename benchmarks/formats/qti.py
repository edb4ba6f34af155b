"""How long Moodle XML and QTI take to be written and read: 1,000 and 10,000 choices, and text2qti beside
it in the same run, where it is installed.

    python benchmarks/formats/qti.py [ROUNDS]

Times are those of the processor. The floor of writing QTI 1.2 is text2qti making the same package out of
questions that it has parsed already; with its parser it takes far longer, which is told too. That of the
others is the zlib and expat of Python alone on the same bytes: unpacked and parsed into elements. Told as
well: the most memory that a process took to read and write the largest file, beside the size of its XML.
"""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from gift import choices, milliseconds
from terminal import Figure, table

from civicsquiz.formats import moodle_xml, qti12, qti21
from civicsquiz.formats.portable import Collection

try:
    from text2qti.config import Config
    from text2qti.qti import QTI
    from text2qti.quiz import Quiz
except ImportError:
    Quiz = None

SIZES = 1_000, 10_000
ROUNDS = 3
FORMATS: tuple[tuple[str, ModuleType], ...] = (
    ("Moodle XML", moodle_xml),
    ("QTI 1.2", qti12),
    ("QTI 2.1", qti21),
)


def documents(data: bytes) -> list[bytes]:
    """The XML of a file."""
    if not data.startswith(b"PK"):
        return [data]
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def parsed(data: bytes) -> int:
    return sum(len(ElementTree.fromstring(each)) for each in documents(data))


def best(rounds: int, work: Callable[[], object]) -> float:
    return min(milliseconds(work) for _ in range(rounds))


def source(collection: Collection) -> str:
    """The same questions as text2qti is given them."""
    lines = [f"Quiz title: {collection.title}", ""]
    for number, question in enumerate(collection.questions, 1):
        lines.append(f"{number}. {question.stem.value}")
        lines.append("... " + question.general.value.replace("\n\n", " "))
        for letter, answer in zip("abcd", question.answers, strict=True):
            lines.append(f"{'*' if answer.fraction else ''}{letter}) {answer.text.value}")
            if answer.feedback:
                lines.append(f"... {answer.feedback.value}")
        lines.append("")
    return "\n".join(lines)


def beside_text2qti(collection: Collection, rounds: int) -> tuple[float, float]:
    """Times of text2qti: writing alone, and out of its text. Its package is read by ours."""
    config = Config()
    text = source(collection)

    def quiz() -> object:
        return Quiz(text, config=config)

    made = quiz()

    def written() -> bytes:
        out = io.BytesIO()
        QTI(made).write(out)
        return out.getvalue()

    found, losses = qti12.read(written(), "text2qti.zip")
    assert not losses, losses[0]
    assert len(found.questions) == len(collection.questions)
    assert all(one.answers[0].fraction == 1 for one in found.questions)
    writing = best(rounds, written)
    return writing, writing + milliseconds(quiz)


def measured(count: int, rounds: int) -> list[Figure]:
    collection = choices(count)
    figures = []
    for name, module in FORMATS:
        data, losses = module.write(collection)
        found, told = module.read(data, "x")
        assert not losses, losses[0]
        assert not told, told[0]
        assert len(found.questions) == count
        floor = best(rounds, lambda data=data: parsed(data))
        writing = best(rounds, lambda module=module: module.write(collection))
        reading = best(rounds, lambda module=module, data=data: module.read(data, "x"))
        beside = floor
        if module is qti12 and Quiz is not None:
            beside, whole = beside_text2qti(collection, rounds)
            figures.append(Figure(f"text2qti out of its text, {count:,}", whole, "ms", beside))
        figures.append(Figure(f"writing {name}, {count:,}", writing, "ms", beside))
        figures.append(Figure(f"reading {name}, {count:,}", reading, "ms", floor))
    return figures


def memory(count: int) -> list[Figure]:
    """The most that a process of its own held, beyond what it held before, while a file was read and
    written again."""
    figures = []
    for place, (name, module) in enumerate(FORMATS):
        data, _ = module.write(choices(count))
        size = sum(map(len, documents(data)))
        command = [sys.executable, __file__, "--memory", str(place)]
        done = subprocess.run(command, input=data, capture_output=True, check=True)
        most = int(done.stdout) / 2**10
        figures.append(Figure(f"memory for {name}, {count:,}", most, "MiB", size / 2**20))
    return figures


def held(place: int) -> None:
    """Tells what reading and writing the file on the standard input took, in KiB."""
    module = FORMATS[place][1]
    data = sys.stdin.buffer.read()
    before = peak()
    module.write(module.read(data, "x")[0])
    print(peak() - before)


def peak() -> int:
    """The peak resident set of this process, in KiB; the one of `resource` begins with its parent’s."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))


def main(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["--memory"]:
        held(int(arguments[1]))
        return 0
    rounds = int(arguments[0]) if arguments else ROUNDS
    beside = "beside text2qti" if Quiz is not None else "text2qti is not installed"
    print(f"Moodle XML and QTI, the best of {rounds} rounds, {beside}")
    figures = [figure for size in SIZES for figure in measured(size, rounds)]
    return 1 if table([*figures, *memory(SIZES[-1])]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

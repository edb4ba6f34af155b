"""How long a judgement takes until it is on the disk, in a bank of 1,000 drafts.

    python benchmarks/triage.py [ITEMS] [JUDGEMENTS]

Half of the judgements accept a draft, half reject one; each ends with the file replaced. The floor is
the same bytes written beside the file, synced and renamed over it, in turn with the judgements. Told as
well: how long the file takes to be opened, beside loading it.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from terminal import Figure, percentile, table

from civicsquiz.bank.editing import BankText, emit
from civicsquiz.source import safe_yaml

AIM = 50
"""Milliseconds, at the 99th percentile."""
AIM_RATIO = 4
ITEMS, JUDGEMENTS = 1000, 200


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e3


def bank(items: int) -> str:
    """A bank of so many drafts, such as the drafter writes them."""
    return emit.bank({
        "civicsquiz": "1", "id": "council", "title": "The council",
        "sources": {"paper": {"label": "The paper", "title": None, "sha256": "0" * 64}},
        "items": list(map(item, range(items))),
    })  # fmt: skip


def item(number: int) -> dict[str, object]:
    ward = f"ward {number}"
    whys = ("It is that of the year before.", "It is that of all wards taken together, he adds.")
    wrong = [
        {"text": f"{number + more} votes", "why": why}
        for more, why in zip((7, 19), whys, strict=True)
    ]
    exact = f"In {ward}, the clerk said, {number} votes were counted by noon, and nobody asked for more."
    return {
        "id": f"votes-of-{number}", "type": "choice", "topic": "votes", "stance": "attributed",
        "holder": {"name": "The clerk"},
        "stem": f"According to the clerk, how many votes were counted in {ward} by noon on that day?",
        "key": f"{number} votes", "distractors": wrong,
        "rationale": f"The clerk gives the count of {ward} by noon: it is not the last count of the day.",
        "evidence": [{"source": "paper", "exact": exact}],
        "standards": ["C3 D2.Civ.4.9-12"], "status": "draft", "origin": "drafted",
        "draft": {"fact": f"{number:016x}", "rule": "quantity@1"},
    }  # fmt: skip


def judged(found: BankText) -> Iterator[None]:
    """Judges one draft after the other, and saves."""
    for number, name in enumerate(found.ids):
        if number % 2:
            found.remove_key(name, "status")
        else:
            with found.together():
                fact = found.item(name)["draft"]["fact"]
                found.remove_item(name)
                found.add_rejected(fact, "unclear", name)
        found.save()
        yield


def replaced(path: Path, data: bytes) -> None:
    """The least that puts bytes into a file, whole or not at all, and for good."""
    scratch = path.with_suffix(".new")
    with scratch.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    scratch.replace(path)


def main(arguments: Sequence[str]) -> int:
    items = int(arguments[0]) if arguments else ITEMS
    judgements = int(arguments[1]) if len(arguments) > 1 else min(JUDGEMENTS, items)
    with tempfile.TemporaryDirectory() as folder:
        path, other = Path(folder, "bank.yaml"), Path(folder, "floor.yaml")
        text = bank(items)
        path.write_text(text, encoding="utf-8", newline="")
        opening = [milliseconds(lambda: BankText.open(path)) for _ in range(3)]
        loading = [milliseconds(lambda: safe_yaml.load(text)) for _ in range(3)]
        found = BankText.open(path)
        steps = judged(found)
        ours, floor = [], []
        for _ in range(judgements):
            ours.append(milliseconds(partial(next, steps)))
            floor.append(milliseconds(partial(replaced, other, found.data)))
        found.verify()
        assert path.read_bytes() == found.data
    print(f"A judgement on the disk: {judgements} in a bank of {items} items, {len(text):,} bytes")
    figures = [
        Figure("judgement, p50", percentile(ours, 50), "ms", percentile(floor, 50), AIM_RATIO, of_ratio=True),
        Figure("judgement, p99", percentile(ours, 99), "ms", percentile(floor, 99), AIM),
        Figure("opening the file", min(opening), "ms", min(loading), None),
    ]  # fmt: skip
    return 1 if table(figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

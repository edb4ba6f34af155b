"""How long it takes until the first due question is there, out of a record of 1,000,000 events.

    python benchmarks/review.py [ROUNDS]

One learner has answered each of 100,000 items ten times; the items are in a thousand banks. Measured
in processes of their own, from the moment on in which the modules are loaded: the record opened, what
is due today looked for, the first question put together with its bank and set in lines. The floor asks
the same file for the learner's first due card by SQLite alone. Making it all takes some minutes, of
which none are counted.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import libraries
from terminal import Figure, percentile, surroundings, table

from civicsquiz.record.events import Event, EventType, timestamp
from civicsquiz.record.revisions import Revision, canonical_json
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.sqlite.rebuilding import rebuild
from civicsquiz.record.store import Learner
from civicsquiz.study.scheduling import FsrsScheduler

AIM = 50.0
BANKS, ITEMS, ANSWERS = 1000, 100, 10
NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)
_GAPS = (0, 2, 11, 20, 46, 60, 90, 91, 163, 164)
"""Days from the first answer to an item to each of the ten."""

_FIRST = """\
import json, sqlite3, sys, time
from datetime import UTC, datetime
from civicsquiz.app import App
from civicsquiz.plain import pages
from civicsquiz.record import record
from civicsquiz.record.sqlite import store
from civicsquiz.study import selection, scheduling
from civicsquiz.study.reviewing import deck, sitting, typed
from civicsquiz.study.reviewing.limits import Limits
from civicsquiz.study.session import Mode

began = time.perf_counter()
app = App(clock=lambda: datetime.fromisoformat(sys.argv[1]))
cards = deck.Deck(app.record.store, app.learner.uuid)
queue = sitting.queue_of(
    cards, app.at_hand, day=app.today, limits=Limits(new=20, reviews=200), seed="1", count=1
)
(question,) = sitting.questions_of(queue.entries, "1")
session = app.session([question], mode=Mode.REVIEW, seed="1", title="Review")
lines = pages.asked(session)
ours = time.perf_counter() - began
assert any(question.item.stem[:20] in line for line in lines), lines
app.store.close()

began = time.perf_counter()
file = sqlite3.connect(sys.argv[2])
asked = "SELECT * FROM card WHERE learner_uuid = 'learner' AND due <= ? ORDER BY due, item LIMIT 1"
assert file.execute(asked, (sys.argv[1][:10],)).fetchone()
print(json.dumps([1000 * ours, 1000 * (time.perf_counter() - began)]))
"""


def answers() -> Iterator[tuple[Event, Revision]]:
    """A million answers, in the order of time."""
    start = NOW - timedelta(days=400)
    asked = {f"bank-{bank:03}/item-{at:03}": bank * ITEMS + at
             for bank in range(BANKS) for at in range(ITEMS)}  # fmt: skip
    planned = sorted(
        (start + timedelta(days=number % 230 + gap, seconds=number % 40_000), item, number, at)
        for item, number in asked.items()
        for at, gap in enumerate(_GAPS)
    )
    for count, (moment, item, number, at) in enumerate(planned):
        revision = _revision(item)
        lapse = (number + at) % 9 == 0
        yield Event(
            uuid=f"{count:032x}", learner_uuid="learner", session=f"session-{count // 40}",
            type=EventType.ANSWERED, at=timestamp(moment), tz_offset=0, item=item,
            revision=revision.hash, response=("6241c528",), shown=("6241c528", "ca97b897", "1b2c3d4e"),
            attempt=1, mark=0.0 if lapse else 1.0, taken=4000 + 37 * (count % 200), language="en",
            seed="1", mode="review", scheduled=True, rating=1 if lapse else 3,
        ), revision  # fmt: skip


def _revision(item: str) -> Revision:
    asked = {"type": "choice", "stem": f"What does {item} ask?", "options": [], "key": ["6241c528"]}
    return Revision(hashlib.sha256(canonical_json(asked)).hexdigest(), asked)


def write(path: Path) -> None:
    """Make the record, with its cards."""
    store = SqliteStore.open(path)
    store.add_learner(Learner("learner"))
    with store.writing() as writing:
        for event, revision in answers():
            writing.append(event, revision)
    rebuild(store, FsrsScheduler())
    counts = store.counts()
    store.close()
    wanted = BANKS * ITEMS
    if (counts["event"], counts["card"]) != (wanted * ANSWERS, wanted):
        raise SystemExit(f"that is another record than was meant: {counts}")


def main(arguments: Sequence[str]) -> int:
    rounds = int(arguments[0]) if arguments else 20
    with surroundings() as environment:
        path = Path(environment["CIVICSQUIZ_HOME"], "progress.sqlite")
        path.parent.mkdir()
        began = time.monotonic()
        write(path)
        made = libraries.write(Path(environment["HOME"], "library"), banks=BANKS, items=ITEMS)
        spent = time.monotonic() - began
        taken: list[tuple[float, float]] = []
        for _ in range(rounds + 2):  # the first two fill the caches
            printed = subprocess.run(
                [sys.executable, "-c", _FIRST, NOW.isoformat(), str(path)],
                env=os.environ | environment | made.environment,
                check=True,
                capture_output=True,
                text=True,
            ).stdout
            taken.append(json.loads(printed))
        size = path.stat().st_size / 2**20
    print(
        f"The first due question out of {BANKS * ITEMS * ANSWERS:,} events and {BANKS * ITEMS:,} cards"
        f" ({size:.0f} MiB, made in {spent:.0f} s)"
    )
    ours, floor = ([pair[which] for pair in taken[2:]] for which in (0, 1))
    figures = [
        Figure(f"first due question, p{of_100}", percentile(ours, of_100), "ms",
               percentile(floor, of_100), AIM if of_100 == 50 else None)
        for of_100 in (50, 99)
    ]  # fmt: skip
    return 1 if table(figures) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

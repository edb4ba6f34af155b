"""How long an answer takes until it is on the disk, against Anki's own backend.

    python benchmarks/answer.py [ANSWERS]

Both answer new cards of a collection of their own on the same disk, in turn. Ours is everything
from the response text to the committed transaction: read, graded, explained, rated, scheduled by FSRS
and written with `synchronous=FULL`. Anki's is `answer_card` on the next card of its queue, with FSRS
switched on; fetching that card is not counted. Of both the undo is part. The floor under both, one
row into a table of SQLite in the same way, is told as well. Needs the `benchmark` extra.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import libraries
from anki.collection import Collection
from terminal import Figure, percentile, surroundings, table

from civicsquiz.app import App
from civicsquiz.study.selection import select
from civicsquiz.study.session import Mode

AIM = 0.5
"""Of Anki's time, at the median."""
ANSWERS = 1000


def timed(work: Callable[[], object]) -> float:
    """Microseconds of one call."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1e6


@contextmanager
def anki(folder: Path, cards: int) -> Iterator[Callable[[], float]]:
    """Answers the next card of a collection of so many each time it is called; the microseconds."""
    collection = Collection(str(folder / "collection.anki2"))
    collection.set_config("fsrs", True)
    options = collection.decks.config_dict_for_deck_id(1)
    options["new"]["perDay"] = options["rev"]["perDay"] = cards
    collection.decks.update_config(options)
    kind = collection.models.by_name("Basic")
    for number in range(cards):
        note = collection.new_note(kind)
        note["Front"], note["Back"] = f"Question {number}", f"Answer {number}"
        collection.add_note(note, 1)

    def answer() -> float:
        queued = collection.sched.get_queued_cards().cards[0]
        card = collection.get_card(queued.card.id)
        card.start_timer()
        answer = collection.sched.build_answer(card=card, states=queued.states, rating=3)
        return timed(lambda: collection.sched.answer_card(answer))

    try:
        yield answer
    finally:
        collection.close()


def ours(app: App, answers: int) -> Iterator[float]:
    """Answers question after question; the microseconds of each until it is on the disk."""
    banks = [app.library.load(entry) for entry in app.library.shown]
    questions = [
        one for bank in banks for one in select([bank], seed="1") if one.item.type == "choice"
    ]
    session = app.session(questions[: answers + 1], mode=Mode.PRACTICE, seed="1")
    while True:
        text = session.question.write(session.question.item.key_response)
        yield timed(lambda text=text: session.answer(text))
        session.next()


def main(arguments: Sequence[str]) -> int:
    wanted = int(arguments[0]) if arguments else ANSWERS
    with surroundings() as environment:
        home = Path(environment["HOME"])
        made = libraries.write(home / "library", banks=1 + wanted // 75)
        app = App(env=environment | made.environment)
        floor = sqlite3.connect(home / "floor.sqlite", isolation_level=None)
        floor.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE one (number, text)"
        )

        def least(number: int) -> None:
            floor.execute("BEGIN IMMEDIATE")
            floor.execute("INSERT INTO one VALUES (?, ?)", (number, "x" * 300))
            floor.execute("COMMIT")

        taken: dict[str, list[float]] = {"floor": [], "anki": [], "ours": []}
        with anki(home, wanted + 10) as answer:
            mine = ours(app, wanted)
            for number in range(wanted):
                taken["floor"].append(timed(lambda number=number: least(number)))
                taken["anki"].append(answer())
                taken["ours"].append(next(mine))
        floor.close()

    print(f"Answer to durable commit, {wanted} answers in turn")
    figures = [
        Figure(
            f"answer, p{of_100}",
            percentile(taken["ours"], of_100),
            "µs",
            percentile(taken["anki"], of_100),
            AIM if of_100 == 50 else None,
            of_ratio=True,
        )
        for of_100 in (50, 99)
    ]
    missed = table(figures)
    print(f"  one row by SQLite alone: p50 {percentile(taken['floor'], 50):.0f} µs")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""How long a search over 10,000 items takes, against SQLite's own ranked full-text search.

    python benchmarks/search.py [QUERIES]

The library is that of `libraries.py`; what is typed is typed key by key, as in the program. A search
is everything between the text that is typed and the hits that are shown: looked for, ranked, cut,
with the matches marked. It is measured twice, with nothing hidden and while a test of a hundred
questions is open, whose keys must not be shown. The floor asks an open connection to the same index
for the numbers of the fifty best rows, and no more, in turn with each search. Neither waits for the
index, whose making is told as well.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import libraries
from terminal import Figure, percentile, surroundings, table

from civicsquiz.app import App
from civicsquiz.study.search import NOTHING, Hidden, hidden_for
from civicsquiz.study.search.query import asked
from civicsquiz.study.selection import select

AIM = 30.0
QUERIES = 2000
_BEST = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 50"


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main(arguments: Sequence[str]) -> int:
    wanted = int(arguments[0]) if arguments else QUERIES
    with surroundings() as environment:
        made = libraries.write(Path(environment["HOME"], "library"))
        app = App(env=environment | made.environment)
        items = sum(row.items for row in app.library.listed())
        building = timed(lambda: list(app.search.steps()))
        again = timed(lambda: list(app.search.steps()))
        bank = app.library.load(app.library.find("bank-050"))
        hidden = {"nothing hidden": NOTHING, "a test open": hidden_for(select([bank], seed="1"))}
        taken: dict[str, list[float]] = {name: [] for name in hidden}
        lowest: list[float] = []
        (index,) = Path(environment["CIVICSQUIZ_HOME"], "cache").glob("search-*.db")
        with closing(sqlite3.connect(index)) as database:

            def least(query: str) -> None:
                for one in asked(query):
                    if database.execute(_BEST, (one.expression,)).fetchall():
                        return

            def searched(query: str, what: Hidden) -> None:
                app.search.search(query, hidden=what)

            for query in libraries.queries(wanted):
                lowest.append(timed(lambda query=query: least(query)))
                for name, what in hidden.items():
                    taken[name].append(timed(lambda query=query, what=what: searched(query, what)))

    print(f"Search over {items:,} items and the passages that they rest on, {wanted} queries")
    floors = {of_100: percentile(lowest, of_100) for of_100 in (50, 99)}
    figures = [
        Figure(f"{name}, p{of_100}", percentile(times, of_100), "ms", floors[of_100],
               AIM if of_100 == 99 else None)
        for name, times in taken.items() for of_100 in (50, 99)
    ]  # fmt: skip
    missed = table(figures)
    print(f"  the index: made in {building / 1000:.1f} s, found up to date in {again:.1f} ms")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

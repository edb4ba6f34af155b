"""Whole conversations in which the tutor helps, reviews, asks how sure one is, and remembers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.plain.filling import Filling, on_a_full_disk
from tests.plain.scripts import compare, typed

from civicsquiz.bank.library import Library, Origin
from civicsquiz.bank.models import Bank, Item
from civicsquiz.record.events import EventType
from civicsquiz.source.cache import Cache
from civicsquiz.study.reviewing.typed import variants
from civicsquiz.study.search import Search
from civicsquiz.study.selection import question
from civicsquiz.study.session import Mode
from civicsquiz.study.session.resuming import going_on, resumed

if TYPE_CHECKING:
    from tests.plain.conftest import Table

    NewTable = Callable[..., Table]

BANKS = Path(__file__).resolve().parent.parent / "banks"

TUTOR = """
    ?; hint; 1; ; 1; ; ?; look; ; look charter; look zebra; look hearing; 1 4; 1 4; 2 3; ; ?
    :hint; :look the minutes; :look the minutes; look minutes; the council; the voters; the mayor; :o; ; hint; u; redo; :redo; ;
    1; hint; 4000; ; 1a 2b 3c; u; 1c 2d 3a; 1c 2d 3b; ; 1 2 3; 2 1 3; ; :hint
    clerk; ; 1; hint; 3; ; 4; q
"""
REVIEW = """
    f; r; 11; b; ; 1; ; 1; ; ?; 1; ; 9; ; 1; ; 2; ; f; ; f; ; 3; ; ; 7; 1; q
"""
CERTAIN = """
    ?; c3; c0; c2; 3; c1; ; 9 c3; 1 c3; ; f c1; ; 1; ; 1 :c2; ; q
"""
CERTAIN_TYPES = """
    2 c2; ; f c3; ; 2 3 c1; ; the clerk c3; the clerk :c3; ; :c1; 4000 c3; ; 1c 2d 3b c2; ; 2 1 3 c1; ; c2; 3; ;
"""
CERTAIN_TEST = """
    3 c3; c1; b; c2; 9 c1; ; 1 c3; t c3; 1 c2; ; 5; submit; submit
    1; 2; 5; ;
"""
UNDONE = """
    u; redo; 2; u; 3; undo; redo; ?; ; 1; ; u; u; 3; ; 1; ; t; ; 1; ; 1; ; 2; u; 1; ; ; redo; ; u; 2; ; again; q
"""
READING = """
    3; ; 1; 2; ; t; ; ?; f; b; ; 3; ; 4; ; 1; ; 1; ; f; ; 4; q
"""
TROUBLE = """
    full; 3; ?; 3; room; 3; full; f; a note; room; f; a note; ; full; u; 1; room; u; 2; ; 3; full; ; u
"""


@pytest.fixture
def searched(types: Table, tmp_path: Path) -> Table:
    """The bank of all types, with the search over it."""
    library = Library([(BANKS / "town" / "eight-types.yaml", Origin.SET)])
    search = Search(library, Cache(tmp_path, "1"), lambda _: types.shelf)
    for _ in search.steps():
        pass
    types.look = search.search
    return types


def test_tutor(searched: Table) -> None:
    """Hints, tries and look-ups over several types, and what they leave of the marks."""
    compare("tutor", searched.play(typed(TUTOR), Mode.TUTOR))


def test_review(types: Table, town: Bank) -> None:
    """Two banks, the first question typed instead of chosen, and misses that come once more."""
    types.scheduled = True
    other = [item for item in town.asked if item.topic != "the-council"]
    seats = next(item for item in types.bank.items if item.id == "seats")
    seats = replace(seats, stem="At how many seats does the Courier put the new council?")
    (spelled,) = variants(question(types.bank, seats, "7"))
    asked = [
        spelled,
        question(town, other[0], "7"),
        types.question("sentence-on-schools"),
        question(town, other[1], "7"),
        types.question("minutes"),
    ]
    session = types.session(asked, Mode.REVIEW, title="Review")
    compare("review", types.run(session, typed(REVIEW)))


def test_certainty_in_practice(table: Table) -> None:
    """Said before an answer, with it, taken back, and left unsaid."""
    table.certainty = table.scheduled = True
    compare("certainty", table.play(typed(CERTAIN)))


def test_certainty_with_every_type(types: Table) -> None:
    """What is typed with an answer of each type; the calibration of eight."""
    types.certainty = True
    compare("certainty-types", types.play(typed(CERTAIN_TYPES)))


def test_certainty_in_a_test(table: Table) -> None:
    """In a test it can be changed, and the results are marked by it."""
    table.certainty = True
    compare("certainty-test", table.play(typed(CERTAIN_TEST), Mode.TEST))


def test_undo(table: Table) -> None:
    """Answers taken back and standing again, at a question, after an answer and after the results."""
    table.scheduled = True
    compare("undo", table.play(typed(UNDONE)))


def test_reading(table: Table) -> None:
    """After two misses on a topic there is a passage to read, a question on it, and the miss again."""
    compare("reading", table.play(typed(READING), Mode.TUTOR))


def test_resume(table: Table, town: Bank) -> None:
    """A test that is left goes on at the same question, with its answers, though one has changed."""
    table.goes_on = "civicsquiz resume"
    first = table.run(table.session(mode=Mode.TEST), typed("2, m, 3, f, q, later"))
    gone = "town-charter/taxes-in-the-pamphlet"

    def find(ref: str) -> tuple[Bank, Item] | None:
        return next(
            ((town, one) for one in town.asked if ref == f"{town.id}/{one.id}" != gone), None
        )

    events = table.events()
    found = resumed(events, find)
    session = table.session(
        found.questions, found.mode, past=found.past, session_id=events[0].session
    )
    second = table.run(session, typed("b, q, give up, 3, 4"), note=going_on(session, found))
    compare("resume", f"{first}\n--- and again ---\n\n{second}")


def test_trouble(new_table: NewTable) -> None:
    """What cannot be recorded is said in a line, the same is asked again, and nothing is counted."""
    store = Filling.made()
    table = new_table(store)
    transcript = table.run(table.session(), on_a_full_disk(store, typed(TROUBLE)))
    compare("trouble", transcript)
    assert table.status == 2
    assert len(table.events(EventType.ANSWERED)) == 3


@pytest.mark.parametrize(
    ("script", "status"),
    [
        ("full; 3; room; 3", 0),
        ("full; 3; ?", 2),
        ("full; 3; room; ?", 2),
        ("3; full; u; room; q", 2),
    ],
)
def test_the_status_says_what_was_lost(new_table: NewTable, script: str, status: int) -> None:
    """The input ends with 0 where all was recorded in the end, else with 2."""
    store = Filling.made()
    table = new_table(store)
    table.run(table.session(), on_a_full_disk(store, typed(script)))
    assert table.status == status

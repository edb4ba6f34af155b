"""Whole conversations, compared with files in `golden/` character by character."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.plain.scripts import GOLDEN, compare, typed

from civicsquiz.plain.layout import WIDTH, columns
from civicsquiz.record.events import EventType
from civicsquiz.source.shelf import Shelf
from civicsquiz.source.visible import controls
from civicsquiz.study.session import Mode

if TYPE_CHECKING:
    from tests.plain.conftest import Table

HERE = Path(__file__).resolve().parent
UNWRAPPED = (" (? help): ", "One line; ", "progress.sqlite: ")
"""What marks the prompts and messages that are one line, however long."""

PRACTICE = """
    ?, 9, 1, o, o 2, 3, next
    1, f, the stem is too long
    , flag, , f
    , 2, o 2, o 3, b,
    , 1
    , 1, 3, o, again
    9, 3, , 3
    , 1
    ,
"""
TEST = """
    m, , b, 2, m, m, 2, o, ?, flag, is it $40000 or $4000?, f, overview, what, 77, f, ?, 2, 3
    b, q, what, , submit, , overview, 4, 1, 1, submit
    o, 2, o, f, options in a strange order, all, what
"""


ALL_TYPES = """
    ?; r; w; 1; p; o; ; f; ; 2 9; 2; 2 3; ; q; :?; the clark; the clark; b; ; ; many; 40k; ; ; 1a; 1a 2b 3c
    ; 2; 1 2 3; ; 1; ; d; 5; p; all
"""
LEFT_OUT = """
    x; x; 2; r; :x; ; 1; ; 1 2; ; clerk; ; 4,000; ; 1a 2b 3d; ; 2 1 3; ; q
"""
TYPES_IN_A_TEST = """
    2; f; 2 3; ; :m; The Mayor; 4000 miles; four thousand; 1a 2a 3a; 3 2 1; 1; 6; 1c 2d 3b; submit; submit
    all; d
"""


def test_practice(table: Table) -> None:
    """Practice from the first question to the second try of the misses."""
    compare("practice", table.play(typed(PRACTICE)))


def test_test_mode(table: Table) -> None:
    """A test with going back, marking, the overview and handing in with a question left open."""
    compare("test", table.play(typed(TEST), Mode.TEST))


def test_all_types(types: Table) -> None:
    """Every type asked, refused while incomplete, misspelt, right, wrong and partly right."""
    compare("all-types", types.play(typed(ALL_TYPES)))


def test_left_out(types: Table) -> None:
    """What a content note is about can be left out until the first answer, and not later."""
    compare("left-out", types.play(typed(LEFT_OUT)))


def test_all_types_in_a_test(types: Table) -> None:
    """In a test responses of every type are kept, shown again and changed."""
    compare("all-types-in-a-test", types.play(typed(TYPES_IN_A_TEST), Mode.TEST))


def test_guide_only(table: Table) -> None:
    """Without the article its guide shows the passages, and between them words marked as ours."""
    table.shelf = Shelf([HERE.parent / "banks" / "guides"])
    compare("guide-only", table.play(["3", "o", "", "3", "", "2", "o", "", "1", "o"]))


def test_nothing_at_hand(table: Table) -> None:
    """Without article and guide the bank's own quotation is shown, and said to be unchecked."""
    table.shelf = Shelf([])
    compare("nothing-at-hand", table.play(["3", "o", "q"]))


def test_input_ends_at_once(table: Table) -> None:
    """With no input at all the first question is asked and the program ends politely."""
    compare("no-input", table.play([]))


def test_input_ends_in_practice(table: Table) -> None:
    """When the input ends, practice says how much was answered and how much of it right."""
    assert table.play(["3", "", "1"]).endswith("\nYou answered 2 of 5: 1 right.\n")


def test_input_ends_after_the_last_answer(table: Table) -> None:
    """When everything was answered, the results are shown although nobody asked for them."""
    transcript = table.play(["3", "", "1", "", "f", "", "1", "", "1"])
    assert "\nResults: 4 of 5 right\n" in transcript


def test_input_ends_in_a_test(table: Table) -> None:
    """A test that was not handed in says so; its answers are kept for later, and none is graded."""
    table.goes_on = "civicsquiz resume"
    transcript = table.play(["3", "2"], Mode.TEST)
    assert transcript.endswith(
        "\nThe test was not submitted: 2 of 5 answered. “civicsquiz resume” goes on\nwith it.\n"
    )
    types = [event.type for event in table.events()]
    assert types == [EventType.STARTED, EventType.KEPT, EventType.KEPT, EventType.LEFT]


def test_hostile_text(hostile: Table) -> None:
    """Markup and control characters of a bank, an article and the keyboard are shown, not obeyed."""
    transcript = hostile.play(
        ["\x1b[A", "1", "o", "f", "n\x1b]52;c;aGk=\x07ote \u202e[/b]", "o 2", "", "1", "all"]
    )
    compare("hostile", transcript)
    assert controls(transcript) == []
    for sign in ("He[sic]", "[Federal]", "[@click=app.quit]", "[/b]", "␛]52;c;", "⟨U+202E⟩", "␡"):
        assert sign in transcript


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_golden_files_are_narrow(path: Path) -> None:
    """No line is wider than the column, and none holds a control character."""
    text = path.read_text(encoding="utf-8")
    assert controls(text) == []
    for line in text.split("\n"):
        if not any(sign in line for sign in UNWRAPPED):
            assert columns(line) <= WIDTH, line

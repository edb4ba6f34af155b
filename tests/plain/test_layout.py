"""Lines of text: measured as a terminal measures them, and never wider than the column."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.plain.layout import WIDTH, bar, columns, shortened, starred, wrapped
from civicsquiz.source.visible import controls, visible

PIECES = ["a", "B", "é", "e\u0301", "中", "🗳", " ", "\n", "\t", "\x1b", "\u202e", "word "]
TEXT = st.lists(st.sampled_from(PIECES), max_size=200).map("".join)


def test_columns_of_wide_and_combining_characters() -> None:
    """A wide character takes two columns and a combining one none."""
    assert [columns(text) for text in ("abc", "中文", "e\u0301", "⟨U+202E⟩")] == [3, 4, 1, 8]


@given(TEXT)
def test_lines_fit_and_lose_nothing(text: str) -> None:
    """However wide its characters, each line fits, holds no control, and no word is lost."""
    lines = wrapped(text, "| ", "| ")
    assert all(columns(line) <= WIDTH for line in lines)
    assert not controls("\n".join(lines))
    told = "".join(line.removeprefix("|") for line in lines).replace(" ", "")
    assert told == visible(text).replace(" ", "").replace("\n", "")


def test_later_lines_stand_under_the_first() -> None:
    """Without another lead, the lines of an option stand under its text."""
    first, second = wrapped("word " * 20, "  1  ")
    assert first.startswith("  1  word")
    assert second.startswith("     word")


def test_a_word_wider_than_the_column_is_cut() -> None:
    """An address without spaces goes on in the next line instead of beyond the edge."""
    assert [len(line) for line in wrapped("x" * 160)] == [WIDTH, WIDTH, 160 - 2 * WIDTH]


@given(TEXT, st.integers(2, 40))
def test_shortened_fits_on_one_line(text: str, width: int) -> None:
    """What is shortened fits, is one line, and says where something was left out."""
    short = shortened(text, width)
    assert columns(short) <= width
    assert "\n" not in short
    assert short.endswith("…") or short == shortened(text, 10_000)


def test_stars_stand_around_the_marks() -> None:
    """Each mark is set off by a sign that the text itself does not hold."""
    assert starred("one two three", [(0, 3), (8, 13)]) == ("*one* two *three*", "*")
    assert starred("one* two", [(5, 8)]) == ("one* _two_", "_")
    assert starred("*_^~#% two", [(7, 10)]) == ("*_^~#% |two|", "|")


def test_a_text_marked_as_a_whole_has_no_stars() -> None:
    """Where all words prove, no sign is put into the quotation; nor where none does."""
    assert starred("one two", [(0, 7)]) == ("one two", "")
    assert starred("one two", []) == ("one two", "")


@pytest.mark.parametrize(
    ("right", "asked", "expected"),
    [(0, 3, "░░░░"), (3, 3, "████"), (1, 2, "██░░"), (2, 3, "██░░"), (0, 0, "░░░░")],
)
def test_a_bar_is_full_only_when_all_was_right(right: int, asked: int, expected: str) -> None:
    """The bar rounds down, so that a full one means that nothing was missed."""
    assert bar(right, asked, 4) == expected

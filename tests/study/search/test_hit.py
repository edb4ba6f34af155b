"""The part of a text that is shown."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.study.search.hit import MOST, Hit, Kind, cut


def hit(text: str, *words: str) -> Hit:
    """A hit in which these words are marked, wherever they stand."""
    marks = sorted(
        (at, at + len(word))
        for word in words
        for at in range(len(text))
        if text.startswith(word, at)
    )
    return Hit(Kind.PASSAGE, "bank", Path("bank.yaml"), "Bank", ("item",), text, tuple(marks))


def marked(found: Hit) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


def test_a_short_text_is_shown_whole() -> None:
    """With all its marks."""
    whole = hit("The council may not close a school.", "council", "school")
    assert cut(whole) is whole


def test_the_beginning_where_nothing_matches() -> None:
    """As where only the title does."""
    found = cut(hit("word " * 100))
    assert found.text.startswith("word word")
    assert found.text.endswith("word…")
    assert MOST - 6 < len(found.text) <= MOST


def test_around_where_most_matches() -> None:
    """One match at the beginning counts less than three further on; what is left out is told."""
    text = f"council {'word ' * 80}a school of the council, a school {'more ' * 80}"
    found = cut(hit(text, "council", "school"))
    assert marked(found) == ["school", "council", "school"]
    assert found.text.startswith("…word")
    assert found.text.endswith("more…")
    assert len(found.text) <= MOST


def test_at_the_end() -> None:
    """Nothing is left out after the last word, and as much stands before it as there is room."""
    found = cut(hit(f"{'word ' * 80}council.", "council"))
    assert found.text.endswith("word council.")
    assert marked(found) == ["council"]
    assert len(found.text) > MOST - 6


WORDS = st.lists(
    st.sampled_from(["a", "to", "council", "school", "x" * 30, "y" * 250, "“no”", "élan"]), min_size=1,
    max_size=120,
)  # fmt: skip


@given(
    words=WORDS,
    which=st.sets(st.sampled_from(["council", "school", "to", "y" * 250])),
    gap=st.sampled_from([" ", "  "]),
)
def test_what_is_shown_is_a_part_of_it(words: list[str], which: set[str], gap: str) -> None:
    """Never longer than it may be, cut between words where there are any, with the marks on the same
    words, and on one at least where there is one."""
    whole = hit(gap.join(words), *which)
    found = cut(whole)
    assert len(found.text) <= MOST
    shown = found.text.removeprefix("…").removesuffix("…")
    at = whole.text.find(shown)
    assert at >= 0
    assert bool(found.marks) == bool(whole.marks)
    assert {word[:100] for word in marked(found)} <= {
        whole.text[start:end][:100] for start, end in whole.marks
    }
    if not any(len(word) > 100 for word in words):
        assert set(shown.split()) <= set(words)
    assert [start for start, _ in found.marks] == sorted({start for start, _ in found.marks})

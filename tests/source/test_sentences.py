"""The sentences around a quotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.source.sentences import around, spans

TEXT = (
    "The case of Park v. Mill came first. Judge J. R. Abara wrote: “No U.S. town may do it. None.”"
    " It was Dec. 3 then! Was it?"
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("Park v. Mill", "The case of Park v. Mill came first."),
        ("The case", "The case of Park v. Mill came first."),
        ("first.", "The case of Park v. Mill came first."),
        ("U.S. town", "Judge J. R. Abara wrote: “No U.S. town may do it. None.”"),
        ("Was it?", "Was it?"),
        ("first. Judge J.", TEXT[: TEXT.index(" It was")]),
        (TEXT, TEXT),
    ],
)
def test_whole_sentences(words: str, sentence: str) -> None:
    """Names, initials, abbreviations and quotations do not end one."""
    start = TEXT.index(words)
    first, last = around(TEXT, start, start + len(words))
    assert TEXT[first:last] == sentence


def test_a_title_before_a_name_ends_no_sentence() -> None:
    text = "Neither Mr. Park nor Ms. Rice came. The Ms. was dropped. Gov. Quill and Atty. Gen. Lee did."
    assert [text[start:end].rstrip() for start, end in spans(text)] == [
        "Neither Mr. Park nor Ms. Rice came.",
        "The Ms. was dropped.",
        "Gov. Quill and Atty. Gen. Lee did.",
    ]
    assert list(spans("She said: Ms. ")) == [(0, 14)]


def test_the_state_of_a_member_of_congress_ends_no_sentence() -> None:
    text = "Sen. Ann Lee, R-S.C., and Rep. Bo Ray (D-N.Y.) met. Sen. Cy Fox, I-N.H. said so."
    assert [text[start:end].rstrip() for start, end in spans(text)] == [
        "Sen. Ann Lee, R-S.C., and Rep. Bo Ray (D-N.Y.) met.",
        "Sen. Cy Fox, I-N.H. said so.",
    ]


@given(
    text=st.lists(
        st.sampled_from(["A b.", "C?", "“D. E!”", "f", "日本。", "x…", "U.S.", "1."]), min_size=1
    ).map(" ".join),
    data=st.data(),
    language=st.sampled_from(["en", "fa", "", "nowhere"]),
)
def test_they_hold_the_quotation(text: str, data: st.DataObject, language: str) -> None:
    """Whatever is quoted and whatever the language is called."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = around(text, start, end, language)
    assert 0 <= first <= start < end <= last <= len(text)

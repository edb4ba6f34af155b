"""Hostile text made plain."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.source.visible import controls, one_line, visible

BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
HIDDEN = [
    0x180E,
    0x200B,
    *range(0x2060, 0x2066),
    *range(0x206A, 0x2070),
    0xFEFF,
    0xFFF9,
    0xFFFA,
    0xFFFB,
]
SEPARATORS = [0x2028, 0x2029]
OBEYED = [
    *[code for code in range(0x20) if code not in (9, 10)],
    *range(0x7F, 0xA0),
    *BIDI,
    *HIDDEN,
    *SEPARATORS,
    *range(0xE0000, 0xE0080),
    0xD800, 0xDBFF, 0xDC00, 0xDFFF,
]  # fmt: skip


def test_what_a_terminal_obeys_is_shown() -> None:
    """Every C0 and C1 control, DEL, bidirectional control, separator, tag and lone surrogate: by
    a picture of it or by its number, the same in a line and in a text."""
    for code in OBEYED:
        sign = chr(0x2400 + code) if code < 0x20 else f"⟨U+{code:04X}⟩"
        if code == 0x7F:
            sign = "␡"
        for clean in (visible, one_line):
            shown = clean(f"a{chr(code)}b")
            assert shown == f"a{sign}b"
            assert shown.isprintable()
            assert shown.encode("utf-8").decode("utf-8") == shown
        assert controls(f"a{chr(code)}b") == [1]


def test_newlines_and_tabs() -> None:
    """A text keeps its lines, a label becomes one; a tab is a space in both."""
    assert visible("a\n\tb\n") == "a\n b\n"
    assert one_line("a\n\tb\n") == "a  b "
    assert controls("a\n\tb") == []


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d⚖\ufe0f", "🏳\ufe0f\u200d🌈", "می\u200cخواهم", "नि\u200dर्णय", "e\u0301", "日本",
        "\u00a0\u202f\u3000", "“He[sic]” [/b] \\[x]", "😀", "½ § ¶ † ‡", "עברית", "العربية",
    ],
)  # fmt: skip
def test_what_belongs_to_real_words_is_kept(text: str) -> None:
    """Joiners in emoji and Persian, marks, spaces, brackets and letters of every script."""
    assert visible(text) == text
    assert one_line(text) == text
    assert controls(text) == []


@given(st.text(st.characters(codec=None)))
def test_nothing_that_is_obeyed_is_left(text: str) -> None:
    """In no text; and to clean twice is to clean once."""
    for clean in (visible, one_line):
        shown = clean(text)
        assert clean(shown) == shown
        assert not [char for char in shown if ord(char) in OBEYED]
        assert controls(shown) == []
        shown.encode("utf-8")
        assert not [char for char in shown if unicodedata.category(char) == "Cc" and char != "\n"]
    assert "\n" not in one_line(text)


@given(st.text(st.characters(codec=None)))
def test_controls_are_what_would_be_shown(text: str) -> None:
    """Their offsets, in order, newlines and tabs left out."""
    changed = [at for at, char in enumerate(text) if visible(char) != char and char != "\t"]
    assert controls(text) == changed

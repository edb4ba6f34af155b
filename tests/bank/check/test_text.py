"""Control characters are found where they stand, written out or as escapes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from civicsquiz.bank.check import Report, as_text
from civicsquiz.source.visible import controls


@pytest.mark.parametrize(
    ("old", "new", "place", "name"),
    [
        ("title: The", "title: T\u202ehe", "3:9", "U+202E"),
        ("title: The", 'title: "\\e[2J" # The', "3:9", "U+001B (␛)"),
        ("title: The", 'title: "a\\\\e\\u009b31m" # The', "3:13", "U+009B"),
        ("title: The", 'title: "\\x07\\" # The', "3:9", "U+0007 (␇)"),
        ("title: The", "title: The\u200b", "3:11", "U+200B"),
        ("civicsquiz: 1", "# \u2066hidden\ncivicsquiz: 1", "1:3", "U+2066"),
    ],
)
def test_a_control_character_is_named_at_its_place(
    old: str, new: str, place: str, name: str, *, town: Path, checked: Callable[..., Report]
) -> None:
    """Line and column are those of the character or of the escape that makes it."""
    path = town / "town.yaml"
    text = path.read_text("utf-8").replace(old, new, 1)
    if new.endswith("# The"):  # the rest of the line is a comment now
        text = text.replace('\\" # The', '" # The')
    path.write_text(text, "utf-8")
    found = [finding for finding in checked().findings if finding.code == "X1"]
    assert [f"{finding.line}:{finding.column}" for finding in found] == [place]
    assert name in found[0].message
    assert controls(as_text(checked())) == []


def test_a_backslash_outside_double_quotes_is_only_a_backslash(
    town: Path, checked: Callable[..., Report]
) -> None:
    """Plain text and single quotes know no escapes."""
    path = town / "town.yaml"
    text = path.read_text("utf-8").replace("title: The", "title: The \\e[2J and '\\x1b' of the")
    path.write_text(text, "utf-8")
    assert checked().findings == ()


def test_line_ends_of_windows_are_no_control_characters(
    town: Path, checked: Callable[..., Report]
) -> None:
    """CR LF ends a line; CR anywhere else is hidden."""
    path = town / "town.yaml"
    text = path.read_text("utf-8")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    assert checked().findings == ()
    path.write_bytes(text.replace("title: The", 'title: "a\\rb" # The').encode())
    assert [finding.code for finding in checked().findings] == ["X1"]


def test_a_file_full_of_them_is_not_a_flood(town: Path, checked: Callable[..., Report]) -> None:
    """At most a hundred for one file."""
    path = town / "town.yaml"
    path.write_text(path.read_text("utf-8") + "# " + "\u202e" * 5000 + "\n", "utf-8")
    assert len(checked().findings) == 100

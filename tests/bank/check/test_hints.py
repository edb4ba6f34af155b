"""Hints of the author: what is found in them, and what is left alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.bank.check.test_rules import ITEMS, SOUND, TODAY, TOWN

from civicsquiz.bank import files
from civicsquiz.bank.check import check_files
from civicsquiz.errors import InvalidBank
from civicsquiz.source.shelf import Shelf


def written(folder: Path, like: str, hints: list[str], **changes: Any) -> Path:
    """A bank of one item with these hints."""
    item = {**ITEMS[like], "hints": hints, **changes}
    path = folder / "bank.yaml"
    path.write_text(json.dumps({**SOUND, "items": [item]}, ensure_ascii=False), "utf-8")
    (folder / "report.txt").write_bytes((TOWN / "report.txt").read_bytes())
    return path


def codes(path: Path) -> list[str]:
    found = check_files([path], Shelf([path.parent]), TODAY).findings
    return [finding.code for finding in found if finding.code[0] == "H"]


@pytest.mark.parametrize(
    ("like", "hint"),
    [
        ("ferry-founder", "It was ADA MARSH."),
        ("ferry-founder", "Think of Marsh’s boats."),
        ("horse-toll", "It was 20 cents."),
        ("who-paid", "One of them is the state."),
    ],
)
def test_what_says_the_key(tmp_path: Path, like: str, hint: str) -> None:
    """The key however it is written, its surname, or one of its parts."""
    assert codes(written(tmp_path, like, [hint])) == ["H1"]


@pytest.mark.parametrize(
    ("like", "hint"),
    [
        ("ferry-founder", "Look for somebody with two boats."),
        ("ferry-founder", "She lived near the marsh."),
        ("horse-toll", "It cost more than for a person."),
        ("who-paid", "Look for the word “paid”."),
    ],
)
def test_what_does_not(tmp_path: Path, like: str, hint: str) -> None:
    """A word of it in another sense, or where to look."""
    assert codes(written(tmp_path, like, [hint])) == []


def test_it_is_told_where(tmp_path: Path) -> None:
    """With the line of the hint, among several."""
    path = written(tmp_path, "ferry-founder", ["Look at the boats.", "Ada Marsh."])
    text = yaml.safe_dump(json.loads(path.read_text("utf-8")), allow_unicode=True)
    path.write_text(text, "utf-8")
    (finding,) = check_files([path], Shelf([tmp_path]), TODAY).findings
    assert "Ada Marsh" in text.splitlines()[finding.line - 1]
    assert finding.code == "H1"


def test_hints_are_read(tmp_path: Path) -> None:
    """In their order, with control characters made visible; no more than five."""
    bank = files.load(written(tmp_path, "ferry-founder", ["One.", "Two \u202e."]))
    assert bank.items[0].hints == ("One.", "Two ⟨U+202E⟩.")
    with pytest.raises(InvalidBank, match="hints"):
        files.load(written(tmp_path, "ferry-founder", ["x"] * 6))

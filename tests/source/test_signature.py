"""Which files can be known again without being read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from civicsquiz.source.signature import SETTLED_AFTER, Signature, settled, signature

SECOND = 1_000_000_000


def now_of(path: Path) -> Signature:
    return signature(path.stat())


def test_a_file_that_nobody_touches_keeps_its_signature(tmp_path: Path) -> None:
    """However often it is read."""
    path = tmp_path / "file"
    path.write_text("one", encoding="utf-8")
    first = now_of(path)
    path.read_bytes()
    assert now_of(path) == first


@pytest.mark.parametrize("way", ["longer", "as long, set back", "another in its place"])
def test_a_changed_file_has_another(tmp_path: Path, way: str) -> None:
    """Also where the change hides behind the old size and the old time."""
    path = tmp_path / "file"
    path.write_text("one", encoding="utf-8")
    os.utime(path, ns=(SECOND, SECOND))
    first = now_of(path)
    if way == "another in its place":
        other = tmp_path / "other"
        other.write_text("two", encoding="utf-8")
        other.replace(path)
    else:
        path.write_text("two" if way.startswith("as long") else "three", encoding="utf-8")
    os.utime(path, ns=(SECOND, SECOND))
    assert now_of(path) != first


@pytest.mark.parametrize(
    ("changed", "touched", "expected"),
    [
        (0, 0, True), (10 * SECOND - SETTLED_AFTER, 0, False), (0, 10 * SECOND - 1, False),
        (9 * SECOND, 0, False), (11 * SECOND, 0, False), (7 * SECOND, 7 * SECOND, True),
    ],
)  # fmt: skip
def test_what_was_just_changed_is_not_settled(changed: int, touched: int, expected: bool) -> None:
    """Neither by the time of its content nor by that of anything else, nor if it is of the future."""
    assert settled((3, changed, 1, touched), 10 * SECOND) is expected

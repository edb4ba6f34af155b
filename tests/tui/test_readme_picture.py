"""The picture in the README is what the program draws."""

from __future__ import annotations

from pathlib import Path

from tests.tui import readme_picture


def test_readme_picture_is_current(home: Path) -> None:
    """A changed screen or bank shows up here: look at the new picture, then keep it."""
    kept = readme_picture.PICTURE.read_text("utf-8")
    assert readme_picture.drawn(home) == kept, "python -m tests.tui.readme_picture draws it again"


def test_readme_picture_loads_nothing() -> None:
    """Whoever reads the README is not made to fetch anything else."""
    kept = readme_picture.PICTURE.read_text("utf-8")
    assert "url(" not in kept.replace("url(#", "")

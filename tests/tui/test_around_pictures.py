"""The screens around the quiz as pictures, each in the dark, in the light, and small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.tui.around import EIGHT, around, law, press
from tests.tui.stage import BANKS
from textual.pilot import Pilot

from civicsquiz.source.shelf import Shelf
from civicsquiz.tui.screens.home import HomeScreen

Compare = Callable[..., bool]
CHARTER = "town/town-charter.yaml"
LOOKS = {
    "dark": ((80, 24), False),
    "light": ((80, 24), True),
    "small": ((40, 15), False),
}
LIGHT = ("begin", "words-explained", "glossary-found", "reader", "search-hits", "discussion")
"""Each has colours that no other has; the rest are made of the same."""
SMALL = (
    "begin-left-out", "words-asked", "words-explained", "glossary-found", "sources", "reader",
    "reader-guide", "resting", "search-hits", "search-asked", "discussion", "help",
)  # fmt: skip
"""Each is laid out by code that no other of them goes through."""


@dataclass(frozen=True)
class Picture:
    """Keys pressed at Home. The first bank there is `first`; `folder` has what is at hand."""

    keys: tuple[str, ...]
    first: str = EIGHT
    folder: str = "town"


PICTURES = {
    "begin": Picture(("enter",)),
    "begin-left-out": Picture(("enter", "x")),
    "words-asked": Picture(("enter", "g"), CHARTER),
    "words-explained": Picture(("enter", "1", "g"), CHARTER),
    "glossary": Picture(("g",)),
    "glossary-found": Picture(("g", *"town")),
    "glossary-from-begin": Picture(("enter", "g")),
    "sources": Picture(("r",)),
    "reader": Picture(("r", "enter", "n", "n")),
    "reader-guide": Picture(("r", "enter", "n"), folder="guides"),
    "reader-not-at-hand": Picture(("r", "down", "enter"), folder="guides"),
    "reader-from-feedback": Picture(("enter", "2", "o"), CHARTER),
    "resting": Picture(("r", "enter", "n", "n", "enter")),
    "search": Picture(("slash",)),
    "search-hits": Picture(("slash", *"hearing", "down")),
    "search-nothing": Picture(("slash", *"aardvark")),
    "search-asked": Picture(("enter", "slash", *"council", "enter"), CHARTER),
    "discussion": Picture(("enter", "enter", "1", "q", "d")),
    "results": Picture(("enter", "enter", "1", "q")),
    "help": Picture(("question_mark",)),
}


TAKEN = [
    (name, look)
    for look, names in (("dark", PICTURES), ("light", LIGHT), ("small", SMALL))
    for name in names
]


@pytest.mark.parametrize(("name", "look"), TAKEN)
def test_around(
    snap_compare: Compare, home: Path, monkeypatch: pytest.MonkeyPatch, name: str, look: str
) -> None:
    """What can be reached from Home and from a question."""
    picture, (size, light) = PICTURES[name], LOOKS[look]
    stage = around(home, picture.first)
    shelf = Shelf([BANKS / picture.folder])
    monkeypatch.setattr(stage.builder, "shelf_for", lambda _path: shelf)
    app = stage.show(HomeScreen, light=light)

    async def run(pilot: Pilot[None]) -> None:
        await press(pilot, *picture.keys)

    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("look", LOOKS)
def test_law(snap_compare: Compare, home: Path, tmp_path: Path, look: str) -> None:
    """Passages of the law, each with its own citation, and a summary of ours between them."""
    size, light = LOOKS[look]
    app = law(home, tmp_path).show(HomeScreen, light=light)

    async def run(pilot: Pilot[None]) -> None:
        await press(pilot, "r", "enter")

    assert snap_compare(app, terminal_size=size, run_before=run)

"""Triage as pictures: in the dark, in the light, beside the article, and small."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.draft.triage_bank import put
from tests.tui.stage import Stage
from tests.tui.test_screens import press
from tests.tui.test_triage import triage_app
from textual.pilot import Pilot

Compare = Callable[..., bool]
SIZES = {"dark": (80, 24), "light": (80, 24), "broad": (120, 30), "small": (40, 15)}
PICTURES = {
    "draft": ("dark", (), False),
    "draft-light": ("light", ("s",), False),
    "draft-broad": ("broad", ("s", "s"), False),
    "draft-small": ("small", (), False),
    "stale": ("dark", ("s",), False),
    "tray": ("dark", ("s", "s"), False),
    "proposed": ("dark", ("s", "s", "s"), True),
    "reasons": ("dark", ("r",), False),
    "editor": ("dark", ("e", "enter", "backspace", "7"), False),
    "editor-quotation": ("dark", ("e", *["tab"] * 11, "backspace"), False),
    "editor-small": ("small", ("e",), False),
    "end": ("dark", ("a", "r", "d", "e", "ctrl+s"), False),
}


@pytest.mark.parametrize("name", PICTURES)
def test_triage(snap_compare: Compare, home: Path, tmp_path: Path, name: str) -> None:
    """Each state of the screen once."""
    look, keys, sources = PICTURES[name]
    stage = Stage(home, "town/town-charter.yaml", "town")
    app = triage_app(stage, put(tmp_path), sources=sources, light=look == "light")

    async def run(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)
        await pilot.app.workers.wait_for_complete()  # the gate has something to say too
        await pilot.pause()

    assert snap_compare(app, terminal_size=SIZES[look], run_before=run)

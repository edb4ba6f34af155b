"""Any order of answer, hint, look-up, undo, redo, going back, leaving, kill and going on: what can be
read on the screen is what follows from the log that is on the disk, and nothing was lost."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from tests.often import examples
from tests.tui.desk import Act, Desk
from tests.tui.stage import Stage

from civicsquiz.study.session import Mode

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""Each try takes seconds: making a failing programme smaller would take hours."""
ACTS = "wrong wrong right next next next undo undo redo hint hint look_up sure back look mark quit kill"
ONCE = (
    "sure wrong undo redo next back quit wrong kill next right back undo sure wrong next quit sure wrong mark undo right next"
    " look hint kill wrong look next undo redo undo right next"
    " wrong next right next wrong next wrong next"
)
ONCE_TUTORED = (
    "hint wrong undo redo next look_up kill wrong next wrong undo look_up quit hint right undo wrong next"
    " wrong look next undo wrong kill next wrong next hint look right next undo redo"
)
"""Programmes in which everything has its turn."""


@pytest.mark.parametrize("mode", Mode)
def test_screens_say_what_is_on_the_disk(
    town: Stage, mode: Mode, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is done, and however the program ends in between."""
    monkeypatch.setattr("civicsquiz.tui.app._BACKUP_AFTER", 3600)  # nothing runs beside
    acts = st.builds(Act, st.sampled_from(ACTS.split()), st.integers(0, 2))

    once = ONCE_TUTORED if mode is Mode.TUTOR else ONCE

    @settings(max_examples=examples(6, 1), deadline=None, phases=PHASES)
    @given(acts=st.lists(acts, min_size=12, max_size=24), certainty=st.booleans())
    @example(acts=[Act(name, at % 3) for at, name in enumerate(once.split())], certainty=True)
    def programme(acts: list[Act], certainty: bool) -> None:
        desk = Desk(town, mode, certainty=certainty)
        left = iter(acts)
        try:
            while asyncio.run(desk.live(left)):
                pass
        finally:
            desk.close()

    programme()

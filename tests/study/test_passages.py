"""Sources as passages ask for them: recognised once for a bank, however long it is."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from civicsquiz.source.shelf import Shelf
from civicsquiz.study.passages import source_of

if TYPE_CHECKING:
    from tests.study.conftest import Make


def test_a_source_is_recognised_once(
    make: Make, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a bank quotes is gathered and compared when its source is asked for first."""
    bank = make.bank(make.choice(evidence=(make.evidence("the council had seven members"),)))
    first = source_of(bank, "paper", shelf)
    assert first.matched_by == "passages"

    def refuse(*_: object) -> None:
        raise AssertionError("asked again")

    monkeypatch.setattr(Shelf, "source", refuse)
    assert source_of(bank, "paper", shelf) is first
    with pytest.raises(AssertionError, match="asked again"):
        source_of(bank, "other", shelf)


def test_each_bank_and_shelf_by_itself(make: Make, shelf: Shelf, tmp_path: Path) -> None:
    """Another bank with other quotations, or another shelf, may know the source as something else;
    so may one that comes to stand where a bank was that is gone."""
    quoted = make.choice(evidence=(make.evidence("the council had seven members"),))
    elsewhere = make.choice(evidence=(make.evidence("nothing that stands there"),))
    bank = make.bank(quoted)
    assert source_of(bank, "paper", shelf).document is not None
    assert source_of(make.bank(elsewhere), "paper", shelf).document is None
    assert source_of(bank, "paper", Shelf([tmp_path / "nowhere"])).document is None
    for _ in range(50):
        for item, at_hand in ((quoted, True), (elsewhere, False)):
            found = source_of(replace(bank, items=(item,)), "paper", shelf)
            assert (found.document is not None) is at_hand
        gc.collect(0)

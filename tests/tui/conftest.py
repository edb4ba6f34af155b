"""Stages: banks of the tests' own, ready to be put on a screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.stage import Stage


@pytest.fixture
def town(home: Path) -> Stage:
    """A town's bank with its article at hand; the pamphlet it also quotes is not."""
    return Stage(home, "town/town-charter.yaml", "town")


@pytest.fixture
def guided(home: Path) -> Stage:
    """The same bank with only a guide to the article."""
    return Stage(home, "town/town-charter.yaml", "guides")


@pytest.fixture
def hostile(home: Path) -> Stage:
    """A bank and an article that hold whatever a terminal could be made to obey."""
    return Stage(home, "hostile/hostile.yaml", "hostile")

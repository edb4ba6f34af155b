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


@pytest.fixture
def eight(home: Path) -> Stage:
    """A bank with one item of each type, its article at hand."""
    return Stage(home, "town/eight-types.yaml", "town")


@pytest.fixture
def hostile_types(home: Path) -> Stage:
    """The same in the places that only the newer types of item have."""
    return Stage(home, "hostile/hostile-types.yaml", "hostile")

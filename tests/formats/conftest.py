"""The peers' fixtures, which the repository does not hold."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def conformance(seeds: Path) -> Path:
    folder = seeds.parent / "conformance"
    if not folder.is_dir():
        pytest.skip("the peers' fixtures are not at hand: they belong beside the articles")
    return folder

"""Where the records of these tests are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from civicsquiz.record.sqlite import SqliteStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a record may be made, in a folder of its own that is not there yet."""
    return tmp_path / "data" / "progress.sqlite"


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """A record in a file."""
    store = SqliteStore.open(path)
    yield store
    store.close()

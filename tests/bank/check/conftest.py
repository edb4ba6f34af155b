"""A folder with the article about the ferry and its sound bank, and checking what is in it."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from civicsquiz.bank.check import Report, check_files
from civicsquiz.source.shelf import Shelf

TOWN = Path(__file__).resolve().parent / "town"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A folder of one's own with report.txt and town.yaml."""
    folder = tmp_path / "town"
    shutil.copytree(TOWN, folder)
    return folder


@pytest.fixture
def types(town: Path) -> Path:
    """The sound bank of the types that town.yaml does not have, beside it."""
    return Path(shutil.copy(TOWN.parent / "types.yaml", town))


@pytest.fixture
def checked(town: Path) -> Callable[..., Report]:
    """Check files, or by default the bank of `town`, with the article at hand."""

    def check(*paths: Path, groups: Mapping[Path, str] | None = None) -> Report:
        day = datetime.date(2026, 1, 15)
        return check_files(paths or (town / "town.yaml",), Shelf([town]), day, groups)

    return check

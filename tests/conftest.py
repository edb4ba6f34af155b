"""What every test stands on: nothing of the developer's own machine, and the articles if at hand."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.often import CI, examples

CHECKOUT = Path(__file__).resolve().parent.parent
ARTICLES = os.environ.get("CIVICSQUIZ_TEST_ARTICLES")  # read before the shield removes it
LONG = 24
"""Bytes that are read as the name of a test."""

if not CI:  # where CI is set, Hypothesis loads a profile of its own
    settings.register_profile("developer", deadline=None, max_examples=examples(100))
    settings.load_profile("developer")

if sys.dont_write_bytecode:
    # Whoever wants no bytecode beside the sources gets none there. But without any, each worker would
    # compile all the tests anew, and each program that they start all of the program.
    sys.pycache_prefix, sys.dont_write_bytecode = str(CHECKOUT / ".pytest_cache/bytecode"), False
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers() -> int:
    """For `-n auto`: screens and programs in terminals wait more than they compute."""
    return 3 * (os.cpu_count() or 1)


def pytest_configure() -> None:
    own = "TEXTUAL_SNAPSHOT_TEMPDIR"  # the snapshot plugin's, for the workers of a parallel run
    set_ones = sorted(name for name in os.environ if name.startswith("TEXTUAL") and name != own)
    if set_ones:
        raise pytest.UsageError(
            f"Unset {', '.join(set_ones)}: Textual reads such variables when it is imported, before"
            " the tests can be shielded from them."
        )


def pytest_make_parametrize_id(val: object) -> str | None:
    """Long bytes are named by their length: an archive has the time in it at which it was made, and every
    worker must find the same tests."""
    return f"{len(val)} bytes" if isinstance(val, bytes) and len(val) > LONG else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of a screen that is tried in many sizes, types and themes, every day's run of all tests tries each
    fourth, beginning with the first. Where CI is set, or tests are named, all are run."""
    if CI or config.args != config.getini("testpaths"):
        return
    seen: Counter[str] = Counter()
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        many = "/tests/tui/" in item.path.as_posix() and hasattr(item, "callspec")
        function = item.nodeid.partition("[")[0]
        (left if many and seen[function] % 4 else kept).append(item)
        seen[function] += 1
    config.hook.pytest_deselected(items=left)
    items[:] = kept


@pytest.fixture(scope="session", autouse=True)
def _one_time_zone() -> Iterator[None]:
    """Times on screens and in transcripts do not depend on where the developer lives."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "UTC")
        _read_time_zone_again()
        yield
    _read_time_zone_again()


def _read_time_zone_again() -> None:
    if hasattr(time, "tzset"):  # Windows has none, and takes its zone from elsewhere
        time.tzset()


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and a terminal that is the same everywhere; programs started inherit both."""
    home = tmp_path_factory.mktemp("home")
    for name in list(os.environ):
        if name.startswith(("CIVICSQUIZ_", "XDG_")):
            monkeypatch.delenv(name)
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(home))
    for name in ("APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home / name.lower()))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / ".local" / "share"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / ".local" / "state"))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    return home


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The top level of this repository."""
    return CHECKOUT


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the five articles, which the repository does not hold."""
    if ARTICLES:
        folder = Path(ARTICLES)
        assert folder.is_dir(), f"CIVICSQUIZ_TEST_ARTICLES names no folder: {folder}"
        return folder
    folder = CHECKOUT.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip("the articles are not at hand: name their folder in CIVICSQUIZ_TEST_ARTICLES")
    return folder

"""Places: what the environment says, what the platform says, and what is read as written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from civicsquiz import paths


def joined(*parts: str | Path) -> str:
    return os.pathsep.join(str(part) for part in parts)


def test_without_settings_the_users_places_are_the_platforms(home: Path) -> None:
    places = (
        paths.data_dir, paths.cache_dir, paths.user_banks, paths.user_sources, paths.progress_file,
        paths.backups_dir, paths.settings_file,
    )  # fmt: skip
    for place in (each() for each in places):
        assert place.is_relative_to(home)
        assert "civicsquiz" in place.parts
        assert not place.exists()
    assert paths.data_dir() != paths.cache_dir()


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is Linux's")
def test_on_linux_they_follow_xdg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "d"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "c"))
    assert paths.user_banks() == tmp_path / "d" / "civicsquiz" / "banks"
    assert paths.user_sources() == tmp_path / "d" / "civicsquiz" / "sources"
    assert paths.cache_dir() == tmp_path / "c" / "civicsquiz"


def test_civicsquiz_home_holds_everything(tmp_path: Path) -> None:
    environment = {"CIVICSQUIZ_HOME": str(tmp_path)}
    assert paths.data_dir(environment) == tmp_path
    assert paths.cache_dir(environment) == tmp_path / "cache"
    assert paths.user_banks(environment) == tmp_path / "banks"
    assert paths.user_sources(environment) == tmp_path / "sources"
    assert paths.progress_file(environment) == tmp_path / "progress.sqlite"
    assert paths.backups_dir(environment) == tmp_path / "backups"
    assert paths.settings_file(environment) == tmp_path / "settings.toml"


def test_an_empty_civicsquiz_home_is_none() -> None:
    assert paths.data_dir({"CIVICSQUIZ_HOME": ""}) == paths.data_dir({})


def test_the_environment_of_the_process_is_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CIVICSQUIZ_HOME", str(tmp_path))
    monkeypatch.setenv("CIVICSQUIZ_BANKS", str(tmp_path / "b"))
    monkeypatch.setenv("CIVICSQUIZ_SOURCES", str(tmp_path / "s"))
    assert paths.data_dir() == tmp_path
    assert paths.bank_path() == (tmp_path / "b",)
    assert paths.source_path() == (tmp_path / "s",)


def test_search_paths_keep_their_order_without_gaps_and_repetitions(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two words"
    value = joined("", two, one, "", two)
    assert paths.bank_path({"CIVICSQUIZ_BANKS": value}) == (two, one)
    assert paths.source_path({"CIVICSQUIZ_SOURCES": value}) == (two, one)


def test_search_paths_are_empty_where_nothing_is_said() -> None:
    assert paths.bank_path({}) == ()
    assert paths.source_path({"CIVICSQUIZ_SOURCES": ""}) == ()


def test_a_tilde_is_the_home_and_a_relative_place_is_the_working_directorys(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert paths.bank_path({"CIVICSQUIZ_BANKS": joined("~/banks", "mine")}) == (
        home / "banks",
        tmp_path / "mine",
    )


def test_a_home_that_nobody_has_is_taken_as_written() -> None:
    (place,) = paths.bank_path({"CIVICSQUIZ_BANKS": "~nobody-of-this-name/banks"})
    assert place.parts[-2:] == ("~nobody-of-this-name", "banks")


def test_a_damaged_installation_says_so_in_one_sentence(checkout: Path, tmp_path: Path) -> None:
    package = tmp_path / "civicsquiz"
    package.mkdir()
    for name in ("__init__.py", "errors.py", "paths.py"):
        shutil.copy(checkout / "src" / "civicsquiz" / name, package)
    code = """
from civicsquiz import errors, paths
for place in (paths.shipped_banks, paths.shipped_seeds):
    try:
        place()
    except errors.InstallationError as error:
        print(error)
"""
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    banks, seeds = ran.stdout.splitlines()
    assert "question_banks" in banks
    assert "seeds" in seeds
    assert banks.endswith("install civicsquiz again.")


def test_a_start_that_asks_for_no_place_imports_no_platformdirs() -> None:
    code = "import sys, civicsquiz.paths; print('platformdirs' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"

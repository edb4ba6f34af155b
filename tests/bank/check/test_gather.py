"""From paths to bank files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from civicsquiz.bank.check import gather

MARKED = "civicsquiz: 1\n"


def put(folder: Path, name: str, content: str | bytes = MARKED) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_folder_is_walked_for_files_with_the_marker(tmp_path: Path) -> None:
    """.yaml and .yml with `civicsquiz:` at the beginning of a line, at any depth, in order."""
    banks = [
        put(tmp_path, "b.yaml", "# a bank\n---\ncivicsquiz : 1\n"),
        put(tmp_path, "a/c.yml"),
        put(tmp_path, "a/d/E.YAML", "\ufeffcivicsquiz: 1\n"),
    ]
    put(tmp_path, "workflow.yaml", "jobs: {}\n  civicsquiz: 1\n")
    put(tmp_path, "notes.txt")
    found = gather([tmp_path])
    assert found.files == banks
    assert found.problems == []


def test_what_cannot_be_read_may_be_a_bank(tmp_path: Path) -> None:
    """A file in a folder that nobody can look into is checked, so that it is named."""
    utf_16 = put(tmp_path, "a.yaml", MARKED.encode("utf-16"))
    large = tmp_path / "large.yaml"
    with large.open("wb") as file:
        file.truncate(40 * 2**20)
    put(tmp_path, "other.yaml", "x: 1".encode("utf-16"))
    assert gather([tmp_path]).files == [utf_16, large]


def test_a_file_is_taken_as_it_is_named_and_once(tmp_path: Path) -> None:
    """Without marker and with any name, because somebody asked for it."""
    path = put(tmp_path, "bank.txt", "x: 1\n")
    put(tmp_path, "a.yaml")
    assert gather([path, tmp_path, tmp_path / "a.yaml", path]).files == [path, tmp_path / "a.yaml"]


def test_paths_that_lead_nowhere_are_all_named(tmp_path: Path) -> None:
    """A path that is not there, and a folder without banks, each with what to do."""
    (tmp_path / "empty").mkdir()
    found = gather([tmp_path / "nothing.yaml", tmp_path / "empty"])
    assert found.files == []
    assert [str(problem) for problem in found.problems] == [
        f"{tmp_path}/nothing.yaml: is not there: check the path",
        (
            f"{tmp_path}/empty: has no banks in it: name a folder with .yaml files that begin with "
            "“civicsquiz: 1”"
        ),
    ]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_links_that_go_round_do_no_harm(tmp_path: Path) -> None:
    """A link to a folder is not followed, a dangling one is no bank."""
    bank = put(tmp_path, "a/bank.yaml")
    (tmp_path / "a/round").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a/gone.yaml").symlink_to(tmp_path / "nowhere")
    assert gather([tmp_path]).files == [bank]

"""What the commands say of a bank in which questions have no passage."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Command = Callable[..., CompletedProcess[str]]
SAID = "1 question has no passage and is asked only with --unproven."
NONE = """\
civicsquiz: 1
id: bare
title: Bare
sources: {}
items:
"""
ITEM = """\
  - id: {name}
    type: short
    topic: lamps
    stance: fact
    stem: Which {name} of the town did the council vote to keep on Monday?
    key: lamp
    rationale: It is what they voted on.
    status: unproven
"""


@pytest.fixture
def mixed(bank: Path) -> Path:
    """The bank with a question more, which has no passage."""
    bank.write_text(bank.read_text("utf-8") + ITEM.format(name="thing"), "utf-8")
    return bank


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """A bank of two questions that have none."""
    path = tmp_path / "bare.yaml"
    path.write_text(NONE + ITEM.format(name="thing") + ITEM.format(name="object"), "utf-8")
    return path


def test_play_says_what_it_leaves_out(command: Command, mixed: Path) -> None:
    told = "1 without a passage is not asked (--unproven asks them)."
    assert command("play", mixed, "--plain").stdout.startswith(told)
    assert told not in command("play", mixed, "--plain", "--unproven").stdout


def test_print_takes_them_on_request(command: Command, mixed: Path, bare: Path) -> None:
    assert "2 questions" in command("print", mixed).stdout
    assert "3 questions" in command("print", mixed, "--unproven").stdout
    assert "--unproven" in command("print", bare).stderr
    assert "No passage given." in command("print", bare, "--unproven", "--key").stdout


def test_so_it_does_in_several_versions(command: Command, bare: Path, here: Path) -> None:
    ran = command("print", bare, "--unproven", "--versions", "2")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(list(here.iterdir())) == 4


@pytest.mark.usefixtures("here")
def test_pack_and_add_say_it(command: Command, mixed: Path, bare: Path, article: Path) -> None:
    packed = command("pack", mixed, CIVICSQUIZ_SOURCES=str(article.parent))
    assert packed.stdout.splitlines()[1:] == [SAID]
    home = str(article.parent.parent / "data")
    added = command("add", "lamp.civicsquiz", CIVICSQUIZ_HOME=home).stdout.splitlines()
    assert added[1:] == [SAID, "civicsquiz play lamp opens it."]
    added = command("add", bare, CIVICSQUIZ_HOME=home).stdout.splitlines()
    assert added[1:] == [
        "2 questions have no passage and are asked only with --unproven.",
        "civicsquiz play bare --unproven opens it.",
    ]


def test_coverage_of_a_bank_without_sources_says_so(command: Command, bare: Path) -> None:
    told = " ".join(command("coverage", bare).stdout.split())
    assert told == (
        "The bank names no source. 2 questions have no passage and are asked only with --unproven."
    )

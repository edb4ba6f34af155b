"""`new`: a bank to begin with, which the schema and the reader of banks accept."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml

from civicsquiz.bank import files
from civicsquiz.bank.models import Status

Command = Callable[..., CompletedProcess[str]]

ARTICLE = """\
The council of the town

The council votes on the first Monday of each month. Five members make a quorum, and the mayor breaks a tie.

Anybody may speak for three minutes before the vote. The clerk writes down what is said.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "council.txt"
    path.write_text(ARTICLE)
    return path


def test_a_bank_to_begin_with(command: Command, tmp_path: Path, article: Path) -> None:
    bank = tmp_path / "council-bank.yaml"
    done = command("new", str(bank), "--source", str(article))
    assert (done.returncode, done.stderr) == (0, "")
    text = bank.read_text()
    assert text.startswith("# yaml-language-server: $schema=bank.schema.json\n")
    made = files.load(bank)
    assert [item.status for item in made.items] == [Status.DRAFT]
    assert made.items[0].evidence[0].selector.exact == (
        "The council votes on the first Monday of each month."
    )
    assert made.asked == ()
    schema = json.loads((tmp_path / "bank.schema.json").read_bytes())
    assert set(yaml.safe_load(text)) <= set(schema["properties"])
    told = command("check", str(bank)).stdout
    assert "E6" not in told, "the article lies beside it"
    assert "K1: draft: the key “The right answer” is not proven" in told


def test_several_sources_and_a_title(command: Command, tmp_path: Path, article: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(ARTICLE.replace("town", "county").replace("Monday", "Tuesday"))
    bank = tmp_path / "bank.yaml"
    command(
        "new",
        str(bank),
        "--source",
        str(article),
        "--source",
        str(other),
        "--title",
        "Two: councils #1",
    ).check_returncode()
    made = files.load(bank)
    assert made.title == "Two: councils #1"
    assert list(made.cards) == ["council", "other"]


def test_nothing_is_written_over(command: Command, tmp_path: Path, article: Path) -> None:
    bank = tmp_path / "bank.yaml"
    bank.write_text("mine")
    done = command("new", str(bank), "--source", str(article))
    assert done.returncode == 2
    assert done.stderr.endswith(
        "is there already: take another name, or --force to write over it\n"
    )
    assert bank.read_text() == "mine"
    command("new", str(bank), "--source", str(article), "--force").check_returncode()
    assert files.load(bank).items


def test_a_name_that_is_none_of_a_bank(command: Command, tmp_path: Path, article: Path) -> None:
    done = command("new", str(article), "--source", str(article))
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert article.read_text() == ARTICLE


def test_a_preview_needs_a_terminal_and_a_bank(
    command: Command, tmp_path: Path, article: Path
) -> None:
    """What cannot be shown is said in one line, before anything is drawn."""
    bank = tmp_path / "bank.yaml"
    command("new", str(bank), "--source", str(article)).check_returncode()
    for words, told in (
        ((str(bank),), f"there is no terminal to draw on: use civicsquiz check {bank}"),
        (
            (str(bank), "first-qestion"),
            "has no item “first-qestion”: did you mean “first-question”?",
        ),
        ((str(tmp_path / "none.yaml"),), "is not there: name a bank file"),
    ):
        done = command("preview", *words)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1)
        assert told in done.stderr

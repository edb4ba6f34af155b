"""`civicsquiz import`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from civicsquiz.bank import files
from civicsquiz.bank.models import Status
from civicsquiz.cli import travelling
from civicsquiz.formats.loss import Loss

Command = Callable[..., CompletedProcess[str]]

GIFT = """\
$CATEGORY: Town/Lamps

::Who wrote::Who wrote for all nine? {=Ada Park#She did. ~Ben Carr#He is not named. ~%50%Judges}

Write about the lamp. {}
"""


@pytest.fixture
def quiz(here: Path) -> Path:
    path = here / "quiz.txt"
    path.write_text(GIFT, "utf-8")
    return path


def test_questions_become_a_bank_of_unproven_items(
    command: Command, quiz: Path, here: Path
) -> None:
    done = command("import", quiz, "-o", "my-bank.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "my-bank.yaml: “Town”, 1 question out of gift, unproven: no passage came with them\n"
        "Not carried over:\n"
        "  weights: “Judges” was right in part; here it is wrong (who-wrote)\n"
        "  an essay has no place in a bank: left out (line 5)\n"
        "Ask them with: civicsquiz play my-bank.yaml --unproven\n"
    )
    bank = files.load(here / "my-bank.yaml")
    assert (bank.id, bank.title, bank.topics) == ("my-bank", "Town", {"lamps": "Lamps"})
    assert [(item.id, item.status) for item in bank.items] == [("who-wrote", Status.UNPROVEN)]
    assert command("check", here / "my-bank.yaml").returncode == 0


def test_the_format_and_the_title_can_be_said(command: Command, quiz: Path, here: Path) -> None:
    done = command("import", quiz, "--from", "gift", "--title", "Mine", "-o", "my-bank.yaml")
    assert done.returncode == 0
    assert files.load(here / "my-bank.yaml").title == "Mine"
    wrong = command("import", quiz, "--from", "moodle-xml", "-o", "other.yaml")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert str(quiz) in wrong.stderr
    assert not (here / "other.yaml").exists()


def test_a_name_with_spaces_is_quoted_where_it_can_be_copied(command: Command, quiz: Path) -> None:
    done = command("import", quiz, "-o", "My Bank's.yaml")
    assert done.stdout.endswith("civicsquiz play 'My Bank'\"'\"'s.yaml' --unproven\n")


def test_what_is_no_file_of_questions_is_said_to_be_none(
    command: Command, quiz: Path, here: Path
) -> None:
    for content, told in ((b"", "is empty"), (b"\x89PNG\r\n", "is a PNG picture, and no file of")):
        quiz.write_bytes(content)
        done = command("import", quiz, "-o", "my-bank.yaml")
        assert done.returncode == 2
        assert done.stderr.startswith(f"civicsquiz: {quiz}: {told}")


def test_a_table_of_options_has_the_right_keys(command: Command, here: Path) -> None:
    rows = "question,option a,option b,option c,correct\nWho is the mayor?,Ann,Maria,Ben,B\nWho not?,x,y,z,D\n"
    here.joinpath("quiz.csv").write_text(rows, "utf-8")
    done = command("import", "quiz.csv", "-o", "my-bank.yaml")
    assert done.returncode == 0
    assert "its key “D” is none of its options (line 3)" in done.stdout
    (item,) = files.load(here / "my-bank.yaml").items
    assert [option.text for option in item.options] == ["Maria", "Ann", "Ben"]


def test_strict_writes_the_bank_and_says_by_its_status_that_something_was_lost(
    command: Command, quiz: Path, here: Path
) -> None:
    assert command("import", quiz, "-o", "my-bank.yaml", "--strict").returncode == 3
    assert (here / "my-bank.yaml").exists()
    quiz.write_text("Who wrote? {=Ada Park ~Ben Carr}\n", "utf-8")
    assert command("import", quiz, "-o", "other.yaml", "--strict").returncode == 0


def test_a_bank_that_is_there_stays(command: Command, quiz: Path, here: Path) -> None:
    target = here / "my-bank.yaml"
    target.write_text("mine", "utf-8")
    done = command("import", quiz, "-o", target)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--force" in done.stderr
    assert target.read_text("utf-8") == "mine"
    assert command("import", quiz, "-o", target, "--force").returncode == 0
    assert files.load(target).items


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("Dear all,\nthe minutes.\n", "is in no format that is read"),
        ("Write about the lamp. {}\n", "has no question that a bank can hold (line 1: an essay has no"),
    ],
)  # fmt: skip
def test_a_file_of_no_use_leaves_nothing_behind(
    command: Command, quiz: Path, here: Path, content: str, told: str
) -> None:
    quiz.write_text(content, "utf-8")
    done = command("import", quiz, "-o", "my-bank.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"civicsquiz: {quiz}: {told}")
    assert done.stderr.count("\n") == 1
    assert list(here.iterdir()) == [quiz]


def test_a_file_that_is_too_large_is_refused_before_it_is_read(
    command: Command, here: Path
) -> None:
    with (here / "big.txt").open("wb") as file:
        os.truncate(file.fileno(), 1 << 32)
    done = command("import", here / "big.txt", "-o", "my-bank.yaml")
    assert done.returncode == 2
    assert "is 4096 MiB large: split it" in done.stderr


@pytest.mark.parametrize("name", [".", "absent.gift", "\0"])
def test_what_is_no_file_is_refused(command: Command, here: Path, name: str) -> None:
    done = command("import", name, "-o", "my-bank.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert not list(here.iterdir())


def test_a_bank_has_the_name_of_one(command: Command, quiz: Path, here: Path) -> None:
    done = command("import", quiz, "-o", "bank.txt")
    assert done.returncode == 2
    assert "give it a name that ends in .yaml" in done.stderr
    assert list(here.iterdir()) == [quiz]


def test_a_terminal_obeys_nothing_that_is_in_the_file(
    command: Command, quiz: Path, here: Path
) -> None:
    quiz.write_text("Who \x1b[31mwrote\u202e? {=Ada ~Ben}\n\nx\x1b]0;y\x07 {}\n", "utf-8")
    done = command("import", quiz, "-o", "my-bank.yaml", "--title", "\x1b[2J")
    assert done.returncode == 0
    assert "\x1b" not in done.stdout + (here / "my-bank.yaml").read_text("utf-8")


def test_many_losses_of_one_kind_are_counted_up() -> None:
    losses = [Loss(f"item-{at}", "accept", f"“form {at}” is left out") for at in range(9)]
    losses.append(Loss("", "licence", "the licence is not said"))
    losses += [Loss(f"item-{at}", "type", "it is a choice") for at in range(9)]
    assert travelling.grouped(losses) == [
        "licence: the licence is not said",
        "accept: “form 0” is left out (item-0)",
        "accept: “form 1” is left out (item-1)",
        "accept: “form 2” is left out (item-2)",
        "accept: 6 more like this (item-3, item-4, item-5, item-6 and 2 more)",
        "type: it is a choice (item-0, item-1, item-2, item-3 and 5 more)",
    ]

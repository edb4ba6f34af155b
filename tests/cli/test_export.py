"""`civicsquiz export`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from civicsquiz.formats.registry import FORMATS

Command = Callable[..., CompletedProcess[str]]


def test_a_bank_becomes_another_programs_file(command: Command, bank: Path, here: Path) -> None:
    done = command("export", bank, "--to", "gift", "-o", "quiz.gift")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0] == "quiz.gift: “The lamp”, 2 questions as gift"
    assert "said Judge Ada Park, who wrote for all nine." in (here / "quiz.gift").read_text("utf-8")


def test_what_is_lost_is_said_one_line_for_all_that_lost_it(
    command: Command, bank: Path, here: Path
) -> None:
    done = command("export", bank, "--to", "aiken", "-o", "quiz.txt")
    lines = done.stdout.splitlines()
    assert lines[1] == "Not carried over:"
    assert "  as_of: of when the sources are is not said" in lines
    assert any(line.endswith("(since-when)") for line in lines)
    each = command("export", bank, "--to", "aiken", "-o", "other.txt", "--losses")
    assert any(line.startswith("  since-when: ") for line in each.stdout.splitlines())
    assert here.joinpath("quiz.txt").read_bytes() == here.joinpath("other.txt").read_bytes()


def test_what_a_format_has_no_place_for_is_not_counted_and_is_said_once(
    command: Command, bank: Path, here: Path
) -> None:
    done = command("export", bank, "--to", "aiken", "-o", "quiz.txt", "--losses")
    text = here.joinpath("quiz.txt").read_text("utf-8")
    left = [line for line in done.stdout.splitlines() if ": left out: " in line]
    assert done.stdout.startswith(f"quiz.txt: “The lamp”, {text.count('ANSWER:')} question")
    assert text.count("ANSWER:") + len(left) == 2
    assert left
    for line in left:
        assert done.stdout.count(line.partition(": ")[0] + ":") == 1
    passages = [
        line for line in done.stdout.splitlines() if "the passages, their citations" in line
    ]
    assert len(passages) == text.count("ANSWER:")


@pytest.mark.parametrize(
    ("typed", "told"),
    [("moodle", "did you mean moodle-xml?"), ("qti", "did you mean qti12 or qti21?"),
     ("GIFFT", "did you mean gift?"), ("word", "there is no format “word”: take one of")],
)  # fmt: skip
def test_the_nearest_format_is_guessed(command: Command, bank: Path, typed: str, told: str) -> None:
    done = command("export", bank, "--to", typed, "-o", "quiz")
    assert done.returncode == 2
    assert told in done.stderr


def test_the_case_of_a_format_does_not_matter(command: Command, bank: Path, here: Path) -> None:
    assert command("export", bank, "--to", "CSV", "-o", "quiz.csv").returncode == 0
    assert command("import", "quiz.csv", "--from", "Csv", "-o", "back.yaml").returncode == 0


def test_strict_says_by_its_status_that_something_was_lost(
    command: Command, bank: Path, here: Path
) -> None:
    done = command("export", bank, "--to", "gift", "-o", "quiz.gift", "--strict")
    assert done.returncode == 3
    assert (here / "quiz.gift").exists()


def test_a_file_that_is_there_stays(command: Command, bank: Path, here: Path) -> None:
    target = here / "quiz.gift"
    target.write_text("mine", "utf-8")
    done = command("export", bank, "--to", "gift", "-o", target)
    assert done.returncode == 2
    assert done.stderr == f"civicsquiz: {target}: is there already: take another name, or --force to write over it\n"  # fmt: skip
    assert target.read_text("utf-8") == "mine"
    assert command("export", bank, "--to", "gift", "-o", target, "--force").returncode == 0
    assert target.read_text("utf-8") != "mine"


def test_drafts_stay_behind_and_unproven_items_are_listed(
    command: Command, bank: Path, here: Path
) -> None:
    text = bank.read_text("utf-8")
    more = text[text.index("  - id: since-when") :]
    bank.write_text(
        text
        + more.replace("since-when", "a-draft")
        + "    status: draft\n"
        + more.replace("since-when", "no-passage").split("    evidence:")[0]
        + "    status: unproven\n",
        "utf-8",
    )
    done = command("export", bank, "--to", "csv", "-o", "quiz.csv")
    assert "Left out, as nobody has judged them: a-draft\n" in done.stdout
    assert "Without a passage that proves them: no-passage\n" in done.stdout
    written = (here / "quiz.csv").read_text("utf-8")
    assert "no-passage" in written
    assert "a-draft" not in written


@pytest.mark.usefixtures("here")
def test_a_name_by_which_the_file_is_not_known_is_told(command: Command, bank: Path) -> None:
    """Anki imports a deck only out of a file that ends in .apkg."""
    told = "Its name does not end in .apkg: other programs may not know it for what it is."
    assert told in command("export", bank, "--to", "anki", "-o", "deck.txt").stdout
    assert "Its name" not in command("export", bank, "--to", "anki", "-o", "Deck.APKG").stdout


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_there(command: Command, bank: Path, here: Path, name: str) -> None:
    assert command("export", bank, "--to", name, "-o", "quiz").returncode == 0
    done = command("import", "quiz", "-o", "back.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"out of {name}, unproven" in done.stdout
    checked = command("check", here / "back.yaml")
    assert "0 errors" in checked.stdout


def test_a_format_that_is_none_is_a_mistake(command: Command, bank: Path, here: Path) -> None:
    done = command("export", bank, "--to", "word", "-o", "quiz.doc")
    assert done.returncode == 2
    assert "take one of gift, aiken, moodle-xml, qti12, qti21, anki, csv" in done.stderr
    assert not list(here.iterdir())


@pytest.mark.parametrize("target", ["-", "."])
def test_what_is_no_file_is_refused(command: Command, bank: Path, here: Path, target: str) -> None:
    done = command("export", bank, "--to", "gift", "-o", target)
    assert (done.returncode, done.stdout) == (2, "")
    assert "name a file" in done.stderr
    assert not list(here.iterdir())

"""Banks that are in no list and were named by their paths: they go on, and are reviewed, all the same."""

from __future__ import annotations

import gc
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from civicsquiz import paths

Command = Callable[..., subprocess.CompletedProcess[str]]

_GONE = "is no longer at {path}"
_WHERE = ": “civicsquiz resume PATH” goes on where it is now."
_WRONG = {
    "gone": f"{_GONE}{_WHERE}",
    "another": f"{_GONE}, where another bank is{_WHERE}",
    "broken": "cannot be read: line 3: is not YAML here (did not find expected node content)"
    " ({path}).",
    "a folder": "cannot be used: {path} is a folder.",
}

NO_SESSION = "are in no bank of your list any more"


@pytest.fixture
def begun(command: Command, bank: Path, article: Path, here: Path, tmp_path: Path) -> str:
    """A session over a bank named by a path from here, left after the first of two questions; what was
    said."""
    article.rename(bank.with_name(article.name))
    ran = command("play", "../banks/lamp.yaml", "--plain", "--seed", "3", stdin="1\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def test_it_goes_on_from_anywhere(
    begun: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Leaving says with which command; the passage is shown that lies beside the bank."""
    assert "“civicsquiz resume --plain” goes on with it." in " ".join(begun.split())
    monkeypatch.chdir(tmp_path)
    whole = command(
        "play", "banks/lamp.yaml", "--plain", "--no-record", "--seed", "3", stdin="1\n\n"
    )
    second = whole.stdout[whole.stdout.index("Question 2 of 2") :].splitlines()[2]
    ran = command("resume", "--plain", stdin="1\n\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "Going on where you were, at question 2 of 2." in ran.stdout
    assert second in ran.stdout.splitlines()
    assert "said Judge Ada Park, who" in ran.stdout


def test_the_log_does_not_say_where(begun: str, command: Command, bank: Path) -> None:
    """It is handed in; the list beside it is not, and is no file to export to."""
    told = command("progress", "export", "--format", "json").stdout
    assert '"answered"' in told
    assert "banks" not in told
    assert str(bank) in paths.places_file().read_text("utf-8")
    ran = command("progress", "export", "--format", "json", "--output", paths.places_file())
    assert "the list of banks that you opened" in ran.stderr


@pytest.mark.parametrize("how", ["gone", "another", "broken", "a folder"])
def test_it_is_the_bank_no_more(begun: str, command: Command, bank: Path, how: str) -> None:
    """It is no longer offered, and `resume`, `due` and `review` say why in a sentence."""
    if how == "another":
        bank.write_text(bank.read_text("utf-8").replace("id: lamp", "id: candle", 1), "utf-8")
    elif how == "broken":
        bank.write_text("civicsquiz: 1\nid: lamp\nitems: [", "utf-8")
    else:
        bank.unlink()
        if how == "a folder":
            bank.mkdir()
    said = f"lamp.yaml, in which a session is open, {_WRONG[how]}".format(path=bank)
    ran = command("resume", "--plain")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert said in " ".join(ran.stdout.split())
    for name in ("due", "review"):
        assert command(name).stderr == f"civicsquiz: {said}\n"
    named = command("resume", "lamp", "--plain")
    assert (named.returncode, named.stderr) == (2, f"civicsquiz: {said}\n")


def test_a_lost_bank_is_not_spoken_of_without_need(
    begun: str, command: Command, bank: Path, tmp_path: Path
) -> None:
    """It is in the list now, or it was opened where it is now: nothing is said."""
    moved = tmp_path / "elsewhere" / "lamp.yaml"
    moved.parent.mkdir()
    bank.rename(moved)
    assert command("due", CIVICSQUIZ_BANKS=str(moved.parent)).stderr == ""
    assert "lamp.yaml" in command("due").stderr
    assert "at question 2 of 2" in command("resume", moved, "--plain").stdout
    assert command("due").stderr == ""
    assert "at question 2 of 2" in command("resume", "--plain").stdout


def test_of_a_session_that_is_over_questions_were_answered(
    begun: str, command: Command, bank: Path
) -> None:
    command("resume", "--plain", stdin="1\n\n")
    bank.unlink()
    assert "lamp.yaml, of which you answered questions, is no longer at" in command("due").stderr
    assert "lamp.yaml" not in command("resume", "--plain").stdout


def test_statistics_know_it(begun: str, command: Command) -> None:
    """What is due of it is planned, and its topics are told."""
    told = json.loads(command("stats", "--format", "json").stdout)
    assert told["forecast"]["gone"] == 0
    topics = [one["topic"] for one in told["topics"] if one["bank"] == "lamp"]
    assert sorted(topics) == ["judges", "lamps"]


def test_what_goes_on_with_it_is_a_command(begun: str, command: Command, bank: Path) -> None:
    """By its path, for its id is in no list."""
    command("resume", "--plain", stdin="1\n\n")
    told = " ".join(command("due").stdout.split())
    assert f"“civicsquiz play {bank}” goes on with a bank" in told


def test_it_goes_by_another_name_by_now(begun: str, command: Command, bank: Path) -> None:
    text = bank.read_text("utf-8")
    bank.write_text(text.replace("id: lamp\n", "id: candle\nformerly: [lamp]\n", 1), "utf-8")
    assert "Going on where you were" in command("resume", "--plain").stdout


def test_a_broken_list_is_no_trouble(begun: str, command: Command) -> None:
    paths.places_file().write_text('{"civicsquiz-places": 1, "places": [{]', "utf-8")
    ran = command("resume", "--plain")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert NO_SESSION in " ".join(ran.stdout.split())


def test_without_a_record_nothing_is_written(command: Command, bank: Path) -> None:
    ran = command("play", bank, "--plain", "--no-record", stdin="1\n")
    assert "resume" not in ran.stdout
    assert not paths.places_file().exists()


def test_where_it_cannot_be_written_nothing_is_promised(command: Command, bank: Path) -> None:
    paths.places_file().mkdir(parents=True)
    ran = command("play", bank, "--plain", stdin="1\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "resume" not in ran.stdout


def test_a_bank_of_the_list_is_not_written_down(command: Command, bank: Path) -> None:
    """Also where it is named by its path."""
    for name in ("lamp", bank):
        command("play", name, "--plain", stdin="1\n", CIVICSQUIZ_BANKS=str(bank.parent))
    assert not paths.places_file().exists()


def test_a_bank_that_hides_behind_one_of_the_list(
    begun: str, command: Command, bank: Path, tmp_path: Path
) -> None:
    """A list that has another bank under this id: what goes on is the one that was begun."""
    other = tmp_path / "others" / "lamp.yaml"
    other.parent.mkdir()
    other.write_text(
        bank.read_text("utf-8").replace("without a hearing?", "without a trial?"), "utf-8"
    )
    ran = command("resume", "--plain", CIVICSQUIZ_BANKS=str(other.parent))
    assert "Going on where you were, at question 2 of 2." in ran.stdout
    assert "without a hearing?" in ran.stdout


def test_two_banks_of_one_id(command: Command, begun: str, bank: Path, tmp_path: Path) -> None:
    """Each session goes on with its own."""
    other = tmp_path / "others" / "lamp.yaml"
    other.parent.mkdir()
    other.write_text(
        bank.read_text("utf-8").replace("without a hearing?", "without a trial?"), "utf-8"
    )
    command("play", other, "--plain", "--seed", "3", stdin="1\n")
    assert "without a trial?" in command("resume", "--plain", stdin="1\n\n").stdout
    again = command("resume", "--plain").stdout
    assert "at question 2 of 2" in again
    assert "without a hearing?" in again


def test_forgetting(begun: str, command: Command) -> None:
    gc.collect()  # or the program that played would still have the record open
    ran = command("progress", "forget", "--yes")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert not paths.places_file().exists()


def test_forgetting_one_of_two(command: Command, bank: Path) -> None:
    """Where the other opened what stays."""
    for name in ("Ada", "Ben"):
        command("progress", "learners", "add", name)
        command("play", bank, "--plain", "--learner", name, stdin="1\n")
    gc.collect()
    assert command("progress", "forget", "--yes", "--learner", "Ada").returncode == 0
    for name, goes_on in (("Ben", True), ("Ada", False)):
        command("progress", "learners", "add", name)
        told = command("resume", "--plain", "--learner", name).stdout
        assert ("Going on where you were" in told) == goes_on


def test_it_is_reviewed(begun: str, command: Command) -> None:
    """New questions of it come, and what is due is known to be at hand."""
    told = json.loads(command("due", "--format", "json").stdout)
    assert (told["today"]["new"], told["gone"]) == (1, 0)
    ran = command("review", "--plain", stdin="1\n\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "1 new" in ran.stdout
    assert "is not at hand" not in ran.stdout


def test_a_review_of_a_bank_by_its_path_goes_on(command: Command, begun: str, bank: Path) -> None:
    command("resume", "--plain", stdin="1\n\n")
    command("play", bank, "--plain", stdin="1\n")
    ran = command("resume", "--plain")
    assert "at question 2 of 2" in ran.stdout

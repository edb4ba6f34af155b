"""`civicsquiz play`, up to where a session begins, and through it in line mode."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from civicsquiz.bank.models import Content
from civicsquiz.cli import play
from civicsquiz.study.session import Mode
from civicsquiz.tui.builder import Builder
from civicsquiz.tui.first import Choose, Quiz

Command = Callable[..., CompletedProcess[str]]


def test_the_modes_are_those_of_sessions() -> None:
    """They are written out so that a mistake is told before anything heavy is imported."""
    assert [*play.MODES, "review"] == [mode.value for mode in Mode], "review has its own command"


def test_what_can_be_left_out_is_what_content_notes_name() -> None:
    """Written out for the same reason."""
    assert list(play.CONTENTS) == [content.value for content in Content]


def test_a_bank_is_played_by_path_or_id(command: Command, bank: Path) -> None:
    """Straight into the first question; both ways lead to the same quiz."""
    lines = ("--plain", "--no-record", "--seed", "1")
    typed = "1\n\n1\n\n"
    by_path = command("play", bank, *lines, stdin=typed)
    by_id = command("play", "lamp", *lines, stdin=typed, CIVICSQUIZ_BANKS=str(bank))
    assert (by_path.returncode, by_path.stderr) == (0, "")
    assert by_path.stdout == by_id.stdout
    assert by_path.stdout.index("Question 1 of 2") < by_path.stdout.index("Results: ")


def test_the_seed_decides(command: Command) -> None:
    """The same seed asks the same, another one something else; without one it is drawn."""

    def opening(*more: str) -> str:
        return command("play", "eighth-amendment", "--plain", *more).stdout

    assert opening("--seed", "1") == opening("--seed", "1")
    assert len({opening("--seed", str(seed)) for seed in range(5)}) > 1
    assert opening() == opening("--seed", "seed"), "the fixture's App draws “seed”"


def test_what_is_asked_can_be_narrowed_down(command: Command, bank: Path) -> None:
    """By topic, item, type and count; each repeats."""

    def asked(*more: str) -> str:
        return command("play", bank, "--plain", *more).stdout

    assert "Question 1 of 2" in asked()
    assert "Question 1 of 1" in asked("--count", "1")
    assert "Ada Park" in asked("--topic", "judges")
    assert "burned since 1888" in asked("--item", "since-when")
    assert "burned since 1888" in asked("--type", "true-false")
    assert "Question 1 of 2" in asked("--topic", "judges", "--topic", "lamps")


def test_what_a_content_note_names_can_be_left_out(command: Command, bank: Path) -> None:
    """None of those questions is asked; where no other is left, that is told."""
    text = bank.read_text("utf-8")
    noted = text.replace("type: true-false", "type: true-false\n    content: [torture, deaths]")
    bank.write_text(noted, "utf-8")
    assert "Question 1 of 2" in command("play", bank, "--plain").stdout
    assert "Question 1 of 2" in command("play", bank, "--plain", "--without", "family-ties").stdout
    left = command("play", bank, "--plain", "--without", "family-ties", "--without", "deaths")
    assert "Question 1 of 1" in left.stdout
    assert "Ada Park" in left.stdout
    none = command("play", bank, "--plain", "--item", "since-when", "--without", "torture")
    assert none.returncode == 2
    assert "there is none to ask" in none.stderr


@pytest.mark.parametrize("more", [[], ["--no-read-first"]])
def test_screens_open_at_what_is_read_first(
    command: Command, bank: Path, monkeypatch: pytest.MonkeyPatch, more: list[str]
) -> None:
    """Unless it is passed over. What is left out there comes on top of what the command names."""
    opened: list[tuple[Quiz, Choose, bool]] = []

    def run_quiz(_: Builder, quiz: Quiz, choose: Choose, *, read_first: bool) -> int:
        opened.append((quiz, choose, read_first))
        return 0

    monkeypatch.setattr("civicsquiz.cli.terminal.need", lambda _app, *_command: None)
    monkeypatch.setattr("civicsquiz.tui.running.run_quiz", run_quiz)
    text = bank.read_text("utf-8")
    bank.write_text(
        text.replace("type: true-false", "type: true-false\n    content: [deaths]"), "utf-8"
    )
    assert command("play", bank, "--count", "1", "--mode", "test", *more).returncode == 0
    ((quiz, choose, read_first),) = opened
    assert (quiz.mode, len(quiz.questions), read_first) == (Mode.TEST, 1, not more)
    assert [one.item.id for one in choose([Content.DEATHS])] == ["who-wrote"]


@pytest.mark.parametrize(
    ("option", "wrong", "meant"),
    [
        ("--topic", "judge", "judges"),
        ("--item", "who-wrot", "who-wrote"),
        ("--type", "choise", "choice"),
    ],
)
def test_an_unknown_name_is_told_the_nearest(
    command: Command, bank: Path, option: str, wrong: str, meant: str
) -> None:
    """One line, status 2, nothing asked."""
    ran = command("play", bank, "--plain", option, wrong)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"“{wrong}”: did you mean {meant}?" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_an_unknown_bank_is_told_the_nearest(command: Command) -> None:
    """By id; a path that leads nowhere says so instead."""
    ran = command("play", "eigth-amendment", "--plain")
    assert ran.returncode == 2
    assert "did you mean eighth-amendment?" in ran.stderr


def test_a_bank_of_drafts_has_nothing_to_ask(command: Command, bank: Path) -> None:
    """One sentence; the item that is asked for by name says why too."""
    text = bank.read_text("utf-8").replace("    type:", "    status: draft\n    type:")
    bank.write_text(text, encoding="utf-8")
    for more in ([], ["--item", "who-wrote"]):
        ran = command("play", bank, "--plain", *more)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "draft" in ran.stderr
        assert ran.stderr.count("\n") == 1


def test_all_that_keeps_a_bank_from_being_used_is_told(command: Command, bank: Path) -> None:
    """Every finding with its place, one a line; status 2, because nothing could be asked."""
    text = bank.read_text("utf-8").replace("title:", "titel:").replace("topic: lamps", "topic: []")
    bank.write_text(text, encoding="utf-8")
    ran = command("play", bank, "--plain")
    assert (ran.returncode, ran.stdout) == (2, "")
    lines = ran.stderr.splitlines()
    assert len(lines) == 3
    assert all(line.startswith(f"civicsquiz: {bank}:") for line in lines)
    assert "did you mean “title”?" in ran.stderr


def test_a_broken_bank_is_told_before_a_missing_terminal(command: Command, bank: Path) -> None:
    """What is wrong with the file is the news; --plain would not help."""
    bank.write_text("civicsquiz: 1\n", encoding="utf-8")
    ran = command("play", bank)
    assert ran.returncode == 2
    assert "is missing" in ran.stderr
    assert "--plain" not in ran.stderr


def test_what_lies_beside_a_bank_proves_it(command: Command, bank: Path, article: Path) -> None:
    """An article in the bank's own folder gives the sentence around a quotation."""
    alone = command("play", bank, "--plain", "--item", "since-when", stdin="1\n")
    assert "not checked here" in alone.stdout
    article.rename(bank.with_name(article.name))
    beside = command("play", bank, "--plain", "--item", "since-when", stdin="1\n")
    assert "not checked here" not in beside.stdout
    assert "paragraph 3" in beside.stdout


def test_the_misses_can_be_tried_again(command: Command, bank: Path) -> None:
    """“again” at the results asks what was missed, with the same seed."""
    ran = command("play", bank, "--plain", "--item", "since-when", stdin="false\n\nagain\ntrue\n\n")
    assert ran.returncode == 0
    assert ran.stdout.index("✗ Wrong") < ran.stdout.index("✓ Right")


def test_input_that_ends_is_no_error(command: Command, bank: Path) -> None:
    """A pipe that runs dry ends the quiz, and says how far it came."""
    ran = command("play", bank, "--plain")
    assert (ran.returncode, ran.stderr) == (0, "")

"""A quiz on the screens, from the command to the results."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.end_to_end.conftest import Terminal

Start = Callable[..., "Terminal"]
RIGHT = ("Ada Park", "Eli Moss", "Fay Stone")
WRONG = "Ben Carr"


def test_a_bank_is_played_from_start_to_results(start: Start, bank: Path) -> None:
    """Every answer shows its outcome and its passage; the results come after the last."""
    terminal = start("play", bank, "--seed", "1")
    for number in (1, 2, 3):
        terminal.until(f"{number} of 3")
        terminal.answer(*(RIGHT if number < 3 else (WRONG,)))
        terminal.until("✓ Right" if number < 3 else "✗ Wrong")
        terminal.until("┃ ")
        terminal.until("[Report on the lamp], paragraph")
        terminal.press("\r")
    terminal.until("Results")
    terminal.until("2 of 3 right")
    terminal.until(lambda: terminal.text.count("✗") == 1)
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.is_restored()


def test_the_misses_are_tried_again(start: Start, bank: Path) -> None:
    """One key at the results asks what was missed, and nothing else."""
    terminal = start("play", bank, "--count", "2")
    terminal.answer(WRONG)
    terminal.until("✗ Wrong")
    terminal.press("\r", "2 of 2")
    terminal.answer(*RIGHT)
    terminal.until("✓ Right")
    terminal.press("\r")
    terminal.until("1 of 2 right")
    terminal.press("a", "1 of 1")
    terminal.answer(*RIGHT)
    terminal.until("✓ Right")
    terminal.press("\r", "1 of 1 right")
    terminal.press("q")
    assert terminal.ended() == 0


def test_a_test_is_taken_back_and_forth_and_submitted(start: Start, bank: Path) -> None:
    """No feedback before it is submitted; answers can be changed, questions marked; then all."""
    terminal = start("play", bank, "--mode", "test", "--seed", "1")
    terminal.until("1 of 3")
    terminal.answer(WRONG)
    terminal.press("\r", "2 of 3")
    terminal.press("m", "◆")
    terminal.press("b", "1 of 3")
    terminal.answer(*RIGHT)
    terminal.press("\r", "2 of 3")
    terminal.answer(WRONG)
    terminal.press("\r", "3 of 3")
    assert "Wrong" not in terminal.text
    assert "┃" not in terminal.text
    terminal.press("v", "Overview")
    terminal.until("2 of 3 answered")
    assert "◆" in terminal.text
    terminal.press("s", "still open")
    terminal.press("s", "Results")
    terminal.until("1 of 3 right")
    terminal.until(lambda: (terminal.text.count("✓"), terminal.text.count("✗")) == (1, 1))
    terminal.press("\r", "✓ Right")
    terminal.press("\r", "✗ Wrong")
    terminal.press("q", "Results")
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.is_restored()


def test_a_passage_is_opened_in_its_source(start: Start, bank: Path) -> None:
    """`o` shows the article around the passage, and goes back to the answer."""
    terminal = start("play", bank, "--item", "lit")
    terminal.answer("Eli Moss")
    terminal.until("✓ Right")
    terminal.press("o", "Judge Ada Park wrote for all nine.")
    terminal.until("Mayor Eli Moss lit it in 1888.")
    terminal.press("q", "✓ Right")


def test_a_question_is_flagged(start: Start, bank: Path) -> None:
    """While the note is typed its letters do nothing else."""
    terminal = start("play", bank, "--item", "lit")
    terminal.until("1 of 1")
    terminal.press("f", "Something is wrong")
    terminal.press("quite odd", "quite odd")
    terminal.press("\r", "Flagged")


def test_help_and_the_palette_open_and_close(start: Start, bank: Path) -> None:
    """`?` and Ctrl+P, over a question, which is still there afterwards."""
    terminal = start("play", bank, "--item", "lit")
    terminal.until("Eli Moss")
    terminal.press("?", "Suspend")
    terminal.press("\x1b", lambda: "Suspend" not in terminal.text)
    terminal.press("\x10", "Search")
    terminal.press("\x1b", lambda: "Search" not in terminal.text)
    terminal.answer("Eli Moss")
    terminal.until("✓ Right")


def test_a_click_answers(start: Start, bank: Path) -> None:
    """The mouse does what the number does, and a second click writes nothing."""
    terminal = start("play", bank, "--item", "lit")
    terminal.click("Eli Moss")
    terminal.until("✓ Right")


def test_from_home_into_a_bank_and_out(start: Start, bank: Path) -> None:
    """Home lists the banks; Enter practises the first, which is the user's own."""
    terminal = start(CIVICSQUIZ_BANKS=str(bank))
    terminal.until("The lamp")
    terminal.until("Five articles")
    terminal.press("\r", "1 of 3")
    terminal.answer(*RIGHT)
    terminal.until("✓ Right")
    terminal.press("q", "Results")
    terminal.press("q", "Five articles")
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.is_restored()


def test_a_shipped_bank_is_played_anywhere(start: Start) -> None:
    """With an empty home and no source path: what is to be read first, then the question, whose
    passage comes out of the shipped guide."""
    terminal = start("play", "eighth-amendment", "--type", "choice", "--count", "1", "--seed", "1")
    terminal.until("Enter begin")
    terminal.press("\r", "1 of 1")
    terminal.press("1", "┃ ")
    assert "not checked here" not in terminal.text
    assert re.search("✓ Right|✗ Wrong", terminal.text)


def test_no_color_shows_no_colour(start: Start, bank: Path) -> None:
    """With NO_COLOR every colour that is written is a grey."""

    def colours(**env: str) -> set[bytes]:
        terminal = start("play", bank, "--item", "lit", **env)
        terminal.answer("Eli Moss")
        terminal.until("✓ Right")
        return {
            colour
            for colour in re.findall(rb"[34]8;2;(\d+;\d+;\d+)", terminal.raw)
            if len(set(colour.split(b";"))) > 1
        }

    assert colours()
    assert colours(NO_COLOR="1") == set()


def test_nothing_is_written_to_standard_output(start: Start, bank: Path, tmp_path: Path) -> None:
    """The screens are drawn on standard error, so that output can be captured."""
    out = tmp_path / "out"
    terminal = start("play", bank, "--item", "lit", wrapper='exec >"$OUT";', OUT=str(out))
    terminal.answer("Eli Moss")
    terminal.until("✓ Right")
    terminal.press("q", "Results")
    terminal.press("q")
    assert terminal.ended() == 0
    assert out.read_bytes() == b""

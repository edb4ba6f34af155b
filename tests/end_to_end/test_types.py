"""One session over all eight types of item, by keys in a terminal, and one by mouse."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.end_to_end.conftest import Terminal

Start = Callable[..., "Terminal"]

CHOSEN = {
    "How many members does": ["Nine"],
    "keeps the minutes of every hearing in": ["False"],
    "Which two things did the mayor": ["It is the heart", "No later council"],
    "In what order did these": ["The old charter", "The voters’", "The reading"],
    "What does each of these": [],
    "Which sentence has": ["“The council may not"],
}
TYPED = {"Which officer": "The  town CLERK", "At how many dollars": "4k"}
PAIRS = {
    "Seven": "Members of the council under the old",
    "Nine": "Members of the council under the new",
    "Twelve": "Hearings held",
}


def sign(terminal: Terminal, option: str) -> str:
    """The number or letter before an option; its first line is enough."""
    shown = re.sub(r"\s+", " ", terminal.text.replace("┃", " "))
    words = re.escape(re.sub(r"\s+", " ", option))
    found = re.search(rf"([1-9a-z])[a-z]? (?:(?:[☐☑·]|\d(?:st|nd|rd)) )?{words}", shown)
    assert found, terminal.text
    return found[1]


def letter(terminal: Terminal, option: str) -> str:
    """The letter before an option of the right column, which may go on in the next line."""
    texts: dict[str, str] = {}
    last = ""
    for line in terminal.text.splitlines():
        found = re.search(r"\b([a-d])  (\S.*)$", line[36:])
        last = found[1] if found else last
        if last:
            texts[last] = (
                f"{texts.get(last, '')} {found[2] if found else line[36:].strip()}".strip()
            )
    return next(name for name, text in texts.items() if text.startswith(option))


def asked(terminal: Terminal, number: int) -> str:
    """The stem that a question begins with, once all of it is drawn: the keys come last."""
    terminal.until(f"{number} of 8")
    terminal.until(lambda: " answer" in terminal.text.rstrip().splitlines()[-1])
    return next(stem for stem in (*CHOSEN, *TYPED) if stem in terminal.text)


def answered(terminal: Terminal) -> bool:
    return any(word in terminal.text for word in ("✓ Right", "✗ Wrong", "◐ Partly"))


@pytest.fixture
def types(checkout: Path) -> Path:
    return checkout / "tests/banks/town/eight-types.yaml"


def test_all_eight_types_by_keys(start: Start, types: Path) -> None:
    """Each is answered rightly, with what it takes: a number, several, a word, pairs, an order."""
    terminal = start("play", types, "--seed", "5")
    terminal.until("Enter begin")
    terminal.press("\r", "1 of 8")
    for number in range(1, 9):
        stem = asked(terminal, number)
        if stem in TYPED:
            terminal.press(TYPED[stem])
            terminal.until(TYPED[stem])
            terminal.press("\r")
        elif not CHOSEN[stem]:
            letters = {prompt: letter(terminal, PAIRS[prompt]) for prompt in PAIRS}
            for prompt in sorted(PAIRS, key=lambda one: sign(terminal, one)):
                terminal.press(letters[prompt])
            terminal.until("3 of 3 paired")
            terminal.press("\r")
        else:
            for option in CHOSEN[stem]:
                terminal.press(sign(terminal, option))
            if len(CHOSEN[stem]) > 1:
                terminal.press("\r")
        terminal.until(lambda: answered(terminal))
        assert "✓ Right" in terminal.text, terminal.text
        terminal.until("Enter next" if number < 8 else "Enter")
        terminal.press("\r")
    terminal.until("8 of 8 right")
    terminal.press("q")
    assert terminal.ended() == 0
    assert terminal.is_restored()


def test_all_eight_types_by_mouse(start: Start, types: Path) -> None:
    """Clicks alone answer whatever is not typed; what is clicked is what is answered."""
    terminal = start("play", types, "--seed", "5")
    terminal.click("Enter begin")
    for number in range(1, 9):
        stem = asked(terminal, number)
        if stem in TYPED:
            terminal.press(TYPED[stem])
            terminal.until(TYPED[stem])
            terminal.click("Enter answer")
        elif not CHOSEN[stem]:
            for prompt in sorted(PAIRS, key=lambda one: sign(terminal, one)):
                terminal.click(f"{letter(terminal, PAIRS[prompt])}  {PAIRS[prompt][:8]}")
            terminal.click("Enter answer")
        else:
            for option in CHOSEN[stem]:
                terminal.click(option)
            if len(CHOSEN[stem]) > 1:
                terminal.click("Enter answer")
        terminal.until(lambda: answered(terminal))
        assert "✓ Right" in terminal.text, terminal.text
        terminal.press("\r")
    terminal.until("8 of 8 right")
    terminal.press("q")
    assert terminal.ended() == 0

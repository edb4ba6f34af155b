"""Tutor and review as pictures. See `test_pictures`: what changes is looked at before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.tui.around import around
from tests.tui.around import press as press_and_wait
from tests.tui.stage import Stage
from tests.tui.test_pictures import NORMAL, SMALL, Compare, pressing
from tests.tui.test_tutor import Fake, coached, made
from textual.pilot import Pilot

from civicsquiz.study.session import Mode


@dataclass(frozen=True)
class Picture:
    """Keys pressed in a tutor's session over items, in the file's order."""

    items: tuple[str, ...]
    keys: tuple[str, ...] = ()


CHOICE, MULTIPLE, MATCH, SHORT = "seats", "said-by-the-mayor", "numbers-of-the-town", "who-keeps-minutes"  # fmt: skip
TYPED = (key for word in ("mayor", "x", "y", "z", "w") for key in (*word, "enter"))
MISSED = ("2", "enter", "1", "enter", *TYPED, "enter")
HEARINGS = (CHOICE, "minutes", SHORT, "price", MATCH)

TUTOR = {
    "asked": Picture((CHOICE,)),
    "not-yet": Picture((CHOICE,), ("1",)),
    "tried-again": Picture((CHOICE,), ("1", "1")),
    "hint": Picture((CHOICE,), ("h",)),
    "second-try": Picture((CHOICE,), ("1", "2")),
    "wrong-in-the-end": Picture((CHOICE,), ("1", "3")),
    "taken-back": Picture((CHOICE,), ("1", "u")),
    "looking-up-costs": Picture((CHOICE,), ("l",)),
    "several": Picture((MULTIPLE,), ("1", "2", "enter")),
    "several-hints": Picture((MULTIPLE,), ("2", "enter", "h")),
    "several-hints-in-full": Picture((MULTIPLE,), ("2", "enter", "h", "e")),
    "match": Picture((MATCH,), ("b", "d", "a", "enter")),
    "match-second-try": Picture((MATCH,), ("b", "d", "a", "enter", "1", "c", "3", "b", "enter")),
    "typed": Picture((SHORT,), (*"mayor", "enter")),
    "typed-hints": Picture((SHORT,), ("escape", "h", "h")),
    "reading": Picture(HEARINGS, MISSED),
    "after-reading": Picture(HEARINGS, (*MISSED, "enter")),
    "results": Picture(HEARINGS, (*MISSED, "q")),
}
SMALL_TOO = ("asked", "not-yet", "hint", "second-try", "several-hints", "reading", "results")
LIGHT_TOO = ("not-yet", "several-hints", "reading")


def taken(stage: Stage, name: str, *, light: bool = False) -> tuple[object, object]:
    picture = TUTOR[name]
    app = stage.quiz(Mode.TUTOR, picture.items, light=light)
    return app, pressing(*picture.keys)


@pytest.mark.parametrize("name", TUTOR)
def test_tutor(snap_compare: Compare, eight: Stage, name: str) -> None:
    """With the hints that the coach finds in the article."""
    app, run = taken(eight, name)
    assert snap_compare(app, terminal_size=NORMAL, run_before=run)


@pytest.mark.parametrize("name", SMALL_TOO)
def test_tutor_small(snap_compare: Compare, eight: Stage, name: str) -> None:
    app, run = taken(eight, name)
    assert snap_compare(app, terminal_size=SMALL, run_before=run)


@pytest.mark.parametrize("name", LIGHT_TOO)
def test_tutor_light(snap_compare: Compare, eight: Stage, name: str) -> None:
    app, run = taken(eight, name, light=True)
    assert snap_compare(app, terminal_size=NORMAL, run_before=run)


def test_tutor_no_colour(
    snap_compare: Compare, eight: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without colour a sign and a line through it say what was tried."""
    monkeypatch.setenv("NO_COLOR", "1")
    app, run = taken(eight, "not-yet")
    assert snap_compare(app, terminal_size=NORMAL, run_before=run)


def test_reading_with_a_guide(snap_compare: Compare, guided: Stage) -> None:
    """Where only a guide is at hand its passages are read, our summaries between."""
    items = ("hearing-before-closing", "price-of-a-hearing", "repeal-of-the-rule")
    app = coached(guided, Fake(tries=1), Mode.TUTOR, items)
    run = pressing("1", "enter", "1", "enter")
    assert snap_compare(app, terminal_size=NORMAL, run_before=run)


@pytest.mark.parametrize(
    "keys",
    [("enter",), ("enter", "3", "enter", *"x", "enter", "enter", *"9", "enter", "enter")],
    ids=["question", "once-more"],
)
def test_made_for_the_passage(snap_compare: Compare, eight: Stage, keys: tuple[str, ...]) -> None:
    """A question on the passage says that it does not count; what was missed comes once more."""
    items = ("minutes", MULTIPLE, SHORT, "price")
    app = coached(eight, Fake(made(eight), tries=1), Mode.TUTOR, items)
    run = pressing("1", "enter", "1", "4", "enter", "enter", *keys)
    assert snap_compare(app, terminal_size=NORMAL, run_before=run)


@pytest.mark.parametrize("size", [NORMAL, SMALL], ids=["80x24", "40x15"])
@pytest.mark.parametrize(
    "keys", [(), ("nine",), ("nine", "enter")], ids=["field", "hits", "reader"]
)
def test_looking_up(
    snap_compare: Compare, home: Path, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    """The question stands above the field, and its passage is found and read."""
    stage = around(home)
    app = coached(stage, Fake(), Mode.TUTOR, [CHOICE, "price"])

    async def run(pilot: Pilot[None]) -> None:
        typed = [part for key in keys for part in ([key] if key == "enter" else key)]
        await press_and_wait(pilot, "l", "l", *typed)

    assert snap_compare(app, terminal_size=size, run_before=run)

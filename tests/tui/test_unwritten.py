"""When the record cannot be written: one sentence, nothing lost, and Enter tries again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from tests.tui.stage import Stage
from tests.tui.test_answering import MATCH, RIGHT, quiz, said
from tests.tui.test_screens import log, on_screen, perform, press, text_of
from textual.pilot import Pilot

from civicsquiz.errors import RecordError
from civicsquiz.record.events import EventType
from civicsquiz.record.store import Writing
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.results import ResultsScreen

FULL = "there is no room left on the disk"


class Disk:
    """The store of a stage, whose disk can be filled and emptied."""

    def __init__(self, stage: Stage) -> None:
        self.full = False
        store = stage.builder.store
        writing = store.writing

        @contextmanager
        def write() -> Iterator[Writing]:
            if self.full:
                raise RecordError("progress.sqlite", FULL, "make some room and try again")
            with writing() as found:
                yield found

        vars(store)["writing"] = write


def shown(pilot: Pilot[None]) -> str:
    return " ".join(text_of(pilot).split())


def types(stage: Stage) -> list[EventType]:
    return [event.type for event in stage.builder.store.events()]


@pytest.mark.parametrize("item", RIGHT)
def test_an_answer_is_sent_again(eight: Stage, item: str) -> None:
    """Of any type: the answer stays, no feedback is shown, and Enter sends the same once there is
    room."""
    disk = Disk(eight)

    async def steps(pilot: Pilot[None]) -> None:
        disk.full = True
        await press(pilot, *RIGHT[item])
        assert FULL in shown(pilot)
        assert "Enter tries again." in shown(pilot)
        assert "Right" not in shown(pilot)
        await press(pilot, "enter")
        assert types(eight) == []
        assert FULL in shown(pilot)
        disk.full = False
        await press(pilot, "enter")
        assert "✓ Right" in shown(pilot)
        assert FULL not in shown(pilot)
        assert [event.mark for event in log(eight)] == [1]

    perform(eight.quiz(items=[item]), steps)


def test_another_answer_can_be_given_instead(town: Stage) -> None:
    """Whoever thinks better of it meanwhile is not held to what could not be written."""
    disk = Disk(town)

    async def steps(pilot: Pilot[None]) -> None:
        disk.full = True
        await press(pilot, "1")
        disk.full = False
        await press(pilot, "3")
        assert "✓ Right" in shown(pilot)
        await press(pilot, "enter")
        assert quiz(pilot).session.position == 1

    perform(town.quiz(), steps)


ACTIONS = {
    "undo": (Mode.PRACTICE, ("1",), ("u",), EventType.UNDONE),
    "redo": (Mode.PRACTICE, ("1", "u"), ("U",), EventType.REDONE),
    "flag": (Mode.PRACTICE, ("1",), ("f", *"bad", "enter"), EventType.FLAGGED),
    "the end": (Mode.PRACTICE, (*("1", "enter") * 4, "1"), ("enter",), EventType.FINISHED),
    "mark": (Mode.TEST, ("1",), ("m",), EventType.MARKED),
    "keep": (Mode.TEST, ("1",), ("2",), EventType.KEPT),
    "how sure": (Mode.TEST, ("1",), ("f2",), EventType.KEPT),
    "submit": (Mode.TEST, ("1",), ("s", "s", "s"), EventType.SUBMITTED),
    "give up": (Mode.TEST, ("1",), ("q", "x", "x"), EventType.ABANDONED),
    "hint": (Mode.TUTOR, (), ("h",), EventType.HINTED),
    "look up": (Mode.TUTOR, (), ("l", "l"), EventType.LOOKED_UP),
    "a try": (Mode.TUTOR, (), ("1",), EventType.ANSWERED),
}


@pytest.mark.parametrize("action", ACTIONS)
def test_whatever_is_done_can_be_tried_again(town: Stage, action: str) -> None:
    """Each says the sentence and has done nothing; Enter does it once there is room."""
    mode, before, keys, type_ = ACTIONS[action]
    disk = Disk(town)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *before)
        written = types(town)
        disk.full = True
        await press(pilot, *keys)
        await pilot.pause()
        on_screen(pilot, QuizScreen)
        assert FULL in shown(pilot)
        assert types(town) == written
        disk.full = False
        await press(pilot, "enter")
        assert types(town)[len(written) :].count(type_) == 1
        assert FULL not in shown(pilot)

    perform(town.quiz(mode, certainty=mode is Mode.TEST), steps)


def test_half_an_answer_of_a_test_stays(eight: Stage) -> None:
    """What was typed and could not be kept stays in the field, wherever one wants to go."""
    disk = Disk(eight)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "2", "enter", *"99", "escape")
        disk.full = True
        await press(pilot, "b")
        assert FULL in shown(pilot)
        assert said(pilot) == "99"
        disk.full = False
        await press(pilot, "enter")
        assert quiz(pilot).session.position == 0
        assert quiz(pilot).session.response(1) == ("99",)

    perform(eight.quiz(Mode.TEST, ["seats", "price"]), steps)


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.TUTOR, Mode.TEST])
def test_nobody_is_held_back(eight: Stage, mode: Mode) -> None:
    """Leaving works on a full disk: all answers are written, and the session can go on from them."""
    disk = Disk(eight)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "2")
        disk.full = True
        await press(pilot, "q", "k")
        if mode is not Mode.TEST:
            on_screen(pilot, ResultsScreen)
            await press(pilot, "q")
        assert pilot.app.return_code == 0
        assert len(eight.builder.store.unfinished(eight.builder.learner.uuid)) == 1

    perform(eight.quiz(mode, ["seats", MATCH]), steps)

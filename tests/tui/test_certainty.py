"""How sure one is: said by keys and clicks before the answer, and told after it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.often import in_ci
from tests.tui.stage import Stage
from tests.tui.test_answering import CHOICE, MATCH, RIGHT, SHORT, click, quiz
from tests.tui.test_screens import log, on_screen, perform, press, text_of
from textual.pilot import Pilot

from civicsquiz.study.session import Mode
from civicsquiz.tui.answered.quietly import comes_back
from civicsquiz.tui.screens.how_sure import HowSureScreen
from civicsquiz.tui.screens.results import ResultsScreen
from civicsquiz.tui.widgets.how_sure import HowSure

SIZES = pytest.mark.parametrize("size", [(80, 24), (40, 15)], ids=["80x24", "40x15"])


async def all_text(pilot: Pilot[None]) -> str:
    """All that can be read by Space."""
    seen = text_of(pilot)
    while "Space more" in text_of(pilot):
        await press(pilot, "space")
        seen += text_of(pilot)
    return " ".join(seen.split())


@pytest.mark.parametrize("size", [(80, 24), *in_ci((40, 15))], ids=str)
@pytest.mark.parametrize("item", RIGHT)
def test_it_is_said_before_every_type(eight: Stage, item: str, size: tuple[int, int]) -> None:
    """F1 to F3 say it whatever the question is answered with, also while a field is typed in, and
    again the same key takes it back; it is in the log with the answer."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "f1")
        assert quiz(pilot).session.certainty == 1
        await press(pilot, "f1")
        assert quiz(pilot).session.certainty is None
        await press(pilot, "f3", "f2", *RIGHT[item])
        assert log(eight)[0].certainty == 2
        shown = await all_text(pilot)
        assert "You were fairly sure, and you were right." in shown
        assert "How sure are you?" not in shown

    perform(eight.quiz(items=[item], certainty=True), steps, size)


@SIZES
@pytest.mark.parametrize("item", [CHOICE, MATCH, SHORT])
def test_it_is_said_by_a_click(eight: Stage, item: str, size: tuple[int, int]) -> None:
    """A click on the words chooses them, a sign says which; the answer's own keys go on working."""

    async def steps(pilot: Pilot[None]) -> None:
        row = quiz(pilot).query_one(HowSure)
        for words, key, certainty in (
            ("guess", "F1", 1),
            ("fairly", "F2", 2),
            ("certain", "F3", 3),
        ):
            await click(pilot, words)
            assert quiz(pilot).session.certainty == row.certainty == certainty
            assert f"●{key}" in text_of(pilot).replace(" ", "")
            assert text_of(pilot).count("●") == 1
        await press(pilot, *RIGHT[item])
        assert log(eight)[0].certainty == 3

    perform(eight.quiz(items=[item], certainty=True), steps, size)


def test_it_is_not_asked_where_it_is_off(eight: Stage) -> None:
    """Without it there is no row, no key and no word of it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "f2", "1")
        assert log(eight)[0].certainty is None
        assert not quiz(pilot).query(HowSure)
        await press(pilot, "enter", "q")
        assert "how sure" not in text_of(pilot)
        assert "certain" not in text_of(pilot)

    perform(eight.quiz(), steps)


def test_unsaid_stays_unsaid(eight: Stage) -> None:
    """Whoever says nothing is told nothing of it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1")
        assert log(eight)[0].certainty is None
        assert "You were" not in text_of(pilot)
        assert "guess" not in text_of(pilot)

    perform(eight.quiz(items=[CHOICE], certainty=True), steps)


def test_the_next_question_begins_unsaid(town: Stage) -> None:
    """What was said of one question is not said of the next; undone, it is asked again."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "f3", "1", "enter")
        assert quiz(pilot).query_one(HowSure).certainty is None
        assert "●" not in text_of(pilot)
        await press(pilot, "u", "f1", "3")
        assert [event.certainty for event in log(town)] == [3, 1]

    perform(town.quiz(certainty=True), steps)


def test_a_test_changes_it_until_it_is_handed_in(town: Stage) -> None:
    """It can be said, changed and taken away after the answer too, and counts as it stood."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "f1", "3", "f3", "enter", "1", "f2", "b")
        assert quiz(pilot).query_one(HowSure).certainty == 3
        await press(pilot, "f2", "enter", "f2")
        await press(pilot, "s", "s", "s")
        events = {event.item.split("/")[1]: event for event in log(town)}
        asked = on_screen(pilot, ResultsScreen).session.questions
        assert [events[one.item.id].certainty for one in asked[:2]] == [2, None]

    perform(town.quiz(Mode.TEST, certainty=True), steps)


def test_a_test_is_marked_by_certainty(town: Stage) -> None:
    """Points by Moodle's scheme with each answer and in all; calibration in words, with n, an interval
    and a plot, one key away."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(
            pilot, "f3", "3", "enter", "f2", "1", "enter", "f3", "1", "enter", "s", "s", "s"
        )
        shown = text_of(pilot)
        outcomes = on_screen(pilot, ResultsScreen).session
        marks = [outcomes.outcome_at(at) for at in range(3)]
        points = [
            {1: (1, 0), 2: (2, -2), 3: (3, -6)}[one.certainty or 1][one.raw < 1]
            for one in marks
            if one
        ]
        assert f"{sum(points)} of 15 points".replace("-", "−") in shown
        for point in points:
            assert f"{point:+d}".replace("-", "−") in shown
        await press(pilot, "c")
        on_screen(pilot, HowSureScreen)
        seen = await all_text(pilot)
        for words in (
            "right, less",
            "95% interval",
            "1 of 2 right, 50% (9–91%)",
            "too few to judge",
        ):
            assert words in seen, words
        await press(pilot, "escape")
        on_screen(pilot, ResultsScreen)

    perform(town.quiz(Mode.TEST, certainty=True), steps)


def test_practice_has_words_and_no_marks(town: Stage) -> None:
    """In practice certainty gives no points, only words."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "f3", "1", "enter", "q")
        shown = " ".join(text_of(pilot).split())
        assert "You said 1 time how certain you were: too few to judge." in shown
        assert "points" not in shown
        await press(pilot, "c")
        assert "points" not in text_of(pilot)

    perform(town.quiz(certainty=True), steps)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ("2026-01-01", "today"),
        ("2026-01-02", "today"),
        ("2026-01-03", "tomorrow"),
        ("2026-01-31", "on 31 January"),
        ("2026-12-31", "on 31 December"),
        ("2027-01-05", "on 5 January 2027"),
    ],
)
def test_when_it_comes_back(due: str, said: str) -> None:
    """Today, tomorrow or a day; a day of another year with its year."""
    assert comes_back(date.fromisoformat(due), date(2026, 1, 2)) == f"It comes back {said}."


def test_a_day_of_next_year_that_is_near_needs_no_year() -> None:
    assert comes_back(date(2027, 1, 5), date(2026, 12, 30)) == "It comes back on 5 January."


def test_the_feedback_says_when_it_comes_back(town: Stage) -> None:
    """The first answer of a day says it; a second one moves nothing, and says nothing of it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1")
        assert "It comes back tomorrow." in text_of(pilot)

    perform(town.quiz(), steps)
    perform(town.quiz(), nothing_said)


async def nothing_said(pilot: Pilot[None]) -> None:
    await press(pilot, "1")
    assert "Wrong" in text_of(pilot)
    assert "comes back" not in text_of(pilot)

"""What keys and clicks do, by what the session and its log hold afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

import pytest
from tests.tui.stage import Stage
from textual.pilot import Pilot
from textual.widgets import Input

from civicsquiz.record.events import Event, EventType
from civicsquiz.source.visible import controls
from civicsquiz.study.session import Mode
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.flag import FlagScreen
from civicsquiz.tui.screens.help import HelpScreen
from civicsquiz.tui.screens.home import HomeScreen
from civicsquiz.tui.screens.look import LookScreen
from civicsquiz.tui.screens.overview import OverviewScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.reader import ReaderScreen
from civicsquiz.tui.screens.results import ResultsScreen
from civicsquiz.tui.widgets.answering.choosing import Choosing
from civicsquiz.tui.widgets.key_line import KeyLine
from civicsquiz.tui.widgets.lines import Prose

Steps = Callable[[Pilot[None]], Awaitable[None]]
S = TypeVar("S")


def perform(app: QuizApp, steps: Steps, size: tuple[int, int] = (80, 24)) -> None:
    """Run the program without a terminal and do `steps` with it."""

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await steps(pilot)

    asyncio.run(run())


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


def on_screen(pilot: Pilot[None], kind: type[S]) -> S:
    screen = pilot.app.screen
    assert isinstance(screen, kind), screen
    return screen


def log(stage: Stage) -> tuple[Event, ...]:
    """Answers that were graded, and flags, in the order of the log."""
    types = (EventType.ANSWERED, EventType.FLAGGED)
    return tuple(stage.builder.store.events(types=types))


def text_of(pilot: Pilot[None]) -> str:
    """All that is drawn, as plain lines."""
    width, height = pilot.app.size
    strips = pilot.app.screen._compositor.render_strips()
    assert (width, height) == (len(strips[0].text), len(strips))
    return "\n".join(strip.text for strip in strips)


def test_number_answers_at_once(town: Stage) -> None:
    """A number answers and is recorded once; a second number finds the item answered."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "3", "2")
        (event,) = log(town)
        assert event.type is EventType.ANSWERED
        assert event.item == "town-charter/members-of-the-council"
        assert event.mark == 0
        assert "✗ Wrong" in text_of(pilot)
        assert "Five" in text_of(pilot)

    perform(town.quiz(), steps)


def test_number_that_is_not_on_offer(town: Stage) -> None:
    """A number beyond the options is answered in words and writes nothing."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "9")
        assert log(town) == ()
        assert "Type a number from 1 to 4." in text_of(pilot)

    perform(town.quiz(), steps)


def test_key_line_names_the_numbers_on_offer(town: Stage) -> None:
    """The key line counts the options of the item on the screen, not of the one before."""

    async def steps(pilot: Pilot[None]) -> None:
        assert "1–4 answer" in text_of(pilot)
        await press(pilot, "3", "enter")
        assert "1–3 answer" in text_of(pilot)

    perform(town.quiz(), steps)


def test_arrow_and_enter(town: Stage) -> None:
    """The arrows move, Enter takes the option they stand on, Enter goes on."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        assert log(town) == ()
        await press(pilot, "down", "down", "down", "enter")
        assert log(town)[0].mark == 1
        await press(pilot, "enter")
        assert "2 of 5" in text_of(pilot)

    perform(town.quiz(), steps)


def test_arrow_brings_options_into_sight(town: Stage) -> None:
    """Where the options run out of the screen, the arrows scroll to the one they stand on."""

    async def steps(pilot: Pilot[None]) -> None:
        assert "Twelve" not in text_of(pilot)
        await press(pilot, "up")
        assert "▸ 4  Twelve" in text_of(pilot)

    perform(town.quiz(), steps, size=(40, 11))


@pytest.mark.parametrize(("option", "mark"), [(0, 0), (2, 1)])
def test_click_answers(town: Stage, option: int, mark: int) -> None:
    """A click on an option answers it."""

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.click(Choosing, offset=(8, option))
        await pilot.pause()
        assert log(town)[0].mark == mark

    perform(town.quiz(), steps)


def test_click_on_a_key(town: Stage) -> None:
    """The keys at the bottom can be clicked: the first one shown after an answer goes on."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "3")
        await pilot.click(KeyLine, offset=(2, 0))
        await pilot.pause()
        assert "2 of 5" in text_of(pilot)

    perform(town.quiz(), steps)


def test_clicking_the_numbers_answers_nothing(town: Stage) -> None:
    """“1–4 answer” in the key line is a hint, not option 1."""

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.click(KeyLine, offset=(1, 0))
        await pilot.pause()
        assert log(town) == ()

    perform(town.quiz(), steps)


def test_from_home_to_results_and_back(town: Stage) -> None:
    """Home, a bank, all its items, the results, a miss, its source, and Home again."""

    async def steps(pilot: Pilot[None]) -> None:
        on_screen(pilot, HomeScreen)
        await press(pilot, "enter")
        quiz = on_screen(pilot, QuizScreen)
        assert len(quiz.session.questions) == 5
        for _ in range(5):
            await press(pilot, "1", "enter")
        results = on_screen(pilot, ResultsScreen)
        misses = len(results.session.results().misses)
        assert misses > 0
        await press(pilot, "enter")
        on_screen(pilot, LookScreen)
        await press(pilot, "o")
        on_screen(pilot, ReaderScreen)
        await press(pilot, "escape", "escape")
        on_screen(pilot, ResultsScreen)
        await press(pilot, "a")
        assert len(on_screen(pilot, QuizScreen).session.questions) == misses
        await press(pilot, "q")
        on_screen(pilot, HomeScreen)
        assert len(log(town)) == 5

    perform(town.show(HomeScreen), steps)


def test_leaving_in_the_middle_shows_what_was_answered(town: Stage) -> None:
    """q after some answers leads to their results; q there ends the program."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter", "q")
        assert on_screen(pilot, ResultsScreen).session.results().asked == 1
        await press(pilot, "q")
        assert pilot.app.return_code == 0

    perform(town.quiz(), steps)


def test_one_can_go_on_after_looking_at_the_results(town: Stage) -> None:
    """Esc in practice shows what was answered so far, and Esc again goes on with the rest."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter", "escape")
        on_screen(pilot, ResultsScreen)
        assert "4 still to be answered" in text_of(pilot)
        await press(pilot, "escape")
        on_screen(pilot, QuizScreen)
        assert "2 of 5" in text_of(pilot)
        await press(pilot, "q", "b", "1", "enter")
        assert "3 of 5" in text_of(pilot)

    perform(town.quiz(), steps)


def test_retrying_asks_in_another_order(town: Stage) -> None:
    """The misses come again with their options shuffled anew, so that places are no help."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *("1", "enter") * 5)
        results = on_screen(pilot, ResultsScreen).session
        await press(pilot, "a")
        again = on_screen(pilot, QuizScreen).session
        assert [one.ref for one in again.questions] == [one.ref for one in results.missed()]
        assert again.seed != results.seed

    perform(town.quiz(), steps)


def test_what_was_folded_away_can_be_read(town: Stage) -> None:
    """Where rows are short, Space unfolds what was left out and scrolls to it."""
    folded = "Whether a later council could repeal the rule depends on the law of the state"

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1")
        shown = " ".join(text_of(pilot).split())
        assert "Space more" in shown
        seen = shown
        for _ in range(6):
            await press(pilot, "space")
            seen += " " + " ".join(text_of(pilot).split())
        assert folded.split("depends")[1].strip() in seen
        assert "Space more" not in text_of(pilot)

    perform(town.quiz(items=["hearing-before-closing"]), steps, size=(80, 14))


def test_lists_follow_the_arrows(town: Stage) -> None:
    """A list longer than the screen scrolls to the row under the arrows."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v", "end")
        assert " 5  " in text_of(pilot)
        await press(pilot, "home")
        assert " 1  " in text_of(pilot)
        await press(pilot, "s", "s", "end")
        results = on_screen(pilot, ResultsScreen)
        assert results.session.questions[-1].item.stem[:12] in text_of(pilot)

    perform(town.quiz(Mode.TEST), steps, size=(40, 13))


def test_flag(town: Stage) -> None:
    """Letters typed into a flag's note are letters; the note is an event on the item."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "f", *"qof1?")
        assert on_screen(pilot, FlagScreen).query_one(Input).value == "qof1?"
        await press(pilot, "enter")
        (event,) = log(town)
        assert (event.type, event.note) == (EventType.FLAGGED, "qof1?")
        on_screen(pilot, QuizScreen)
        await press(pilot, "f", "x", "escape")
        assert len(log(town)) == 1

    perform(town.quiz(), steps)


def test_help_comes_and_goes(town: Stage) -> None:
    """? opens help over any screen, and again closes it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "question_mark")
        on_screen(pilot, HelpScreen)
        await press(pilot, "question_mark")
        on_screen(pilot, QuizScreen)

    perform(town.quiz(), steps)


def test_help_can_be_read_to_its_end(town: Stage) -> None:
    """In a small window Space goes on as long as there is more."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "question_mark")
        assert "title, called by what" not in text_of(pilot)
        presses = 0
        while "Space more" in text_of(pilot):
            await press(pilot, "space")
            presses += 1
            assert presses < 20
        assert presses
        assert "title, called by what" in text_of(pilot)

    perform(town.quiz(), steps, size=(40, 15))


def test_test_mode(town: Stage) -> None:
    """In a test nothing is told or written until it is submitted; answers can be changed."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "2", "m")
        assert log(town) == ()
        assert "Right" not in text_of(pilot)
        assert "Wrong" not in text_of(pilot)
        await press(pilot, "3", "enter", "b")
        quiz = on_screen(pilot, QuizScreen)
        assert quiz.session.marked == {0}
        assert quiz.query_one(Choosing).chosen == 3
        await press(pilot, "v", "down", "enter")
        assert on_screen(pilot, QuizScreen).session.position == 2
        await press(pilot, "s", "s")
        overview = on_screen(pilot, OverviewScreen)
        assert "still open" in str(overview.query_one("#summary", Prose).render())
        await press(pilot, "s")
        results = on_screen(pilot, ResultsScreen).session.results()
        assert (results.right, results.asked) == (1, 5)
        assert len(log(town)) == 5

    perform(town.quiz(Mode.TEST), steps)


def test_leaving_a_test_asks(town: Stage) -> None:
    """q in a test asks first: back, submit, keep it for later, or give it up."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "q", "escape")
        on_screen(pilot, QuizScreen)
        await press(pilot, "q", "k")
        assert pilot.app.return_code == 0
        assert log(town) == ()
        (session,) = town.builder.store.unfinished(town.builder.learner.uuid)
        latest = list(town.builder.store.events(session=session))[-1]
        assert latest.type is EventType.LEFT

    perform(town.quiz(Mode.TEST), steps)


def test_a_test_without_answers_is_simply_left(town: Stage) -> None:
    """There is nothing to keep, so nothing is offered but to leave, and nothing is written."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "q")
        assert "Nothing is answered yet." in text_of(pilot)
        assert "keep for later" not in text_of(pilot)
        await press(pilot, "k", "x")
        assert pilot.app.return_code == 0
        assert list(town.builder.store.events()) == []

    perform(town.quiz(Mode.TEST), steps)


def test_giving_a_test_up(town: Stage) -> None:
    """What was answered is graded and explained, the rest is listed and counts neither way."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "enter", "1", "q", "x")
        on_screen(pilot, OverviewScreen)
        assert "Press x again to give up." in " ".join(text_of(pilot).split())
        await press(pilot, "x")
        results = on_screen(pilot, ResultsScreen).session
        assert results.results().asked == 2
        assert len(log(town)) == 2
        assert text_of(pilot).count("–  not answered") == 3
        assert "3 questions without an answer do not count" in text_of(pilot)
        await press(pilot, "up", "enter", "enter")
        assert "answer 2 of 2" in text_of(pilot)
        await press(pilot, "q", "q")
        assert pilot.app.return_code == 0
        assert town.builder.store.unfinished(town.builder.learner.uuid) == ()

    perform(town.quiz(Mode.TEST), steps)


def test_source_opens_at_the_passage(town: Stage) -> None:
    """o shows the source with the quoted words in view, at any size."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "2", "o")
        await pilot.pause()
        shown = " ".join(text_of(pilot).replace("┃", "").split())
        assert "put the price of a hearing at $4,000" in shown
        await press(pilot, "escape")
        on_screen(pilot, QuizScreen)

    perform(town.quiz(items=["price-of-a-hearing"]), steps, size=(40, 15))


def test_hostile_text_is_only_text(hostile: Stage) -> None:
    """Clicking through everything a hostile bank shows runs no action, and nothing that reaches
    the screen is a control character."""

    async def steps(pilot: Pilot[None]) -> None:
        for keys in ([], ["1"], ["o"], ["escape"], ["enter"]):
            await press(pilot, *keys)
            drawn = text_of(pilot)
            assert controls(drawn) == []
            screen = pilot.app.screen
            for row in range(1, pilot.app.size.height - 2):
                for column in range(2, 60, 3):
                    style = screen.get_style_at(column, row)
                    assert "@click" not in style.meta
                    assert style.link is None
        assert pilot.app.return_code is None

    perform(hostile.quiz(), steps)


def test_resizing_does_no_harm(town: Stage) -> None:
    """From large to nothing and back, whatever is open, the program goes on."""

    async def steps(pilot: Pilot[None]) -> None:
        for size in ((40, 15), (20, 6), (1, 1), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "How many members" in text_of(pilot)
        await press(pilot, "3")
        for size in ((20, 6), (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "✓ Right" in text_of(pilot)
        await press(pilot, "o")
        for size in ((20, 6), (1, 1), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        on_screen(pilot, ReaderScreen)

    perform(town.quiz(), steps)

"""Today: what is due, what keeps slipping, what was believed and is not so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.tui.around import EIGHT, around, earlier, on_screen, perform, press, settle, shown
from tests.tui.stage import BANKS, Stage
from textual.pilot import Pilot

from civicsquiz.bank.library import Library, Origin
from civicsquiz.errors import RecordFull
from civicsquiz.source.visible import controls
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.home import HomeScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.reader import ReaderScreen
from civicsquiz.tui.screens.review import ReviewScreen
from civicsquiz.tui.widgets.block import Block


@pytest.fixture
def charter(home: Path) -> Stage:
    """Two banks; the first has five questions."""
    return around(home, "town/town-charter.yaml")


def leeches(stage: Stage, lapses: int = 1) -> None:
    """Two questions are forgotten twice; so many lapses make a leech."""
    settings = stage.builder.settings
    review = replace(settings.review, leech_lapses=lapses)
    stage.builder.set_for_now(replace(settings, review=review))
    earlier(stage, 20, [False, True, False])
    earlier(stage, 12, [False, True, False])


def test_the_review_of_the_day(charter: Stage) -> None:
    """Enter begins with what is due; it is a review, over the questions that were counted."""
    earlier(charter, 10, [True, False, True])

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "3 questions are due, and 2 are new." in shown(pilot)
        await press(pilot, "enter")
        session = on_screen(pilot, QuizScreen).session
        assert session.mode is Mode.REVIEW
        assert session.title == "Review"
        assert len(session.questions) == 5

    perform(charter.show(HomeScreen), steps)


def test_back_from_a_review_less_is_due(charter: Stage) -> None:
    """One leads back to the page of today, and from there to Home; both say what is left."""
    earlier(charter, 10, [True] * 5)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v", "enter", "1", "q", "q")
        on_screen(pilot, ReviewScreen)
        assert "4 questions are due." in shown(pilot)
        await press(pilot, "escape")
        on_screen(pilot, HomeScreen)
        assert "4 due today" in shown(pilot)
        assert "Continue Review, question 2 of " in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_nothing_due(charter: Stage) -> None:
    """Kind words, and when the next comes; there is nothing to begin."""
    earlier(charter, 0, [True] * 5)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "Nothing is due today: you are up to date. The next comes on" in shown(pilot)
        assert "Enter" not in shown(pilot)
        await press(pilot, "enter", "v", "w", "1")
        on_screen(pilot, ReviewScreen)

    perform(charter.show(HomeScreen), steps)


def test_over_the_limit_of_a_day(charter: Stage) -> None:
    """What is due and is not asked today is neither hidden nor asked."""
    settings = charter.builder.settings
    review = replace(settings.review, reviews_per_day=2, new_per_day=0)
    charter.builder.set_for_now(replace(settings, review=review))
    earlier(charter, 10, [True] * 5)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "2 questions are due. More wait for another day." in shown(pilot)
        await press(pilot, "enter")
        assert len(on_screen(pilot, QuizScreen).session.questions) == 2

    perform(charter.show(HomeScreen), steps)


def test_after_the_limit_of_a_day(charter: Stage) -> None:
    """It is not said that one is up to date while something is due."""
    settings = charter.builder.settings
    review = replace(settings.review, reviews_per_day=1, new_per_day=0)
    charter.builder.set_for_now(replace(settings, review=review))
    earlier(charter, 10, [True] * 5)
    earlier(charter, 0, [True])

    async def steps(pilot: Pilot[None]) -> None:
        assert "Review nothing more today" in shown(pilot)
        await press(pilot, "v")
        assert "That is all for today" in shown(pilot)
        assert "up to date" not in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_what_is_in_no_bank_any_more(charter: Stage, home: Path) -> None:
    """It is due and cannot be asked: that is said, and no praise given for it."""
    earlier(charter, 10, [True, True])
    again = around(home, EIGHT)
    again.builder.store = charter.builder.store
    again.builder.library = Library([(BANKS / EIGHT, Origin.SET)])

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "2 due questions are in no bank any more." in shown(pilot)
        assert "up to date" not in shown(pilot)
        assert "all for today" not in shown(pilot)

    perform(again.show(HomeScreen), steps)


def test_what_keeps_slipping_is_to_be_read(charter: Stage) -> None:
    """Each by its number, or by Enter on its row; the passage opens in its source, and one is led
    back."""
    leeches(charter)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "2 questions keep slipping: read their passages." in shown(pilot)
        words: list[str] = []
        for keys in (("1",), ("2",), ("down", "down", "enter"), ("3",)):
            await press(pilot, *keys)
            if keys == ("3",):
                on_screen(pilot, ReviewScreen)
                break
            blocks = on_screen(pilot, ReaderScreen).query(Block)
            words.append(
                " ".join(
                    block.part.text[start:end] for block in blocks for start, end in block._here
                )
            )
            await press(pilot, "escape")
            on_screen(pilot, ReviewScreen)
        assert len(set(words[:2])) == 2
        assert all(words)

    perform(charter.show(HomeScreen), steps)


def test_few_lapses_are_no_slipping(charter: Stage) -> None:
    """As it is set, an item has to be forgotten often."""
    leeches(charter, lapses=3)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "slipping" not in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_a_review_knows_its_leeches(charter: Stage) -> None:
    """So that a miss leads to its passage."""
    leeches(charter)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v", "enter")
        session = on_screen(pilot, QuizScreen).session
        refs = {one.ref for one in charter.session().questions[:3:2]}
        assert session._leeches == refs

    perform(charter.show(HomeScreen), steps)


def test_certain_and_wrong_is_a_queue_of_its_own(charter: Stage) -> None:
    """Of answers given as certain those that were wrong; w asks them, though nothing is due."""
    earlier(charter, 0, [False, True, False, False], certainty=3)
    earlier(charter, 0, [True], certainty=3)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "w 2 answers you were certain of, and wrong" in shown(pilot)
        await press(pilot, "w")
        session = on_screen(pilot, QuizScreen).session
        asked = charter.session().questions
        assert {one.ref for one in session.questions} == {asked[2].ref, asked[3].ref}
        assert session.title == "Certain, and wrong"

    perform(charter.show(HomeScreen), steps)


def test_wrong_and_unsure_is_not_in_it(charter: Stage) -> None:
    """Nor what was right."""
    earlier(charter, 0, [False, True], certainty=2)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "certain" not in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_the_days_to_come(charter: Stage) -> None:
    """Each with how much is due on it; today's is above."""
    earlier(charter, 0, [True, False, True])

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v")
        assert "The days to come tomorrow 1 ━" in shown(pilot)
        assert "Friday, 2 January" in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_a_record_that_fails_is_told(charter: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of what is due; Esc leads back."""
    earlier(charter, 10, [True])

    async def steps(pilot: Pilot[None]) -> None:
        with monkeypatch.context() as patch:
            error = RecordFull(Path("progress.sqlite"), "no room", "free some")

            def fail(*_: object, **__: object) -> object:
                raise error

            patch.setattr("civicsquiz.tui.today.deck", fail)
            await pilot.press("v")
            await pilot.pause()
            assert "progress.sqlite: no room: free some" in shown(pilot)
            await pilot.press("escape")
            await pilot.pause()
        on_screen(pilot, HomeScreen)

    perform(charter.show(HomeScreen), steps)


def test_what_a_record_holds_is_only_text(charter: Stage, tmp_path: Path) -> None:
    """A title out of the log runs no action and reaches the terminal as text."""
    session = charter.builder.session(
        charter.session().questions, mode=Mode.PRACTICE, seed="7", shelf=charter.shelf,
        title="[@click=app.quit]owned[/] \x1b[2J\u202e",
    )  # fmt: skip
    session.answer("1")

    async def steps(pilot: Pilot[None]) -> None:
        for row, key in ((3, "c"), (1, "q")):
            drawn = "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())
            assert "[@click=app.quit]owned[/]" in drawn
            assert controls(drawn) == []
            for column in range(80):
                assert "@click" not in pilot.app.screen.get_style_at(column, row).meta
            await press(pilot, key)

    perform(charter.show(HomeScreen), steps)


def test_resizing_does_no_harm(charter: Stage) -> None:
    """From large to nothing and back; the arrows stay where they are."""
    leeches(charter)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v", "down")
        for size in ((40, 15), (20, 6), (1, 1), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        await press(pilot, "enter")
        on_screen(pilot, ReaderScreen)

    perform(charter.show(HomeScreen), steps)

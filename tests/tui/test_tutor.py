"""A tutor's tries, hints, looking up and reading, by what is written and what can be seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from tests.tui.around import around, settle
from tests.tui.around import press as press_and_wait
from tests.tui.stage import Stage
from tests.tui.test_answering import CHOICE, MATCH, MULTIPLE, NUMBER, SHORT, click, quiz, said
from tests.tui.test_screens import log, on_screen, perform, press, text_of
from textual.pilot import Pilot

from civicsquiz.record.events import EventType
from civicsquiz.study.coaching import Coach, Detour, Hint, Reading
from civicsquiz.study.question import Question
from civicsquiz.study.selection import question
from civicsquiz.study.session import Mode, Session
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.reader import ReaderScreen
from civicsquiz.tui.screens.results import ResultsScreen
from civicsquiz.tui.screens.search import SearchScreen
from civicsquiz.tui.widgets.answering.choosing import Choosing
from civicsquiz.tui.widgets.tutor import Hints, costs

HINTS = (
    Hint("author", "From the author", "Think of May 2019."),
    Hint(
        "paragraph", "The paragraph, with blanks", "It raised that number to ____.", "The Courier"
    ),
    Hint("rule-out", "One that is wrong", "It is not seven."),
)


class Fake:
    """A coach that says what the tests need: three hints, and after any miss a passage with a question
    on it."""

    misses = 2

    def __init__(self, asked: Question | None = None, tries: int = 3) -> None:
        self._asked = asked
        self._tries = tries

    def ladder(self, question: Question, tried: Collection[str] = ()) -> tuple[Hint, ...]:
        return HINTS

    def tries(self, question: Question) -> int:
        return self._tries

    def mask(self, question: Question, text: str) -> str:
        return text

    def after(self, question: Question, missed_on_topic: int) -> Detour | None:
        if missed_on_topic != 2:
            return None
        return Detour(Reading(question, question.item.evidence[0]), self._asked)


def coached(stage: Stage, coach: Coach, mode: Mode, items: Sequence[str]) -> QuizApp:
    """The program with a session that has this coach."""
    stage.builder.__dict__["_coach"] = lambda *_shelf, **_more: coach
    asked = [question(stage.bank, item, "7") for item in stage.bank.asked if item.id in items]
    session = stage.builder.session(asked, mode=mode, seed="7", shelf=stage.shelf)
    return stage.show(lambda: QuizScreen(session, stage.shelf))


def made(stage: Stage) -> Question:
    """A question as a coach makes one."""
    item = next(one for one in stage.bank.items if one.id == "sentence-on-schools")
    return question(stage.bank, replace(item, id=f"{item.id}--evidence"), "7")


def types(stage: Stage) -> list[EventType]:
    return [event.type for event in stage.builder.store.events()]


def test_a_wrong_try_leaves_another(town: Stage) -> None:
    """It says not yet and why, marks the option as tried, brings the next hint and never the answer;
    right on the second try says so, with the marks that are left."""

    async def steps(pilot: Pilot[None]) -> None:
        assert "try 1 of 3" in text_of(pilot)
        await press(pilot, "1")
        shown = text_of(pilot)
        assert "try 2 of 3" in shown
        assert "✗ Not yet   Five" in shown
        assert "✗ 1  Five" in shown
        assert "Hint 1" in shown
        assert "Right" not in shown
        assert quiz(pilot).outcome is None
        await press(pilot, "3")
        assert "✓ Right, on the 2nd try   2 of 3 marks" in text_of(pilot)
        assert [event.mark for event in log(town)] == [0, 1]

    perform(coached(town, Fake(), Mode.TUTOR, ["members-of-the-council"]), steps)


def test_what_was_tried_cannot_be_chosen_again(town: Stage) -> None:
    """Its number and a click on it are refused in words, and the arrows pass over it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "1")
        assert "You have tried that. Try another answer." in text_of(pilot)
        widget = quiz(pilot).query_one(Choosing)
        for key in ("down", "down", "down", "down", "up"):
            await press(pilot, key)
            assert widget.highlighted in (2, 3, 4)
        await press(pilot, "up")
        await click(pilot, "✗ 1")
        assert len(log(town)) == 1

    perform(coached(town, Fake(), Mode.TUTOR, ["members-of-the-council"]), steps)


def test_all_tries_are_used_up(town: Stage) -> None:
    """The last wrong try is the answer that counts, and everything is explained."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "2", "4")
        assert "✗ Wrong, after 3 tries" in text_of(pilot)
        assert "The answer  3  Nine" in text_of(pilot)
        assert "Hint" not in text_of(pilot)
        assert "Not yet" not in text_of(pilot)
        assert "h hint" not in text_of(pilot)

    perform(coached(town, Fake(), Mode.TUTOR, ["members-of-the-council"]), steps)


def test_hints(town: Stage) -> None:
    """Each costs a try, which is said before; the newest is there in full, the earlier ones in a line,
    and in full by e; with the last try there are no more."""

    async def steps(pilot: Pilot[None]) -> None:
        assert "h gives a hint, l looks it up: each costs a try and 1 of 3 marks." in text_of(pilot)
        await press(pilot, "h")
        assert "Think of May 2019." in text_of(pilot)
        assert "try 2 of 3" in text_of(pilot)
        assert "each costs a try and 1 of 3 marks" in text_of(pilot)
        assert "all hints" not in text_of(pilot)
        await press(pilot, "h")
        assert "It raised that number to ____." in text_of(pilot)
        assert "This is your last try." in text_of(pilot)
        hints = quiz(pilot).query_one(Hints)
        folded = len(hints.lines(76, 19))
        await press(pilot, "e")
        assert len(hints.lines(76, 19)) > folded
        await press(pilot, "e")
        assert len(hints.lines(76, 19)) == folded
        await press(pilot, "h")
        assert types(town).count(EventType.HINTED) == 2
        await press(pilot, "3")
        assert "✓ Right, with help   1 of 3 marks" in text_of(pilot)

    perform(coached(town, Fake(), Mode.TUTOR, ["members-of-the-council"]), steps)


def test_parts_that_are_right_are_counted(eight: Stage) -> None:
    """Of several parts it says how many were right, and the answer stays to be mended."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "b", "d", "a", "enter")
        assert "◐ Not yet   1 of 3 pairs" in text_of(pilot)
        assert said(pilot) == "1b 2d 3a"
        await press(pilot, "1", "c", "3", "b", "enter")
        assert "✓ Right, on the 2nd try" in text_of(pilot)

    perform(coached(eight, Fake(), Mode.TUTOR, [MATCH]), steps)


def test_a_field_is_empty_for_the_next_try(eight: Stage) -> None:
    """What was typed is said, with why it is wrong where that is known."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *"mayor", "enter")
        shown = text_of(pilot)
        assert "✗ Not yet   mayor" in shown
        assert "The mayor is quoted on the rule and keeps no minutes." in shown
        assert said(pilot) == ""
        await press(pilot, *"clerk", "enter")
        assert "✓ Right, on the 2nd try" in text_of(pilot)

    perform(coached(eight, Fake(), Mode.TUTOR, [SHORT]), steps)


def test_keys_of_help_beside_letters_that_answer(hostile_types: Stage) -> None:
    """Where h is an option's letter, H gives a hint, and the line of keys says so."""
    options = len(next(one for one in hostile_types.bank.items if one.id == "pairs").options)
    taken = [letter for letter in "hel" if ord(letter) - 96 <= options]

    async def steps(pilot: Pilot[None]) -> None:
        for letter in ("h", "l"):
            name = {"h": "hint", "l": "look it up"}[letter]
            key = letter.upper() if letter in taken else letter
            assert f"{key} {name}" in text_of(pilot)
        await press(pilot, "H" if "h" in taken else "h")
        assert "Think of May 2019." in text_of(pilot)

    perform(coached(hostile_types, Fake(), Mode.TUTOR, ["pairs"]), steps, size=(110, 40))


def test_taking_a_try_back(town: Stage) -> None:
    """A try that is taken back can be chosen again; the hint that it brought is gone with it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "u")
        shown = text_of(pilot)
        assert "Taken back: Five. Answer again." in shown
        assert "Not yet" not in shown
        assert "Hint 1" not in shown
        assert "try 1 of 3" in shown
        await press(pilot, "U")
        assert "✗ Not yet   Five" in text_of(pilot)
        await press(pilot, "u", "3")
        assert "✓ Right" in text_of(pilot)
        assert "try" not in text_of(pilot).split("?")[0]

    perform(coached(town, Fake(), Mode.TUTOR, ["members-of-the-council"]), steps)


def test_results_of_a_tutor(town: Stage) -> None:
    """Right at once and right later are told apart, and what took help can be looked at."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "3", "enter", "q")
        results = on_screen(pilot, ResultsScreen)
        shown = text_of(pilot)
        assert "0 of 1 at the first try, 1 later or with help" in shown
        assert "What took help or more than one try." in shown
        assert not results.session.submitted
        await press(pilot, "enter")
        assert "✓ Right, on the 2nd try" in text_of(pilot)

    perform(coached(town, Fake(), Mode.TUTOR, [item.id for item in town.bank.asked]), steps)


def test_looking_up_says_what_it_costs_and_finds_its_passage(home: Path) -> None:
    """The first l says the price, the second opens a search that has the passage of this question, and
    reads it; no question is found, and what proves another open one neither."""
    stage = around(home)

    async def steps(pilot: Pilot[None]) -> None:
        await press_and_wait(pilot, "l")
        assert "Looking it up costs a try and 1 of 3 marks. Press l again to do it." in text_of(
            pilot
        )
        assert EventType.LOOKED_UP not in types(stage)
        await press_and_wait(pilot, "l", *"nine")
        on_screen(pilot, SearchScreen)
        shown = " ".join(text_of(pilot).split())
        assert "How many members does the council of Millbrook have" in shown
        assert "raised that number to nine" in shown
        assert "Question ·" not in shown
        assert types(stage).count(EventType.LOOKED_UP) == 1
        await press_and_wait(pilot, "enter")
        on_screen(pilot, ReaderScreen)
        assert "Enter questions" not in text_of(pilot)
        await press_and_wait(pilot, "escape", *["backspace"] * 4, *"price")
        assert "$4,000" not in text_of(pilot)
        await press_and_wait(pilot, "escape")
        on_screen(pilot, QuizScreen)
        assert "try 2 of 3" in text_of(pilot)
        await press_and_wait(pilot, "l")
        on_screen(pilot, SearchScreen)
        assert types(stage).count(EventType.LOOKED_UP) == 1

    perform(coached(stage, Fake(), Mode.TUTOR, [CHOICE, NUMBER]), steps)


def test_reading_comes_before_the_question(eight: Stage) -> None:
    """After two misses there is a passage to read; its question is not to be seen before, comes after
    Enter and does not count; what was missed comes once more."""
    items = ["minutes", MULTIPLE, SHORT, NUMBER, CHOICE]

    async def steps(pilot: Pilot[None]) -> None:
        session = quiz(pilot).session
        await press(pilot, "2", "enter", "1", "enter", "1", "4", "enter", "enter")
        shown = text_of(pilot)
        assert "Two misses on Hearings: read this first." in shown
        assert "heart of the charter" in shown
        assert "┃" in shown
        assert session.question.item.stem not in " ".join(shown.split())
        assert "flag" not in shown
        await press(pilot, "1", "f")
        assert EventType.FLAGGED not in types(eight)
        await press(pilot, "o")
        on_screen(pilot, ReaderScreen)
        await press(pilot, "escape", "enter")
        assert EventType.READ in types(eight)
        shown = " ".join(text_of(pilot).split())
        assert "This one does not count." in shown
        assert session.question.item.stem in shown
        await press(pilot, "3", "enter")
        while not session.repeated:
            wrong = {"short": (*"x", "enter"), "number": (*"9", "enter")}
            await press(pilot, *wrong.get(session.question.item.type, ("1",)), "enter")
            if session.reading:
                await press(pilot, "enter")
        assert "Once more:" in text_of(pilot)

    perform(coached(eight, Fake(made(eight), tries=1), Mode.TUTOR, items), steps)


def test_leaving_while_reading(eight: Stage) -> None:
    """q goes to the results and b back to the passage, which is still to be read."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "enter", "1", "4", "enter", "enter")
        assert "read this first" in text_of(pilot)
        await press(pilot, "q")
        on_screen(pilot, ResultsScreen)
        await press(pilot, "b")
        assert "read this first" in text_of(pilot)
        await press(pilot, "b")
        assert "✗" in text_of(pilot)
        await press(pilot, "enter")
        assert "read this first" in text_of(pilot)

    perform(
        coached(eight, Fake(made(eight), tries=1), Mode.TUTOR, ["minutes", MULTIPLE, SHORT]), steps
    )


def test_a_review_goes_over_several_banks(home: Path) -> None:
    """The session's title stands at the top, and each question says which bank it is from where that
    is new; what was missed comes once more and counts once."""
    town, eight = (
        Stage(home, "town/town-charter.yaml", "town"),
        Stage(home, "town/eight-types.yaml"),
    )
    items = [(town, item) for item in town.bank.asked[:2]]
    items += [(eight, item) for item in eight.bank.asked if item.id in (CHOICE, "minutes")]
    asked = [question(stage.bank, item, "7") for stage, item in items]
    town.builder.__dict__["_coach"] = lambda *_shelf, **_more: Fake(tries=1)
    session = town.builder.session(
        asked, mode=Mode.REVIEW, seed="7", shelf=town.shelf, title="Review of today"
    )

    async def steps(pilot: Pilot[None]) -> None:
        shown = text_of(pilot)
        assert "Review of today" in shown
        assert "From “Millbrook: a town and its charter”." in shown
        await press(pilot, "1", "enter")
        assert "From “" not in text_of(pilot)
        assert "1 of 4" not in text_of(pilot)
        await press(pilot, "3", "enter")
        assert "From “Millbrook: eight ways of asking”." in text_of(pilot)
        while not session.finished:
            if session.repeated and session.asking:
                assert "Once more:" in text_of(pilot)
            await press(pilot, "1", "enter")
        assert len(session.questions) > 4
        results = on_screen(pilot, ResultsScreen).session.results()
        assert results.asked == 4
        assert "Results" in text_of(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "Review of today" in text_of(pilot)

    perform(town.show(lambda: QuizScreen(session, town.shelf)), steps)


@pytest.mark.parametrize(
    ("left", "thirds", "hint", "look_up", "looked_up", "said"),
    [
        ((3, 3), 1, "h", "l", False, "h gives a hint, l looks it up: each costs a try and 1 of 3 marks."),
        ((3, 2), 1, "h", "", False, "h gives a hint: it costs a try and 1 of 3 marks."),
        ((5, 2), 0, "h", "", False, "h gives a hint: it costs a try and no marks."),
        ((3, 2), 1, "h", "l", True, "h gives a hint: it costs a try and 1 of 3 marks. l looks it up again, which is paid for."),
        ((3, 1), 1, "", "l", False, "This is your last try. l looks it up: it costs 1 of 3 marks, not this try."),
        ((4, 1), 0, "", "l", False, "This is your last try. l looks it up: it costs no marks, not this try."),
        ((1, 1), 1.5, "", "l", False, "l looks it up: it costs 1.5 of 3 marks, not this try."),
        ((1, 1), 1, "", "", False, ""),
    ],
)  # fmt: skip
def test_costs(  # noqa: PLR0917
    left: tuple[int, int], thirds: float, hint: str, look_up: str, looked_up: bool, said: str
) -> None:
    """What help costs is said in full, whatever help there is."""
    assert costs(*left, thirds / 3, hint=hint, look_up=look_up, looked_up=looked_up) == said


def test_right_with_help_that_left_no_marks(town: Stage) -> None:
    """Two hints and a look-up cost all three marks; the answer counts as right later, and as nothing
    else."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "h", "h")
        assert "it costs 1 of 3 marks, not this try" in text_of(pilot)
        session = on_screen(pilot, QuizScreen).session
        session.look_up()
        assert session.price == 0
        await press(pilot, key_of(session), "enter")
        shown = text_of(pilot)
        assert "0 of 1 at the first try, 1 later or with help 0%" in " ".join(shown.split())
        assert "partly" not in shown

    perform(coached(town, Fake(), Mode.TUTOR, ["members-of-the-council"]), steps)


def key_of(session: Session) -> str:
    """What answers the question right."""
    return session.question.write(session.question.item.key_response)


def test_going_on_where_one_left(eight: Stage) -> None:
    """A session that was left in the middle of a question has its tries and hints when it goes on."""

    async def leave(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "h", "q")
        assert pilot.app.return_code == 0

    perform(coached(eight, Fake(), Mode.TUTOR, [CHOICE, NUMBER]), leave)
    found = eight.builder.resumable()
    assert found is not None
    session = eight.builder.resume(*found)

    async def go_on(pilot: Pilot[None]) -> None:
        shown = text_of(pilot)
        assert "✗ Not yet   Seven" in shown
        assert "✗ 1  Seven" in shown
        assert "It raised that number to ____." in shown
        assert "try 3 of 3" in shown
        await press(pilot, "2")
        assert "✓ Right, on the 2nd try, with help   1 of 3 marks" in text_of(pilot)

    perform(eight.show(lambda: QuizScreen(session, eight.shelf)), go_on)


def test_tries_are_told_in_a_short_line_too(eight: Stage) -> None:
    """In a narrow window with many questions the line at the top has room for both."""
    asked = [
        question(eight.bank, replace(item, id=f"{item.id}-{n}"), "7")
        for n in range(3)
        for item in eight.bank.asked
    ]
    eight.builder.__dict__["_coach"] = lambda *_shelf, **_more: Fake()
    session = eight.builder.session(asked, mode=Mode.TUTOR, seed="7", shelf=eight.shelf)

    async def steps(pilot: Pilot[None]) -> None:
        assert "try 1 of 3  1 of 24" in text_of(pilot)
        for _ in range(9):
            one = session.question
            quiz(pilot).action_answer(one.write(one.item.key_response))
            await press(pilot, "enter")
        assert "try 1/3  10 of 24" in text_of(pilot)

    perform(eight.show(lambda: QuizScreen(session, eight.shelf)), steps, size=(40, 15))

"""What keys and clicks answer, for every type of item, by what the log holds afterwards."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest
from tests.often import CI, in_ci
from tests.tui.stage import BANKS, Stage
from tests.tui.test_screens import log, on_screen, perform, press, text_of
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from civicsquiz.errors import ResponseError
from civicsquiz.source.visible import controls
from civicsquiz.study.answering.manner import LONGEST
from civicsquiz.study.session import Mode, Session
from civicsquiz.tui.screens.help import HelpScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.widgets.answering.rows import Rows

CHOICE, JUDGEMENT, EVIDENCE = "seats", "minutes", "sentence-on-schools"
MULTIPLE, ORDER, MATCH = "said-by-the-mayor", "what-came-first", "numbers-of-the-town"
SHORT, NUMBER = "who-keeps-minutes", "price"
SMALL = (40, 15)

RIGHT = {
    CHOICE: ("2",),
    JUDGEMENT: ("2",),
    EVIDENCE: ("3",),
    MULTIPLE: ("2", "3", "enter"),
    ORDER: ("2", "1", "3", "enter"),
    MATCH: ("c", "d", "b", "enter"),
    SHORT: (*"clerk", "enter"),
    NUMBER: (*"4,000", "enter"),
}
ARROWS = {
    CHOICE: ("down", "down", "enter"),
    JUDGEMENT: ("up", "enter"),
    EVIDENCE: ("up", "enter"),
    MULTIPLE: ("down", "down", "space", "down", "space", "enter"),
    ORDER: ("down", "down", "space", "up", "space", "up", "space", "enter"),
    MATCH: ("down", "down", "b", "c", "down", "up", "d", "enter"),
}
CLICKS = {
    CHOICE: ("Nine",),
    JUDGEMENT: ("False",),
    EVIDENCE: ("told the Courier",),
    MULTIPLE: ("It is the heart", "No later", "Enter answer"),
    ORDER: ("The old charter", "The voters", "The reading", "Enter answer"),
    MATCH: (
        *("Twelve", "Hearings held", "Seven", "Members of the council under the"),
        *("Nine", "new charter", "Enter answer"),
    ),
}


def quiz(pilot: Pilot[None]) -> QuizScreen:
    return on_screen(pilot, QuizScreen)


def said(pilot: Pilot[None]) -> str:
    """What Enter would send now."""
    return quiz(pilot).answering.response_text


async def click(pilot: Pilot[None], words: str) -> None:
    """Click where the words stand, scrolling down to them if need be."""
    for _ in range(12):
        for row, line in enumerate(text_of(pilot).split("\n")):
            if (column := line.find(words)) >= 0:
                await pilot.click(offset=(column + 1, row))
                await pilot.pause()
                return
        quiz(pilot).page.scroll_relative(y=2, animate=False)
        await pilot.pause()
    raise AssertionError(f"“{words}” is nowhere on the screen")


@pytest.mark.parametrize("size", [(80, 24), *in_ci(SMALL)], ids=str)
@pytest.mark.parametrize("item", RIGHT)
def test_keys_answer(eight: Stage, item: str, size: tuple[int, int]) -> None:
    """Numbers, letters and Enter alone answer every type, and it is recorded once."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *RIGHT[item], *("1", "a"))
        (event,) = log(eight)
        assert (event.item, event.mark) == (f"eight-types/{item}", 1)
        assert "✓ Right" in text_of(pilot)

    perform(eight.quiz(items=[item]), steps, size)


@pytest.mark.parametrize("size", [(80, 24), *in_ci(SMALL)], ids=str)
@pytest.mark.parametrize("item", ARROWS)
def test_arrows_answer_the_same(eight: Stage, item: str, size: tuple[int, int]) -> None:
    """Arrows with Space, letters and Enter lead to the same response as numbers."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *ARROWS[item])
        assert log(eight)[0].response == quiz(pilot).session.question.item.key_response

    perform(eight.quiz(items=[item]), steps, size)


@pytest.mark.parametrize("size", [(80, 24), SMALL], ids=["80x24", "40x15"])
@pytest.mark.parametrize("item", CLICKS)
def test_clicks_answer_the_same(eight: Stage, item: str, size: tuple[int, int]) -> None:
    """The mouse alone leads to the same response as keys, the keys at the bottom included."""

    async def steps(pilot: Pilot[None]) -> None:
        for words in CLICKS[item]:
            await click(pilot, words)
        assert log(eight)[0].response == quiz(pilot).session.question.item.key_response

    perform(eight.quiz(items=[item]), steps, size)


INCOMPLETE = {
    MULTIPLE: ((), "Choose at least one."),
    ORDER: (("2", "1"), "Put all 3 in order: 3 is missing."),
    MATCH: (("b", "c"), "Pair every one: 3 is still open."),
    SHORT: ((), "Type your answer."),
    NUMBER: (tuple("forty?"), "Type only the number, in dollars."),
}


@pytest.mark.parametrize("size", [(80, 24), *in_ci(SMALL)], ids=str)
@pytest.mark.parametrize("item", INCOMPLETE)
def test_half_an_answer_is_refused_in_words(eight: Stage, item: str, size: tuple[int, int]) -> None:
    """Enter on half an answer says in sight what is missing, writes nothing, and loses nothing."""
    keys, sentence = INCOMPLETE[item]

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *keys)
        before = said(pilot)
        await press(pilot, "enter")
        await pilot.pause()
        assert sentence in " ".join(text_of(pilot).split())
        assert log(eight) == ()
        assert said(pilot) == before

    perform(eight.quiz(items=[item]), steps, size)


@pytest.mark.parametrize("mode", list(Mode))
def test_quick_fingers(eight: Stage, mode: Mode) -> None:
    """Keys that come at once do what they do one by one: none is taken for the next question."""

    async def steps(pilot: Pilot[None]) -> None:
        session = quiz(pilot).session
        for key in ("2", "enter", "1", "enter", "2", "3", "enter", "enter"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause(0.1)
        assert session.position == 3
        texts = [session.questions[at].write(session.response(at) or ()) for at in range(4)]
        assert texts == ["2", "1", "2 3", ""]

    perform(eight.quiz(mode, [CHOICE, JUDGEMENT, MULTIPLE, ORDER]), steps)


@pytest.mark.parametrize("item", [CHOICE, MULTIPLE, ORDER])
def test_a_number_that_is_not_on_offer(eight: Stage, item: str) -> None:
    """It is refused at once, in words."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "9")
        assert " from 1 to " in text_of(pilot)
        assert said(pilot) == ""

    perform(eight.quiz(items=[item]), steps)


def test_what_is_chosen_twice_is_not_chosen(eight: Stage) -> None:
    """A number ticks and unticks; words say what is ticked."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "3", "1", "2")
        assert "Chosen: 1, 2 and 3." in text_of(pilot)
        await press(pilot, "1")
        assert said(pilot) == "2 3"
        assert "3  ☑" in text_of(pilot)
        assert "1  ☐" in text_of(pilot)

    perform(eight.quiz(items=[MULTIPLE]), steps)


def test_an_order_can_be_taken_back(eight: Stage) -> None:
    """Backspace takes the last entry back, its own number any entry; those after it move up."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "2", "3", "1")
        assert said(pilot) == "2 3 1"
        await press(pilot, "2")
        assert said(pilot) == "3 1"
        assert "3  1st" in text_of(pilot)
        await press(pilot, "backspace")
        assert said(pilot) == "3"
        await press(pilot, "backspace", "backspace")
        assert said(pilot) == ""
        assert "Backspace" not in text_of(pilot)

    perform(eight.quiz(items=[ORDER]), steps)


def test_pairs_can_be_opened_and_changed(eight: Stage) -> None:
    """A letter pairs the prompt under the arrows and goes on to the next open one; Backspace opens
    the pair under the arrows, else the last one; the letter that a prompt has opens it too."""

    async def steps(pilot: Pilot[None]) -> None:
        widget = quiz(pilot).answering
        assert isinstance(widget, Rows)
        await press(pilot, "a")
        assert (said(pilot), widget.highlighted) == ("1a", 2)
        await press(pilot, "3", "b")
        assert (said(pilot), widget.highlighted) == ("1a 3b", 2)
        await press(pilot, "backspace")
        assert (said(pilot), widget.highlighted) == ("1a", 3)
        await press(pilot, "up", "up", "c")
        assert (said(pilot), widget.highlighted) == ("1c", 2)
        await press(pilot, "1", "c")
        assert (said(pilot), widget.highlighted) == ("", 1)
        await press(pilot, "d", "d")
        assert said(pilot) == "1d 2d"

    perform(eight.quiz(items=[MATCH]), steps)


def test_letters_of_options_mean_nothing_else(eight: Stage) -> None:
    """In a match with an option b, b does not go back: the arrow does, and the key line says so."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "enter", "b")
        assert said(pilot) == "1b"
        assert quiz(pilot).session.position == 1
        assert "← back" in text_of(pilot)
        assert "b back" not in text_of(pilot)
        await press(pilot, "left")
        assert quiz(pilot).session.position == 0
        assert "b back" not in text_of(pilot)
        await press(pilot, "enter", "c", "d", "enter")
        assert "b back" in text_of(pilot)
        await press(pilot, "b")
        assert quiz(pilot).session.position == 0

    perform(eight.quiz(items=[CHOICE, MATCH]), steps)


def test_a_match_with_an_option_f_is_flagged_by_a_capital(hostile_types: Stage) -> None:
    """The letter stands for its option while the question is asked, and the key line says F."""

    async def steps(pilot: Pilot[None]) -> None:
        assert "F flag" in text_of(pilot)
        await press(pilot, "f")
        assert said(pilot) == "1f"
        await press(pilot, "F", *"wrong", "enter")
        assert log(hostile_types)[0].note == "wrong"

    perform(hostile_types.quiz(items=["pairs"]), steps)


@pytest.mark.parametrize("item", [SHORT, NUMBER])
def test_letters_are_letters_in_a_field(eight: Stage, item: str) -> None:
    """Whatever key has another meaning elsewhere is a letter here, and the key line claims no
    other; out of the field the same keys are keys again."""
    keys = {"question_mark": "?", "slash": "/", "space": " "}
    typed = ("b", "f", "q", "m", "g", "p", "1", "9", "j", *keys)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "2", "enter", *typed)
        assert said(pilot) == "".join(keys.get(key, key) for key in typed)
        assert text_of(pilot).strip().split("\n")[-1].split() == (
            "Enter answer Esc leave the field".split()
        )
        assert len(log(eight)) == 1
        await press(pilot, "escape", "x", "question_mark")
        on_screen(pilot, HelpScreen)
        await press(pilot, "escape", "b")
        assert quiz(pilot).session.position == 0

    perform(eight.quiz(items=[CHOICE, item]), steps)


@pytest.mark.parametrize("key", ["enter", "tab"])
def test_back_into_the_field(eight: Stage, key: str) -> None:
    """After Esc, Enter or Tab leads back into the field with what was typed; a click does too."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *"cle", "escape", "z", key, *"rk")
        assert said(pilot) == "clerk"
        await press(pilot, "escape")
        await click(pilot, "clerk")
        await press(pilot, "end", "s")
        assert said(pilot) == "clerks"
        assert log(eight) == ()

    perform(eight.quiz(items=[SHORT]), steps)


def test_esc_leaves_the_field_and_then_the_quiz(eight: Stage) -> None:
    """Only out of the field Esc leaves the quiz."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "escape")
        assert pilot.app.return_code is None
        await press(pilot, "escape")
        assert pilot.app.return_code == 0

    perform(eight.quiz(items=[SHORT]), steps)


def test_a_slip_is_asked_about_once(eight: Stage) -> None:
    """A misspelt answer is asked about with the field as it was; sent again it is taken, and
    mended it is right."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *"town clrek", "enter")
        assert "Nearly. Check the spelling, or send it again as it is." in text_of(pilot)
        assert said(pilot) == "town clrek"
        assert log(eight) == ()
        await press(pilot, "enter")
        assert log(eight)[0].response == ("town clrek",)
        assert "✗ Wrong   You typed   town clrek" in text_of(pilot)

    perform(eight.quiz(items=[SHORT]), steps)


@pytest.mark.parametrize(
    "pasted",
    ["\x1b[31mred\x1b]52;c;aGk=\x07", "two\nlines\r\nof it", "\u202eright to left\x9b2J", "x" * 5000, "\n"],
    ids=["escape", "lines", "direction", "long", "empty"],
)  # fmt: skip
def test_what_is_pasted_is_harmless(eight: Stage, pasted: str) -> None:
    """No control character gets into the field or onto the screen, and never too much."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *"ab")
        field = quiz(pilot).query_one(Input)
        field.post_message(events.Paste(pasted))
        await pilot.pause()
        pilot.app.copy_to_clipboard(pasted)
        await press(pilot, "ctrl+v")
        value = field.value
        assert value.startswith("ab")
        assert len(value) <= LONGEST
        assert value.isprintable()
        assert controls(text_of(pilot)) == []
        await press(pilot, "enter")
        assert all(response.isprintable() for event in log(eight) for response in event.response)

    perform(eight.quiz(items=[SHORT]), steps)


CHANGED = {
    CHOICE: ("1",),
    JUDGEMENT: ("1",),
    EVIDENCE: ("1",),
    MULTIPLE: ("3", "enter"),
    ORDER: ("backspace", "backspace", "3", "1", "enter"),
    MATCH: ("3", "a", "enter"),
    SHORT: (*" too", "enter"),
    NUMBER: ("0", "enter"),
}


@pytest.mark.parametrize(
    "item", [CHOICE, MATCH, SHORT, *in_ci(JUDGEMENT, EVIDENCE, MULTIPLE, ORDER, NUMBER)]
)
def test_a_test_keeps_and_changes_answers(eight: Stage, item: str) -> None:
    """In a test the answer is shown again when its question comes back, and can be changed; nothing
    is told or written before it is submitted."""
    first = JUDGEMENT if item == CHOICE else CHOICE

    async def steps(pilot: Pilot[None]) -> None:
        session = quiz(pilot).session
        at = next(n for n, one in enumerate(session.questions) if one.item.id == item)
        session.go(at)
        quiz(pilot).on_screen_resume()
        await press(pilot, *RIGHT[item])
        kept = session.response(at)
        assert kept is not None
        assert "Kept." in text_of(pilot)
        session.go(1 - at)
        quiz(pilot).on_screen_resume()
        await press(pilot, "2")
        session.go(at)
        quiz(pilot).on_screen_resume()
        await pilot.pause()
        assert session.question.read(said(pilot)) == kept
        await press(pilot, *CHANGED[item])
        assert session.response(at) not in (None, kept)
        assert log(eight) == ()
        quiz(pilot).action_submit()
        await press(pilot, "s", "s")
        event = next(one for one in log(eight) if one.item.endswith(f"/{item}"))
        assert event.response == session.response(at)
        assert event.mark != 1

    perform(eight.quiz(Mode.TEST, [item, first]), steps)


@pytest.mark.parametrize(
    ("item", "keys"), [(MULTIPLE, "2"), (ORDER, "21"), (MATCH, "ba"), (SHORT, "town cl"), (NUMBER, "40")]
)  # fmt: skip
def test_half_an_answer_waits(eight: Stage, item: str, keys: str) -> None:
    """Looking something up, or back at another answer, loses nothing of half an answer."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "2", "enter", *keys)
        before = said(pilot)
        await press(pilot, "escape") if item in (SHORT, NUMBER) else None
        await press(pilot, "question_mark", "escape")
        assert said(pilot) == before
        await press(pilot, "left")
        assert quiz(pilot).session.position == 0
        await press(pilot, "enter")
        assert quiz(pilot).session.position == 1
        assert said(pilot) == before

    perform(eight.quiz(items=[CHOICE, item]), steps)


def test_a_test_says_what_it_has_not_kept(eight: Stage) -> None:
    """Half an answer that comes back is not taken for a kept one."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "2", "enter", "1", "3", "left", "enter")
        assert said(pilot) == "1 3"
        assert "This is not kept yet." in text_of(pilot)
        assert quiz(pilot).session.response(1) is None

    perform(eight.quiz(Mode.TEST, [CHOICE, ORDER]), steps)


@pytest.mark.parametrize("away", ["overview", "back", "submit", "leave"])
@pytest.mark.parametrize(
    ("item", "first", "then"), [(NUMBER, "200", "4000"), *in_ci((SHORT, "mayor", "clerk"))]
)
def test_a_test_keeps_what_was_typed_and_not_sent(
    eight: Stage, item: str, first: str, then: str, away: str
) -> None:
    """Whoever changes a kept answer and goes elsewhere without Enter has changed it; what was said
    of the answer before is gone with the first letter."""

    async def steps(pilot: Pilot[None]) -> None:
        screen, session = quiz(pilot), quiz(pilot).session
        await press(pilot, "2", "enter", *first, "enter")
        assert "Kept." in text_of(pilot)
        await press(pilot, "ctrl+u", *then)
        assert "Kept." not in text_of(pilot)
        await press(pilot, "escape")
        getattr(screen, f"action_{away}")()
        await pilot.pause()
        assert session.response(1) == (then,)

    perform(eight.quiz(Mode.TEST, [CHOICE, item]), steps)


def test_an_overview_says_what_is_not_kept(eight: Stage) -> None:
    """An answer that is not whole, or misspelt, cannot be kept: the overview says so."""

    async def steps(pilot: Pilot[None]) -> None:
        for _ in range(2):
            await press(pilot, "escape", "v")
            assert text_of(pilot).count("not kept") == 0
            await press(pilot, "escape", "enter", *"the clark", "escape", "v")
            assert text_of(pilot).count("not kept") == 1
            assert not session_of(pilot).answered
            await press(pilot, "escape", "enter", "ctrl+u")

    def session_of(pilot: Pilot[None]) -> Session:
        return next(one.session for one in pilot.app.screen_stack if isinstance(one, QuizScreen))

    perform(eight.quiz(Mode.TEST, [SHORT]), steps)


def test_plain_words_come_and_go(eight: Stage) -> None:
    """p shows a passage in plain words, marked as ours, until p is pressed again; without any there
    is no such key."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1")
        assert "p plain words" in text_of(pilot)
        assert "In plain words" not in text_of(pilot)
        await press(pilot, "p")
        assert "In plain words (ours): Under the new charter the council has nine" in text_of(pilot)
        await press(pilot, "p")
        assert "In plain words" not in text_of(pilot)
        await press(pilot, "enter", "1")
        assert "plain words" not in text_of(pilot)

    perform(eight.quiz(items=[CHOICE, JUDGEMENT]), steps)


def test_the_passage_of_the_first_wrong_part_opens_first(eight: Stage) -> None:
    """o opens what stands at the top of the passages: what proves the part that was wrong."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "c", "d", "a", "enter")
        assert "For 3  Twelve" in text_of(pilot)
        await press(pilot, "o")
        await pilot.pause()
        assert "twelve were held last year" in " ".join(text_of(pilot).split())

    perform(eight.quiz(items=[MATCH]), steps)


@pytest.mark.parametrize("size", [SMALL, *in_ci((57, 12))], ids=str)
@pytest.mark.parametrize("item", [EVIDENCE, MULTIPLE, ORDER, MATCH])
def test_everything_can_be_read(eight: Stage, item: str, size: tuple[int, int]) -> None:
    """Where the screen is small, scrolling shows every word of the question, before and after the
    answer."""

    async def steps(pilot: Pilot[None]) -> None:
        question = quiz(pilot).session.question
        options = (*question.prompts, *question.options)
        for keys in ((), RIGHT[item]):
            await press(pilot, *keys)
            seen = text_of(pilot)
            while quiz(pilot).more_to_read:
                await press(pilot, "space")
                seen += text_of(pilot)
            for text in (question.item.stem, *(option.text for option in options)):
                assert [word for word in text.split() if word not in seen] == []

    perform(eight.quiz(items=[item]), steps, size)


@pytest.mark.parametrize(
    "item", [CHOICE, MATCH, SHORT, *in_ci(JUDGEMENT, EVIDENCE, MULTIPLE, ORDER, NUMBER)]
)
def test_no_size_does_harm(eight: Stage, item: str) -> None:
    """From large to nothing and back, asked and answered, everything goes on."""

    async def steps(pilot: Pilot[None]) -> None:
        for keys in ((), RIGHT[item]):
            await press(pilot, *keys)
            for size in ((57, 9), (20, 6), (1, 1), (120, 40), (80, 24)):
                await pilot.resize_terminal(*size)
                await pilot.pause()
        assert "✓ Right" in text_of(pilot)

    perform(eight.quiz(items=[item]), steps)


def test_each_quotation_names_its_source_where_they_differ(home: Path, tmp_path: Path) -> None:
    """One source is named once, above; of several each quotation says which."""
    told = (BANKS / "town/eight-types.yaml").read_text("utf-8")
    one_more = "  letters: {label: Letters to the Courier}\nitems:"
    other = "source: letters\n        exact: He keeps the minutes of every hearing, and said"
    told = told.replace("items:", one_more, 1)
    told = told.replace(other.replace("letters", "courier"), other)
    (tmp_path / "two.yaml").write_text(told, "utf-8")
    two = Stage(home, str(tmp_path / "two.yaml"), "town")

    async def steps(pilot: Pilot[None]) -> None:
        shown = text_of(pilot)
        assert "From:" not in shown
        assert shown.count("Article on Millbrook's new charter") == 2
        assert shown.count("Letters to the Courier") == 1
        await click(pilot, "Letters to the Courier")
        assert log(two)[0].mark == 0

    perform(two.quiz(items=[EVIDENCE]), steps)


def test_help_names_what_answers(eight: Stage) -> None:
    """Over a match it speaks of its letters, and of the arrow that goes back."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "enter", "b", "question_mark")
        shown = " ".join(text_of(pilot).split())
        assert "a–d Pair by letter, or by a click" in shown
        assert "← Back to the question before" in shown
        assert "Backspace Take back" in shown

    perform(eight.quiz(items=[CHOICE, MATCH]), steps, (80, 40))


KEYS = (
    *"1234567abcdefgjkpm", "up", "down", "left", "space", "backspace", "enter", "enter", "escape",
    "tab", "pagedown", "home",
)  # fmt: skip


@pytest.mark.parametrize("mode", list(Mode))
def test_whatever_is_pressed(eight: Stage, mode: Mode) -> None:
    """A cat on the keyboard breaks nothing: what is on the screen stays half an answer or a whole
    one, and all that is written can be read again."""
    chance = random.Random(20190604)

    async def steps(pilot: Pilot[None]) -> None:
        for _ in range(8 if CI else 2):
            await press(pilot, *chance.choices(KEYS, k=15))
            screen = pilot.app.screen
            if not isinstance(screen, QuizScreen):
                await press(pilot, "escape")
            elif screen.outcome is None:
                question = screen.session.question
                try:
                    response = question.read(said(pilot))
                except ResponseError:
                    continue
                assert question.read(question.write(response)) == response
        for event, question in itertools.product(log(eight), eight.session().questions):
            if event.item == question.ref and event.response:
                assert question.read(question.write(event.response)) == event.response

    perform(eight.quiz(mode), steps)


def test_hostile_types_are_only_text(hostile_types: Stage) -> None:
    """No part of any type runs an action or holds a link, and no control character is drawn."""

    asked_and_answered = (
        ("down", "1"), ("enter",), ("p",), (*"[/b]",), ("enter",), ("2",), ("enter",),
        (*"ab",), ("c", "enter"), ("1",), ("2", "3", "enter"), ("down",), ("enter",),
    )  # fmt: skip

    async def steps(pilot: Pilot[None]) -> None:
        for keys in asked_and_answered:
            if quiz(pilot).outcome is not None and keys != ("p",):
                await press(pilot, "enter")
            await press(pilot, *keys)
            _look_over(pilot)
        assert [event.item.split("/")[1] for event in log(hostile_types)] == [
            item.id for item in hostile_types.bank.items
        ]

    perform(hostile_types.quiz(), steps)


def _look_over(pilot: Pilot[None]) -> None:
    assert controls(text_of(pilot)) == []
    assert pilot.app.return_code is None
    for row in range(1, pilot.app.size.height - 2):
        for column in range(2, 76, 3):
            style = pilot.app.screen.get_style_at(column, row)
            assert "@click" not in style.meta
            assert style.link is None

"""The line mode as a program: its input, its output and how it ends."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civicsquiz import plain
from civicsquiz.plain import outcomes
from civicsquiz.record.events import EventType
from civicsquiz.source.visible import controls
from civicsquiz.study.selection import question
from civicsquiz.study.session import Mode

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.plain.conftest import Table

    NewTable = Callable[[], Table]

WORDS = [
    "", "1", "2", "3", "4", "9", "t", "f", "true", "?", "o", "o 2", "o x", "b", "m", "n", "q", "all",
    "overview", "submit", "again", "flag", "back", "what", "１", "²", "1 2", "-1", "9" * 5000, "\x1b[A",
    "u", "undo", "redo", "c1", "c3", "c0", "2 c3", "1 :c2", "hint", "look council", "look", "later",
    "give up",
]  # fmt: skip


def test_answers_are_in_the_log(table: Table) -> None:
    """What was typed is recorded by option id, with the options in the order they were shown."""
    table.play(["2", "", "q"])
    (event,) = table.events(EventType.ANSWERED)
    question = table.session().question
    assert event.type is EventType.ANSWERED
    assert event.item == "town-charter/members-of-the-council"
    assert event.response == (question.options[1].id,)
    assert event.shown == tuple(option.id for option in question.options)
    assert (event.mark, event.mode, event.seed) == (0.0, "practice", "7")


def test_a_pipe_without_end_is_left(table: Table) -> None:
    """`yes 1 | civicsquiz play …` answers one question, goes nowhere, and ends politely."""
    transcript = table.play("1" for _ in iter(int, 1))
    assert transcript.endswith("\nYou answered 1 of 5: 0 right.\n")


def test_a_flag_is_in_the_log(table: Table) -> None:
    """A flag holds its note and refers to the answer; with an empty note there is none."""
    table.play(["3", "f", "  The stem is too long.  ", "f", "", "q"])
    answer, flag = table.events(EventType.ANSWERED, EventType.FLAGGED)
    assert (flag.type, flag.note) == (EventType.FLAGGED, "The stem is too long.")
    assert flag.refers_to == answer.uuid


def test_f_answers_false_where_false_is_on_offer(table: Table) -> None:
    """On an open true-false question `f` is an answer; after it, `f` flags."""
    table.play(["3", "", "3", "", "f", "f", "note", "q"])
    types = [event.type for event in table.events(EventType.ANSWERED, EventType.FLAGGED)]
    assert types == [EventType.ANSWERED] * 3 + [EventType.FLAGGED]


def test_answering_again_writes_nothing(table: Table) -> None:
    """A second number at an answered question is refused in words and recorded nowhere."""
    transcript = table.play(["3", "1", "1", "q"])
    assert transcript.count("This question is answered.") == 2
    assert len(table.events(EventType.ANSWERED)) == 1


def test_drafts_are_not_asked(table: Table) -> None:
    """The bank's draft is in no quiz."""
    assert "1921, according" not in table.play(["3", "", "3", "", "f", "", "1", "", "1", ""])


def test_without_again_nothing_is_offered(table: Table) -> None:
    """Where misses cannot be repeated, the results do not speak of it."""
    script = ["1", "", "3", "", "f", "", "1", "", "1", "", "again"]
    table.again = False
    assert "again" not in table.play(script).split("Results")[1].split("?")[0][:-6]


def test_an_interrupt_ends_politely(table: Table) -> None:
    """Ctrl+C says what was answered and exits as an interrupted program does."""

    def typing() -> Iterator[str]:
        yield "3\n"
        raise KeyboardInterrupt

    out = io.StringIO()
    assert plain.run(table.session(), typing(), out, shelf=table.shelf) == 130
    assert out.getvalue().endswith("\nYou answered 1 of 5: 1 right.\n")


def test_input_that_is_not_utf8(table: Table) -> None:
    """Bytes that are no text are one bad answer and no end of the quiz."""
    read = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n3\n"), encoding="utf-8")
    out = io.StringIO()
    assert plain.run(table.session(), read, out, shelf=table.shelf) == 0
    assert "Type a number from 1 to 4." in out.getvalue()
    assert len(table.events(EventType.ANSWERED)) == 1


def test_output_that_cannot_show_a_sign(table: Table) -> None:
    """Where the output's encoding lacks ✓ and █, they are spelled out and nothing fails."""
    raw = io.BytesIO()
    write = io.TextIOWrapper(raw, encoding="ascii")
    assert plain.run(table.session(), ["3\n"], write, shelf=table.shelf) == 0
    assert b"\\u2713 Right" in raw.getvalue()


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_echoes_by_itself(table: Table) -> None:
    """What is typed at a terminal is not written a second time; what comes from a pipe is."""
    typed, piped = io.StringIO(), io.StringIO()
    plain.run(table.session(), Keyboard("qq\nq\n"), typed, shelf=table.shelf)
    plain.run(table.session(), io.StringIO("qq\nq\n"), piped, shelf=table.shelf)
    assert "qq" not in typed.getvalue()
    assert "qq\n" in piped.getvalue()


@pytest.mark.parametrize("mode", Mode)
@given(script=st.lists(st.sampled_from(WORDS), max_size=60))
@settings(max_examples=60)
def test_any_typing_ends_well(mode: Mode, script: list[str], new_table: NewTable) -> None:
    """Whatever is typed, the program ends with 0 and writes no control character; unless something
    is taken back no item is scheduled twice on a day, and in most modes none recorded twice."""
    table = new_table()
    table.certainty = table.scheduled = True
    table.look = lambda _: ()
    transcript = table.play(script, mode)
    assert controls(transcript) == []
    if table.events(EventType.UNDONE):
        return
    answers = table.events(EventType.ANSWERED)
    scheduled = [answer.item for answer in answers if answer.scheduled]
    assert len(scheduled) == len(set(scheduled))
    if mode in (Mode.PRACTICE, Mode.TEST):
        answered = [(answer.session, answer.item) for answer in answers]
        assert len(answered) == len(set(answered))


@pytest.mark.parametrize(
    ("day", "due", "words"),
    [
        ((2026, 11, 22), (2026, 11, 25), "on 25 November"),
        ((2026, 11, 22), (2026, 11, 23), "tomorrow"),
        ((2026, 11, 22), (2026, 11, 22), "today"),
        ((2026, 11, 22), (2027, 1, 9), "on 9 January"),
        ((2026, 11, 22), (2027, 7, 9), "on 9 July 2027"),
        ((9999, 12, 1), (9999, 12, 31), "on 31 December"),
    ],
)
def test_when_a_question_comes_back(
    table: Table, day: tuple[int, int, int], due: tuple[int, int, int], words: str
) -> None:
    """The day is said without a year that goes without saying; before it nothing is said of it."""
    session = table.session()
    outcome = session.answer("3")
    assert outcome is not None
    lines = outcomes.told(session, replace(outcome, due=date(*due)), date(*day))
    assert lines[-2] == f"Comes back {words}."
    assert not any("Comes back" in line for line in outcomes.told(session, outcome, date(*day)))


def test_the_line_mode_needs_no_screens() -> None:
    """Neither Textual, nor YAML, nor pydantic, nor what schedules and searches is imported with it."""
    code = (
        "import sys, civicsquiz.plain;"
        "print(sorted({'textual', 'rich', 'yaml', 'pydantic', 'rapidfuzz', 'sentencex', 'fsrs', 'sqlite3'}"
        " & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_content_note_comes_before_its_question(types: Table) -> None:
    """Where the first question is one that a note is about, it is shown on request only."""
    noted = [question(types.bank, item, "7") for item in types.bank.items if item.content]
    others = [question(types.bank, item, "7") for item in types.bank.items[:1]]
    for lines, seen in {("", "q"): True, ("x", "q"): False, ("what", "q"): False}.items():
        out = io.StringIO()
        plain.run(
            types.session([*noted, *others]), (f"{line}\n" for line in lines), out,
            shelf=types.shelf, again=types.session,
        )  # fmt: skip
        assert (noted[0].item.stem.split()[-1] in out.getvalue()) is seen, lines


def test_h_is_a_hint_where_there_are_hints(table: Table) -> None:
    """As the key is on the screens; in other modes it is help, and ? and help always are."""
    table.play(["h", ":h", "q"], Mode.TUTOR)
    assert len(table.events(EventType.HINTED)) == 2
    assert "What you can type here" in table.play(["help", "q"], Mode.TUTOR)
    assert "What you can type here" in table.play(["?", "q"], Mode.TUTOR)
    assert "What you can type here" in table.play(["h", "q"])
    assert len(table.events(EventType.HINTED)) == 2


def test_a_word_is_answered_with_h(types: Table) -> None:
    """Where a word answers, only with its colon it is a hint."""
    short = next(item for item in types.bank.asked if item.type == "short")
    session = types.session([question(types.bank, short, "7")], Mode.TUTOR)
    types.run(session, ["h", ":h"])
    assert len(types.events(EventType.HINTED)) == 1


def test_what_help_costs_is_said_before(table: Table) -> None:
    """Each time what it takes off now; where one try is all there is, that there is no hint."""
    told = table.play(["?", "hint", "hint", "?", "hint", "q"], Mode.TUTOR)
    assert "this costs a try and 1 of 3 marks" in told
    assert "That cost a try and 1 of 3 marks; 2 tries are left." in told
    assert "That cost a try and 1 of 3 marks; one try is left." in told
    assert "This is your last try: no more hints." in told
    judged = next(item for item in table.bank.asked if item.type == "true-false")
    session = table.session([question(table.bank, judged, "7")], Mode.TUTOR)
    told = table.run(session, ["hint", "q"])
    assert "This question has one try, and so no hints." in told
    assert "at most questions" not in told

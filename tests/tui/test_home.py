"""Home: what it offers today, what it holds back, and where its keys lead."""

from __future__ import annotations

import inspect
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from pathlib import Path

import pytest
from tests.tui.around import EIGHT, around, earlier, on_screen, perform, press
from tests.tui.stage import Stage
from textual.pilot import Pilot

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.bank.library import Library, Origin
from civicsquiz.errors import RecordError, RecordFull
from civicsquiz.record.events import EventType
from civicsquiz.study.selection import select
from civicsquiz.study.session import Mode
from civicsquiz.tui import backing_up
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.first import Quiz, first_screen
from civicsquiz.tui.screens.begin import BeginScreen
from civicsquiz.tui.screens.home import FIRST, HomeScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.results import ResultsScreen
from civicsquiz.tui.screens.review import ReviewScreen
from civicsquiz.tui.screens.trouble import TroubleScreen
from civicsquiz.tui.widgets.bank_list import BankList

CHARTER = "town/town-charter.yaml"


@pytest.fixture
def charter(home: Path) -> Stage:
    """Two banks; the first begins with its first question, of five."""
    return around(home, CHARTER)


def rows(pilot: Pilot[None]) -> list[str]:
    """All that is drawn, row by row."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def shown(pilot: Pilot[None]) -> str:
    """All that is drawn, white space evened out."""
    return " ".join(" ".join(rows(pilot)).split())


# ---- what is there today -------------------------------------------------------------------------


def test_a_first_run_says_how_learning_goes(charter: Stage) -> None:
    """And nothing of review, for there is nothing; the key for it does nothing."""

    async def steps(pilot: Pilot[None]) -> None:
        assert FIRST in shown(pilot)
        for word in ("Continue", "Review", "due", "begun"):
            assert word not in shown(pilot)
        await press(pilot, "v", "c", "x")
        on_screen(pilot, HomeScreen)

    perform(charter.show(HomeScreen), steps)


def test_how_far_one_is_stands_beside_each_bank(charter: Stage) -> None:
    """Answers of ten days ago are due again; of the other bank nothing was asked."""
    earlier(charter, 10, [True, False, True])

    async def steps(pilot: Pilot[None]) -> None:
        told = shown(pilot)
        assert "Millbrook: a town and its charter 3 of 5 begun · 3 due" in told
        assert "Millbrook: eight ways of asking 8 questions" in told
        assert "v Review 3 due today, 2 new" in told
        assert FIRST not in told

    perform(charter.show(HomeScreen), steps)


def test_nothing_due_says_when_the_next_is(charter: Stage) -> None:
    """All five were answered today; what comes next is said, and the page of review still opens."""
    earlier(charter, 0, [True] * 5)

    async def steps(pilot: Pilot[None]) -> None:
        assert "Review nothing due, the next on " in shown(pilot)
        assert "5 of 5 begun" in shown(pilot)
        await press(pilot, "v")
        on_screen(pilot, ReviewScreen)

    perform(charter.show(HomeScreen), steps)


def test_nothing_moves_when_the_record_has_been_asked(
    charter: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before and after, each bank stands in the same row, and the arrows on the same bank."""
    earlier(charter, 10, [True, False])
    seen: list[list[str]] = []
    ask = HomeScreen._know_more

    def watch(screen: HomeScreen, knowing: object) -> None:
        seen.append([strip.text.rstrip() for strip in screen._compositor.render_strips()])
        ask(screen, knowing)  # type: ignore[arg-type]

    monkeypatch.setattr(HomeScreen, "_know_more", watch)

    async def steps(pilot: Pilot[None]) -> None:
        before, after = seen[0], rows(pilot)
        assert "Continue" not in "".join(before)
        assert "Continue" in "".join(after)
        for text in ("Pick a bank", "a town and its charter", "eight ways of asking"):
            at = next(at for at, row in enumerate(before) if text in row)
            assert text in after[at]
        banks = pilot.app.screen.query_one(BankList)
        assert banks.has_focus
        assert banks.highlighted == 0

    perform(charter.show(HomeScreen), steps)


def test_home_is_there_before_the_record(charter: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first frame has been drawn when the record is first asked for anything."""
    drawn: list[str] = []
    make = inspect.getattr_static(App, "store").func

    def store(builder: App) -> object:
        drawn.append(" ".join(strip.text for strip in app.screen._compositor.render_strips()))
        return make(builder)

    late = cached_property(store)
    late.__set_name__(App, "store")
    monkeypatch.setattr(App, "store", late)
    app = charter.show(HomeScreen)

    async def steps(pilot: Pilot[None]) -> None:
        assert len(drawn) == 1
        for text in ("Pick a bank", "eight ways of asking", "? help"):
            assert text in drawn[0]
        assert FIRST in shown(pilot)

    perform(app, steps)


def test_what_was_answered_meanwhile_is_told_on_the_way_back(charter: Stage) -> None:
    """Back from a quiz, Home knows of it."""

    async def steps(pilot: Pilot[None]) -> None:
        assert FIRST in shown(pilot)
        await press(pilot, "enter", "1", "enter", "q", "q")
        on_screen(pilot, HomeScreen)
        assert "1 of 5 begun" in shown(pilot)
        assert "Continue Millbrook: a town and its charter, question 2 of 5" in shown(pilot)
        assert FIRST not in shown(pilot)

    perform(charter.show(HomeScreen), steps)


# ---- going on ------------------------------------------------------------------------------------


@pytest.mark.parametrize("leave", [True, False], ids=["left", "cut off"])
@pytest.mark.parametrize("mode", Mode)
def test_a_session_goes_on_where_it_was(charter: Stage, mode: Mode, leave: bool) -> None:
    """At the same question, in the same order, in the same mode, without what is read first."""
    before = earlier(charter, 1, [True, True], mode=mode, leave=leave)

    async def steps(pilot: Pilot[None]) -> None:
        assert "Continue Millbrook: a town and its charter, question 3 of 5" in shown(pilot)
        await press(pilot, "c")
        session = on_screen(pilot, QuizScreen).session
        assert (session.session_id, session.mode) == (before.session_id, mode)
        assert [one.ref for one in session.questions] == [one.ref for one in before.questions]
        assert [one.shown for one in session.questions] == [one.shown for one in before.questions]
        assert session.position == 2
        assert "Going on where you were, at question 3 of 5." in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_what_is_read_first_is_not_shown_again(home: Path) -> None:
    """A bank that begins with a page to read goes on with its question."""
    stage = around(home, EIGHT)
    stage.session().answer("1")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        on_screen(pilot, BeginScreen)
        await press(pilot, "escape", "c")
        on_screen(pilot, QuizScreen)

    perform(stage.show(HomeScreen), steps)


def test_questions_that_changed_are_left_out_and_told(
    charter: Stage, tmp_path: Path, home: Path
) -> None:
    """One of the answered questions reads differently now."""
    before = earlier(charter, 1, [True, True])
    changed = tmp_path / "town-charter.yaml"
    text = charter.path.read_text("utf-8")
    changed.write_text(text.replace("How many members does", "How many people does"), "utf-8")
    again = around(home, CHARTER)
    again.builder.store = charter.builder.store
    again.builder.library = Library([(changed, Origin.SET)])

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "c")
        assert "One question has changed and is left out." in shown(pilot)
        left = on_screen(pilot, QuizScreen).session.questions
        assert len(left) == len(before.questions) - 1

    perform(again.show(HomeScreen), steps)


def test_the_rows_above_are_part_of_the_list(charter: Stage) -> None:
    """The arrows lead to them and back, and Enter does what the last line says."""
    earlier(charter, 10, [True, False])

    async def steps(pilot: Pilot[None]) -> None:
        assert "Enter practice" in shown(pilot)
        await press(pilot, "up")
        assert "Enter review" in shown(pilot)
        assert "t test" not in shown(pilot)
        await press(pilot, "up")
        assert "Enter continue x let go" in shown(pilot)
        await press(pilot, "down", "down")
        assert "Enter practice" in shown(pilot)
        await press(pilot, "up", "up", "up")
        assert pilot.app.screen.query_one(BankList).highlighted == 1
        await press(pilot, "down", "enter")
        assert on_screen(pilot, QuizScreen).session.position == 2

    perform(charter.show(HomeScreen), steps)


def test_letting_go(charter: Stage) -> None:
    """Said before it is done; then it is offered no more, and the answers stay."""
    session = earlier(charter, 1, [True, False])

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "up", "up", "x")
        assert "Let go of it? It is not offered again; your answers stay." in shown(pilot)
        await press(pilot, "down", "up", "x")
        assert "Continue" in shown(pilot)
        await press(pilot, "x")
        assert "Continue" not in shown(pilot)
        assert "2 of 5 begun" in shown(pilot)
        assert pilot.app.screen.query_one(BankList).has_focus

    perform(charter.show(HomeScreen), steps)
    types = [event.type for event in charter.builder.store.events(session=session.session_id)]
    assert types.count(EventType.ANSWERED) == 2
    assert types[-1] is EventType.ABANDONED


def test_letting_go_from_among_the_banks(charter: Stage) -> None:
    """The same key, and the palette: the arrows go to what is let go of, and it is said first."""
    earlier(charter, 1, [True, False])

    async def steps(pilot: Pilot[None]) -> None:
        names = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert "Let go of the session that waits" in names
        assert "x let go" not in shown(pilot)
        await press(pilot, "x")
        assert "Let go of it?" in shown(pilot)
        assert "Enter continue x let go" in shown(pilot)
        assert "Continue" in shown(pilot)
        await press(pilot, "x")
        assert "Continue" not in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_letting_go_of_a_test_explains_it(charter: Stage) -> None:
    """What has an answer is graded, the rest does not count."""
    earlier(charter, 1, [True, False], mode=Mode.TEST)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "up", "x", "x")
        on_screen(pilot, ResultsScreen)
        assert "1 of 2 right" in shown(pilot)
        await press(pilot, "q")
        on_screen(pilot, HomeScreen)
        assert "Continue" not in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_another_program_was_faster(charter: Stage) -> None:
    """A session that ended elsewhere meanwhile is not gone on with."""
    session = earlier(charter, 1, [True, False])

    async def steps(pilot: Pilot[None]) -> None:
        assert "Continue" in shown(pilot)
        session.abandon()
        await press(pilot, "c")
        on_screen(pilot, HomeScreen)
        assert "Continue" not in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_another_program_has_begun_something_else(charter: Stage) -> None:
    """What was asked about is let go of, or nothing is."""
    earlier(charter, 1, [True, False])

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "x")
        earlier(charter, 0, [True])
        await press(pilot, "x")
        assert "Continue Millbrook: a town and its charter, question 2 of 5" in shown(pilot)

    perform(charter.show(HomeScreen), steps)
    assert not list(charter.builder.store.events(types=[EventType.ABANDONED]))


# ---- modes ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "mode"), [("enter", Mode.PRACTICE), ("t", Mode.TEST), ("u", Mode.TUTOR)]
)
def test_modes(charter: Stage, key: str, mode: Mode) -> None:
    """Each has its key."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, key)
        assert on_screen(pilot, QuizScreen).session.mode is mode

    perform(charter.show(HomeScreen), steps)


def test_a_tutor_begins_with_the_weakest(charter: Stage) -> None:
    """What was never met goes before what was answered today."""
    charter.builder.new_seed = lambda: "7"
    earlier(charter, 0, [True, True])
    known = {one.ref for one in charter.session().questions[:2]}

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "u", "enter")
        asked = [one.ref for one in on_screen(pilot, QuizScreen).session.questions]
        assert len(asked) == 5
        assert not known & set(asked[:2])

    perform(charter.show(HomeScreen), steps)


def test_certainty_can_be_switched(charter: Stage) -> None:
    """By a key on Home, for all that begins from then on; what is in the file stays."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "y")
        assert "Certainty on: before each answer say how sure you are, F1 to F3." in shown(pilot)
        await press(pilot, "enter")
        assert on_screen(pilot, QuizScreen).session.asks_certainty
        await press(pilot, "q", "y")
        assert "Certainty off" in shown(pilot)
        await press(pilot, "enter")
        assert not on_screen(pilot, QuizScreen).session.asks_certainty

    perform(charter.show(HomeScreen), steps)
    assert not paths.settings_file(charter.builder.env).exists()


def test_help_and_palette_have_the_keys_that_the_last_line_has_not(charter: Stage) -> None:
    """Those of this screen each once, and only what can be done."""
    earlier(charter, 10, [True])

    async def steps(pilot: Pilot[None]) -> None:
        names = [command.title for command in pilot.app.get_system_commands(pilot.app.screen)]
        assert len(names) == len(set(names))
        assert {"Continue where you were", "Review: what is due today"} <= set(names)
        assert "Certainty on or off" in names
        await press(pilot, "question_mark")
        told = shown(pilot)
        for words in ("c Continue where you were", "v Review: what is due", "y Be asked how sure"):
            assert words in told
        assert told.count(" Quit ") == 1 + told.count("Ctrl+C Quit")

    perform(charter.show(HomeScreen), steps, size=(80, 40))


# ---- trouble -------------------------------------------------------------------------------------


def no_database(path: Path) -> None:
    path.write_text("These are my notes of the summer, and no database at all.\n" * 100)


def empty(path: Path) -> None:
    path.write_bytes(b"")


def newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute(f"PRAGMA application_id = {0x43565351}")
        connection.execute("PRAGMA user_version = 99")
        connection.execute("CREATE TABLE event (uuid)")
    connection.close()


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (no_database, "is no SQLite file, or its beginning is damaged"),
        (empty, "is empty: what was in it is gone"),
        (newer, "has form 99, and this civicsquiz knows form"),
    ],
)
def test_a_record_that_cannot_be_used(
    charter: Stage, make: Callable[[Path], None], says: str
) -> None:
    """Home opens and says it, with the way on; one can play, and the file is not touched."""
    charter.builder.forgetful = False
    path = paths.progress_file(charter.builder.env)
    path.parent.mkdir(parents=True, exist_ok=True)
    make(path)
    before = path.read_bytes()

    async def steps(pilot: Pilot[None]) -> None:
        assert "No record ~/progress.sqlite" in shown(pilot)
        assert says in shown(pilot)
        assert "Until then nothing you answer is kept." in shown(pilot)
        await press(pilot, "enter", "1", "q", "q")
        on_screen(pilot, HomeScreen)
        assert "No record" in shown(pilot)

    perform(charter.show(HomeScreen), steps)
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.glob("progress*")] == ["progress.sqlite"]


def test_a_record_that_cannot_be_written_to(
    charter: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever may do all things is let into any file, so that the system is asked in his place."""
    charter.builder.forgetful = False
    earlier(charter, 1, [True])
    for name in ("store", "learner", "record"):
        vars(charter.builder).pop(name, None)
    path = paths.progress_file(charter.builder.env)
    allowed = os.access
    monkeypatch.setattr(
        os, "access", lambda place, mode: allowed(place, mode) and Path(place) != path
    )

    async def steps(pilot: Pilot[None]) -> None:
        assert "No record ~/progress.sqlite cannot be written to: make the file" in shown(pilot)
        assert "begun" not in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_settings_that_cannot_be_used(charter: Stage) -> None:
    """The same, with their place."""
    charter.builder.forgetful = False
    path = paths.settings_file(charter.builder.env)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[certainty]\nask = 3\n")

    async def steps(pilot: Pilot[None]) -> None:
        assert "~/settings.toml, line 2, certainty.ask cannot be that" in shown(pilot)
        await press(pilot, "enter", "1", "q", "q")
        on_screen(pilot, HomeScreen)

    perform(charter.show(HomeScreen), steps)
    assert not paths.progress_file(charter.builder.env).exists()


def test_a_key_that_comes_before_the_record_was_asked(
    charter: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A quiz does not begin before it was said that nothing of it is kept."""
    charter.builder.forgetful = False
    path = paths.progress_file(charter.builder.env)
    path.parent.mkdir(parents=True, exist_ok=True)
    empty(path)

    def never(screen: HomeScreen, _knowing: object) -> None:
        screen.settled = True

    monkeypatch.setattr(HomeScreen, "_know_more", never)

    async def steps(pilot: Pilot[None]) -> None:
        assert "No record" not in shown(pilot)
        await press(pilot, "enter")
        on_screen(pilot, HomeScreen)
        assert "No record" in shown(pilot)
        await press(pilot, "enter")
        on_screen(pilot, QuizScreen)

    perform(charter.show(HomeScreen), steps)


@pytest.mark.parametrize("bank", [CHARTER, EIGHT], ids=["at once", "after a page to read"])
def test_play_says_it_before_the_first_question(home: Path, bank: str) -> None:
    """A page of its own; Enter goes on without a record, and nothing is written."""
    stage = around(home, bank)
    stage.builder.forgetful = False
    path = paths.progress_file(stage.builder.env)
    path.parent.mkdir(parents=True, exist_ok=True)
    empty(path)
    questions = select([stage.bank], seed="7")
    quiz = Quiz(stage.bank, stage.shelf, Mode.PRACTICE, "7", questions)
    app = stage.show(lambda: first_screen(stage.builder, quiz, lambda _: questions))

    async def steps(pilot: Pilot[None]) -> None:
        if bank == EIGHT:
            on_screen(pilot, BeginScreen)
            await press(pilot, "enter")
        on_screen(pilot, TroubleScreen)
        assert "is empty: what was in it is gone" in shown(pilot)
        await press(pilot, "enter", "1")
        assert on_screen(pilot, QuizScreen).session.outcome is not None

    perform(app, steps)
    assert path.read_bytes() == b""


def test_leaving_the_page_of_trouble_leaves_the_program(home: Path) -> None:
    """Nothing was begun."""
    stage = around(home, CHARTER)
    stage.builder.forgetful = False
    path = paths.progress_file(stage.builder.env)
    path.parent.mkdir(parents=True, exist_ok=True)
    empty(path)
    app = stage.show(lambda: app.screen_of(stage.session()))

    async def steps(pilot: Pilot[None]) -> None:
        on_screen(pilot, TroubleScreen)
        await press(pilot, "escape")
        assert app._exit

    perform(app, steps)


def test_trouble_that_comes_later_is_said_too(
    charter: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And goes away with its reason; what was in the record is not given up for it."""
    path = paths.progress_file(charter.builder.env)
    earlier(charter, 10, [True])
    full = RecordFull(path, "there is no room left on the disk", "free some space")

    async def steps(pilot: Pilot[None]) -> None:
        home = on_screen(pilot, HomeScreen)
        with monkeypatch.context() as patch:
            patch.setattr(type(charter.builder), "resumable", fails_with(full))
            home.know()
            await pilot.pause()
            assert "there is no room left on the disk" in shown(pilot)
        home.know()
        await pilot.pause()
        assert "No record" not in shown(pilot)
        assert "1 of 5 begun" in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def fails_with(error: RecordError) -> Callable[..., object]:
    def fail(*_: object) -> object:
        raise error

    return fail


# ---- the end, and the copy -----------------------------------------------------------------------


def test_an_orderly_end_leaves_the_session(charter: Stage) -> None:
    """Ctrl+C in the middle of a quiz: it goes on another time."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "1", "enter", "ctrl+c")

    perform(charter.show(HomeScreen), steps)
    last = list(charter.builder.store.events())[-1]
    assert last.type is EventType.LEFT
    assert charter.builder.resumable() is not None


def test_an_end_that_cannot_be_written_down_is_an_end(
    charter: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is held in the program by a disk that is full."""
    path = paths.progress_file(charter.builder.env)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "1", "enter")
        session = on_screen(pilot, QuizScreen).session
        monkeypatch.setattr(session, "leave", fails_with(RecordFull(path, "full", "")))
        await press(pilot, "ctrl+c")
        assert pilot.app._exit

    perform(charter.show(HomeScreen), steps)


def test_a_backup_is_made_once_a_day(charter: Stage) -> None:
    """In a thread; it can be opened, and has what was answered."""
    builder = charter.builder
    builder.forgetful = False
    earlier(charter, 1, [True])
    folder = paths.backups_dir(builder.env)

    async def steps(pilot: Pilot[None]) -> None:
        app = pilot.app
        for _ in range(2):
            backing_up.start(app, builder).join()
        (kept,) = folder.iterdir()
        with sqlite3.connect(kept) as connection:
            asked = "SELECT count(*) FROM event WHERE type = 'answered'"
            assert connection.execute(asked).fetchone() == (1,)
        connection.close()

    perform(charter.show(HomeScreen), steps)


def test_a_backup_that_fails_says_so_quietly(charter: Stage) -> None:
    """A line, and the program goes on."""
    builder = charter.builder
    builder.forgetful = False
    earlier(charter, 1, [True])
    paths.backups_dir(builder.env).write_text("no folder")
    said: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        app = pilot.app
        app.notify = lambda told, **_: said.append(told)  # type: ignore[method-assign]
        thread = backing_up.start(app, builder)
        while thread.is_alive():
            await pilot.pause(0.01)
        on_screen(pilot, HomeScreen)

    perform(charter.show(HomeScreen), steps)
    assert len(said) == 1
    assert said[0].startswith("No backup was made today: ")


def test_where_nothing_is_kept_no_copy_is_made(charter: Stage) -> None:
    """Neither of nothing nor of a file that is in trouble."""

    async def steps(pilot: Pilot[None]) -> None:
        app = pilot.app
        assert isinstance(app, QuizApp)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(backing_up, "start", lambda *_: pytest.fail("a copy was made"))
            app.keep_a_copy()

    perform(charter.show(HomeScreen), steps)


def test_home_waits_for_nothing_heavy() -> None:
    """Neither before its first frame nor when it has asked the record are these loaded."""
    program = """
import asyncio, json, sys
from civicsquiz.app import App
from civicsquiz.tui import themes
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.home import HomeScreen

first = []
ask = HomeScreen._know_more

def watch(self, knowing):
    if not first:
        first.extend(sorted(sys.modules))
    ask(self, knowing)

HomeScreen._know_more = watch

async def run():
    app = QuizApp(App(), HomeScreen, theme=themes.DARK.name)
    async with app.run_test() as pilot:
        await pilot.pause()
        print(json.dumps([first, sorted(sys.modules)]))

asyncio.run(run())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    first, then = map(set, json.loads(done.stdout.splitlines()[-1]))
    early = {"sqlite3", "civicsquiz.study.settings", "civicsquiz.study.reviewing"}
    assert first & (early | {"fsrs", "plotext", "civicsquiz.tui.today"}) == set()
    assert "sqlite3" in then
    assert then & {"fsrs", "plotext", "textual_plotext"} == set()


def test_a_day_later_there_is_more_to_do(charter: Stage) -> None:
    """The day is asked for each time Home comes back, not once."""
    earlier(charter, 0, [True] * 5)
    now = charter.builder.clock

    async def steps(pilot: Pilot[None]) -> None:
        assert "nothing due" in shown(pilot)
        charter.builder.clock = lambda: now() + timedelta(30)
        on_screen(pilot, HomeScreen).know()
        await pilot.pause()
        assert "Review 5 due today" in shown(pilot)

    perform(charter.show(HomeScreen), steps)

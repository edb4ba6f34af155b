"""The screens around the quiz: what they show, what they hold back, and where they lead back to."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from tests.often import CI
from tests.tui.around import (
    EIGHT,
    TERMS,
    around,
    law,
    on_screen,
    perform,
    press,
    settle,
    shown,
    until,
)
from tests.tui.stage import Stage
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from civicsquiz.bank.library import Library, Origin
from civicsquiz.bank.models import Term
from civicsquiz.errors import FileError, SearchUnavailable
from civicsquiz.record.events import EventType
from civicsquiz.source.visible import controls
from civicsquiz.study.search import Progress
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.begin import BeginScreen
from civicsquiz.tui.screens.discussion import DiscussionScreen
from civicsquiz.tui.screens.glossary import GlossaryScreen, WordsScreen
from civicsquiz.tui.screens.home import HomeScreen
from civicsquiz.tui.screens.overview import OverviewScreen
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.reader import ReaderScreen
from civicsquiz.tui.screens.resting import RestingScreen
from civicsquiz.tui.screens.results import ResultsScreen
from civicsquiz.tui.screens.search import SearchScreen
from civicsquiz.tui.screens.sources import SourcesScreen
from civicsquiz.tui.widgets.block import Block
from civicsquiz.tui.widgets.find_field import FindField
from civicsquiz.tui.widgets.row_list import RowList
from civicsquiz.tui.worded import Worded

CHARTER = "town/town-charter.yaml"
HEARING, MEMBERS = "hearing-before-closing", "members-of-the-council"


@pytest.fixture
def eight(home: Path) -> Stage:
    """The bank with something before its questions and after them."""
    return around(home)


@pytest.fixture
def charter(home: Path) -> Stage:
    """The bank that begins with its first question."""
    return around(home, CHARTER)


def hits(pilot: Pilot[None]) -> list[str]:
    return [hit.text for hit in on_screen(pilot, SearchScreen)._hits]


def marked_here(pilot: Pilot[None]) -> str:
    """The words of the passage that the reader has stopped at, as they are drawn."""
    return " ".join(
        block.part.text[start:end]
        for block in on_screen(pilot, ReaderScreen).query(Block)
        for start, end in block._here
    )


# ---- words ---------------------------------------------------------------------------------------


def test_words_open_over_the_question(charter: Stage) -> None:
    """g shows the entries of the words on the screen, and only those; Esc closes the window."""

    async def steps(pilot: Pilot[None]) -> None:
        assert "g words" in shown(pilot)
        await press(pilot, "g")
        on_screen(pilot, WordsScreen)
        assert "council A group of people who are elected" in shown(pilot)
        assert "mayor The head of a town’s government." in shown(pilot)
        assert "repeal To end a law" not in shown(pilot)
        await press(pilot, "escape")
        assert on_screen(pilot, QuizScreen).session.asking

    perform(charter.quiz(items=[HEARING]), steps)


def test_a_long_window_can_be_read_to_its_end(charter: Stage) -> None:
    """Space goes on as long as there is more, at any size."""
    words = ("mayor", "council", "school", "held", "closes", "according")
    charter.builder.terms = tuple(
        Term(
            word, (), f"Entry of {word}, which is long enough to take up several lines of a window."
        )
        for word in words
    )

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "g")
        seen = shown(pilot)
        for _ in range(20):
            if "Space more" not in shown(pilot):
                break
            await press(pilot, "space")
            seen += shown(pilot)
        assert "Space more" not in shown(pilot)
        assert all(f"Entry of {word}" in seen for word in words)
        await press(pilot, "g")
        on_screen(pilot, QuizScreen)

    perform(charter.quiz(items=[HEARING]), steps, size=(40, 15))


def test_no_words_no_key(charter: Stage) -> None:
    """Where no word on the screen has an entry, the key is not offered and does nothing."""
    charter.builder.terms = (Term("plurality", (), "More than anybody else."),)

    async def steps(pilot: Pilot[None]) -> None:
        assert "words" not in shown(pilot)
        await press(pilot, "g")
        on_screen(pilot, QuizScreen)

    perform(charter.quiz(items=[HEARING]), steps)


def test_an_entry_that_holds_the_key_is_withheld_until_the_answer(charter: Stage) -> None:
    """“A hearing” is the key: neither the word nor an entry with it is shown while it is asked."""
    charter.builder.terms = (
        *TERMS,
        Term("hearing", (), "A meeting at which people may speak."),
        Term("school", (), "It is not closed without a hearing."),
    )

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "g")
        assert "council" in shown(pilot)
        assert "at which people may speak" not in shown(pilot)
        assert "not closed without" not in shown(pilot)
        await press(pilot, "escape", "1", "g")
        assert "hearing A meeting at which people may speak." in shown(pilot)
        assert "school It is not closed without a hearing." in shown(pilot)

    perform(charter.quiz(items=[HEARING]), steps)


def test_in_a_test_every_key_is_withheld(charter: Stage) -> None:
    """Also that of a question that has its answer, until the test is handed in."""
    charter.builder.terms = (
        Term("council", (), "In Millbrook it has nine members."),
        Term("charter", (), "The paper that says how a town is governed."),
        Term("mayor", (), "The head of a town."),
    )

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "g")
        assert "how a town is governed" in shown(pilot)
        assert "nine members" not in shown(pilot)
        await press(pilot, "escape", "enter", "g")
        assert "The head of a town." in shown(pilot)
        assert "nine members" not in shown(pilot)

    perform(charter.quiz(Mode.TEST, [MEMBERS, HEARING]), steps)


def test_the_whole_glossary_waits_for_the_answer(charter: Stage) -> None:
    """From no screen above a question that is asked; after the answer it opens."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "3", "enter", "q")
        on_screen(pilot, ResultsScreen)
        assert "words" not in shown(pilot)
        await press(pilot, "g")
        on_screen(pilot, ResultsScreen)
        await press(pilot, "b", "1", "o", "g")
        on_screen(pilot, GlossaryScreen)

    perform(charter.quiz(), steps)


def test_the_overview_of_a_test_has_no_glossary(charter: Stage) -> None:
    """It lists what is asked."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "v", "g")
        on_screen(pilot, OverviewScreen)

    perform(charter.quiz(Mode.TEST), steps)


def test_a_word_is_found(eight: Stage) -> None:
    """Letters typed in the glossary are letters, and keep the words in which they stand; those that
    begin with them come first."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "g")
        assert all(term.entry in shown(pilot) for term in TERMS)
        await press(pilot, *"vote")
        assert shown(pilot).index("voter Somebody") > 0
        assert "council" not in shown(pilot)
        await press(pilot, *"/gq?")
        assert on_screen(pilot, GlossaryScreen).query_one(Input).value == "vote/gq?"
        assert "No word has that in it." in shown(pilot)
        await press(pilot, "escape")
        on_screen(pilot, HomeScreen)

    perform(eight.show(HomeScreen), steps)


def test_the_words_on_the_screen_come_first(eight: Stage) -> None:
    """Before all words, from what is read before a quiz, a passage, and the questions on it; one field
    narrows both."""
    seen: list[set[str]] = []

    async def steps(pilot: Pilot[None]) -> None:
        for keys in (("enter",), ("escape", "r", "enter", "n", "n"), ("enter",)):
            await press(pilot, *keys)
            assert isinstance(pilot.app.screen, Worded)
            texts = " ".join(pilot.app.screen.glossary_texts()).lower()
            await press(pilot, "g")
            on_screen(pilot, GlossaryScreen)
            drawn = shown(pilot)
            here, every = drawn.split("On this screen ")[1].split(" All words ")
            told = {term.term for term in TERMS if term.entry in here}
            assert told == {
                term.term for term in TERMS if any(one in texts for one in (term.term, *term.also))
            }
            assert all(term.entry in every for term in TERMS)
            for term in TERMS:
                on_screen(pilot, GlossaryScreen).query_one(Input).value = term.entry
                await settle(pilot)
                is_here = term.term in told
                listed = shown(pilot).replace(term.entry, "", 1)  # the field has it too
                assert listed.count(term.entry) == 1 + is_here
                assert ("On this screen" in shown(pilot)) is is_here
                assert ("All words" in shown(pilot)) is is_here
            seen.append(told)
            await press(pilot, "escape")
        assert seen[0] != seen[1] != seen[2]

    perform(eight.show(HomeScreen), steps, size=(80, 60))


def test_a_bank_has_words_of_its_own_before_it_begins(home: Path, tmp_path: Path) -> None:
    """Its own entries are among those on the screen."""
    told = 'vocabulary: [{term: school district, entry: "Towns that keep schools together."}]\n'
    stage = law(home, tmp_path)
    bank = tmp_path / "law.yaml"
    bank.write_text(bank.read_text("utf-8").replace("sources:", told + "sources:"), "utf-8")

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "g")
        assert "On this screen school district Towns that keep" in shown(pilot)

    perform(stage.show(HomeScreen), steps)


def test_only_what_is_in_sight_of_a_source_is_on_the_screen(charter: Stage) -> None:
    """In a small window the end of an article is not, and then its beginning is not."""
    seen: list[str] = []

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "r", "enter")
        reader = on_screen(pilot, ReaderScreen)
        for _ in range(4):
            texts = " ".join(reader.glossary_texts())
            for word in ("Monday", "Undine", "minutes", "Three"):
                if word in shown(pilot):
                    assert word in texts
            seen.append(texts)
            await press(pilot, "space")
        assert "Monday" in seen[0]
        assert "Monday" not in seen[-1]
        assert "twelve were held" not in seen[0]
        assert "twelve were held" in seen[-1]

    perform(charter.show(HomeScreen), steps, size=(40, 15))


def test_a_glossary_that_cannot_be_used(
    charter: Stage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A quiz goes on without it; the page of all words says in a line what is wrong."""
    (tmp_path / "glossary.yaml").write_text("civicsquiz-glossary: 1\nentries: 3\n", "utf-8")
    del charter.builder.terms
    monkeypatch.setattr("civicsquiz.paths.shipped_seeds", lambda: tmp_path)
    with pytest.raises(FileError):
        _ = charter.builder.terms

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "g")
        assert "has no list of “entries”" in shown(pilot)
        await press(pilot, "escape", "enter")
        on_screen(pilot, QuizScreen)

    perform(charter.show(HomeScreen), steps)


# ---- the reader ----------------------------------------------------------------------------------


def test_every_quoted_passage_is_marked(charter: Stage) -> None:
    """From an answer: the passage that it rests on strongly, all that any bank quotes quietly, and
    nothing else."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "3", "o")
        blocks = list(on_screen(pilot, ReaderScreen).query(Block))
        assert marked_here(pilot) == "The new charter raised that number to nine"
        quoted = " | ".join(
            block.part.text[start:end] for block in blocks for start, end in block._quoted
        )
        assert "which dates from 1921, the council had seven members" in quoted  # the other bank's
        assert "Three of the nine" not in quoted
        assert "twelve were held last year" in quoted

    perform(charter.quiz(items=[MEMBERS]), steps)


def test_stepping_through_a_source(charter: Stage) -> None:
    """n and b go from passage to passage, in the order of the source and round its ends."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "r", "enter")
        first = marked_here(pilot)
        assert "1 of 9" in shown(pilot)
        await press(pilot, "n")
        second = marked_here(pilot)
        await press(pilot, "n", "b")
        assert marked_here(pilot) == second != first
        await press(pilot, "b", "b")
        assert "9 of 9" in shown(pilot)
        assert marked_here(pilot) in shown(pilot)
        await press(pilot, "escape")
        on_screen(pilot, SourcesScreen)
        await press(pilot, "escape")
        on_screen(pilot, HomeScreen)

    perform(charter.show(HomeScreen), steps, size=(80, 14))


def test_the_passages_of_an_answer_are_counted_by_their_place(eight: Stage) -> None:
    """The one asked about opens first, wherever it stands on the page; n and b go down and up."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *"123", "enter", "o")
        assert marked_here(pilot).startswith("the old charter, which dates")
        assert "2 of 3" in shown(pilot)
        await press(pilot, "b")
        assert "1 of 3" in shown(pilot)
        assert marked_here(pilot).startswith("met on Monday")
        await press(pilot, "n", "n")
        assert "3 of 3" in shown(pilot)

    perform(eight.quiz(items=["what-came-first"]), steps)


def test_from_a_passage_to_its_items_and_back(charter: Stage) -> None:
    """Enter lists the stems that rest on a passage; Enter there practises one; q leads back to the
    same passage, and so does Esc without an answer."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "r", "enter", "n", "n")
        passage = marked_here(pilot)
        await press(pilot, "enter")
        on_screen(pilot, RestingScreen)
        stem = "How many members does the council of Millbrook have under its new charter?"
        assert stem in shown(pilot)
        assert "Millbrook: a town and its charter" in shown(pilot)
        assert "Seven" not in shown(pilot)
        await press(pilot, "escape")
        assert marked_here(pilot) == passage
        for keys in (("q",), ("escape",), ("1", "q"), ("3", "enter"), ("1", "escape")):
            await press(pilot, "enter", "enter")
            assert len(on_screen(pilot, QuizScreen).session.questions) == 1
            await press(pilot, *keys)
            assert marked_here(pilot) == passage, keys
        await press(pilot, "escape", "escape")
        on_screen(pilot, HomeScreen)
        answered = charter.builder.store.events(types=[EventType.ANSWERED])
        assert [event.item for event in answered] == ["town-charter/members-of-the-council"] * 3

    perform(charter.show(HomeScreen), steps)


def test_an_item_of_the_quiz_below_is_not_practised_early(eight: Stage) -> None:
    """From the feedback on one question the reader lists another that is still to be answered, and
    does not open it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "o", "enter")
        rows = {
            row.text.plain: row.closed
            for row in on_screen(pilot, RestingScreen).query_one(RowList).rows
        }
        assert rows == {
            "As the Courier has it, the mayor keeps the minutes of every hearing in Millbrook."
            " True or false?": False,
            "Which officer of Millbrook keeps the minutes of every hearing?": True,
            "At how many dollars did the town clerk put the price of a hearing?": False,
            "According to the town clerk, a hearing costs Millbrook $40,000. True or false?": False,
        }
        assert "comes in your quiz" in shown(pilot)
        await pilot.click(RowList, offset=(4, 0))
        await settle(pilot)
        on_screen(pilot, RestingScreen)

    perform(eight.quiz(items=["minutes", "who-keeps-minutes"]), steps)


def test_the_law_is_cited_by_its_own_citation(home: Path, tmp_path: Path) -> None:
    """Under each passage of the law stands what it is cited by; what is ours is called so."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "r")
        assert "primary sources of law · passages at hand · 1 passage, 1 question" in shown(pilot)
        await press(pilot, "enter")
        drawn = shown(pilot)
        assert "unless a hearing has been ┃ held. Town Act § 4" in drawn
        assert "In short: Another section is about what is written down." in drawn
        assert "of every hearing. Town Act § 7" in drawn

    perform(law(home, tmp_path).show(HomeScreen), steps, size=(70, 24))


# ---- search --------------------------------------------------------------------------------------


def test_search_as_one_types(eight: Stage) -> None:
    """Passages and questions in one list; the field takes every letter, a slash among them."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *"minutes")
        kinds = {hit.kind for hit in on_screen(pilot, SearchScreen)._hits}
        assert kinds == {"passage", "item"}
        assert all("minutes" in text.lower() for text in hits(pilot))
        assert "Passage · “Millbrook reads its new charter”" in shown(pilot)
        assert "Question · Millbrook: eight ways of asking" in shown(pilot)
        await press(pilot, *"/qg?")
        assert on_screen(pilot, SearchScreen).query_one(FindField).value == "minutes/qg?"
        await press(pilot, "escape")
        on_screen(pilot, HomeScreen)

    perform(eight.show(HomeScreen), steps)


def test_a_passage_opens_in_the_reader(eight: Stage) -> None:
    """At its place; from there on one can step through the whole source. Esc leads back."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *"approved")
        at = next(
            at
            for at, hit in enumerate(on_screen(pilot, SearchScreen)._hits)
            if hit.kind == "passage"
        )
        await press(pilot, *["down"] * at, "enter")
        assert "approved" in marked_here(pilot)
        assert "of 9" in shown(pilot)
        await press(pilot, "escape")
        assert on_screen(pilot, SearchScreen).wanted == "approved"

    perform(eight.show(HomeScreen), steps)


def test_a_passage_of_a_source_that_is_not_at_hand_opens(eight: Stage) -> None:
    """Among the quotations there are of it, the first time and every time."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *'"will raise the taxes"')
        for _ in range(2):
            await press(pilot, "enter")
            await until(pilot, lambda: "2 of 2" in shown(pilot))
            assert marked_here(pilot).startswith("This charter will raise")
            await press(pilot, "escape")
            on_screen(pilot, SearchScreen)

    perform(eight.show(HomeScreen), steps)


def test_a_question_is_practised_and_leads_back(eight: Stage) -> None:
    """From the search, and back to it with what was typed."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *"members does")
        await press(pilot, "enter")
        quiz = on_screen(pilot, QuizScreen)
        assert quiz.session.question.item.id in ("seats", MEMBERS)
        await press(pilot, "1", "enter")
        assert on_screen(pilot, SearchScreen).wanted == "members does"
        await press(pilot, "escape")
        on_screen(pilot, HomeScreen)

    perform(eight.show(HomeScreen), steps)


def test_while_a_question_is_asked_its_key_is_not_found(charter: Stage) -> None:
    """What would answer it is hidden, and nothing opens; after the answer all is there again."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *"hearing")
        asked = hits(pilot)
        assert not any("may not close a school" in text for text in asked)
        assert not any(text.startswith("According to the mayor") for text in asked)
        await press(pilot, *["backspace"] * 7, *"Millbrook", "enter")
        on_screen(pilot, SearchScreen)
        assert "Answer this question first." in shown(pilot)
        await press(pilot, "escape", "1", "slash", *"hearing")
        assert any("may not close a school" in text for text in hits(pilot))
        await press(pilot, "enter")
        assert not isinstance(pilot.app.screen, SearchScreen)

    perform(charter.quiz(items=[HEARING]), steps)


def test_a_test_hides_what_would_answer_any_of_it(charter: Stage) -> None:
    """Answered or not, until it is handed in."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "enter", "1", "slash", *"council")
        assert not any("seven members" in text or "close a" in text for text in hits(pilot))
        await press(pilot, "escape", "s", "s", "slash", *"council")
        assert any("seven members" in text for text in hits(pilot))
        assert any("close a school" in text for text in hits(pilot))

    perform(charter.quiz(Mode.TEST, [MEMBERS, HEARING]), steps)


def test_what_was_found_can_be_clicked(eight: Stage) -> None:
    """A click opens as Enter does, and the field keeps the keys."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *"members does")
        await pilot.click(RowList, offset=(3, 0))
        await settle(pilot)
        on_screen(pilot, QuizScreen)

    perform(eight.show(HomeScreen), steps)


def test_the_index_is_told_while_it_is_made(eight: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for it: what is there so far is found, and the field says how far it is."""
    go_on = Event()
    real = eight.builder.search.steps

    def slow() -> Iterator[Progress]:
        for progress in real():
            yield progress
            go_on.wait(10)

    monkeypatch.setattr(eight.builder.search, "steps", slow)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("slash")
        await until(pilot, lambda: "Getting ready… 1 of 2 banks" in shown(pilot))
        await pilot.press(*"hearing")
        await until(pilot, lambda: on_screen(pilot, SearchScreen).shown_for == "hearing")
        assert "Getting ready… 1 of 2 banks" in shown(pilot)
        go_on.set()
        await settle(pilot)
        await until(pilot, lambda: len(hits(pilot)) > 8)
        assert "Getting ready" not in shown(pilot)

    perform(eight.show(HomeScreen), steps)


def test_a_search_that_cannot_be_had(eight: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where SQLite cannot search, one sentence says so, and the rest of the program goes on."""

    def refuse(*_: object, **__: object) -> object:
        raise SearchUnavailable("No search here.")

    monkeypatch.setattr(eight.builder.search, "steps", refuse)
    monkeypatch.setattr(eight.builder.search, "search", refuse)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "slash", *"hearing")
        assert "No search here." in shown(pilot)
        await press(pilot, "escape")
        on_screen(pilot, HomeScreen)

    perform(eight.show(HomeScreen), steps)


def test_the_program_ends_while_the_index_is_made(
    eight: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits for the step that is under way, and not for all that are to come."""
    begun = Event()
    done: list[int] = []

    def slow() -> Iterator[Progress]:
        for at in range(1000):
            begun.set()
            sleep(0.02)
            done.append(at)
            yield Progress(at, 1000)

    monkeypatch.setattr(eight.builder.search, "steps", slow)

    async def steps(pilot: Pilot[None]) -> None:
        await pilot.press("slash")
        await until(pilot, begun.is_set)
        pilot.app.exit()

    perform(eight.show(HomeScreen), steps)
    assert len(done) < 500


# ---- before the questions, and after them --------------------------------------------------------


def test_what_is_read_first_is_closed_before_the_questions(eight: Stage) -> None:
    """Enter begins from anywhere on the page; from the questions nothing leads back to it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        on_screen(pilot, BeginScreen)
        assert "Millbrook is a town that does not exist." in shown(pilot)
        await press(pilot, "enter")
        assert len(on_screen(pilot, QuizScreen).session.questions) == 8
        assert not any(isinstance(screen, BeginScreen) for screen in pilot.app.screen_stack)
        await press(pilot, "escape")
        on_screen(pilot, HomeScreen)

    perform(eight.show(HomeScreen), steps)


def test_all_of_what_is_read_first_can_be_read(eight: Stage) -> None:
    """However few rows there are: Space goes on to the end, and Enter begins from there."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        seen = shown(pilot)
        for _ in range(9):
            if "Space more" not in shown(pilot):
                break
            await press(pilot, "space")
            seen += " " + shown(pilot)
        assert "Space more" not in shown(pilot)
        for words in (
            "later is asked.",
            "what the mayor and the town",
            "before something is decided.",
        ):
            assert words in seen
        await press(pilot, "enter")
        on_screen(pilot, QuizScreen)

    perform(eight.show(HomeScreen), steps, size=(40, 15))


def test_leaving_questions_out(eight: Stage) -> None:
    """x leaves out what the content note speaks of, and takes it in again; both are told."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "t")
        assert "1 question speaks of families kept apart. Press x" in shown(pilot)
        await press(pilot, "x")
        assert "7 questions" in shown(pilot)
        assert "left out" in shown(pilot)
        await press(pilot, "x")
        assert "8 questions" in shown(pilot)
        await press(pilot, "x", "s")
        session = on_screen(pilot, QuizScreen).session
        assert session.mode is Mode.TEST
        assert "sentence-on-schools" not in {one.item.id for one in session.questions}
        assert len(session.questions) == 7

    perform(eight.show(HomeScreen), steps)


def test_back_from_what_is_read_first(eight: Stage) -> None:
    """Esc is one step back: to Home, with nothing begun."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "escape")
        on_screen(pilot, HomeScreen)
        assert pilot.app.return_code is None

    perform(eight.show(HomeScreen), steps)


def test_discussion(eight: Stage) -> None:
    """d on the results shows both sides, says that nothing is graded or kept, and takes no text."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "enter", "1", "q", "d")
        screen = on_screen(pilot, DiscussionScreen)
        drawn = shown(pilot)
        for words in ("Some promises must outlast an", "Every council answers to its own"):
            assert words in drawn
        assert "Nobody grades this, and nothing that is said or written about it is kept." in drawn
        assert not screen.query(Input)
        assert not screen.query(TextArea)
        await press(pilot, *"because", "escape")
        on_screen(pilot, ResultsScreen)
        before = {EventType.STARTED, EventType.ANSWERED, EventType.LEFT}
        assert {event.type for event in eight.builder.store.events()} == before

    perform(eight.show(HomeScreen), steps)


def test_no_discussion_no_key(charter: Stage) -> None:
    """A bank without one has no key for it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "q")
        assert "discuss" not in shown(pilot)
        await press(pilot, "d")
        on_screen(pilot, ResultsScreen)

    perform(charter.quiz(), steps)


# ---- all of them ---------------------------------------------------------------------------------


WAYS = {
    "begin": ("enter",),
    "glossary": ("g", "v"),
    "sources": ("r",),
    "reader": ("r", "enter", "n"),
    "resting": ("r", "enter", "enter"),
    "search": ("slash", *"hearing"),
    "discussion": ("enter", "enter", "1", "q", "d"),
    "words": ("down", "enter", "1", "g"),
}


@pytest.mark.parametrize("name", WAYS if CI else ["reader", "search", "words"])
def test_resizing_does_no_harm(eight: Stage, name: str) -> None:
    """From large to nothing and back, whatever is open; one step back still leads away."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *WAYS[name])
        before = pilot.app.screen
        for size in ((40, 15), (20, 6), (1, 1), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert pilot.app.screen is before
        await press(pilot, "escape")
        assert pilot.app.screen is not before

    perform(eight.show(HomeScreen), steps)


HOSTILE = """\
civicsquiz: 1
id: hostile-around
title: "[@click=app.quit]Title[/]"
read_first: "[@click=app.quit]click me[/] \\e]0;owned\\a \\u202Ereversed [/b]"
vocabulary:
  - {term: "[@click=app.quit]council[/]", also: [council], entry: "\\e[2J[link=file:///etc]x[/link]"}
discussion:
  question: "[@click=app.quit]Should it?[/]"
  sides:
    - {view: "[red]Yes[/red] \\e[31m", starters: ["[@click=app.quit]a[/]", "b"]}
    - {view: "[bold]No", starters: ["\\u009b31m", "d"]}
sources:
  courier: {label: "[@click=app.quit]label[/]", title: "T \\e[0m[/]", genre: "[@click=app.quit]g[/]"}
items:
  - id: it
    type: choice
    topic: t
    stance: fact
    content: [deaths]
    stem: "Which [@click=app.quit]council[/] \\e[1m is it?"
    key: "[/]"
    distractors: [{text: "[x]", why: "w \\e[2J"}]
    rationale: r
    evidence: [{source: courier, exact: "[@click=app.quit]quoted[/] words"}]
"""


def test_hostile_text_is_only_text(home: Path, tmp_path: Path) -> None:
    """Whatever a bank puts into these screens runs no action, and no control reaches the screen."""
    (tmp_path / "hostile.yaml").write_text(HOSTILE, "utf-8")
    stage = Stage(home, EIGHT)
    stage.builder.library = Library([(tmp_path / "hostile.yaml", Origin.SET)])
    stage.builder.terms = (Term("[@click=app.quit]a[/]", (), "[/x] b"),)

    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        drawn = "\n".join(strip.text for strip in pilot.app.screen._compositor.render_strips())
        assert controls(drawn) == []
        for row in range(pilot.app.size.height):
            for column in range(0, 80, 3):
                style = pilot.app.screen.get_style_at(column, row)
                assert "@click" not in style.meta
                assert style.link is None

    async def steps(pilot: Pilot[None]) -> None:
        for keys in (
            ("enter",), ("enter",), ("1", "g"), ("escape", "o"), ("enter",),
            ("escape", "escape", "q", "d"), ("escape", "q", "r"), ("enter",), ("enter",),
            ("escape", "escape", "escape", "g"), ("escape", "slash", *"quoted"), ("enter",),
        ):  # fmt: skip
            await press(pilot, *keys)
            await look(pilot)
            seen.append(type(pilot.app.screen).__name__.removesuffix("Screen"))
        assert pilot.app.return_code is None
        assert seen == [
            "Begin", "Quiz", "Words", "Reader", "Resting", "Discussion", "Sources", "Reader", "Resting",
            "Glossary", "Search", "Reader",
        ]  # fmt: skip

    perform(stage.show(HomeScreen), steps)


def test_the_family_has_one_column(eight: Stage) -> None:
    """Every page is at most 76 characters wide, in the middle of a wide terminal."""

    async def steps(pilot: Pilot[None]) -> None:
        for keys in (("enter",), ("escape", "r"), ("enter",), ("enter",), ("escape", "g")):
            await press(pilot, *keys)
            column = on_screen(pilot, PageScreen).query_one("#column").region
            assert (column.x, column.width) == (20, 80)
        await press(pilot, "escape", "slash", *"hearing")
        assert on_screen(pilot, SearchScreen).query_one("#column").region.width == 80

    perform(eight.show(HomeScreen), steps, size=(120, 40))


def test_home_imports_none_of_it() -> None:
    """The first screen waits for nothing that it does not show."""
    program = """
import asyncio, json, sys
from civicsquiz.app import App
from civicsquiz.tui import themes
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.home import HomeScreen

async def run():
    app = QuizApp(App(), HomeScreen, theme=themes.DARK.name)
    async with app.run_test() as pilot:
        print(json.dumps(sorted(sys.modules)))

asyncio.run(run())
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    loaded = set(json.loads(done.stdout.splitlines()[0]))
    assert "civicsquiz.tui.screens.home" in loaded
    late = {
        f"civicsquiz.{name}"
        for name in (
            "bank.glossary", "study.beginning", "study.glossary", "study.quotations", "study.reader",
            "study.search", "tui.background", "tui.first", "tui.screens.begin",
            "tui.screens.discussion", "tui.screens.glossary", "tui.screens.reader",
            "tui.screens.search", "tui.screens.sources", "tui.widgets.row_list",
        )
    }  # fmt: skip
    assert loaded & late == set()

"""A learner at the screens, in one life of the program after the other: presses keys, and compares what
can be read with what follows from the log that is on the disk."""

from __future__ import annotations

import itertools
import re
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tests.tui.around import settle
from tests.tui.by_the_log import HINTS, Asked, ByTheLog
from tests.tui.stage import Stage
from tests.tui.test_screens import press, text_of
from textual.pilot import Pilot

from civicsquiz.app import App
from civicsquiz.bank.models import Item
from civicsquiz.paths import progress_file
from civicsquiz.record.cards import Card, derive, reviews_in
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.study.coaching import Detour, Hint, Reading
from civicsquiz.study.question import Question
from civicsquiz.study.scheduling import FsrsScheduler
from civicsquiz.study.selection import question
from civicsquiz.study.session import Mode
from civicsquiz.tui import themes
from civicsquiz.tui.answered.quietly import comes_back
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.overview import OverviewScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.results import ResultsScreen
from civicsquiz.tui.screens.search import SearchScreen

SIZE = (80, 60)
"""Nothing is folded away or scrolled out of sight."""
OPTION = re.compile(r"^ *([▸●✗]?) *(\d)  (\S.*?) *$")
SURE = {1: "You called it a guess", 2: "You were fairly sure", 3: "You were certain"}
OF_AN_ANSWER = (EventType.ANSWERED, EventType.KEPT)
LEECH = "hearing-before-closing"


class Act(NamedTuple):
    """What is done next; `pick` is which wrong option, which certainty, or how many days pass."""

    name: str
    pick: int


class Steady:
    """A coach with three hints to everything, who sends to the passage after every second miss."""

    misses = 2

    def ladder(self, question: Question, tried: Collection[str] = ()) -> tuple[Hint, ...]:
        return tuple(Hint("author", f"Help {n}", f"On {question.item.id}, {n}.") for n in (1, 2, 3))

    def tries(self, question: Question) -> int:
        return max(1, len(question.item.options) - 1)

    def mask(self, question: Question, text: str) -> str:
        return text

    def after(self, missed: Question, misses: int) -> Detour | None:
        if misses < self.misses:
            return None
        made = question(missed.bank, evidence(missed.item), "7") if misses % 2 == 0 else None
        return Detour(Reading(missed, missed.item.evidence[0]), made)


def evidence(item: Item) -> Item:
    """The question that is asked on a passage."""
    return replace(item, id=f"{item.id}--evidence", stem=f"Which words decide on {item.id}?")


class Desk:
    """One learner with one session, in one life of the program after the other."""

    def __init__(self, stage: Stage, mode: Mode, *, certainty: bool) -> None:
        self.stage, self.mode = stage, mode
        self.certainty = certainty and mode is not Mode.TUTOR
        self.items = [item for item in stage.bank.asked if item.topic != "taxes"]
        self.folders = [Path(tempfile.mkdtemp())]
        self.numbers = itertools.count(1)
        self.now = datetime(2026, 3, 28, 22, tzinfo=UTC)
        self.at = 0
        self.said: dict[int, int | None] = {}
        self.orders: dict[tuple[str, int], list[str]] = {}
        self.builder = self.a_builder()

    # ---- the program, and what it left on the disk

    def a_builder(self) -> App:
        builder = App(
            env={"CIVICSQUIZ_HOME": str(self.folders[-1])},
            clock=lambda: self.now,
            new_uuid=lambda: f"uuid-{next(self.numbers)}",
            new_seed=lambda: "7",
        )
        builder.terms, builder.library = (), self.stage.builder.library
        builder.__dict__["_coach"] = lambda *_given, **_more: Steady()
        builder.__dict__["shelf_of"] = lambda _questions: self.stage.shelf
        return builder

    def start(self) -> QuizApp:
        """The program, with the session as it goes on; with a new one where nothing is on record."""
        self.builder = self.a_builder()
        self.said = {}
        found = self.builder.resumable()
        assert (found is not None) == bool(self.log.events)
        if found:
            session = self.builder.resume(*found)
            assert found[1].gone == 0
            self.at = self.log.goes_on_at
        else:
            session = self.builder.session(
                [question(self.stage.bank, item, "7") for item in self.items],
                mode=self.mode, seed="7", shelf=self.stage.shelf, certainty=self.certainty,
                leeches=[f"{self.stage.bank.id}/{LEECH}"] if self.mode is Mode.REVIEW else (),
            )  # fmt: skip
            self.at = 0
        return QuizApp(
            self.builder, lambda: QuizScreen(session, self.stage.shelf), theme=themes.DARK.name
        )

    def kill(self) -> None:
        """What is on the disk now is all that another life gets."""
        self.folders.append(Path(tempfile.mkdtemp()))
        of = progress_file(self.builder.env)
        to = progress_file({"CIVICSQUIZ_HOME": str(self.folders[-1])})
        to.parent.mkdir(parents=True, exist_ok=True)
        for part in of.parent.glob(f"{of.name}*"):
            if not part.name.endswith("-shm"):
                shutil.copy(part, to.parent)

    def close(self) -> None:
        for folder in self.folders:
            shutil.rmtree(folder)

    def on_disk(self) -> tuple[tuple[Event, ...], dict[str, Card]]:
        """The events of the session and the cards, read from the file anew."""
        path = progress_file({"CIVICSQUIZ_HOME": str(self.folders[-1])})
        if not path.exists():
            return (), {}
        with closing(SqliteStore.reading(path)) as store:
            events = tuple(store.events())
            (learner,) = store.learners() or (None,)
            cards = store.cards(learner.uuid) if learner else ()
            return events, {card.item: card for card in cards}

    @property
    def log(self) -> ByTheLog:
        return ByTheLog(self.mode, self.items, self.on_disk()[0], self.detour)

    def detour(self, item: Item, misses: int) -> tuple[bool, Item | None]:
        if self.mode is Mode.REVIEW:
            return item.id == LEECH, evidence(item) if item.id == LEECH else None
        if self.mode is not Mode.TUTOR or misses < 2:
            return False, None
        return True, evidence(item) if misses % 2 == 0 else None

    # ---- what a learner does

    async def live(self, acts: Iterator[Act]) -> bool:
        """One life of the program; whether another can go on."""
        async with self.start().run_test(size=SIZE) as pilot:
            await settle(pilot)
            self.compare(pilot)
            for act in acts:
                if act.name == "kill":
                    self.kill()
                    break
                if act.name == "quit":
                    await self.quit(pilot)
                    assert pilot.app.return_code == 0
                    break
                await self.do(pilot, act)
                self.compare(pilot)
            else:
                await self.finish(pilot)
                return False
        self.builder.store.close()
        self.now += timedelta(days=act.pick % 2)
        return self.log.ended is None

    async def do(self, pilot: Pilot[None], act: Act) -> None:
        """Press the keys of an act, and see that it is written down, and nothing else is."""
        if isinstance(pilot.app.screen, ResultsScreen) and act.name not in ("undo", "redo"):
            return
        log = self.log
        wanted = await getattr(self, f"do_{act.name}")(pilot, log, act.pick)
        events = self.log.events
        assert events[: len(log.events)] == log.events
        new = [event for event in events[len(log.events) :] if event.type is not EventType.STARTED]
        assert [event.type for event in new] == ([wanted] if wanted else [])

    def open(self, log: ByTheLog) -> Asked | None:
        """The question that waits for its answer on the screen."""
        if log.explained(self.at) or log.reading(self.at):
            return None
        return log.asked[self.at]

    async def do_right(self, pilot: Pilot[None], log: ByTheLog, _pick: int) -> EventType | None:
        if (one := self.open(log)) is None:
            await press(pilot, "1")
            return None
        return await self.choose(pilot, log, one, words(one, one.item.key_response[0]))

    async def do_wrong(self, pilot: Pilot[None], log: ByTheLog, pick: int) -> EventType | None:
        if (one := self.open(log)) is None:
            await press(pilot, "2")
            return None
        tried = {event.response[0] for event in one.tries}
        wrong = [option for option in one.item.options if option.id not in one.item.key_response]
        wrong = [option for option in wrong if option.id not in tried]
        return await self.choose(pilot, log, one, wrong[pick % len(wrong)].text)

    async def choose(
        self, pilot: Pilot[None], log: ByTheLog, one: Asked, told: str
    ) -> EventType | None:
        """Press the number that stands before this option on the screen."""
        number = next(number for _, number, text in options(pilot) if text == told)
        before = one.kept
        said = self.said.get(self.at, before.certainty if before else None)
        await press(pilot, str(number))
        if before and (words(one, before.response[0]), before.certainty) == (told, said):
            return None
        latest = self.log.events[-1]
        assert latest.type in OF_AN_ANSWER
        assert words(one, latest.response[0]) == told
        assert latest.certainty == said
        return EventType.KEPT if self.mode is Mode.TEST else EventType.ANSWERED

    async def do_hint(self, pilot: Pilot[None], log: ByTheLog, _pick: int) -> EventType | None:
        one = self.open(log)
        can = self.mode is Mode.TUTOR and one and one.left > 1 and one.hints < HINTS
        await press(pilot, "h")
        return EventType.HINTED if can else None

    async def do_look_up(self, pilot: Pilot[None], log: ByTheLog, _pick: int) -> EventType | None:
        one = self.open(log)
        if self.mode is not Mode.TUTOR or one is None:
            return None
        await press(pilot, *("l" if one.looked_up else "ll"))
        await settle(pilot)
        assert isinstance(pilot.app.screen, SearchScreen)
        assert one.item.stem in flat(pilot)
        await press(pilot, "escape")
        return None if one.looked_up else EventType.LOOKED_UP

    async def do_sure(self, pilot: Pilot[None], log: ByTheLog, pick: int) -> EventType | None:
        one = self.open(log)
        await press(pilot, f"f{pick + 1}")
        if one is None or not self.certainty:
            return None
        before = self.said.get(self.at, one.kept.certainty if one.kept else None)
        self.said[self.at] = None if before == pick + 1 else pick + 1
        return EventType.KEPT if one.kept else None

    async def do_undo(self, pilot: Pilot[None], log: ByTheLog, _pick: int) -> EventType | None:
        await press(pilot, "u")
        if self.mode is Mode.TEST or not log.standing:
            return None
        was_at, self.at, self.said = self.at, self.log.front, {}
        one = self.log.asked[self.at]
        assert one.item.id == log.standing[-1].item.rpartition("/")[2]
        back = words(one, log.standing[-1].response[0])
        if log.asked[self.at].settled or was_at == self.at:  # a try elsewhere is not named
            assert f"Taken back: {back}. Answer again." in flat(pilot)
        assert "Taken back" in flat(pilot)
        return EventType.UNDONE

    async def do_redo(self, pilot: Pilot[None], log: ByTheLog, _pick: int) -> EventType | None:
        await press(pilot, "U")
        if self.mode is Mode.TEST or not log.again:
            return None
        self.at, self.said = log.front, {}
        return EventType.REDONE

    async def do_next(self, pilot: Pilot[None], log: ByTheLog, _pick: int) -> EventType | None:
        await press(pilot, "enter")
        last = self.at == len(log.asked) - 1
        if log.reading(self.at):
            return EventType.READ
        if self.mode is Mode.TEST and last:
            assert isinstance(pilot.app.screen, OverviewScreen)
            assert f"{len(log.asked) - log.open} of {len(log.asked)} answered" in flat(pilot)
            await press(pilot, "escape")
        elif last and log.explained(self.at):
            assert isinstance(pilot.app.screen, ResultsScreen)
            return None if log.ended else EventType.FINISHED
        elif self.mode is Mode.TEST or log.explained(self.at):
            self.at += 1
        return None

    async def do_back(self, pilot: Pilot[None], log: ByTheLog, _pick: int) -> EventType | None:
        await press(pilot, "b")
        self.at = max(0, self.at - 1)
        return None

    async def do_mark(self, pilot: Pilot[None], log: ByTheLog, _pick: int) -> EventType | None:
        await press(pilot, "m")
        return EventType.MARKED if self.mode is Mode.TEST else None

    async def do_look(self, pilot: Pilot[None], log: ByTheLog, _pick: int) -> EventType | None:
        """Look at the results, and go on."""
        if not log.counted:
            return None
        await press(pilot, "q")
        self.compare(pilot)
        if not log.open:
            return None if log.ended else EventType.FINISHED
        await press(pilot, "b")
        left = log.events[-1].type is EventType.LEFT and log.events[-1].item.endswith(
            f"/{log.asked[self.at].item.id}"
        )
        return None if left else EventType.LEFT

    async def quit(self, pilot: Pilot[None]) -> None:
        """Leave in order, by the results where there are some."""
        if self.mode is Mode.TEST:
            kept = any(one.kept for one in self.log.asked)
            await press(pilot, "q", "k" if kept else "x")
            return
        if not isinstance(pilot.app.screen, ResultsScreen):
            counted = self.log.counted
            await press(pilot, "q")
            if not counted:
                return
            self.compare(pilot)
        await press(pilot, "q")

    async def finish(self, pilot: Pilot[None]) -> None:
        """A test is handed in; the results are what the log says."""
        if self.mode is Mode.TEST:
            await press(pilot, "v", "s", *("s" if self.log.open else ""))
            assert self.log.handed_in
        elif self.log.counted and not isinstance(pilot.app.screen, ResultsScreen):
            await press(pilot, "q")
        self.compare(pilot)
        self.builder.store.close()

    # ---- what has to be so

    def compare(self, pilot: Pilot[None]) -> None:
        events, cards = self.on_disk()
        log = ByTheLog(self.mode, self.items, events, self.detour)
        for ref in {event.item for event in events if event.item}:
            reviews = reviews_in(one for one in events if one.item == ref)
            assert cards.pop(ref, None) == derive(ref, reviews, FsrsScheduler())
        assert not cards
        if isinstance(pilot.app.screen, ResultsScreen):
            self.compare_results(pilot, log)
            return
        assert isinstance(pilot.app.screen, QuizScreen)
        one = log.asked[self.at]
        top = " ".join(next(filter(str.strip, text_of(pilot).splitlines())).split())
        assert f" {self.at + 1} of {len(log.asked)} " in f"{top} "
        assert ("◆ marked" in top) == (one.marked and not log.explained(self.at))
        asked = self.open(log) is not None
        trying = f"try {one.most - one.left + 1} of {one.most}" if asked and one.most > 1 else ""
        assert re.findall(r"try \d of \d", top) == ([trying] if trying else [])
        keys = pilot.app.screen.active_bindings
        assert ("u" in keys, "U" in keys) == (
            (False, False) if self.mode is Mode.TEST else (bool(log.standing), bool(log.again))
        )
        if log.explained(self.at):
            self.compare_explained(pilot, one)
        elif log.reading(self.at):
            assert one.item.stem not in flat(pilot)
            assert "read this first" in flat(pilot) or "keeps slipping away" in flat(pilot)
        else:
            self.compare_asked(pilot, one)

    def compare_asked(self, pilot: Pilot[None], one: Asked) -> None:
        shown = flat(pilot)
        assert one.item.stem in shown
        assert "✓ Right" not in shown
        assert "✗ Wrong" not in shown
        assert ("Once more:" in shown) == (one.repeat > 0)
        assert ("does not count" in shown) == one.made
        order = [text for _, _, text in options(pilot)]
        assert order == self.orders.setdefault((one.item.id, one.repeat), order)
        assert sorted(order) == sorted(option.text for option in one.item.options)
        tried = [words(one, event.response[0]) for event in one.tries]
        kept = [words(one, one.kept.response[0])] if one.kept else []
        assert [text for sign, _, text in options(pilot) if sign == "✗"] == [
            text for text in order if text in tried
        ]
        assert [text for sign, _, text in options(pilot) if sign == "●"] == kept
        assert ("Not yet" in shown) == bool(tried)
        assert not tried or f"✗ Not yet {tried[-1]} " in shown
        assert re.findall(r"Hint (\d)", shown) == [str(n + 1) for n in range(one.hints)]
        assert not one.hints or f"On {one.item.id}, {one.hints}." in shown
        said = self.said.get(self.at, one.kept.certainty if one.kept else None)
        assert re.findall(r"● F(\d)", shown) == ([str(said)] if said else [])
        assert ("How sure are you?" in shown) == self.certainty

    def compare_explained(self, pilot: Pilot[None], one: Asked) -> None:
        shown, answer = flat(pilot), one.tries[-1]
        assert list(answer.shown) == [
            option.id
            for text in self.orders[one.item.id, one.repeat]
            for option in one.item.options
            if option.text == text
        ]
        nth = {2: "2nd", 3: "3rd"}.get(len(one.tries))
        told = "✓ Right" if one.raw >= 1 else "✗ Wrong"
        if nth:
            told += f", on the {nth} try" if one.raw >= 1 else f", after {len(one.tries)} tries"
        told += ", with help" if one.helps else ""
        if (nth or one.helps) and one.raw >= 1:
            told += f" {round(3 * one.mark, 1):g} of 3 marks"
        number = answer.shown.index(answer.response[0]) + 1
        text = words(one, answer.response[0])
        assert one.item.stem in shown
        assert f"{told} You chose {number} {text} " in shown
        sure = [certainty for certainty, told in SURE.items() if told in shown]
        assert sure == ([answer.certainty] if answer.certainty else [])
        card = self.on_disk()[1].get(answer.item) if answer.scheduled else None
        today = self.now.date()
        assert re.findall(r"It comes back [^.]+\.", shown) == (
            [comes_back(card.due, today)] if card else []
        )

    def compare_results(self, pilot: Pilot[None], log: ByTheLog) -> None:
        shown, back = flat(pilot), len(log.taken_back)
        assert f"Results {log.score()} " in shown
        were = "answer was" if back == 1 else "answers were"
        told = f"{back} {were} taken back; your statistics count the first."
        assert (told in shown) == (back > 0)


def words(one: Asked, option: str) -> str:
    return next(known.text for known in one.item.options if known.id == option)


def flat(pilot: Pilot[None]) -> str:
    return " ".join(text_of(pilot).split())


def options(pilot: Pilot[None]) -> list[tuple[str, int, str]]:
    """The options that are asked, each with its sign and number."""
    found = map(OPTION.match, text_of(pilot).splitlines())
    return [(one[1], int(one[2]), one[3]) for one in found if one]

"""All statistics of one learner, in one passage through the log.

A log of 1,000,000 events is read as it comes: what is kept grows with the days, the items and the
topics, and not with the answers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from civicsquiz.record.cards import Card, Review, Scheduler
from civicsquiz.record.certainty import confidently_wrong
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.revisions import Revision
from civicsquiz.report.calibration import Calibrating, Calibration
from civicsquiz.report.first import FirstAnswers
from civicsquiz.report.forecast import Forecast, forecast
from civicsquiz.report.known import Known, Topic
from civicsquiz.report.mastery import Recall, TopicMastery, mastery
from civicsquiz.report.retention import Retaining, Retention
from civicsquiz.report.times import TimeReport, Timing
from civicsquiz.source.visible import one_line

STRIDE = 2_000
"""So many events are gone through between one step and the next."""


class Log(Protocol):
    """What is asked of a store; `record.store.Store` is one."""

    def events(
        self, *, learner_uuid: str | None = None, types: tuple[EventType, ...] = ()
    ) -> Iterator[Event]: ...

    def revision(self, revision_hash: str) -> Revision | None: ...

    def cards(self, learner_uuid: str) -> tuple[Card, ...]: ...


@dataclass(frozen=True, slots=True)
class ConfidentlyWrong:
    """An item whose latest answer was wrong and yet said to be certain. `topic` is None where the
    library has the item no more; `stem` is then as it was asked."""

    item: str
    stem: str
    topic: Topic | None
    day: date


@dataclass(frozen=True, slots=True)
class LearnerReport:
    """The statistics of a learner.

    `answers` counts first answers, on `days` different local days. Where `since` is given these,
    retention, calibration and times are of that day and later; the forecast, mastery and what is
    confidently wrong (the latest first) are always of today.
    """

    today: date
    since: date | None
    answers: int
    days: int
    retention: Retention
    forecast: Forecast
    mastery: tuple[TopicMastery, ...]
    calibration: Calibration
    times: TimeReport
    confidently_wrong: tuple[ConfidentlyWrong, ...]


class Gathering:
    """Goes through a learner's log, step by step, so that somebody can be told how far it is.

    `scheduler` makes the cards that were there before each review, `recall` says what they foretold;
    both have to be of the scheduler that made the cards that are kept. What is due and what is known
    (`forecast` and `mastery`) is there after the first step, for it follows from the cards alone;
    `report` is there once `steps` has come to its end.
    """

    def __init__(
        self,
        log: Log,
        learner_uuid: str,
        known: Known,
        *,
        today: date,
        scheduler: Scheduler,
        recall: Recall,
        since: date | None = None,
    ) -> None:
        self._log = log
        self._learner = learner_uuid
        self._known = known
        self._today = today
        self._scheduler = scheduler
        self._recall = recall
        self._since = since
        self._first = FirstAnswers()
        self._retaining = Retaining()
        self._calibrating = Calibrating()
        self._timing = Timing()
        self._cards: dict[str, Card] = {}
        self._names: dict[str, str] = {}
        self._types: dict[str, str] = {}
        self._wrong: dict[str, tuple[date, str]] = {}
        self._days: set[date] = set()
        self._answers = 0
        self.forecast: Forecast | None = None
        self.mastery: tuple[TopicMastery, ...] = ()
        self.report: LearnerReport | None = None

    def steps(self) -> Iterator[int]:
        """Go on; each step says how many events have been gone through.

        Raises:
            RecordError: the log cannot be read.
        """
        cards = self._log.cards(self._learner)
        planned = self.forecast = forecast(cards, self._known, self._today)
        self.mastery = mastery(cards, self._known, self._today, self._recall)
        yield 0
        taken_back = self._taken_back()
        done = 0
        for done, event in enumerate(self._log.events(learner_uuid=self._learner), 1):
            if event.type is EventType.ANSWERED:
                self._take(event, standing=event.uuid not in taken_back)
            if not done % STRIDE:
                yield done
        self.report = self._finish(planned)
        yield done

    def _taken_back(self) -> set[str]:
        """The answers that do not stand: due dates follow from the others alone."""
        found: set[str] = set()
        types = (EventType.UNDONE, EventType.REDONE)
        for event in self._log.events(learner_uuid=self._learner, types=types):
            if event.refers_to and event.type is EventType.UNDONE:
                found.add(event.refers_to)
            elif event.refers_to:
                found.discard(event.refers_to)
        return found

    def _take(self, event: Event, *, standing: bool) -> None:
        item, day = self._now(event), event.day
        before = self._cards.get(item)
        reviewed = event.scheduled and event.rating is not None
        if self._first.counts(event, item) and not _made_up(event):
            if self._since is None or day >= self._since:
                self._count(event, item, day)
                if before is not None and reviewed:
                    self._review(event, before, day)
            if confidently_wrong(event.mark, event.certainty):
                self._wrong[item] = day, event.revision
            else:
                self._wrong.pop(item, None)
        if reviewed and standing and event.rating is not None:
            self._cards[item] = self._scheduler.advance(item, before, Review(day, event.rating))

    def _now(self, event: Event) -> str:
        """The present name of the item, with what is known of it under earlier names brought along."""
        now = self._known.now(event.item)
        now = self._names.get(now, now)
        formerly = event.detail.get("formerly")
        for former in formerly if isinstance(formerly, list) else ():
            if former != now and self._is_gone(former):
                self._names[former] = now
                if former in self._cards:
                    self._cards.setdefault(now, self._cards.pop(former))
                if former in self._wrong:
                    self._wrong.setdefault(now, self._wrong.pop(former))
        return now

    def _is_gone(self, former: object) -> bool:
        """Whether this is a name, and can only mean what was so called: no item has it now."""
        is_new = isinstance(former, str) and former not in self._names
        return is_new and self._known.about(str(former)) is None

    def _count(self, event: Event, item: str, day: date) -> None:
        self._answers += 1
        self._days.add(day)
        self._calibrating.add(min(max(event.mark or 0.0, 0.0), 1.0), event.certainty)
        if event.taken is not None:
            about = self._known.about(item)
            type_ = about.type if about else self._type(event.revision)
            self._timing.add(event.taken, type_, about.topic if about else None)

    def _review(self, event: Event, before: Card, day: date) -> None:
        predicted = self._recall(before, day)
        self._retaining.add(day, remembered=(event.rating or 0) > 1, predicted=predicted)

    def _type(self, revision_hash: str) -> str:
        """The type of an item that the library has no more."""
        if revision_hash not in self._types:
            revision = self._log.revision(revision_hash)
            self._types[revision_hash] = _asked(revision, "type")
        return self._types[revision_hash]

    def _finish(self, planned: Forecast) -> LearnerReport:
        wrong = sorted(self._wrong.items(), key=lambda one: (-one[1][0].toordinal(), one[0]))
        return LearnerReport(
            today=self._today,
            since=self._since,
            answers=self._answers,
            days=len(self._days),
            retention=self._retaining.finish(),
            forecast=planned,
            mastery=self.mastery,
            calibration=self._calibrating.finish(),
            times=self._timing.finish(),
            confidently_wrong=tuple(self._confidently(item, *told) for item, told in wrong),
        )

    def _confidently(self, item: str, day: date, revision_hash: str) -> ConfidentlyWrong:
        about = self._known.about(item)
        if about is not None:
            return ConfidentlyWrong(item, about.stem, about.topic, day)
        stem = _asked(self._log.revision(revision_hash), "stem")
        return ConfidentlyWrong(one_line(item), stem, None, day)


def gather(
    log: Log,
    learner_uuid: str,
    known: Known,
    *,
    today: date,
    scheduler: Scheduler,
    recall: Recall,
    since: date | None = None,
) -> LearnerReport:
    """The statistics in one go; see `Gathering`.

    Raises:
        RecordError: the log cannot be read.
    """
    gathering = Gathering(
        log, learner_uuid, known, today=today, scheduler=scheduler, recall=recall, since=since
    )
    for _ in gathering.steps():
        pass
    if gathering.report is None:
        raise RuntimeError("the log was not gone through to its end")
    return gathering.report


def _asked(revision: Revision | None, what: str) -> str:
    """What the log keeps of a question, fit to be shown."""
    return one_line(str(revision.asked.get(what, ""))) if revision else ""


def _made_up(event: Event) -> bool:
    """Whether the question was made for the moment: it is in no bank and tells nothing of one."""
    return event.detail.get("made") is True

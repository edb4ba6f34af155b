"""The statistics of a learner out of a log: which answers count, and how."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.simulate import (
    LEARNER,
    TODAY,
    Doubling,
    MemoryLog,
    answered,
    library,
    recall,
    weeks,
)  # fmt: skip

from civicsquiz.record.cards import derive, reviews_in
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.revisions import Revision
from civicsquiz.report import first
from civicsquiz.report.known import About, Known, Topic
from civicsquiz.report.learner import STRIDE, Gathering, LearnerReport, gather
from civicsquiz.report.shares import NONE, Share

DAY = date(2025, 12, 1)
COURTS = Topic("civics", "Civics", "courts", "Courts")
A, B = "civics/a", "civics/b"
ITEMS = Known(
    [About(A, COURTS, "choice", "What is A?"), About(B, COURTS, "match", "What is B?")],
    {"old/a": A},
)


def told(*events: Event, since: date | None = None, known: Known = ITEMS) -> LearnerReport:
    return gather(
        MemoryLog(list(events)), LEARNER, known,
        today=TODAY, scheduler=Doubling(), recall=recall, since=since,
    )  # fmt: skip


def reviewed(item: str, day: date, rating: int, **fields: Any) -> Event:
    """A scheduled answer."""
    mark = 1.0 if rating > 1 else 0.0
    return answered(item, day, **({"mark": mark, "rating": rating, "scheduled": True} | fields))


def undo(event: Event, *, again: bool = False) -> Event:
    type_ = EventType.REDONE if again else EventType.UNDONE
    return replace(event, uuid=f"{type_}-{event.uuid}", type=type_, refers_to=event.uuid)


def test_the_first_answer_of_a_session_counts() -> None:
    """Neither the second try of a tutor, nor the item again later in the session."""
    report = told(
        answered(A, DAY, 1, mark=0.0, certainty=1),
        answered(A, DAY, 2, mark=1.0, attempt=2, certainty=1),
        answered(A, DAY, 3, mark=1.0, attempt=1, certainty=1),
        answered(A, DAY, 4, mark=1.0, certainty=1, session="another"),
    )
    assert report.answers == 2
    assert report.calibration.levels[0].answers == Share(1, 2)


def test_the_first_answer_counts_even_if_it_was_taken_back() -> None:
    """And what it did not move, does not move: the prediction of the next is from what stands."""
    wrong = reviewed(A, DAY, 1, number=1, certainty=3)
    right = reviewed(A, DAY, 3, number=2, certainty=1)
    later = reviewed(A, DAY + timedelta(2), 3)
    report = told(wrong, undo(wrong), right, later)
    assert report.answers == 2
    assert report.calibration.levels[2].answers == Share(0, 1)
    assert report.calibration.levels[0].answers == NONE
    assert report.retention.whole.answers == Share(1, 1)
    assert report.retention.whole.predicted == pytest.approx(0.9)


def test_what_stands_again_is_a_review_again() -> None:
    first_, second = reviewed(A, DAY, 3), reviewed(A, DAY + timedelta(2), 3)
    third = reviewed(A, DAY + timedelta(14), 1)
    with_it = told(first_, second, undo(second), undo(second, again=True), third)
    without = told(first_, second, undo(second), third)
    assert with_it.retention.periods[1].recalled.predicted == pytest.approx(0.9**3)
    assert without.retention.periods[1].recalled.predicted == pytest.approx(0.9**7)


def test_the_first_review_of_an_item_retains_nothing() -> None:
    assert told(reviewed(A, DAY, 1), reviewed(B, DAY, 3, number=1)).retention.whole.answers == NONE


def test_answers_that_moved_no_due_date_are_no_reviews() -> None:
    again = answered(A, DAY, 5, session="another", mark=0.0)
    assert told(reviewed(A, DAY, 3), again).retention.whole.answers == NONE


@pytest.mark.parametrize(("rating", "remembered"), [(1, 0), (2, 1), (3, 1), (4, 1)])
def test_what_was_not_rated_again_was_remembered(rating: int, remembered: int) -> None:
    report = told(reviewed(A, DAY, 3), reviewed(A, DAY + timedelta(1), rating, mark=0.5))
    assert report.retention.whole.answers == Share(remembered, 1)


def test_a_clock_set_back_predicts_certainty_and_no_more() -> None:
    report = told(reviewed(A, DAY, 3), reviewed(A, DAY - timedelta(400), 3))
    assert report.retention.whole.predicted == 1


def test_an_item_goes_on_under_a_new_name() -> None:
    """Whether the library says so, or only the events of one that is gone since."""
    moved = {"detail": {"formerly": ["lost/x"]}}
    by_library = told(reviewed("old/a", DAY, 3), reviewed(A, DAY + timedelta(2), 3))
    by_log = told(reviewed("lost/x", DAY, 3), reviewed("lost/y", DAY + timedelta(2), 3, **moved))
    for report in (by_library, by_log):
        assert report.retention.whole.answers == Share(1, 1)


def test_a_name_that_another_item_has_now_leads_to_that() -> None:
    """Whatever the events say of it."""
    claims = {"detail": {"formerly": [B]}}
    report = told(reviewed(B, DAY, 3), reviewed(A, DAY + timedelta(2), 3, **claims))
    assert report.retention.whole.answers == NONE


@pytest.mark.parametrize("formerly", ["civics/b", 7, [None, 3, {}], {"a": 1}])
def test_a_log_that_was_meddled_with(formerly: object) -> None:
    """It is read as far as it makes sense."""
    strange = reviewed(A, DAY, 3, certainty=77, detail={"formerly": formerly})
    assert told(strange).calibration.unsaid == 1


def test_since_counts_from_that_day_on() -> None:
    """But what had been learned before is still known."""
    before, on = reviewed(A, DAY, 3, taken=9000), reviewed(A, DAY + timedelta(2), 3, taken=5000)
    report = told(before, on, since=DAY + timedelta(2))
    assert (report.answers, report.days) == (1, 1)
    assert report.retention.whole.answers == Share(1, 1)
    assert report.times.whole is not None
    assert report.times.whole.median == 5.0
    assert report.forecast.overdue == 1


def test_confidently_wrong_is_what_was_so_at_last() -> None:
    sure: dict[str, Any] = {"certainty": 3, "mark": 0.0}
    mended = answered(A, DAY + timedelta(1), certainty=1)
    assert [one.item for one in told(answered(A, DAY, **sure)).confidently_wrong] == [A]
    assert told(answered(A, DAY, **sure), mended).confidently_wrong == ()
    again = answered(A, DAY + timedelta(2), **sure)
    (one,) = told(answered(A, DAY, **sure), mended, again).confidently_wrong
    assert (one.day, one.stem, one.topic) == (DAY + timedelta(2), "What is A?", COURTS)


@pytest.mark.parametrize(("mark", "certainty"), [(0.0, 2), (0.0, None), (0.5, 3), (1.0, 3)])
def test_neither_unsure_nor_partly_right_is_confidently_wrong(
    mark: float, certainty: int | None
) -> None:
    assert told(answered(A, DAY, mark=mark, certainty=certainty)).confidently_wrong == ()


def test_what_the_library_has_no_more_is_read_in_the_log() -> None:
    """With whatever a terminal would obey made visible."""
    gone = answered("gone/x", DAY, mark=0.0, certainty=3, taken=4000, revision="r")
    log = MemoryLog([gone], {"r": Revision("r", {"type": "choice", "stem": "Why\x1b[2J?"})})
    report = gather(log, LEARNER, ITEMS, today=TODAY, scheduler=Doubling(), recall=recall)
    assert [(one.stem, one.topic) for one in report.confidently_wrong] == [("Why␛[2J?", None)]
    assert [name for name, _ in report.times.types] == ["choice"]
    assert (report.times.topics, report.times.gone) == ((), 1)


def test_questions_that_count_for_nothing() -> None:
    """Without an answer; made up by the tutor."""
    silent = answered(A, DAY, response=(), mark=0.0, certainty=3)
    made_up = answered("civics/made-up", DAY, 1, mode="tutor", detail={"made": True})
    assert told(silent, made_up).answers == 0


def test_other_learners_and_other_events_count_for_nothing() -> None:
    somebody = answered(A, DAY, learner_uuid="somebody")
    kept = answered(A, DAY, 1, type=EventType.KEPT)
    assert told(somebody, kept).answers == 0


def test_the_log_is_gone_through_once_and_step_by_step() -> None:
    """What follows from the cards alone is there before."""
    events = [answered(f"civics/{at}", DAY, at) for at in range(2 * STRIDE + 1)]
    log = MemoryLog(events)
    gathering = Gathering(log, LEARNER, ITEMS, today=TODAY, scheduler=Doubling(), recall=recall)
    steps = gathering.steps()
    assert gathering.forecast is None
    assert next(steps) == 0
    assert gathering.forecast is not None
    assert next(steps) == STRIDE
    assert gathering.report is None
    assert list(steps) == [2 * STRIDE, 2 * STRIDE + 1]
    assert gathering.report is not None
    assert log.passages == 1


def test_no_more_is_remembered_than_the_latest_sessions() -> None:
    """A session that was left for very many others is the price."""
    firsts = first.FirstAnswers()
    for number in range(3 * first.SESSIONS):
        assert firsts.counts(answered(A, DAY, session=f"s{number}"), A)
    assert len(firsts._sessions) == first.SESSIONS
    assert not firsts.counts(answered(A, DAY, session=f"s{3 * first.SESSIONS - 1}"), A)


def test_a_second_try_never_counts() -> None:
    """Even where the first is remembered no more."""
    assert not first.FirstAnswers().counts(answered(A, DAY, attempt=2), A)


class _Endless(MemoryLog):
    """So many answers in sessions of twenty, each made when it is read."""

    def __init__(self, length: int) -> None:
        super().__init__()
        self._length = length

    def events(self, *, types: Sequence[EventType] = (), **_: Any) -> Iterator[Event]:
        for at in range(0 if types else self._length):
            day = DAY + timedelta(at % 30)
            yield reviewed(
                f"civics/{at % 50}", day, 3, number=at, session=f"s{at // 20}", taken=at % 60_000
            )


def _peak(length: int) -> int:
    """The most bytes that were held while a log of this length was gone through."""
    log = _Endless(length)
    tracemalloc.start()
    try:
        report = gather(log, LEARNER, ITEMS, today=TODAY, scheduler=Doubling(), recall=recall)
        assert report.answers == length
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_longer_log_takes_no_more_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once as many sessions have been met as are remembered."""
    monkeypatch.setattr(first, "SESSIONS", 32)
    _peak(100)  # what is imported late is no part of it
    enough = 20 * first.SESSIONS
    assert _peak(5 * enough) < 1.2 * _peak(enough)


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["answer", "undo", "redo"]),
        st.sampled_from([A, B]), st.integers(0, 3), st.integers(1, 4), st.integers(0, 30),
    ),
    max_size=25,
)  # fmt: skip


@given(_STEPS)
def test_predictions_follow_from_the_cards_that_the_log_gives(
    steps: Sequence[tuple[str, str, int, int, int]],
) -> None:
    """However much is taken back: against cards derived anew before each review."""
    log: list[Event] = []
    day = DAY
    for number, (kind, item, ahead, rating, which) in enumerate(steps):
        answers = [event for event in log if event.type is EventType.ANSWERED]
        if kind == "answer":
            day += timedelta(ahead)
            log.append(reviewed(item, day, rating, number=number, session=f"s{number}"))
        elif answers:
            log.append(undo(answers[which % len(answers)], again=kind == "redo"))
    last = {event.refers_to: event.type for event in log if event.refers_to}
    standing = [
        event for event in log
        if event.type is EventType.ANSWERED and last.get(event.uuid) is not EventType.UNDONE
    ]  # fmt: skip
    foretold = []
    for at, event in enumerate(log):
        if event.type is EventType.ANSWERED:
            earlier = [one for one in log[:at] if one in standing and one.item == event.item]
            card = derive(event.item, reviews_in(earlier), Doubling())
            if card is not None:
                foretold.append(recall(card, event.day))
    whole = told(*log).retention.whole
    assert whole.answers.n == len(foretold)
    if foretold:
        assert whole.predicted == pytest.approx(sum(foretold) / len(foretold))


def test_weeks_of_a_learner() -> None:
    """All of it hangs together."""
    known = library()
    log = weeks(known)
    report = gather(log, LEARNER, known, today=TODAY, scheduler=Doubling(), recall=recall)
    begun = sum(one.begun for one in report.mastery)
    assert report.answers == len(log.written) == report.retention.whole.answers.n + begun
    assert report.calibration.said.n + report.calibration.unsaid == report.answers
    forecast = report.forecast
    assert forecast.overdue + sum(forecast.days) + forecast.later == begun
    assert report.times.whole is not None
    assert report.times.whole.n == sum(one.n for _, one in report.times.types) == report.answers
    assert report.confidently_wrong

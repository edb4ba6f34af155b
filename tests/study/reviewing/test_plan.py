"""Planning towards an exam: what to do a day, and what will be known on the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.study.reviewing.things import TODAY, Doubling, bank, card, choice, day

from civicsquiz.record.cards import AGAIN, GOOD, Card, Review
from civicsquiz.study.reviewing.limits import Done, Limits, done_on
from civicsquiz.study.reviewing.plan import FARTHEST, Plan, plan
from civicsquiz.study.reviewing.queue import build
from civicsquiz.study.reviewing.saying import plan_in_words
from civicsquiz.study.reviewing.simulation import LAST_DAYS, pulled_forward
from civicsquiz.study.scheduling import FsrsScheduler

SCHEDULER = Doubling()
LIMITS, NOTHING = Limits(20, 200), Done()


def made(
    cards: list[Card],
    new: int = 0,
    *,
    until: int,
    limits: Limits = LIMITS,
    done: Done = NOTHING,
) -> Plan:
    fresh = [f"bank/n{at}" for at in range(new)]
    return plan(
        cards, fresh, today=TODAY, by=day(until), limits=limits, done=done, scheduler=SCHEDULER
    )  # fmt: skip


def alike(count: int, **more: object) -> list[Card]:
    return [card(f"bank/i{at}", **more) for at in range(count)]  # type: ignore[arg-type]


def test_without_study_it_is_the_sum_of_predicted_recall() -> None:
    """Today and on the day; what was never met counts nothing."""
    cards = [card("bank/a", last=-4, stability=8.0), card("bank/b", last=-2, stability=1.0)]
    found = made(cards, 3, until=10)
    assert found.items == 5
    assert found.known_today == pytest.approx(0.9 ** (4 / 8) + 0.9**2)
    assert found.known_without == pytest.approx(0.9 ** (14 / 8) + 0.9**12)


def test_a_review_is_right_as_often_as_foreseen() -> None:
    """A hundred cards due today, nothing due after it before the exam: known on the day is, each,
    R·recall after Good + (1−R)·recall after Again; the second of those is reviewed each day."""
    cards = alike(100, last=-30, stability=10.0, due=0)
    found = made(cards, until=1)
    right = SCHEDULER.recall_on(cards[0], TODAY)
    good, again = (
        SCHEDULER.recall_on(SCHEDULER.advance("", cards[0], Review(TODAY, rating)), day(1))
        for rating in (GOOD, AGAIN)
    )
    assert found.known == pytest.approx(100 * (right * good + (1 - right) * again), abs=0.3)
    assert found.reviews_per_day == 100


def test_a_first_answer_is_right_half_the_time() -> None:
    """Nothing is known of what was never asked."""
    found = made([], 100, until=1, limits=Limits(100, 0))
    good, again = 0.9 ** (1 / 2), 0.9 ** (1 / 1)
    assert found.known == pytest.approx(100 * (0.5 * good + 0.5 * again), abs=0.3)


def test_by_the_scheduler_in_use() -> None:
    """Study helps, and more days of it help more; nobody knows more than there is."""
    scheduler = FsrsScheduler()
    cards = alike(30, stability=3.0, last=-6)
    fresh = [f"bank/n{at}" for at in range(30)]

    def towards(days: int) -> Plan:
        return plan(
            cards, fresh, today=TODAY, by=day(days), limits=Limits(20, 200), done=Done(),
            scheduler=scheduler,
        )  # fmt: skip

    week, month = towards(7), towards(30)
    assert week.known_without < week.known_today < week.known < month.known <= 60
    assert month.known_without < week.known_without
    assert towards(7) == week


@pytest.mark.parametrize(
    ("new", "until", "limits", "done", "per_day", "unmet"),
    [
        (60, 20, 20, 0, 4, 0),  # over fifteen days, and five to come back to them
        (60, 100, 20, 0, 1, 0),  # over all but the last week
        (40, 3, 20, 0, 20, 0),
        (60, 3, 20, 0, 20, 0),  # the last day too, where it must be
        (61, 3, 20, 0, 20, 1),
        (60, 3, 20, 20, 20, 20),  # today is done
        (10, 1, 20, 0, 10, 0),
        (10, 5, 0, 0, 0, 10),
        (0, 5, 20, 9, 0, 0),
        (40, 20, 20, 20, 4, 0),  # the same in the afternoon as in the morning
    ],
)
def test_new_items_a_day(
    *, new: int, until: int, limits: int, done: int, per_day: int, unmet: int
) -> None:
    """Spread so that there is time to come back to them, within the learner's own limit."""
    found = made([], new, until=until, limits=Limits(limits, 200), done=Done(done, 0))
    assert (found.new_per_day, found.unmet) == (per_day, unmet)
    assert found.limited == Limits(per_day, 200)


def test_what_would_not_come_up_is_pulled_forward_in_the_last_week() -> None:
    """A share of it each day, the least known first; not what was asked in that week, nor before."""
    cards = [
        card("bank/far", due=40, last=-20, stability=60.0),
        card("bank/weak", due=40, last=-20, stability=30.0),
        card("bank/soon", due=0, last=-20),
        card("bank/asked", due=40, last=-1),
        card("bank/third", due=40, last=-20, stability=90.0),
    ]
    assert made(cards, until=LAST_DAYS + 1).early == ()
    assert made(cards, until=2).early == ("bank/weak", "bank/far")
    assert made(cards, until=1).early == ("bank/weak", "bank/far", "bank/third")
    assert pulled_forward(cards, day(2), day(2), SCHEDULER) == []
    weak_today = card("bank/b", due=40, last=-40, stability=18.0)
    weak_then = card("bank/a", due=40, last=-6, stability=3.0)
    assert pulled_forward([weak_today, weak_then], TODAY, day(2), SCHEDULER) == [weak_then]


def test_a_limit_on_reviews_leaves_some_undone() -> None:
    """Of what is due, and of what is pulled forward, which is not late."""
    found = made(alike(10, due=0), until=3, limits=Limits(20, 2))
    assert found.reviews_per_day == 2
    assert found.late >= 4
    early = made(alike(10, due=40, last=-20), until=3, limits=Limits(20, 1))
    assert (early.reviews_per_day, early.late) == (1, 0)


def lived(
    cards: list[Card], new: int, until: int, limits: Limits
) -> tuple[dict[str, Card], list[Done]]:
    """The days up to the exam, as a learner lives them who does each day what the queue asks."""
    whole = bank(*(choice(f"n{at}") for at in range(new)), *(choice(f"i{at}") for at in range(9)))
    pairs = {f"bank/{item.id}": (whole, item) for item in whole.items}
    held = {one.item: one for one in cards}
    days = []
    for at in range(until):
        today = day(at)
        fresh = [ref for ref in pairs if ref not in held and "/n" in ref]
        found = plan(
            tuple(held.values()), fresh, today=today, by=day(until), limits=limits,
            done=done_on(held.values(), today), scheduler=SCHEDULER,
        )  # fmt: skip
        queue = build(
            held.values(), [pairs[ref] for ref in fresh], pairs.get, day=today,
            left=found.limited, seed="1", early=found.early,
        )  # fmt: skip
        for number, entry in enumerate(queue.entries):
            review = Review(today, GOOD if number % 5 else AGAIN)
            held[entry.ref] = SCHEDULER.advance(entry.ref, entry.card, review)
        days.append(done_on(held.values(), today))
    return held, days


Begun = st.lists(
    st.builds(
        lambda at, last, ahead, held: card(f"bank/i{at}", last=-last, due=ahead - last, stability=held),
        st.integers(0, 8), st.integers(1, 40), st.integers(1, 80), st.floats(1, 90),
    ),
    unique_by=lambda one: one.item, max_size=9,
)  # fmt: skip


@settings(max_examples=40)
@given(cards=Begun, new=st.integers(0, 25), until=st.integers(1, 20))
def test_whoever_keeps_to_it_has_seen_everything(cards: list[Card], new: int, until: int) -> None:
    """Each item is met, and asked in the last week before the day; no day has more than its limit."""
    limits = Limits(20, 200)
    held, days = lived(cards, new, until, limits)
    met = min(new, 20 * until)
    assert len(held) == len(cards) + met
    for one in held.values():
        assert one.last >= day(until) - timedelta(LAST_DAYS), one
    assert all(done.new <= limits.new and done.reviews <= limits.reviews for done in days)


@settings(max_examples=25)
@given(cards=Begun, new=st.integers(0, 12), until=st.integers(1, 12), most=st.integers(0, 3))
def test_no_day_has_more_than_its_limits(
    cards: list[Card], new: int, until: int, most: int
) -> None:
    """However little that is."""
    _, days = lived(cards, new, until, Limits(most, most))
    assert all(done.new <= most and done.reviews <= most for done in days)


SPOKEN = Plan(
    date(2026, 12, 10), date(2026, 11, 22), 18, 60, 20, 31.2, 27.4, 43.4, Limits(20, 200), 6, 14.2
)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({}, "On 10 December you can expect to know 43 of 60 (today 31; without study 27)."),
        ({}, "). That takes 6 new and about 14 reviews a day."),
        ({"by": date(2027, 1, 9)}, "On 9 January 2027 you can expect"),
        ({"new_per_day": 0}, "That takes about 14 reviews a day."),
        ({"reviews_per_day": 0.2}, "That takes 6 new and less than 1 review a day."),
        ({"reviews_per_day": 1.1}, "That takes 6 new and about 1 review a day."),
        ({"unmet": 200, "unseen": 360}, "200 questions will not have been asked by then: your limit is 20 new a day, and it would take 20."),
        ({"late": 1.2}, "About 1 question will be due and not reviewed: your limit is 200 reviews a day."),
        ({"days": 0}, "10 December is today, and there is no day left before it: you can expect to know 31 of 60."),
        ({"days": -3}, "10 December has gone by: name a day to come. Today you can expect to know 31 of 60."),
        ({"days": FARTHEST + 1}, "10 December is more than ten years off: name an earlier day. Today you can"),
        ({"items": 0}, "There is no question to plan with: begin a bank, or name one."),
    ],
)  # fmt: skip
def test_it_is_said_in_sentences(change: dict[str, object], says: str) -> None:
    """What can be expected and what it takes, or why there is nothing to plan."""
    assert says in plan_in_words(replace(SPOKEN, **change))  # type: ignore[arg-type]


@pytest.mark.parametrize("days", [0, -1, -400_000, FARTHEST + 1, 2_900_000])
def test_days_that_cannot_be_planned_for(days: int) -> None:
    """Nothing is simulated, the day's limits are the learner's own, and what is known is told."""
    by = date.fromordinal(max(1, TODAY.toordinal() + days))
    found = plan(
        alike(3), ["bank/n"], today=TODAY, by=by, limits=Limits(20, 200), done=Done(),
        scheduler=SCHEDULER,
    )  # fmt: skip
    assert not found.possible
    assert (found.limited, found.early) == (Limits(20, 200), ())
    assert found.known == found.known_today

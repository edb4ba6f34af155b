"""What is known of today: the forecast of what comes due, and mastery by topic."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.report.simulate import TODAY, recall

from civicsquiz.record.cards import Card
from civicsquiz.report import sentences, tables
from civicsquiz.report.forecast import forecast
from civicsquiz.report.known import About, Known, Topic
from civicsquiz.report.mastery import mastery

COURTS = Topic("civics", "Civics", "courts", "Courts")
PRISONS = Topic("civics", "Civics", "prisons", "Prisons")
ELSEWHERE = Topic("town", "The town", "courts", "Courts")
ITEMS = Known(
    [
        About("civics/a", COURTS, "choice", "A?"),
        About("civics/b", COURTS, "choice", "B?"),
        About("civics/c", PRISONS, "short", "C?"),
        About("town/d", ELSEWHERE, "number", "D?"),
    ],
    {"old/a": "civics/a"},
)


def card(item: str, *, due: int = 0, last: int = 0, stability: float = 10.0) -> Card:
    """A card that is due so many days from today and was last reviewed so many days ago."""
    reviewed = TODAY - timedelta(last)
    return Card(item, stability, 5.0, TODAY + timedelta(due), reviewed, reviewed, 1, 0, 3)


def test_items_come_due_day_by_day() -> None:
    cards = [
        card("civics/a", due=-1),
        card("civics/b"),
        card("civics/c", due=29),
        card("town/d", due=30),
    ]
    told = forecast(cards, ITEMS, TODAY)
    assert (told.overdue, told.days[0], told.days[29], sum(told.days), told.later) == (
        1,
        1,
        1,
        2,
        1,
    )
    assert (told.now, told.gone, told.day(29)) == (2, 0, date(2026, 1, 31))


def test_items_that_are_gone_are_not_asked() -> None:
    """A card under an earlier name is one of an item that is there."""
    told = forecast([card("gone/x"), card("old/a")], ITEMS, TODAY)
    assert (told.now, told.gone) == (1, 1)
    assert sentences.forecast(told).endswith(
        "1 item more that you learned is no longer in any bank."
    )


def test_the_last_days_of_the_calendar() -> None:
    far = Card("civics/a", 1.0, 5.0, date.max, date.max, date.max, 1, 0, 3)
    told = forecast([far], ITEMS, date.max)
    assert (told.now, told.day(29)) == (1, date.max)
    assert tables.forecast(told).rows == (("Today", "1", "1"),)


@pytest.mark.parametrize(
    ("due", "said"),
    [
        ((), "Nothing is planned: what you answer is planned for review."),
        ((3,), "Nothing is due today; 1 more in the next 29 days."),
        ((0, 0), "2 items are due; 0 more in the next 29 days."),
        ((-1,), "1 item is due, and overdue; 0 more in the next 29 days."),
        ((-1, -2), "2 items are due, all of them overdue; 0 more in the next 29 days."),
        ((-1, 0), "2 items are due, 1 of them overdue; 0 more in the next 29 days."),
    ],
)
def test_the_forecast_in_words(due: tuple[int, ...], said: str) -> None:
    cards = [card("civics/a", due=ahead) for ahead in due]
    assert sentences.forecast(forecast(cards, ITEMS, TODAY)) == said


def test_the_weakest_topic_comes_first_and_what_is_not_begun_last() -> None:
    cards = [card("civics/a", last=10), card("civics/b", last=0), card("town/d", last=20)]
    told = mastery(cards, ITEMS, TODAY, recall)
    assert [one.topic for one in told] == [ELSEWHERE, COURTS, PRISONS]
    elsewhere, courts, prisons = told
    assert elsewhere.recall == pytest.approx(0.81)
    assert (courts.items, courts.begun) == (2, 2)
    assert (courts.recall, courts.least, courts.most) == pytest.approx((0.95, 0.9, 1.0))
    assert (prisons.begun, prisons.recall, prisons.expected) == (0, None, 0)


def test_what_was_never_asked_counts_as_unknown() -> None:
    (courts, *_) = mastery([card("civics/a", last=10)], ITEMS, TODAY, recall)
    assert (courts.recall, courts.expected) == pytest.approx((0.9, 0.45))


def test_topics_of_one_name_say_their_bank() -> None:
    told = mastery([card("civics/a", last=1)], ITEMS, TODAY, recall)
    names = tables.topic_names(told)
    assert sorted(names) == ["Courts (Civics)", "Courts (The town)", "Prisons"]


def test_mastery_in_words() -> None:
    assert sentences.mastery(()) == "There is no bank with questions that can be asked."
    none = mastery([], ITEMS, TODAY, recall)
    assert sentences.mastery(none) == "None of 4 items is begun yet."
    some = mastery([card("civics/a", last=10)], ITEMS, TODAY, recall)
    assert sentences.mastery(some) == "1 of 4 items begun; of these you would know 90% today."


def test_a_name_belongs_to_the_item_that_has_it_now() -> None:
    """Not to one that had it before, nor does a name lead to an item that is gone."""
    courts = About("civics/a", COURTS, "choice", "A?")
    items = Known(
        [courts, About("civics/b", COURTS, "choice", "B?")],
        {"civics/a": "civics/b", "old/a": "civics/a", "old/x": "civics/gone"},
    )
    assert items.about("civics/a") is items.about("old/a") is courts
    assert items.about("old/x") is None

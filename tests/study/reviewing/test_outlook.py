"""What is due on the days to come."""

from __future__ import annotations

from datetime import date

from tests.study.reviewing.things import TODAY, card, day

from civicsquiz.study.reviewing.outlook import outlook


def test_a_week_from_today_on() -> None:
    """What is overdue is due today; what was answered today is not due again."""
    cards = [
        card("a/1", due=-9), card("a/2", due=0), card("a/3", due=1), card("a/4", due=6),
        card("a/5", due=7), card("a/6", last=0, due=0), card("b/7", due=1),
    ]  # fmt: skip
    seen = outlook(cards, TODAY, leech_lapses=8)
    assert [count for _, count in seen.days] == [2, 3, 0, 0, 0, 0, 1]
    assert seen.days[0][0] == TODAY
    assert (seen.today, seen.tomorrow, seen.week) == (2, 3, 6)
    assert seen.next_due == TODAY
    assert outlook(cards, TODAY, leech_lapses=8, banks={"b"}).tomorrow == 1


def test_the_next_day_on_which_something_is_due() -> None:
    """However far it is; None where nothing ever is."""
    assert outlook([card("a/1", due=90)], TODAY, leech_lapses=8).next_due == day(90)
    assert outlook([], TODAY, leech_lapses=8).next_due is None


def test_leeches_come_with_the_most_lapses_first() -> None:
    """Due or not."""
    cards = [card("a/1", lapses=8), card("a/2", lapses=12, due=50), card("a/3", lapses=7)]
    assert [one.item for one in outlook(cards, TODAY, leech_lapses=8).leeches] == ["a/2", "a/1"]


def test_the_calendar_ends() -> None:
    """On the last days that there are."""
    seen = outlook([card("a/1", due=0)], date(9999, 12, 30), leech_lapses=8)
    assert [count for _, count in seen.days] == [1, 0]
    last = outlook([card("a/1", due=0)], date.max, leech_lapses=8)
    assert (last.today, last.tomorrow) == (1, 0)

"""A plan, and a queue, in words."""

from __future__ import annotations

from datetime import date

from civicsquiz.study.reviewing.plan import FARTHEST, Plan
from civicsquiz.study.reviewing.queue import Queue

_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def day_in_words(day: date, today: date) -> str:
    """ "10 December", with its year where that is another than today's."""
    told = f"{day.day} {_MONTHS[day.month - 1]}"
    return told if day.year == today.year else f"{told} {day.year}"


def full_date(day: date) -> str:
    """ "10 December 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def plan_in_words(plan: Plan) -> str:
    """What can be expected, what it takes, and what does not fit in."""
    when = day_in_words(plan.by, plan.today)
    if not plan.items:
        return "There is no question to plan with: begin a bank, or name one."
    today = f"you can expect to know {_whole(plan.known_today, plan)} of {plan.items}"
    if plan.days < 0:
        return f"{when} has gone by: name a day to come. Today {today}."
    if plan.days == 0:
        return f"{when} is today, and there is no day left before it: {today}."
    if plan.days > FARTHEST:
        return f"{when} is more than ten years off: name an earlier day. Today {today}."
    known, now, without = (
        _whole(figure, plan) for figure in (plan.known, plan.known_today, plan.known_without)
    )
    beside = f"(today {now}; without study {without})"
    told = [
        f"On {when} you can expect to know {known} of {plan.items} {beside}.",
        f"That takes {_work(plan)} a day.",
    ]
    if plan.unmet:
        told.append(
            f"{_questions(plan.unmet)} will not have been asked by then: your limit is "
            f"{plan.limits.new} new a day, and it would take {_needed(plan)}."
        )
    if round(plan.late):
        told.append(
            f"About {_questions(round(plan.late))} will be due and not reviewed: your limit is "
            f"{plan.limits.reviews} reviews a day."
        )
    return " ".join(told)


def _needed(plan: Plan) -> int:
    """How many new ones a day would meet all."""
    return -(-plan.unseen // plan.days)


def _whole(known: float, plan: Plan) -> int:
    return min(plan.items, round(known))


def _work(plan: Plan) -> str:
    reviews = round(plan.reviews_per_day)
    least = "about" if reviews else "less than"
    told = f"{least} {max(1, reviews)} {'review' if reviews <= 1 else 'reviews'}"
    return f"{plan.new_per_day} new and {told}" if plan.new_per_day else told


def _questions(count: int) -> str:
    return f"{count} question" if count == 1 else f"{count} questions"


def queue_in_words(asked: Queue) -> str:
    """ "5 due today, 3 new"; empty where nothing is asked."""
    due = (
        f"{asked.reviews} due today" + (", and more" if asked.more else "") if asked.reviews else ""
    )
    if not asked.new:
        return due
    return f"{due}, {asked.new} new" if due else f"{asked.new} new"

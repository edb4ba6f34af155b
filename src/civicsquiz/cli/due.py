"""`civicsquiz due`: what is due today and on the days to come."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import learner, output
from civicsquiz.cli.review import (
    a_day,
    add_banks,
    banks_of,
    daily_limits,
    planned,
)
from civicsquiz.cli.saying import gone_in_words, nothing_due, wrong_clock

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.record.cards import Card
    from civicsquiz.study.reviewing.deck import Deck
    from civicsquiz.study.reviewing.outlook import Outlook
    from civicsquiz.study.reviewing.plan import Plan
    from civicsquiz.study.reviewing.sitting import Standing

VERSION = 1
"""Of the JSON; a change that a reader of it would notice makes it another."""

_MOST_LEECHES = 10

_DESCRIPTION = """\
Say what is due for review today, tomorrow and within a week, how many questions
of the banks that you have begun are still new, and which are leeches: forgotten
so often that reading their passage does more than asking once more.

With --by DATE also what you can expect to know on that day, and what it takes."""

_EXAMPLES = """\
examples:
  civicsquiz due
  civicsquiz due --bank eighth-amendment --by 2027-05-03
  civicsquiz due --format json
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "due", help="say what is due, and when", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    add_banks(parser)
    parser.add_argument(
        "--by", type=a_day, metavar="DATE", help="plan towards this day (2027-05-03)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    learner.add(parser)


def run(arguments: argparse.Namespace, app: App) -> int:
    app.only_reads = True
    from civicsquiz.study.reviewing.deck import Deck
    from civicsquiz.study.reviewing.outlook import outlook
    from civicsquiz.study.reviewing.sitting import standing_of

    banks = banks_of(arguments.bank, app)
    deck = Deck(app.store, app.learner.uuid)
    plan = planned(app, deck, arguments.by, banks) if arguments.by else None
    standing = standing_of(
        deck, app.at_hand, day=app.today, limits=plan.limited if plan else daily_limits(app),
        banks=banks, early=plan.early if plan else (),
    )  # fmt: skip
    ahead = outlook(
        deck.cards,
        app.today,
        leech_lapses=app.settings.review.leech_lapses,
        banks={name for bank in banks for name in (bank.id, *bank.formerly)} or None,
    )
    for problem in app.at_hand.problems:
        output.complain(app, str(problem))
    for lost in app.lost():
        output.complain(app, lost)
    clock = wrong_clock(app)
    if arguments.format == "json":
        if clock:
            output.complain(app, clock)
        output.say_json(app, _values(app, banks, standing, ahead, plan))
        return 0
    if clock:
        output.say(app, output.wrapped(clock, "") + "\n")
    if plan:
        from civicsquiz.study.reviewing.saying import plan_in_words

        output.say(app, output.wrapped(plan_in_words(plan), "") + "\n")
    for line in _lines(app, deck, banks, standing, ahead, plan=plan):
        output.say(app, line)
    return 0


def _lines(
    app: App,
    deck: Deck,
    banks: Sequence[Bank],
    standing: Standing,
    ahead: Outlook,
    *,
    plan: Plan | None,
) -> list[str]:
    if not deck.cards:
        return [output.wrapped(nothing_due(app, deck, banks), "")]
    fits = (
        ""
        if standing.reviews >= standing.due
        else f", of which today’s limit lets {standing.reviews} through"
    )
    limit = f"at most {app.settings.review.new_per_day} a day, where no plan spreads them"
    which = "by this plan" if plan and plan.possible else limit
    new = f", and {standing.new} new ({which})" if standing.new else ""
    told = [
        f"Due today        {standing.due}{fits}{new}",
        f"Due tomorrow     {ahead.tomorrow}",
        f"Within a week    {ahead.week - ahead.today + standing.due}",
        f"Not asked yet    {standing.unmet}",
    ]
    done = standing.done
    if done.new or done.reviews:
        told.append(f"Done today       {done.reviews} reviewed, {done.new} new")
    if ahead.leeches:
        told += ["", "Leeches, which reading helps more than asking:"]
        told += [line for card in ahead.leeches[:_MOST_LEECHES] for line in _leech(app, card)]
        if (rest := len(ahead.leeches) - _MOST_LEECHES) > 0:
            told.append(f"  and {rest} more: civicsquiz due --format json")
    if gone := gone_in_words(standing.gone):
        told += ["", gone]
    if standing.reviews or standing.new:
        by = f" --by {plan.by.isoformat()}" if plan and plan.possible else ""
        return [*told, "", f"“civicsquiz review{by}” asks them."]
    return [*told, "", output.wrapped(nothing_due(app, deck, banks), "")]


def _leech(app: App, card: Card) -> list[str]:
    found = app.at_hand.find(card.item)
    asked = output.wrapped(found[1].stem, "    ") if found else "    no longer in your banks"
    return [f"  {card.item}, forgotten {card.lapses} times", asked]


def _values(
    app: App, banks: Sequence[Bank], standing: Standing, ahead: Outlook, plan: Plan | None
) -> dict[str, Any]:
    """What docs/review.md describes."""
    return {
        "civicsquiz-due": VERSION,
        "day": app.today.isoformat(),
        "learner": {"uuid": app.learner.uuid or None, "name": app.learner.name},
        "banks": [bank.id for bank in banks] or None,
        "today": {
            "due": standing.due,
            "reviews": standing.reviews,
            "new": standing.new,
            "done": {"reviews": standing.done.reviews, "new": standing.done.new},
        },
        "days": [{"day": day.isoformat(), "due": due} for day, due in ahead.days],
        "next_due": ahead.next_due.isoformat() if ahead.next_due else None,
        "unmet": standing.unmet,
        "gone": standing.gone,
        "leeches": [{"item": card.item, "lapses": card.lapses} for card in ahead.leeches],
        "plan": _plan(plan) if plan else None,
    }


def _plan(plan: Plan) -> dict[str, Any]:
    from civicsquiz.study.reviewing.saying import plan_in_words

    return {
        "by": plan.by.isoformat(),
        "days": plan.days,
        "possible": plan.possible,
        "items": plan.items,
        "expected": {
            "today": round(plan.known_today, 2),
            "without": round(plan.known_without, 2),
            "with": round(plan.known, 2),
        },
        "new_per_day": plan.new_per_day,
        "reviews_per_day": round(plan.reviews_per_day, 2),
        "unmet": plan.unmet,
        "late": round(plan.late, 2),
        "early": list(plan.early),
        "says": plan_in_words(plan),
    }

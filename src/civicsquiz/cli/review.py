"""`civicsquiz review`: ask again what is about to be forgotten, and something new."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import learner, lines, numbers, output, terminal
from civicsquiz.cli.saying import gone_in_words, nothing_due, wrong_clock
from civicsquiz.errors import UsageError

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.study.question import Question
    from civicsquiz.study.reviewing.deck import Deck
    from civicsquiz.study.reviewing.limits import Limits
    from civicsquiz.study.reviewing.plan import Plan
    from civicsquiz.study.reviewing.queue import Queue
    from civicsquiz.study.session import Mode, Session

_DESCRIPTION = """\
Ask the questions that are due today, and new ones of the banks that you have
begun, within your daily limits. Questions that you know are asked without their
options, where only one answer can be meant.

With --by DATE it is a plan towards an exam: new questions are spread over the
days that are left, and each question comes once more in the week before it.
With --confident it asks what you were certain of and had wrong."""

_EXAMPLES = """\
examples:
  civicsquiz review
  civicsquiz review --bank eighth-amendment --count 10
  civicsquiz review --by 2027-05-03
  civicsquiz review --confident --plain
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "review", help="ask again what is due", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("--plain", action="store_true", help="lines of text, for pipes and readers")
    parser.add_argument(
        "--certainty",
        action=argparse.BooleanOptionalAction,
        help="say how sure you are, or not (default: as it is set)",
    )
    learner.add(parser)
    which = parser.add_argument_group("which questions")
    add_banks(which)
    which.add_argument(
        "--topic", action="append", default=[], metavar="T",
        help="of this topic only; may be repeated",
    )  # fmt: skip
    which.add_argument("--count", type=numbers.from_one, metavar="N", help="at most so many")
    which.add_argument(
        "--by", type=a_day, metavar="DATE", help="plan towards this day (2027-05-03)"
    )
    which.add_argument(
        "--confident", action="store_true", help="what you were certain of and had wrong"
    )
    which.add_argument("--seed", metavar="N", help="the same seed gives the same order")


def add_banks(parser: Any) -> None:
    """Let a command be told which banks it is about."""
    parser.add_argument(
        "--bank", action="append", default=[], metavar="BANK",
        help="of this bank only, by its id or path; may be repeated",
    )  # fmt: skip


def a_day(text: str) -> date:
    """A day as ISO 8601 has it, for `type=` of an argument.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text.strip()):
            return date.fromisoformat(text.strip())
    except ValueError:
        pass
    raise argparse.ArgumentTypeError("write a day as year-month-day, such as 2027-05-03")


def run(arguments: argparse.Namespace, app: App) -> int:
    if arguments.confident and arguments.by:
        raise UsageError("--confident asks what you had wrong and --by plans: take one of them")
    from civicsquiz.study.reviewing.deck import Deck
    from civicsquiz.study.reviewing.saying import queue_in_words
    from civicsquiz.study.reviewing.sitting import questions_of
    from civicsquiz.study.session import Mode

    seed = app.new_seed() if arguments.seed is None else arguments.seed
    banks = banks_of(arguments.bank, app)
    deck = Deck(app.store, app.learner.uuid)
    note = ""
    if arguments.confident:
        queue = _confident(arguments, app, banks)
    else:
        queue, note = _due(arguments, app, deck, banks, seed)
    for problem in app.at_hand.problems:
        output.complain(app, str(problem))
    for lost in app.lost():
        output.complain(app, lost)
    gone, clock = gone_in_words(queue.gone), wrong_clock(app)
    if not queue.entries:
        told = _nothing(arguments, app, deck, banks, gone)
        if arguments.by and _more_without(app, deck, banks, arguments.topic):
            told = f"{told} That is by this plan: “civicsquiz review” without --by asks more today."
        for line in (clock, note, told):
            if line:
                output.say(app, output.wrapped(line, ""))
        return 0
    more = ""
    if queue.more and arguments.count is None:
        limit = app.settings.review.reviews_per_day
        more = f"More is due than your limit of {limit} a day lets through."
    plain_words = not arguments.confident and not arguments.by  # a plan has words of its own
    asked = f"{queue_in_words(replace(queue, more=False))}." if plain_words else ""
    note = " ".join(filter(None, (asked, note, gone, more, clock)))
    type_known = app.settings.review.type_known_choices and not arguments.confident
    questions = questions_of(queue.entries, seed, type_known=type_known)

    def again(some: Sequence[Question], mode: Mode) -> Session:
        return app.session(
            some, mode=mode, seed=seed, title="Review", certainty=arguments.certainty,
            leeches=queue.leeches,
        )  # fmt: skip

    if arguments.plain:
        if note:
            output.say(app, output.wrapped(note, "") + "\n")
        return lines.play(
            app, again(questions, Mode.REVIEW), shelf=app.shelf_of(questions), again=again
        )
    terminal.need(app, "review")
    from civicsquiz.tui.running import run_session

    return run_session(app, again(questions, Mode.REVIEW), note=note)


def banks_of(names: Sequence[str], app: App) -> tuple[Bank, ...]:
    """The banks of these names, each once; none where none is named.

    Raises:
        UnknownBank, FileError, InvalidBank: there is no such bank, or it cannot be used.
    """
    found = {}
    for name in names:
        bank, _ = app.load(name)
        app.at_hand.take(bank)
        found[bank.id] = bank
    return tuple(found.values())


def daily_limits(app: App) -> Limits:
    """As they are set."""
    from civicsquiz.study.reviewing.limits import Limits

    rules = app.settings.review
    return Limits(rules.new_per_day, rules.reviews_per_day)


def planned(
    app: App, deck: Deck, by: date, banks: Sequence[Bank], topics: Sequence[str] = ()
) -> Plan:
    """The plan towards a day."""
    from civicsquiz.study.reviewing.sitting import plan_of
    from civicsquiz.study.scheduling import FsrsScheduler

    return plan_of(
        deck, app.at_hand, today=app.today, by=by, limits=daily_limits(app),
        scheduler=FsrsScheduler(app.settings.review), banks=banks, topics=topics,
    )  # fmt: skip


def _due(
    arguments: argparse.Namespace, app: App, deck: Deck, banks: Sequence[Bank], seed: str
) -> tuple[Queue, str]:
    from civicsquiz.study.reviewing.sitting import queue_of

    limits, note = daily_limits(app), ""
    early: tuple[str, ...] = ()
    if arguments.by:
        from civicsquiz.study.reviewing.saying import plan_in_words

        plan = planned(app, deck, arguments.by, banks, arguments.topic)
        limits, early, note = plan.limited, plan.early, plan_in_words(plan)
    queue = queue_of(
        deck, app.at_hand, day=app.today, limits=limits, seed=seed, banks=banks,
        topics=arguments.topic, early=early, leech_lapses=app.settings.review.leech_lapses,
        count=arguments.count,
    )  # fmt: skip
    return queue, note


def _more_without(app: App, deck: Deck, banks: Sequence[Bank], topics: Sequence[str]) -> bool:
    """Whether something is asked today where no plan holds it back."""
    from civicsquiz.study.reviewing.sitting import queue_of

    queue = queue_of(
        deck, app.at_hand, day=app.today, limits=daily_limits(app), seed="", banks=banks,
        topics=topics, count=1,
    )  # fmt: skip
    return bool(queue.entries)


def _confident(arguments: argparse.Namespace, app: App, banks: Sequence[Bank]) -> Queue:
    from civicsquiz.record.events import EventType
    from civicsquiz.study.reviewing.confident import confident_queue, confidently_wrong
    from civicsquiz.study.reviewing.queue import Queue

    events = app.store.events(
        learner_uuid=app.learner.uuid,
        types=(EventType.ANSWERED, EventType.UNDONE, EventType.REDONE),
    )
    entries = confident_queue(
        confidently_wrong(events), app.at_hand, arguments.count,
        banks={bank.id for bank in banks}, topics=arguments.topic,
    )  # fmt: skip
    return Queue(entries)


def _nothing(
    arguments: argparse.Namespace, app: App, deck: Deck, banks: Sequence[Bank], gone: str
) -> str:
    """Why nothing is asked, and a way on.

    Raises:
        UsageError: a topic that no bank has.
    """
    if arguments.topic:
        _topics_exist(arguments.topic, app, deck, banks)
    if arguments.confident:
        return (
            "There is nothing that you were certain of and had wrong. Say how sure you are "
            "with --certainty, and it is kept in mind."
        )
    return " ".join(filter(None, (gone, nothing_due(app, deck, banks))))


def _topics_exist(topics: Sequence[str], app: App, deck: Deck, banks: Sequence[Bank]) -> None:
    from civicsquiz.study.reviewing.sitting import begun

    known = sorted(
        {item.topic for bank in banks or begun(deck, app.at_hand) for item in bank.asked}
    )
    for topic in topics:
        if known and topic not in known:
            import difflib

            close = difflib.get_close_matches(topic.lower(), known, n=1)
            hint = f"did you mean {close[0]}?" if close else f"there is {', '.join(known[:12])}."
            raise UsageError(f"No topic “{topic}” in the banks that you have begun: {hint}")

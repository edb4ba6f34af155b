"""`civicsquiz stats`: what a learner's log adds up to."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import learner, output
from civicsquiz.report.learner import LearnerReport

_DESCRIPTION = """\
Say how well it is remembered: retention over time, what comes due, each topic,
how well certainty and answers go together, and how long answers take. Of each
item the first answer of a session counts, even if it was taken back."""

_EXAMPLES = """\
examples:
  civicsquiz stats
  civicsquiz stats --since 2026-01-01
  civicsquiz stats --format json
"""

_MANY = 100_000
"""So many entries take some seconds, of which one is told."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "stats", help="say how well it is remembered", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    learner.add(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--since",
        metavar="DATE",
        type=_day,
        help="count answers of this day and later (2026-01-31); what comes due and the topics are of today",
    )


def _day(text: str) -> date:
    """A day as ISO 8601 writes it.

    Raises:
        ArgumentTypeError: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("write a day like 2026-01-31") from None


def run(arguments: argparse.Namespace, app: App) -> int:
    app.only_reads = True
    report = _report(app, arguments.since)
    if arguments.format == "json":
        from civicsquiz.report.as_json import values

        told = values(report)
        output.say_json(
            app, {"civicsquiz-stats": told.pop("civicsquiz-stats"), **_who(app), **told}
        )
        return 0
    from civicsquiz.plain.tables import table
    from civicsquiz.report import sentences
    from civicsquiz.report.tables import all_tables

    output.say(app, output.wrapped(sentences.whole(report), ""))
    if not report.answers and arguments.since is None:
        output.say(app, output.wrapped(sentences.WHAT_TO_DO, ""))
        return 0
    for one in all_tables(report):
        output.say(app)
        output.say(app, "\n".join(table(one)))
    return 0


def _report(app: App, since: date | None) -> LearnerReport:
    from civicsquiz.report.known import known_in
    from civicsquiz.report.learner import gather
    from civicsquiz.study.scheduling import FsrsScheduler

    scheduler = FsrsScheduler(app.settings.review)
    entries = app.store.counts()["event"]
    if entries >= _MANY:
        output.complain(app, f"{entries:,} entries to go through: this takes a while …")
    return gather(
        app.store, app.learner.uuid, known_in(app.library, app.elsewhere()),
        today=app.today, scheduler=scheduler, recall=scheduler.recall_on, since=since,
    )  # fmt: skip


def _who(app: App) -> dict[str, Any]:
    return {"learner": {"uuid": app.learner.uuid or None, "name": app.learner.name}}

"""`civicsquiz progress check`: whether the record is as it was written."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.cli.progress.wording import (
    NOTHING,
    count,
    is_there,
    say_dated_after,
    shown,
    shown_name,
)
from civicsquiz.errors import RecordDamaged

_DESCRIPTION = """\
Go through the whole record: that SQLite finds its file sound, that every event
and every question is as it was written, and that the cards for review follow
from the events. Changes nothing. The exit status is 1 where something is wrong."""


def add(subparsers: Any) -> None:
    subparsers.add_parser(
        "check", help="whether the record is as it was written", description=_DESCRIPTION
    )


def run(_arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.record.sqlite import backups
    from civicsquiz.record.sqlite.checking import check

    path = paths.progress_file(app.env)
    if not is_there(app):
        told = backups.bringing_back(path)
        output.say(app, output.wrapped(told, "") if told else NOTHING)
        return 0
    try:
        found = check(path, app.scheduler)
    except RecordDamaged as error:
        output.say(app, shown(path))
        output.say(app, output.wrapped(f"It {error.problem}."))
        _say_backup(app)
        return 1
    output.say(app, shown(path))
    for finding in (*found.faults, *found.stale):
        output.say(app, output.wrapped(finding))
    if found.faults:
        _say_backup(app)
        return 1
    if found.stale:
        output.say(app, output.wrapped("“civicsquiz progress rebuild” makes them again."))
        return 1
    written = (
        f"{count(found.events, 'event')} and {count(found.revisions, 'wording')} of questions are as"
        " they were written"
    )
    if not found.anew:
        written += f"; {count(found.cards, 'card')} for review follow from them"
    output.say(app, output.wrapped(f"{written}."))
    if found.anew:
        output.say(app, output.wrapped(
            "The cards for review follow other settings: they are made anew when next used."
        ))  # fmt: skip
    if found.moved:
        times = "once" if found.moved == 1 else f"{found.moved:,} times"
        output.say(app, output.wrapped(
            f"The hour of the clock moved {times} against UTC (summer time, or another time zone): each"
            " answer counts on the day that your clock showed, and nothing that is due moved with it."
        ))  # fmt: skip
    _say_clock(app)
    kept = backups.choose(path)
    _say_unsound(app, kept.unsound)
    if kept.sound is not None:
        output.say(app, output.wrapped(f"The latest sound backup is {shown_name(kept.sound)}."))
    else:
        yet = "sound backup" if kept.unsound else "backup yet"
        output.say(app, output.wrapped(f"There is no {yet}: “civicsquiz progress backup”."))
    say_dated_after(app)
    return 0


def _say_clock(app: App) -> None:
    """What is said of a clock that cannot be right, by the answers of whichever learner."""
    from civicsquiz.record.sqlite import SqliteStore
    from civicsquiz.study.reviewing.clock import wrong_clock

    store = SqliteStore.reading(paths.progress_file(app.env))
    try:
        latest = [store.latest(learner.uuid) for learner in store.learners()]
    finally:
        store.close()
    wrong = filter(None, (wrong_clock(one, app.clock()) for one in latest))
    if first := next(wrong, None):
        output.say(app, output.wrapped(first.told))


def _say_backup(app: App) -> None:
    from civicsquiz.record.sqlite import backups

    kept = backups.choose(paths.progress_file(app.env))
    _say_unsound(app, kept.unsound)
    told = (
        f"“civicsquiz progress restore” puts {shown_name(kept.sound)} in its place, with whatever can"
        " still be"
        if kept.sound is not None
        else f"There is no {'sound ' if kept.unsound else ''}backup. “civicsquiz progress restore” makes"
        " a new record of whatever can still be"
    )
    output.say(app, output.wrapped(f"{told} read of this file, and keeps this file."))
    say_dated_after(app)


def _say_unsound(app: App, unsound: tuple[Path, ...]) -> None:
    for backup in unsound:
        output.say(app, output.wrapped(f"The backup {shown_name(backup)} is damaged."))

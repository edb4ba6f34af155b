"""Words that several of the commands say."""

from __future__ import annotations

import os
from pathlib import Path

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.record.store import Learner
from civicsquiz.source.visible import one_line

NOTHING = "Nothing has been answered on this machine yet."


def is_there(app: App) -> bool:
    """Whether there is a record, or something in its place."""
    path = paths.progress_file(app.env)
    wal = path.with_name(path.name + "-wal")
    return os.path.lexists(path) or (wal.exists() and wal.stat().st_size > 0)


def count(number: int, one: str, many: str = "") -> str:
    """`1 event`, `1,234 events`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def name_of(learner: Learner) -> str:
    """What a learner is called in a sentence."""
    return f"“{one_line(learner.name)}”" if learner.name else "the learner without a name"


def shown(path: Path) -> str:
    """A path in a sentence."""
    return one_line(str(path))


def shown_name(path: Path) -> str:
    """The last part of a path in a sentence."""
    return one_line(path.name)


def say_dated_after(app: App) -> None:
    """A line for each backup that is dated after today."""
    from civicsquiz.record.sqlite.backups import dated_after
    from civicsquiz.study.reviewing.saying import full_date

    for kept, day in dated_after(paths.progress_file(app.env), app.today).items():
        told = (
            f"The backup {shown_name(kept)} is dated {full_date(day)}, which is after today,"
            f" {full_date(app.today)}: the clock was wrong then, or is now. What is the latest is seen"
            " by what is in them."
        )
        output.say(app, output.wrapped(told))

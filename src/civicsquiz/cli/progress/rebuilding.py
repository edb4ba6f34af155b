"""`civicsquiz progress rebuild`: the cards made again from the events."""

from __future__ import annotations

import argparse
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.cli.progress.wording import NOTHING, count, is_there

_DESCRIPTION = """\
Make all that follows from the events again: when each question is due for
review, and which sessions can be gone on with. No event is changed."""


def add(subparsers: Any) -> None:
    subparsers.add_parser(
        "rebuild", help="make the cards for review again", description=_DESCRIPTION
    )


def run(_arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.record.sqlite import SqliteStore
    from civicsquiz.record.sqlite.rebuilding import rebuild

    if not is_there(app):
        output.say(app, NOTHING)
        return 0
    store = SqliteStore.open(paths.progress_file(app.env))
    try:
        done = rebuild(store, app.scheduler)
    finally:
        store.close()
    cards, sessions = done.cards_differed, done.sessions_differed
    told = f"{cards:,} differed from what was kept" if cards else "all were as they should be"
    output.say(app, f"Made {count(done.cards, 'card')} again: {told}.")
    if sessions:
        which = count(sessions, "session to go on with", "sessions to go on with")
        output.say(app, f"{which} differed from what was kept{' too' if cards else ''}.")
    return 0

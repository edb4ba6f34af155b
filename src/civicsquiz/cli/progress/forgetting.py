"""`civicsquiz progress forget`: delete what is kept of a learner."""

from __future__ import annotations

import argparse
import unicodedata
from pathlib import Path
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import learner, output
from civicsquiz.cli.progress import whose
from civicsquiz.cli.progress.wording import NOTHING, count, is_there, name_of, shown
from civicsquiz.errors import RecordError
from civicsquiz.record.store import Learner
from civicsquiz.source.visible import one_line

_WORD = "forget"

_DESCRIPTION = """\
Delete all that is kept of a learner: every answer, every card, the name, the
wording of questions that nobody else was asked, and where banks were opened that
are not in the library. The file is written anew without it. This cannot be undone. Backups still hold it; --backups deletes it there too."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "forget", help="delete what is kept of a learner", description=_DESCRIPTION
    )
    parser.add_argument("--yes", action="store_true", help="do not ask")
    parser.add_argument(
        "--backups", action="store_true", help="in the backups too, and in files moved aside"
    )
    learner.add(parser)


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.record.sqlite import SqliteStore
    from civicsquiz.record.sqlite.forgetting import (
        elsewhere,
        elsewhere_only,
        forget,
        forget_in_copy,
    )

    path = paths.progress_file(app.env)
    if not is_there(app):
        output.say(app, NOTHING)
        return 0
    store = SqliteStore.open(path)
    try:
        known, activity = store.learners(), store.activity()
    finally:
        store.close()
    one = elsewhere_only(path, app.learner_name) if arguments.backups else None
    if one is None or one in known:
        one = whose.the_one(app, known)
    if not arguments.yes and not _agreed(app, one, activity.get(one.uuid, (0, ""))[0]):
        output.complain(app, "Nothing was deleted.")
        return 2
    if one in known:
        events = forget(path, one.uuid)
        output.say(app, f"Deleted all that was kept of {name_of(one)}: {count(events, 'event')}.")
    app.places.forget(one.uuid)
    others = elsewhere(path, one.uuid)
    left = list(others.unreadable)
    if arguments.backups:
        for file in others.holding:
            try:
                forget_in_copy(file, one.uuid)
                output.say(app, f"Deleted it in {shown(file)} too.")
            except RecordError as error:
                output.complain(app, str(error))
                left.append(file)
    elif others.holding:
        _say_files(
            app, "These still hold it (with --backups it is deleted there too):", others.holding
        )
    if left:
        _say_files(app, "These may hold it and cannot be changed; delete them yourself:", left)
    if others.holding and not arguments.backups:
        output.say(app, f"    civicsquiz progress forget --backups --learner {one.uuid}")
    return 0


def _agreed(app: App, one: Learner, answers: int) -> bool:
    word = one.name if one.name and one_line(one.name) == one.name else _WORD
    output.say(
        app, f"This deletes all that is kept of {name_of(one)}, with {count(answers, 'answer')}."
    )
    output.say(app, "It cannot be undone.")
    app.out.write(f"Type {word} to go on, or Enter to leave it: ")
    app.out.flush()
    typed = app.stdin.readline()
    if not typed.endswith("\n"):
        output.say(app)
    return unicodedata.normalize("NFC", typed.strip()) == unicodedata.normalize("NFC", word)


def _say_files(app: App, told: str, files: list[Path] | tuple[Path, ...]) -> None:
    output.say(app, told)
    for file in files:
        output.say(app, f"    {shown(file)}")

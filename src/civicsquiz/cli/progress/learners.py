"""`civicsquiz progress learners`: whose answers are kept, on a machine that several share."""

from __future__ import annotations

import argparse
import unicodedata
import uuid
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import learner as option
from civicsquiz.cli import output
from civicsquiz.cli.progress import whose
from civicsquiz.cli.progress.wording import NOTHING, count, is_there
from civicsquiz.errors import UsageError
from civicsquiz.record.store import Learner, key_of
from civicsquiz.source.visible import one_line

_LONGEST = 60
_NO_NAME = "(no name)"

_DESCRIPTION = """\
List the learners whose answers are kept here. Who plays alone needs no name; on
a shared machine each learner has one, and says it with --learner NAME."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "learners", help="whose answers are kept", description=_DESCRIPTION
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    commands = parser.add_subparsers(dest="learners_command", metavar="COMMAND")
    adding = commands.add_parser("add", help="add a learner", description="Add a learner.")
    adding.add_argument("name", metavar="NAME")
    naming = commands.add_parser(
        "name", help="give a learner a name", description="Give a learner a name, or another one."
    )
    naming.add_argument("name", metavar="NEW")
    option.add(naming)


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.record.sqlite import SqliteStore

    path = paths.progress_file(app.env)
    if arguments.learners_command is None:
        if not is_there(app):
            return _list(app, [], arguments.format)
        store = SqliteStore.reading(path)
        activity = store.activity()
        each = [(one, *activity.get(one.uuid, (0, ""))) for one in store.learners()]
        return _list(app, each, arguments.format)
    name = _name(arguments.name)
    store = SqliteStore.open(path)
    try:
        if arguments.learners_command == "add":
            store.add_learner(Learner(app.new_uuid(), name))
            output.say(app, f"Added “{name}”: say --learner with each command, as in")
            output.say(app, f"    civicsquiz --learner {_quoted(name)}")
            return 0
        one = whose.the_one(app, store.learners())
        store.name_learner(one.uuid, name)
    except ValueError:
        raise UsageError(f"There is a learner “{name}” already.") from None
    finally:
        store.close()
    output.say(
        app, f"{one_line(one.name) if one.name else 'The learner without a name'} is “{name}” now."
    )
    return 0


def _list(app: App, each: list[tuple[Learner, int, str]], form: str) -> int:
    if form == "json":
        told = [
            {"uuid": one.uuid, "name": one.name, "answers": answers, "last": last or None}
            for one, answers, last in each
        ]
        output.say_json(app, {"learners": told})
        return 0
    if not each:
        output.say(app, NOTHING)
    names = [one_line(one.name or _NO_NAME) for one, *_ in each]
    width = max(map(len, names), default=0)
    for name, (_, answers, last) in zip(names, each, strict=True):
        when = f", the last on {one_line(last[:10])}" if last else ""
        output.say(app, f"{name:{width}}   {count(answers, 'answer')}{when}")
    return 0


def _name(text: str) -> str:
    """A name that can be said on a command line and shown on a screen.

    Raises:
        UsageError: it is none.
    """
    name = unicodedata.normalize("NFC", text).strip()
    if not name or len(name) > _LONGEST or one_line(name) != name or name.startswith("-"):
        raise UsageError(
            f"“{one_line(text)}” is no name: 1 to {_LONGEST} characters, not beginning with “-”."
        )
    if key_of(name) == key_of(_NO_NAME) or _is_uuid(name):
        raise UsageError(f"“{name}” is no name: it would be taken for a learner without one.")
    return name


def _is_uuid(name: str) -> bool:
    """Whether it is like what stands for a learner without a name."""
    try:
        uuid.UUID(name)
    except ValueError:
        return False
    return True


def _quoted(name: str) -> str:
    import shlex

    return shlex.quote(name)

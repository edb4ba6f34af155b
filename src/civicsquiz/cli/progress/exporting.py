"""`civicsquiz progress export`: the events of the record, for other programs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import learner, output
from civicsquiz.cli.progress import whose
from civicsquiz.cli.progress.targets import refuse_own
from civicsquiz.cli.progress.wording import count, is_there, shown
from civicsquiz.errors import FileError

_DESCRIPTION = """\
Write out the events of the record in their order: all of them, or those of the
learner that --learner names. JSON is an array of events. In CSV a text that a
spreadsheet would take for a formula has an apostrophe before it. The exit status
is 1 where an event is not as it was written; it is written out as it is."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "export", help="the events, for other programs", description=_DESCRIPTION
    )
    parser.add_argument("--format", choices=("csv", "json"), required=True)
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="instead of standard output"
    )
    parser.add_argument("--force", action="store_true", help="replace FILE where it is there")
    learner.add(parser)


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.record import exporting
    from civicsquiz.record.sqlite import SqliteStore

    target: Path | None = arguments.output
    if target is not None:
        _may_be_written(app, target, force=arguments.force)
    changed: list[str] = []
    form = exporting.as_json if arguments.format == "json" else exporting.as_csv
    if is_there(app):
        store = SqliteStore.reading(paths.progress_file(app.env))
        wanted = whose.named(app, store.learners())
        text = form(
            store.events(
                learner_uuid=wanted.uuid if wanted else None,
                amiss=lambda event: changed.append(event.uuid),
            )
        )
    else:
        text = form(())
    if target is None:
        for part in text:
            app.out.write(part)
    else:
        _write(target, text)
        output.say(app, f"Wrote {shown(target)}")
    if changed:
        are = "is" if len(changed) == 1 else "are"
        told = f"{count(len(changed), 'event')} in it {are} not as written once"
        output.complain(app, f"{told}: “civicsquiz progress check” says more.")
    return 1 if changed else 0


def _may_be_written(app: App, target: Path, *, force: bool) -> None:
    """Raises FileError where what is there is not to be replaced."""
    refuse_own(app, target)
    if os.path.lexists(target):
        if target.exists() and not target.is_file():
            raise FileError(target, "is no file", "name another")
        if not force:
            raise FileError(target, "is there already", "name another file, or say --force")


def _write(path: Path, text: Iterable[str]) -> None:
    """As `cli.writing.write`, for what need not fit into memory.

    Raises:
        FileError: it cannot be written; what was there is as it was.
    """
    target = Path(os.path.realpath(path))
    scratch = target.with_name(f".{target.name[:100]}.{os.getpid()}")
    try:
        with scratch.open("x", encoding="utf-8", newline="") as file:
            for part in text:
                file.write(part)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(target)
    except OSError as error:
        raise FileError(path, f"cannot be written ({error.strerror})", "check its folder") from None
    finally:
        scratch.unlink(missing_ok=True)

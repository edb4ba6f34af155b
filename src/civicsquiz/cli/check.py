"""`civicsquiz check [PATH…]`: everything that is wrong or weak in banks, all at once."""

from __future__ import annotations

import argparse
import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import output, writing
from civicsquiz.errors import FileError, UsageError
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.bank.check import Report
    from civicsquiz.source.shelf import Shelf

_NAMED = 3
"""So many files that were saved are named."""

FORMATS = ("text", "json", "github")

_DESCRIPTION = """\
List everything that is wrong (errors) or weak (warnings) in banks. PATH is a bank
file, or a folder that is searched for banks; without PATH the library is checked:
the banks that come with civicsquiz, those that CIVICSQUIZ_BANKS names, and yours.

Quotations are compared with the sources beside the banks and with those in the
folders that CIVICSQUIZ_SOURCES names."""

_EXAMPLES = """\
examples:
  civicsquiz check my-bank.yaml
  civicsquiz check my-bank.yaml --fix
  civicsquiz check my-bank.yaml --watch
  civicsquiz check question_banks --strict --format github
  civicsquiz check --explain K1

exit status
  0  no errors (with --strict: no findings)    1  findings    2  could not run
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "check",
        help="list all that is wrong or weak in banks",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
    )
    parser.add_argument("paths", metavar="PATH", nargs="*", type=Path, help="a bank or a folder")
    parser.add_argument("--format", choices=FORMATS, default=FORMATS[0], help="(default: text)")
    parser.add_argument(
        "--if-any", action="store_true", help="a folder without a bank is no mistake"
    )
    parser.add_argument("--strict", action="store_true", help="warnings count as findings too")
    parser.add_argument(
        "--explain", metavar="CODE", help="say what a rule means, why, and how to mend"
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="mend first what has one right mend, and say what was done",
    )
    parser.add_argument(
        "--watch", action="store_true", help="check again as often as a file is saved, until Ctrl+C"
    )
    parser.add_argument(
        "--today", type=_date, metavar="DATE", help="the day to check for, as YYYY-MM-DD"
    )


def _date(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is no date of the form YYYY-MM-DD") from None


def run(arguments: argparse.Namespace, app: App) -> int:
    if arguments.explain is not None:
        return _explain(arguments.explain, app)
    if arguments.fix and (not arguments.paths or arguments.watch):
        raise UsageError("--fix needs a PATH, and goes without --watch")
    return _watch(arguments, app) if arguments.watch else _check(arguments, app)


def _watch(arguments: argparse.Namespace, app: App) -> int:
    """The status of the last check when Ctrl+C ends it."""
    from civicsquiz.cli import watching

    if not arguments.paths or arguments.format != "text":
        raise UsageError("--watch needs a PATH, and the format text")
    status = 0
    try:
        for changed in watching.looks(arguments.paths):
            if changed:
                names = ", ".join(one_line(path.name) for path in changed[:_NAMED])
                output.say(app, f"\n── {app.clock():%H:%M:%S}, saved: {names}\n")
            status = _check(arguments, app)
            app.out.flush()
    except KeyboardInterrupt:
        output.say(app)
    return status


def _check(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.bank import check

    groups: dict[Path, str] = {}
    if arguments.paths:
        found = check.gather(arguments.paths, if_any=arguments.if_any)
        for problem in found.problems:
            output.complain(app, str(problem))
        if found.problems:
            return 2
        files = found.files
    else:
        groups = {entry.path: entry.origin.value for entry in app.library.entries}
        files = list(groups)
        for problem in app.library.problems:
            output.complain(app, str(problem))
    shelves = {folder: app.shelf([folder]) for folder in {file.absolute().parent for file in files}}
    if arguments.fix:
        _fix(files, shelves, arguments, app)
    report = check.check_files(
        files, lambda file: shelves[file.absolute().parent], arguments.today or app.today, groups
    )
    _print(report, arguments.format, app)
    if arguments.format == "text" and not arguments.paths:
        output.say(app, _library(list(groups.values())))
    return 1 if report.failed(strict=arguments.strict) else 0


def _fix(
    files: Sequence[Path], shelves: Mapping[Path, Shelf], arguments: argparse.Namespace, app: App
) -> None:
    """Mend the files, and say so on standard error where standard output is for a program."""
    from civicsquiz.bank.check import context_of
    from civicsquiz.bank.check.fixing import fixed
    from civicsquiz.source.files import read_bytes

    today = arguments.today or app.today
    for path in files:
        shelf = shelves[path.absolute().parent]
        try:
            data = read_bytes(path)
        except FileError:
            continue  # the check says so
        made, mends = fixed(data, path, partial(context_of, shelf=shelf, today=today))
        if mends:
            writing.write(path, made)
        tell = output.say if arguments.format == "text" else output.complain
        for mend in mends:
            tell(
                app, f"{one_line(str(path))}:{mend.line}: {mend.code} mended: {one_line(mend.told)}"
            )
        if mends and arguments.format == "text":
            output.say(app)


def _print(report: Report, form: str, app: App) -> None:
    from civicsquiz.bank import check

    if form == "json":
        output.say_json(app, check.as_values(report))
    else:
        text = check.as_github(report) if form == "github" else check.as_text(report)
        if text:
            output.say(app, text.removesuffix("\n"))


def _library(origins: Sequence[str]) -> str:
    """What the library was, for the last line."""
    from civicsquiz.bank.library import Origin

    counts = Counter(origins)
    added = counts[Origin.SET.value]
    named = f", {added} from CIVICSQUIZ_BANKS" if added else ""
    return (
        f"{counts[Origin.SHIPPED.value]} shipped{named}, {counts[Origin.YOURS.value]} yours: "
        "give a PATH for yours"
    )


def _explain(code: str, app: App) -> int:
    from civicsquiz.bank import check

    rule = check.find(code)
    if rule is None and (said := _of_the_gate(code)):
        output.say(app, said)
        return 0
    if rule is None:
        output.complain(app, f"there is no rule “{code}”: {check.nearest(code)}")
        return 2
    output.say(app, check.explained(rule).removesuffix("\n"))
    return 0


def _of_the_gate(code: str) -> str:
    """What a rule of the drafter means, which no bank that is written by hand can break."""
    from civicsquiz.draft.gate.run import RULES

    found = [rule for rule in RULES if code.upper() == rule.code or code.lower() == rule.name]
    lines = [
        f"{rule.code} {rule.name} (a rule for drafts)\n\n{output.wrapped(rule.means, '')}"
        for rule in found
    ]
    return "\n\n".join(lines)

"""`civicsquiz banks`: which banks there are, where each comes from, and what hides what."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.bank.library import Entry, Origin
from civicsquiz.bank.models import Bank
from civicsquiz.cli import output, standards
from civicsquiz.errors import CivicsquizError, InvalidBank
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
List the banks: those that CIVICSQUIZ_BANKS names, your own, and those that come
with civicsquiz. Where two have one id, the one listed first is played."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser("banks", help="list the banks", description=_DESCRIPTION)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--standards", action="store_true", help="list instead which curriculum codes they cover"
    )


@dataclass(frozen=True)
class _Row:
    entry: Entry
    bank: Bank | None
    problem: str
    hides: tuple[Path, ...]

    @property
    def drafts(self) -> int:
        """Those that are to be judged, and those that need editing first."""
        return len(self.bank.items) - len(self.bank.judged) if self.bank else 0


def run(arguments: argparse.Namespace, app: App) -> int:
    rows = [_row(app, entry) for entry in app.library.entries]
    for problem in app.library.problems:
        output.complain(app, str(problem))
    if arguments.standards:
        shown = [row.bank for row in rows if row.bank and row.entry.hidden_by is None]
        return standards.tell(app, shown, arguments.format)
    if arguments.format == "json":
        output.say_json(app, {"banks": [_values(row) for row in rows]})
        return 0
    width = max((len(row.entry.id) for row in rows), default=0)
    titles = {
        Origin.SET: "From CIVICSQUIZ_BANKS",
        Origin.YOURS: f"Yours, in {one_line(str(paths.user_banks(app.env)))}",
        Origin.SHIPPED: "With civicsquiz",
    }
    for origin, title in titles.items():
        group = [row for row in rows if row.entry.origin is origin]
        if group or origin is Origin.YOURS:
            output.say(app, title)
            for row in group:
                output.say(app, "\n".join(_lines(row, width)))
            output.say(app, "" if group else "  none yet\n")
    output.say(app, "civicsquiz play ID opens one.")
    return 0


def _row(app: App, entry: Entry) -> _Row:
    hides = tuple(other.path for other in app.library.entries if other.hidden_by == entry.path)
    try:
        return _Row(entry, app.library.load(entry), "", hides)
    except InvalidBank as error:
        more = len(error.findings) - 1
        tail = f" (and {more} more: see civicsquiz check)" if more > 0 else ""
        return _Row(entry, None, f"{error.findings[0]}{tail}", hides)
    except CivicsquizError as error:
        return _Row(entry, None, str(error), hides)


def _lines(row: _Row, width: int) -> list[str]:
    indent = " " * (width + 4)
    if row.bank is None:
        lines = [f"  {row.entry.id:{width}}  cannot be loaded: {one_line(row.problem)}"]
    else:
        items, drafts = len(row.bank.judged), row.drafts
        count = f"{items} item{'' if items == 1 else 's'}"
        count += f" and {drafts} draft{'' if drafts == 1 else 's'}" if drafts else ""
        lines = [f"  {row.entry.id:{width}}  {row.bank.title} ({count})"]
    if row.entry.hidden_by is not None:
        lines.append(f"{indent}hidden by {one_line(str(row.entry.hidden_by))}")
    lines += [f"{indent}hides {one_line(str(path))}" for path in row.hides]
    if row.entry.origin is not Origin.SHIPPED:
        lines.append(f"{indent}{one_line(str(row.entry.path))}")
    return lines


def _values(row: _Row) -> dict[str, Any]:
    hidden_by = row.entry.hidden_by
    return {
        "id": row.entry.id,
        "title": row.bank.title if row.bank else None,
        "items": len(row.bank.judged) if row.bank else None,
        "drafts": row.drafts if row.bank else None,
        "origin": row.entry.origin.value,
        "path": str(row.entry.path),
        "hidden_by": str(hidden_by) if hidden_by else None,
        "hides": [str(path) for path in row.hides],
        "problem": row.problem or None,
    }

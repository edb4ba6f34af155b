"""`civicsquiz search`: passages and questions that have certain words."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import numbers, output

if TYPE_CHECKING:
    from civicsquiz.study.search import Hit

_DESCRIPTION = """\
Search the passages that questions rest on, and the questions themselves, in all
banks. All of the words are looked for; where nothing has them all, any of them.
Words between quotation marks stand together, and the last word may be the
beginning of one."""

_EXAMPLES = """\
examples:
  civicsquiz search dignity
  civicsquiz search '"due process" deport'
"""

_LIMIT = 20
_MANY = 10
"""So many banks to be read take a while, of which one is told."""

_BEGIN, _END = "\x02", "\x03"
_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "search", help="search passages and questions", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("words", nargs="+", metavar="WORD", help="what to look for")
    parser.add_argument(
        "--limit",
        type=numbers.from_one,
        default=_LIMIT,
        metavar="N",
        help=f"at most so many (default: {_LIMIT})",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, app: App) -> int:
    query = " ".join(arguments.words)
    for progress in app.search.steps():
        if progress.done == 1 and progress.total >= _MANY:
            output.complain(app, f"{progress.total} banks are new or have changed: reading them …")
    for problem in app.library.problems:
        output.complain(app, str(problem))
    hits = app.search.search(query, arguments.limit)
    if arguments.format == "json":
        output.say_json(app, {"query": query, "hits": [_values(hit) for hit in hits]})
        return 0
    set_off = app.out.isatty() and not app.env.get("NO_COLOR")
    for hit in hits:
        print(_text(hit, set_off=set_off), file=app.out)
        for line in _about(hit):
            output.say(app, output.wrapped(line, "      "))
        output.say(app)
    if not hits:
        output.say(app, f"Nothing was found for “{query}”.")
    return 0


def _text(hit: Hit, *, set_off: bool) -> str:
    """The text of a hit, which holds nothing that a terminal obeys, in lines; on a terminal what
    matches is bold."""
    text = hit.text
    for start, end in reversed(hit.marks) if set_off else ():
        text = f"{text[:start]}{_BEGIN}{text[start:end]}{_END}{text[end:]}"
    return output.wrapped(text, "  ").replace(_BEGIN, _BOLD).replace(_END, _PLAIN)


def _about(hit: Hit) -> list[str]:
    """What kind of hit it is, and where to find it."""
    refs = ", ".join(f"{hit.bank}/{item}" for item in hit.items)
    where = " · ".join((hit.title, *hit.also))
    if hit.citation:
        return [f"Passage: {hit.citation}", f"{where}: {refs}"]
    return [f"Question: {where}: {refs}"]


def _values(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.kind.value,
        "text": hit.text,
        "marks": [list(mark) for mark in hit.marks],
        "citation": hit.citation or None,
        "bank": hit.bank,
        "path": str(hit.path),
        "title": hit.title,
        "also": list(hit.also),
        "items": list(hit.items),
        "source": hit.source or None,
        "start": hit.start if hit.start >= 0 else None,
        "end": hit.end if hit.end >= 0 else None,
    }

"""`civicsquiz triage BANK`: the drafts of a bank, to be judged one by one."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import absent, output, terminal
from civicsquiz.errors import CivicsquizError, UsageError
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.draft.article import Article
    from civicsquiz.draft.triage import Triage

_DESCRIPTION = """\
Judge the drafts of a bank, one by one: each as a student will see it, beside its
passage in the article. Accept it, reject it with a reason, edit it, or skip it.
Every judgement is in the file at once, so you can stop anywhere and go on another
day; nothing but the question that you judge is changed.

With --source, questions without a passage come too, each with passages out of
these articles that have the words of its key."""

_EXAMPLES = """\
examples:
  civicsquiz triage my-bank.yaml
  civicsquiz triage my-bank.yaml --source articles
  civicsquiz triage my-bank.yaml --list

exit status
  0  done        2  could not run
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "triage",
        help="judge the drafts of a bank, one by one",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
    )
    parser.add_argument("bank", metavar="BANK", help="the bank’s file, or its id")
    parser.add_argument(
        "--source",
        metavar="ARTICLE",
        type=Path,
        action="append",
        nargs="+",
        default=[],
        help="an article, or a folder of them",
    )
    parser.add_argument("--list", action="store_true", help="only list what is to be judged")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="json lists it as JSON"
    )


def run(arguments: argparse.Namespace, app: App) -> int:
    triage, path = _sitting(arguments, app)
    if arguments.format == "json":
        _list_as_json(app, triage)
        return 0
    if triage.current is None:
        output.say(app, _nothing(triage, path))
        return 0
    if arguments.list:
        _list(app, triage)
        return 0
    _need_terminal(app, arguments.bank)
    from civicsquiz.tui.running import run_triage

    status = run_triage(app, triage, arguments.bank)
    if triage.can_undo or triage.ledger.judged:
        output.say(app, _summary(triage, arguments))
        if told := absent.told(path, app):
            output.say(app, told)
    triage.close()
    return status


def _sitting(arguments: argparse.Namespace, app: App) -> tuple[Triage, Path]:
    from civicsquiz.bank.editing import BankText
    from civicsquiz.bank.models import Status
    from civicsquiz.draft import gathering
    from civicsquiz.draft.triage import Triage

    entry = app.library.find(arguments.bank)
    places = [place for group in arguments.source for place in group]
    shelf = app.shelf([*places, entry.path.absolute().parent])
    bank = app.library.load(entry)
    articles: list[Article] = []
    problems: list[CivicsquizError] = []
    if any(item.status is Status.UNPROVEN for item in bank.items):
        articles, problems = gathering.gathered(places, bank)
    else:
        for place in places:
            if not place.exists():
                raise UsageError(f"there is no {place}")
    for problem in problems:
        output.complain(app, f"left out: {problem}")
    return Triage(BankText.open(entry.path), shelf, app.today, articles), entry.path


def _need_terminal(app: App, bank: str) -> None:
    """As for `play`, but what goes without a terminal is the list."""
    try:
        terminal.need(app, "triage", bank)
    except UsageError as error:
        raise UsageError(f"{str(error).removesuffix('--plain')}--list") from None


def _nothing(triage: Triage, path: Path) -> str:
    name = one_line(str(path))
    if triage.without_passage:
        return f"{name}: no drafts; {_waits(triage)}"
    return f"{name}: nothing is to be judged."


def _waits(triage: Triage) -> str:
    without = triage.without_passage
    questions = "1 question has" if without == 1 else f"{without} questions have"
    return f"{questions} no passage: name articles with --source."


def _summary(triage: Triage, arguments: argparse.Namespace) -> str:
    """What was done, and what to do next, as the shell takes it."""
    import shlex

    from civicsquiz.draft.ledger import Done

    done = triage.ledger.tally
    edited = f" ({done[Done.EDITED]} edited)" if done[Done.EDITED] else ""
    told = (
        f"{done[Done.ACCEPTED] + done[Done.EDITED]} accepted{edited}, "
        f"{done[Done.REJECTED]} rejected, {triage.left} left."
    )
    command = "triage" if triage.left else "check"
    lead = "Go on with" if triage.left else "Next"
    words = ["civicsquiz", command, arguments.bank]
    if triage.left and arguments.source:
        words += ["--source", *(str(place) for group in arguments.source for place in group)]
    return f"{told}\n{lead}: {one_line(shlex.join(words))}"


def _list_as_json(app: App, triage: Triage) -> None:
    output.say_json(
        app,
        [
            {
                "id": item.id,
                "status": item.status.value,
                "type": item.type,
                "stem": item.stem,
                "key": item.key_text,
                "rule": item.draft.rule if item.draft else None,
                "stale": stale,
                "findings": [
                    {
                        "code": flaw.code,
                        "severity": "error" if flaw.error else "warning",
                        "place": list(flaw.place),
                        "message": flaw.message,
                    }
                    for flaw in flaws
                ],
            }
            for item, stale, flaws in triage.each()
        ],
    )


def _list(app: App, triage: Triage) -> None:
    listed = list(triage.each())
    for item, stale, flaws in listed:
        marks = [item.status.value, *(["stale"] if stale else [])]
        codes = [", ".join(dict.fromkeys(flaw.code for flaw in flaws))] if flaws else []
        output.say(app, f"{one_line(item.id)}  {' · '.join([*marks, item.type, *codes])}")
        output.say(app, output.wrapped(one_line(item.stem)))
        output.say(app, output.wrapped(f"key: {one_line(item.key_text)}") + "\n")
    output.say(app, f"{len(listed)} to be judged")
    if triage.without_passage:
        output.say(app, _waits(triage))

"""`civicsquiz play BANK`: straight into a quiz, on screens or in lines of text."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from civicsquiz.app import App
from civicsquiz.bank.models import Bank, Status
from civicsquiz.cli import terminal
from civicsquiz.errors import UsageError

MODES = ("practice", "test")

_DESCRIPTION = """\
Ask the questions of a bank. In practice mode every answer is explained at once;
in test mode you can go back and change answers until you submit."""

_EXAMPLES = """\
examples:
  civicsquiz play eighth-amendment
  civicsquiz play eighth-amendment --mode test --count 5
  civicsquiz play my-bank.yaml --topic trop-v-dulles
  printf '1\\n2\\n' | civicsquiz play eighth-amendment --plain --count 2 --seed 1
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "play", help="ask the questions of a bank", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("bank", metavar="BANK", help="a bank's id (see civicsquiz banks) or path")
    parser.add_argument("--mode", choices=MODES, default=MODES[0], help="(default: practice)")
    parser.add_argument("--plain", action="store_true", help="lines of text, for pipes and readers")
    which = parser.add_argument_group("which questions")
    which.add_argument("--count", type=_count, metavar="N", help="at most so many")
    which.add_argument("--seed", metavar="N", help="the same seed gives the same quiz everywhere")
    for name, meaning in (
        ("topic", "of this topic only; may be repeated"),
        ("item", "this item only; may be repeated"),
        ("type", "of this type only: choice or true-false; may be repeated"),
    ):
        metavar = "ID" if name == "item" else "T"
        which.add_argument(f"--{name}", action="append", default=[], metavar=metavar, help=meaning)


def run(arguments: argparse.Namespace, app: App) -> int:
    bank, shelf = app.load(arguments.bank)
    _askable(bank)
    from civicsquiz.study.selection import select
    from civicsquiz.study.session import Mode

    seed = app.new_seed() if arguments.seed is None else arguments.seed
    questions = select(
        [bank],
        seed=seed,
        count=arguments.count,
        topics=_known(bank, "topic", arguments.topic, {item.topic: "" for item in bank.asked}),
        types=_known(bank, "type", arguments.type, {item.type: "" for item in bank.asked}),
        items=_items(bank, arguments.item),
    )
    if not questions:
        raise UsageError(f"no question of {bank.id} is of all that was asked for: ask for less")
    session = app.session(questions, mode=Mode(arguments.mode), seed=seed, shelf=shelf)
    if arguments.plain:
        from civicsquiz import plain

        return plain.run(session, bank, app.stdin, app.out)
    terminal.need(app, arguments.bank)
    from civicsquiz.tui.app import run_session

    return run_session(app, session, bank)


def _count(text: str) -> int:
    try:
        number = int(text[:10])
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError("write a whole number from 1 on")
    return number


def _askable(bank: Bank) -> None:
    """Raises UsageError where a bank has nothing to ask."""
    if not bank.asked:
        drafts = sum(item.status is Status.DRAFT for item in bank.items)
        what = "is a draft" if drafts == len(bank.items) else "is a draft or has no passage"
        raise UsageError(f"{bank.id} has nothing to ask yet: every item in it {what}")


def _items(bank: Bank, wanted: Iterable[str]) -> tuple[str, ...]:
    """The items that were named, by their ids of today."""
    names = {name: item.id for item in bank.asked for name in item.formerly}
    names |= {item.id: item.id for item in bank.asked}
    kept_back = {item.id for item in bank.items} - {item.id for item in bank.asked}
    for name in wanted:
        if name in kept_back:
            raise UsageError(
                f"the item “{name}” of {bank.id} is not asked: it is a draft, or has no passage"
            )
    return tuple(names[name] for name in _known(bank, "item", wanted, names))


def _known(
    bank: Bank, word: str, wanted: Iterable[str], known: Mapping[str, str]
) -> tuple[str, ...]:
    """What was `wanted`, if the bank has it all."""
    wanted = tuple(wanted)
    for name in wanted:
        if name not in known:
            close = difflib.get_close_matches(name, known, n=1)
            hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(known)}"
            raise UsageError(f"{bank.id} has no {word} “{name}”: {hint}")
    return wanted

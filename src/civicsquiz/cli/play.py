"""`civicsquiz play BANK`: straight into a quiz, on screens or in lines of text."""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import learner, lines, numbers, output, terminal
from civicsquiz.errors import CivicsquizError

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.study.question import Question
    from civicsquiz.study.session import Session

MODES = ("practice", "test", "tutor")
CONTENTS = ("torture", "deaths", "family-ties")

_DESCRIPTION = """\
Ask the questions of a bank. In practice mode every answer is explained at once;
in test mode you can go back and change answers until you submit; in tutor mode
you have several tries, with hints from the source, the weakest topics first.

With --certainty you say before each answer how sure you are. Answers are kept on
this machine, for “civicsquiz review” and “civicsquiz stats”.

A bank may have a page to read before the first question, with words to know and
a note of what some questions speak of; --no-read-first goes past it."""

_EXAMPLES = """\
examples:
  civicsquiz play eighth-amendment
  civicsquiz play eighth-amendment --mode test --count 5
  civicsquiz play eighth-amendment --mode tutor
  civicsquiz play my-bank.yaml --topic trop-v-dulles --without torture
  printf '1\\n\\n2\\n\\n' | civicsquiz play eighth-amendment --plain --count 2 --seed 1
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "play", help="ask the questions of a bank", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("bank", metavar="BANK", help="a bank's id (see civicsquiz banks) or path")
    parser.add_argument("--mode", choices=MODES, default=MODES[0], help="(default: practice)")
    parser.add_argument("--plain", action="store_true", help="lines of text, for pipes and readers")
    parser.add_argument(
        "--no-read-first", action="store_true", help="begin with the first question at once"
    )
    parser.add_argument(
        "--certainty",
        action=argparse.BooleanOptionalAction,
        help="say how sure you are, or not (default: as it is set)",
    )
    learner.add(parser, forgetful=True)
    which = parser.add_argument_group("which questions")
    which.add_argument("--count", type=numbers.from_one, metavar="N", help="at most so many")
    which.add_argument("--seed", metavar="N", help="the same seed gives the same quiz everywhere")
    for name, meaning in (
        ("topic", "of this topic only; may be repeated"),
        ("item", "this item only; may be repeated"),
        ("type", "of this type only, such as choice or match; may be repeated"),
    ):
        metavar = "ID" if name == "item" else "T"
        which.add_argument(f"--{name}", action="append", default=[], metavar=metavar, help=meaning)
    which.add_argument(
        "--without",
        action="append",
        default=[],
        choices=CONTENTS,
        help="none that a content note names this for; may be repeated",
    )
    which.add_argument(
        "--unproven",
        action="store_true",
        help="also those without a passage that proves them, such as imported ones",
    )


def run(arguments: argparse.Namespace, app: App) -> int:
    bank, shelf = app.load(arguments.bank)
    from civicsquiz.bank.models import Content
    from civicsquiz.study.selection import select, told_unproven
    from civicsquiz.study.session import Mode

    seed = app.new_seed() if arguments.seed is None else arguments.seed
    mode = Mode(arguments.mode)
    left_out = {Content(name) for name in arguments.without}

    def choose(without: Collection[Content]) -> tuple[Question, ...]:
        chosen = select(
            [bank],
            seed=seed,
            count=None if mode is Mode.TUTOR else arguments.count,
            topics=arguments.topic,
            types=arguments.type,
            items=arguments.item,
            without=left_out.union(without),
            unproven=arguments.unproven,
        )
        if mode is not Mode.TUTOR:
            return chosen
        return app.weakest_first(chosen, seed)[: arguments.count]

    questions = choose(())
    note = "" if arguments.unproven else told_unproven(bank)
    if arguments.plain:
        if note:
            output.say(app, output.wrapped(note, "") + "\n")
        _say_left(app, bank)

        def again(some: Sequence[Question], mode: Mode) -> Session:
            return app.session(
                some, mode=mode, seed=seed, shelf=shelf, certainty=arguments.certainty
            )

        return lines.play(
            app, again(questions, mode), shelf=shelf, again=again, goes_on=lines.going_on(app, bank)
        )
    terminal.need(app, "play", arguments.bank)
    learner.find(app)
    from civicsquiz.tui.first import Quiz
    from civicsquiz.tui.running import run_quiz

    quiz = Quiz(bank, shelf, mode, seed, questions, arguments.certainty, note)
    return run_quiz(app, quiz, choose, read_first=not arguments.no_read_first)


def _say_left(app: App, bank: Bank) -> None:
    """That a session over the bank was left, and how to go on with it; what is wrong with the record
    is said when the quiz begins."""
    from contextlib import suppress

    with suppress(CivicsquizError):
        if found := app.resumable(bank):
            session = app.resume(*found)
            at = f"question {session.position + 1} of {len(session.questions)}"
            told = (
                f"You left this bank at {at}: “civicsquiz resume {bank.id} --plain” goes on there."
            )
            output.say(app, output.wrapped(told, "") + "\n")

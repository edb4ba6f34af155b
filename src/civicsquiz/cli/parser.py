"""The command line: which commands there are, how they are explained, what a mistake is told."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, NoReturn, cast

from civicsquiz import __version__
from civicsquiz.cli import learner
from civicsquiz.errors import UsageError
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.cli.command import Command


class _Commands(Mapping[str, "Command"]):
    """The modules of the commands by name; each is loaded when it is first asked for."""

    _NAMES = (
        "play", "resume", "review", "due", "stats", "progress", "banks", "search", "add", "print",
        "new", "draft", "facts", "triage", "coverage", "preview", "check", "tidy", "schema", "pack",
        "import", "export", "source",
    )  # fmt: skip

    def __getitem__(self, name: str) -> Command:
        if name not in self._NAMES:
            raise KeyError(name)
        module = f"{name}_" if iskeyword(name) else name
        return cast("Command", import_module(f"civicsquiz.cli.{module}"))

    def __contains__(self, name: object) -> bool:
        return name in self._NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(self._NAMES)

    def __len__(self) -> int:
        return len(self._NAMES)


COMMANDS = _Commands()

_OVERVIEW = """\
usage: civicsquiz [--learner NAME] [COMMAND] …

A civics quiz for the terminal in which every answer opens the passage that
proves it. Without a command it opens Home, where you pick a bank.

playing
  play BANK      ask the questions of a bank; BANK is an id or a path
  review         ask again what is about to be forgotten
  resume [BANK]  go on with the session that was left last
  banks          list the banks there are, and where each comes from
  search WORD…   search the passages and the questions of all banks
  add BANK       put a bank into your own folder of banks
  print BANK     write worksheets and answer keys

your progress, which stays on this machine
  due            say what is due for review, and when
  stats          how well it is remembered, topic by topic
  progress       check, back up, restore, export or forget what is kept

making banks
  new BANK       write a bank to begin with
  draft ARTICLE  draft questions out of articles, for you to judge
  facts ARTICLE  list the facts that an article holds
  triage BANK    judge the drafts of a bank, one by one
  coverage BANK  show what of its articles a bank asks about
  preview BANK   show an item as a student will see it, as often as it is saved
  check [PATH…]  list all that is wrong or weak in banks, and mend some of it
  tidy PATH…     lay bank files out canonically
  schema         print the JSON Schema of a bank file
  pack BANK      make one file of a bank, which “add” takes on another machine

other programs: Moodle, Canvas, Anki, Quizlet, spreadsheets
  import FILE    make a bank of the questions in another program's file
  export BANK    write a bank as another program's file

sources, the articles that questions rest on
  source show    print an article as it is read, block by block
  source correct say what a block is, where it is read wrong
  source list    list the sources, and which of them are at hand
  source add     copy an article into your own folder of sources
  source guide   write the guide that stands in for an article

options
  --learner NAME whose answers are kept, on a shared machine
  -h, --help     print this; “civicsquiz COMMAND --help” says more
  --version      print the version

examples
  civicsquiz
  civicsquiz play eighth-amendment
  civicsquiz play eighth-amendment --mode test --count 5 --seed 1
  civicsquiz play eighth-amendment --plain
  civicsquiz check my-bank.yaml

exit status
  0  done        1  there are findings        2  could not run
  3  import or export --strict: done, and something was lost

environment
  CIVICSQUIZ_BANKS    folders or files of banks, separated like PATH
  CIVICSQUIZ_SOURCES  folders or files of articles, separated like PATH
  CIVICSQUIZ_HOME     one folder for your progress, banks, sources and cache
  CIVICSQUIZ_LEARNER  whose answers are kept, on a shared machine
"""


class Parser(argparse.ArgumentParser):
    """argparse, but a mistake is one line that no terminal obeys, and options are written out."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("allow_abbrev", False)
        kwargs.setdefault("formatter_class", argparse.RawDescriptionHelpFormatter)
        super().__init__(*args, **kwargs)

    def error(self, message: str) -> NoReturn:
        self.exit(
            UsageError.exit_status, f"civicsquiz: {one_line(message)} (see {self.prog} --help)\n"
        )


class _Overview(Parser):
    def format_help(self) -> str:
        return _OVERVIEW


def build(argv: Sequence[str] = ()) -> Parser:
    """The parser of the whole command line, or of as much as `argv` needs: nobody who plays waits
    for the other commands. Its result has `command`: a key of `COMMANDS`, or None for Home."""
    parser = _Overview(prog="civicsquiz")
    learner.add(parser)
    parser.add_argument("--version", action="version", version=f"civicsquiz {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    for name in argv[:1] if argv and argv[0] in COMMANDS else COMMANDS:
        COMMANDS[name].add(subparsers)
    return parser

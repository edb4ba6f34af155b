"""The commands, one file each: parse, call, print. The screens are imported only where one opens."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from civicsquiz.app import App
from civicsquiz.cli import home, output
from civicsquiz.errors import CivicsquizError, InvalidBank

INTERRUPTED = 128 + 2
BROKEN_PIPE = 128 + 13
"""What a shell says of a command that SIGINT or SIGPIPE ended."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out a command line (by default the process's own) and return its exit status.

    0: done. 1: findings. 2: could not run. Nothing that a user, a file or a terminal does ends in a
    traceback.
    """
    output.make_safe()
    return run(argv, App())


def run(argv: Sequence[str] | None, app: App) -> int:
    """`main` with the program's surroundings handed in."""
    try:
        status = _carry_out(sys.argv[1:] if argv is None else argv, app)
        app.out.flush()
    except SystemExit as asked:  # --help, --version and mistakes in the command line
        return asked.code if isinstance(asked.code, int) else 0
    except InvalidBank as error:
        for finding in error.findings or [error]:
            output.complain(app, str(finding))
        return error.exit_status
    except CivicsquizError as error:
        output.complain(app, str(error))
        return error.exit_status
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _write_no_more()
        return BROKEN_PIPE
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        output.complain(app, f"{place}{error.strerror or error}")
        try:
            app.out.flush()
        except OSError:
            _write_no_more()
        return CivicsquizError.exit_status
    return status


def _carry_out(argv: Sequence[str], app: App) -> int:
    if not argv:  # Home does not wait until every command is loaded
        from civicsquiz.cli import learner

        app.learner_name = app.env.get(learner.VARIABLE, "")
        return home.run(app)
    from civicsquiz.cli import learner, parser

    arguments = parser.build(argv).parse_args(argv)
    learner.settle(arguments, app)
    if arguments.command is None:
        return home.run(app)
    return parser.COMMANDS[arguments.command].run(arguments, app)


def _write_no_more() -> None:
    """Python writes what is left of standard output when it ends; nobody would be there to read.

    See https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

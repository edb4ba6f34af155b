"""Every error that civicsquiz raises on purpose, each with the sentence that its user reads.

    CivicsquizError
    ├── InstallationError   the program's own files are not where they belong
    ├── UsageError          the command or a setting asks for what cannot be done
    ├── FileError           a file or folder cannot be used: names it and the mend
    ├── UnknownBank         no bank has this id or path
    ├── InvalidBank         a bank with errors in it; carries every finding
    ├── InvalidGuide        a guide whose form is broken; names the line
    ├── ResponseError       an answer that is not one of those on offer
    ├── SearchUnavailable   there is no searching in this installation
    └── RecordError         the learner's record cannot be read or written; a FileError
        ├── RecordBusy      another program has it
        ├── RecordFull      the disk has no room left
        ├── RecordDamaged   it is not what civicsquiz wrote
        └── RecordNewer     a newer civicsquiz wrote it

The text of an error may contain text from files. Whoever prints it passes it through
`civicsquiz.source.visible.visible` first.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any


class CivicsquizError(Exception):
    """Base of all errors meant for the user; `str()` of it is one complete sentence."""

    exit_status = 2
    """What the process exits with when this ends a command: 2, could not run."""


class InstallationError(CivicsquizError):
    """The program's own data is missing: the installation is damaged."""


class UsageError(CivicsquizError):
    """A command line or setting that cannot be carried out."""


class FileError(CivicsquizError):
    """A file that cannot be used, with the reason and what to do about it.

    `line` and `column` count from 1; both are 0 where the whole file is meant.
    """

    def __init__(
        self, path: Path | str, problem: str, mend: str = "", line: int = 0, column: int = 0
    ) -> None:
        self.path = Path(path)
        self.problem = problem
        self.mend = mend
        self.line = line
        self.column = column
        place = f"{path}:{line}:{column}" if line else f"{path}"
        super().__init__(f"{place}: {problem}" + (f": {mend}" if mend else ""))


class UnknownBank(CivicsquizError):
    """A bank id or path that leads nowhere."""


class InvalidBank(CivicsquizError):
    """A bank that must not be loaded. `findings` holds everything wrong with it, in file order."""

    def __init__(self, message: str, findings: Sequence[Any] = ()) -> None:
        self.findings = tuple(findings)
        super().__init__(message)


class InvalidGuide(CivicsquizError):
    """A guide whose form is broken; `line` counts from 1."""

    def __init__(self, name: str, line: int, problem: str) -> None:
        self.line = line
        self.problem = problem
        super().__init__(f"{name}:{line}: {problem}")


class ResponseError(CivicsquizError):
    """A response that does not name an option; the sentence says what would."""


class SearchUnavailable(CivicsquizError):
    """Searching needs what this Python or this disk does not give."""


class RecordError(FileError):
    """The learner's record cannot be read or written. Nothing of it has been changed; what was being
    written can be written again when the reason is gone."""


class RecordBusy(RecordError):
    """Another program holds the record for longer than can be waited."""


class RecordFull(RecordError):
    """There is no room to write."""


class RecordDamaged(RecordError):
    """The file is no record, or has been changed by something other than civicsquiz."""


class SessionMoved(RecordError):
    """Another program has gone on with the session: what is shown here is no longer how it stands."""


class RecordNewer(RecordError):
    """The record is of a form that only a newer civicsquiz knows."""

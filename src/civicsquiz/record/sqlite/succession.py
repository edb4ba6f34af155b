"""Which of several copies of a record is the later: no clock says that for sure."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from civicsquiz.errors import RecordError
from civicsquiz.record.sqlite import opening, trouble


@dataclass(frozen=True, slots=True)
class _Log:
    """The uuid of the last event of a copy, and which of the last of all copies are in it."""

    end: str | None = None
    ends: frozenset[str] = frozenset()


def latest_first(files: Sequence[Path]) -> tuple[Path, ...]:
    """The files in order: one that has what another ends with, and goes on, comes before it. Where
    neither has (after a `restore` the log goes on another way), they stay as they are given, and so
    do those that cannot be read."""
    last = {file: _last(file) for file in files}
    known = sorted(end for end in set(last.values()) if end is not None)
    logs = {file: _Log(last[file], _held(file, known)) for file in files}
    left, ordered = list(files), []
    while left:
        following = (
            file for file in left if not any(_goes_on(logs[one], logs[file]) for one in left)
        )
        ordered.append(next(following, left[0]))
        left.remove(ordered[-1])
    return tuple(ordered)


def _goes_on(one: _Log, other: _Log) -> bool:
    """Whether all of the other is in the one, which has more."""
    return other.end in one.ends and one.end not in other.ends


def _last(file: Path) -> str | None:
    found = _asked(file, "SELECT uuid FROM event ORDER BY number DESC LIMIT 1", ())
    return found[0] if found else None


def _held(file: Path, uuids: Sequence[str]) -> frozenset[str]:
    marks = ", ".join("?" * len(uuids))
    return frozenset(_asked(file, f"SELECT uuid FROM event WHERE uuid IN ({marks})", uuids))  # noqa: S608


def _asked(file: Path, question: str, arguments: Sequence[str]) -> list[str]:
    with (
        suppress(RecordError, *trouble.ERRORS),
        closing(opening.connect_reading(file, still=True)) as connection,
    ):
        return [uuid for (uuid,) in connection.execute(question, arguments) if type(uuid) is str]
    return []

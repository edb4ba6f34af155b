"""The copies that are made by themselves: one a day, for a week, then one a week.

A backup is one file, `progress-2026-11-22.sqlite`, that can be opened by itself. What was made by
hand or before a change of the form has another name and is never deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path

from civicsquiz.errors import RecordError
from civicsquiz.record.sqlite import copying, opening, trouble

DAYS = 7
"""For so many days every daily backup is kept."""

WEEKS = 4
"""For so many weeks before those one of each week is kept."""

_DAILY = re.compile(r"(.+)-([0-9]{4}-[0-9]{2}-[0-9]{2})")


def folder_of(path: Path) -> Path:
    """Where the backups of the record at `path` are."""
    return path.parent / "backups"


def backup_if_due(path: Path, now: datetime, folder: Path | None = None) -> Path | None:
    """Make today's backup of the record at `path`, unless there is one already or nothing has
    happened since the latest; then delete those that are too old. The new backup, or None.

    It uses connections of its own and may run in a thread while the program works.

    Raises:
        RecordError: the copy could not be made; the earlier ones are all still there.
    """
    folder = folder or folder_of(path)
    target = folder / f"{path.stem}-{now.date().isoformat()}{path.suffix}"
    if not path.exists() or target.exists():
        return None
    state = _state(path)
    if state is None or any(_state_or_none(kept) == state for kept in backups(path, folder)[:1]):
        return None
    copying.copy(path, target)
    _delete_old(path, folder, now.date())
    return target


def backup_now(path: Path, now: datetime, target: Path | None = None) -> Path:
    """Make a backup that only its owner deletes: at `target`, or in the folder of backups.

    Raises:
        RecordError: it could not be made, or there is a file at `target` already.
    """
    if target is None:
        stamp = now.strftime("%Y-%m-%d-%H%M%S")
        target = copying.free(folder_of(path) / f"{path.stem}-{stamp}{path.suffix}")
    elif target.exists() or target.is_symlink():
        raise RecordError(target, "is there already", "name another file")
    copying.copy(path, target)
    return target


def backups(path: Path, folder: Path | None = None) -> tuple[Path, ...]:
    """All backups of the record at `path`, the latest first by when they were made."""
    folder = folder or folder_of(path)
    with suppress(OSError):
        found = [
            (entry.stat().st_mtime_ns, entry.name, entry)
            for entry in folder.iterdir()
            if entry.name.startswith(f"{path.stem}-") and entry.suffix == path.suffix
        ]
        return tuple(entry for *_, entry in sorted(found, reverse=True) if entry.is_file())
    return ()


def latest(path: Path, folder: Path | None = None) -> Path | None:
    """The latest backup that is sound, if there is any."""
    for kept in backups(path, folder):
        with suppress(RecordError):
            check(kept)
            return kept
    return None


def check(path: Path, *, still: bool = True) -> None:
    """Let pass a backup that can take the place of the record; `still` as for `connect_reading`.

    Raises:
        RecordError: it cannot.
    """
    try:
        with closing(opening.connect_reading(path, still=still)) as connection:
            for (said,) in connection.execute("PRAGMA integrity_check (1)"):
                if said != "ok":
                    raise trouble.damaged(path, f"is damaged ({said.splitlines()[0]})")
            connection.execute("SELECT count(*), max(digest) FROM event").fetchone()
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None


def old(days: Iterable[date], today: date) -> set[date]:
    """Which of the days of backups are kept no longer. The latest always is, and so are those that
    lie ahead (the clock was set back).

    Of a week, counted from Monday, the earliest is kept: it is the same one as long as the week is.
    """
    ordered = sorted(set(days))
    kept = set(ordered[-1:])
    weekly: dict[int, date] = {}
    for day in ordered:
        age = (today - day).days
        if age < DAYS:
            kept.add(day)
        elif age < DAYS * (1 + WEEKS):
            weekly.setdefault((day.toordinal() - 1) // 7, day)
    kept.update(sorted(weekly.values())[-WEEKS:])
    return set(ordered) - kept


def _delete_old(path: Path, folder: Path, today: date) -> None:
    daily: dict[date, Path] = {}
    for kept in backups(path, folder):
        found = _DAILY.fullmatch(kept.stem)
        with suppress(ValueError):
            if found and found[1] == path.stem:
                daily[date.fromisoformat(found[2])] = kept
    for day in old(daily, today):
        with suppress(OSError):  # it can be deleted another day
            daily[day].unlink()


def _state(path: Path, *, still: bool = False) -> tuple[int, str] | None:
    """Number and uuid of the latest event; None where there is none."""
    try:
        with closing(opening.connect_reading(path, still=still)) as connection:
            asked = "SELECT number, uuid FROM event ORDER BY number DESC LIMIT 1"
            row: tuple[int, str] | None = connection.execute(asked).fetchone()
            return row
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None


def _state_or_none(path: Path) -> tuple[int, str] | None:
    with suppress(RecordError):
        return _state(path, still=True)
    return None

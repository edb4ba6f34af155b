"""The copies that are made by themselves: one a day, the last seven, then one a week.

No clock is believed to be right: which copy is the later is seen by what is in them, as far as one has
what the other ends with, and what is deleted is counted, whatever day it is today.

A backup is one file, `progress-2026-11-22.sqlite`, that can be opened by itself. What was made by
hand or before a change of the form has another name and is never deleted.

A daily one is made only of a log in which every digest holds: as long as one does not, none is made
and none deleted. To see that takes about three seconds for a hundred thousand events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from civicsquiz.errors import RecordError
from civicsquiz.record.sqlite import checking, copying, opening, succession, trouble

DAYS = 7
"""So many daily backups are kept."""

WEEKS = 4
"""Of so many weeks before those one of each week is kept."""

_DATED = re.compile(r"-([0-9]{4}-[0-9]{2}-[0-9]{2})(-[0-9]{6}(-[0-9]+)?)?")
_DAILY = re.compile(r"(.+)-([0-9]{4}-[0-9]{2}-[0-9]{2})")


def folder_of(path: Path) -> Path:
    """Where the backups of the record at `path` are."""
    return path.parent / "backups"


def backup_if_due(path: Path, now: datetime, folder: Path | None = None) -> Path | None:
    """Make today's backup of the record at `path`, unless there is one already or nothing has
    happened since the latest; then delete those that are too old. The new backup, or None.

    It uses connections of its own and may run in a thread while the program works.

    Raises:
        RecordDamaged: the log is not as it was written; the earlier backups are all still there.
        RecordError: the copy could not be made; here too.
    """
    folder = folder or folder_of(path)
    target = folder / f"{path.stem}-{now.date().isoformat()}{path.suffix}"
    if not path.exists() or target.exists():
        return None
    state = _state(path)
    made = _daily(path, folder)
    if state is None or any(_state_or_none(made[day]) == state for day in sorted(made)[::-1]):
        return None

    def approve(copied: Path) -> None:
        found = checking.faults(copied)
        if found:
            raise trouble.damaged(path, f"is damaged, and was not copied ({found[0].rstrip('.')})")

    copying.copy(path, target, approve=approve)
    _delete_old(path, folder, now.date())
    return target


def backup_now(path: Path, now: datetime, target: Path | None = None) -> Path:
    """Make a backup that only its owner deletes: at `target`, or in the folder of backups. What is in
    the log is copied as it is: `checking.faults` says whether it is as it was written.

    Raises:
        RecordError: it could not be made, there is a file at `target` already, or its folder is not
            there, or its name is one that SQLite uses for what belongs to another file.
    """
    if target is None:
        stamp = now.strftime("%Y-%m-%d-%H%M%S")
        target = copying.free(folder_of(path) / f"{path.stem}-{stamp}{path.suffix}")
    elif _belongs_to_another(target):
        raise RecordError(target, "would be taken for a part of the file beside it", "name another")
    elif target.exists() or target.is_symlink():
        raise RecordError(target, "is there already", "name another file")
    elif not target.parent.is_dir():
        raise RecordError(target, "its folder is not there", "make it first, or name another")
    copying.copy(path, target)
    return target


def backups(path: Path, folder: Path | None = None) -> tuple[Path, ...]:
    """All backups of the record at `path`, the latest first by the clock when they were made."""
    folder = folder or folder_of(path)
    with suppress(OSError):
        found = [
            (entry.stat().st_mtime_ns, entry.name, entry)
            for entry in folder.iterdir()
            if entry.name.startswith(f"{path.stem}-") and entry.suffix == path.suffix
        ]
        return tuple(entry for *_, entry in sorted(found, reverse=True) if entry.is_file())
    return ()


def bringing_back(path: Path, folder: Path | None = None) -> str:
    """What is said where there are backups of the record at `path`, and it is missing or holds nothing;
    else empty. Whether they are sound takes longer to see, and `choose` does."""
    kept = next((one for one in backups(path, folder) if one.stat().st_size), None)
    with suppress(RecordError):  # what is wrong with it is said elsewhere
        if kept is not None and not (opening.there(path) and _state(path)):
            return (
                f"Your record holds nothing, but there are backups of one, the latest {kept.name}:"
                " “civicsquiz progress restore” brings it back."
            )
    return ""


@dataclass(frozen=True, slots=True)
class Choice:
    """The latest backup that is sound, by its digests too, and those after it that are not."""

    sound: Path | None
    unsound: tuple[Path, ...]


def choose(path: Path, folder: Path | None = None) -> Choice:
    """Which backup is to take the place of the record: the latest by what is in it."""
    unsound: list[Path] = []
    for kept in succession.latest_first(backups(path, folder)):
        with suppress(RecordError):
            if not checking.faults(kept):
                return Choice(kept, tuple(unsound))
        unsound.append(kept)
    return Choice(None, tuple(unsound))


def latest(path: Path, folder: Path | None = None) -> Path | None:
    """The latest backup that is sound, if there is any."""
    return choose(path, folder).sound


def check(path: Path) -> None:
    """Let pass a backup that can take the place of the record. Its digests need not hold.

    Raises:
        RecordError: it cannot, in words that speak of a backup.
    """
    try:
        with closing(opening.connect_reading(path, still=True)) as connection:
            for (said,) in connection.execute("PRAGMA integrity_check (1)"):
                if said != "ok":
                    raise trouble.damaged(path, f"is damaged ({said.splitlines()[0]})")
            connection.execute("SELECT count(*), max(digest) FROM event").fetchone()
    except trouble.ERRORS as error:
        raise trouble.of_backup(trouble.told(path, error)) from None
    except RecordError as error:
        raise trouble.of_backup(error) from None


def dated_after(path: Path, today: date, folder: Path | None = None) -> Mapping[Path, date]:
    """The backups of the record at `path` whose names say a day after today: a clock was wrong when
    they were made, or is now."""
    found = {}
    for kept in backups(path, folder):
        name = _DATED.fullmatch(kept.stem.removeprefix(path.stem))
        with suppress(ValueError):
            if name and (day := date.fromisoformat(name[1])) > today:
                found[kept] = day
    return found


def old(days: Iterable[date], today: date) -> set[date]:
    """Which of the days of backups are kept no longer. Those that lie ahead are (the clock was set
    back), and of the others the latest, also where today is long after (the clock is ahead).

    Of a week, counted from Monday, the earliest is kept: it is the same one as long as the week is.
    """
    past = sorted({day for day in days if day <= today})
    weekly: dict[int, date] = {}
    for day in past[:-DAYS]:
        weekly.setdefault((day.toordinal() - 1) // 7, day)
    kept = {*past[-DAYS:], *sorted(weekly.values())[-WEEKS:]}
    return set(past) - kept


def _daily(path: Path, folder: Path) -> dict[date, Path]:
    """The backups that were made by themselves, by their days."""
    daily: dict[date, Path] = {}
    for kept in backups(path, folder):
        found = _DAILY.fullmatch(kept.stem)
        with suppress(ValueError):
            if found and found[1] == path.stem:
                daily[date.fromisoformat(found[2])] = kept
    return daily


def _belongs_to_another(target: Path) -> bool:
    """Whether SQLite would take it for the -wal, -shm or -journal of a file that is there."""
    name = re.fullmatch(r"(.+)-(wal|shm|journal)", target.name, re.IGNORECASE)
    return name is not None and target.with_name(name[1]).exists()


def _delete_old(path: Path, folder: Path, today: date) -> None:
    daily = _daily(path, folder)
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

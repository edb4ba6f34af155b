"""Puts a backup in the place of the record. The file that was there is moved aside, never deleted."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from civicsquiz.errors import RecordDamaged, RecordError, RecordNewer
from civicsquiz.record.cards import Scheduler
from civicsquiz.record.events import Event
from civicsquiz.record.revisions import Revision
from civicsquiz.record.sqlite import backups, checking, copying, leftover, opening, trouble
from civicsquiz.record.sqlite.alone import alone
from civicsquiz.record.sqlite.migrations import STEPS
from civicsquiz.record.sqlite.rebuilding import rebuild
from civicsquiz.record.sqlite.salvaging import Salvaged, salvage
from civicsquiz.record.sqlite.store import SqliteStore
from civicsquiz.record.store import Learner, key_of


@dataclass(frozen=True, slots=True)
class Restored:
    """`aside` is where the file went that was there (where that was only a -wal, this; None where there
    was nothing), and `carried` how many of its events were not in the backup and are in the record
    now. `lost` are those that could be read while what was asked could not, neither there nor in the
    backup. `left` are those of a sound file that are in it alone from now on.

    `saved` is whether there was a backup or anything was carried over, and `faults` are what `check`
    finds in the log of the record that was made."""

    aside: Path | None
    events: int
    carried: int
    lost: int
    left: int
    saved: bool
    faults: tuple[str, ...]


def has_to_be_saved(path: Path, scheduler: Scheduler) -> bool:
    """Whether what lies at `path` is damaged. If not, its owner who restores wants to go back.

    Raises:
        RecordError: it cannot be read at all.
    """
    try:
        wal = opening.beside(path)[0]
        if wal.exists() and wal.stat().st_size:
            leftover.examine(path, wal, len(STEPS))
        return bool(checking.check(path, scheduler).faults)
    except RecordNewer:
        return False
    except RecordDamaged:
        return True


def restore(
    path: Path, backup: Path | None, scheduler: Scheduler, now: datetime, *, exact: bool = False
) -> Restored:
    """Make the record at `path` anew from `backup` (empty without one). Where the file that is there
    is damaged, whatever can still be read of it is carried over, unless `exact`.

    The new file is made whole under another name; the old one, with its -wal and -shm, is moved
    aside only then.

    Raises:
        RecordBusy: another program has the record open.
        RecordError: the backup is not sound, or the folder cannot be written. All is as it was.
    """
    if backup is not None:
        if backup.exists() and path.exists() and backup.samefile(path):
            raise RecordError(backup, "is the record itself, and no backup", trouble.ANOTHER)
        backups.check(backup)
    scratch = path.with_name(f".{path.name}.{os.getpid()}.restored")
    try:
        with alone(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            damaged = path.is_file() and has_to_be_saved(path, scheduler)
            found = salvage(path, opening.beside(path)[0]) if damaged and not exact else Salvaged()
            carried, lost, events = _make(backup, scratch, scheduler, found)
            left = 0 if damaged else _only_in(path, scratch)
            faults = checking.faults(scratch)
        with alone(path):  # again: to read a file here ends the lock on it
            aside = _move_aside(path, now)
            scratch.replace(path)
            opening.sync_folder(path.parent)
    except OSError as error:
        raise RecordError(
            path, f"cannot be replaced ({error.strerror})", trouble.WRITABLE
        ) from None
    finally:
        for over in (scratch, *opening.beside(scratch)):
            with suppress(OSError):
                over.unlink(missing_ok=True)
    return Restored(aside, events, carried, lost, left, backup is not None or bool(carried), faults)


def _make(
    backup: Path | None, scratch: Path, scheduler: Scheduler, found: Salvaged
) -> tuple[int, int, int]:
    """How many events were carried over, how many could not be, and how many there are."""
    if backup is not None:
        copying.copy(backup, scratch)
    opening.connect(
        scratch, backups=None
    ).close()  # an old backup gets today's form, without a copy
    with closing(SqliteStore.open(scratch)) as store:
        carried, lost = _carry(store, found)
        try:
            rebuild(store, scheduler)
        except RecordDamaged as error:
            raise trouble.of_backup(
                RecordDamaged(backup or scratch, error.problem, error.mend)
            ) from None
        events = store.counts()["event"]
    return carried, lost, events


def _carry(store: SqliteStore, found: Salvaged) -> tuple[int, int]:
    """Add what the store does not have; how many events came, and how many could not."""
    known = {learner.uuid: learner for learner in store.learners()}
    there = _uuids(store.path)
    carried = lost = 0
    with store.writing() as writing:
        names = {key_of(learner.name) for learner in known.values() if learner.name}
        used = {event.learner_uuid for event in found.events.values()}
        for learner in found.learners.values():
            if learner.uuid not in known and (learner.uuid in used or learner.name):
                name = learner.name
                if name is not None and key_of(name) in names:
                    name = None
                writing.add_learner(Learner(learner.uuid, name))
                known[learner.uuid] = learner
                if name is not None:
                    names.add(key_of(name))
        for event, revision in _whole(found, store):
            if event.uuid in there:
                continue
            if event.revision and revision is None:
                lost += 1
                continue
            writing.append(event, revision)
            carried += 1
    return carried, lost


def _only_in(path: Path, made: Path) -> int:
    """How many events a file that is sound has and the new one has not."""
    with suppress(RecordError):
        if path.is_file():
            return len(_uuids(path) - _uuids(made))
    return 0


def _uuids(path: Path) -> set[str]:
    try:
        with closing(opening.connect_reading(path)) as connection:
            return {uuid for (uuid,) in connection.execute("SELECT uuid FROM event")}
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None


def _whole(found: Salvaged, store: SqliteStore) -> Iterable[tuple[Event, Revision | None]]:
    for event in found.events.values():
        revision = None
        if event.revision:
            revision = found.revisions.get(event.revision) or store.revision(event.revision)
        yield event, revision


def _move_aside(path: Path, now: datetime) -> Path | None:
    """Give the record, with what belongs to it, a name that says when it was moved."""
    stamp = now.strftime("%Y-%m-%d-%H%M%S")
    aside = copying.free(path.with_name(f"{path.stem}-aside-{stamp}{path.suffix}"))
    moved = None
    wal, shm, _ = opening.beside(path)
    if opening.size(wal) == 0:  # what only a reader left
        for nothing in (wal, shm):
            nothing.unlink(missing_ok=True)
    if os.path.lexists(path):
        moved = aside
        try:
            if path.is_symlink() or not path.is_file():
                raise OSError
            aside.hardlink_to(path)  # both names, so that at no moment there is no record
        except OSError:
            path.rename(aside)
    for one, other in zip(opening.beside(path), opening.beside(aside), strict=True):
        if os.path.lexists(one):
            one.rename(other)
            moved = moved or other
    return moved

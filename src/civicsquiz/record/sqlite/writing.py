"""What can be done within one transaction. See `record.store.Writing`."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from civicsquiz.errors import RecordError
from civicsquiz.record.cards import Card
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.sqlite import rows, trouble
from civicsquiz.record.store import Learner, key_of

if TYPE_CHECKING:  # it brings the models of banks along, and a review may begin without them
    from civicsquiz.record.revisions import Revision

_ENDS = (EventType.FINISHED, EventType.SUBMITTED, EventType.ABANDONED)
ENDS = ", ".join(f"'{type_.value}'" for type_ in _ENDS)
"""The types after which a session is not offered again, for SQL."""

BEARING = "(scheduled = 1 OR type IN ('undone', 'redone'))"
"""What bears on a due date; only an answer is ever scheduled. Worded as the index is, so that SQLite
uses it."""

HISTORY = f"SELECT {rows.COLUMNS} FROM event WHERE learner_uuid = ? AND item = ? AND {BEARING}"  # noqa: S608

_PUT_CARD = f"""INSERT INTO card (learner_uuid, {rows.CARD_COLUMNS})
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (learner_uuid, item) DO UPDATE SET
stability = excluded.stability, difficulty = excluded.difficulty, due = excluded.due,
last = excluded.last, first = excluded.first, reps = excluded.reps, lapses = excluded.lapses,
rating = excluded.rating"""  # noqa: S608


@dataclass
class Known:
    """Learners and revisions that this process has put into the file: they need not be put again."""

    learners: set[str] = field(default_factory=set)
    revisions: set[str] = field(default_factory=set)


class SqliteWriting:
    """An open transaction; of use only inside the block that `SqliteStore.writing` gave it to."""

    def __init__(self, connection: sqlite3.Connection, path: Path, known: Known) -> None:
        self.connection = self._connection = connection
        """For what this package does beyond `record.store.Writing`."""
        self._path = path
        self._known = known
        self._new = Known()

    def append(self, event: Event, revision: Revision | None = None) -> None:
        """See `record.store.Writing`. A learner whom nobody has added is added, without a name.

        Raises:
            ValueError: as there, or the revision is given by its hash alone and is not in the file.
            RecordError: what the event belongs to was deleted while this program ran.
        """
        execute = self._connection.execute
        if revision is not None:
            if event.revision != revision.hash:
                raise ValueError(f"the event {event.uuid} speaks of another revision")
            if not self._has_put(revision.hash, "revisions"):
                execute(
                    "INSERT OR IGNORE INTO revision (hash, asked) VALUES (?, ?)",
                    (revision.hash, rows.asked_json(revision.asked)),
                )
        if not self._has_put(event.learner_uuid, "learners"):
            execute("INSERT OR IGNORE INTO learner (uuid) VALUES (?)", (event.learner_uuid,))
        try:
            execute(rows.INSERT, rows.to_row(event))
        except sqlite3.IntegrityError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_UNIQUE:
                raise ValueError(f"the event {event.uuid} is there already") from None
            if error.sqlite_errorcode != sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY:
                raise
            if event.revision and revision is None:
                raise ValueError(f"the event {event.uuid} speaks of an unknown revision") from None
            raise RecordError(
                self._path, "this learner's record was deleted by another program",
                "start civicsquiz again",
            ) from None  # fmt: skip
        session = (event.learner_uuid, event.session)
        if event.type in (EventType.STARTED, EventType.UNDONE):
            # One that has ended goes on only where an answer was taken back after its end.
            execute(
                "INSERT OR IGNORE INTO unfinished (learner_uuid, session) SELECT ?1, ?2 WHERE"  # noqa: S608
                " (SELECT max(type = 'started') AND max(CASE type WHEN 'undone' THEN number ELSE 0 END)"
                f" >= max(CASE WHEN type IN ({ENDS}) THEN number ELSE 0 END)"
                " FROM event WHERE session = ?2 AND learner_uuid = ?1)",
                session,
            )
        elif event.type in _ENDS:
            execute("DELETE FROM unfinished WHERE learner_uuid = ? AND session = ?", session)

    def history(self, learner_uuid: str, items: Sequence[str]) -> tuple[Event, ...]:
        if len(items) == 1:
            found = self._connection.execute(f"{HISTORY} ORDER BY number", (learner_uuid, *items))
        else:
            some = ", ".join("?" * len(items))
            found = self._connection.execute(
                f"{HISTORY.replace('item = ?', f'item IN ({some})')} ORDER BY number",
                (learner_uuid, *items),
            )
        try:
            return tuple(map(rows.to_event, found.fetchall()))
        except rows.Malformed:
            raise trouble.damaged(self._path, "holds what civicsquiz never writes") from None

    def written(self, session: str) -> int:
        found = self._connection.execute("SELECT count(*) FROM event WHERE session = ?", (session,))
        ((count,),) = found.fetchall()
        return int(count)

    def put_card(self, learner_uuid: str, card: Card) -> None:
        self._connection.execute(_PUT_CARD, (learner_uuid, *rows.card_row(card)))

    def drop_card(self, learner_uuid: str, item: str) -> None:
        self._connection.execute(
            "DELETE FROM card WHERE learner_uuid = ? AND item = ?", (learner_uuid, item)
        )

    def add_learner(self, learner: Learner) -> None:
        """As `Store.add_learner`, in this transaction."""
        self._look_for(learner.name)
        try:
            self._connection.execute(
                "INSERT INTO learner (uuid, name) VALUES (?, ?)", (learner.uuid, learner.name)
            )
        except sqlite3.IntegrityError as error:
            taken = "name" if "learner.name" in str(error) else "uuid"
            raise ValueError(f"a learner has this {taken} already") from None

    def name_learner(self, learner_uuid: str, name: str | None) -> None:
        """As `Store.name_learner`, in this transaction."""
        self._look_for(name, learner_uuid)
        try:
            done = self._connection.execute(
                "UPDATE learner SET name = ? WHERE uuid = ?", (name, learner_uuid)
            )
        except sqlite3.IntegrityError:
            raise ValueError("a learner has this name already") from None
        if done.rowcount == 0:
            raise ValueError(f"there is no learner {learner_uuid}")

    def _look_for(self, name: str | None, own: str = "") -> None:
        """Raises ValueError where another learner has the name, however it is typed."""
        if name is not None:
            asked = "SELECT name FROM learner WHERE name IS NOT NULL AND uuid <> ?"
            for (other,) in self._connection.execute(asked, (own,)):
                if key_of(str(other)) == key_of(name):
                    raise ValueError("a learner has this name already")

    def keep(self) -> None:
        """The transaction is done: what it put is in the file."""
        self._known.learners |= self._new.learners
        self._known.revisions |= self._new.revisions

    def _has_put(self, name: str, kind: str) -> bool:
        """Whether it was put before; from now on it was."""
        new: set[str] = getattr(self._new, kind)
        if name in new or name in getattr(self._known, kind):
            return True
        new.add(name)
        return False

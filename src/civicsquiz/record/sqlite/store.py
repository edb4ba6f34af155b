"""The store over SQLite. See `record.store` for what its methods promise."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.record.cards import Card
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.sqlite import opening, rows, trouble
from civicsquiz.record.sqlite.keeping import KeptConnection
from civicsquiz.record.sqlite.writing import SqliteWriting
from civicsquiz.record.store import Latest, Learner

if TYPE_CHECKING:  # it brings the models of banks along, and a review may begin without them
    from civicsquiz.record.revisions import Revision

_BATCH = 500
"""Events read at once: no reading lasts so long that it holds up who writes."""

_RECENT = 1000
"""Among so many events, of whomever, the last answer is looked for."""

_BY_LAST = "INDEXED BY card_by_last"
"""Left to itself SQLite goes through all cards of a learner, to spare itself the sorting."""


class SqliteStore:
    """A log in one file, or in memory. Threads may share it.

    After an error it can be used again as soon as the reason is gone: nothing is left half done.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, again: Callable[[], sqlite3.Connection]
    ) -> None:
        """See `open`, `reading` and `in_memory`. `again` connects anew."""
        self.path = path
        self._connection = KeptConnection(connection, path, again)

    @classmethod
    def open(cls, path: Path, *, backups: Path | None = None) -> SqliteStore:
        """The store in a file, which is made where none is. A file of an earlier form is brought to
        today's, and a copy of it goes into `backups` (by default the folder of that name beside it).

        Raises:
            RecordError: the file cannot be used; it is as it was.
        """

        def again() -> sqlite3.Connection:
            return opening.connect(path, backups=backups or path.parent / "backups")

        return cls(again(), path, again)

    @classmethod
    def reading(cls, path: Path) -> SqliteStore:
        """The store in a file that is there, for reading only, even where nobody may write.

        Raises:
            RecordError: the file cannot be used.
        """

        def again() -> sqlite3.Connection:
            return opening.connect_reading(path)

        return cls(again(), path, again)

    @classmethod
    def in_memory(cls) -> SqliteStore:
        """A store that lasts as long as the process."""
        return cls(opening.in_memory(), Path(":memory:"), opening.in_memory)

    def writing(self) -> AbstractContextManager[SqliteWriting]:
        return self._connection.writing()

    def events(
        self,
        *,
        learner_uuid: str | None = None,
        session: str | None = None,
        types: Sequence[EventType] = (),
        amiss: Callable[[Event], None] | None = None,
    ) -> Iterator[Event]:
        """As in `record.store`; `amiss` is told of each event that is not as its digest says."""
        wanted = {"learner_uuid": learner_uuid, "session": session}
        tests = [f"{name} = ?" for name, value in wanted.items() if value is not None]
        arguments: list[Any] = [value for value in wanted.values() if value is not None]
        if types:
            tests.append(f"type IN ({', '.join('?' * len(types))})")
            arguments += [type_.value for type_ in types]
        where = " AND ".join([*tests, "number > ?", "number <= ?"])
        asked = f"SELECT number, digest, {rows.COLUMNS} FROM event WHERE {where} ORDER BY number LIMIT {_BATCH}"  # noqa: S608
        ((last,),) = self._connection.ask("SELECT coalesce(max(number), 0) FROM event")
        reached = 0
        while found := self._connection.ask(asked, (*arguments, reached, last)):
            for row in found:
                event: Event = self._formed(rows.to_event, row[2:])
                if amiss is not None and not rows.holds(event, row[1]):
                    amiss(event)
                yield event
            reached = found[-1][0]
            if len(found) < _BATCH:
                return

    def revision(self, revision_hash: str) -> Revision | None:
        from civicsquiz.record.revisions import Revision

        found = self._connection.ask("SELECT asked FROM revision WHERE hash = ?", (revision_hash,))
        if not found:
            return None
        return Revision(revision_hash, self._formed(rows.to_asked, found[0][0]))

    def card(self, learner_uuid: str, item: str) -> Card | None:
        found = self._cards("AND item = ?", (learner_uuid, item))
        return found[0] if found else None

    def cards(
        self,
        learner_uuid: str,
        *,
        due_by: date | None = None,
        answered_on: date | None = None,
        answered_after: date | None = None,
        limit: int | None = None,
    ) -> tuple[Card, ...]:
        wanted = {
            "AND due <= ?": due_by,
            "AND last = ?": answered_on,
            "AND last > ?": answered_after,
        }
        days = [day.isoformat() for day in wanted.values() if day is not None]
        arguments = (learner_uuid, *days)
        test = " ".join(test for test, day in wanted.items() if day is not None)
        limited = "" if limit is None else f" LIMIT {max(int(limit), 0)}"
        return self._cards(
            f"{test} ORDER BY due, item{limited}",
            arguments,
            "" if answered_on is None and answered_after is None else _BY_LAST,
        )

    def begun(self, learner_uuid: str) -> Mapping[str, date]:
        found = self._connection.ask(
            "SELECT substr(item, 1, instr(item, '/') - 1), max(first) FROM card"
            " WHERE learner_uuid = ? GROUP BY 1",
            (learner_uuid,),
        )
        return {str(bank): self._formed(_day, first) for bank, first in found}

    def items(self, learner_uuid: str, bank: str) -> frozenset[str]:
        found = self._connection.ask(  # all that begin with "bank/": 0 comes next after the slash
            "SELECT item FROM card WHERE learner_uuid = ? AND item > ? AND item < ?",
            (learner_uuid, f"{bank}/", f"{bank}0"),
        )
        return frozenset(self._formed(_text, item) for (item,) in found)

    def unfinished(self, learner_uuid: str, limit: int = 1) -> tuple[str, ...]:
        found = self._connection.ask(
            "SELECT session, (SELECT max(number) FROM event WHERE event.session = unfinished.session)"
            " FROM unfinished WHERE learner_uuid = ? ORDER BY 2 DESC LIMIT ?",
            (learner_uuid, limit),
        )
        return tuple(self._formed(_text, session) for session, _ in found)

    def times(self, learner_uuid: str, limit: int) -> tuple[int, ...]:
        found = self._connection.ask(
            "SELECT taken FROM event WHERE learner_uuid = ? AND type = 'answered' AND mark = 1"
            " AND taken IS NOT NULL ORDER BY number DESC LIMIT ?",
            (learner_uuid, limit),
        )
        return tuple(self._formed(_whole, taken) for (taken,) in found)

    def latest(self, learner_uuid: str) -> Latest:
        answered = self._connection.ask(
            "SELECT at, tz_offset FROM event WHERE learner_uuid = ? AND type = 'answered'"
            " AND number > (SELECT max(number) FROM event) - ? ORDER BY number DESC LIMIT 1",
            (learner_uuid, _RECENT),
        )
        ((day,),) = self._connection.ask(
            "SELECT max(last) FROM card WHERE learner_uuid = ?", (learner_uuid,)
        )
        at = self._formed(rows.to_moment, answered[0]) if answered else None
        return Latest(at, None if day is None else self._formed(_day, day))

    def learners(self) -> tuple[Learner, ...]:
        found = self._connection.ask("SELECT uuid, name FROM learner ORDER BY number")
        return tuple(Learner(uuid, name) for uuid, name in found)

    def first_learner(self, uuid: str) -> Learner:
        """The learner made first; made now, with this uuid, where there is none. Of two programs that
        ask at once, both get the same."""
        known = self.learners()
        if known:
            return known[0]
        with self.writing() as writing:
            writing.connection.execute(
                "INSERT INTO learner (uuid) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM learner)",
                (uuid,),
            )
        return self.learners()[0]

    def add_learner(self, learner: Learner) -> None:
        with self.writing() as writing:
            writing.add_learner(learner)

    def name_learner(self, learner_uuid: str, name: str | None) -> None:
        with self.writing() as writing:
            writing.name_learner(learner_uuid, name)

    def activity(self) -> Mapping[str, tuple[int, str]]:
        """Of each learner who has answered anything: how many answers, and when the last was (UTC)."""
        found = self._connection.ask(
            "SELECT learner_uuid, count(*), max(at) FROM event WHERE type = 'answered'"
            " GROUP BY learner_uuid"
        )
        return {uuid: (int(answers), str(last)) for uuid, answers, last in found}

    def counts(self) -> Mapping[str, int]:
        tables = ("event", "revision", "card", "learner")
        each = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)  # noqa: S608
        ((*numbers,),) = self._connection.ask(f"SELECT {each}")
        return dict(zip(tables, numbers, strict=True))

    @property
    def scheduled_by(self) -> str | None:
        """`Scheduler.settings` under which the cards were last made, all of them, by `rebuild`; None
        where they never were."""
        found = self._connection.ask("SELECT value FROM derivation WHERE name = 'scheduler'")
        return str(found[0][0]) if found else None

    def close(self) -> None:
        self._connection.close()

    def _cards(self, rest: str, arguments: Sequence[Any], index: str = "") -> tuple[Card, ...]:
        asked = f"SELECT {rows.CARD_COLUMNS} FROM card {index} WHERE learner_uuid = ? {rest}"  # noqa: S608
        return tuple(
            self._formed(rows.to_card, row) for row in self._connection.ask(asked, arguments)
        )

    def _formed(self, form: Callable[[Any], Any], value: Any) -> Any:
        try:
            return form(value)
        except rows.Malformed:
            raise trouble.damaged(self.path, "holds what civicsquiz never writes") from None


def _text(value: Any) -> str:
    if type(value) is not str:
        raise rows.Malformed
    return value


def _day(value: Any) -> date:
    try:
        return date.fromisoformat(_text(value))
    except ValueError:
        raise rows.Malformed from None


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise rows.Malformed
    return value

"""What a store of the log can do. `record.sqlite` has the one there is.

Events are appended, read in order, and never changed; only `forget` removes any, a learner's all at
once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from civicsquiz.record.cards import Card
from civicsquiz.record.events import Event, EventType

if TYPE_CHECKING:  # it brings the models of banks along, and a review may begin without them
    from civicsquiz.record.revisions import Revision


@dataclass(frozen=True, slots=True)
class Learner:
    """Somebody whose answers are kept. A name is optional, and no two learners share one, however it
    is typed (see `key_of`)."""

    uuid: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Latest:
    """When a learner answered last. `at` is the time of the last answer in the order of the log, aware
    and on the learner's clock as it went then, None where that is too long ago in the log; `day` the
    latest day on which an item was scheduled that has not been since. It can be later: the clock may
    have been ahead meanwhile."""

    at: datetime | None
    day: date | None


def key_of(name: str) -> str:
    """What two names have in common that differ by capitals only, by the white space around them or
    by how an accent is put together (an e with one, or an e and one)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())


def called(name: str, known: Sequence[Learner]) -> Learner | None:
    """The learner of a uuid or a name, however it is typed; None where nobody is called that."""
    for learner in known:
        if name in (learner.uuid, learner.name):
            return learner
    key = key_of(name)
    return next((one for one in known if one.name and key_of(one.name) == key), None)


class Writing(Protocol):
    """What can be done within one transaction."""

    def append(self, event: Event, revision: Revision | None = None) -> None:
        """Add an event, and what was asked, if it is of an item.

        Raises:
            ValueError: an event with this uuid is there, or the event is of another revision.
        """

    def history(self, learner_uuid: str, items: Sequence[str]) -> tuple[Event, ...]:
        """The events that bear on the due date of one item (`ANSWERED` and scheduled, `UNDONE`,
        `REDONE`), in the order of the log. `items` are the refs it goes or went by."""

    def written(self, session: str) -> int:
        """How many events there are of a session."""

    def put_card(self, learner_uuid: str, card: Card) -> None:
        """Keep a card in the place of the one before."""

    def drop_card(self, learner_uuid: str, item: str) -> None:
        """Keep no card of an item."""


class Store(Protocol):
    """A log of events with the revisions they speak of, and the cards that follow from it.

    Every method raises `RecordError`, with a sentence for the user, where the file does not allow it.
    """

    path: Path
    """The file, as errors name it."""

    def writing(self) -> AbstractContextManager[Writing]:
        """One transaction, closed to other programs: when the block ends all of it is on the disk;
        when it raises nothing is."""

    def events(
        self,
        *,
        learner_uuid: str | None = None,
        session: str | None = None,
        types: Sequence[EventType] = (),
    ) -> Iterator[Event]:
        """Events in the order of the log: all, or those of a learner, a session, or some types."""

    def revision(self, revision_hash: str) -> Revision | None:
        """What was asked under this hash, if an event speaks of it."""

    def card(self, learner_uuid: str, item: str) -> Card | None: ...

    def cards(
        self,
        learner_uuid: str,
        *,
        due_by: date | None = None,
        answered_on: date | None = None,
        answered_after: date | None = None,
        limit: int | None = None,
    ) -> tuple[Card, ...]:
        """A learner's cards, the longest due first, then by item; with `due_by` those that are due
        on that day, with `answered_on` those whose latest review was on that day, with
        `answered_after` those whose latest was later still (the clock has been set back)."""

    def begun(self, learner_uuid: str) -> Mapping[str, date]:
        """The ids of the banks of which the learner has cards, each with the day on which the latest
        of its items was met for the first time."""

    def items(self, learner_uuid: str, bank: str) -> frozenset[str]:
        """The refs of the items of a bank, by its id, of which the learner has cards."""

    def unfinished(self, learner_uuid: str, limit: int = 1) -> tuple[str, ...]:
        """The sessions that were started and neither finished, submitted nor abandoned, the latest
        event first."""

    def times(self, learner_uuid: str, limit: int) -> tuple[int, ...]:
        """The times taken of the learner's latest answers that were right, at most `limit`, in
        milliseconds, the latest first."""

    def first_learner(self, uuid: str) -> Learner:
        """The learner made first; made now, with this uuid, where there is none. Of two programs that
        ask at once, both get the same."""

    def latest(self, learner_uuid: str) -> Latest:
        """When the learner answered last; short, however long the log is."""

    def learners(self) -> tuple[Learner, ...]:
        """All learners, the first made first."""

    def add_learner(self, learner: Learner) -> None:
        """Raises ValueError where the uuid or the name is taken."""

    def name_learner(self, learner_uuid: str, name: str | None) -> None:
        """Raises ValueError where the name is taken or nobody has this uuid."""

    def counts(self) -> Mapping[str, int]:
        """How many rows there are of each kind: `event`, `revision`, `card`, `learner`."""

    def close(self) -> None:
        """Nothing can be asked of it after that."""

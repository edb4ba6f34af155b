"""Where a session stands, by its log: a second reading of the rules, so that the first can be wrong.

It knows nothing of `study.session`: items in their order, a few rules, and the events that are on the
disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from civicsquiz.bank.models import Item
from civicsquiz.record.events import Event, EventType
from civicsquiz.study.session import Mode

HINTS = 3
"""So many hints the coach of these tests has to everything."""

Detour = Callable[[Item, int], "tuple[bool, Item | None]"]
"""Whether something is to be read after a miss, and the question on it, given how often the topic was
missed."""


@dataclass(eq=False)
class Asked:
    """A question that is asked, with what became of it. `of` is the item that `reading`, where there
    is some, was sent for."""

    item: Item
    repeat: int = 0
    made: bool = False
    of: Item | None = None
    read: bool = False
    tries: list[Event] = field(default_factory=list)
    hinted: int = 0
    looked_up: int = 0
    kept: Event | None = None
    marked: bool = False
    most: int = 1
    settled: bool = False

    @property
    def helps(self) -> int:
        return self.hinted + self.looked_up

    @property
    def left(self) -> int:
        """How many tries are left; a look-up never takes the last."""
        return max(1, self.most - len(self.tries) - self.helps)

    @property
    def hints(self) -> int:
        """How many hints are in sight: one for each that was asked for, and after each try."""
        return min(HINTS, self.hinted + len(self.tries) - self.settled)

    @property
    def raw(self) -> float:
        return self.tries[-1].mark or 0.0

    @property
    def mark(self) -> float:
        """What is left of the mark: a third goes for each try before, and for each help."""
        return max(0.0, self.raw - (len(self.tries) - 1 + self.helps) / 3)


@dataclass(frozen=True)
class ByTheLog:
    """A session of these `events`, over `items` in this order."""

    mode: Mode
    items: Sequence[Item]
    events: Sequence[Event]
    detour: Detour

    def __post_init__(self) -> None:
        self._read_stacks()
        asked = [Asked(item, most=self._most(item)) for item in self.items]
        missed: dict[str, int] = {}
        for event in self.events:
            if event.uuid not in self.taken_back:
                self._take(event, asked, missed)
        object.__setattr__(self, "asked", tuple(asked))

    asked: tuple[Asked, ...] = field(init=False)
    standing: tuple[Event, ...] = field(init=False)
    again: tuple[Event, ...] = field(init=False)
    taken_back: frozenset[str] = field(init=False)

    def _read_stacks(self) -> None:
        """Answers are taken back from the last, and come back from the one taken back last."""
        standing: list[Event] = []
        again: list[Event] = []
        back: set[str] = set()
        for event in self.events:
            if event.type is EventType.ANSWERED:
                standing.append(event)
            if event.type in (EventType.ANSWERED, EventType.HINTED, EventType.LOOKED_UP):
                again.clear()
            elif event.type is EventType.UNDONE:
                assert standing[-1].uuid == event.refers_to
                back.add(standing[-1].uuid)
                again.append(standing.pop())
            elif event.type is EventType.REDONE:
                assert again[-1].uuid == event.refers_to
                back.remove(again[-1].uuid)
                standing.append(again.pop())
        object.__setattr__(self, "standing", tuple(standing))
        object.__setattr__(self, "again", tuple(again))
        object.__setattr__(self, "taken_back", frozenset(back))

    def _most(self, item: Item) -> int:
        return max(1, len(item.options) - 1) if self.mode is Mode.TUTOR else 1

    def _take(self, event: Event, asked: list[Asked], missed: dict[str, int]) -> None:
        name = (event.item or "").rpartition("/")[2]
        if event.type is EventType.READ:
            for reading in asked:
                if reading.of and reading.of.id == name and not reading.read:
                    reading.read = True
                    break  # there is none where the miss was taken back
            return
        one = next((one for one in asked if one.item.id == name and not one.settled), None)
        if one is None:
            return
        match event.type:
            case EventType.KEPT:
                one.kept = event
            case EventType.MARKED:
                one.marked = not one.marked
            case EventType.HINTED:
                one.hinted += 1
            case EventType.LOOKED_UP:
                one.looked_up += 1
            case EventType.ANSWERED:
                one.tries.append(event)
                right = event.mark == 1
                one.settled = right or len(one.tries) + one.helps >= one.most
                if one.settled and not right and not one.made:
                    self._miss(one, asked, missed)
            case _:
                pass

    def _miss(self, one: Asked, asked: list[Asked], missed: dict[str, int]) -> None:
        at, topic = asked.index(one), one.item.topic
        missed[topic] = missed.get(topic, 0) + 1
        read, made = (False, None) if one.repeat else self.detour(one.item, missed[topic])
        if read or (self.mode is Mode.REVIEW and one.repeat < 2):
            asked.insert(at + 4, Asked(one.item, one.repeat + 1, most=self._most(one.item)))
        if made:
            asked.insert(at + 1, Asked(made, made=True, most=self._most(made)))
        if read:
            asked[at + 1].of = one.item

    # ---- what follows

    @property
    def ended(self) -> EventType | None:
        """How it came to its end, if it has and nothing was taken back since."""
        ends = (EventType.SUBMITTED, EventType.ABANDONED, EventType.FINISHED)
        back = (EventType.UNDONE, EventType.REDONE)
        found = [event.type for event in self.events if event.type in ends + back]
        return found[-1] if found and found[-1] in ends else None

    @property
    def handed_in(self) -> bool:
        return self.ended is EventType.SUBMITTED

    def explained(self, at: int) -> bool:
        return self.asked[at].settled and (self.mode is not Mode.TEST or self.handed_in)

    def reading(self, at: int) -> bool:
        one = self.asked[at]
        return one.of is not None and not one.read and not one.settled

    @property
    def front(self) -> int:
        """The first position that is not settled; the last where all are."""
        front = (at for at, one in enumerate(self.asked) if not one.settled)
        return next(front, len(self.asked) - 1)

    @property
    def goes_on_at(self) -> int:
        """The position at which another program goes on."""
        if self.mode is not Mode.TEST:
            return self.front
        latest = self.events[-1]
        for at, one in enumerate(self.asked):
            if latest.type is EventType.LEFT and latest.item.rpartition("/")[2] == one.item.id:
                return at
        kept = [at for at, one in enumerate(self.asked) if one.kept]
        after = [
            at for at in range(len(self.asked)) if at not in kept and at > max(kept, default=-1)
        ]
        before = [at for at in range(len(self.asked)) if at not in kept]
        return [*after, *before, len(self.asked) - 1][0]

    @property
    def counted(self) -> tuple[Asked, ...]:
        """The questions that results are made of: of each item the first answer."""
        all_ = (one for one in self.asked if not one.repeat and not one.made and one.settled)
        return tuple(all_) if self.mode is not Mode.TEST or self.handed_in else ()

    @property
    def open(self) -> int:
        """How many questions have no answer."""
        return sum(not one.settled and one.kept is None for one in self.asked)

    def score(self) -> str:
        """The first line of the results, white space evened out."""
        marks = [one.mark for one in self.counted]
        right = sum(mark >= 1 for mark in marks)
        later = sum(one.raw >= 1 and one.mark < 1 for one in self.counted)
        tutor = self.mode is Mode.TUTOR
        told = f"{right} of {len(marks)} {'at the first try' if tutor else 'right'}"
        told += f", {later} later or with help" if tutor and later else ""
        told += f" {100 * sum(marks) / len(marks):.0f}%"
        if self.open and not self.handed_in:
            told += f" {self.open} {'still open' if tutor else 'still to be answered'}"
        return told

"""A sitting: a queue of a bank's items, and what is done with them, each act on disk before the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from civicsquiz.bank.editing import BankText, forms
from civicsquiz.bank.files import parse, usable
from civicsquiz.bank.models import Bank, Item, Status
from civicsquiz.bank.origin import Reason
from civicsquiz.draft.ledger import Done, Ledger, Step
from civicsquiz.errors import FileError, UsageError
from civicsquiz.source import files


class Sitting:
    """Over a bank's items of some statuses, in the order of `wanted`.

    `queue` has the ids still to be judged or skipped, `position` is where the sitting is in it.
    """

    bank: Bank

    def __init__(self, text: BankText, wanted: tuple[Status, ...]) -> None:
        self._wanted = wanted
        self.ledger = Ledger()
        self._read(text)
        waiting = [item for item in self.bank.items if item.status in wanted]
        waiting.sort(key=lambda item: wanted.index(item.status))
        self.queue: list[str] = [item.id for item in waiting]
        self.position = 0

    def _read(self, text: BankText) -> None:
        bank = usable(parse(text.data, text.path))
        self._text = text
        self._items = {item.id: item for item in bank.items}
        self._see(bank)

    def _see(self, bank: Bank) -> None:
        """Look at a bank as it is now."""
        self.bank = bank

    @property
    def current(self) -> Item | None:
        """The item to be judged; None where all are."""
        return self._items[self.queue[self.position]] if self.position < len(self.queue) else None

    @property
    def left(self) -> int:
        """How many items wait."""
        return len(self.queue)

    @property
    def skipped(self) -> int:
        """How many of them were skipped in this sitting."""
        passed = {step.item for step in self.ledger.steps if step.done is Done.SKIPPED}
        return len(passed.intersection(self.queue))

    @property
    def can_undo(self) -> bool:
        return bool(self.ledger.steps)

    def values(self) -> dict[str, Any]:
        """The current item as the file has it, to be edited."""
        return self._text.item(self._now().id)

    def skip(self) -> None:
        """On to the next; this one comes again at the end."""
        item = self._now()
        self.ledger.steps.append(Step(item.id, Done.SKIPPED, self.position, _nothing))
        self.queue.append(self.queue.pop(self.position))

    def undo(self) -> Step:
        """Take back what was done last; its item is the current one again. Returns what it was.

        Raises:
            UsageError: nothing was done, or nothing since the file was read again.
            FileError: the file was changed by somebody else, or cannot be written. Nothing is done.
        """
        if not self.ledger.steps:
            if self.ledger.settled:
                raise UsageError("What was done before the file was read again stands")
            raise UsageError("There is nothing to be undone")
        last = self.ledger.steps[-1]
        if last.done is not Done.SKIPPED:
            self._undo(last)
        self.ledger.steps.pop()
        if last.item in self.queue:
            self.queue.remove(last.item)
        self.queue.insert(last.at, last.item)
        self.position = last.at
        return last

    def _undo(self, last: Step) -> None:
        """On disk or not at all: where it cannot be saved, what was done is done again."""
        self._text.undo()
        try:
            self._text.save()
        except FileError:
            last.act()
            raise
        self._take_in(last.item)

    def read_again(self) -> None:
        """Read the file as somebody else has left it, and go on there. What was judged before stands,
        and can no longer be undone.

        Raises:
            FileError, InvalidBank: it cannot be used. The sitting is as it was.
        """
        here = self.queue[self.position] if self.position < len(self.queue) else ""
        self._read(BankText.open(self._text.path))
        self.ledger.settle()
        waits = {name for name, item in self._items.items() if item.status in self._wanted}
        known = [name for name in self.queue if name in waits]
        self.queue = known + [name for name in self._items if name in waits.difference(known)]
        self.position = self.queue.index(here) if here in self.queue else 0

    @property
    def changed_elsewhere(self) -> bool:
        """Whether somebody else has changed the file, so that nothing can be saved."""
        try:
            return files.read_bytes(self._text.path) != self._text.data
        except FileError:
            return True

    def close(self) -> None:
        """Look the whole file over, once, at the end. Raises FileError where it is not as was meant."""
        if self.ledger.steps and not self.changed_elsewhere:
            self._text.verify()

    def _now(self) -> Item:
        item = self.current
        if item is None:
            raise UsageError("every draft has been judged")
        return item

    def _do(
        self, item: Item, done: Done, act: Callable[[], object], reason: Reason | None = None
    ) -> None:
        """On disk or not at all."""
        act()
        try:
            self._text.save()
        except FileError:
            self._text.undo()
            raise
        self.ledger.steps.append(Step(item.id, done, self.position, act, reason))
        self._take_in(item.id)
        if done.judged:
            self.queue.pop(self.position)
            if self.position >= len(self.queue):
                self.position = 0

    def _take_in(self, name: str) -> None:
        """An item as an edit made it; no other is read again."""
        try:
            self._items[name] = forms.read(self._text.item(name))
        except KeyError:
            self._items.pop(name, None)

    def _items_as(self, *statuses: Status) -> Mapping[str, Item]:
        """The items of some statuses, as they are after all that was done."""
        return {name: item for name, item in self._items.items() if item.status in statuses}


def _nothing() -> None:
    """What a skip does to the file."""

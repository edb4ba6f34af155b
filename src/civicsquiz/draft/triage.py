"""Judging drafts: one after the other, each judgement on disk before the next is shown.

What is to be judged is read out of the bank file, so that judging can stop anywhere and go on another
day. Nothing but the item that is judged changes in the file.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from civicsquiz.bank.check.context import Context, context_of
from civicsquiz.bank.check.run import judge
from civicsquiz.bank.editing import BankText, forms
from civicsquiz.bank.files import parse, usable
from civicsquiz.bank.models import Bank, Item, Origin, Reason, Status
from civicsquiz.errors import UsageError
from civicsquiz.source.shelf import Shelf

ORDER = (Status.DRAFT, Status.NEEDS_EDITING, Status.UNPROVEN)
"""What is judged, in this order."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule says of an item being judged or edited; `place` leads to a value in the item."""

    code: str
    place: tuple[str | int, ...]
    message: str
    mend: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Something done that can be undone: which item, where it stood in the queue, and in words."""

    item: str
    what: str
    at: int


class Triage:
    """One sitting of judging the drafts of a bank.

    `queue` has the ids still to be judged or skipped, `position` is where the sitting is in it.
    """

    def __init__(self, text: BankText, shelf: Shelf, today: datetime.date) -> None:
        self._text = text
        self._shelf = shelf
        self._today = today
        self._done: list[Judgement] = []
        self.bank: Bank = usable(parse(text.data, text.path))
        self._context: Context = context_of(self.bank, shelf, today)
        waiting = [item for item in self.bank.items if item.status in ORDER]
        waiting.sort(key=lambda item: ORDER.index(item.status))
        self.queue: list[str] = [item.id for item in waiting]
        self.position = 0
        self._items = {item.id: item for item in self.bank.items}

    @property
    def current(self) -> Item | None:
        """The item to be judged; None where all are."""
        return self._items[self.queue[self.position]] if self.position < len(self.queue) else None

    @property
    def judged(self) -> int:
        """How many were judged in this sitting."""
        return len(self._done)

    @property
    def left(self) -> int:
        return len(self.queue)

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    def values(self) -> dict[str, Any]:
        """The current item as the file has it, to be edited."""
        return self._text.item(self._now().id)

    def flaws(self, values: Mapping[str, Any] | None = None) -> list[Flaw]:
        """What is wrong or weak in the current item, or in what it is being edited to."""
        if values is None:
            return self._judged(self._now())
        if faults := forms.faults(values):
            return [Flaw(code, place, message, mend) for place, code, message, mend in faults]
        return self._judged(forms.read(values))

    def accept(self) -> None:
        """The item is good: it may be asked from now on.

        Raises:
            FileError: the file was changed by somebody else, or cannot be written. Nothing is done.
        """
        item = self._now()
        self._change(item, "accepted", lambda: self._text.remove_key(item.id, "status"))

    def reject(self, reason: Reason) -> None:
        """The item goes, and its fact is not drafted again. Raises as `accept` does."""
        item = self._now()

        def away() -> None:
            with self._text.together():
                self._text.remove_item(item.id)
                if item.draft is not None:
                    self._text.add_rejected(item.draft.fact, reason.value, item.id)

        self._change(item, "rejected", away)

    def edit(self, values: Mapping[str, Any], *, accept: bool = True) -> None:
        """The item becomes `values`, and is accepted with it or stays to be judged.

        Raises:
            InvalidItem: the values are no item.
            FileError: as for `accept`.
        """
        item = self._now()
        new = dict(values)
        if item.origin is Origin.DRAFTED:
            new["origin"] = Origin.EDITED.value
        if accept:
            new.pop("status", None)
        forms.read(new)
        self._change(item, "edited", lambda: self._text.change_item(item.id, new), stays=not accept)

    def skip(self) -> None:
        """On to the next; this one comes again at the end."""
        if self.position < len(self.queue):
            self.queue.append(self.queue.pop(self.position))

    def undo(self) -> str:
        """Take back the last judgement; its item is the current one again. What was undone, in words.

        Raises:
            UsageError: nothing was judged.
            FileError: as for `accept`.
        """
        if not self._done:
            raise UsageError("nothing has been judged yet")
        last = self._done[-1]
        self._text.undo()
        self._text.save()
        self._done.pop()
        self._read_again()
        if last.item in self.queue:
            self.queue.remove(last.item)
        self.queue.insert(min(last.at, len(self.queue)), last.item)
        self.position = self.queue.index(last.item)
        return f"{last.item} is no longer {last.what}"

    def close(self) -> None:
        """Look the whole file over, once, at the end. Raises FileError where it is not as was meant."""
        self._text.verify()

    def _now(self) -> Item:
        item = self.current
        if item is None:
            raise UsageError("every draft has been judged")
        return item

    def _change(
        self, item: Item, what: str, act: Callable[[], object], *, stays: bool = False
    ) -> None:
        before = len(self._text.edits)
        act()
        try:
            self._text.save()
        except Exception:
            while len(self._text.edits) > before:
                self._text.undo()
            raise
        self._done.append(Judgement(item.id, what, self.position))
        self._read_again()
        if not stays:
            self.queue.pop(self.position)
            if self.position >= len(self.queue):
                self.position = 0

    def _read_again(self) -> None:
        """The items as the edits made them; only what an edit touched is read."""
        there = set(self._text.ids)
        for name in [name for name in self._items if name not in there]:
            del self._items[name]
        for name in {judgement.item for judgement in self._done[-1:]} | (there - self._items.keys()):
            if name in there:
                self._items[name] = forms.read(self._text.item(name))

    def _judged(self, item: Item) -> list[Flaw]:
        found = judge(item, self.bank, self._context)
        return [
            Flaw(rule.code, tuple(remark.place), remark.message, remark.mend or rule.mend)
            for rule, remark in found
        ]


def waiting(bank: Bank) -> Sequence[Item]:
    """The items of a bank that are still to be judged."""
    return [item for item in bank.items if item.status in ORDER]

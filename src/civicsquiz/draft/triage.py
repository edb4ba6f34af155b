"""Judging drafts: one after the other, each judgement on disk before the next is shown.

What is to be judged is read out of the bank file, so that judging can stop anywhere and go on another
day. Nothing but the item that is judged changes in the file.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from civicsquiz.bank.editing import BankText, forms
from civicsquiz.bank.files import parse, usable
from civicsquiz.bank.models import Bank, Item, Status
from civicsquiz.bank.origin import Origin, Reason
from civicsquiz.draft.article import Article
from civicsquiz.draft.judging import Bench, Done, Flaw, Ledger, Step
from civicsquiz.draft.proposing import Passages, Proposal
from civicsquiz.errors import FileError, UsageError
from civicsquiz.source import files
from civicsquiz.source.shelf import Shelf

ORDER = (Status.DRAFT, Status.NEEDS_EDITING, Status.UNPROVEN)
"""What is judged, in this order."""


class Triage:
    """One sitting of judging the drafts of a bank.

    `queue` has the ids still to be judged or skipped, `position` is where the sitting is in it. Items
    without a passage are judged only where there are `articles` to find one in.
    """

    def __init__(
        self,
        text: BankText,
        shelf: Shelf,
        today: datetime.date,
        articles: Sequence[Article] = (),
    ) -> None:
        self._shelf = shelf
        self._today = today
        self._passages = Passages(articles)
        self._wanted = ORDER if articles else ORDER[:2]
        self.ledger = Ledger()
        self._proposals: tuple[Item, tuple[Proposal, ...]] | None = None
        self._read(text)
        waiting = [item for item in self.bank.items if item.status in self._wanted]
        waiting.sort(key=lambda item: ORDER.index(item.status))
        self.queue: list[str] = [item.id for item in waiting]
        self.position = 0

    def _read(self, text: BankText) -> None:
        bank = usable(parse(text.data, text.path))
        self._text = text
        self._items = {item.id: item for item in bank.items}
        self._see(bank)

    def _see(self, bank: Bank) -> None:
        self.bank = bank
        self._bench = Bench(bank, self._shelf, self._today)

    @property
    def current(self) -> Item | None:
        """The item to be judged; None where all are."""
        return self._items[self.queue[self.position]] if self.position < len(self.queue) else None

    @property
    def shelf(self) -> Shelf:
        """What opens the passages of the bank's items."""
        return self._shelf

    @property
    def left(self) -> int:
        """How many items wait."""
        return len(self.queue)

    @property
    def without_passage(self) -> int:
        """How many items of the bank wait for articles to find a passage in."""
        return len(waiting(self.bank, unproven=True)) if Status.UNPROVEN not in self._wanted else 0

    @property
    def can_undo(self) -> bool:
        return bool(self.ledger.steps)

    def values(self) -> dict[str, Any]:
        """The current item as the file has it, to be edited."""
        return self._text.item(self._now().id)

    @property
    def stale(self) -> bool:
        """Whether the current item quotes what its article, which is at hand, no longer says."""
        return self._bench.stale(self._now())

    @property
    def proven(self) -> bool:
        """Whether the passages of the current item prove its key, as they stand or by its `because`."""
        return self._bench.proven(self._now())

    def flaws(self, values: Mapping[str, Any] | None = None) -> list[Flaw]:
        """What is wrong or weak in the current item, or in what it is being edited to."""
        if values is not None:
            return self._bench.flaws_of(values)
        item = self._now()
        return self._bench.flaws(item) + self._bench.between(item, self._asked)

    @property
    def _asked(self) -> list[Item]:
        """The items that may be asked, as they are after every judgement so far."""
        return [item for item in self._items.values() if item.status is Status.READY]

    def each(self) -> Iterator[tuple[Item, bool, list[Flaw]]]:
        """All that waits, in the order of the queue: whether it is stale, and its flaws."""
        for item in map(self._items.__getitem__, self.queue):
            yield item, self._bench.stale(item), self._bench.flaws(item)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Passages that would prove the current item, which has no proof yet; the best first."""
        item = self._now()
        if self._proposals is None or self._proposals[0] is not item:
            found: tuple[Proposal, ...] = ()
            if item.status is Status.UNPROVEN and not self.proven:
                found = self._passages.propose(item, self._bench.proving(item), self.bank)
            self._proposals = item, found
        return self._proposals[1]

    def take(self, proposal: Proposal) -> None:
        """Give the current item a passage; it stays to be judged. Raises as `accept` does."""
        item = self._now()
        evidence = [*(self.values().get("evidence") or ()), proposal.values()]
        forms.read({**self.values(), "evidence": evidence})
        card = self._passages.cards[proposal.source]

        def put() -> None:
            with self._text.together():
                if proposal.source not in self._text.sources:
                    self._text.add_source(proposal.source, forms.card_values(card))
                self._text.set_key(item.id, "evidence", evidence)

        if proposal.source not in self.bank.cards:
            self._see(replace(self.bank, cards={**self.bank.cards, proposal.source: card}))
        self._do(item, Done.GIVEN, put)

    def accept(self) -> None:
        """The item is good: it may be asked from now on.

        Raises:
            UsageError: it has no passage that proves it, and was brought here for want of one.
            FileError: the file was changed by somebody else, or cannot be written. Nothing is done.
        """
        item = self._now()
        if item.status is Status.UNPROVEN and not self.proven:
            raise UsageError("no passage proves its key yet: take one, or reject it")
        self._do(item, Done.ACCEPTED, lambda: self._text.remove_key(item.id, "status"))

    def reject(self, reason: Reason) -> None:
        """The item goes, and its fact is not drafted again. Raises as `accept` does."""
        item = self._now()
        known = {one.get("fact") for one in self._text.rejected}

        def away() -> None:
            with self._text.together():
                self._text.remove_item(item.id)
                if item.draft is not None and item.draft.fact not in known:
                    self._text.add_rejected(item.draft.fact, reason.value, item.id)

        self._do(item, Done.REJECTED, away, reason)

    def edit(self, values: Mapping[str, Any], *, accept: bool = True) -> None:
        """The item becomes `values`, and is accepted with it or stays to be judged.

        Raises:
            InvalidItem: the values are no item.
            UsageError: they are of another item than the current one, or as for `accept`.
            FileError: as for `accept`.
        """
        item = self._now()
        if values.get("id") != item.id:
            raise UsageError(f"“{values.get('id')}” is no longer the one that is judged")
        if accept and values == self.values():
            self.accept()
            return
        new = dict(values)
        if item.origin is Origin.DRAFTED:
            new["origin"] = Origin.EDITED.value
        edited = forms.read(new)
        if accept:
            if item.status is Status.UNPROVEN and not self._bench.proven(edited):
                raise UsageError("no passage proves its key yet: take one, or reject it")
            new.pop("status", None)
        done = Done.EDITED if accept else Done.CHANGED
        self._do(item, done, lambda: self._text.change_item(item.id, new))

    def skip(self) -> None:
        """On to the next; this one comes again at the end."""
        item = self._now()
        self.ledger.steps.append(Step(item.id, Done.SKIPPED, self.position, _nothing))
        self.queue.append(self.queue.pop(self.position))

    def undo(self) -> Step:
        """Take back what was done last; its item is the current one again. Returns what it was.

        Raises:
            UsageError: nothing was done.
            FileError: as for `accept`.
        """
        if not self.ledger.steps:
            raise UsageError("there is nothing to be undone")
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
        if name in self._text.ids:
            self._items[name] = forms.read(self._text.item(name))
        else:
            self._items.pop(name, None)


def _nothing() -> None:
    """What a skip does to the file."""


def waiting(bank: Bank, *, unproven: bool = False) -> Sequence[Item]:
    """The drafts of a bank that are still to be judged; or with `unproven` what has no passage."""
    wanted = ORDER[2:] if unproven else ORDER[:2]
    return [item for item in bank.items if item.status in wanted]

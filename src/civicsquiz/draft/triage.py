"""Judging drafts: one after the other, each judgement on disk before the next is shown.

What is to be judged is read out of the bank file, so that judging can stop anywhere and go on another
day. Nothing but the item that is judged changes in the file.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from civicsquiz.bank.check.proof import Standing
from civicsquiz.bank.check.quoting import Quoted
from civicsquiz.bank.editing import BankText, forms
from civicsquiz.bank.models import Bank, Item, Status
from civicsquiz.bank.origin import Origin, Reason
from civicsquiz.draft.article import Article
from civicsquiz.draft.judging import Bench, Flaw
from civicsquiz.draft.ledger import Done
from civicsquiz.draft.proposing import Lacking, Passages, Proposal
from civicsquiz.draft.sitting import Sitting
from civicsquiz.errors import UsageError
from civicsquiz.source.shelf import Shelf

ORDER = (Status.DRAFT, Status.NEEDS_EDITING, Status.UNPROVEN)
"""What is judged, in this order."""
_UNPROVEN = "no passage proves its key yet: take one, or reject it"


class Triage(Sitting):
    """One sitting of judging the drafts of a bank. Items without a passage are judged only where there
    are `articles` to find one in."""

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
        self._lacking: tuple[Item, tuple[Lacking, ...]] | None = None
        self._part = 0
        super().__init__(text, ORDER if articles else ORDER[:2])

    def _see(self, bank: Bank) -> None:
        """With the cards of all articles, so that a passage of each can be looked at."""
        cards = {**bank.cards, **_absent(self._passages.cards, bank.cards)}
        self.bank = replace(bank, cards=cards)
        self._bench = Bench(self.bank, self._shelf, self._today)

    @property
    def shelf(self) -> Shelf:
        """What opens the passages of the bank's items."""
        return self._shelf

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that an item may quote."""
        return tuple(self.bank.cards)

    @property
    def without_passage(self) -> int:
        """How many items of the bank wait for articles to find a passage in."""
        return len(waiting(self.bank, unproven=True)) if Status.UNPROVEN not in self._wanted else 0

    @property
    def earlier(self) -> tuple[int, int]:
        """How many drafts were accepted, and how many rejected, as the bank was when it was read."""
        accepted = [one for one in self.bank.items if one.status is Status.READY and one.draft]
        return len(accepted), len(self.bank.rejected)

    @property
    def stale(self) -> bool:
        """Whether the current item quotes what its article, which is at hand, no longer says."""
        return self._bench.stale(self._now())

    @property
    def proven(self) -> bool:
        """Whether the passages of the current item prove its key, as they stand or by its `because`."""
        return self._bench.proven(self._now())

    def flaws(self, values: Mapping[str, Any] | None = None) -> list[Flaw]:
        """What is wrong or weak in the current item, or in what it is being edited to: then by the
        rules of the gate too, once `look_up` was called."""
        item = self._now()
        if values is not None:
            return self._bench.flaws_of(values, item)
        ready = list(self._items_as(Status.READY).values())
        return self._bench.flaws(item) + self._bench.between(item, ready)

    def look_up(self) -> None:
        """Find what the current item was drafted of, for the gate. Takes a tenth of a second for an
        article, once; may be called from another thread."""
        self._bench.gate.look_up(self._now())

    @property
    def ungated(self) -> str:
        """Why the gate's rules are not run over an edit of the current item; empty where they are, or
        where nothing was looked up."""
        return self._bench.gate.ungated(self._now())

    def standing(self, values: Mapping[str, Any]) -> Standing | None:
        """How the key would stand by its passages; None where the values are no item."""
        return self._bench.standing_of(values)

    def each(self) -> Iterator[tuple[Item, bool, list[Flaw]]]:
        """All that waits, in the order of the queue: whether it is stale, and its flaws."""
        for item in map(self._items.__getitem__, self.queue):
            yield item, self._bench.stale(item), self._bench.flaws(item)

    @property
    def lacking(self) -> tuple[Lacking, ...]:
        """The parts of the current item's key that no passage proves yet; nothing of an item that was
        not brought here for want of one."""
        item = self._now()
        if self._lacking is None or self._lacking[0] is not item:
            found: tuple[Lacking, ...] = ()
            if item.status is Status.UNPROVEN and not self.proven:
                found = self._passages.lacking(item, self._bench.proving(item), self.bank)
            self._lacking = item, found
            self._part = next((at for at, one in enumerate(found) if one.proposals), 0)
        return self._lacking[1]

    @property
    def part(self) -> Lacking | None:
        """The part that passages are proposed for now: first of all one that there are any for."""
        return self.lacking[self._part] if self.lacking else None

    def next_part(self) -> None:
        """On to the next part that no passage proves yet, counted around."""
        self._part = (self._part + 1) % max(1, len(self.lacking))

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """Passages that would prove this part; the best first."""
        return self.part.proposals if self.part else ()

    def share(self, proposal: Proposal) -> Quoted | None:
        """How much the bank would quote of a passage's source with it, as `civicsquiz check` counts;
        None where nobody limits it."""
        return self._bench.share(self._now(), proposal.values(), list(self._items.values()))

    def take(self, proposal: Proposal) -> None:
        """Give the current item a passage; it stays to be judged. Raises as `accept` does."""
        item = self._now()
        evidence = [*(self.values().get("evidence") or ()), proposal.values()]
        forms.read({**self.values(), "evidence": evidence})

        def put() -> None:
            with self._text.together():
                self._put_cards([proposal.source])
                self._text.set_key(item.id, "evidence", evidence)

        self._do(item, Done.GIVEN, put)

    def accept(self) -> None:
        """The item is good: it may be asked from now on.

        Raises:
            UsageError: it has no passage that proves it, and was brought here for want of one.
            FileError: the file was changed by somebody else, or cannot be written. Nothing is done.
        """
        item = self._now()
        if item.status is Status.UNPROVEN and not self.proven:
            raise UsageError(_UNPROVEN)
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
        """The item becomes `values`, and is accepted with it or stays to be judged. The card of an
        article that it now quotes goes into the bank with it.

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
                raise UsageError(_UNPROVEN)
            new.pop("status", None)

        def put() -> None:
            with self._text.together():
                self._put_cards(evidence.source for evidence in edited.evidence)
                self._text.change_item(item.id, new)

        self._do(item, Done.EDITED if accept else Done.CHANGED, put)

    def _put_cards(self, sources: Iterable[str]) -> None:
        """Put the cards of articles that the bank does not know yet into its text."""
        for name in dict.fromkeys(sources):
            if name not in self._text.sources and name in self._passages.cards:
                self._text.add_source(name, forms.card_values(self._passages.cards[name]))


def _absent(cards: Mapping[str, Any], there: Mapping[str, Any]) -> dict[str, Any]:
    return {name: card for name, card in cards.items() if name not in there}


def waiting(bank: Bank, *, unproven: bool = False) -> Sequence[Item]:
    """The drafts of a bank that are still to be judged; or with `unproven` what has no passage."""
    wanted = ORDER[2:] if unproven else ORDER[:2]
    return [item for item in bank.items if item.status in wanted]

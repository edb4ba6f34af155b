"""What reports need to know of the items that there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from civicsquiz.bank.library import Library
from civicsquiz.bank.models import Bank
from civicsquiz.errors import FileError, InvalidBank


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a bank: the bank's id and title, the topic's slug and its name."""

    bank: str
    title: str
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class About:
    """An item that can be asked, by the name ("bank-id/item-id") it has now."""

    ref: str
    topic: Topic
    type: str
    stem: str


class Known:
    """The items of the library, by every name that they have or had."""

    def __init__(
        self, items: Iterable[About] = (), former: Mapping[str, str] | None = None
    ) -> None:
        """`former` leads from earlier names to the present ones."""
        self._items = {about.ref: about for about in items}
        self._former = {
            before: now
            for before, now in (former or {}).items()
            if before not in self._items and now in self._items
        }

    @property
    def items(self) -> Iterable[About]:
        """All of them, in the order of the banks."""
        return self._items.values()

    def now(self, ref: str) -> str:
        """The name that an item goes by now; of one that is not known the same."""
        return self._former.get(ref, ref)

    def about(self, ref: str) -> About | None:
        """The item of this name, or formerly of this name; None where it is in the library no more."""
        return self._items.get(self.now(ref))


def known(banks: Iterable[Bank]) -> Known:
    """What `banks` hold that is asked: no drafts and nothing unproven."""
    items: list[About] = []
    former: dict[str, str] = {}
    for bank in banks:
        topics: dict[str, Topic] = {}
        for item in bank.asked:
            slug = item.topic
            topic = topics.setdefault(slug, Topic(bank.id, bank.title, slug, bank.topic_name(slug)))
            ref = f"{bank.id}/{item.id}"
            items.append(About(ref, topic, item.type, item.stem))
            for bank_id in (bank.id, *bank.formerly):
                for item_id in (item.id, *item.formerly):
                    former.setdefault(f"{bank_id}/{item_id}", ref)
    return Known(items, former)


def known_in(library: Library, elsewhere: Iterable[Bank] = ()) -> Known:
    """The same of the banks of a library that can be used, none of which is held, and of those
    `elsewhere`, of other ids."""
    return known(chain(_usable(library), elsewhere))


def _usable(library: Library) -> Iterator[Bank]:
    for entry in library.shown:
        try:
            yield library.read(entry)
        except (FileError, InvalidBank):  # lists of banks say so; there is nothing to count here
            continue

"""The items that cards speak of. A bank is read when the first of its items is looked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from civicsquiz.bank.library import Entry, Library
from civicsquiz.bank.models import Bank, Item
from civicsquiz.errors import CivicsquizError, FileError, InvalidBank
from civicsquiz.source import files


class AtHand:
    """Finds items in the banks of a library, by the names that they have or had; `elsewhere` finds a
    bank by its id that the library has not."""

    def __init__(
        self, library: Library, elsewhere: Callable[[str], Bank | None] = lambda _: None
    ) -> None:
        self._library = library
        self._elsewhere = elsewhere
        self._entries = {entry.id: entry for entry in library.shown}
        self._banks: dict[str, Bank | None] = {}
        self._items: dict[str, dict[str, Item]] = {}
        self.problems: list[CivicsquizError] = []
        """Banks that were looked for and cannot be used."""

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all banks of the library; no bank is read for them."""
        return frozenset(self._entries)

    def take(self, bank: Bank) -> None:
        """Have the items of a bank at hand that may not be in the library, before one of the same
        id that is."""
        for name in (*bank.formerly, bank.id):
            self._banks[name] = bank
        self._items.pop(bank.id, None)

    def bank(self, bank_id: str) -> Bank | None:
        """The bank that goes or went by an id; None where there is none, or it cannot be used."""
        if bank_id not in self._banks:
            entry = self._entries.get(bank_id)
            self._banks[bank_id] = (
                self._read(entry) if entry else self._elsewhere(bank_id) or self._renamed(bank_id)
            )
        return self._banks[bank_id]

    def find(self, ref: str) -> tuple[Bank, Item] | None:
        """The item that goes or went by "bank-id/item-id", with its bank."""
        bank_id, _, item_id = ref.partition("/")
        bank = self.bank(bank_id)
        if bank is None:
            return None
        item = self._named(bank).get(item_id)
        return (bank, item) if item else None

    def _named(self, bank: Bank) -> dict[str, Item]:
        if bank.id not in self._items:
            named = {name: item for item in bank.items for name in item.formerly}
            named.update({item.id: item for item in bank.items})
            self._items[bank.id] = named
        return self._items[bank.id]

    def _renamed(self, bank_id: str) -> Bank | None:
        """The bank that had this id before. Only files that may say so are read as banks: a card
        whose bank is gone for good must not cost a look into all others each day."""
        sought = bank_id.encode()
        for entry, data in self._with_earlier_names:
            bank = self._read(entry) if sought in data else None
            if bank and bank_id in bank.formerly:
                return bank
        return None

    @cached_property
    def _with_earlier_names(self) -> tuple[tuple[Entry, bytes], ...]:
        """The files that have the word, each with what is in it."""
        found = []
        for entry in self._entries.values():
            try:
                data = files.read_bytes(entry.path)
            except FileError:
                continue
            if b"formerly" in data:
                found.append((entry, data))
        return tuple(found)

    def _read(self, entry: Entry) -> Bank | None:
        try:
            return self._library.load(entry)
        except (FileError, InvalidBank) as error:
            if error not in self.problems:
                self.problems.append(error)
            return None

"""A bank file that is looked at again as often as it is saved, with what the rules say of each item."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from civicsquiz.bank import files
from civicsquiz.bank.check.report import check
from civicsquiz.bank.finding import Finding
from civicsquiz.bank.models import Bank, Item
from civicsquiz.source.shelf import Shelf
from civicsquiz.source.watching import seen

_NO_LINE = 1 << 30


class Followed:
    """The bank at `path` as it was last saved. While it cannot be read, `bank` is the last one that
    could, or the items of it that are sound; None where there was none yet."""

    def __init__(self, path: Path, shelf: Callable[[], Shelf], today: datetime.date) -> None:
        self.path = path
        self.bank: Bank | None = None
        self.shelf = shelf()
        self.findings: tuple[Finding, ...] = ()
        """All of the file, by line."""
        self._make_shelf = shelf
        self._today = today
        self._seen = seen([path])
        self._lines: dict[str, int] = {}
        self._items: dict[str, Item] = {}
        self._sound: frozenset[str] = frozenset()
        self._read()

    def look(self) -> bool:
        """Read it again where it, or what lies beside it, has changed since; whether it has."""
        now = seen([self.path])
        if now == self._seen:
            return False
        self._seen = now
        self.shelf = self._make_shelf()
        self._read()
        return True

    @property
    def items(self) -> tuple[Item, ...]:
        """All items that can be shown, drafts too, in the order of the file; one that is not sound any
        more as it was when it last was."""
        return tuple(self._items.values())

    def sound(self, item: str) -> bool:
        """Whether an item, by its id, is in the file as it is now, and can be shown."""
        return item in self._sound

    def of(self, item: str) -> tuple[Finding, ...]:
        """The findings of an item, by its id, and those of the bank as a whole; all of them where the
        file cannot be read, or the item is not in it any more."""
        if item not in self._lines:
            return self.findings
        begins = self._lines[item]
        ends = min((line for line in self._lines.values() if line > begins), default=_NO_LINE)
        first = min(self._lines.values())
        return tuple(one for one in self.findings if begins <= one.line < ends or one.line < first)

    def _read(self) -> None:
        read = files.read(self.path)
        self.findings = check([read], self.shelf, self._today).findings
        self._lines, self._sound = {}, frozenset()
        listed = read.data.get("items") if isinstance(read.data, dict) else None
        for at, one in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(one, dict) and isinstance(one.get("id"), str):
                self._lines.setdefault(one["id"], read.place(("items", at))[0])
        if read.sound is not None:
            self.bank = read.sound
            sound = {item.id: item for item in read.sound.items}
            self._sound = frozenset(sound)
            found = {name: sound.get(name) or self._items.get(name) for name in self._lines}
            self._items = {name: item for name, item in found.items() if item is not None}

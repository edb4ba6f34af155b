"""A bank file in memory: what stands in it, what was done to it, and how it gets back to the disk."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from civicsquiz.bank.editing import lines, pieces, saving
from civicsquiz.bank.editing.meaning import Unmade, nodes
from civicsquiz.bank.editing.row import Change, Row, Spot
from civicsquiz.errors import FileError
from civicsquiz.source import files, safe_yaml


@dataclass(frozen=True, slots=True, eq=False)
class Edit:
    """Something done to a bank file. `what` says it in a few words."""

    what: str
    changes: tuple[Change, ...] = ()


class Opened:
    """A bank file that was opened. `BankText` has the edits."""

    def __init__(self, data: bytes, path: Path | str) -> None:
        self.path = Path(path)
        text = files.decode(data, path)
        self._mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        self._saved = data
        self._row = Row(_split(text, self.path), lines.ending(text))
        self._edits: list[Edit] = []
        self._together = False

    @classmethod
    def open(cls, path: Path) -> Self:
        """The bank in a file.

        Raises:
            FileError: it cannot be read, is no bank, has problems of YAML, or stands in a way that is
                not edited.
        """
        return cls(files.read_bytes(path), path)

    @classmethod
    def parse(cls, data: bytes, path: Path | str) -> Self:
        """The bank in the bytes of a file, which `path` names. Raises as `open` does."""
        return cls(data, path)

    @property
    def text(self) -> str:
        """What would be saved, without its byte order mark."""
        return self._row.text

    @property
    def data(self) -> bytes:
        """The bytes that would be saved."""
        return self._mark + self.text.encode()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the items, in their order."""
        return tuple(str(values.get("id")) for _, values in self._row.listed("items"))

    @property
    def items(self) -> tuple[dict[str, Any], ...]:
        """The values of all items, in their order."""
        return tuple(values for _, values in self._row.listed("items"))

    @property
    def rejected(self) -> tuple[dict[str, Any], ...]:
        """What was rejected: each its `fact`, its `reason` and mostly the `id` of its item."""
        return tuple(values for _, values in self._row.listed("rejected"))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources."""
        return tuple(self._row.cards())

    def item(self, name: str) -> dict[str, Any]:
        """The values of an item."""
        return self._item(name)[1]

    def item_text(self, name: str) -> str:
        """The lines of an item."""
        spot, _ = self._item(name)
        piece = self._row.pieces[spot.at]
        if piece.form is pieces.Form.ENTRY:
            return piece.text
        node = nodes(piece)[spot.number]
        return piece.text[node.start : node.end]

    def line(self, name: str) -> int:
        """The line on which an item begins, from 1."""
        spot, _ = self._item(name)
        before = "".join([piece.text for piece in self._row.pieces[: spot.at]])
        piece = self._row.pieces[spot.at]
        if piece.form is not pieces.Form.ENTRY:
            before += piece.text[: nodes(piece)[spot.number].start]
        return lines.count(before) + 1

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What can be undone, the oldest first."""
        return tuple(self._edits)

    def undo(self, edit: Edit | None = None) -> None:
        """Take back the last edit, or `edit` and all after it: every byte is as it was before.

        Raises:
            ValueError: there is nothing to be undone, or no such edit any more.
        """
        if not self._edits or (edit is not None and edit not in self._edits):
            raise ValueError("there is no such edit to be undone")
        first = len(self._edits) - 1 if edit is None else self._edits.index(edit)
        self._take_back(first)

    @contextmanager
    def together(self, what: str = "") -> Iterator[None]:
        """Make one edit of all that is done inside; where that raises, nothing has been done."""
        if self._together:
            yield
            return
        first, self._together = len(self._edits), True
        try:
            yield
        except BaseException:
            self._take_back(first)
            raise
        finally:
            self._together = False
        done = self._edits[first:]
        changes = tuple(change for each in done for change in each.changes)
        told = what or ", ".join(each.what for each in done)
        self._edits[first:] = [Edit(told, changes)]

    @property
    def changed(self) -> bool:
        """Whether what would be saved differs from what was read or last saved."""
        return self.data != self._saved

    def save(self) -> None:
        """Put the text into the file, whole or not at all, where anything has changed.

        Raises:
            FileError: another program has changed the file, or it cannot be written.
        """
        data = self.data
        if data != self._saved:
            saving.replace(self.path, data, self._saved)
            self._saved = data

    def verify(self) -> None:
        """Make sure that the whole text loads to what the edits meant; half a second for 1,000 items.

        Raises:
            FileError: it does not.
        """
        data, problems = safe_yaml.load(self.text)
        if problems or data != self._row.meant():
            raise FileError(
                self.path, "would not be read back as it is meant", "undo, and edit it by hand"
            )

    def _item(self, name: str) -> tuple[Spot, dict[str, Any]]:
        for spot, values in self._row.listed("items"):
            if values.get("id") == name:
                return spot, values
        raise KeyError(name)

    def _done(self, what: str, change: Callable[[Row], Change] | None = None) -> Edit:
        edit = Edit(what)
        if change is not None:
            try:
                edit = Edit(what, (change(self._row),))
            except Unmade as problem:
                raise FileError(self.path, f"cannot {what}: {problem}", problem.mend) from None
            self._row.carry_out(edit.changes[0])
        self._edits.append(edit)
        return edit

    def _take_back(self, first: int) -> None:
        """Undo the edits from this one on."""
        while len(self._edits) > first:
            for change in reversed(self._edits.pop().changes):
                self._row.take_back(change)


def _split(text: str, path: Path) -> list[pieces.Piece]:
    """The pieces of a bank's text.

    Raises:
        FileError: as `BankText.open` says.
    """
    data, problems = safe_yaml.load(text)
    for first in problems[:1]:
        raise FileError(path, first.problem, first.mend, first.line, first.column)
    if not isinstance(data, dict) or "civicsquiz" not in data:
        raise FileError(path, "is not a bank", "a bank begins with “civicsquiz: 1”")
    try:
        return pieces.split(text, data)
    except pieces.OddLayout as odd:
        start = lines.start_of(text, odd.at)
        line = lines.count(text[:start]) + 1
        raise FileError(
            path, f"cannot be edited here: {odd.problem}", odd.mend, line, odd.at - start + 1
        ) from None

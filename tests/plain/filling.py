"""A disk that is full for a while."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

from civicsquiz.errors import RecordFull
from civicsquiz.record.sqlite import SqliteStore

if TYPE_CHECKING:
    from civicsquiz.record.sqlite.writing import SqliteWriting


class Filling(SqliteStore):
    """A store that cannot write while it is `full`."""

    full = False

    @classmethod
    def made(cls) -> Filling:
        return cast("Filling", cls.in_memory())

    @contextmanager
    def writing(self) -> Iterator[SqliteWriting]:
        if self.full:
            problem = "there is no room left on the disk"
            raise RecordFull(Path("progress.sqlite"), problem, "free some space and try again")
        with super().writing() as writing:
            yield writing


def on_a_full_disk(store: Filling, script: Iterable[str]) -> Iterator[str]:
    """The lines of a script; between “full” and “room” nothing can be written."""
    for line in script:
        if line in ("full", "room"):
            store.full = line == "full"
        else:
            yield line

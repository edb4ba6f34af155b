"""Where the banks are that a learner opened by their paths, beside the record and not in it: a log that
is handed in says nothing of somebody's folders.

It only helps: a file that is broken, or that cannot be written, is passed over without a word.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from civicsquiz.errors import FileError
from civicsquiz.source import files

MOST = 50
"""So many places are kept, the newest."""

_LARGEST = 2 << 20
_LONGEST = 4096
_BANK = re.compile(r"[a-z0-9-]{1,200}")
_FORM = "civicsquiz-places"
_KEYS = ("learner", "bank", "path", "session")


@dataclass(frozen=True, slots=True)
class Place:
    """That the bank of this id was at an absolute `path` when the learner began a session, the latest
    with it. The path may lead nowhere by now, or to another bank."""

    learner: str
    bank: str
    path: Path
    session: str


class Places:
    """The file of places; it need not be there."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, learner_uuid: str) -> tuple[Place, ...]:
        """A learner's places, the newest first."""
        return tuple(place for place in self._read() if place.learner == learner_uuid)

    def remember(self, *new: Place) -> None:
        """Put places before all others, where they can be written."""
        known = self._read()
        where = {_where(place) for place in new}
        places = [*new, *(place for place in known if _where(place) not in where)][:MOST]
        if places != known:
            with suppress(OSError):
                self._write(places)

    def forget(self, learner_uuid: str) -> None:
        """Keep no place of a learner; a file of which nobody can say whose places it holds goes.

        Raises:
            FileError: it cannot be written.
        """
        try:
            if not os.path.lexists(self._file):
                return
            left = [place for place in self._read() if place.learner != learner_uuid]
            if left:
                self._write(left)
            else:
                self._file.unlink()
        except OSError as error:
            problem = f"cannot be written ({error.strerror})"
            raise FileError(self._file, problem, "delete it yourself") from None

    def _read(self) -> list[Place]:
        try:
            if self._file.stat().st_size > _LARGEST:
                return []
            told = json.loads(files.read_bytes(self._file))
            written = told["places"] if told[_FORM] == 1 else []
            found = [_formed(one) for one in written[: 2 * MOST]]
        except (OSError, FileError, ValueError, KeyError, TypeError, RecursionError):
            return []
        return [place for place in found if place is not None][:MOST]

    def _write(self, places: list[Place]) -> None:
        """Whole or not at all."""
        values = [
            dict(zip(_KEYS, (one.learner, one.bank, str(one.path), one.session), strict=True))
            for one in places
        ]
        text = json.dumps({_FORM: 1, "places": values}, indent=1)
        scratch = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            scratch.write_text(text, encoding="ascii")
            scratch.replace(self._file)
        except OSError:
            with suppress(OSError):
                scratch.unlink(missing_ok=True)
            raise


def _where(place: Place) -> tuple[str, str, Path]:
    return place.learner, place.bank, place.path


def _formed(value: Any) -> Place | None:
    """A place as `_write` writes it; None for anything else."""
    if not isinstance(value, dict):
        return None
    told = [value.get(key) for key in _KEYS]
    if not all(isinstance(one, str) and len(one) <= _LONGEST and "\0" not in one for one in told):
        return None
    learner, bank, path, session = map(str, told)
    if not _BANK.fullmatch(bank) or not Path(path).is_absolute():
        return None
    return Place(learner, bank, Path(path), session)

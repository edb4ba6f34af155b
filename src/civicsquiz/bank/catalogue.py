"""The catalogue: what lists say of bank files, kept so that the files need not be read for it.

It is believed of a file as long as the file's signature is the one it was read with. One that was
changed within the last seconds before it was read is not kept: it could be changed once more without
getting another signature (`source.signature`). Damaged, deleted, or written by two programs at once,
it costs no more than reading some files again.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from civicsquiz.source.cache import Cache
from civicsquiz.source.signature import Signature, settled, signature

if TYPE_CHECKING:
    from civicsquiz.bank.finding import Finding


@dataclass(frozen=True, kw_only=True)
class Summary:
    """What lists say of a bank file. `items` are all of them, `asked` those that a session may ask,
    `unproven` those that it asks on request only, for no passage proves them.

    `problem` is the first of `problems` things that keep the file from being used; its line is 0
    where the whole file is meant. Where there is one, all else is empty.
    """

    title: str = ""
    description: str = ""
    as_of: str = ""
    items: int = 0
    asked: int = 0
    drafts: int = 0
    unproven: int = 0
    problem: Finding | None = None
    problems: int = 0


class Head(NamedTuple):
    """What the beginning of a file says: whether it is `marked` as a bank, and its id; "" where it
    says none."""

    marked: bool
    id: str


NO_HEAD = Head(marked=False, id="")


class _Record:
    """What is known of a file that had this signature."""

    def __init__(self, signature: Signature, head: Head, summary: Summary | None = None) -> None:
        self.signature = signature
        self.head = head
        self.summary = summary


class Catalogue:
    """What is known of the files of one library, which is named by its `places`."""

    def __init__(self, cache: Cache | None, places: Sequence[Path]) -> None:
        self._cache = cache
        self._name = "\0".join(map(str, places)).encode("utf-8", "surrogatepass")
        self._seen: dict[str, _Record] = {}
        self._learned = False

    def head(self, path: Path, read: Callable[[Path], Head]) -> Head:
        """The head of a file, which is looked at once, and read only where it has changed or was
        never met. There is none of what is no regular file, or cannot be read."""
        if seen := self._seen.get(str(path)):
            return seen.head
        found = _signature(path)
        if found is None:
            return NO_HEAD
        known = self._kept.get(str(path))
        if known is None or known.signature != found:
            _ = self._now  # before the signature, and that before the content: nothing is missed
            try:
                known = _Record(_signature(path) or found, read(path))
            except OSError:
                return NO_HEAD
            self._learned = True
        self._seen[str(path)] = known
        return known.head

    def summary(self, path: Path, read: Callable[[Path], Summary]) -> Summary:
        """The summary of a file that `head` was asked for; read as for `head`. What `read` raises is
        not kept."""
        known = self._seen.get(str(path))
        if known is None or (known.summary is None and _signature(path) != known.signature):
            return read(path)
        if known.summary is None:
            known.summary = read(path)
            self._learned = True
        return known.summary

    def save(self) -> None:
        """Keep what is known of the files met so far, and forget the others."""
        if self._cache is None or (not self._learned and self._seen.keys() == self._kept.keys()):
            return
        now = self._now or 0
        values = {
            path: _values(record)
            for path, record in self._seen.items()
            if record is self._kept.get(path) or settled(record.signature, now)
        }
        self._learned = False
        if values != self._values:
            self._cache.put("catalogue", self._name, values)
            self._values = values

    @cached_property
    def _now(self) -> int | None:
        """The disk's time before anything was read."""
        return self._cache.disk_time() if self._cache else None

    @cached_property
    def _values(self) -> Any:
        return self._cache.get("catalogue", self._name) if self._cache else None

    @cached_property
    def _kept(self) -> dict[str, _Record]:
        """What was kept, without what has another shape than `save` gives it."""
        if type(self._values) is not dict:
            return {}
        read = ((path, _record(values)) for path, values in self._values.items())
        return {path: record for path, record in read if record is not None}


def _signature(path: Path) -> Signature | None:
    """The signature of a regular file; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - a hundred paths are looked at before the first screen
    except (OSError, ValueError):
        return None
    return signature(found) if stat.S_ISREG(found.st_mode) else None


def _values(record: _Record) -> list[Any]:
    summary = record.summary
    return [
        list(record.signature),
        record.head.marked,
        record.head.id,
        None
        if summary is None
        else [*astuple(summary)[:-2], _as_list(summary.problem), summary.problems],
    ]


def _as_list(problem: Finding | None) -> list[Any] | None:
    return None if problem is None else list(astuple(problem))


_NAMES = [field.name for field in fields(Summary)][:-2]
_SUMMARY = (str, str, str, int, int, int, int)
_FINDING = (str, int, int, str, str, str, str)


def _record(values: Any) -> _Record | None:
    """The record that was kept; None where the values are anything else."""
    try:
        found, marked, bank_id, summary = values
        if (
            list(map(type, found)) != [int] * 4
            or type(marked) is not bool
            or type(bank_id) is not str
        ):
            return None
        return _Record(tuple(found), Head(marked, bank_id), _summary(summary))
    except (TypeError, ValueError):
        return None


def _summary(values: Any) -> Summary | None:
    if values is None:
        return None
    *texts, problem, problems = values
    if tuple(map(type, texts)) != _SUMMARY or type(problems) is not int:
        raise ValueError
    known = dict(zip(_NAMES, texts, strict=True))
    return Summary(**known, problem=_finding(problem), problems=problems)


def _finding(values: Any) -> Finding | None:
    if values is None:
        return None
    if tuple(map(type, values)) != _FINDING:
        raise ValueError
    from civicsquiz.bank.finding import Finding, Severity

    path, line, column, severity, *rest = values
    return Finding(path, line, column, Severity(severity), *rest)

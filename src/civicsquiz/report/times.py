"""Times: how long answers take."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from civicsquiz.record.events import LONGEST_TIME
from civicsquiz.report.known import Topic

CAP = LONGEST_TIME / 1000
"""Seconds at which the log cuts a time off."""

_STEP = 100  # milliseconds: as exact as is told, and memory does not grow with the log
_BINS = LONGEST_TIME // _STEP + 1

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Times:
    """The times of `n` answers, in seconds, to a tenth: the median, the quartiles around it, and the
    times that a tenth was below and a tenth above. One that is `CAP` means that long or longer."""

    n: int
    tenth: float
    lower: float
    median: float
    upper: float
    ninetieth: float


@dataclass(frozen=True, slots=True)
class TimeReport:
    """The times of all answers, None where none was measured, and by the type and the topic of the
    item, the slowest first. `gone` counts answers to items whose topic is no longer known."""

    whole: Times | None
    types: tuple[tuple[str, Times], ...]
    topics: tuple[tuple[Topic, Times], ...]
    gone: int


class _Histogram:
    __slots__ = ("bins", "n")

    def __init__(self) -> None:
        self.bins = array("L", bytes(array("L").itemsize * _BINS))
        self.n = 0

    def add(self, at: int) -> None:
        self.bins[at] += 1
        self.n += 1

    @property
    def times(self) -> Times:
        return Times(self.n, *(self._quantile(share) for share in (0.1, 0.25, 0.5, 0.75, 0.9)))

    def _quantile(self, share: float) -> float:
        """The value below which this share lies, between two neighbours in proportion (type 7 of
        Hyndman and Fan, the one that spreadsheets and `statistics.quantiles` call inclusive)."""
        place = (self.n - 1) * share
        low = int(place)
        first, second = self._nth(low), self._nth(min(low + 1, self.n - 1))
        return round((first + (second - first) * (place - low)) * _STEP / 1000, 1)

    def _nth(self, wanted: int) -> int:
        """The bin of one of the values, counted from 0 in their order."""
        passed = 0
        for at, count in enumerate(self.bins):
            passed += count
            if passed > wanted:
                return at
        return _BINS - 1


class Timing:
    """Adds times up. It takes as much memory as there are types and topics."""

    def __init__(self) -> None:
        self._whole = _Histogram()
        self._types: defaultdict[str, _Histogram] = defaultdict(_Histogram)
        self._topics: defaultdict[Topic, _Histogram] = defaultdict(_Histogram)
        self._gone = 0

    def add(self, taken: int, type_: str, topic: Topic | None) -> None:
        """An answer that took so many milliseconds; `topic` is None where it is no longer known."""
        at = (min(max(taken, 0), LONGEST_TIME) + _STEP // 2) // _STEP
        self._whole.add(at)
        self._types[type_].add(at)
        if topic is None:
            self._gone += 1
        else:
            self._topics[topic].add(at)

    def finish(self) -> TimeReport:
        return TimeReport(
            whole=self._whole.times if self._whole.n else None,
            types=_slowest_first(self._types),
            topics=_slowest_first(self._topics),
            gone=self._gone,
        )


def _slowest_first(found: Mapping[T, _Histogram]) -> tuple[tuple[T, Times], ...]:
    rows = [(key, histogram.times) for key, histogram in found.items()]
    return tuple(sorted(rows, key=lambda row: -row[1].median))

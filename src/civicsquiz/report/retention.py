"""Retention: how much was still known when it was asked again, over time and against what the model of
memory had foretold."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self

from civicsquiz.report.shares import NONE, Share

LIMITS = (0.0, 0.7, 0.8, 0.9, 1.0)
"""Where the bands of predicted recall begin and end; their lower limits belong to them."""

WEEKS = 26
"""A span of more weeks than this is told by months."""


@dataclass(frozen=True, slots=True)
class Recalled:
    """Some reviews: how many were remembered, and the mean recall that was predicted for those to
    which there was a prediction, None where there was none."""

    answers: Share
    predicted: float | None


@dataclass(frozen=True, slots=True)
class Period:
    """The reviews from one local day to another, both among them."""

    first: date
    last: date
    recalled: Recalled


@dataclass(frozen=True, slots=True)
class Band:
    """The reviews for which a recall from `low` to `high` was predicted."""

    low: float
    high: float
    recalled: Recalled


@dataclass(frozen=True, slots=True)
class Retention:
    """Reviews after an item's first. Periods without a review are left out; `by` says what they are.
    The bands say whether what is predicted comes true."""

    by: Literal["week", "month"]
    periods: tuple[Period, ...]
    bands: tuple[Band, ...]
    whole: Recalled


class _Tally:
    __slots__ = ("foretold", "n", "predicted", "right")

    def __init__(self) -> None:
        self.n = self.right = self.foretold = 0
        self.predicted = 0.0

    def add(self, *, remembered: bool, predicted: float | None) -> None:
        self.n += 1
        self.right += remembered
        if predicted is not None:
            self.foretold += 1
            self.predicted += predicted

    def __iadd__(self, other: _Tally) -> Self:
        self.n += other.n
        self.right += other.right
        self.foretold += other.foretold
        self.predicted += other.predicted
        return self

    @property
    def recalled(self) -> Recalled:
        mean = self.predicted / self.foretold if self.foretold else None
        return Recalled(Share(self.right, self.n), mean)


class Retaining:
    """Adds reviews up. It takes as much memory as there are days."""

    def __init__(self) -> None:
        self._days: dict[date, _Tally] = {}
        self._bands = [_Tally() for _ in LIMITS[1:]]

    def add(self, day: date, *, remembered: bool, predicted: float | None) -> None:
        """A review after the item's first. `remembered` says that it was not rated Again;
        `predicted` is from 0 to 1, None where nothing was predicted."""
        tally = self._days.get(day)
        if tally is None:
            tally = self._days[day] = _Tally()
        tally.add(remembered=remembered, predicted=predicted)
        if predicted is not None:
            at = sum(predicted >= limit for limit in LIMITS[1:-1])
            self._bands[at].add(remembered=remembered, predicted=predicted)

    def finish(self) -> Retention:
        days = sorted(self._days)
        weeks = (days[-1].toordinal() - days[0].toordinal()) // 7 + 1 if days else 0
        by: Literal["week", "month"] = "month" if weeks > WEEKS else "week"
        return Retention(
            by=by,
            periods=tuple(self._periods(days, by)),
            bands=tuple(
                Band(low, high, tally.recalled)
                for low, high, tally in zip(LIMITS, LIMITS[1:], self._bands, strict=False)
            ),
            whole=_sum(self._days.values()).recalled if days else Recalled(NONE, None),
        )

    def _periods(self, days: Iterable[date], by: Literal["week", "month"]) -> Iterable[Period]:
        found: dict[tuple[date, date], _Tally] = {}
        for day in days:
            span = _week(day) if by == "week" else _month(day)
            found.setdefault(span, _Tally())
            found[span] += self._days[day]
        return (Period(*span, tally.recalled) for span, tally in found.items())


def _sum(tallies: Iterable[_Tally]) -> _Tally:
    whole = _Tally()
    for tally in tallies:
        whole += tally
    return whole


def _week(day: date) -> tuple[date, date]:
    """Monday and Sunday; the first and the last week that there are may be shorter."""
    monday = max(1, day.toordinal() - day.weekday())
    sunday = min(date.max.toordinal(), day.toordinal() - day.weekday() + 6)
    return date.fromordinal(monday), date.fromordinal(sunday)


def _month(day: date) -> tuple[date, date]:
    first = day.replace(day=1)
    if (first.year, first.month) == (date.max.year, date.max.month):
        return first, date.max
    following = first.replace(year=first.year + first.month // 12, month=first.month % 12 + 1)
    return first, date.fromordinal(following.toordinal() - 1)

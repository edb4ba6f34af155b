"""When an item is to be asked again: FSRS-6, through the `fsrs` library, on local calendar days.

The library works on points of time and counts periods of 24 hours. A learner has days: what was
answered on Monday at 23:00 and again on Tuesday at 7:00 was answered a day apart. So the library is
told of noons (UTC) that lie as far apart as the local days do, and a due date is the local day of the
answer plus the days that it gives. Which noons they are has no bearing: only their distance counts.

Steps of minutes are left out (`learning_steps=()`, `relearning_steps=()`): asking again within a
session is for the session, and nobody is kept in a loop of minutes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from civicsquiz.record.cards import AGAIN, Card, Review, on_the_day
from civicsquiz.record.memory import DECAY, interval, recall
from civicsquiz.study.settings import ReviewSettings

if TYPE_CHECKING:
    import fsrs

_DEFAULTS = ReviewSettings()

_NOON = datetime(1, 1, 1, 12, tzinfo=UTC)
_MOST_ELAPSED = 3_600_000
"""Days, nearly ten thousand years: what is longer ago would leave the calendar of Python."""

_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))
"""From which to which day of an interval what share is added to the fuzz, on top of one day: the
`FUZZ_RANGES` of fsrs 6.3 and of Anki."""


class FsrsScheduler:
    """The `record.cards.Scheduler` in use. The library is loaded when a card is first advanced."""

    def __init__(self, settings: ReviewSettings = _DEFAULTS) -> None:
        self._settings = settings
        self._decay = settings.weights[20] if settings.weights else DECAY

    @cached_property
    def settings(self) -> str:
        """What due dates depend on beside the reviews, in one line."""
        of = self._settings
        told = ",".join(map(repr, of.weights)).encode()
        weights = hashlib.sha256(told).hexdigest()[:12] if told else "default"
        fuzz = "on" if of.fuzz else "off"
        return (
            f"fsrs-6 retention={of.retention!r} longest={of.longest_interval}"
            f" weights={weights} fuzz={fuzz}"
        )

    def advance(self, item: str, card: Card | None, review: Review) -> Card:
        """The card after one more review; of a new item where `card` is None.

        A review on an earlier day than the one before (the clock was set back) is one on the same
        day. Due dates end with the calendar, in the year 9999.

        Raises:
            ValueError: the rating is not from 1 to 4.
        """
        import fsrs

        now = _NOON
        if card is None:
            before = fsrs.Card(card_id=0, due=_NOON)  # without an id it would sleep to make one
        else:
            elapsed = min(max((review.day - card.last).days, 0), _MOST_ELAPSED)
            now = _NOON + timedelta(days=elapsed)
            before = fsrs.Card(
                card_id=0,
                state=fsrs.State.Review,
                stability=card.stability,
                difficulty=card.difficulty,
                due=_NOON,
                last_review=_NOON,
            )
        after, _ = self._library.review_card(before, fsrs.Rating(review.rating), now)
        if after.stability is None or after.difficulty is None:
            raise TypeError("fsrs gave a card that was reviewed no memory")
        reps = card.reps + 1 if card else 1
        days = (after.due - now).days
        if self._settings.fuzz:
            days = _fuzzed(days, self._settings.longest_interval, f"{item}\0{reps}")
        return Card(
            item=item,
            stability=after.stability,
            difficulty=after.difficulty,
            due=days_after(review.day, days),
            last=review.day,
            first=card.first if card else review.day,
            reps=reps,
            lapses=card.lapses + (review.rating == AGAIN) if card else 0,
            rating=review.rating,
        )

    def recall_on(self, card: Card, day: date) -> float:
        """The probability, from 0 to 1, that the item is recalled on a local day if nothing is
        answered until then; see also `record.cards.on_the_day`."""
        recalled = recall(card.stability, (day - card.last).days, decay=self._decay)
        return on_the_day(card, day, recalled)

    def interval(self, stability: float, retention: float | None = None) -> int:
        """The days from a review to the next, for a stability in days and without fuzz; at the
        retention that is set where none is given."""
        wanted = self._settings.retention if retention is None else retention
        longest = self._settings.longest_interval
        return interval(stability, wanted, decay=self._decay, longest=longest)

    @cached_property
    def _library(self) -> fsrs.Scheduler:
        import fsrs

        chosen = {"parameters": self._settings.weights} if self._settings.weights else {}
        return fsrs.Scheduler(
            **chosen,
            desired_retention=self._settings.retention,
            learning_steps=(),
            relearning_steps=(),
            maximum_interval=self._settings.longest_interval,
            enable_fuzzing=False,  # the library's is drawn anew each time; ours can be made again
        )


def check_weights(weights: Sequence[float]) -> None:
    """Let pass what FSRS-6 can work with: 21 weights, each within its bounds.

    Raises:
        ValueError: it cannot; the text says which weight is wrong.
    """
    import fsrs

    fsrs.Scheduler(parameters=tuple(weights))


def days_after(day: date, days: int) -> date:
    """The day so many days later, or the last that there is."""
    return date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def fuzz_range(days: int, longest: int) -> tuple[int, int]:
    """The shortest and the longest interval, in days, that fuzz may make of one; below 2.5 days it
    is left alone."""
    if days < 2.5:
        return days, days
    spread = 1.0 + sum(
        share * max(min(float(days), end) - start, 0.0) for start, end, share in _FUZZ
    )
    most = min(round(days + spread), longest)
    return min(max(2, round(days - spread)), most), most


def _fuzzed(days: int, longest: int, seed: str) -> int:
    """An interval within `fuzz_range`, the same for the same seed everywhere."""
    least, most = fuzz_range(days, longest)
    drawn = int.from_bytes(hashlib.sha256(seed.encode(errors="surrogatepass")).digest()[:8], "big")
    return least + drawn % (most - least + 1)

"""What tutor mode shows of a session: tries, hints, what they cost, and what is to be read first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civicsquiz.study.session.mode import Mode
from civicsquiz.study.session.outcome import Attempt
from civicsquiz.study.session.standing import Standing

if TYPE_CHECKING:
    from civicsquiz.study.coaching import Hint, Reading


class Coached(Standing):
    """A session with a coach beside it. In other modes than tutor each question has one try and no
    hints. Nothing here writes."""

    @property
    def tries(self) -> int:
        """How many tries the current question has in all."""
        return self._tries(self.question)

    @property
    def tries_left(self) -> int:
        """How many tries are left, at least one while the question is asked."""
        place = self._place
        return self._tutoring.left(place) if self._tutoring else int(not place.settled)

    @property
    def price(self) -> float:
        """What help would take off a right answer to the current question now, from 0 to 1: less than
        the penalty where less is left of the mark."""
        from civicsquiz.study.tries import left

        used = len(self._place.missed) + self._place.helps
        return left(1, used, self._penalty) - left(1, used + 1, self._penalty)

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The tries of the current question that were not right and left another."""
        return self._tutoring.attempts(self._place) if self._tutoring else ()

    @property
    def hints(self) -> tuple[Hint, ...]:
        """The hints that the current question has shown: one for each that was asked for, and one
        after each try that was not right."""
        if self.mode is not Mode.TUTOR or self._tutoring is None:
            return ()
        return self._tutoring.shown(self._place)

    @property
    def can_hint(self) -> bool:
        """Whether a hint can be asked for: it costs a try, and one has to be left."""
        if self.mode is not Mode.TUTOR or self._tutoring is None or self.reading:
            return False
        return not self.ended and self._tutoring.has_hint(self._place)

    @property
    def looked_up(self) -> bool:
        """Whether the current question has paid for that already."""
        return self._place.looked_up

    @property
    def can_look_up(self) -> bool:
        """Whether the sources can be searched for the answer."""
        return self.mode is Mode.TUTOR and self.asking and not self.reading and not self.ended

    @property
    def reading(self) -> Reading | None:
        """What is to be read before the current question is asked."""
        place = self._place
        return None if place.read or place.settled or self.ended else place.reading

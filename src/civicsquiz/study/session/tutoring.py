"""Tries and hints, by Moodle's rule for interactive questions with multiple tries: each hint that is
asked for and each look-up costs a try, and after a try that was not right the next hint comes for
nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from civicsquiz.record.events import Event, EventType
from civicsquiz.study.coaching import Coach, Hint
from civicsquiz.study.feedback import Explain
from civicsquiz.study.question import Question
from civicsquiz.study.session.course import Place
from civicsquiz.study.session.outcome import Attempt


class Tutoring:
    """What a coach says to the questions of one session; asked of it once for each question."""

    def __init__(self, coach: Coach, explain: Explain) -> None:
        self.coach = coach
        self._explain = explain
        self._tries: dict[tuple[str, str], int] = {}

    def tries(self, question: Question) -> int:
        """How many tries a question has in all."""
        key = question.ref, question.revision.hash
        if key not in self._tries:
            self._tries[key] = self.coach.tries(question)
        return self._tries[key]

    def left(self, place: Place) -> int:
        """How many tries are left: at least one while the question is asked, for a look-up never takes
        the last."""
        return 0 if place.settled else max(1, self.tries(place.question) - place.used)

    def shown(self, place: Place) -> tuple[Hint, ...]:
        """The hints that have been shown: those asked for, and one after each try that was not right
        and left another."""
        return self._shown(place)[0]

    def has_hint(self, place: Place) -> bool:
        """Whether a hint can be asked for: it costs a try, and one has to be left."""
        return not place.settled and self.left(place) > 1 and self._shown(place)[1] is not None

    def _shown(self, place: Place) -> tuple[tuple[Hint, ...], Hint | None]:
        """The hints that have been shown, and the next, going by what was tried before each."""
        shown: list[Hint] = []
        tried: set[str] = set()
        coming = self._next(place, shown, tried)
        for step in place.steps[:-1] if place.settled else place.steps:
            if step.type is EventType.ANSWERED:
                tried.update(step.response)
                coming = self._next(place, shown, tried)
            if coming is not None:
                shown.append(coming)
                coming = self._next(place, shown, tried)
        return tuple(shown), coming

    def _next(self, place: Place, shown: Sequence[Hint], tried: Collection[str]) -> Hint | None:
        """The weakest hint that has not been shown; one option is ruled out at most."""
        kinds = {hint.kind for hint in shown}
        for hint in self.coach.ladder(place.question, tried):
            if hint not in shown and not (hint.kind == "rule-out" and hint.kind in kinds):
                return hint
        return None

    def attempts(self, place: Place) -> tuple[Attempt, ...]:
        """The tries that were not right and left another."""
        return tuple(self._attempt(place.question, event) for event in place.missed)

    def _attempt(self, question: Question, event: Event) -> Attempt:
        feedback = self._explain(question, event.response)
        whys = tuple((one.text, self.coach.mask(question, one.why)) for one in feedback.chosen)
        return Attempt(event.response, event.mark or 0.0, whys, feedback.share)

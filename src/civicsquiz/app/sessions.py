"""The one builder: sessions, and what goes on with them, over the parts of the program."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from civicsquiz.app.elsewhere import UNFINISHED, Elsewhere
from civicsquiz.errors import CivicsquizError, UsageError

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.coaching import Coach
    from civicsquiz.study.feedback import Feedback
    from civicsquiz.study.question import Question
    from civicsquiz.study.session import Mode, Session
    from civicsquiz.study.session.log import Rate
    from civicsquiz.study.session.resuming import Resumed

_TIMES = 100
"""How many of the learner's latest times say what is usual."""

_BANKS = 30
"""In a library of up to so many banks a coach knows what is asked in all of them."""


class App(Elsewhere):
    """The program around one command. Tests replace what they must control; see `Parts`."""

    def session(
        self,
        questions: Sequence[Question],
        *,
        mode: Mode,
        seed: str,
        shelf: Shelf | None = None,
        title: str = "",
        certainty: bool | None = None,
        leeches: Collection[str] = (),
        resumed: Resumed | None = None,
        session_id: str = "",
    ) -> Session:
        """A session over `questions`, with feedback out of `shelf` (by default one for all the banks
        they are from). Whether `certainty` is asked for is by default as it is set. With `resumed` it
        goes on under its `session_id`. Where its banks are is remembered, if they were named by paths.

        Raises:
            RecordError, FileError: the record or the settings cannot be used.
        """
        from civicsquiz.study.session import Session

        known = shelf or self.shelf_of(questions)

        def explained(question: Question, response: tuple[str, ...]) -> Feedback:
            from civicsquiz.study.feedback import explain  # not before there is an answer

            return explain(question, response, known)

        session_id = session_id or self.new_uuid()
        self._remember(questions, session_id)
        return Session(
            tuple(questions),
            self.record,
            explained,
            mode=mode,
            seed=seed,
            session_id=session_id,
            title=title,
            certainty=self.settings.certainty.ask if certainty is None else certainty,
            rate=self._rate(),
            timer=self.timer,
            coach=self._coach(questions, known, seed) if mode == "tutor" or leeches else None,
            penalty=self.settings.tutor.penalty,
            leeches=leeches,
            past=resumed.past if resumed else (),
            written=resumed.written if resumed else 0,
        )

    def weakest_first(self, questions: Sequence[Question], seed: str) -> tuple[Question, ...]:
        """Questions in the order of a tutor: topics in turn, those the learner knows least first.

        Raises:
            RecordError: the record cannot be used.
        """
        from civicsquiz.study.reviewing.topics import tutor_order
        from civicsquiz.study.selection import question

        cards = {card.item: card for card in self.store.cards(self.learner.uuid)}
        items = [(one.bank, one.item) for one in questions]
        ordered = tutor_order(items, cards, self.today, seed)
        return tuple(question(*pair, seed) for pair in ordered)

    def _rate(self) -> Rate:
        """The rating of an answer by the rules that are set and the learner's usual time."""
        usual: list[float | None] = []

        def rate(*, question: Question, **answered: Any) -> int:
            from civicsquiz.study import rating

            rules = self.settings.rating
            if not usual:
                times = self.store.times(self.learner.uuid, _TIMES)
                usual.append(rating.usual_time(times, rules))
            return rating.rate(
                item_type=question.item.type, median=usual[0], rules=rules, **answered
            )

        return rate

    def _coach(self, questions: Sequence[Question], shelf: Shelf, seed: str) -> Coach:
        """Without a glossary fewer other names of an answer are known; hints there are all the same."""
        from civicsquiz.study.coaching.coach import SourceCoach

        try:
            terms = self.terms
        except CivicsquizError:
            terms = ()
        misses = self.settings.tutor.misses_before_reading
        banks = self.library.banks() if len(self.library.shown) <= _BANKS else ()
        usable = [bank for _, bank in banks if not isinstance(bank, CivicsquizError)]
        return SourceCoach(
            shelf, terms=terms, questions=questions, banks=usable, seed=seed, misses=misses
        )

    def resumable(self, bank: Bank | None = None) -> tuple[str, Resumed] | None:
        """The latest session that can go on, and what it goes on with; None where there is none. With
        `bank` of those over that bank alone that are no reviews.

        Raises:
            RecordError: the record cannot be used.
        """
        for session_id in self.store.unfinished(self.learner.uuid, UNFINISHED):
            if bank is not None and not self._is_over(session_id, bank):
                continue
            from civicsquiz.study.reviewing.typed import variants
            from civicsquiz.study.session.resuming import resumed

            events = tuple(self.store.events(session=session_id))
            try:
                found = resumed(events, self._at_hand_in(session_id, bank).find, variants)
            except UsageError:
                continue
            return session_id, found
        return None

    def resume(self, session_id: str, found: Resumed) -> Session:
        """The session that goes on; errors as for `session`."""
        return self.session(
            found.questions,
            mode=found.mode,
            seed=found.seed,
            title=found.title,
            certainty=found.certainty,
            leeches=found.leeches,
            resumed=found,
            session_id=session_id,
        )

    def can_go_on(self, bank: Bank) -> bool:
        """Whether a session over a bank that is left now can be gone on with in a later run."""
        if self.forgetful:
            return False
        known = any(entry.id == bank.id for entry in self.library.shown)
        return known or any(place.bank == bank.id for place in self._places())

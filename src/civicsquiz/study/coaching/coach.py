"""The coach that knows banks, sources and the glossary, and nothing of who answers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from civicsquiz.bank.items import Choice, FindEvidence
from civicsquiz.bank.models import Bank, Item, Role, Term
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching.denying import denial
from civicsquiz.study.coaching.detour import made, passage_question
from civicsquiz.study.coaching.ground import Beside, Ground
from civicsquiz.study.coaching.ladder import ladder_of
from civicsquiz.study.coaching.masking import Secrets, Span, mask
from civicsquiz.study.coaching.neighbours import Neighbours, spans_in
from civicsquiz.study.coaching.places import spots_of
from civicsquiz.study.coaching.secrets import (
    Names,
    acronyms,
    answers,
    names_in,
    secrets_of,
    secrets_of_neighbour,
    words_of_neighbour,
)
from civicsquiz.study.coaching.types import Detour, Hint, Reading
from civicsquiz.study.question import Question
from civicsquiz.study.tries import most

LEAST_LEFT = 0.5
"""A text of ours of which less can still be read is no help."""

MISSES = 2
"""Misses on one topic after which it is time to read."""


class SourceCoach:
    """Hints, tries and readings out of `shelf`.

    `terms` are the shared glossary's, `questions` those of the session: what answers another of them,
    or another item of a question's bank, is no hint either. `seed` arranges what is made here. After
    `misses` on one topic it is time to read, and again after as many more. What proves an item of any
    of `banks`, those that may be asked another day, is not shown as a wrong sentence to be found.
    Ladders are kept: a session asks for the same one again and again.
    """

    def __init__(
        self,
        shelf: Shelf,
        *,
        terms: Iterable[Term] = (),
        questions: Sequence[Question] = (),
        seed: str = "",
        misses: int = MISSES,
        banks: Iterable[Bank] = (),
    ) -> None:
        self.misses = max(1, misses)
        self._shelf = shelf
        self.terms = tuple(terms)
        self._asked = tuple(question.item for question in questions)
        self._seed = seed
        self._banks = tuple(banks)
        self._anywhere: tuple[Bank, Neighbours] | None = None
        self._ladders: dict[tuple[str, str, frozenset[str]], tuple[Hint, ...]] = {}
        self._names: dict[str, tuple[Bank, Names]] = {}
        self._neighbours: dict[str, tuple[Bank, Neighbours]] = {}

    def ladder(self, question: Question, tried: Collection[str] = ()) -> tuple[Hint, ...]:
        """The hints to a question, from the weakest to the strongest; there may be none. An option
        whose id is in `tried` is not ruled out once more."""
        wanted = question.ref, question.revision.hash, frozenset(tried)
        if wanted not in self._ladders:
            ground = replace(self._ground(question), tried=wanted[2])
            self._ladders[wanted] = ladder_of(ground)
        return self._ladders[wanted]

    def tries(self, question: Question) -> int:
        """How often a question may be tried: once more than there are hints, and at most once less
        than there are options, if it has any.

        One less than that where an option is ruled out so early that the last try would have the key
        alone: of four options or more, by the first hint. No item that comes with the program is such
        a one, for the place comes first.
        """
        ladder, item = self.ladder(question), question.item
        tries = most(len(ladder), len(item.options) or None)
        missed = next((at for at, one in enumerate(ladder, 1) if one.kind == "rule-out"), 0)
        wrong = len(item.options) - 1
        early = isinstance(item, (Choice, FindEvidence)) and missed and wrong - missed > 1
        return max(1, min(tries, wrong - 1)) if early and missed < tries else tries

    def mask(self, question: Question, text: str) -> str:
        """What a text of ours, a `why` of a wrong answer, denies, fit to be read while `question` is
        still open; empty where too little is left of it."""
        item = question.item
        whys = {option.why: option.text for option in getattr(item, "distractors", ())}
        whys |= {miss.why: miss.answer for miss in item.misses}
        masked = mask(denial(item, whys.get(text, ""), text).text, self._own(question))
        return "" if masked.left < LEAST_LEFT else masked.text

    def after(self, question: Question, missed_on_topic: int) -> Detour | None:
        """A passage to read, with a question on it where a fair one can be made; None where it is
        not the time, nothing proves the key, or the question was made here itself."""
        if missed_on_topic < 1 or missed_on_topic % self.misses or made(question.item):
            return None
        spots = spots_of(question.bank, question.item, self._shelf)
        if not spots:
            return None
        spot = next((spot for spot in spots if spot.placed), spots[0])
        others = self._of_all(question.bank).on
        asked = passage_question(question, spots, self._own(question), others, self._seed)
        return Detour(Reading(question, spot.evidence), asked)

    def _ground(self, question: Question) -> Ground:
        item, neighbours = question.item, self._of_bank(question)
        names = self._named(question.bank)

        def beside(text: str) -> Beside:
            found, spans = Secrets(), set[Span]()
            for other in neighbours.on(text, item):
                found |= secrets_of_neighbour(other, item, names)
                spans.update(spans_in(text, other, words_of_neighbour(other, item)))
            return Beside(found, tuple(sorted(spans)))

        return Ground(
            item,
            spots_of(question.bank, item, self._shelf),
            self._own(question),
            beside,
            spots_of(question.bank, item, self._shelf, Role.DIFFERS),
            candidates=spots_of(question.bank, item, self._shelf, Role.CANDIDATE),
            beyond=lambda text: any(
                answers(text, other, item, names) for other in neighbours.others(item)
            ),
        )

    def _own(self, question: Question) -> Secrets:
        spots = spots_of(question.bank, question.item, self._shelf)
        told = [spot.stretch.text if spot.stretch else spot.sentence for spot in spots]
        read = [group for text in told for group in acronyms(text)]
        return secrets_of(question.item, (*self._named(question.bank), *read))

    def _named(self, bank: Bank) -> Names:
        known = self._names.get(bank.id)
        if known is None or known[0] is not bank:
            known = self._names[bank.id] = bank, names_in(bank, self.terms)
        return known[1]

    def _of_bank(self, question: Question) -> Neighbours:
        """The items of the question's bank, and those of the session."""
        bank = question.bank
        known = self._neighbours.get(bank.id)
        if known is None or known[0] is not bank:
            items: dict[int, Item] = {id(item): item for item in (*bank.asked, *self._asked)}
            known = self._neighbours[bank.id] = bank, Neighbours(items.values())
        return known[1]

    def _of_all(self, bank: Bank) -> Neighbours:
        """The items of `bank`, of all other banks that are known, and those of the session."""
        known = self._anywhere
        if known is None or known[0] is not bank:
            every = (*bank.judged, *(item for one in self._banks for item in one.judged))
            items: dict[int, Item] = {id(item): item for item in (*every, *self._asked)}
            known = self._anywhere = bank, Neighbours(items.values())
        return known[1]

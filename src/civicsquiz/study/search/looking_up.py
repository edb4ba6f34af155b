"""Looking something up while its question is asked: its own passages may be found and read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from civicsquiz.study.question import Question
from civicsquiz.study.search.hidden import NOTHING, Hidden, hidden_for
from civicsquiz.study.search.hit import Hit, Kind
from civicsquiz.study.search.wording import words


@dataclass(frozen=True, slots=True)
class LookingUp(Hidden):
    """Built by `looking_up`. Questions are never found, nor is what answers the other open ones; `own`
    are the passages of the question that is looked up, which are, whatever else stands in them."""

    own: Hidden = NOTHING

    def hides(self, hit: Hit) -> bool:
        if hit.kind is Kind.ITEM:
            return True
        return not self.own.hides(hit) and Hidden.hides(self, hit)

    def shows_key(self, *texts: str) -> bool:
        return Hidden.shows_key(self, *texts) and not self._of_its_own(*texts)

    def _of_its_own(self, *texts: str) -> bool:
        """Whether a text has words in a row of one of its own passages."""
        for said in map(words, texts):
            for _, run in self.own.runs:
                starts = range(len(said) - len(run) + 1)
                if any(tuple(said[at : at + len(run)]) == run for at in starts):
                    return True
        return False


def looking_up(question: Question, still_open: Iterable[Question]) -> LookingUp:
    """What must not be shown to whoever looks `question` up while others are still open too."""
    others = hidden_for(one for one in still_open if one.ref != question.ref)
    own = hidden_for([question])
    no_keys = frozenset[str]()
    own = replace(own, keys=no_keys, signs=no_keys, ranges=frozenset())
    return LookingUp(
        others.items, others.runs, others.long_runs, others.keys, others.signs, others.ranges, own
    )

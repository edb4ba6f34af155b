"""Banks that are in no list: where the learner opened them by their paths, and what has become of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from civicsquiz import paths
from civicsquiz.app.parts import Parts
from civicsquiz.bank.library import Entry, Origin
from civicsquiz.errors import CivicsquizError, FileError, InvalidBank

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.record.places import Place, Places
    from civicsquiz.study.question import Question
    from civicsquiz.study.reviewing.at_hand import AtHand

UNFINISHED = 50
"""How many unfinished sessions are looked at."""


class Elsewhere(Parts):
    """The program with the banks that were opened before; see `Parts`."""

    @cached_property
    def places(self) -> Places:
        """Where the banks are that are not in the library and were opened by their paths."""
        from civicsquiz.record.places import Places

        return Places(paths.places_file(self.env))

    @cached_property
    def at_hand(self) -> AtHand:
        """The items of the library, and of banks opened before by their paths, by their refs; none is
        read yet."""
        from civicsquiz.study.reviewing.at_hand import AtHand

        return AtHand(self.library, self._elsewhere)

    def elsewhere(self) -> Iterator[Bank]:
        """The banks that the learner opened by their paths and the library has not, as they are at hand
        for a review: of each id the one opened last."""
        found = {entry.id for entry in self.library.shown}
        for place in self._places():
            bank = None if place.bank in found else self._bank_at(place)
            if bank is not None and bank.id not in found:
                found |= {bank.id, place.bank}
                yield bank

    def command_name(self, bank_id: str) -> str | None:
        """What a command calls the bank that goes by an id: that, or where it is in no list its path
        (as a shell takes it); None where it is not at hand."""
        import shlex

        if any(entry.id == bank_id for entry in self.library.shown):
            return bank_id
        places = (place for place in self._places() if place.bank == bank_id)
        found = next((place for place in places if self._bank_at(place)), None)
        return shlex.quote(str(found.path)) if found else None

    def lost(self) -> tuple[str, ...]:
        """A sentence for each bank that is in no list and no longer where it was opened, if a session is
        open in it or questions of it were answered.

        Raises:
            RecordError: the record cannot be read.
        """
        if not self._places():
            return ()
        open_ = {bank for session in self._unfinished() for bank in self._banks_in(session)[1]}
        begun = self.store.begun(self.learner.uuid)
        said = (
            self._lost(bank, in_session=bank in open_)
            for bank in dict.fromkeys(place.bank for place in self._places())
            if bank in open_ or bank in begun
        )
        return tuple(filter(None, said))

    def lost_session(self) -> str:
        """The sentence for the bank of the session that was left last, where that cannot go on because
        the bank is lost; empty where it can, or for another reason cannot."""
        for session in self._unfinished()[:1] if self._places() else ():
            for bank in self._banks_in(session)[1]:
                if said := self._lost(bank, in_session=True):
                    return said
        return ""

    def lost_bank(self, bank_id: str) -> str:
        """The sentence for one bank; empty where it is at hand, or was never opened by a path."""
        open_ = {bank for session in self._unfinished() for bank in self._banks_in(session)[1]}
        return self._lost(bank_id, in_session=bank_id in open_)

    def _lost(self, bank_id: str, *, in_session: bool) -> str:
        """What is said of a bank that is not at hand; empty where it is, or was never opened by a path."""
        if bank_id in self.at_hand.ids or self.at_hand.bank(bank_id) is not None:
            return ""
        places = [place for place in self._places() if place.bank == bank_id]
        if not places:
            return ""
        place = next((place for place in places if place.path.is_file()), places[0])
        which = "in which a session is open" if in_session else "of which you answered questions"
        return f"{place.path.name}, {which}, {_what_is_wrong(place, self._problem(place))}"

    def _problem(self, place: Place) -> CivicsquizError | None:
        try:
            self.library.load(Entry(place.bank, place.path, Origin.PATH))
        except (FileError, InvalidBank) as error:
            return error
        return None

    def _unfinished(self) -> tuple[str, ...]:
        return self.store.unfinished(self.learner.uuid, UNFINISHED)

    def _banks_in(self, session_id: str) -> tuple[str, tuple[str, ...]]:
        """The mode of a session, and the ids of its banks; none where its beginning is not as it should
        be."""
        from civicsquiz.record.events import EventType

        for event in self.store.events(session=session_id, types=(EventType.STARTED,)):
            queue = event.detail.get("queue")
            refs = [one[0] for one in queue if one] if isinstance(queue, list) else []
            return event.mode or "", tuple(
                dict.fromkeys(ref.partition("/")[0] for ref in refs if isinstance(ref, str))
            )
        return "", ()

    def _is_over(self, session_id: str, bank: Bank) -> bool:
        """Whether a session is one over this bank alone, and not a review, or one over another bank of
        the same id elsewhere."""
        names = {bank.id, *bank.formerly}
        mode, banks = self._banks_in(session_id)
        if mode == "review" or not banks or not names.issuperset(banks):
            return False
        opened = self._opened.get(id(bank))
        own = [one for one in self._places() if one.session == session_id and one.bank in names]
        if any(opened and one.path == opened[1] for one in own):
            return True
        return not any(self._bank_at(one) for one in own)

    def _elsewhere(self, bank_id: str) -> Bank | None:
        """The bank that goes or went by an id, where the learner opened it last by its path."""
        for place in self._places():
            if place.bank == bank_id and (bank := self._bank_at(place)):
                return bank
        return None

    def _bank_at(self, place: Place) -> Bank | None:
        """The bank at a place, if it is still the one."""
        try:
            bank = self.library.load(Entry(place.bank, place.path, Origin.PATH))
        except (FileError, InvalidBank):
            return None
        if place.bank not in (bank.id, *bank.formerly):
            return None
        self._opened[id(bank)] = bank, place.path
        return bank

    def _remember(self, questions: Sequence[Question], session_id: str) -> None:
        """Where the banks of a session are, of those that are not in the library."""
        if self.forgetful or not self._opened:
            return
        from civicsquiz.record.places import Place

        opened = (self._opened.get(id(question.bank)) for question in questions)
        learner = self.learner.uuid
        found = [Place(learner, one[0].id, one[1], session_id) for one in opened if one]
        if found:
            self.places.remember(*dict.fromkeys(found))

    def _at_hand_in(self, session_id: str, bank: Bank | None = None) -> AtHand:
        """What is at hand, with the banks of the session from where they were when it began, also
        where the library has others of the same ids; with `bank` that one before all."""
        own = [place for place in self._places() if place.session == session_id]
        banks = [found for place in own if (found := self._bank_at(place))]
        banks += [bank] if bank else []
        if not banks:
            return self.at_hand
        from civicsquiz.study.reviewing.at_hand import AtHand

        hand = AtHand(self.library, self._elsewhere)
        for found in banks:
            hand.take(found)
        return hand

    def _places(self) -> tuple[Place, ...]:
        """The learner's places, the newest first; none where there is no learner that was here before."""
        if self.forgetful and not self.has_copy:
            return ()
        return self.places.of(self.learner.uuid)


def _what_is_wrong(place: Place, error: CivicsquizError | None) -> str:
    """What has become of the file, and a way on."""
    go_on = "“civicsquiz resume PATH” goes on where it is now"
    if error is None:
        return f"is no longer at {place.path}, where another bank is: {go_on}."
    if isinstance(error, FileError) and not error.line:
        gone = error.problem == "is not there"
        told = f"is no longer at {place.path}" if gone else f"cannot be used: {place.path}"
        return f"{told}: {go_on}." if gone else f"{told} {error.problem}."
    line, problem = 0, str(error)
    if isinstance(error, FileError):
        line, problem = error.line, error.problem
    elif isinstance(error, InvalidBank) and error.findings:
        line, problem = error.findings[0].line, error.findings[0].message
    at = f"line {line}: " if line else ""
    return f"cannot be read: {at}{problem.rstrip('.')} ({place.path})."

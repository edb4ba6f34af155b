"""What the places of the line mode share: the session, the conversation, and the commands that work
wherever a question is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from civicsquiz.bank.models import Bank
from civicsquiz.errors import RecordError, ResponseError
from civicsquiz.plain import before, leaving, outcomes, pages, taking_back
from civicsquiz.plain.commands import Command
from civicsquiz.plain.helping import Place, help_for
from civicsquiz.plain.talk import Talk
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.glossary import Glossary, asked_texts, readable, shown_texts
from civicsquiz.study.opening import open_passage
from civicsquiz.study.session import Session

if TYPE_CHECKING:
    from civicsquiz.study.search import Hit

Look = Callable[[str], "Sequence[Hit]"]
"""Finds passages for some words, the best first."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is at hand besides the session: sources, words, whoever searches, the day, the command that
    goes on with a session that is left (empty where none does), and whether another session can be
    made out of some of the questions."""

    shelf: Shelf
    glossary: Callable[[Bank], Glossary]
    look: Look | None = None
    today: date | None = None
    goes_on: str = ""
    again: bool = False


class Desk:
    """A reader at a session. `told` says that what came of it has been said already, `failed` that
    what was done last could not be recorded, `asked_about` is what was typed last that could be
    something else than an answer."""

    def __init__(self, session: Session, talk: Talk, around: Surroundings) -> None:
        self.session = session
        self.talk = talk
        self.around = around
        self.place = Place.QUESTION
        self.told = False
        self.failed = False
        self.asked_about = ""
        self.priced: set[str] = set()
        """The refs of the questions at which it was said what looking up costs."""
        self._glossaries: dict[str, Glossary] = {}

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Do what is recorded; where that cannot be, say so in a line, and nothing has happened."""
        try:
            yield
        except RecordError as error:
            self.failed = True
            self.talk.say([str(error)])
        else:
            self.failed = False

    def show(self) -> None:
        """Say the current question with its feedback, or its tries and hints, if it has any; what is
        to be read first where there is something."""
        session = self.session
        if session.reading:
            from civicsquiz.plain import hints

            self.talk.say(hints.to_read(session.reading, self.around.shelf))
            return
        self.talk.say(pages.asked(session))
        if session.outcome:
            self.say_outcome()
            return
        if session.ended:
            self.talk.say(["", "It was not answered, and does not count.", ""])
            return
        if session.attempts or session.hints:
            self._say_tries()
        self.talk.say([*pages.how_sure(session), ""])

    def say_outcome(self) -> None:
        """Say what the answer to the current question led to."""
        if outcome := self.session.outcome:
            self.talk.say(outcomes.told(self.session, outcome, self.around.today))

    def _say_tries(self) -> None:
        from civicsquiz.plain import hints

        for tried in self.session.attempts:
            self.talk.say(hints.attempt(self.session.question, tried))
        for number, shown in enumerate(self.session.hints, 1):
            self.talk.say(hints.hint(number, shown))

    def go_to(self, typed: str) -> bool:
        """Go to the question of a number and show it; False where there is none."""
        try:
            self.session.go(int(typed[:9]) - 1)
        except ResponseError as error:
            self.talk.say([str(error)])
            return False
        self.show()
        return True

    def everywhere(self, command: Command | None, rest: str) -> bool:
        """Do what can be typed at any question; whether `command` was one of these.

        Raises:
            Ended: the reader leaves.
        """
        looks = self.place is Place.RESULTS
        if command is Command.HELP:
            can_look = self.around.look is not None
            self.talk.say(pages.manual(help_for(self.session, self.place, can_look=can_look)))
        elif command is Command.FLAG:
            self._flag()
        elif command is Command.BACK and not looks:
            self._back()
        elif command in (Command.UNDO, Command.REDO):
            taking_back.take_back(self, again=command is Command.REDO)
        elif command in (Command.QUIT, Command.LATER):
            leaving.leave(self)
        elif command is Command.GIVE_UP and not looks:
            leaving.give_up(self)
        elif command is Command.OPEN and self.session.outcome:
            self._open(rest)
        elif command is Command.PLAIN and self.session.outcome:
            self.talk.say(pages.in_plain_words(self.session.outcome.feedback))
        elif command is Command.WORDS:
            self._words()
        else:
            return False
        return True

    @property
    def glossary(self) -> Glossary:
        """The words of the current question's bank."""
        bank = self.session.question.bank
        if bank.id not in self._glossaries:
            self._glossaries[bank.id] = self.around.glossary(bank)
        return self._glossaries[bank.id]

    def read_first(self) -> None:
        """Say the bank's summary, with the words to know."""
        bank = self.session.question.bank
        known = (self.glossary.named(term.term) or term for term in bank.vocabulary)
        words = [(term.term, term.entry) for term in known if term.entry]
        if before.has_summary(self.session) and (bank.read_first or words):
            self.talk.say(before.summary(bank, words))
        elif len(before.banks_of(self.session)) > 1:
            self.talk.say(["There is a summary only where all questions are from one bank."])
        else:
            self.talk.say(["This bank has no summary."])

    def _words(self) -> None:
        """Say the entries of the words of civics on the page, but none that gives an answer away."""
        outcome, question = self.session.outcome, self.session.question
        if outcome:
            found = self.glossary.found_in(shown_texts(outcome))
        else:
            found = self.glossary.found_in(asked_texts(question))
        asked = None if outcome else question
        terms = readable(found, self.session.open_questions, asked)
        words = [(term.term, term.entry) for term in terms]
        told = self.glossary.problem or "No word here is in the glossary."
        self.talk.say(["", *before.entries(words), ""] if words else [told])

    def _back(self) -> None:
        if self.session.position:
            self.session.back()
            self.show()
        else:
            self.talk.say(["This is the first question."])

    def _flag(self) -> None:
        note = self.talk.ask("What is wrong here? One line; Enter alone flags nothing: ")
        if not note:
            self.talk.say(["Nothing was flagged."])
            return
        with self.recording():
            self.session.flag(note)
            self.talk.say(["Flagged. Thank you."])

    def _open(self, rest: str) -> None:
        outcome = self.session.outcome
        passages = outcome.feedback.passages if outcome else ()
        if not passages:
            self.talk.say(["This question has no passage."])
            return
        wanted = int(rest) if rest.isdecimal() and rest.isascii() and len(rest) < 4 else 1
        if not 1 <= wanted <= len(passages):
            several = f"There are passages 1 to {len(passages)}."
            self.talk.say([several if len(passages) > 1 else "There is one passage."])
            return
        bank, shelf = self.session.question.bank, self.around.shelf
        self.talk.say(pages.opened(open_passage(bank, passages[wanted - 1], shelf)))
        if len(passages) > 1:
            other = wanted % len(passages) + 1
            self.talk.say([f"Passage {wanted} of {len(passages)}: type o {other} for another."])

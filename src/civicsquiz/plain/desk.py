"""What the places of the line mode share: the session, the conversation, and the commands that work
wherever a question is looked at."""

from __future__ import annotations

from civicsquiz.errors import ResponseError
from civicsquiz.plain import before, pages
from civicsquiz.plain.commands import Command, Place, help_for, read_command
from civicsquiz.plain.talk import Ended, Talk
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.glossary import Glossary, asked_texts, readable, shown_texts
from civicsquiz.study.opening import open_passage
from civicsquiz.study.session import Mode, Session


class Desk:
    """A reader at a session. `told` says that what came of it has been said already, `asked_about`
    is what was typed last that could be a command or an answer."""

    def __init__(self, session: Session, talk: Talk, shelf: Shelf, glossary: Glossary) -> None:
        self.session = session
        self.talk = talk
        self.place = Place.QUESTION
        self.told = False
        self.asked_about = ""
        self.glossary = glossary
        self._shelf = shelf

    def show(self) -> None:
        """Say the current question, with its feedback if it has any."""
        self.talk.say(pages.asked(self.session))
        outcome = self.session.outcome
        self.talk.say(pages.feedback(outcome.feedback) if outcome else [""])

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
        if command is Command.HELP:
            self.talk.say(pages.manual(help_for(self.session, self.place)))
        elif command is Command.FLAG:
            self._flag()
        elif command is Command.BACK and self.place is not Place.RESULTS:
            self._back()
        elif command is Command.QUIT:
            self._quit()
        elif command is Command.OPEN and self.session.outcome:
            self._open(rest)
        elif command is Command.PLAIN and self.session.outcome:
            self.talk.say(pages.in_plain_words(self.session.outcome.feedback))
        elif command is Command.WORDS:
            self._words()
        else:
            return False
        return True

    def read_first(self) -> None:
        """Say the bank's summary, with the words to know."""
        bank = self.session.question.bank
        known = (self.glossary.named(term.term) or term for term in bank.vocabulary)
        words = [(term.term, term.entry) for term in known if term.entry]
        if bank.read_first or words:
            self.talk.say(before.summary(bank, words))
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

    def _quit(self) -> None:
        session = self.session
        if session.mode is Mode.TEST and session.answered and not session.submitted:
            self.talk.say([pages.farewell(session)])
            typed = self.talk.ask("Type q again to leave all the same, Enter to stay: ")
            if read_command(typed)[0] is not Command.QUIT:
                return
            self.told = True
        raise Ended

    def _flag(self) -> None:
        note = self.talk.ask("What is wrong here? One line; Enter alone flags nothing: ")
        if note:
            self.session.flag(note)
            self.talk.say(["Flagged. Thank you."])
        else:
            self.talk.say(["Nothing was flagged."])

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
        found = open_passage(self.session.question.bank, passages[wanted - 1], self._shelf)
        self.talk.say(pages.opened(found))
        if len(passages) > 1:
            other = wanted % len(passages) + 1
            self.talk.say([f"Passage {wanted} of {len(passages)}: type o {other} for another."])

"""The words to know in what is shown, and those whose entries would give an answer away. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from civicsquiz.bank.models import Term
from civicsquiz.source.selector import fold
from civicsquiz.study.question import Question

if TYPE_CHECKING:
    from civicsquiz.study.session import Outcome

_WORD = re.compile(r"[^\W_]+(?:[.,'-][^\W_]+)*")
_LITTLE = frozenset("a an and as at by for from in is it its of on or that the to was were".split())


class Glossary:
    """Terms in the order of the alphabet: those that all banks share, and `own`, a bank's, which
    count before them. `problem` says in a sentence why the shared ones are not there."""

    def __init__(
        self, shared: Iterable[Term], own: Iterable[Term] = (), *, problem: str = ""
    ) -> None:
        terms: dict[str, Term] = {}
        for term in (*(term for term in own if term.entry), *shared):
            terms.setdefault(term.term.casefold(), term)
        self.terms = tuple(sorted(terms.values(), key=lambda term: term.term.casefold()))
        self.problem = problem
        self._forms: dict[str, list[tuple[list[str], Term]]] = defaultdict(list)
        for term in terms.values():
            for form in (term.term, *term.also):
                if words := _words(form):
                    self._forms[words[0]].append((words, term))
        for forms in self._forms.values():
            forms.sort(key=lambda pair: -len(pair[0]))
        self._found: tuple[tuple[str, ...], tuple[Term, ...]] = ((), ())

    def named(self, name: str) -> Term | None:
        """The term of this name, whatever its case."""
        return next((term for term in self.terms if term.term.casefold() == name.casefold()), None)

    def found_in(self, texts: Sequence[str]) -> tuple[Term, ...]:
        """The terms that stand in `texts`, in the order in which they are met there.

        A term is met as whole words in any of its forms, upper or lower case; where one form is
        part of another, the longer one counts.
        """
        wanted = tuple(texts)
        if self._found[0] != wanted:  # the keys below a page ask for the same again and again
            met = (term for text in wanted for term in self._met(_words(text)))
            self._found = wanted, tuple(dict.fromkeys(met))
        return self._found[1]

    def _met(self, words: list[str]) -> Iterator[Term]:
        at = 0
        while at < len(words):
            for form, term in self._forms.get(words[at], ()):
                if words[at : at + len(form)] == form:
                    yield term
                    at += len(form) - 1
                    break
            at += 1


def readable(
    terms: Iterable[Term], still_open: Iterable[Question], asked: Question | None = None
) -> tuple[Term, ...]:
    """The terms whose entries can be read while questions are open.

    An entry is withheld that shows the key of an open question. Of the one that is `asked`, an entry
    is withheld that has all words of any option: what is left out would point to the key.
    """
    from civicsquiz.study.search.hidden import hidden_for

    hidden = hidden_for(still_open)
    options = asked.options if asked is not None and asked.item.type != "true-false" else ()
    offered = [_telling(option.text) for option in options]
    return tuple(
        term
        for term in terms
        for text in (" ".join((term.term, *term.also, term.entry)),)
        if not hidden.shows_key(text) and not any(words <= _telling(text) for words in offered)
    )


def asked_texts(question: Question) -> tuple[str, ...]:
    """What is shown while a question is asked."""
    offered = (*question.prompts, *question.options)
    return (question.item.stem, *(option.text for option in offered))


def shown_texts(outcome: Outcome) -> tuple[str, ...]:
    """What is shown after an answer."""
    told = outcome.feedback
    texts = [*asked_texts(outcome.question)]
    for chosen in (*told.chosen, *told.answer):
        texts += [chosen.text, chosen.why]
    for part in told.parts:
        texts += [part.text, part.answer, part.why]
    texts += [told.rationale, told.because]
    for quoted in told.passages:
        texts += [quoted.text, quoted.plain]
    texts += [told.background, *(option.why for option in outcome.question.options)]
    return tuple(text for text in texts if text)


def _words(text: str) -> list[str]:
    return [word.removesuffix("'s") for word in _WORD.findall(fold(text).casefold())]


def _telling(text: str) -> frozenset[str]:
    """The words of a text that say something, without their plural -s; all where none does."""
    words = _words(text)
    telling = [word for word in words if word not in _LITTLE] or words
    return frozenset(word.removesuffix("s") if len(word) > 3 else word for word in telling)

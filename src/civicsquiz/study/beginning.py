"""What comes before the first question: a text to read, words to know, and a content note. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from civicsquiz.bank.models import Bank, Content, Term
from civicsquiz.study.question import Question

if TYPE_CHECKING:
    from civicsquiz.study.glossary import Glossary

_NOTED = {
    Content.TORTURE: "torture",
    Content.DEATHS: "deaths",
    Content.FAMILY_TIES: "families kept apart",
}


def has_beginning(bank: Bank, questions: Sequence[Question]) -> bool:
    """Whether there is anything to be read before these questions."""
    return bool(bank.read_first or bank.vocabulary or contents(questions))


def paragraphs(bank: Bank) -> tuple[str, ...]:
    """What the bank gives to read first, line ends within a paragraph as spaces."""
    parts = (bank.read_first or "").split("\n\n")
    return tuple(" ".join(part.split()) for part in parts if part.strip())


def words_to_know(bank: Bank, glossary: Glossary) -> tuple[Term, ...]:
    """The bank's words in its order, with the entries of `glossary`; one that it does not have is
    left without."""
    return tuple(glossary.named(word.term) or word for word in bank.vocabulary)


def contents(questions: Sequence[Question]) -> Counter[Content]:
    """How many questions a content note names each thing for, in the order of `Content`."""
    found = Counter(content for question in questions for content in question.item.content)
    return Counter({content: found[content] for content in Content if found[content]})


def noted(questions: Sequence[Question]) -> tuple[Question, ...]:
    """Those that have a content note."""
    return tuple(question for question in questions if question.item.content)


def content_note(questions: Sequence[Question]) -> str:
    """What the questions speak of that somebody may wish to leave out, in a sentence; empty where
    there is nothing of it."""
    told = [f"{count} of {_NOTED[content]}" for content, count in contents(questions).items()]
    if not told:
        return ""
    count, said = told[0].split(" ", 1)
    told[0] = f"{count} question{' speaks' if count == '1' else 's speak'} {said}"
    return f"{', '.join(told[:-1])} and {told[-1]}." if len(told) > 1 else f"{told[0]}."

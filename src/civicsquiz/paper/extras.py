"""What a worksheet may have around its questions: the summary to read first, and the discussion."""

from __future__ import annotations

from dataclasses import dataclass

from civicsquiz.bank.models import Discussion
from civicsquiz.errors import UsageError
from civicsquiz.paper.versions import Sheet
from civicsquiz.study.glossary import Glossary, readable


@dataclass(frozen=True, slots=True)
class Extras:
    """What was asked for; nothing by default. `read_first` are paragraphs, `words` words to know with
    their entries."""

    read_first: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    discussion: Discussion | None = None


def extras_of(sheet: Sheet, glossary: Glossary, *, read_first: bool, discussion: bool) -> Extras:
    """The extras that are wanted. Words whose entries would answer a question on the sheet stay
    away: unlike on a screen, they are still there when it is asked.

    Raises:
        UsageError: the bank has none.
    """
    bank = sheet.bank
    if read_first and not (bank.read_first or bank.vocabulary):
        raise UsageError(f"“{bank.id}” has no summary to read first: leave out --read-first")
    if discussion and bank.discussion is None:
        raise UsageError(f"“{bank.id}” has no discussion question: leave out --discussion")
    summary = (bank.read_first or "") if read_first else ""
    named = [glossary.named(term.term) for term in bank.vocabulary if read_first]
    terms = readable([term for term in named if term and term.entry], sheet.questions)
    return Extras(
        tuple(" ".join(part.split()) for part in summary.split("\n\n") if part.strip()),
        tuple((term.term, term.entry) for term in terms),
        bank.discussion if discussion else None,
    )

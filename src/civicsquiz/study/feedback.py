"""Feedback: everything that is shown after an answer, as plain data for screens and lines alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from civicsquiz.bank.items import Number
from civicsquiz.bank.models import Accuracy, Item, Stance
from civicsquiz.source.dates import in_words
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.answering.typing import known_miss, slipped
from civicsquiz.study.grading import Verdict, grade, verdict
from civicsquiz.study.marking import IN_ORDER, Part, parts_of, share_of
from civicsquiz.study.passages import Quoted, passages_of
from civicsquiz.study.question import Question

__all__ = ["Chosen", "Feedback", "Part", "Quoted", "explain"]

_ACCURACY = {
    Accuracy.SOUND: "the source has this right",
    Accuracy.LOOSE: "the source puts this loosely",
    Accuracy.OUTDATED: "the source is out of date on this",
    Accuracy.CONTESTED: "whether this is so is contested",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option with the number it was shown with, why it is wrong (if it is) and whether it is
    right. What was typed, or should have been, has the number 0."""

    number: int
    text: str
    why: str
    right: bool


LAW = "a primary source of law"
"""How the law holds what it says: it is no report."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What an answer led to, in the order in which it is shown. Texts that there are not are empty.

    `answered` is whether anything was. An answer that is one is in `chosen` and the right one in
    `answer`; one of several parts is in `parts`, with `share` to say how much was right, and
    `heading` what the parts are where that needs saying. `stance`, `accuracy` and `as_of` are words
    that follow a citation ("stated as fact", "a primary source of law", "the source puts the law loosely", "as of February 2025").
    """

    verdict: Verdict
    answered: bool
    chosen: tuple[Chosen, ...]
    answer: tuple[Chosen, ...]
    parts: tuple[Part, ...]
    share: str
    heading: str
    rationale: str
    because: str
    passages: tuple[Quoted, ...]
    stance: str
    accuracy: str
    as_of: str
    background: str


Explain = Callable[[Question, tuple[str, ...]], Feedback]
"""`explain`, with the sources to hand."""


def explain(question: Question, response: tuple[str, ...], shelf: Shelf) -> Feedback:
    """The feedback on a response, with the passages as `shelf` has them.

    A source that is not at hand, or does not hold a quotation, is no error: the passage says so.
    """
    item = question.item
    mark = grade(item, response)
    parts = parts_of(question, response)
    law = question.bank.rests_on_law(item)
    return Feedback(
        verdict=verdict(mark),
        answered=bool(response),
        chosen=() if parts else _chosen(question, response, right=mark >= 1),
        answer=() if parts else _chosen(question, item.key_response, right=True),
        parts=parts,
        share=share_of(question, response) if response else "",
        heading=IN_ORDER if item.type == "order" and response and mark < 1 else "",
        rationale=item.rationale,
        because=item.because or "",
        passages=passages_of(question, shelf),
        stance=LAW if law and item.stance is Stance.FACT else _stance(item),
        accuracy=_ACCURACY[item.accuracy] if item.accuracy else "",
        as_of=f"{'the law ' if law else ''}as of {in_words(item.as_of)}" if item.as_of else "",
        background=item.background or "",
    )


def _chosen(question: Question, response: tuple[str, ...], *, right: bool) -> tuple[Chosen, ...]:
    item = question.item
    if item.options:
        return tuple(
            Chosen(question.number(name), option.text, option.why, right)
            for name in response
            for option in (question.option(name),)
        )
    return tuple(
        Chosen(0, _typed(item, text), "" if right else _why(item, response), right)
        for text in response
    )


def _typed(item: Item, text: str) -> str:
    """What was typed, as it is read: a number with its unit."""
    if isinstance(item, Number):
        return item.measured(Decimal(text))
    return text


def _why(item: Item, response: tuple[str, ...]) -> str:
    """Why what was typed is wrong, where that is known."""
    if miss := known_miss(item, response):
        return miss.why
    return "Nearly: look at the spelling." if slipped(item, response) else ""


def _stance(item: Item) -> str:
    """How the source holds the claim, in words that name the holder where it is not a fact."""
    holder = item.holder.name if item.holder else ""
    match item.stance:
        case Stance.FACT:
            return "stated as fact"
        case Stance.ATTRIBUTED:
            return f"according to {holder}" if holder else "according to somebody"
        case Stance.OPINION:
            return f"argued by {holder}" if holder else "argued by the author"
        case Stance.DISPUTED:
            return f"according to {holder}; the sources differ" if holder else "the sources differ"

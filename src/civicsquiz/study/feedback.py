"""Feedback: everything that is shown after an answer, as plain data for screens and lines alike."""

from __future__ import annotations

from dataclasses import dataclass

from civicsquiz.bank.models import Accuracy, Item, Stance
from civicsquiz.source.card import in_words
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.grading import Verdict, grade, verdict
from civicsquiz.study.passages import Quoted, passages_of
from civicsquiz.study.question import Question

__all__ = ["Chosen", "Feedback", "Quoted", "explain"]

_ACCURACY = {
    Accuracy.SOUND: "the source has this right",
    Accuracy.LOOSE: "the source puts this loosely",
    Accuracy.OUTDATED: "the source is out of date on this",
    Accuracy.CONTESTED: "whether this is so is contested",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """An option with the number it was shown with, why it is wrong (if it is) and whether it is."""

    number: int
    text: str
    why: str
    right: bool


@dataclass(frozen=True, slots=True)
class Feedback:
    """What an answer led to, in the order in which it is shown. Texts that there are not are empty.

    `chosen` is empty where nothing was answered. `stance`, `accuracy` and `as_of` are words that
    follow a citation ("stated as fact", "the source puts the law loosely", "as of February 2025").
    """

    verdict: Verdict
    chosen: tuple[Chosen, ...]
    answer: tuple[Chosen, ...]
    rationale: str
    because: str
    passages: tuple[Quoted, ...]
    stance: str
    accuracy: str
    as_of: str
    background: str


def explain(question: Question, response_ids: tuple[str, ...], shelf: Shelf) -> Feedback:
    """The feedback on a response, with the passages as `shelf` has them.

    A source that is not at hand, or does not hold a quotation, is no error: the passage says so.
    """
    item = question.item
    return Feedback(
        verdict=verdict(grade(item, response_ids)),
        chosen=_options(question, response_ids),
        answer=_options(question, item.key_ids),
        rationale=item.rationale,
        because=item.because or "",
        passages=passages_of(question, shelf),
        stance=_stance(item),
        accuracy=_ACCURACY[item.accuracy] if item.accuracy else "",
        as_of=f"as of {in_words(item.as_of)}" if item.as_of else "",
        background=item.background or "",
    )


def _options(question: Question, ids: tuple[str, ...]) -> tuple[Chosen, ...]:
    return tuple(
        Chosen(number, option.text, option.why, option.id in question.item.key_ids)
        for number, option in enumerate(question.options, 1)
        if option.id in ids
    )


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

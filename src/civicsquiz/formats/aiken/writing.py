"""Choices as Aiken; it has a text, answers and the right one, and nothing else."""

from __future__ import annotations

import string

from civicsquiz.bank.models import option_id
from civicsquiz.formats.aiken.reading import ANSWER, CHOICE
from civicsquiz.formats.gift import naming
from civicsquiz.formats.gift.carrying import Carrier, LeftOut
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection, Form, Kind, Portable, Text

_NOWHERE = {
    "id": "Aiken has no ids",
    "topic": "Aiken has no categories",
    "tags": "Aiken has no tags",
    "rationale": "the passages, their citations, why the key is right and whose claim it is stay behind: Aiken has"
    " no feedback",
    "why": "Aiken has no feedback to an answer",
    "feedback": "Aiken has no feedback",
    "hints": "Aiken has no hints",
    "points": "Aiken has no points",
}


def write(collection: Collection) -> tuple[bytes, tuple[Loss, ...]]:
    """The file, in UTF-8, and what of the questions it does not carry: all that is not a choice with
    one right answer, and of a choice all but its text and its answers."""
    said = {
        "title": collection.title,
        "description": collection.description,
        "language": collection.language,
    }
    losses = [Loss("", key, f"Aiken has no {key}") for key, text in said.items() if text]
    blocks = []
    for question in collection.questions:
        item = question.id or question.name or question.place
        carrier = Carrier(item)
        try:
            blocks.append(_block(question, carrier))
        except LeftOut as error:
            losses.append(Loss(item, "", f"left out: {error}"))
        else:
            losses += carrier.losses
    return "\n".join(blocks).encode(), tuple(losses)


def _block(question: Portable, carrier: Carrier) -> str:
    if question.kind is not Kind.CHOICE:
        raise LeftOut(f"Aiken has choices only, and this is of type {question.kind.value}")
    right = [at for at, answer in enumerate(question.answers) if answer.fraction == 1]
    if len(right) != 1:
        raise LeftOut("Aiken has exactly one right answer")
    if not 2 <= len(question.answers) <= len(string.ascii_uppercase):
        raise LeftOut("Aiken has from 2 to 26 answers")
    stem = _line(question.stem, "stem", carrier)
    if len(stem.encode()) < 2 or CHOICE.match(stem) or stem.startswith(ANSWER):
        raise LeftOut(f"Aiken does not take “{stem[:20]}” for the beginning of a question")
    texts = []
    for at, answer in enumerate(question.answers):
        text = _line(answer.text, "key" if at == right[0] else "distractors", carrier)
        if not text:
            raise LeftOut("one of its answers has no text")
        texts.append(text)
    _missing(question, stem, carrier)
    letters = string.ascii_uppercase
    answers = [f"{letter}) {text}" for letter, text in zip(letters, texts, strict=False)]
    return "\n".join((stem, *answers, f"{ANSWER} {letters[right[0]]}", ""))


def _line(text: Text, field: str, carrier: Carrier) -> str:
    """A text in one line, as Aiken has it."""
    if text.form is not Form.PLAIN:
        carrier.lose(field, "Aiken has no markup: it was written as it is")
    value = carrier.fit(text.value, field)
    if "\n" in value:
        carrier.lose(field, "Aiken has no line breaks: they became spaces")
        value = " ".join(value.split("\n"))
    return value


def _missing(question: Portable, stem: str, carrier: Carrier) -> None:
    had = {
        "id": question.id,
        "topic": question.category,
        "tags": question.tags,
        "rationale": question.general,
        "why": any(answer.feedback for answer in question.answers),
        "feedback": question.right or question.partly or question.wrong,
        "hints": question.hints,
        "points": question.points is not None,
    }
    for field, told in _NOWHERE.items():
        if had[field]:
            carrier.lose(field, told)
    if any(answer.id not in ("", option_id(answer.text.value)) for answer in question.answers):
        carrier.lose("id", "Aiken has no ids of answers")
    if question.name != naming.called(stem):
        carrier.lose("name", "Aiken has no names: Moodle calls it by the beginning of its text")
    if any(answer.fraction not in (0, 1) for answer in question.answers):
        carrier.lose("distractors", "Aiken has no shares of the mark: only the right answer has it")

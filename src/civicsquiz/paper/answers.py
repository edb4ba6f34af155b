"""What the key says of each question, in the labels of its version's worksheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from civicsquiz.bank.items import PAIR, Number, Short, digits
from civicsquiz.paper.forms import Row, form_of, lettered
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.feedback import Feedback, explain
from civicsquiz.study.question import Question


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong answer with its label (empty where it has none) and why it is wrong."""

    label: str
    text: str
    why: str

    @property
    def colon(self) -> str:
        """What stands between the text and the reason: nothing after a whole sentence."""
        return ":" if self.why and self.text.rstrip("”’\"')")[-1:] not in (".", "!", "?") else ""


@dataclass(frozen=True, slots=True)
class Solution:
    """`brief` is what a right answer looks like on the sheet ("B", "1C 2A"); `answer` has it in
    full, a line for each part, label first; `also` what else is right, in a sentence."""

    question: Question
    brief: str
    answer: tuple[tuple[str, str], ...]
    also: str
    wrong: tuple[Wrong, ...]
    told: Feedback


def solution(question: Question, shelf: Shelf) -> Solution:
    """The solution of a question, with the passages as `shelf` has them."""
    answer = tuple(_answer(question))
    return Solution(
        question,
        _brief(question, answer),
        answer,
        _also(question),
        tuple(_wrong(question)),
        explain(question, question.item.key_response, shelf),
    )


def _answer(question: Question) -> Iterator[tuple[str, str]]:
    item, form = question.item, form_of(question)
    if item.type == "match":
        wanted = dict(pair.split(PAIR) for pair in item.key_response)
        for row, prompt in zip(form.rows, question.prompts, strict=True):
            right = wanted[prompt.id]
            letter = lettered(question.number(right))
            yield f"{row.label}{letter}", f"{prompt.text}: {question.option(right).text}"
    elif item.type == "order":
        for place, name in enumerate(item.key_response, 1):
            yield str(place), question.option(name).text
    elif form.line:
        yield "", item.key_text
    else:
        yield from ((row.label, row.text) for row, right in _marked(question) if right)


def _marked(question: Question) -> Iterator[tuple[Row, bool]]:
    """The rows of the options, and whether each is right."""
    form = form_of(question)
    for row, option in zip(form.choices or form.rows, question.options, strict=True):
        yield row, option.id in question.item.key_ids


def _brief(question: Question, answer: tuple[tuple[str, str], ...]) -> str:
    if question.item.type == "order":  # as the blanks read, from the top
        key = question.item.key_response
        return " ".join(str(key.index(option.id) + 1) for option in question.options)
    return " ".join(label or text for label, text in answer)


def _also(question: Question) -> str:
    item = question.item
    if isinstance(item, Short) and item.accept:
        return f"Also right: {'; '.join(item.accept)}."
    if isinstance(item, Number) and item.least < item.most:
        return f"Right from {digits(item.least)} to {digits(item.most)}."
    if item.type == "order":
        return f"The blanks, from the top: {_brief(question, ())}."
    return ""


def _wrong(question: Question) -> Iterator[Wrong]:
    item = question.item
    for miss in item.misses:
        yield Wrong("", miss.answer, miss.why)
    if not question.options or item.type == "order":
        return
    for option, (row, right) in zip(question.options, _marked(question), strict=True):
        if not right:
            yield Wrong(row.label, row.text, option.why)

"""Answers with several parts, marked one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from civicsquiz.bank.items import PAIR
from civicsquiz.study.answering.pairing import letter
from civicsquiz.study.question import Question

IN_ORDER = "The right order. What counts is which comes straight after which."
"""What the entries of an order stand under, where not all are right."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an answer: an option chosen or to be chosen, a prompt with what belongs to it, an
    entry at its place.

    `number` is what it was shown with; of an entry it is its right place. `answer` is what belongs
    to a prompt, `said` in a sentence what was answered instead; each may be empty. An entry is
    `right` where it was put at its place; the mark of an order goes by which follows which.
    """

    number: str
    text: str
    right: bool
    answer: str = ""
    said: str = ""
    why: str = ""


def parts_of(question: Question, response: tuple[str, ...]) -> tuple[Part, ...]:
    """The parts of a response, in the order in which they are to be read; none for types whose
    answer is one."""
    match question.item.type:
        case "multiple":
            return tuple(_several(question, response))
        case "match":
            return tuple(_pairs(question, response))
        case "order":
            return tuple(_entries(question, response))
        case _:
            return ()


def share_of(question: Question, response: tuple[str, ...]) -> str:
    """How much of it was right, in words: "2 of 4 pairs". Empty where the answer is one."""
    item = question.item
    chosen, wanted = set(response), set(item.key_response)
    match item.type:
        case "multiple":
            wrong = len(chosen - wanted)
            less = f", less {wrong} wrong" if wrong else ""
            return f"{len(chosen & wanted)} of {len(wanted)}{less}"
        case "match":
            return f"{len(chosen & wanted)} of {len(wanted)} pairs"
        case "order":
            steps = set(pairwise(item.key_response))
            right = len(steps & set(pairwise(response)))
            return f"{right} of {len(steps)} steps from one to the next"
        case _:
            return ""


def _several(question: Question, response: tuple[str, ...]) -> Iterator[Part]:
    for number, option in enumerate(question.options, 1):
        key, chosen = option.id in question.item.key_ids, option.id in response
        if key or chosen:
            said = "" if chosen else "You did not choose it."
            why = "" if key else option.why
            yield Part(str(number), option.text, key and chosen, said=said, why=why)


def _pairs(question: Question, response: tuple[str, ...]) -> Iterator[Part]:
    said = dict(pair.split(PAIR) for pair in response)
    wanted = dict(pair.split(PAIR) for pair in question.item.key_response)
    for number, prompt in enumerate(question.prompts, 1):
        given = said.get(prompt.id, "")
        right = given == wanted[prompt.id]
        option = question.option(given) if given else None
        told = f"You chose {_lettered(question, given)}" if option and not right else ""
        why = option.why if option and not right else ""
        answer = _lettered(question, wanted[prompt.id])
        yield Part(str(number), prompt.text, right, answer, told, why)


def _lettered(question: Question, option_id: str) -> str:
    return f"{letter(question.number(option_id))}  {question.option(option_id).text}"


def _entries(question: Question, response: tuple[str, ...]) -> Iterator[Part]:
    for place, name in enumerate(question.item.key_response, 1):
        put = response.index(name) + 1 if name in response else 0
        said = f"You put it {ordinal(put)}." if put not in (0, place) else ""
        yield Part(str(place), question.option(name).text, put == place, said=said)


def ordinal(number: int) -> str:
    """A place, from 1 to 10, as it is said: "2nd"."""
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number, 'th') }"

"""How each type of item is answered on paper: what there is to circle, to tick and to fill in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from string import ascii_uppercase

from civicsquiz.bank.items import FindEvidence, Number
from civicsquiz.study.question import Question


class Lead(Enum):
    """What stands in front of a row, to be written on."""

    NOTHING = 0
    BOX = 1
    BLANK = 2


@dataclass(frozen=True, slots=True)
class Row:
    """An option or a prompt, with the label by which the key calls it (empty where it has none).
    `aside` says of a sentence which source it is from."""

    lead: Lead
    label: str
    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """`rows` stand under each other; what they are to be matched with, `choices`, beside them. With
    a `line` there is a line to write on, and `unit` behind it."""

    instruction: str
    rows: tuple[Row, ...] = ()
    choices: tuple[Row, ...] = ()
    line: bool = False
    unit: str = ""


def form_of(question: Question) -> Form:
    """The form of a question, in the order in which its version shows it."""
    match question.item.type:
        case "true-false":
            return Form("Tick one.", _rows(question, Lead.BOX))
        case "multiple":
            return Form("Tick all that are right.", _rows(question, Lead.BOX, lettered))
        case "match":
            prompts = tuple(
                Row(Lead.BLANK, str(number), prompt.text)
                for number, prompt in enumerate(question.prompts, 1)
            )
            told = "Write the letter of what belongs to each."
            return Form(told, prompts, _rows(question, Lead.NOTHING, lettered))
        case "order":
            told = f"Write 1 to {len(question.options)} in front of them, 1 for what comes first."
            return Form(told, _rows(question, Lead.BLANK))
        case "evidence":
            return Form("Circle the number of one sentence.", tuple(_sentences(question)))
        case "short":
            return Form("Write the answer.", line=True)
        case "number":
            unit = question.item.unit if isinstance(question.item, Number) else ""
            return Form("Write a number.", line=True, unit=unit)
        case _:
            return Form("Circle one letter.", _rows(question, Lead.NOTHING, lettered))


def lettered(number: int) -> str:
    """The letter of the option with this number, from 1."""
    return ascii_uppercase[number - 1]


def _rows(
    question: Question, lead: Lead, label: Callable[[int], str] | None = None
) -> tuple[Row, ...]:
    return tuple(
        Row(lead, label(number) if label else "", option.text)
        for number, option in enumerate(question.options, 1)
    )


def _sentences(question: Question) -> Iterator[Row]:
    """The sentences to choose from, each with its source where they are not all of one."""
    item = question.item
    sources = (
        [item.quoted(option).source for option in question.options]
        if isinstance(item, FindEvidence)
        else []
    )
    for number, (option, source) in enumerate(zip(question.options, sources, strict=True), 1):
        card = question.bank.cards[source]
        aside = (card.title or card.label) if len(set(sources)) > 1 else ""
        yield Row(Lead.NOTHING, str(number), option.text, aside)

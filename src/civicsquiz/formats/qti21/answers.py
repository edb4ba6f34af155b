"""A question of QTI 2.1 with its answers, as its kind has them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Kind, Pair, Portable, Text
from civicsquiz.formats.qti21.body import text_of
from civicsquiz.formats.qti21.declared import Declared
from civicsquiz.formats.qti21.numeric import numbers
from civicsquiz.formats.qti21.spelling import name_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ANSWER = "answer."
"""How the identifiers of feedback begin that belongs to what is typed, by its place."""
IMPLIED = "cq.implied"
_ZERO = Decimal(0)
_CHOICES = ("simpleChoice", "inlineChoice", "simpleAssociableChoice")


class Broken(Exception):
    """An item that does not say what is right; the text says so."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item with its one interaction, what is declared of that, and the feedback that is not told yet."""

    root: Element
    interaction: Element
    stated: Declared
    feedback: dict[str, Text]


def answered(question: Portable, item: Item, losses: list[Loss]) -> Portable:
    """The question with its answers or pairs and what is told of each; Broken where it has none."""
    interaction, stated, feedback = item.interaction, item.stated, item.feedback
    match question.kind:
        case Kind.SHORT | Kind.NUMBER:
            question = _typed(question, item)
        case Kind.MATCH:
            question = replace(question, pairs=_pairs(question, interaction, stated, losses))
        case Kind.ORDER:
            choices = _choices(interaction)
            known = [ident for ident in dict.fromkeys(stated.correct) if ident in choices]
            answers = tuple(Answer(text_of(choices[one]), id=name_of(one)) for one in known)
            question = replace(question, answers=answers)
        case _:
            question = _chosen(question, interaction, stated, feedback)
    if not question.answers and not question.pairs:
        raise Broken("it does not say which response is right")
    if feedback:
        told = f"what is shown by rules of its own was left out ({len(feedback)})"
        losses.append(Loss(question.place, "feedback", told))
    return question


def _choices(interaction: Element) -> dict[str, Element]:
    return {each.get("identifier", ""): each for each in interaction.iter() if each.tag in _CHOICES}


def _chosen(
    question: Portable, interaction: Element, stated: Declared, feedback: dict[str, Text]
) -> Portable:
    shares = stated.shares()
    choices = _choices(interaction)
    if not any(share > 0 for ident, share in shares.items() if ident in choices):
        return question
    wrong = _ZERO
    if question.kind is Kind.MULTIPLE and not stated.mapped:
        wrong = -max(shares.values())
    if choices.keys() == {"true", "false"} or IMPLIED in choices:
        choices.pop(IMPLIED, None)
        answers = tuple(
            Answer(Text(ident), shares.get(ident, _ZERO), feedback.pop(ident, Text()))
            for ident in choices
        )
        return replace(question, kind=Kind.TRUE_FALSE, answers=answers)
    answers = tuple(
        Answer(
            text_of(choice),
            shares.get(ident, wrong),
            feedback.pop(ident, Text()) or text_of(choice.find(".//feedbackInline")),
            id=name_of(ident),
        )
        for ident, choice in choices.items()
    )
    return replace(question, answers=answers)


def _typed(question: Portable, item: Item) -> Portable:
    stated, feedback = item.stated, item.feedback
    if question.kind is Kind.NUMBER:
        answers = numbers(item.root, item.interaction.get("responseIdentifier", ""), stated)
    else:
        answers = tuple(
            Answer(Text(text), share) for text, share in stated.shares().items() if text
        )
    answers = tuple(
        replace(one, feedback=feedback.pop(f"{ANSWER}{place}", Text()))
        for place, one in enumerate(answers, 1)
    )
    if not any(one.fraction > 0 for one in answers):
        return question
    sensitive = question.kind is Kind.SHORT and stated.sensitive
    return replace(question, answers=answers, case_sensitive=sensitive)


def _pairs(
    question: Portable, interaction: Element, stated: Declared, losses: list[Loss]
) -> tuple[Pair, ...]:
    """The pairs that are right, in the order of their left sides, then what belongs to none."""
    choices = _choices(interaction)
    rights: dict[str, str] = {}
    for value in stated.correct:
        left, _, right = value.partition(" ")
        if left in choices and right in choices:
            rights.setdefault(left, right)
    sets = interaction.findall("simpleMatchSet")
    if len(sets) == 2:
        lefts, targets = (_choices(each) for each in sets)
    else:
        lefts = {left: choices[left] for left in rights}
        targets = {ident: choice for ident, choice in choices.items() if ident not in lefts}
        losses.append(Loss(question.place, "pairs", "the sides of its pairs were one list"))
    if not rights:
        raise Broken("it does not say which pairs are right")
    if any(left not in rights for left in lefts) or len(set(stated.correct)) > len(rights):
        raise Broken("a left side has no right one or several, as none in a bank has")
    found = [
        Pair(text_of(lefts[one]), text_of(choices[rights[one]]), name_of(one), name_of(rights[one]))
        for one in lefts
    ]
    used = set(rights.values())
    found += [
        Pair(Text(), text_of(choice), "", name_of(ident))
        for ident, choice in targets.items()
        if ident not in used
    ]
    return tuple(found)

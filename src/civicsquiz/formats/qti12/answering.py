"""A question of QTI 1.2 with its answers, as its kind has them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Kind, Portable, Text
from civicsquiz.formats.qti12 import scoring
from civicsquiz.formats.qti12.conditions import Conditions, own_feedback
from civicsquiz.formats.qti12.presented import given
from civicsquiz.formats.qti12.scoring import Broken

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def answered(
    question: Portable,
    asked: list[Element],
    conditions: Conditions,
    feedback: dict[str, Text],
    losses: list[Loss],
) -> Portable:
    """The question with its answers or pairs and what is told of each; Broken where it has none."""
    if not asked and question.kind not in (Kind.DESCRIPTION, Kind.ESSAY, Kind.OTHER, Kind.CLOZE):
        raise Broken("there is nothing in it to answer")
    answers: tuple[Answer, ...] = ()
    match question.kind:
        case Kind.CHOICE | Kind.TRUE_FALSE:
            answers = scoring.choice(asked[0], conditions)
            answers = _told(answers, conditions, feedback)
            if question.kind is Kind.TRUE_FALSE:
                two = scoring.true_false(answers)
                if two is None:
                    question = replace(question, kind=Kind.CHOICE)
                answers = two or answers
        case Kind.MULTIPLE:
            answers = scoring.multiple(asked[0], conditions)
            answers = _told(answers, conditions, feedback)
        case Kind.SHORT:
            answers, sensitive = scoring.typed(asked[0], conditions)
            answers = _told(answers, conditions, feedback)
            question = replace(question, case_sensitive=sensitive)
        case Kind.NUMBER:
            answers = tuple(
                replace(answer, feedback=feedback.get(own_feedback(condition), Text()))
                for answer, condition in scoring.numbers(conditions, question.place, losses)
            )
        case Kind.MATCH:
            return replace(question, pairs=scoring.pairs(asked, conditions))
        case Kind.ORDER:
            answers = scoring.order(asked[0], conditions)
        case _:
            return question
    if not answers:
        raise Broken("it has no answer")
    return replace(question, answers=tuple(replace(one, id=given(one.id)) for one in answers))


def _told(
    answers: tuple[Answer, ...], conditions: Conditions, feedback: dict[str, Text]
) -> tuple[Answer, ...]:
    """The answers with what is shown for each."""
    shown = conditions.shown
    return tuple(
        replace(one, feedback=feedback.get(shown.get(one.id or one.text.value, ""), Text()))
        for one in answers
    )

"""A portable question as the values of a bank's item: its type, its key, and what is wrong.

What a bank cannot hold is left out and said; where that would make another question of it, the whole
question is refused. No answer becomes right that was not fully right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from civicsquiz.formats.exporting import shares
from civicsquiz.formats.importing.figures import number
from civicsquiz.formats.importing.fitting import Fit, NoPlace
from civicsquiz.formats.importing.options import bare, brief, id_, option
from civicsquiz.formats.importing.sides import match, order
from civicsquiz.formats.importing.typed import typed
from civicsquiz.formats.portable import Answer, Kind, Portable, Text

_FULL = Decimal(1)
_ABOUT_EQUAL = Decimal("0.001")
_MOST_WRONG, _MOST_OF_MULTIPLE = 5, 6
_NAMES = {
    Kind.CLOZE: "a text with gaps",
    Kind.ESSAY: "an essay",
    Kind.DESCRIPTION: "a text without a question",
    Kind.OTHER: "a question of another type",
}


def asked(question: Portable, fit: Fit) -> dict[str, Any]:
    """Type, key and what else the type has.

    Raises:
        NoPlace: a bank cannot hold the question.
    """
    if question.kind in _NAMES:
        said = question.foreign not in ("", question.kind.value)
        named = f" ({question.foreign})" if said else ""
        raise NoPlace(f"{_NAMES[question.kind]}{named} has no place in a bank")
    take = _TAKE[question.kind]
    return take(question, fit)


def right_feedback(question: Portable) -> list[Text]:
    """What is said of the right answers: a bank says that in the rationale."""
    right = [
        answer
        for answer in question.answers
        if answer.fraction >= _FULL or (question.kind is Kind.MULTIPLE and answer.fraction > 0)
    ]
    return [answer.feedback for answer in right if answer.feedback]


def _choice(question: Portable, fit: Fit) -> dict[str, Any]:
    right = [answer for answer in question.answers if answer.fraction >= _FULL]
    if not right:
        raise NoPlace("no answer is fully right")
    for other in right[1:]:
        fit.lose("key", f"“{brief(other.text)}” is right as well, and is left out")
    rest = [answer for answer in question.answers if answer.fraction < _FULL]
    if any(answer.fraction < 0 for answer in rest):
        fit.lose("weights", "a wrong answer took marks away; here it takes none")
    for answer in rest:
        if answer.fraction > 0:
            fit.lose("weights", f"“{brief(answer.text)}” was right in part; here it is wrong")
    return {"type": "choice", **_options(right[:1], rest, fit, _MOST_WRONG, one=True)}


def _multiple(question: Portable, fit: Fit) -> dict[str, Any]:
    right = [answer for answer in question.answers if answer.fraction > 0]
    wrong = [answer for answer in question.answers if answer.fraction <= 0]
    if not right:
        raise NoPlace("no answer is right")
    if len(right) > _MOST_OF_MULTIPLE:
        raise NoPlace(f"more than {_MOST_OF_MULTIPLE} answers are right")
    if len(right) == 1:
        fit.lose("type", "only one of the answers is right: it becomes a choice")
        return {"type": "choice", **_options(right, wrong, fit, _MOST_WRONG, one=True)}
    share = shares(len(right))
    if any(abs(answer.fraction - share) > _ABOUT_EQUAL for answer in right):
        fit.lose("weights", "the right answers were not worth the same; here they are")
    if any(abs(answer.fraction + share) > _ABOUT_EQUAL for answer in wrong):
        fit.lose("weights", "a wrong choice now takes away as much as a right one gives")
    return {"type": "multiple", **_options(right, wrong, fit, _MOST_OF_MULTIPLE, one=False)}


def _options(
    right: Sequence[Answer], wrong: Sequence[Answer], fit: Fit, most: int, *, one: bool
) -> dict[str, Any]:  # fmt: skip
    keys: list[dict[str, str]] = [option(answer, fit, "key") for answer in right]
    seen = {id_(key) for key in keys}
    if len(seen) < len(keys):
        raise NoPlace("two right answers are the same")
    distractors: list[dict[str, str]] = []
    for answer in wrong:
        try:
            made = option(answer, fit, "distractors")
        except NoPlace as reason:
            fit.lose("distractors", f"{reason}; it is left out")
            continue
        if id_(made) in seen:
            fit.lose("distractors", f"“{brief(answer.text)}” stands twice, and is left out once")
        elif len(distractors) == most:
            fit.lose("distractors", f"“{brief(answer.text)}” is one too many, and is left out")
        else:
            seen.add(id_(made))
            if why := fit.text(answer.feedback, "why"):
                made["why"] = why
            distractors.append(made)
    if not distractors:
        raise NoPlace("no wrong answer is left to choose from")
    right_ones = [bare(key) for key in keys]
    key: Any = right_ones[0] if one else right_ones
    return {"key": key, "distractors": [bare(each) for each in distractors]}


def _true_false(question: Portable, fit: Fit) -> dict[str, Any]:
    given = {answer.text.value.casefold(): answer for answer in question.answers}
    right = [name for name, answer in given.items() if answer.fraction >= _FULL]
    if len(right) != 1 or not given.keys() <= {"true", "false"}:
        raise NoPlace("whether it is true is not said")
    key = right[0] == "true"
    values: dict[str, Any] = {"type": "true-false", "key": key}
    other = given.get("false" if key else "true")
    if other and (why := fit.text(other.feedback, "why")):
        values["distractors"] = [{"text": not key, "why": why}]
    return values


_TAKE: dict[Kind, Callable[[Portable, Fit], dict[str, Any]]] = {
    Kind.CHOICE: _choice,
    Kind.MULTIPLE: _multiple,
    Kind.TRUE_FALSE: _true_false,
    Kind.SHORT: typed,
    Kind.NUMBER: number,
    Kind.MATCH: match,
    Kind.ORDER: order,
}

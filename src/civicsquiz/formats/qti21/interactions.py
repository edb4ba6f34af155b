"""The interactions of items of QTI 2.1: what is chosen, typed, matched or ordered, and what that scores."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from civicsquiz.formats.portable import Answer, Form, Kind, Portable, Text
from civicsquiz.formats.qti21.answers import ANSWER, IMPLIED
from civicsquiz.formats.qti21.matching import matched
from civicsquiz.formats.qti21.spelling import identifiers
from civicsquiz.formats.qti21.telling import told
from civicsquiz.formats.safe.numbers import fits, number, shown
from civicsquiz.formats.safe.xml_out import Keeping, element, words

RESPONSE = "RESPONSE"


@dataclass(slots=True)
class Asked:
    """The XML of an item’s response: its `declaration`, its `interaction`, the rules that give the
    score where it is not by the declaration, and the feedback of single answers by its identifiers."""

    declaration: str = ""
    interaction: str = ""
    rules: list[str] = field(default_factory=list)
    feedback: dict[str, Text] = field(default_factory=dict)
    shows: list[str] = field(default_factory=list)


def asked(question: Portable, keeping: Keeping) -> Asked:
    """What a question asks for."""
    match question.kind:
        case Kind.SHORT:
            return _short(question, keeping)
        case Kind.NUMBER:
            return _number(question, keeping)
        case Kind.MATCH:
            declaration, interaction = matched(question, keeping)
            return Asked(declaration, interaction)
        case Kind.ORDER:
            return _order(question, keeping)
        case _:
            return _choice(question, keeping)


def _choice(question: Portable, keeping: Keeping) -> Asked:
    item, several = question.id, question.kind is Kind.MULTIPLE
    answers = list(question.answers)
    if question.kind is Kind.TRUE_FALSE:
        if any(one.id for one in answers):
            keeping.lost(item, "answers", "the ids of true and false were left out")
        idents = [one.text.value for one in answers]
        shown_ones = [Text(one.text.value.capitalize()) for one in answers]
        if len(answers) == 1:
            idents.append(IMPLIED)
            shown_ones.append(Text("False" if idents[0] == "true" else "True"))
    else:
        idents = _idents(question, keeping)
        shown_ones = [one.text for one in answers]
    if any(not text for text in shown_ones):
        keeping.lost(item, "answers", "an answer has no text")
    choices = [
        element("simpleChoice", {"identifier": ident}, told(keeping, item, "answers", text, "span"))
        for ident, text in zip(idents, shown_ones, strict=True)
    ]
    shuffle = "false" if question.kind is Kind.TRUE_FALSE else "true"
    return Asked(
        declaration=_declaration(
            "multiple" if several else "single",
            "identifier",
            [ident for ident, one in zip(idents, answers, strict=False) if _right(one, several)],
            [(ident, one.fraction) for ident, one in zip(idents, answers, strict=False)],
            bounds={"lowerBound": "0", "upperBound": "1"} if several else None,
        ),
        interaction=element(
            "choiceInteraction",
            {
                "responseIdentifier": RESPONSE,
                "shuffle": shuffle,
                "maxChoices": "0" if several else "1",
            },
            *choices,
        ),
        feedback={
            ident: one.feedback for ident, one in zip(idents, answers, strict=False) if one.feedback
        },
        shows=[element("variable", {"identifier": RESPONSE})],
    )


def _right(answer: Answer, several: bool) -> bool:
    return answer.fraction > 0 if several else answer.fraction == 1


def _order(question: Portable, keeping: Keeping) -> Asked:
    item = question.id
    idents = _idents(question, keeping)
    if any(one.feedback for one in question.answers):
        keeping.lost(item, "feedback", "an order has no feedback for its entries")
    # The file has them in another order than the right one.
    mixed = sorted(zip(idents, question.answers, strict=True), key=lambda one: one[0])
    choices = [
        element(
            "simpleChoice", {"identifier": ident}, told(keeping, item, "answers", one.text, "span")
        )
        for ident, one in mixed
    ]
    return Asked(
        declaration=_declaration("ordered", "identifier", idents, []),
        interaction=element(
            "orderInteraction", {"responseIdentifier": RESPONSE, "shuffle": "true"}, *choices
        ),
    )


def _short(question: Portable, keeping: Keeping) -> Asked:
    item = question.id
    entries: dict[str, Decimal] = {}
    found = Asked()
    for place, one in enumerate(question.answers, 1):
        value = keeping.held(item, "answers", one.text.value)
        if one.text.form is not Form.PLAIN or not value or value in entries or one.id:
            keeping.lost(item, "answers", "what is typed is plain, has no id, and stands once")
        entries.setdefault(value, one.fraction)
        _tell(found, place, one, _typed(value, question.case_sensitive))
    right = [value for value, share in entries.items() if share == 1][:1]
    case = {"caseSensitive": "true" if question.case_sensitive else "false"}
    found.declaration = _declaration("single", "string", right, list(entries.items()), case=case)
    longest = max((len(value) for value in entries), default=1)
    found.interaction = _entry(longest)
    return found


def _number(question: Portable, keeping: Keeping) -> Asked:
    item = question.id
    found = Asked()
    figures: list[str] = []
    for place, one in enumerate(question.answers, 1):
        least, most = one.least, one.most
        if least is None or most is None or not fits(least) or not fits(most) or one.id:
            keeping.lost(item, "answers", "an answer has an id or is no number")
            if least is None or most is None or not fits(least) or not fits(most):
                continue
        text = one.text.value
        value = number(text)
        if value is None or text != text.strip():
            if text != f"{least}..{most}":
                keeping.lost(item, "answers", f"the figure {text} is none, and is left out")
            text = ""
        elif one.fraction == 1:
            figures.append(text)
        condition = _between(shown(least), shown(most), text)
        found.rules.append(_sets(condition, "SCORE", "float", shown(one.fraction)))
        _tell(found, place, one, condition)
    found.declaration = _declaration("single", "float", figures[:1], [])
    found.interaction = _entry(20)
    return found


def _between(least: str, most: str, figure: str) -> str:
    bounds = element("and", None, _compared("gte", least), _compared("lte", most))
    if not figure:
        return bounds
    return element("or", None, _compared("equal", figure, {"toleranceMode": "exact"}), bounds)


def _compared(kind: str, value: str, stated: dict[str, str] | None = None) -> str:
    variable = element("variable", {"identifier": RESPONSE})
    return element(kind, stated, variable, words("baseValue", value, {"baseType": "float"}))


def _typed(value: str, sensitive: bool) -> str:
    return element(
        "stringMatch",
        {"caseSensitive": "true" if sensitive else "false"},
        element("variable", {"identifier": RESPONSE}),
        words("baseValue", value, {"baseType": "string"}),
    )


def _tell(found: Asked, place: int, answer: Answer, condition: str) -> None:
    if answer.feedback:
        ident = f"{ANSWER}{place}"
        found.feedback[ident] = answer.feedback
        found.rules.append(adds(condition, ident))


def adds(condition: str, ident: str) -> str:
    """A rule that shows a feedback where a condition holds."""
    shown_ones = element(
        "multiple",
        None,
        element("variable", {"identifier": "FEEDBACK"}),
        words("baseValue", ident, {"baseType": "identifier"}),
    )
    setting = element("setOutcomeValue", {"identifier": "FEEDBACK"}, shown_ones)
    return element("responseCondition", None, element("responseIf", None, condition, setting))


def _sets(condition: str, outcome: str, base: str, value: str) -> str:
    setting = element(
        "setOutcomeValue", {"identifier": outcome}, words("baseValue", value, {"baseType": base})
    )
    return element("responseCondition", None, element("responseIf", None, condition, setting))


def _entry(length: int) -> str:
    stated = {"responseIdentifier": RESPONSE, "expectedLength": str(min(length, 100))}
    return element("p", None, element("textEntryInteraction", stated))


def _idents(question: Portable, keeping: Keeping) -> list[str]:
    ids = [keeping.held(question.id, "answers", one.id) for one in question.answers]
    named = [one for one in ids if one]
    if len(set(named)) != len(named):
        keeping.lost(question.id, "answers", "the id of an answer was given up: another has it")
    return identifiers(ids)


def _declaration(
    cardinality: str,
    base: str,
    correct: list[str],
    mapped: list[tuple[str, Decimal]],
    *,
    bounds: dict[str, str] | None = None,
    case: dict[str, str] | None = None,
) -> str:
    parts = []
    if correct:
        parts.append(element("correctResponse", None, *(words("value", one) for one in correct)))
    if mapped:
        entries = [
            element("mapEntry", {"mapKey": key, "mappedValue": shown(share), **(case or {})})
            for key, share in mapped
        ]
        parts.append(element("mapping", {**(bounds or {}), "defaultValue": "0"}, *entries))
    stated = {"identifier": RESPONSE, "cardinality": cardinality, "baseType": base}
    return element("responseDeclaration", stated, *parts)

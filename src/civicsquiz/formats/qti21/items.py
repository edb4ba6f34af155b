"""A question -> an item of QTI 2.1, with its response processing and modal feedback."""

from __future__ import annotations

from civicsquiz.formats.portable import Kind, Portable, Text
from civicsquiz.formats.qti12.rightness import judge
from civicsquiz.formats.qti21.interactions import RESPONSE, Asked, adds, asked
from civicsquiz.formats.qti21.spelling import GENERAL, HINT, PARTLY, RIGHT, WRONG
from civicsquiz.formats.qti21.telling import told
from civicsquiz.formats.safe.xml_out import HEAD, Keeping, element, words

SPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
WRITTEN = (
    Kind.CHOICE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.SHORT, Kind.NUMBER, Kind.MATCH, Kind.ORDER,
)  # fmt: skip
_SCORE, _FEEDBACK = {"identifier": "SCORE"}, {"identifier": "FEEDBACK"}


def item(question: Portable, ident: str, language: str, keeping: Keeping) -> bytes:
    """The document of an item."""
    judge(question, keeping)
    parts = asked(question, keeping)
    feedback = {
        GENERAL: question.general,
        RIGHT: question.right,
        PARTLY: question.partly,
        WRONG: question.wrong,
    }
    shown = {key: text for key, text in feedback.items() if text} | parts.feedback
    stated = {"identifier": ident, "title": keeping.held(question.id, "name", question.name)}
    stated |= {"adaptive": "false", "timeDependent": "false", "xmlns": SPACE}
    if language:
        stated["xml:lang"] = language
    document = element(
        "assessmentItem",
        stated,
        *(
            f"\n{part}"
            for part in (
                parts.declaration,
                _outcome("SCORE", "single", "float", "0"),
                _outcome("MAXSCORE", "single", "float", _most(question)),
                *([_outcome("FEEDBACK", "multiple", "identifier")] if shown else []),
                element("itemBody", None, *_body(question, parts, keeping)),
                element("responseProcessing", None, *_rules(question, parts, feedback)),
                *(_modal(question, key, text, keeping) for key, text in shown.items()),
            )
        ),
        "\n",
    )
    return f"{HEAD}{document}\n".encode()


def _most(question: Portable) -> str:
    pairs = sum(1 for pair in question.pairs if pair.left)
    return str(pairs) if question.kind is Kind.MATCH else "1"


def _outcome(name: str, cardinality: str, base: str, default: str = "") -> str:
    stated = {"identifier": name, "cardinality": cardinality, "baseType": base}
    inner = element("defaultValue", None, words("value", default)) if default else ""
    return element("outcomeDeclaration", stated, inner)


def _body(question: Portable, parts: Asked, keeping: Keeping) -> list[str]:
    hints = []
    for hint in question.hints:
        if not hint:
            keeping.lost(question.id, "hints", "a hint without a text was left out")
        inner = told(keeping, question.id, "hints", hint)
        hints.append(element("rubricBlock", {"view": "tutor", "class": HINT}, inner))
    return [told(keeping, question.id, "stem", question.stem), *hints, parts.interaction]


def _modal(question: Portable, ident: str, text: Text, keeping: Keeping) -> str:
    stated = {"outcomeIdentifier": "FEEDBACK", "identifier": ident, "showHide": "show"}
    return element("modalFeedback", stated, told(keeping, question.id, "feedback", text))


def _rules(question: Portable, parts: Asked, feedback: dict[str, Text]) -> list[str]:
    """The score first, then what is shown: for any answer, for this one, for right and wrong."""
    rules: list[str] = []
    correct = element(
        "match",
        None,
        element("variable", {"identifier": RESPONSE}),
        element("correct", {"identifier": RESPONSE}),
    )
    full = _sets("SCORE", words("baseValue", _most(question), {"baseType": "float"}))
    mapped = _sets("SCORE", element("mapResponse", {"identifier": RESPONSE}))
    match question.kind:
        case Kind.NUMBER:
            pass
        case Kind.ORDER:
            rules.append(_condition(correct, full))
        case Kind.MULTIPLE:
            otherwise = element("responseElse", None, mapped)
            rules.append(
                element(
                    "responseCondition", None, element("responseIf", None, correct, full), otherwise
                )
            )
        case _:
            rules.append(mapped)
    rules += parts.rules
    if feedback[GENERAL]:
        rules.append(_shows(GENERAL))
    if parts.shows and parts.feedback:
        rules.append(
            _sets(
                "FEEDBACK", element("multiple", None, element("variable", _FEEDBACK), *parts.shows)
            )
        )
    score, whole = element("variable", _SCORE), element("variable", {"identifier": "MAXSCORE"})
    nothing = words("baseValue", "0", {"baseType": "float"})
    if feedback[RIGHT]:
        rules.append(adds(element("gte", None, score, whole), RIGHT))
    if feedback[PARTLY]:
        between = element(
            "and", None, element("gt", None, score, nothing), element("lt", None, score, whole)
        )
        rules.append(adds(between, PARTLY))
    if feedback[WRONG]:
        rules.append(adds(element("lte", None, score, nothing), WRONG))
    return rules


def _sets(outcome: str, value: str) -> str:
    return element("setOutcomeValue", {"identifier": outcome}, value)


def _condition(condition: str, rule: str) -> str:
    return element("responseCondition", None, element("responseIf", None, condition, rule))


def _shows(ident: str) -> str:
    shown = words("baseValue", ident, {"baseType": "identifier"})
    return _sets("FEEDBACK", element("multiple", None, element("variable", _FEEDBACK), shown))

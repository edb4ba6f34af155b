"""The parts that responses of QTI 1.2 are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from civicsquiz.formats.portable import Answer, Form, Portable, Text
from civicsquiz.formats.qti12.conditions import RIGHT
from civicsquiz.formats.qti12.mattext import mattext
from civicsquiz.formats.qti12.presented import UNNAMED
from civicsquiz.formats.safe.numbers import shown, times
from civicsquiz.formats.safe.xml_out import Keeping, element, words

RESPONSE = "response1"
_HUNDRED = Decimal(100)


@dataclass(slots=True)
class Response:
    """The XML of an item’s response: what is `shown`, the `conditions` that tell of single answers, those
    that give `scores`, and the `feedback` that they show."""

    shown: list[str] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    scores: list[str] = field(default_factory=list)
    feedback: list[str] = field(default_factory=list)


class Parts(Keeping):
    """Writes parts and notes what they cannot hold."""

    def itemfeedback(self, item: str, name: str, ident: str, text: Text) -> str:
        material = element("material", None, mattext(self, item, name, text, Form.HTML))
        return element("itemfeedback", {"ident": ident}, element("flow_mat", None, material))

    def tell(self, question: Portable, found: Response, one: Answer, compared: list[str]) -> None:
        if one.feedback:
            ident = f"{UNNAMED}{len(found.feedback) + 1}_fb"
            found.conditions.append(shows(compared, [ident]))
            found.feedback.append(self.itemfeedback(question.id, "feedback", ident, one.feedback))

    def label(self, item: str, ident: str, text: Text) -> str:
        if not text:
            self.lost(item, "answers", "an answer without a text is not shown by Canvas")
        material = element("material", None, mattext(self, item, "answers", text))
        return element("response_label", {"ident": ident}, material)

    def idents(self, item: str, ids: list[str], about: str = "") -> list[str]:
        """Identifiers for these ids, each another; what has none is given one."""
        used: set[str] = set()
        found = []
        for place, one in enumerate(ids, 1):
            ident = self.held(item, "answers", one)
            if not ident or ident in used or ident.startswith(UNNAMED):
                if ident:
                    self.lost(item, "answers", "the id of an answer was given up: another has it")
                ident = f"{UNNAMED}{about}{place}"
            used.add(ident)
            found.append(ident)
        return found


def right_of(question: Portable) -> str:
    """The identifier of what is shown for a right answer, empty where nothing is."""
    return RIGHT if question.right else ""


def string(render: str) -> str:
    """A response that is typed."""
    return element("response_str", {"ident": RESPONSE, "rcardinality": "Single"}, render)


def equal(ident: str) -> str:
    """The comparison with an identifier."""
    return words("varequal", ident, {"respident": RESPONSE})


def size(kind: str, value: str) -> str:
    """The comparison with a number, by `vargte` or `varlte`."""
    return words(kind, value, {"respident": RESPONSE})


def scores(
    compared: list[str], fraction: Decimal = Decimal(1), shows: str = "", action: str = "Set"
) -> str:
    """A condition that gives a share of the mark. It ends the processing unless it adds."""
    return element(
        "respcondition",
        {"continue": "Yes" if action == "Add" else "No"},
        element("conditionvar", None, *compared),
        words("setvar", shown(times(fraction, _HUNDRED)), {"action": action, "varname": "SCORE"}),
        *_displays(shows.split()),
    )


def shows(compared: list[str], idents: list[str]) -> str:
    """A condition that shows something and goes on."""
    condition = element("conditionvar", None, *compared)
    return element("respcondition", {"continue": "Yes"}, condition, *_displays(idents))


def _displays(idents: list[str]) -> list[str]:
    return [
        element("displayfeedback", {"feedbacktype": "Response", "linkrefid": ident})
        for ident in idents
    ]

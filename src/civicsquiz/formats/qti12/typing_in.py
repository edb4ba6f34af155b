"""Responses of QTI 1.2 that are typed: words and numbers."""

from __future__ import annotations

from civicsquiz.formats.portable import Answer, Form, Portable
from civicsquiz.formats.qti12.parts import RESPONSE, Parts, Response, right_of, scores, size, string
from civicsquiz.formats.qti12.presented import UNNAMED
from civicsquiz.formats.safe.numbers import fits, minus, number, shown
from civicsquiz.formats.safe.xml_out import element, words

_NO_WRONG = "Canvas knows no wrong answers to what is typed: it would take them for right"
_IN_PART = "Canvas gives full marks for what is right in part"


class Typing(Parts):
    """Writes typed responses."""

    def typed(self, question: Portable, found: Response) -> None:
        item = question.id
        label = element("response_label", {"ident": "answer1", "rshuffle": "No"})
        found.shown.append(string(element("render_fib", None, label)))
        case = {"case": "Yes"} if question.case_sensitive else {}
        full: list[str] = []
        seen: set[str] = set()
        for one in self._right_only(question):
            value = self.held(item, "answers", one.text.value)
            if (
                value != value.strip()
                or not value
                or value in seen
                or one.text.form is not Form.PLAIN
            ):
                self.lost(item, "answers", "answers are trimmed, plain, and not the same")
            if one.id:
                self.lost(item, "answers", "what is typed has no id")
            seen.add(value)
            equal = words("varequal", value, {"respident": RESPONSE, **case})
            self.tell(question, found, one, [equal])
            full.append(equal)
        if full:
            found.scores.append(scores(full, shows=right_of(question)))

    def number(self, question: Portable, found: Response) -> None:
        item = question.id
        label = element("response_label", {"ident": "answer1"})
        found.shown.append(string(element("render_fib", {"fibtype": "Decimal"}, label)))
        for one in self._right_only(question):
            compared = self._bounds(item, one)
            if compared is None:
                self.lost(item, "answers", "an answer is no number, and is left out")
                continue
            if one.id:
                self.lost(item, "answers", "what is typed has no id")
            shows = [right_of(question)] if question.right else []
            if one.feedback:
                ident = f"{UNNAMED}number{len(found.scores) + 1}_fb"
                shows.append(ident)
                found.feedback.append(self.itemfeedback(item, "feedback", ident, one.feedback))
            found.scores.append(scores(compared, shows=" ".join(filter(None, shows))))

    def _bounds(self, item: str, answer: Answer) -> list[str] | None:
        """A value with its bounds, in digits that are the same where the numbers are; the bounds
        alone where they are not about the value."""
        least, most = answer.least, answer.most
        if least is None or most is None or not fits(least) or not fits(most):
            return None
        text = answer.text.value.strip()
        value = number(text)
        ends = [size("vargte", shown(least)), size("varlte", shown(most))]
        if value is None or minus(value, least) != minus(most, value) or least > most:
            if text != f"{shown(least)}..{shown(most)}":
                self.lost(
                    item, "answers", f"the figure {text} stays behind: Canvas takes its bounds"
                )
            return ends
        if text != answer.text.value:
            self.lost(item, "answers", "white space about a figure was left out")
        if least == most:
            ends = [size("vargte", text), size("varlte", text)]
        equal = words("varequal", text, {"respident": RESPONSE})
        return [element("or", None, equal, element("and", None, *ends))]

    def _right_only(self, question: Portable) -> list[Answer]:
        if any(one.fraction <= 0 for one in question.answers):
            self.lost(question.id, "misses", _NO_WRONG)
        if any(0 < one.fraction < 1 for one in question.answers):
            self.lost(question.id, "fraction", _IN_PART)
        return [one for one in question.answers if one.fraction > 0]

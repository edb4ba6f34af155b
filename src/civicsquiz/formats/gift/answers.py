"""What stands between the braces, for each type of question. All text here is still hidden (`escapes`)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from civicsquiz.formats.gift import grades, numbers
from civicsquiz.formats.gift.escapes import SPACE, show
from civicsquiz.formats.portable import Answer, Form, Kind, Pair, Text
from civicsquiz.formats.safe.limits import shortened

TRUE, FALSE = "true", "false"
ARROW = "->"
GENERAL = "####"

_FORMS = {form.value: form for form in Form}
_LONGEST_FORM = max(map(len, _FORMS))
_JUDGED = {"T": TRUE, "TRUE": TRUE, "F": FALSE, "FALSE": FALSE}
_WEIGHT = re.compile(r"%(-*+)([0-9]{1,2}+\.?+[0-9]*+)%")
_LONGEST_WEIGHT = 20
_WILD = re.compile(r"(?<!\\)\*")
"""Stands for any text in what is typed."""
MOST = 1000
"""Answers of one question that are read."""

NOTHING = Text()
_FULL, _NONE = Decimal(1), Decimal(0)


class Broken(Exception):
    """A question that cannot be read; `str()` of it says why."""


class Section:
    """The answers of one question. `form` is that of its stem, which its texts have where they say no
    other; `notes` say what was not kept of them."""

    def __init__(self, text: str, form: Form) -> None:
        self._text = text
        self._form = form
        self.notes: list[str] = []
        self.answers: tuple[Answer, ...] = ()
        self.pairs: tuple[Pair, ...] = ()
        self.kind = self._read()

    def _read(self) -> Kind:
        text = self._text
        if not text:
            return Kind.ESSAY
        if text.startswith("#"):
            self.answers = self._numbers(text[1:])
            return Kind.NUMBER
        if "~" in text:
            self.answers = self._choice(text)
            return Kind.CHOICE if "=" in text else Kind.MULTIPLE
        if "=" in text and ARROW in text:
            self.pairs = self._match(text)
            return Kind.MATCH
        if text.partition("#")[0].strip(SPACE) in _JUDGED:
            self.answers = self._true_false(text)
            return Kind.TRUE_FALSE
        self.answers = self._short(text)
        return Kind.SHORT

    def _choice(self, text: str) -> tuple[Answer, ...]:
        answers = []
        for part in self._parts(text.replace("=", "~="), "~", least=2):
            if part.startswith("="):
                fraction, rest = _FULL, part[1:]
                if _WEIGHT.match(rest):
                    self.notes.append(
                        "after = in a choice a weight is no weight, but part of the answer"
                    )
            else:
                fraction, rest = self._weighed(part, _NONE)
            answers.append(self._answer(fraction, rest))
        kept = tuple(answer for answer in answers if answer.text)
        if len(kept) < 2:
            raise Broken("it needs two answers with a text")
        if len(kept) < len(answers):
            self.notes.append("an answer without a text was left out")
        if "=" in text and not any(answer.fraction == _FULL for answer in kept):
            raise Broken("its right answer has no text")
        return kept

    def _true_false(self, text: str) -> tuple[Answer, ...]:
        judged, *said = text.split("#", 2)
        key = _JUDGED[judged.strip(SPACE)]
        wrong, right = (*said, "", "")[:2]
        answers = [Answer(Text(key), _FULL, self._formed(right.strip(SPACE)))]
        if wrong:  # white space says that the other answer is there, though nothing is said of it
            other = FALSE if key == TRUE else TRUE
            answers.append(Answer(Text(other), _NONE, self._formed(wrong.strip(SPACE))))
        return tuple(answers)

    def _short(self, text: str) -> tuple[Answer, ...]:
        answers = []
        for part in self._parts(text, "=", least=1):
            answer = self._answer(*self._weighed(part, _FULL))
            if not answer.text:
                self.notes.append("an answer without a text was left out")
                continue
            answers.append(replace(answer, text=_typed(answer.text.value)))
        if not any(answer.fraction == _FULL for answer in answers):
            raise Broken("none of its answers is worth the whole mark")
        return tuple(answers)

    def _numbers(self, text: str) -> tuple[Answer, ...]:
        figures, tilde, wrong = text.partition("~")
        answers = []
        for part in self._parts(figures, "=", least=1):
            fraction, rest = self._weighed(part, _FULL)
            answer = self._answer(fraction, rest)
            try:
                figure = numbers.figure(answer.text.value)
            except numbers.NotANumber as error:
                told = f"“{shortened(str(error))}” is no number; one is written as 1234.5"
                raise Broken(told) from None
            text_, least, most = Text(figure.shown), figure.least, figure.most
            answers.append(replace(answer, text=text_, least=least, most=most))
        if tilde:
            feedback = self._formed(wrong.partition("#")[2].strip(SPACE))
            answers.append(Answer(Text(numbers.ANY), _NONE, feedback))
        return tuple(answers)

    def _match(self, text: str) -> tuple[Pair, ...]:
        pairs = []
        for part in self._parts(text, "=", least=2):
            left, arrow, right = part.partition(ARROW)
            if not arrow:
                raise Broken(f"“{shortened(show(part))}” has no {ARROW} in it")
            pair = Pair(self._formed(left), Text(show(right)))
            if pair.left and not pair.right:
                raise Broken(f"nothing belongs to “{shortened(pair.left.value)}”")
            if pair.right:
                pairs.append(pair)
        if len(pairs) < 2:
            raise Broken("it needs two pairs")
        return tuple(pairs)

    def _parts(self, text: str, sign: str, least: int) -> list[str]:
        if text.count(sign) > MOST:
            raise Broken(f"it has more than {MOST:,} answers")
        parts = [part.strip(SPACE) for part in text.split(sign)]
        if parts[0] in ("", "0") and parts.pop(0):
            self.notes.append("the 0 without a sign before it was left out")
        if len(parts) < least:
            wanted = "two answers" if least == 2 else "an answer; one that is 0 is written as =0"
            raise Broken(f"it needs {wanted}")
        return parts

    def _weighed(self, part: str, unsaid: Decimal) -> tuple[Decimal, str]:
        found = _WEIGHT.match(part)
        if not found:
            return unsaid, part
        minus, digits = found.groups()
        if len(minus) > 1 or len(digits) > _LONGEST_WEIGHT or Decimal(digits) > 100:
            raise Broken(f"{shortened(found.group())} is no share of the mark")
        fraction = Decimal(f"{minus}{digits}") / 100
        listed = grades.listed(fraction)
        return fraction if listed is None else listed, part[found.end() :]

    def _answer(self, fraction: Decimal, part: str) -> Answer:
        text, _, feedback = part.partition("#")
        said = self._formed(feedback.strip(SPACE)) if feedback else NOTHING
        return Answer(self._formed(text.strip(SPACE)), fraction, said)

    def _formed(self, text: str) -> Text:
        return formed(text, self._form)


def is_pattern(typed: str) -> bool:
    """Whether a typed answer stands for many to Moodle."""
    return bool(_WILD.search(typed))


def _typed(text: str) -> Text:
    """A typed answer: a pattern stays as Moodle has it, all else is plain."""
    return Text(text, Form.MOODLE) if is_pattern(text) else Text(text.replace("\\*", "*"))


def formed(text: str, unsaid: Form) -> Text:
    """A text with the form that it names, such as `[html]`, or else the one that is given."""
    form = unsaid
    if text.startswith("["):
        form, text = form_of(text, unsaid)
    shown = show(text)
    return Text(shown, form) if shown else NOTHING


def form_of(text: str, unsaid: Form) -> tuple[Form, str]:
    """The form that a text names at its beginning, or else the one that is given, and the rest."""
    if text.startswith("["):
        end = text.find("]", 1, _LONGEST_FORM + 2)
        if end > 0 and (named := _FORMS.get(text[1:end])):
            return named, text[end + 1 :]
    return unsaid, text

"""The answers of a question as they stand between its braces."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from civicsquiz.formats.gift import grades, numbers
from civicsquiz.formats.gift.answers import ARROW, FALSE, GENERAL, TRUE, is_pattern
from civicsquiz.formats.gift.carrying import Carrier, LeftOut
from civicsquiz.formats.portable import Answer, Form, Kind, Pair, Portable, Text

_FULL = Decimal(1)
_LONGEST_RIGHT = 255
"""Characters that Moodle's database has for the right side of a pair."""


def section(question: Portable, carrier: Carrier) -> str | None:
    """What stands from brace to brace, with both; None for a description, which has none.

    LeftOut where GIFT has no way to write the question.
    """
    said = carrier.formed(question.general, "rationale", question.stem.form)
    general = f"{GENERAL}{said}" if said else ""
    match question.kind:
        case Kind.CHOICE | Kind.MULTIPLE:
            return _lines("{", _choices(question, carrier), general)
        case Kind.TRUE_FALSE:
            return f"{{{_true_false(question, carrier)}{general}}}"
        case Kind.SHORT:
            return _lines("{", _short(question, carrier), general)
        case Kind.NUMBER:
            return _lines("{#", _numbers(question, carrier), general)
        case Kind.MATCH:
            return _lines("{", _match(question.pairs, question.stem.form, carrier), general)
        case Kind.ORDER:
            return _lines("{", _order(question, carrier), general)
        case Kind.ESSAY:
            return f"{{{general}}}"
        case Kind.DESCRIPTION:
            if general:
                carrier.lose("rationale", "a text without a question has no feedback in GIFT")
            return None
        case Kind.CLOZE | Kind.OTHER:
            raise LeftOut("GIFT has no such type of question")


def _lines(opening: str, answers: Sequence[str], general: str) -> str:
    return "\n\t".join((opening, *answers, *filter(None, (general,)))) + "\n}"


def _choices(question: Portable, carrier: Carrier) -> list[str]:
    answers, form = question.answers, question.stem.form
    if len(answers) < 2:
        raise LeftOut("Moodle wants two answers")
    key = next((answer for answer in answers if answer.fraction == _FULL), None)
    single = question.kind is Kind.CHOICE
    if single and key is None:
        raise LeftOut("none of its answers is worth the whole mark")
    written, together = [], Decimal(0)
    for answer in answers:
        fraction = _graded(answer, carrier)
        together += max(fraction, Decimal(0))
        field = "key" if fraction > 0 else "distractors"
        text = carrier.formed(answer.text, field, form, "[%")
        if not carrier.fit(answer.text.value, field):
            raise LeftOut("one of its answers has no text")
        sign = f"~%{grades.percent(fraction)}%" if fraction else "~"
        sign = "=" if single and answer is key else sign
        written.append(f"{sign}{text}{_feedback(answer.feedback, form, carrier)}")
    if not single and round(together, 2) != 1:
        told = (
            f"the right answers together are worth {grades.percent(together)}%: Moodle warns of it"
        )
        carrier.lose("key", told)
    return written


def _true_false(question: Portable, carrier: Carrier) -> str:
    form = question.stem.form
    right = [answer for answer in question.answers if answer.fraction == _FULL]
    wrong = [answer for answer in question.answers if answer.fraction == 0]
    told = {answer.text.value for answer in question.answers}
    if len(right) != 1 or len(right) + len(wrong) != len(question.answers) or len(wrong) > 1:
        raise LeftOut("it is not said which of true and false is right")
    if not told <= {TRUE, FALSE} or len(told) != len(question.answers):
        raise LeftOut("its answers are not true and false")
    key = right[0].text.value.upper()
    said = _said(right[0].feedback, form, carrier)
    against = (_said(wrong[0].feedback, form, carrier) or " ") if wrong else ""
    if not said:
        return f"{key}#{against}#" if against == " " else f"{key}#{against}" if against else key
    return f"{key}#{against}#{said}"


def _short(question: Portable, carrier: Carrier) -> list[str]:
    form, answers = question.stem.form, question.answers
    if not any(answer.fraction == _FULL for answer in answers):
        raise LeftOut("none of its answers is worth the whole mark")
    written = []
    for answer in answers:
        weight = grades.percent(_graded(answer, carrier))
        field = "key" if answer.fraction > 0 else "misses"
        typed = answer.text.value
        if answer.text.form is not Form.MOODLE or not is_pattern(carrier.fit(typed, field)):
            typed = typed.replace("*", "\\*")
            if answer.text.form is not Form.PLAIN:
                told = "what is typed has no markup in Moodle: taken as it is written"
                carrier.lose(field, told)
        text = carrier.formed(Text(typed), field, Form.PLAIN)
        if not carrier.fit(answer.text.value, field):
            raise LeftOut("one of its answers has no text")
        written.append(f"%{weight}%{text}{_feedback(answer.feedback, form, carrier)}")
    if ARROW not in "".join(written):
        return [f"={answer}" for answer in written]
    # With = and -> Moodle takes it for a match; without = there can be but one.
    if len(written) > 1:
        told = "Moodle takes typed answers with -> in them for pairs, and has no escape for it"
        raise LeftOut(told)
    return written


def _numbers(question: Portable, carrier: Carrier) -> list[str]:
    form = question.stem.form
    written: list[str] = []
    if not question.answers:
        raise LeftOut("it has no answer")
    for answer in question.answers:
        figure = numbers.Figure(answer.text.value, answer.least, answer.most)
        text = numbers.written(figure)
        feedback = _feedback(answer.feedback, form, carrier)
        if (
            text == numbers.ANY
            and answer is question.answers[-1]
            and not answer.fraction
            and written
        ):
            written.append(f"~{feedback}")
            continue
        if text is None:
            if answer.least is None or answer.most is None or not numbers.bounded(figure):
                raise LeftOut(f"“{answer.text.value}” is no number that Moodle can read")
            text = f"{numbers.plainly(answer.least)}..{numbers.plainly(answer.most)}"
            told = f"shown is the middle of {text.replace('..', ' to ')}, not {answer.text.value}"
            carrier.lose("key" if answer.fraction > 0 else "misses", told)
        written.append(f"=%{grades.percent(_graded(answer, carrier))}%{text}{feedback}")
    return written


def _match(pairs: Sequence[Pair], form: Form, carrier: Carrier) -> list[str]:
    if len(pairs) < 2:
        raise LeftOut("Moodle wants two pairs")
    written = []
    for pair in pairs:
        field = "key" if pair.left else "distractors"
        left = carrier.formed(pair.left, field, form)
        right = carrier.plain(pair.right.value, field)
        if ARROW in left:
            raise LeftOut("GIFT has no escape for -> in the left side of a pair")
        if not right:
            raise LeftOut("the right side of a pair has no text")
        if len(carrier.fit(pair.right.value, field)) > _LONGEST_RIGHT:
            raise LeftOut(
                f"Moodle has no room for a right side of more than {_LONGEST_RIGHT} characters"
            )
        if pair.right.form is not Form.PLAIN:
            carrier.lose(
                field, "the right side of a pair has no markup in GIFT: taken as it is written"
            )
        written.append(f"={left} {ARROW} {right}")
    return written


def _order(question: Portable, carrier: Carrier) -> list[str]:
    carrier.lose("type", "GIFT has no order: it became a match of places and entries")
    if any(answer.feedback for answer in question.answers):
        carrier.lose("why", "the entries of a match have no feedback in GIFT")
    places = enumerate(question.answers, 1)
    pairs = [Pair(Text(str(place), question.stem.form), answer.text) for place, answer in places]
    return _match(pairs, question.stem.form, carrier)


def _graded(answer: Answer, carrier: Carrier) -> Decimal:
    listed = grades.listed(answer.fraction)
    if listed is not None:
        return listed
    nearest = grades.nearest(answer.fraction)
    told = f"Moodle has no share of {float(answer.fraction) * 100:.5g}%: {grades.percent(nearest)}% was written"
    carrier.lose("key" if answer.fraction > 0 else "distractors", told)
    return nearest


def _feedback(feedback: Text, form: Form, carrier: Carrier) -> str:
    said = _said(feedback, form, carrier)
    return f"#{said}" if said else ""


def _said(feedback: Text, form: Form, carrier: Carrier) -> str:
    return carrier.formed(feedback, "why", form)
